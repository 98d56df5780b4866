//! The lesson's small programs as figures: each that goes wrong, and beside it the one that is mended.

mod crossed;
mod handover;
mod philosophers;
mod sale;

use shared::explore::State;
use shared::figure::Figure;

/// Lists the lesson's figures, in the order in which its pages show them.
#[must_use]
pub fn figures() -> [Figure; 7] {
    [
        crossed::crossed(),
        crossed::one_order(),
        philosophers::figure(),
        sale::split_section(),
        sale::one_section(),
        handover::lost_wakeup(),
        handover::predicate_loop(),
    ]
}

/// Writes who holds each of these locks, in a letter each; a dot where nobody does.
fn holders(state: &State<'_>, locks: &[&str]) -> String {
    let holder = |lock: &&str| state.holder(lock).unwrap_or('·');
    locks.iter().map(holder).collect()
}
