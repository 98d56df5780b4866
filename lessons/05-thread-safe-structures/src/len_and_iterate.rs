//! Counting by iterating: the map goes from shard to shard, and what moves meanwhile is seen twice or not at all.

use super::hall::Hall;
use super::sharded_map::ShardedMap;
use super::words::{Fixed, in_two_shards};

/// Misses a visitor who takes a seat in a shard that was counted and then leaves one in a shard that was not yet.
///
/// So does `len` of a map that adds up its shards one by one, as `DashMap`'s does.
#[derive(Debug)]
pub struct LenAndIterate {
    seats: ShardedMap<u32, (), Fixed>,
}

impl Hall for LenAndIterate {
    fn with_a_visitor_in(seat: u32) -> Self {
        let seats = in_two_shards();
        seats.insert(seat, ());
        Self { seats }
    }

    fn sit(&self, seat: u32) {
        self.seats.insert(seat, ());
    }

    fn rise(&self, seat: u32) {
        self.seats.remove(&seat);
    }

    // ANCHOR: taken
    fn taken(&self) -> usize {
        let mut taken = 0;
        self.seats.for_each(|_, ()| taken += 1);
        taken
    }
    // ANCHOR_END: taken
}
