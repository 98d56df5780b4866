//! A turn in which values change hands: givers hand them in for as long as it lasts, takers take out all that was given.

use crate::{Own, Sample, Signal, timed};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The end of a queue at which a thread hands values in.
pub trait Giver: Send {
    /// Hands in all `values`, waiting whenever there is no room, and lets the takers know that it has ended.
    fn give(self, values: impl Iterator<Item = u64>);
}

/// The end of a queue at which a thread takes values out.
pub trait Taker: Send {
    /// Calls `see` with each value that it gets, until all givers have ended and nothing is left.
    fn take(self, see: impl FnMut(u64));
}

/// Lets each end work in a thread of its own: the givers for `span`, the takers until nothing is left.
///
/// What is counted is what a thread hands in or takes out, so a value counts twice. The work is right if each value was
/// taken once, and if each taker got the values of each giver in their order.
///
/// # Panics
///
/// Panics if there are more than four givers, or if an end panics.
pub fn handed_over<G: Giver, T: Taker>(span: Duration, givers: Vec<G>, takers: Vec<T>) -> Sample {
    assert!(givers.len() <= MOST, "a value has room for {MOST} givers");
    let givers: Vec<_> = givers.into_iter().map(Own::new).collect();
    let takers: Vec<_> = takers.into_iter().map(Own::new).collect();
    let all = Mutex::new(Seen::default());
    let sample = timed(givers.len() + takers.len(), span, |index, signal| {
        if let Some(giver) = givers.get(index) {
            let mut values = Values::new(index, signal);
            giver.take().give(&mut values);
            return values.given;
        }
        let mut seen = Seen::default();
        let taker = takers[index - givers.len()].take();
        taker.take(|value| seen.add(value));
        all.lock()
            .unwrap_or_else(PoisonError::into_inner)
            .merge(&seen);
        seen.count
    });
    let seen = all.into_inner().unwrap_or_else(PoisonError::into_inner);
    let given = &sample.counts[..givers.len()];
    Sample {
        right: seen.is_all_of(given),
        lost: seen.lost_of(given),
        ..sample
    }
}

/// Lets one thread call `pass` for `span`, which hands a value in and takes out what comes.
///
/// What is counted is both, so a value counts twice here too.
///
/// # Panics
///
/// Panics if `pass` does.
pub fn passed_through(span: Duration, pass: impl FnMut(u64) -> Option<u64> + Send) -> Sample {
    let (pass, right) = (Own::new(pass), AtomicBool::new(false));
    let sample = timed(1, span, |index, signal| {
        let (mut pass, mut seen) = (pass.take(), Seen::default());
        let mut values = Values::new(index, signal);
        values
            .by_ref()
            .filter_map(&mut pass)
            .for_each(|value| seen.add(value));
        // Relaxed: it is read when the thread has ended.
        right.store(seen.is_all_of(&[values.given]), Relaxed);
        values.given + seen.count
    });
    Sample {
        right: right.into_inner(),
        ..sample
    }
}

/// So many givers at most: a value says in its last digit, to this base, whose it is.
const MOST: usize = 4;

/// The values of one giver, in their order, as long as the turn lasts.
struct Values<'a> {
    giver: u64,
    given: u64,
    signal: &'a Signal,
}

impl<'a> Values<'a> {
    fn new(giver: usize, signal: &'a Signal) -> Self {
        Self {
            giver: giver as u64,
            given: 0,
            signal,
        }
    }
}

impl Iterator for Values<'_> {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        self.signal.lasts().then(|| {
            self.given += 1;
            self.given * MOST as u64 + self.giver
        })
    }
}

/// What takers have got: enough to tell, at little cost, whether it is what was given.
struct Seen {
    count: u64,
    sum: u64,
    /// The last value of each giver.
    last: [u64; MOST],
    /// Whether each was greater than the one before it.
    in_order: bool,
}

