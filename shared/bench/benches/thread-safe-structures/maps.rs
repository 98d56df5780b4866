//! Maps: what is in them at the end must add up to what went in and did not come out, and what is read must be the key's.

use crate::mixes::{Ask, Asks, Exchanged, Growing, Hot, Mix, MostlyRead};
use bench::{Case, Contender, Contest, Sample, Side, Signal, machine, timed};
use dashmap::DashMap;
use foldhash::fast::RandomState;
use shared::trial::Padded;
use std::collections::HashMap;
use std::sync::RwLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::time::Duration;
use thread_safe_structures::machine::sharded_map::ShardedMap;

/// Maps keys to values, and is shared.
trait Map: Sync {
    fn empty() -> Self;
    fn read(&self, key: u64) -> Option<u64>;
    fn insert(&self, key: u64, value: u64) -> Option<u64>;
    fn remove(&self, key: u64) -> Option<u64>;

    /// Adds [`UPDATE`] to the value, or to 0.
    fn update(&self, key: u64);

    /// Returns the sum of all values.
    fn sum(&self) -> u64;
}

/// What an update adds: all below it is the key with which a value was inserted, or 0.
const UPDATE: u64 = 1 << 32;

/// 98 of 100 calls read.
pub fn mostly_read(threads: usize) -> Contest {
    contest::<MostlyRead>(
        "**Maps that are mostly read**: of 100 calls 98 read, 1 inserts, 1 removes; 65,536 keys, half of them there at first",
        threads,
    )
}

/// 80 of 100 calls insert or remove.
pub fn exchanged(threads: usize) -> Contest {
    contest::<Exchanged>(
        "**Maps whose entries come and go**: of 100 calls 10 read, 40 insert, 40 remove, 10 update; 65,536 keys, half of them there at first",
        threads,
    )
}

/// 80 of 100 calls insert.
pub fn growing(threads: usize) -> Contest {
    contest::<Growing>(
        "**Maps that grow**: of 100 calls 5 read, 80 insert, 5 remove, 10 update; a million keys, none of them there at first",
        threads,
    )
}

/// Few keys.
pub fn hot(threads: usize) -> Contest {
    contest::<Hot>(
        "**Maps with few keys**: of 100 calls 90 read, 5 insert, 5 remove; 256 keys, half of them there at first",
        threads,
    )
}

fn contest<M: Mix>(title: &'static str, threads: usize) -> Contest {
    Contest {
        title,
        case: Case::outside("nothing"),
        threads,
        contenders: vec![
            entry::<ShardedMap<u64, u64, RandomState>, M>("`ShardedMap`", Side::Ours),
            entry::<WithShards, M>("`DashMap`, as many shards", Side::Peer),
            entry::<scc::HashMap<u64, u64, RandomState>, M>("`scc::HashMap`", Side::Peer),
            entry::<DashMap<u64, u64, RandomState>, M>("`DashMap`, its own shards", Side::Context),
            entry::<papaya::HashMap<u64, u64, RandomState>, M>("`papaya::HashMap`", Side::Context),
            entry::<RwLock<HashMap<u64, u64, RandomState>>, M>("`RwLock<HashMap>`", Side::Context),
        ],
    }
}

fn entry<C: Map, M: Mix>(name: &'static str, side: Side) -> Contender {
    let turn = turn::<C, M>;
    Contender { name, side, turn }
}

fn turn<C: Map, M: Mix>(threads: usize, span: Duration) -> Sample {
    // Alone on its lines: what is measured is the map, and not what happens to lie beside it.
    let map = Padded(C::empty());
    let sum = AtomicU64::new(if M::HALF_FULL { fill::<C, M>(&map) } else { 0 });
    let all_fit = AtomicBool::new(true);
    let sample = timed(threads, span, |thread, signal| {
        let mut work = Work::new();
        let count = work.ask::<C, M>(&map, Asks::of(thread), signal);
        // Relaxed, both: they are read when the threads have ended.
        sum.fetch_add(work.sum, Relaxed);
        all_fit.fetch_and(work.all_fit, Relaxed);
        count
    });
    let right = map.sum() == sum.into_inner() && all_fit.into_inner();
    Sample { right, ..sample }
}

/// Inserts every other key; returns the sum of their values.
fn fill<C: Map, M: Mix>(map: &C) -> u64 {
    let keys = || (0..M::KEYS).step_by(2);
    for key in keys() {
        map.insert(key, key);
    }
    keys().sum()
}

/// What a thread has changed, and whether all that it saw was its key's.
struct Work {
    /// What went in less what came out, modulo 2 to the power of 64.
    sum: u64,
    all_fit: bool,
}

impl Work {
    fn new() -> Self {
        let (sum, all_fit) = (0, true);
        Self { sum, all_fit }
    }

    /// Asks until the time is over; returns how often.
    fn ask<C: Map, M: Mix>(&mut self, map: &C, mut asks: Asks, signal: &Signal) -> u64 {
        signal.count(|| match asks.next::<M>() {
            Ask::Read(key) => _ = self.see(key, map.read(key)),
            Ask::Insert(key) => {
                self.put_in(key);
                let before = self.see(key, map.insert(key, key));
                self.take_out(before);
            }
            Ask::Remove(key) => {
                let removed = self.see(key, map.remove(key));
                self.take_out(removed);
            }
            Ask::Update(key) => {
                self.put_in(UPDATE);
                map.update(key);
            }
        })
    }

