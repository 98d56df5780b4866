//! How locks go wrong: of each broken type the interleaving that the model found.

use lock::failures::FAILURES;
use serde_json::Value;
use shared::Failure;
use shared::terminal::Page;
use std::io;

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    page.heading("How locks go wrong")?;
    page.text("Each of these has a lock, and takes it. The model checker found what is wrong all the same:")?;
    FAILURES.iter().try_for_each(|failure| failure.tell(page))
}

pub fn json() -> Value {
    FAILURES.iter().map(Failure::json).collect()
}
