//! What a thread does between two critical sections: nothing, or about as much as it takes to do something useful.

use std::hint::black_box;
use std::time::Instant;

/// Multiplications in a row, each of which needs the last: about 50 ns.
pub const APART: u32 = 40;

/// Multiplies so often.
#[inline]
pub fn work<const STEPS: u32>() {
    let mut number = black_box(1_u64);
    for _ in 0..STEPS {
        number = black_box(number.wrapping_mul(6_364_136_223_846_793_005));
    }
}

/// Says how long it takes on this machine.
pub fn told() -> String {
    let times = 1_000_000;
    let start = Instant::now();
    (0..times).for_each(|_| work::<APART>());
    let nanos = start.elapsed().as_nanos() / times;
    format!("*Some* work outside is {APART} multiplications: {nanos} ns on this machine.\n")
}
