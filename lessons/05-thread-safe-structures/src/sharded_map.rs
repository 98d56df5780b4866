//! A map in shards: each key has its lock, which it shares with few others, so threads seldom wait for each other.

use super::world::Named;
use super::world::sync::{Mutex, MutexGuard};
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use shared::trial::Padded;
use std::hash::{BuildHasher, Hash, RandomState};
use std::mem;
use std::thread::available_parallelism;

/// Maps keys to values for many threads (lock striping: Lea, *Concurrent Programming in Java*, 1999).
///
/// # Consistency
///
/// Every call but [`for_each`](Self::for_each) is one indivisible step, taken while it has the shard of its key locked
/// (linearizable: Herlihy and Wing, *Linearizability*, 1990). Two calls are two steps: what the first has found need not
/// be so at the second.
///
/// # Panics
///
/// A closure that panics may leave its value half changed: every later call on that shard panics too.
///
/// # Examples
///
/// ```
/// use thread_safe_structures::machine::sharded_map::ShardedMap;
///
/// let sold = ShardedMap::new();
/// sold.update("row 7", |seats: &mut u32| *seats += 1);
/// sold.update("row 7", |seats| *seats += 1);
/// assert_eq!(sold.get(&"row 7"), Some(2));
/// ```
#[derive(Debug)]
pub struct ShardedMap<K, V, S = RandomState> {
    /// A power of two. An entry is in the shard that the hash of its key names, and in no other.
    shards: Box<[Shard<K, V>]>,
    hasher: S,
}

/// Alone on its cache lines: a thread in one shard does not slow down those in the next.
type Shard<K, V> = Padded<Mutex<Table<K, V>>>;

type Table<K, V> = HashTable<(K, V)>;

/// So many shards for each core that two threads seldom meet in one; the measurements are in the lesson's benches.
const SHARDS_PER_CORE: usize = 64;

impl<K: Hash + Eq, V> ShardedMap<K, V> {
    /// Creates an empty map with as many shards as suit the machine.
    #[must_use]
    pub fn new() -> Self {
        let cores = available_parallelism().map_or(1, usize::from);
        Self::with_shards(SHARDS_PER_CORE * cores, RandomState::new())
    }
}

impl<K: Hash + Eq, V> Default for ShardedMap<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Hash + Eq, V, S: BuildHasher> ShardedMap<K, V, S> {
    /// Creates an empty map of at least so many shards, rounded up to a power of two.
    #[must_use]
    pub fn with_shards(shards: usize, hasher: S) -> Self {
        let shard = |_| Padded(Mutex::new(Table::new()).named("shard"));
        let shards = (0..shards.next_power_of_two()).map(shard).collect();
        Self { shards, hasher }
    }

    /// Returns a copy of the value, which no lock guards any more.
    #[track_caller]
    pub fn get(&self, key: &K) -> Option<V>
    where
        V: Clone,
    {
        self.view(key, V::clone)
    }

    /// Tells whether there is a value.
    #[track_caller]
    pub fn contains_key(&self, key: &K) -> bool {
        self.view(key, |_| ()).is_some()
    }

    /// Shows the value to `look`, if there is one.
    ///
    /// The shard is locked until `look` returns: it must not touch the map, or it may wait for itself for ever.
    #[track_caller]
    pub fn view<R>(&self, key: &K, look: impl FnOnce(&V) -> R) -> Option<R> {
        let hash = self.hash(key);
        let shard = self.lock(hash);
        shard
            .find(hash, |(known, _)| known == key)
            .map(|(_, value)| look(value))
    }

    /// Puts a value in; returns the one before.
    #[track_caller]
    pub fn insert(&self, key: K, value: V) -> Option<V> {
        let hash = self.hash(&key);
        match self.entry(hash, &key, &mut self.lock(hash)) {
            Entry::Occupied(mut entry) => Some(mem::replace(&mut entry.get_mut().1, value)),
            Entry::Vacant(place) => {
                place.insert((key, value));
                None
            }
        }
    }

    /// Takes the value out.
    #[track_caller]
    pub fn remove(&self, key: &K) -> Option<V> {
        let hash = self.hash(key);
        match self.entry(hash, key, &mut self.lock(hash)) {
            Entry::Occupied(entry) => Some(entry.remove().0.1),
            Entry::Vacant(_) => None,
        }
    }

    /// Changes the value in one step, the default if there was none; returns what `change` returns.
    ///
    /// The shard is locked until `change` returns: it must not touch the map, or it may wait for itself for ever.
    #[track_caller]
    // ANCHOR: update
    pub fn update<R>(&self, key: K, change: impl FnOnce(&mut V) -> R) -> R
    where
        V: Default,
    {
        let hash = self.hash(&key);
        let mut shard = self.lock(hash);
        let entry = self.entry(hash, &key, &mut shard);
        let entry = entry.or_insert_with(|| (key, V::default()));
        change(&mut entry.into_mut().1)
    }
    // ANCHOR_END: update

    /// Shows every entry to `look`, shard by shard: what is changed meanwhile may be seen in part.
    #[track_caller]
    pub fn for_each(&self, mut look: impl FnMut(&K, &V)) {
        for shard in &self.shards {
            let shard = shard.lock().expect(WHOLE);
            shard.iter().for_each(|(key, value)| look(key, value));
        }
    }

    fn hash(&self, key: &K) -> u64 {
        self.hasher.hash_one(key)
    }

    // ANCHOR: lock
    /// Hashed once: the table goes by the lowest bits and the highest seven, the shard by those between.
    #[track_caller]
    fn lock(&self, hash: u64) -> MutexGuard<'_, Table<K, V>> {
        let shard = (hash >> 32) as usize & (self.shards.len() - 1);
        self.shards[shard].lock().expect(WHOLE)
    }
    // ANCHOR_END: lock

    fn entry<'a>(&self, hash: u64, key: &K, shard: &'a mut Table<K, V>) -> Entry<'a, (K, V)> {
        shard.entry(
            hash,
            |(known, _)| known == key,
            |(known, _)| self.hash(known),
        )
    }
}

const WHOLE: &str = "no closure has panicked while it had this shard locked";
