//! The words a program is written in: one function for each kind of step.

use super::expr::Expr;
use super::op::Op;
use super::place::{Place, Update};
use super::step::Step;

/// Reads a shared variable into a register.
pub fn load(into: &str, from: impl Into<Place>) -> Step {
    Step::new(Op::Load(into.into(), from.into()))
}

/// Writes a shared variable.
pub fn store(to: impl Into<Place>, value: impl Into<Expr>) -> Step {
    Step::new(Op::Store(to.into(), value.into()))
}

/// Sets a register, without a look at shared memory.
pub fn compute(into: &str, value: impl Into<Expr>) -> Step {
    Step::new(Op::Compute(into.into(), value.into()))
}

/// Adds to a shared variable in one step; the register receives the old value.
pub fn fetch_add(into: &str, of: impl Into<Place>, more: impl Into<Expr>) -> Step {
    Step::new(Op::Update(into.into(), of.into(), Update::Add(more.into())))
}

/// Writes a shared variable in one step with the read; the register receives the old value.
pub fn swap(into: &str, of: impl Into<Place>, new: impl Into<Expr>) -> Step {
    Step::new(Op::Update(into.into(), of.into(), Update::Swap(new.into())))
}

/// Writes a shared variable if it has the expected value, in one step.
///
/// The register receives the old value: the exchange took place if that is the expected one.
pub fn compare_exchange(
    into: &str,
    of: impl Into<Place>,
    expected: impl Into<Expr>,
    new: impl Into<Expr>,
) -> Step {
    let update = Update::CompareExchange(expected.into(), new.into());
    Step::new(Op::Update(into.into(), of.into(), update))
}

/// Takes a lock, once it is free.
pub fn lock(name: &str) -> Step {
    Step::new(Op::Lock(name.into()))
}

/// Gives a lock back.
pub fn unlock(name: &str) -> Step {
    Step::new(Op::Unlock(name.into()))
}

/// Gives the lock back and sleeps until notified, in one step; takes the lock again in a second one.
pub fn wait(condvar: &str, lock: &str) -> Step {
    Step::new(Op::Wait(condvar.into(), lock.into()))
}

/// Wakes one thread that sleeps on the condition variable, if there is any.
pub fn notify_one(condvar: &str) -> Step {
    Step::new(Op::NotifyOne(condvar.into()))
}

/// Wakes all threads that sleep on the condition variable.
pub fn notify_all(condvar: &str) -> Step {
    Step::new(Op::NotifyAll(condvar.into()))
}

/// Waits until the thread's own stores have reached memory; without store buffers they always have.
pub fn fence() -> Step {
    Step::new(Op::Fence)
}

/// Waits until the condition, read in one step, holds: a spin loop as a single blocked step.
pub fn wait_until(condition: impl Into<Expr>) -> Step {
    Step::new(Op::WaitUntil(condition.into()))
}

/// Does something that no other thread can see, and that takes a step.
pub fn work(what: &str) -> Step {
    Step::new(Op::Work(what.into()))
}

/// Picks the cell of a shared array: `at("next", "head")` is `next[head]`.
pub fn at(array: &str, index: impl Into<Expr>) -> Place {
    let (name, index) = (array.into(), Some(index.into()));
    Place { name, index }
}
