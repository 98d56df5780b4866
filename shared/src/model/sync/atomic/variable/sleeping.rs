//! Sleeping until a variable changes.
//!
//! To look and to fall asleep are one step, as the kernel makes them one: both come with a single operation of the
//! checker, an update that changes nothing. A waker makes the same update, so that the checker tries either order of the
//! two, and of each with every write.

use super::Variable;
use crate::model::record::Lane;
use crate::model::wait::Queue;
use crate::timeline::{Effect, Value};
use loom::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::Relaxed;

impl Variable<AtomicU32> {
    /// Sleeps if the newest value is `expected`, until woken.
    #[track_caller]
    pub fn wait(&self, expected: u32) {
        let Some(word) = self.live() else { return };
        // A thread sleeps in one place at a time, so its lane serves as the ticket.
        let ticket = Lane::current();
        let sleeps = self.object.step("wait", None, Effect::Local, || {
            let value = self.look(word);
            let shown = Value::Unsigned(value.into());
            if value != expected {
                return (false, Effect::Refused(shown));
            }
            self.asleep.lie_down(ticket);
            (true, Effect::Sleep(shown))
        });
        if sleeps {
            self.object.step("woken", None, Effect::Touch, || {
                (self.asleep.sleep(ticket), Effect::Touch)
            });
        }
    }

    /// Wakes who sleeps, as `wake` says.
    #[track_caller]
    pub fn wake(&self, operation: &'static str, wake: fn(&Queue)) {
        if let Some(word) = self.live() {
            self.object.step(operation, None, Effect::Touch, || {
                self.look(word);
                (wake(&self.asleep), Effect::Touch)
            });
        }
    }

    /// Reads the newest value, and publishes nothing: the kernel orders no memory of its callers.
    fn look(&self, word: &AtomicU32) -> u32 {
        let value = self.operate(Relaxed, || word.fetch_or(0, self.strength(Relaxed)));
        self.overwrite(value);
        value
    }
}