    /// Looks whether a value is its key's, and returns it; 0 for none.
    fn see(&mut self, key: u64, value: Option<u64>) -> u64 {
        let value = value.unwrap_or(0);
        let inserted = value % UPDATE;
        self.all_fit &= inserted == 0 || inserted == key;
        value
    }

    fn put_in(&mut self, value: u64) {
        self.sum = self.sum.wrapping_add(value);
    }

    fn take_out(&mut self, value: u64) {
        self.sum = self.sum.wrapping_sub(value);
    }
}

/// As many as `ShardedMap::new` takes.
fn shards() -> usize {
    (64 * machine::cores()).next_power_of_two()
}

impl Map for ShardedMap<u64, u64, RandomState> {
    fn empty() -> Self {
        Self::with_shards(shards(), RandomState::default())
    }

    fn read(&self, key: u64) -> Option<u64> {
        self.get(&key)
    }

    fn insert(&self, key: u64, value: u64) -> Option<u64> {
        self.insert(key, value)
    }

    fn remove(&self, key: u64) -> Option<u64> {
        self.remove(&key)
    }

    fn update(&self, key: u64) {
        self.update(key, |value| *value += UPDATE);
    }

    fn sum(&self) -> u64 {
        let mut sum = 0_u64;
        self.for_each(|_, value| sum = sum.wrapping_add(*value));
        sum
    }
}

impl Map for DashMap<u64, u64, RandomState> {
    fn empty() -> Self {
        Self::with_hasher(RandomState::default())
    }

    fn read(&self, key: u64) -> Option<u64> {
        self.get(&key).map(|value| *value)
    }

    fn insert(&self, key: u64, value: u64) -> Option<u64> {
        self.insert(key, value)
    }

    fn remove(&self, key: u64) -> Option<u64> {
        self.remove(&key).map(|(_, value)| value)
    }

    fn update(&self, key: u64) {
        *self.entry(key).or_default() += UPDATE;
    }

    fn sum(&self) -> u64 {
        self.iter().fold(0, |sum, entry| sum.wrapping_add(*entry))
    }
}

/// A `DashMap` with as many shards as the course's map.
struct WithShards(DashMap<u64, u64, RandomState>);

impl Map for WithShards {
    fn empty() -> Self {
        let hasher = RandomState::default();
        Self(DashMap::with_hasher_and_shard_amount(hasher, shards()))
    }

    fn read(&self, key: u64) -> Option<u64> {
        self.0.read(key)
    }

    fn insert(&self, key: u64, value: u64) -> Option<u64> {
        Map::insert(&self.0, key, value)
    }

    fn remove(&self, key: u64) -> Option<u64> {
        Map::remove(&self.0, key)
    }

    fn update(&self, key: u64) {
        self.0.update(key);
    }

    fn sum(&self) -> u64 {
        self.0.sum()
    }
}

impl Map for scc::HashMap<u64, u64, RandomState> {
    fn empty() -> Self {
        Self::with_hasher(RandomState::default())
    }

    fn read(&self, key: u64) -> Option<u64> {
        self.read_sync(&key, |_, value| *value)
    }

    fn insert(&self, key: u64, value: u64) -> Option<u64> {
        self.upsert_sync(key, value)
    }

    fn remove(&self, key: u64) -> Option<u64> {
        self.remove_sync(&key).map(|(_, value)| value)
    }

    fn update(&self, key: u64) {
        *self.entry_sync(key).or_default().get_mut() += UPDATE;
    }

    fn sum(&self) -> u64 {
        let mut sum = 0_u64;
        self.iter_sync(|_, value| {
            sum = sum.wrapping_add(*value);
            true
        });
        sum
    }
}

impl Map for papaya::HashMap<u64, u64, RandomState> {
    fn empty() -> Self {
        Self::with_hasher(RandomState::default())
    }

    fn read(&self, key: u64) -> Option<u64> {
        self.pin().get(&key).copied()
    }

    fn insert(&self, key: u64, value: u64) -> Option<u64> {
        self.pin().insert(key, value).copied()
    }

    fn remove(&self, key: u64) -> Option<u64> {
        self.pin().remove(&key).copied()
    }

    fn update(&self, key: u64) {
        self.pin()
            .update_or_insert(key, |value| value + UPDATE, UPDATE);
    }

    fn sum(&self) -> u64 {
        let add = |sum: u64, (_, value): (&u64, &u64)| sum.wrapping_add(*value);
        self.pin().iter().fold(0, add)
    }
}

impl Map for RwLock<HashMap<u64, u64, RandomState>> {
    fn empty() -> Self {
        Self::default()
    }

    fn read(&self, key: u64) -> Option<u64> {
        self.read().expect(NO_PANIC).get(&key).copied()
    }

    fn insert(&self, key: u64, value: u64) -> Option<u64> {
        self.write().expect(NO_PANIC).insert(key, value)
    }

    fn remove(&self, key: u64) -> Option<u64> {
        self.write().expect(NO_PANIC).remove(&key)
    }

    fn update(&self, key: u64) {
        *self.write().expect(NO_PANIC).entry(key).or_default() += UPDATE;
    }

    fn sum(&self) -> u64 {
        let map = self.read().expect(NO_PANIC);
        map.values().fold(0, |sum, value| sum.wrapping_add(*value))
    }
}

/// Why the lock is not poisoned.
const NO_PANIC: &str = "a map does not panic under its lock";
