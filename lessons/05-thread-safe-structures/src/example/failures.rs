//! How safe parts go wrong together: of each broken type the interleaving that the model found, and of each remedy that it holds.

use serde_json::{Value, json};
use shared::terminal::{Page, Tone};
use std::io;
use thread_safe_structures::failures::{FAILURES, Failure};

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    page.heading("Safe parts, unsafe sum")?;
    page.text(
        "Every call in these is one indivisible step, every atomic an atomic. The model checker found what is wrong with \
         their sum all the same. (DashMap is not in the model: there the map is our ShardedMap.)",
    )?;
    for failure in &FAILURES {
        let found = failure.counterexample();
        let title = page.style.paint(Tone::Strong, failure.file).to_string();
        writeln!(page.out, "\n{title}")?;
        page.text(failure.defect)?;
        page.drawing(found.timeline().text(page.style))?;
        page.text(&found.found())?;
        page.text(&format!(
            "Mended by {}: {}.",
            failure.remedy,
            failure.mended()
        ))?;
    }
    Ok(())
}

pub fn json() -> Value {
    let told = |failure: &Failure| {
        json!({
            "file": failure.file,
            "defect": failure.defect,
            "counterexample": failure.counterexample().json(),
            "remedy": failure.remedy,
            "executions_of_the_remedy": failure.mended().executions,
        })
    };
    FAILURES.iter().map(told).collect()
}
