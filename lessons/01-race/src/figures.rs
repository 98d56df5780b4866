//! The lesson's small programs as figures: what each of them asks its reader to bring about.

mod double_sale;
mod early_flag;
mod lost_update;
mod lost_update_twice;
mod timelines;

use shared::figure::Figure;

pub use timelines::{Failure, timelines};

/// Lists the lesson's figures, in the order in which its pages show them.
#[must_use]
pub fn figures() -> [Figure; 4] {
    [
        lost_update::figure(),
        lost_update_twice::figure(),
        double_sale::figure(),
        early_flag::figure(),
    ]
}
