//! A map of two shards that has the names of `DashMap`, with locks that the checker can see.
//!
//! As there, what `get`, `get_mut` and `entry` return is a reference into the map, and keeps its shard locked until it is dropped.
//! Unlike there, one thread at a time has a shard, also to read.

#![allow(
    dead_code,
    reason = "each of the exercises that share the map uses another part of it"
)]

use shared::model::Named;
use shared::model::sync::{Mutex, MutexGuard};
use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};

/// Maps keys to values for many threads; each call is one step, taken while it has the shard of its key locked.
#[derive(Debug)]
pub struct Map<K, V> {
    shards: [Mutex<BTreeMap<K, V>>; 2],
    /// A key is in the first shard if this is even, else in the second.
    number: fn(&K) -> usize,
}

/// Leads to a value, and keeps its shard locked until it is dropped.
#[derive(Debug)]
pub struct Ref<'a, K, V>(RefMut<'a, K, V>);

/// Leads to a value that may be changed, and keeps its shard locked until it is dropped.
#[derive(Debug)]
pub struct RefMut<'a, K, V> {
    shard: MutexGuard<'a, BTreeMap<K, V>>,
    /// Is in the shard.
    key: K,
}

/// Tells what a call has found that does not wait.
#[derive(Debug)]
pub enum TryResult<R> {
    /// The value is there.
    Present(R),
    /// There is none.
    Absent,
    /// Another thread has the shard, or this one.
    Locked,
}

/// Leads to the place of a key, whether or not there is a value, and keeps its shard locked.
#[derive(Debug)]
pub enum Entry<'a, K, V> {
    /// There is a value.
    Occupied(OccupiedEntry<'a, K, V>),
    /// There is none.
    Vacant(VacantEntry<'a, K, V>),
}

/// Leads to a value through its entry.
#[derive(Debug)]
pub struct OccupiedEntry<'a, K, V>(RefMut<'a, K, V>);

/// Leads to where a value can be put.
#[derive(Debug)]
pub struct VacantEntry<'a, K, V> {
    shard: MutexGuard<'a, BTreeMap<K, V>>,
    key: K,
}

impl<K: Copy + Ord, V> Map<K, V> {
    /// Creates a map of `entries`, in which the keys whose `number` is even share a shard, and those whose `number` is odd.
    pub fn holding(entries: impl IntoIterator<Item = (K, V)>, number: fn(&K) -> usize) -> Self {
        let mut shards = [BTreeMap::new(), BTreeMap::new()];
        for (key, value) in entries {
            shards[number(&key) % 2].insert(key, value);
        }
        let [even, odd] = shards.map(Mutex::new);
        let shards = [even.named("shard 0"), odd.named("shard 1")];
        Self { shards, number }
    }

    /// Returns a reference to the value, if there is one.
    #[track_caller]
    pub fn get(&self, key: &K) -> Option<Ref<'_, K, V>> {
        self.get_mut(key).map(Ref)
    }

    /// Returns a reference through which the value can be changed, if there is one.
    #[track_caller]
    pub fn get_mut(&self, key: &K) -> Option<RefMut<'_, K, V>> {
        found(self.lock(key), *key).ok()
    }

    /// Returns a reference to the value, if there is one; does not wait for the shard.
    #[track_caller]
    pub fn try_get(&self, key: &K) -> TryResult<Ref<'_, K, V>> {
        let Ok(shard) = self.shard(key).try_lock() else {
            return TryResult::Locked;
        };
        found(shard, *key).map_or(TryResult::Absent, |value| TryResult::Present(Ref(value)))
    }

    /// Tells whether there is a value.
    #[track_caller]
    pub fn contains_key(&self, key: &K) -> bool {
        self.lock(key).contains_key(key)
    }

    /// Puts a value in; returns the one before.
    #[track_caller]
    pub fn insert(&self, key: K, value: V) -> Option<V> {
        self.lock(&key).insert(key, value)
    }

    /// Takes key and value out.
    #[track_caller]
    pub fn remove(&self, key: &K) -> Option<(K, V)> {
        self.lock(key).remove_entry(key)
    }

    /// Puts in the place of a value what `change` makes of it; the shard is locked meanwhile. Without a value, does nothing.
    #[track_caller]
    pub fn alter(&self, key: &K, change: impl FnOnce(&K, V) -> V) {
        let mut shard = self.lock(key);
        if let Some((key, value)) = shard.remove_entry(key) {
            shard.insert(key, change(&key, value));
        }
    }

    /// Returns the place of a key, to look and to write in one step.
    #[track_caller]
    pub fn entry(&self, key: K) -> Entry<'_, K, V> {
        match found(self.lock(&key), key) {
            Ok(value) => Entry::Occupied(OccupiedEntry(value)),
            Err(shard) => Entry::Vacant(VacantEntry { shard, key }),
        }
    }

    #[track_caller]
    fn lock(&self, key: &K) -> MutexGuard<'_, BTreeMap<K, V>> {
        self.shard(key).lock().unwrap()
    }

    fn shard(&self, key: &K) -> &Mutex<BTreeMap<K, V>> {
        &self.shards[(self.number)(key) % 2]
    }
}

