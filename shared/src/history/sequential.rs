//! What an object does when one thread at a time calls it.

use std::fmt::Debug;
use std::hash::Hash;

/// Specifies an object by what it replies to calls that are made one after the other.
///
/// A value of the type is the state of the object. It must be small and cheap to clone:
/// the judge keeps one for each way to begin an order.
///
/// # Examples
///
/// A register, and the same with a write that may be refused for no reason:
///
/// ```
/// use shared::history::Sequential;
///
/// #[derive(Clone, Debug, PartialEq, Eq, Hash)]
/// struct Register(u8);
///
/// #[derive(Clone, Debug)]
/// enum Call { Write(u8), Read }
///
/// #[derive(Clone, Debug, PartialEq)]
/// enum Reply { Written, Refused, Value(u8) }
///
/// impl Sequential for Register {
///     type Call = Call;
///     type Reply = Reply;
///
///     fn apply(&mut self, call: &Call) -> Reply {
///         match call {
///             Call::Write(value) => { self.0 = *value; Reply::Written }
///             Call::Read => Reply::Value(self.0),
///         }
///     }
///
///     // Only for the choice: a refused write leaves the register as it was.
///     fn admits(&mut self, call: &Call, reply: &Reply) -> bool {
///         match (call, reply) {
///             (Call::Write(_), Reply::Refused) => true,
///             _ => self.apply(call) == *reply,
///         }
///     }
/// }
///
/// let mut register = Register(0);
/// assert!(register.admits(&Call::Write(1), &Reply::Refused));
/// assert!(register.admits(&Call::Read, &Reply::Value(0)));
/// ```
pub trait Sequential: Clone + Eq + Hash {
    /// What is asked of the object.
    type Call: Clone + Debug;
    /// What it replies.
    type Reply: Clone + PartialEq + Debug;

    /// Makes a call and returns the reply; the same state and call always do the same.
    fn apply(&mut self, call: &Self::Call) -> Self::Reply;

    /// Makes a call that got `reply` and returns whether it may have got it; if not, the state is not used again.
    ///
    /// Only a specification with a choice overrides it, to choose as the reply tells.
    fn admits(&mut self, call: &Self::Call, reply: &Self::Reply) -> bool {
        self.apply(call) == *reply
    }
}
