//! Looking at one entry while another is inserted: the look keeps a shard locked, and the insertion may need that shard.

use super::price_tags::{PriceTags, Prices, priced};

/// Waits for itself if both seats are in one shard, and for another that copies the opposite way if they are in two.
#[derive(Debug)]
pub struct RefHeldAcross {
    prices: Prices,
}

impl PriceTags for RefHeldAcross {
    fn on(seats: &[u32]) -> Self {
        Self {
            prices: priced(seats),
        }
    }

    // ANCHOR: copy
    fn copy(&self, from: u32, to: u32) {
        self.prices
            .view(&from, |price| self.prices.insert(to, *price));
    }
    // ANCHOR_END: copy

    fn price(&self, seat: u32) -> Option<u32> {
        self.prices.get(&seat)
    }
}