/// Returns the value of a key, or gives the shard back.
fn found<K: Ord, V>(
    shard: MutexGuard<'_, BTreeMap<K, V>>,
    key: K,
) -> Result<RefMut<'_, K, V>, MutexGuard<'_, BTreeMap<K, V>>> {
    if shard.contains_key(&key) {
        Ok(RefMut { shard, key })
    } else {
        Err(shard)
    }
}

impl<K: Ord, V> Deref for Ref<'_, K, V> {
    type Target = V;

    fn deref(&self) -> &V {
        &self.0
    }
}

impl<K: Ord, V> Deref for RefMut<'_, K, V> {
    type Target = V;

    fn deref(&self) -> &V {
        &self.shard[&self.key]
    }
}

impl<K: Ord, V> DerefMut for RefMut<'_, K, V> {
    fn deref_mut(&mut self) -> &mut V {
        self.shard.get_mut(&self.key).expect(IN_THE_SHARD)
    }
}

impl<'a, K: Copy + Ord, V> Entry<'a, K, V> {
    /// Changes the value, if there is one.
    pub fn and_modify(mut self, change: impl FnOnce(&mut V)) -> Self {
        if let Self::Occupied(entry) = &mut self {
            change(entry.get_mut());
        }
        self
    }

    /// Puts a value in if there is none; returns a reference to what is there then.
    pub fn or_insert(self, value: V) -> RefMut<'a, K, V> {
        self.or_insert_with(|| value)
    }

    /// Puts the default in if there is none; returns a reference to what is there then.
    pub fn or_default(self) -> RefMut<'a, K, V>
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }

    /// Puts in what `make` returns if there is no value; returns a reference to what is there then.
    pub fn or_insert_with(self, make: impl FnOnce() -> V) -> RefMut<'a, K, V> {
        match self {
            Self::Occupied(entry) => entry.into_ref(),
            Self::Vacant(entry) => entry.insert(make()),
        }
    }
}

impl<'a, K: Ord, V> OccupiedEntry<'a, K, V> {
    /// Returns the value.
    pub fn get(&self) -> &V {
        &self.0
    }

    /// Returns the value, to be changed.
    pub fn get_mut(&mut self) -> &mut V {
        &mut self.0
    }

    /// Puts another value in; returns the one before.
    pub fn insert(&mut self, value: V) -> V {
        std::mem::replace(&mut *self.0, value)
    }

    /// Returns a reference that may outlive the entry.
    pub fn into_ref(self) -> RefMut<'a, K, V> {
        self.0
    }
}

impl<'a, K: Copy + Ord, V> VacantEntry<'a, K, V> {
    /// Puts a value in, and returns a reference to it.
    pub fn insert(self, value: V) -> RefMut<'a, K, V> {
        let Self { mut shard, key } = self;
        shard.insert(key, value);
        RefMut { shard, key }
    }
}

const IN_THE_SHARD: &str = "the key is in the shard as long as the shard is locked";
