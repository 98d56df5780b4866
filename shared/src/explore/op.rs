//! What a step does: one indivisible operation, and how it is written when it has no label.

use std::fmt;

use super::expr::Expr;
use super::place::{Place, Update};

/// The register that forgets: a result that nobody looks at goes there.
pub const IGNORED: &str = "_";

/// One indivisible operation.
///
/// Expressions speak of the thread's registers; only [`Op::WaitUntil`] may also read shared variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Reads the place into a register.
    Load(String, Place),
    /// Writes to the place.
    Store(Place, Expr),
    /// Sets a register, without a look at shared memory.
    Compute(String, Expr),
    /// Reads the place into a register and writes it, in one step.
    Update(String, Place, Update),
    /// Takes a lock, once it is free.
    Lock(String),
    /// Gives a lock back.
    Unlock(String),
    /// Sleeps on a condition variable (first name) and gives the lock (second name) back,
    /// both in one step; a second step, once notified, takes the lock again.
    Wait(String, String),
    /// Wakes one thread that sleeps on the condition variable, if there is any.
    NotifyOne(String),
    /// Wakes all threads that sleep on the condition variable.
    NotifyAll(String),
    /// Waits until the thread's own stores have reached memory.
    Fence,
    /// Waits until the condition holds, as a spin loop does, but without counting its turns.
    WaitUntil(Expr),
    /// Does something that no other thread can see.
    Work(String),
}

impl Op {
    /// Returns the expressions it evaluates.
    pub(super) fn expressions(&self) -> Vec<&Expr> {
        match self {
            Op::Load(_, from) => from.index.iter().collect(),
            Op::Store(to, value) => to.index.iter().chain([value]).collect(),
            Op::Compute(_, value) | Op::WaitUntil(value) => vec![value],
            Op::Update(_, of, by) => of.index.iter().chain(by.expressions()).collect(),
            _ => vec![],
        }
    }

    /// Returns the register it sets.
    pub(super) fn sets(&self) -> Option<&str> {
        match self {
            Op::Load(into, _) | Op::Compute(into, _) | Op::Update(into, ..) if into != IGNORED => {
                Some(into)
            }
            _ => None,
        }
    }

    /// Returns the place in shared memory it reads or writes.
    pub(super) fn place(&self) -> Option<&Place> {
        match self {
            Op::Load(_, place) | Op::Store(place, _) | Op::Update(_, place, _) => Some(place),
            _ => None,
        }
    }

    /// Tells if the thread's own stores must have reached memory before it.
    pub(super) fn drains(&self) -> bool {
        !matches!(
            self,
            Op::Load(..) | Op::Store(..) | Op::Compute(..) | Op::WaitUntil(_) | Op::Work(_)
        )
    }
}

impl fmt::Display for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Op::Load(into, from) => write!(f, "{into} = {from}.load()"),
            Op::Store(to, value) => write!(f, "{to}.store({value})"),
            Op::Compute(into, value) => write!(f, "{into} = {value}"),
            Op::Update(into, of, by) if into == IGNORED => write!(f, "{of}.{by}"),
            Op::Update(into, of, by) => write!(f, "{into} = {of}.{by}"),
            Op::Lock(lock) => write!(f, "{lock}.lock()"),
            Op::Unlock(lock) => write!(f, "{lock}.unlock()"),
            Op::Wait(condvar, lock) => write!(f, "{condvar}.wait({lock})"),
            Op::NotifyOne(condvar) => write!(f, "{condvar}.notify_one()"),
            Op::NotifyAll(condvar) => write!(f, "{condvar}.notify_all()"),
            Op::Fence => write!(f, "fence()"),
            Op::WaitUntil(condition) => write!(f, "wait until {condition}"),
            Op::Work(what) => write!(f, "{what}"),
        }
    }
}
