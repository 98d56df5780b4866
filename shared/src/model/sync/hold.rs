//! What mutexes and read–write locks have in common: a lock of the checker, and a hold on it.

use super::attempts::Attempts;
use crate::model::record::{self, Object, Source};
use crate::timeline::Effect;
use std::mem::ManuallyDrop;
use std::panic::Location;

/// Holds a lock of the checker, recorded.
pub struct Lock<L> {
    object: Object,
    /// `None` if it was created while a failure unwinds, when the checker is gone.
    native: Option<Native<L>>,
}

struct Native<L> {
    lock: L,
    attempts: Attempts,
}

/// Keeps a lock until it is given back or dropped.
pub struct Hold<'a, G> {
    object: Object,
    attempts: Option<&'a Attempts>,
    /// The guard in the checker; `None` once given back, and if taken while a failure unwinds.
    native: Option<G>,
    /// Where the lock was taken. A drop has no place of its own, so its row shows this one.
    place: Source,
}

impl<L> Lock<L> {
    #[track_caller]
    pub fn new(kind: &'static str, lock: impl FnOnce() -> L) -> Self {
        let object = Object::new(kind);
        let native = record::is_live().then(|| Native {
            lock: lock(),
            attempts: Attempts::new(),
        });
        Self { object, native }
    }

    #[track_caller]
    pub fn rename(&self, name: &'static str) {
        self.object.rename(name);
    }

    /// Returns by which operation the running thread holds this lock, if it does.
    #[track_caller]
    pub fn held(&self) -> Option<&'static str> {
        self.object.held()
    }

    /// Waits until the lock can be taken, and takes it.
    ///
    /// While a failure unwinds nothing is waited for: every other thread of the execution has run for the last time,
    /// so none reaches what the lock guards. The running thread itself must not hold the lock, unless it took it by an
    /// operation of `shared_with`: where `std` would wait for ever, the process ends in plain words.
    #[track_caller]
    pub fn take<'a, G>(
        &'a self,
        operation: &'static str,
        shared_with: &[&str],
        take: impl FnOnce(&'a L) -> G,
    ) -> Hold<'a, G> {
        if !record::is_live() {
            self.object.take_unwinding(operation, shared_with);
            return self.hold(None);
        }
        let native = self.object.step(operation, None, Effect::Acquire, || {
            (take(&self.live().lock), Effect::Acquire)
        });
        self.hold(Some(native))
    }

    /// Takes the lock if it can be taken at once; never while a failure unwinds.
    #[track_caller]
    pub fn attempt<'a, G>(
        &'a self,
        operation: &'static str,
        take: impl FnOnce(&'a L) -> Option<G>,
    ) -> Option<Hold<'a, G>> {
        if !record::is_live() {
            return None;
        }
        let native = self.object.step(operation, None, Effect::Touch, || {
            let Native { lock, attempts } = self.live();
            let native = attempts.make(|| take(lock));
            let effect = native.as_ref().map_or(Effect::Touch, |_| Effect::Acquire);
            (native, effect)
        })?;
        Some(self.hold(Some(native)))
    }

    #[track_caller]
    fn hold<G>(&self, native: Option<G>) -> Hold<'_, G> {
        Hold {
            object: self.object,
            attempts: self.native.as_ref().map(|native| &native.attempts),
            native,
            place: Location::caller(),
        }
    }

    /// Returns the lock in the checker, to an operation that was let pass.
    fn live(&self) -> &Native<L> {
        let native = self.native.as_ref();
        native.expect("what was made while a failure unwound meets no later operation")
    }
}

impl<G> Hold<'_, G> {
    /// Gives the lock back, unless that was done before.
    #[track_caller]
    pub fn give_back(&mut self) {
        self.release(Location::caller());
    }

    fn release(&mut self, place: Source) {
        // While a failure unwinds the checker's guard must not be dropped, since it would ask for the checker.
        let native = self.native.take().map(ManuallyDrop::new);
        if !record::is_live() {
            self.object.drop_unwinding();
            return;
        }
        let Some(native) = native else { return };
        self.object.release(place, || {
            if let Some(attempts) = self.attempts {
                attempts.give_way();
            }
            drop(ManuallyDrop::into_inner(native));
        });
    }
}

impl<G> Drop for Hold<'_, G> {
    fn drop(&mut self) {
        self.release(self.place);
    }
}
