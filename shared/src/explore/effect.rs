//! What a step does to the configuration, once nothing stands in its way.

use super::config::Config;
use super::expr::Value;
use super::letter;
use super::op::Op;
use super::place::{Place, Update};
use super::rules::Rules;

impl Rules {
    /// Returns the configuration after the thread's next step.
    pub(super) fn step(&self, before: &Config, thread: usize) -> Config {
        let mut after = before.clone();
        let local = &before.threads[thread];
        let op = &self.program.threads[thread][local.at].op;
        if let (Op::Wait(_, lock), false) = (op, local.asleep) {
            self.unlock(&mut after, thread, lock);
            after.threads[thread].asleep = true;
            return after;
        }
        self.apply(op, before, &mut after, thread);
        self.advance(&mut after, thread);
        self.forget_dead(&mut after, thread);
        after
    }

    fn apply(&self, op: &Op, before: &Config, after: &mut Config, thread: usize) {
        match op {
            Op::Load(into, from) => {
                let value = self.read(before, thread, self.cell(before, thread, from));
                self.set(after, thread, into, value);
            }
            Op::Store(to, value) => {
                let value = self.eval(before, thread, value);
                self.write(after, thread, self.cell(before, thread, to), value);
            }
            Op::Compute(into, value) => {
                let value = self.eval(before, thread, value);
                self.set(after, thread, into, value);
            }
            Op::Update(into, of, by) => {
                let old = self.update(before, after, thread, of, by);
                self.set(after, thread, into, old);
            }
            Op::Lock(lock) => after.holders[self.lock(lock)] = Some(thread),
            Op::Unlock(lock) => self.unlock(after, thread, lock),
            Op::Wait(condvar, lock) => {
                after.threads[thread].asleep = false;
                after.signals[self.condvar(condvar)].wake(thread);
                after.holders[self.lock(lock)] = Some(thread);
            }
            Op::NotifyOne(condvar) => {
                after.signals[self.condvar(condvar)].notify_one(self.sleepers(before, condvar));
            }
            Op::NotifyAll(condvar) => {
                after.signals[self.condvar(condvar)].notify_all(self.sleepers(before, condvar));
            }
            Op::Fence | Op::WaitUntil(_) | Op::Work(_) => {}
        }
    }

    /// Reads and writes in one step, past the store buffer, which is empty by now.
    fn update(
        &self,
        before: &Config,
        after: &mut Config,
        thread: usize,
        of: &Place,
        by: &Update,
    ) -> Value {
        let cell = self.cell(before, thread, of);
        let old = before.values[cell];
        if let Some(new) = by.over(old, |expr| self.eval(before, thread, expr)) {
            after.values[cell] = new;
        }
        old
    }

    fn set(&self, after: &mut Config, thread: usize, register: &str, value: Value) {
        if let Some(i) = self.register(thread, register) {
            after.values[i] = value;
        }
    }

    fn unlock(&self, after: &mut Config, thread: usize, lock: &str) {
        let holder = after.holders[self.lock(lock)].take();
        let name = letter::name(thread);
        assert!(
            holder == Some(thread),
            "thread {name} gives `{lock}` back without holding it"
        );
    }

    /// Returns the threads that sleep on the condition variable, a bit each.
    fn sleepers(&self, config: &Config, condvar: &str) -> u32 {
        let threads = 0..config.threads.len();
        let sleepers = threads.filter(|thread| self.sleeps_on(config, *thread, condvar));
        sleepers.map(|thread| 1 << thread).sum()
    }

    fn sleeps_on(&self, config: &Config, thread: usize, condvar: &str) -> bool {
        let local = &config.threads[thread];
        let waits = |op: &Op| matches!(op, Op::Wait(on, _) if on == condvar);
        local.asleep && waits(&self.program.threads[thread][local.at].op)
    }

    fn advance(&self, after: &mut Config, thread: usize) {
        let steps = &self.program.threads[thread];
        let at = after.threads[thread].at;
        let jumps = |condition| self.eval(after, thread, condition) != 0;
        after.threads[thread].at = match &steps[at].jump {
            Some(jump) if jump.when.as_ref().is_none_or(jumps) => jump.target(steps),
            _ => at + 1,
        };
    }
}
