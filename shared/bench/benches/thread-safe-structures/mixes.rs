//! What threads ask of a map: which keys, and how often to read, insert, remove and update.
//!
//! The first three mixes are those of Wejdenstål, *conc-map-bench*, 2020.

/// Which keys there are, and in how many of a hundred calls what is asked.
pub trait Mix {
    /// How many keys; a power of two.
    const KEYS: u64;
    /// Whether every other key is there at first.
    const HALF_FULL: bool;
    /// Reads of a hundred calls.
    const READS: u64;
    /// Insertions of a hundred calls.
    const INSERTIONS: u64;
    /// Removals of a hundred calls; the rest updates.
    const REMOVALS: u64;
}

/// Mostly reads.
pub enum MostlyRead {}

impl Mix for MostlyRead {
    const KEYS: u64 = 1 << 16;
    const HALF_FULL: bool = true;
    const READS: u64 = 98;
    const INSERTIONS: u64 = 1;
    const REMOVALS: u64 = 1;
}

/// Entries come and go.
pub enum Exchanged {}

impl Mix for Exchanged {
    const KEYS: u64 = 1 << 16;
    const HALF_FULL: bool = true;
    const READS: u64 = 10;
    const INSERTIONS: u64 = 40;
    const REMOVALS: u64 = 40;
}

/// Mostly insertions, into a map that is empty at first.
pub enum Growing {}

impl Mix for Growing {
    const KEYS: u64 = 1 << 20;
    const HALF_FULL: bool = false;
    const READS: u64 = 5;
    const INSERTIONS: u64 = 80;
    const REMOVALS: u64 = 5;
}

/// Mostly reads, and few keys.
pub enum Hot {}

impl Mix for Hot {
    const KEYS: u64 = 1 << 8;
    const HALF_FULL: bool = true;
    const READS: u64 = 90;
    const INSERTIONS: u64 = 5;
    const REMOVALS: u64 = 5;
}

/// A call and its key.
pub enum Ask {
    /// Reads the value.
    Read(u64),
    /// Puts a value in.
    Insert(u64),
    /// Takes the value out.
    Remove(u64),
    /// Adds to the value.
    Update(u64),
}

/// Asks at random, and for one thread always the same, whoever is asked.
pub struct Asks(u64);

impl Asks {
    /// Those of the thread of that number.
    pub fn of(thread: usize) -> Self {
        Self(thread as u64)
    }

    /// Returns the next.
    #[inline]
    pub fn next<M: Mix>(&mut self) -> Ask {
        let random = self.random();
        let (key, percent) = (random % M::KEYS, ((random >> 32) * 100) >> 32);
        if percent < M::READS {
            Ask::Read(key)
        } else if percent < M::READS + M::INSERTIONS {
            Ask::Insert(key)
        } else if percent < M::READS + M::INSERTIONS + M::REMOVALS {
            Ask::Remove(key)
        } else {
            Ask::Update(key)
        }
    }

    /// Multiplies a number that moves on with another made of it, and folds the product (Wang Yi, *wyrand*, 2019).
    #[inline]
    fn random(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0xa076_1d64_78bd_642f);
        let product = u128::from(self.0) * u128::from(self.0 ^ 0xe703_7ed1_a0b4_28db);
        (product >> 64) as u64 ^ product as u64
    }
}