impl Default for Seen {
    fn default() -> Self {
        Self {
            count: 0,
            sum: 0,
            last: [0; MOST],
            in_order: true,
        }
    }
}

impl Seen {
    #[inline]
    fn add(&mut self, value: u64) {
        let last = &mut self.last[value as usize % MOST];
        self.in_order &= *last < value;
        *last = value;
        self.sum = self.sum.wrapping_add(value);
        self.count += 1;
    }

    /// Adds what another taker has got, whose order is its own.
    fn merge(&mut self, other: &Self) {
        self.in_order &= other.in_order;
        self.sum = self.sum.wrapping_add(other.sum);
        self.count += other.count;
    }

    /// Returns whether it is all that givers have given, of whom each gave so many.
    fn is_all_of(&self, given: &[u64]) -> bool {
        let sum = (0..).zip(given).map(|(giver, given)| {
            let numbers = given * (given + 1) / 2;
            numbers * MOST as u64 + given * giver
        });
        let (sum, count): (u64, u64) = (sum.sum(), given.iter().sum());
        self.in_order && self.sum == sum && self.count == count
    }

    /// Returns the share of what was given that is missing.
    fn lost_of(&self, given: &[u64]) -> f64 {
        let given: u64 = given.iter().sum();
        given.saturating_sub(self.count) as f64 / given.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::{Giver, Seen, Taker, handed_over, passed_through};
    use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
    use std::time::Duration;

    const SPAN: Duration = Duration::from_millis(2);

    impl Giver for SyncSender<u64> {
        fn give(self, values: impl Iterator<Item = u64>) {
            values.for_each(|value| self.send(value).expect("the taker takes all"));
        }
    }

    impl Taker for Receiver<u64> {
        fn take(self, see: impl FnMut(u64)) {
            self.into_iter().for_each(see);
        }
    }

    /// Shows another sequence than it got.
    struct Spoilt(Receiver<u64>, fn(u64) -> Vec<u64>);

    impl Taker for Spoilt {
        fn take(self, see: impl FnMut(u64)) {
            self.0.into_iter().flat_map(self.1).for_each(see);
        }
    }

    #[test]
    fn what_two_threads_give_a_third_takes_and_all_is_counted() {
        let (sender, receiver) = sync_channel(8);
        let givers = vec![sender.clone(), sender];
        let sample = handed_over(SPAN, givers, vec![receiver]);
        let [one, two, taken] = sample.counts[..] else {
            panic!("not three threads");
        };
        assert!(sample.right);
        assert!(one + two > 0);
        assert_eq!(one + two, taken);
    }

    #[test]
    fn a_value_that_is_lost_or_comes_twice_or_is_another_is_seen() {
        let spoils: [fn(u64) -> Vec<u64>; 3] = [
            |value| if value == 4 { vec![] } else { vec![value] },
            |value| {
                if value == 4 {
                    vec![value; 2]
                } else {
                    vec![value]
                }
            },
            |value| vec![if value == 4 { 3 } else { value }],
        ];
        for spoil in spoils {
            let (sender, receiver) = sync_channel(8);
            let sample = handed_over(SPAN, vec![sender], vec![Spoilt(receiver, spoil)]);
            assert!(!sample.right);
        }
    }

    #[test]
    fn another_order_is_seen_but_between_givers_there_is_none() {
        let seen = |values: [u64; 4]| {
            let mut seen = Seen::default();
            values.into_iter().for_each(|value| seen.add(value));
            seen.is_all_of(&[2, 2])
        };
        assert!(seen([4, 8, 5, 9]) && seen([5, 4, 9, 8]));
        assert!(!seen([8, 4, 5, 9]));
    }

    #[test]
    fn one_thread_alone_counts_a_value_as_it_goes_in_and_as_it_comes_out() {
        let sample = passed_through(SPAN, Some);
        assert!(sample.right);
        assert!(sample.total() > 0 && sample.total().is_multiple_of(2));
        assert!(!passed_through(SPAN, |_| None).right);
    }
}
