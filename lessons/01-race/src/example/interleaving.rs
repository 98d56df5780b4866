//! The interleaving that loses an update, as the model found it.

use race::model::{laws, racy};
use serde_json::Value;
use shared::model::{Counterexample, Mode, check};
use shared::terminal::Page;
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
    counterexample().json()
}
