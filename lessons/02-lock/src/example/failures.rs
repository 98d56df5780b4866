//! How locks go wrong: of each broken type the interleaving that the model found.

use lock::failures::{FAILURES, Failure};
use serde_json::{Value, json};
use shared::terminal::{Page, Tone};
use std::io;

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    page.heading("How locks go wrong")?;
    page.text("Each of these has a lock, and takes it. The model checker found what is wrong all the same:")?;
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
    let told = |failure: &Failure| json!({ "file": failure.file, "defect": failure.defect, "counterexample": failure.counterexample().json() });
    FAILURES.iter().map(told).collect()
}
