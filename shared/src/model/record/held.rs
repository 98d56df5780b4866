//! Who holds which lock.

use super::{Begun, Recorder};
use crate::timeline::Effect;

/// Tells that a thread holds a lock.
#[derive(Clone, Copy)]
pub struct Held {
    lane: usize,
    object: usize,
    /// The operation that took it: `lock`, `try_read`.
    operation: &'static str,
}

impl Recorder {
    /// Follows an operation that took or gave back a lock.
    pub(super) fn follow_lock(&mut self, lane: usize, begun: &Begun, effect: Effect) {
        let Some(object) = begun.object else { return };
        match effect {
            Effect::Acquire => self.hold(lane, object, begun.operation),
            Effect::Release => self.let_go(lane, object),
            _ => {}
        }
    }

    pub(super) fn hold(&mut self, lane: usize, object: usize, operation: &'static str) {
        self.held.push(Held {
            lane,
            object,
            operation,
        });
    }

    pub(super) fn let_go(&mut self, lane: usize, object: usize) {
        let of_this = |held: &Held| (held.lane, held.object) == (lane, object);
        if let Some(at) = self.held.iter().rposition(of_this) {
            self.held.remove(at);
        }
    }

    /// Returns by which operation a thread holds a lock, if it does.
    pub(super) fn held_by(&self, lane: usize, object: usize) -> Option<&'static str> {
        let of_this = |held: &&Held| (held.lane, held.object) == (lane, object);
        self.held.iter().rfind(of_this).map(|held| held.operation)
    }
}
