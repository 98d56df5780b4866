//! A counter's turn in a contest: threads add to it for a while, and what it counted is held against what they did.

use crate::tally::Tally;
use bench::{Contender, Sample, Side, timed};
use shared::trial::Padded;
use std::time::Duration;

/// Takes part in a contest.
pub fn entry<T: Tally>(name: &'static str, side: Side) -> Contender {
    let turn = turn::<T>;
    Contender { name, side, turn }
}

fn turn<T: Tally>(threads: usize, span: Duration) -> Sample {
    // Alone on its lines: what is measured is the counter, and not what happens to lie beside it.
    let tally = Padded(T::zero(threads));
    let sample = timed(threads, span, |thread, signal| {
        tally.add(thread, || signal.lasts())
    });
    sample.checked(tally.0.total())
}
