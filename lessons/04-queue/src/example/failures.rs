//! How queues go wrong: of each broken type the interleaving that the model found.

use queue::failures::FAILURES;
use serde_json::Value;
use shared::Failure;
use shared::terminal::Page;
use std::io;

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    page.heading("How queues go wrong")?;
    page.text(
        "What goes wrong on this machine now and then, the model checker finds, and says why:",
    )?;
    FAILURES.iter().try_for_each(|failure| failure.tell(page))
}

pub fn json() -> Value {
    FAILURES.iter().map(Failure::json).collect()
}
