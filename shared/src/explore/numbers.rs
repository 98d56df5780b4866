//! Which number a configuration has: a hash table of numbers, so that each configuration is kept once.

use super::config::Config;

/// How many slots an empty table has; a power of two, as it stays when it doubles.
const FEWEST_SLOTS: usize = 64;

/// The numbers of all configurations found so far, each in the first slot that was free from where
/// its hash points on (linear probing; Knuth, "The Art of Computer Programming" 3, 1973).
#[derive(Debug)]
pub(super) struct Numbers {
    /// Hash and number; at least half of them are free, so that a search ends soon.
    slots: Vec<Option<(u64, usize)>>,
}

impl Numbers {
    pub(super) fn new() -> Numbers {
        Numbers {
            slots: vec![None; FEWEST_SLOTS],
        }
    }

    /// Returns the number of `config`, which joins `configs` if it is not among them yet.
    pub(super) fn number(&mut self, configs: &mut Vec<Config>, config: Config) -> usize {
        let hash = hash(&config);
        let mut slot = self.first_slot(hash);
        while let Some((known, number)) = self.slots[slot] {
            if known == hash && configs[number] == config {
                return number;
            }
            slot = self.behind(slot);
        }
        let number = configs.len();
        configs.push(config);
        self.slots[slot] = Some((hash, number));
        if 2 * configs.len() > self.slots.len() {
            self.double();
        }
        number
    }

    fn double(&mut self) {
        let doubled = vec![None; 2 * self.slots.len()];
        let kept = std::mem::replace(&mut self.slots, doubled);
        for (hash, number) in kept.into_iter().flatten() {
            let mut slot = self.first_slot(hash);
            while self.slots[slot].is_some() {
                slot = self.behind(slot);
            }
            self.slots[slot] = Some((hash, number));
        }
    }

    fn first_slot(&self, hash: u64) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    fn behind(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }
}

/// Mixes everything in a configuration into one word.
///
/// The standard library's hash withstands an attacker, and takes most of a search for it.
fn hash(config: &Config) -> u64 {
    let mut hash = 0;
    for local in &config.threads {
        hash = mix(hash, 2 * local.at as u64 + u64::from(local.asleep));
    }
    for value in &config.values {
        hash = mix(hash, *value as u64);
    }
    for holder in &config.holders {
        hash = mix(hash, holder.map_or(0, |thread| thread as u64 + 1));
    }
    for signals in &config.signals {
        for set in signals.sets() {
            hash = mix(hash, u64::from(*set));
        }
    }
    for buffer in &config.buffers {
        for (cell, value) in buffer {
            hash = mix(mix(hash, *cell as u64), *value as u64);
        }
    }
    // The low bits, which pick the slot, have seen only the low bits of each word.
    hash ^ (hash >> 32)
}

fn mix(hash: u64, word: u64) -> u64 {
    // 2^64 by the golden ratio: neighbours end far apart.
    (hash.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}
