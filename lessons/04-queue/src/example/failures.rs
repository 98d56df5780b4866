//! How queues go wrong: of each broken type the interleaving that the model found.

use queue::failures::{FAILURES, Failure};
use serde_json::{Value, json};
use shared::terminal::{Page, Tone};
use std::io;

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    page.heading("How queues go wrong")?;
    page.text(
        "What goes wrong on this machine now and then, the model checker finds, and says why:",
    )?;
    for failure in &FAILURES {
        let found = failure.counterexample();
        writeln!(
            page.out,
            "\n{}",
            page.style.paint(Tone::Strong, failure.file)
        )?;
        page.text(failure.defect)?;
        page.drawing(found.timeline().text(page.style))?;
        page.text(&found.found())?;
    }
    Ok(())
}

pub fn json() -> Value {
    let told = |failure: &Failure| json!({ "file": failure.file, "law": failure.law, "defect": failure.defect, "counterexample": failure.counterexample().json() });
    FAILURES.iter().map(told).collect()
}
