//! One letter of a schedule: `A` lets thread A take its next step, `a` flushes A's oldest store.

/// The most threads a program can have: one for each letter, and for each bit of a set of threads.
pub(super) const MOST_THREADS: usize = 26;

/// Who moves; threads are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// The thread takes its next step.
    Step(usize),
    /// The thread's oldest buffered store reaches memory.
    Flush(usize),
}

impl Letter {
    /// Returns all letters in the order that breaks ties: steps first, then flushes.
    pub(super) fn all(threads: usize, store_buffers: bool) -> Vec<Letter> {
        let flushing = if store_buffers { threads } else { 0 };
        let steps = (0..threads).map(Letter::Step);
        steps.chain((0..flushing).map(Letter::Flush)).collect()
    }

    /// Returns how the letter is written.
    pub(super) fn char(self) -> char {
        match self {
            Letter::Step(thread) => name(thread),
            Letter::Flush(thread) => name(thread).to_ascii_lowercase(),
        }
    }
}

/// Returns the name of a thread: `A` for the first.
pub(super) fn name(thread: usize) -> char {
    assert!(
        thread < MOST_THREADS,
        "a program has at most {MOST_THREADS} threads"
    );
    char::from(b'A' + thread as u8)
}

/// Returns the thread of that name.
pub(super) fn thread(name: char) -> Option<usize> {
    name.is_ascii_uppercase()
        .then(|| usize::from(name as u8 - b'A'))
}
