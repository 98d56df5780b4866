//! The laws of the read–write lock.

use super::super::read_write::ReadWriteLock;
use super::super::world::sync::Arc;
use super::super::world::sync::atomic::{AtomicBool, Ordering::Relaxed};
use super::super::world::{hint, thread};

/// Readers see all of a write or nothing of it, and so does a second writer.
///
/// # Panics
///
/// Panics if somebody sees half of a write, or if one is lost.
pub fn nobody_sees_half_a_write(readers: usize, writers: usize) {
    let pair = Arc::new(ReadWriteLock::new([0; 2]));
    let start = |act: fn(&ReadWriteLock<[usize; 2]>)| {
        let pair = Arc::clone(&pair);
        thread::spawn(move || act(&pair))
    };
    let readers = (0..readers).map(|_| start(see_both));
    let threads: Vec<_> = readers
        .chain((0..writers).map(|_| start(add_to_both)))
        .collect();
    for thread in threads {
        thread.join().expect("it does not panic");
    }
    assert_eq!(*pair.read(), [writers; 2], "a write was lost");
}

fn see_both(pair: &ReadWriteLock<[usize; 2]>) {
    let [one, other] = *pair.read();
    assert_eq!(one, other, "half a write was seen");
}

fn add_to_both(pair: &ReadWriteLock<[usize; 2]>) {
    let mut pair = pair.write();
    pair[0] += 1;
    pair[1] += 1;
}

/// Readers go in together: one reads, and still does when another has come and left.
///
/// # Panics
///
/// Panics if one reads something else. Where they go in one at a time, nothing panics: they wait for each other.
pub fn readers_go_in_together() {
    let lock = Arc::new(ReadWriteLock::new(7));
    let other = thread::spawn({
        let lock = Arc::clone(&lock);
        move || *lock.read()
    });
    let value = lock.read();
    let others = other.join().expect("reading does not panic");
    assert_eq!([*value, others], [7; 2]);
}

/// A writer that waits keeps new readers out, and has its turn when those that were in have left.
///
/// # Panics
///
/// Panics if the writer comes in beside a reader. Where new readers are let in, this goes on for ever.
pub fn a_waiting_writer_keeps_new_readers_out() {
    let shared = Arc::new((ReadWriteLock::new(0), AtomicBool::new(false)));
    let reader = shared.0.read();
    let writer = thread::spawn({
        let shared = Arc::clone(&shared);
        move || {
            let mut value = shared.0.write();
            // Relaxed: while the reader reads nothing may be seen here, in whatever order.
            shared.1.store(true, Relaxed);
            *value += 1;
        }
    });
    while shared.0.try_read().is_some() {
        hint::spin_loop();
    }
    assert!(!shared.1.load(Relaxed), "the writer is in beside a reader");
    drop(reader);
    writer.join().expect("writing does not panic");
    assert_eq!(*shared.0.read(), 1);
}
