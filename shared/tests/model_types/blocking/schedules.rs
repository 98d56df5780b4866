//! Every schedule of a program by brute force: one step at a time, any thread that can take it.

use super::program::{Notes, Phrase, Program, unparked_by};
use std::collections::{BTreeSet, HashSet};

/// How a schedule ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// All threads have ended, and this is what they noted.
    All(Notes),
    /// Some wait, and none that is left can go on.
    Deadlock,
}

/// Returns the ends of every schedule.
pub fn every_end(program: &Program) -> BTreeSet<End> {
    let threads: Vec<Vec<Step>> = program
        .iter()
        .map(|phrases| phrases.iter().copied().flat_map(steps).collect())
        .collect();
    let start = State {
        next: vec![0; threads.len()],
        notes: vec![Vec::new(); threads.len()],
        permits: vec![false; threads.len()],
        ..State::default()
    };
    let mut ends = BTreeSet::new();
    explore(&threads, start, &mut HashSet::new(), &mut ends);
    ends
}

/// One indivisible step. Lock 2 is the read–write lock.
#[derive(Clone, Copy)]
enum Step {
    Add,
    Take(usize, Sharing),
    /// Takes the lock and notes 1, or notes 0 and skips the two steps that follow.
    Try(usize, Sharing),
    Note(usize, Sharing),
    Release(usize),
    Park,
    Unpark,
    LieDown,
    WakeUp,
    Notify {
        all: bool,
    },
    Raise,
    /// Lies down if the word holds this number, or skips the step that follows.
    Doze(u32),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Sharing {
    Alone,
    Shared,
}

fn steps(phrase: Phrase) -> Vec<Step> {
    use Sharing::{Alone, Shared};
    use Step::{Add, LieDown, Note, Notify, Release, Take, Try, WakeUp};
    match phrase {
        Phrase::Add => vec![Add],
        Phrase::Locked(at) => vec![Take(at, Alone), Note(at, Alone), Release(at)],
        Phrase::LockedAdd(at) => vec![Take(at, Alone), Add, Release(at)],
        Phrase::Tried(at) => vec![Try(at, Alone), Note(at, Alone), Release(at)],
        Phrase::Both(first, second) => vec![
            Take(first, Alone),
            Take(second, Alone),
            Add,
            Release(second),
            Release(first),
        ],
        Phrase::Read => vec![Take(2, Shared), Add, Note(2, Shared), Release(2)],
        Phrase::Written => vec![Take(2, Alone), Note(2, Alone), Release(2)],
        Phrase::TriedRead => vec![Try(2, Shared), Note(2, Shared), Release(2)],
        Phrase::TriedWritten => vec![Try(2, Alone), Note(2, Alone), Release(2)],
        Phrase::Park => vec![Step::Park],
        Phrase::Unpark => vec![Step::Unpark],
        Phrase::Wait => vec![
            Take(0, Alone),
            LieDown,
            Release(0),
            WakeUp,
            Take(0, Alone),
            Release(0),
        ],
        // No program has both, so those who sleep on the word and on the condition variable need not be told apart.
        Phrase::NotifyOne | Phrase::WakeOne => vec![Notify { all: false }],
        Phrase::NotifyAll | Phrase::WakeAll => vec![Notify { all: true }],
        Phrase::Raise => vec![Step::Raise],
        Phrase::Sleep(expected) => vec![Step::Doze(expected), WakeUp],
    }
}

#[derive(Clone, Default, PartialEq, Eq, Hash)]
struct State {
    /// By thread: the index of its next step.
    next: Vec<usize>,
    notes: Notes,
    counter: usize,
    /// What the locks guard.
    values: [usize; 3],
    holds: Vec<(usize, usize, Sharing)>,
    permits: Vec<bool>,
    word: u32,
    /// Who waits on the condition variable or sleeps on the word, longest first.
    asleep: Vec<usize>,
}

fn explore(
    threads: &[Vec<Step>],
    state: State,
    seen: &mut HashSet<State>,
    ends: &mut BTreeSet<End>,
) {
    if !seen.insert(state.clone()) {
        return;
    }
    let mut stuck = true;
    for (thread, steps) in threads.iter().enumerate() {
        let mut after = state.clone();
        if let Some(&step) = steps.get(state.next[thread])
            && after.take(thread, step)
        {
            stuck = false;
            explore(threads, after, seen, ends);
        }
    }
    if stuck {
        let is_over = (0..threads.len()).all(|thread| state.next[thread] == threads[thread].len());
        ends.insert(if is_over {
            End::All(state.notes)
        } else {
            End::Deadlock
        });
    }
}

impl State {
    /// Takes a step, if the thread need not wait.
    fn take(&mut self, thread: usize, step: Step) -> bool {
        self.next[thread] += 1;
        match step {
            Step::Add => {
                self.notes[thread].push(self.counter);
                self.counter += 1;
            }
            Step::Take(lock, sharing) => return self.hold(thread, lock, sharing),
            Step::Try(lock, sharing) => {
                let taken = self.hold(thread, lock, sharing);
                self.notes[thread].push(usize::from(taken));
                self.next[thread] += if taken { 0 } else { 2 };
            }
            Step::Note(lock, sharing) => {
                self.notes[thread].push(self.values[lock]);
                self.values[lock] += usize::from(sharing == Sharing::Alone);
            }
            Step::Release(lock) => self.holds.retain(|hold| (hold.0, hold.1) != (lock, thread)),
            Step::Park => return std::mem::take(&mut self.permits[thread]),
            Step::Unpark => self.permits[unparked_by(thread)] = true,
            Step::LieDown => self.asleep.push(thread),
            Step::WakeUp => return !self.asleep.contains(&thread),
            Step::Raise => {
                self.notes[thread].push(self.word as usize);
                self.word += 1;
            }
            Step::Doze(expected) if self.word == expected => self.asleep.push(thread),
            Step::Doze(_) => self.next[thread] += 1,
            Step::Notify { all } => {
                let woken = if all { self.asleep.len() } else { 1 };
                self.asleep.drain(..woken.min(self.asleep.len()));
            }
        }
        true
    }

    fn hold(&mut self, thread: usize, lock: usize, sharing: Sharing) -> bool {
        let conflicts = |hold: &&(usize, usize, Sharing)| {
            hold.0 == lock && (sharing, hold.2) != (Sharing::Shared, Sharing::Shared)
        };
        let free = self.holds.iter().find(conflicts).is_none();
        if free {
            self.holds.push((lock, thread, sharing));
            self.holds.sort_by_key(|hold| (hold.0, hold.1));
        }
        free
    }
}
