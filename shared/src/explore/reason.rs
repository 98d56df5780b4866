//! Why a thread cannot move, in words for a reader.

use std::fmt;

use super::expr::Expr;

/// Why a letter cannot come next in a schedule; its text continues "thread A …".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The thread has taken its last step.
    Finished,
    /// Another thread holds the lock.
    Lock {
        /// The lock.
        lock: String,
        /// The thread that holds it.
        holder: char,
        /// Whether the holder has finished, and will never give the lock back.
        forever: bool,
    },
    /// The thread itself already holds the lock.
    OwnLock(String),
    /// It sleeps on this condition variable and has not been notified.
    Asleep(String),
    /// The condition does not hold.
    Until(Expr),
    /// There is no room for its store until an older one has reached memory.
    BufferFull,
    /// Its stores must reach memory first.
    Draining,
    /// It has no store to flush.
    NothingBuffered,
    /// The program has no such thread, or no store buffers.
    Unknown,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Finished => write!(f, "has finished"),
            Reason::Lock {
                lock,
                holder,
                forever,
            } => {
                let end = if *forever { ", which has finished" } else { "" };
                write!(f, "waits for `{lock}`, held by {holder}{end}")
            }
            Reason::OwnLock(lock) => write!(f, "waits for `{lock}`, which it holds itself"),
            Reason::Asleep(condvar) => write!(f, "sleeps on `{condvar}` until it is notified"),
            Reason::Until(condition) => write!(f, "waits until {condition}"),
            Reason::BufferFull => write!(f, "waits for room in its store buffer"),
            Reason::Draining => write!(f, "waits until its buffered stores have reached memory"),
            Reason::NothingBuffered => write!(f, "has no buffered store to flush"),
            Reason::Unknown => write!(f, "is not part of this program"),
        }
    }
}
