//! What it takes to explain an execution, and what that does not claim.

use std::fmt;

/// Says what it takes to explain an execution.
///
/// The verdict is about these steps and these values, as one execution recorded them.
///
/// - It is not about the program: another execution of the same program may need more, or less.
/// - [`Interleaving`](Self::Interleaving) does not clear the program's memory orderings.
///   It says that this failure happens without them as well.
/// - [`WeakMemory`](Self::WeakMemory) is reached while steps on locks, cells, condition variables and permits
///   keep their recorded order, since what they guard is not recorded.
///   Had the locks been taken in another order, an interleaving might have had the same reads.
/// - Of a data race it says how the values came about. The race itself is that nothing orders the two accesses,
///   which no order of the steps can show.
/// - Values are told apart, not writes: a read counts as fresh if the newest value equals the one it saw,
///   whoever wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Taking turns is enough: there is an order in which every read sees the newest value.
    Interleaving,
    /// In every order of these steps some read sees a value that has already been overwritten.
    WeakMemory,
    /// There were too many orders to try, and some read is stale in the recorded one.
    Unsettled,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Interleaving => "explained by interleaving alone",
            Self::WeakMemory => "needs weak memory: no interleaving of these steps explains it",
            Self::Unsettled => "too long to re-order: the steps stand as recorded",
        })
    }
}
