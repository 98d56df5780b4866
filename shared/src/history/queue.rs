//! A queue that one thread uses: first in, first out, of bounded length or not, open or closed.

use super::Sequential;
use std::collections::VecDeque;
use std::fmt::{self, Debug};

/// Specifies a queue.
///
/// A push or a pop that waits is specified by the same replies: it returns `Pushed` or `Popped` only once it can,
/// and a pop that waits never returns `Empty`.
///
/// # Examples
///
/// ```
/// use shared::history::{Queue, QueueCall::*, QueueReply::*, Sequential};
///
/// let mut queue = Queue::bounded(1);
/// assert_eq!(queue.apply(&Push('a')), Pushed);
/// assert_eq!(queue.apply(&Push('b')), Full);
/// assert_eq!(queue.apply(&Close), Closed);
/// assert_eq!(queue.apply(&Push('b')), Closed);
/// assert_eq!(queue.apply(&Pop), Popped('a'));
/// assert_eq!(queue.apply(&Pop), Closed);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Queue<T> {
    values: VecDeque<T>,
    capacity: usize,
    is_closed: bool,
}

/// Names what can be asked of a queue.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum QueueCall<T> {
    /// Puts a value at the end.
    Push(T),
    /// Takes the value at the front.
    Pop,
    /// Lets no more values in.
    Close,
}

/// Names what a queue replies.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum QueueReply<T> {
    /// To a push: it is in.
    Pushed,
    /// To a push: there is no room.
    Full,
    /// To a pop: the value.
    Popped(T),
    /// To a pop: there is none now.
    Empty,
    /// To a push: nothing is let in any more; to a pop: there is none, and none will come; to a close: done.
    Closed,
}

impl<T> Queue<T> {
    /// Creates an empty queue with room for any number of values.
    #[must_use]
    pub const fn unbounded() -> Self {
        Self::bounded(usize::MAX)
    }

    /// Creates an empty queue with room for so many values.
    #[must_use]
    pub const fn bounded(capacity: usize) -> Self {
        Self {
            values: VecDeque::new(),
            capacity,
            is_closed: false,
        }
    }
}

impl<T: Clone + Eq + std::hash::Hash + Debug> Sequential for Queue<T> {
    type Call = QueueCall<T>;
    type Reply = QueueReply<T>;

    // ANCHOR: apply
    fn apply(&mut self, call: &QueueCall<T>) -> QueueReply<T> {
        match call {
            QueueCall::Push(_) if self.is_closed => QueueReply::Closed,
            QueueCall::Push(_) if self.values.len() >= self.capacity => QueueReply::Full,
            QueueCall::Push(value) => {
                self.values.push_back(value.clone());
                QueueReply::Pushed
            }
            QueueCall::Pop => match self.values.pop_front() {
                Some(value) => QueueReply::Popped(value),
                None if self.is_closed => QueueReply::Closed,
                None => QueueReply::Empty,
            },
            QueueCall::Close => {
                self.is_closed = true;
                QueueReply::Closed
            }
        }
    }
    // ANCHOR_END: apply
}

impl<T: Debug> Debug for QueueCall<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Push(value) => write!(f, "push({value:?})"),
            Self::Pop => f.write_str("pop()"),
            Self::Close => f.write_str("close()"),
        }
    }
}

impl<T: Debug> Debug for QueueReply<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pushed => f.write_str("Ok"),
            Self::Full => f.write_str("full"),
            Self::Popped(value) => write!(f, "Some({value:?})"),
            Self::Empty => f.write_str("None"),
            Self::Closed => f.write_str("closed"),
        }
    }
}
