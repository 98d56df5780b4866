//! Notifications on a condition variable: which sleepers each of them may still wake.

/// Notifications given and not yet received, each as the set of threads it may wake (a bit each).
///
/// Which sleeper a notification wakes is not settled when it is given, but by who moves first.
/// So no schedule is left out, and a letter still leads to one state only.
///
/// Sets only grow from the first to the last, as a thread that still sleeps was there for every
/// later notification too; and the i-th, counted from 1, has at least i members, as each wakes one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Signals(Vec<u32>);

impl Signals {
    /// Wakes one of the sleepers; lost when those before it already wake them all.
    pub(super) fn notify_one(&mut self, sleepers: u32) {
        if self.0.len() < sleepers.count_ones() as usize {
            self.0.push(sleepers);
        }
    }

    /// Wakes every sleeper.
    pub(super) fn notify_all(&mut self, sleepers: u32) {
        self.0 = vec![sleepers; sleepers.count_ones() as usize];
    }

    /// Returns the sets, from the first notification to the last.
    pub(super) fn sets(&self) -> &[u32] {
        &self.0
    }

    /// Tells if the sleeping thread may wake.
    pub(super) fn reach(&self, thread: usize) -> bool {
        self.0.iter().any(|set| set & (1 << thread) != 0)
    }

    /// The thread wakes, by the first notification that reaches it: those after it reach more
    /// threads, and stay for them.
    pub(super) fn wake(&mut self, thread: usize) {
        let reaches = |set: &u32| set & (1 << thread) != 0;
        if let Some(first) = self.0.iter().position(reaches) {
            self.0.remove(first);
        }
        for set in &mut self.0 {
            *set &= !(1 << thread);
        }
    }
}
