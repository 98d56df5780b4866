//! Closing a queue under the hands of a producer, again and again: what was accepted, and what was popped.

use crate::machine::channel::Channel;
use shared::trial::together;

/// So little that a producer that is not hindered soon waits.
const ROOM: usize = 8;

/// How many values went in, and how many came out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// Pushes that said they were accepted.
    pub accepted: u64,
    /// Values popped.
    pub popped: u64,
}

/// Lets one thread push until it is refused, while another closes the queue and drains it, so many times.
///
/// # Examples
///
/// ```
/// use queue::closing::close_often;
/// use queue::machine::blocking_queue::BlockingQueue;
///
/// let balance = close_often::<BlockingQueue<u64>>(10);
/// assert_eq!(balance.accepted, balance.popped);
/// ```
#[must_use]
pub fn close_often<C: Channel<u64>>(times: u64) -> Balance {
    let mut balance = Balance::default();
    for time in 0..times {
        let queue = C::bounded(ROOM);
        let run = together(2, |thread| match thread {
            0 => (0..).take_while(|&value| queue.push(value).is_ok()).count(),
            _ => {
                // The producer has begun by then; a little later each time, so that the end falls between other steps.
                let before = (0..=time % 32).filter_map(|_| queue.pop()).count();
                queue.close();
                before + std::iter::from_fn(|| queue.pop()).count()
            }
        });
        balance.accepted += run.results[0] as u64;
        balance.popped += run.results[1] as u64;
    }
    balance
}
