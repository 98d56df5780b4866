//! The lesson's small programs as figures: each that goes wrong, and behind it the one that is mended.

mod counting;
mod hall;
mod slots;

use shared::figure::Figure;

/// Lists the lesson's figures: each program that goes wrong, and behind it the one that is mended.
#[must_use]
pub fn figures() -> [Figure; 6] {
    [
        counting::get_then_insert(),
        counting::by_entry(),
        hall::in_place(),
        hall::snapshot(),
        slots::aba(),
        slots::tagged(),
    ]
}
