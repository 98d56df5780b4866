//! Elsewhere: a table of sleepers, by the address of their word, under one mutex.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Thread};

/// Everybody who sleeps, longest first.
static ASLEEP: Mutex<Vec<Sleeper>> = Mutex::new(Vec::new());

struct Sleeper {
    address: usize,
    thread: Thread,
    /// Set under the table's lock. It tells a wakeup from a stray unpark, and publishes nothing, hence Relaxed.
    woken: Arc<AtomicBool>,
}

pub fn wait(word: &AtomicU32, expected: u32) {
    let mut asleep = table();
    // A waker changes the word before it takes the table's lock: either this sees the change, or the waker sees the entry.
    if word.load(Relaxed) != expected {
        return;
    }
    let woken = Arc::new(AtomicBool::new(false));
    asleep.push(Sleeper {
        address: address(word),
        thread: thread::current(),
        woken: Arc::clone(&woken),
    });
    drop(asleep);
    while !woken.load(Relaxed) {
        thread::park();
    }
}

pub fn wake(word: &AtomicU32, at_most: i32) {
    let mut left = at_most;
    table().retain(|sleeper| {
        let wakes = left > 0 && sleeper.address == address(word);
        if wakes {
            left -= 1;
            sleeper.woken.store(true, Relaxed);
            sleeper.thread.unpark();
        }
        !wakes
    });
}

fn address(word: &AtomicU32) -> usize {
    std::ptr::from_ref(word).addr()
}

fn table() -> MutexGuard<'static, Vec<Sleeper>> {
    // Nothing panics under the lock but a failed allocation, before which the table is as it was.
    ASLEEP.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{ASLEEP, address, wait, wake};
    use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
    use std::thread;

    fn asleep_on(word: &AtomicU32) -> usize {
        let asleep = ASLEEP.lock().unwrap();
        asleep
            .iter()
            .filter(|sleeper| sleeper.address == address(word))
            .count()
    }

    #[test]
    fn who_expects_another_value_does_not_sleep() {
        wait(&AtomicU32::new(1), 0);
    }

    #[test]
    fn a_wake_reaches_as_many_sleepers_as_it_says_and_only_those_of_its_word() {
        let [word, other] = [0, 0].map(AtomicU32::new);
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| wait(&word, 0));
            }
            while asleep_on(&word) < 3 {
                thread::yield_now();
            }
            wake(&other, i32::MAX);
            assert_eq!(asleep_on(&word), 3);
            wake(&word, 1);
            assert_eq!(asleep_on(&word), 2);
            wake(&word, i32::MAX);
            assert_eq!(asleep_on(&word), 0);
        });
    }

    #[test]
    fn no_wakeup_is_lost_between_two_threads_that_take_turns() {
        const TURNS: u32 = 2_000;
        let turn = AtomicU32::new(0);
        let play = |mine: u32| {
            for next in (mine..TURNS).step_by(2) {
                loop {
                    match turn.load(Relaxed) {
                        seen if seen == next => break,
                        seen => wait(&turn, seen),
                    }
                }
                turn.store(next + 1, Relaxed);
                wake(&turn, i32::MAX);
            }
        };
        thread::scope(|scope| {
            scope.spawn(|| play(0));
            play(1);
        });
        assert_eq!(turn.into_inner(), TURNS);
    }
}
