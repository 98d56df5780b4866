//! Random small programs: the same seed, the same program.
//!
//! The generator is splitmix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014.

use crate::program::{Op, Program};

const ALL_KINDS: usize = 7;
/// A lock that is skipped cannot be given back.
const ALL_BUT_SKIPS: usize = 6;

/// A stream of random numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }

    fn value(&mut self) -> i64 {
        self.below(3) as i64
    }

    /// One operation on one of two variables and one of two registers; the last kind is a skip.
    fn op(&mut self, kinds: usize) -> Op {
        let (register, variable) = (self.below(2), self.below(2));
        match self.below(kinds) {
            0 => Op::Load(register, variable),
            1 => Op::Store(variable, self.value()),
            2 => Op::StoreRegister(variable, register),
            3 => Op::Increase(register, self.value()),
            4 => Op::FetchAdd(register, variable, self.value()),
            5 => Op::CompareExchange(register, variable, self.value(), self.value()),
            _ => Op::SkipIf(register, self.value()),
        }
    }

    /// Operations that read only registers which some operation sets.
    fn ops(&mut self, count: usize, kinds: usize) -> Vec<Op> {
        let ops: Vec<_> = (0..count).map(|_| self.op(kinds)).collect();
        let is_set = |register| ops.iter().any(|op| op.sets() == Some(register));
        let known = |op: &Op| match op.reads() {
            Some(register) if !is_set(register) => Op::Store(register, 1),
            _ => *op,
        };
        ops.iter().map(known).collect()
    }
}

/// Two or three threads of two or three operations each.
pub fn plain(seed: u64) -> Program {
    let mut dice = Dice(seed);
    let threads = 2 + dice.below(2);
    let thread = |_| {
        let count = 2 + dice.below(2);
        dice.ops(count, ALL_KINDS)
    };
    Program {
        threads: (0..threads).map(thread).collect(),
        store_buffers: false,
    }
}

/// Two threads that each hold one lock, and for part of the time the other.
pub fn locking(seed: u64) -> Program {
    let mut dice = Dice(seed);
    let thread = |_| {
        let (outer, mut ops) = (dice.below(2), dice.ops(2, ALL_BUT_SKIPS));
        ops.insert(dice.below(3), Op::Lock(1 - outer));
        ops.insert(0, Op::Lock(outer));
        ops.push(Op::Unlock(1 - outer));
        ops.push(Op::Unlock(outer));
        ops
    };
    Program {
        threads: (0..2).map(thread).collect(),
        store_buffers: false,
    }
}

/// Two threads with store buffers, of three operations each.
pub fn buffered(seed: u64) -> Program {
    let mut dice = Dice(seed);
    let threads = (0..2).map(|_| dice.ops(3, ALL_KINDS)).collect();
    Program {
        threads,
        store_buffers: true,
    }
}
