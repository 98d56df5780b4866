//! The lesson's small programs as figures: indivisible steps first, then the order in which others see them.

mod increments;
mod message;
mod sell;
mod store_buffering;

use shared::explore::State;
use shared::figure::Figure;

/// Lists the lesson's figures, in the order in which its pages show them.
#[must_use]
pub fn figures() -> [Figure; 7] {
    [
        increments::locked(),
        increments::atomic(),
        message::in_turn(),
        store_buffering::store_buffering(),
        message::buffered(),
        sell::figure(),
        store_buffering::fenced(),
    ]
}

/// Draws a thread's store buffer: a box, and in it the first letter of each variable whose store waits there.
fn buffer(state: &State<'_>, thread: char) -> String {
    let stores = state.buffer(thread);
    let letters: String = stores
        .iter()
        .filter_map(|(to, _)| to.chars().next())
        .collect();
    format!("[{letters}]")
}
