//! When a thread may take its next step, and what stands in its way when it may not.

use super::config::Config;
use super::letter;
use super::memory::BUFFER_SIZE;
use super::op::Op;
use super::reason::Reason;
use super::rules::Rules;

impl Rules {
    /// Returns what keeps the thread from taking its next step, if anything does.
    pub(super) fn obstacle(&self, config: &Config, thread: usize) -> Option<Reason> {
        let local = &config.threads[thread];
        let Some(step) = self.program.threads[thread].get(local.at) else {
            return Some(Reason::Finished);
        };
        if step.op.drains() && !config.buffer(thread).is_empty() {
            return Some(Reason::Draining);
        }
        match &step.op {
            Op::Store(..) if config.buffer(thread).len() == BUFFER_SIZE => Some(Reason::BufferFull),
            Op::Lock(lock) => self.held(config, thread, lock),
            Op::Wait(condvar, lock) if local.asleep => self
                .asleep(config, thread, condvar)
                .or_else(|| self.held(config, thread, lock)),
            Op::WaitUntil(condition) if self.eval(config, thread, condition) == 0 => {
                Some(Reason::Until(condition.clone()))
            }
            _ => None,
        }
    }

    fn held(&self, config: &Config, thread: usize, lock: &str) -> Option<Reason> {
        let holder = config.holders[self.lock(lock)]?;
        if holder == thread {
            return Some(Reason::OwnLock(lock.into()));
        }
        let forever = config.threads[holder].at == self.program.threads[holder].len();
        let (lock, holder) = (lock.into(), letter::name(holder));
        Some(Reason::Lock {
            lock,
            holder,
            forever,
        })
    }

    fn asleep(&self, config: &Config, thread: usize, condvar: &str) -> Option<Reason> {
        let notified = config.signals[self.condvar(condvar)].reach(thread);
        let wakes = notified || self.program.spurious_wakeups;
        (!wakes).then(|| Reason::Asleep(condvar.into()))
    }

    /// Returns the place of a lock among those of the program.
    pub(super) fn lock(&self, name: &str) -> usize {
        let found = self.program.locks.iter().position(|lock| lock == name);
        found.expect("the check has found every lock")
    }

    /// Returns the place of a condition variable among those of the program.
    pub(super) fn condvar(&self, name: &str) -> usize {
        let mut condvars = self.program.condvars.iter();
        let found = condvars.position(|condvar| condvar == name);
        found.expect("the check has found every condition variable")
    }
}
