//! Random programs; the same seed gives the same program.
//!
//! The generator is splitmix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.

use super::program::{Phrase, Program};

/// Returns a program of two threads with 2–3 phrases each, or of three threads with 1–2.
pub fn program(seed: u64, phrases: &[Phrase]) -> Program {
    let mut dice = Dice(seed);
    let threads = 2 + dice.below(2);
    let thread = |dice: &mut Dice| {
        let length = 4 - threads + dice.below(2);
        (0..length)
            .map(|_| phrases[dice.below(phrases.len())])
            .collect()
    };
    (0..threads).map(|_| thread(&mut dice)).collect()
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % sides as u64) as usize
    }
}
