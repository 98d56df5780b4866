//! Small programs that wait, as data.

/// What a thread does next. Each phrase notes what it has seen.
#[derive(Clone, Copy, Debug)]
pub enum Phrase {
    /// Counts the counter up and notes what it was.
    Add,
    /// Counts a mutex's value up and notes what it was.
    Locked(usize),
    /// Does `Add` under a mutex.
    LockedAdd(usize),
    /// Does `Locked` if the mutex can be had at once; notes whether.
    Tried(usize),
    /// Does `Add` under two mutexes, taken in this order.
    Both(usize, usize),
    /// Notes the value of the read–write lock, twice.
    Read,
    /// Counts the value of the read–write lock up and notes what it was.
    Written,
    /// Does `Read` if it can be done at once; notes whether.
    TriedRead,
    /// Does `Written` if it can be done at once; notes whether.
    TriedWritten,
    /// Parks.
    Park,
    /// Unparks the other thread; of three, the first unparks the second, and the others the first.
    Unpark,
    /// Waits on the condition variable under mutex 0.
    Wait,
    /// Notifies one that waits, without the mutex.
    NotifyOne,
    /// Notifies all that wait, without the mutex.
    NotifyAll,
    /// Counts the word up and notes what it was.
    Raise,
    /// Sleeps on the word if it holds this number.
    Sleep(u32),
    /// Wakes one that sleeps on the word.
    WakeOne,
    /// Wakes all that sleep on the word.
    WakeAll,
}

/// By thread, what it does.
pub type Program = Vec<Vec<Phrase>>;

/// What a program has noted, by thread.
pub type Notes = Vec<Vec<usize>>;

/// Returns whom a thread unparks.
pub fn unparked_by(thread: usize) -> usize {
    usize::from(thread == 0)
}
