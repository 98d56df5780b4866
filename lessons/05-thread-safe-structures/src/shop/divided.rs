//! A shop whose seats are divided beforehand: each window has its own, and there is nothing to agree on.

use super::{Seat, Shop};
use std::ops::Range;

/// Sells its own seats, and knows of no others (**avoid shared state**).
///
/// What it costs is not time: a window that has sold out sends buyers away, though another may have seats left. Every seat is
/// sold only if every window has buyers enough.
#[derive(Debug)]
pub struct DividedShop {
    own: Range<Seat>,
}

impl Shop for DividedShop {
    fn open(seats: usize, windows: usize) -> Vec<Self> {
        let first_of = |window| seats * window / windows;
        let window = |window| Self {
            own: first_of(window)..first_of(window + 1),
        };
        (0..windows).map(window).collect()
    }

    // ANCHOR: sell
    fn sell(&mut self) -> Option<Seat> {
        self.own.next()
    }
    // ANCHOR_END: sell
}
