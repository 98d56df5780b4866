//! The interleaving that loses an update, as the model found it.

use super::Page;
use race::model::{laws, racy};
use serde_json::{Value, json};
use shared::model::{Counterexample, Mode, check};
use std::io;

fn counterexample() -> Counterexample {
    let found = check(Mode::Interleaving, || laws::no_update_is_lost(racy::count));
    found.expect_err("the racy counter loses an update in some execution")
}

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    let found = counterexample();
    page.heading("Why: read, add, write")?;
    page.text(
        "An increment is three steps: read the value, add 1, write the sum. \
         Both threads can read before either writes. The model checker looked for such a case and found it:",
    )?;
    page.drawing(found.timeline().text(page.style))?;
    page.text(&found.found())
}

pub fn json() -> Value {
    let found = counterexample();
    let timeline = found.timeline();
    let row = |row: &shared::timeline::Row| {
        json!({
            "thread": timeline.lanes()[row.step.lane],
            "object": row.step.object.map(|object| &timeline.objects()[object]),
            "operation": row.step.operation,
            "read": row.step.read().map(|value| value.to_string()),
            "wrote": row.step.wrote().map(|value| value.to_string()),
            "source": row.step.place.short(),
        })
    };
    json!({
        "executions": found.executions(),
        "verdict": timeline.verdict().to_string(),
        "message": found.failure().message,
        "steps": timeline.rows().iter().map(row).collect::<Value>(),
    })
}
