//! The rings of the lesson, with real threads and the sanitizer looking on.
//!
//! ThreadSanitizer: silent
//! AddressSanitizer: silent
//!
//! Two are not among them, since the sanitizer follows neither the lock of an uninstrumented `std`, behind which the blocking
//! queue is, nor the fence by which the last `Arc` frees, as both ends of a channel for one value have to.

use queue::machine::channel::Channel;
use queue::machine::fifo::Fifo;
use queue::machine::lamport_ring::LamportRing;
use queue::machine::laws;
use queue::machine::mpmc_queue::MpmcQueue;
use queue::machine::parking_queue::ParkingQueue;
use queue::machine::spsc_ring::SpscRing;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

/// How many values each of two producers pushes.
const VALUES: usize = 5_000;

fn main() -> ExitCode {
    if !cfg!(sanitizing) {
        eprintln!("this program is for ThreadSanitizer: cargo xtask sanitize queue");
        return ExitCode::from(2);
    }
    laws::what_was_written_is_read::<LamportRing<u32>>(3, 1_000);
    laws::what_was_written_is_read::<SpscRing<u32>>(3, 1_000);
    laws::what_a_ring_holds_is_dropped_once::<SpscRing<_>>();
    laws::what_a_queue_holds_is_dropped_once::<MpmcQueue<_>>();
    let sums = [
        sum_of::<MpmcQueue<Box<usize>>>(),
        sum_of::<ParkingQueue<Box<usize>>>(),
        sum_waited_for(),
    ];
    println!("sums {sums:?}, of each 2 x 1 to {VALUES}");
    ExitCode::from(u8::from(sums != [VALUES * (VALUES + 1); 3]))
}

/// Has two threads push and pop as many values each, in boxes, and returns the sum of what was popped.
fn sum_of<F: Fifo<Box<usize>>>() -> usize {
    let queue = Arc::new(F::bounded(4));
    let trade = || {
        let queue = Arc::clone(&queue);
        thread::spawn(move || {
            (1..=VALUES)
                .map(|value| trade_one(&*queue, value))
                .sum::<usize>()
        })
    };
    let traders = [trade(), trade()];
    traders
        .map(|trader| trader.join().expect("trading does not panic"))
        .iter()
        .sum()
}

/// Pushes a value, and pops one: two threads that do so find room and a value.
fn trade_one(queue: &impl Fifo<Box<usize>>, value: usize) -> usize {
    let mut boxed = Box::new(value);
    while let Err(back) = queue.try_push(boxed) {
        boxed = back;
    }
    loop {
        if let Some(boxed) = queue.try_pop() {
            return *boxed;
        }
    }
}

/// The same with a queue at which a consumer waits, and which is closed at the end.
fn sum_waited_for() -> usize {
    let queue = Arc::new(<ParkingQueue<Box<usize>> as Channel<_>>::bounded(4));
    let consumer = thread::spawn({
        let queue = Arc::clone(&queue);
        move || std::iter::from_fn(|| queue.pop()).map(|boxed| *boxed).sum()
    });
    let producers = [(), ()].map(|()| {
        let queue = Arc::clone(&queue);
        thread::spawn(move || {
            (1..=VALUES).for_each(|value| queue.push(Box::new(value)).expect("it is open"));
        })
    });
    for producer in producers {
        producer.join().expect("pushing does not panic");
    }
    queue.close();
    consumer.join().expect("popping does not panic")
}
