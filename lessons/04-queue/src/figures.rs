//! The lesson's small programs as figures: each that goes wrong, and beside it the one that is mended.

mod closing;
mod popping;
mod ring;

use shared::figure::Figure;

/// Lists the lesson's figures: each program that goes wrong, and behind it the one that is mended.
#[must_use]
pub fn figures() -> [Figure; 6] {
    [
        popping::peek_then_pop(),
        popping::pop_at_once(),
        ring::index_first(),
        ring::value_first(),
        closing::close_against_push(),
        closing::close_under_the_lock(),
    ]
}
