//! A shop in a shared map: whoever finds a seat unsold has sold it, in the same call.

use super::super::sharded_map::ShardedMap;
use super::super::words::Fixed;
use super::super::world::sync::Arc;
use super::{Seat, Shop};
use std::mem;
use std::ops::Range;

/// Sells by the map's own step, which other structures call `entry`.
#[derive(Debug)]
pub struct MappedShop {
    /// Whether a seat is sold; a seat that is not there is not.
    sold: Arc<ShardedMap<Seat, bool, Fixed>>,
    /// The seats that this window has not looked at: the others are sold.
    left: Range<Seat>,
}

impl Shop for MappedShop {
    fn open(seats: usize, windows: usize) -> Vec<Self> {
        let sold = Arc::new(ShardedMap::with_shards(windows, Fixed::new()));
        let window = |_| Self {
            sold: Arc::clone(&sold),
            left: 0..seats,
        };
        (0..windows).map(window).collect()
    }

    // ANCHOR: sell
    fn sell(&mut self) -> Option<Seat> {
        let is_ours = |seat: &Seat| self.sold.update(*seat, |sold| !mem::replace(sold, true));
        self.left.find(is_ours)
    }
    // ANCHOR_END: sell
}
