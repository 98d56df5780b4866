//! Binary relations over at most 16 events, as bit matrices: the algebra the axioms are written in.

use std::ops::{BitAnd, BitOr, Sub};

/// How many events a relation spans.
pub const CAPACITY: usize = 16;

/// A set of events, bit `i` for event `i`.
pub type Set = u16;

/// Row `a` is the set of all `b` with `a → b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation([Set; CAPACITY]);

impl Relation {
    pub fn empty() -> Self {
        Self([0; CAPACITY])
    }

    /// Relates each member of `set` to itself: `[set]`.
    pub fn on(set: Set) -> Self {
        Self::pairs(|a, b| a == b && contains(set, a))
    }

    pub fn pairs(holds: impl Fn(usize, usize) -> bool) -> Self {
        Self(std::array::from_fn(|a| collect(|b| holds(a, b))))
    }

    pub fn insert(&mut self, a: usize, b: usize) {
        self.0[a] |= 1 << b;
    }

    /// `self ; other`: from `a` to `c` by way of some `b`.
    pub fn then(self, other: Self) -> Self {
        Self(self.0.map(|mut through| {
            let mut reached = 0;
            while through != 0 {
                reached |= other.0[through.trailing_zeros() as usize];
                through &= through - 1;
            }
            reached
        }))
    }

    /// `[set] ; self`.
    pub fn from(self, set: Set) -> Self {
        Self(std::array::from_fn(|a| {
            if contains(set, a) { self.0[a] } else { 0 }
        }))
    }

    /// `self ; [set]`.
    pub fn to(self, set: Set) -> Self {
        Self(self.0.map(|row| row & set))
    }

    pub fn inverse(self) -> Self {
        Self(std::array::from_fn(|a| collect(|b| contains(self.0[b], a))))
    }

    /// `self?`: everything is related to itself as well.
    pub fn or_same(self) -> Self {
        self | Self::on(Set::MAX)
    }

    /// `self⁺`: one step or more (Warshall, "A theorem on Boolean matrices", 1962).
    pub fn closure(mut self) -> Self {
        for via in 0..CAPACITY {
            for a in 0..CAPACITY {
                if contains(self.0[a], via) {
                    self.0[a] |= self.0[via];
                }
            }
        }
        self
    }

    pub fn irreflexive(self) -> bool {
        (0..CAPACITY).all(|a| !contains(self.0[a], a))
    }

    pub fn acyclic(self) -> bool {
        self.closure().irreflexive()
    }
}

pub fn contains(set: Set, event: usize) -> bool {
    set >> event & 1 == 1
}

/// Returns the set of events for which `belongs` holds.
pub fn collect(belongs: impl Fn(usize) -> bool) -> Set {
    (0..CAPACITY).fold(0, |set, event| set | Set::from(belongs(event)) << event)
}

impl BitOr for Relation {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(std::array::from_fn(|a| self.0[a] | other.0[a]))
    }
}

impl BitAnd for Relation {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(std::array::from_fn(|a| self.0[a] & other.0[a]))
    }
}

impl Sub for Relation {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(std::array::from_fn(|a| self.0[a] & !other.0[a]))
    }
}
