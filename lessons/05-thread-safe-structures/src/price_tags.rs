//! Copying a price from one seat to another: the value is out of the map before the map is asked again.

use super::sharded_map::ShardedMap;
use super::words::{Fixed, in_two_shards};

/// Promises that a price is copied, and that whoever copies one gets on.
pub trait PriceTags: Send + Sync + 'static {
    /// Puts a price of 1 on each of these seats.
    fn on(seats: &[u32]) -> Self;

    /// Gives one seat the price of another.
    fn copy(&self, from: u32, to: u32);

    /// Returns the price of a seat.
    fn price(&self, seat: u32) -> Option<u32>;
}

/// A map of prices by seat.
pub(super) type Prices = ShardedMap<u32, u32, Fixed>;

/// Puts the same price on each seat.
pub(super) fn priced(seats: &[u32]) -> Prices {
    let prices = in_two_shards();
    for &seat in seats {
        prices.insert(seat, 1);
    }
    prices
}

/// Lets go of one entry before it asks for the next.
#[derive(Debug)]
pub struct CopiedOut {
    prices: Prices,
}

impl PriceTags for CopiedOut {
    fn on(seats: &[u32]) -> Self {
        Self {
            prices: priced(seats),
        }
    }

    // ANCHOR: copy
    fn copy(&self, from: u32, to: u32) {
        if let Some(price) = self.prices.get(&from) {
            self.prices.insert(to, price);
        }
    }
    // ANCHOR_END: copy

    fn price(&self, seat: u32) -> Option<u32> {
        self.prices.get(&seat)
    }
}
