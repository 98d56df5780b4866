//! The objects of an execution: variables, locks, cells.

use super::run::FOREIGN;
use super::step::{Begun, step};
use super::{LANE, Run, Source, admit, give_up, if_recording, is_live, pointer, with};
use crate::timeline::Effect;
use std::panic::Location;
use std::sync::atomic::Ordering;

/// Tells where an object came to be.
#[derive(Clone)]
pub struct Created {
    pub kind: &'static str,
    pub place: Source,
    pub name: Option<&'static str>,
    /// The number under which pointers to it are shown, if that is its name.
    pub pointer: Option<usize>,
}

/// Names an object of the model: a variable, a lock, a cell.
#[derive(Clone, Copy, Debug)]
pub struct Object {
    run: Run,
    number: usize,
}

impl Object {
    /// Enters a new object; while a failure unwinds, one that nobody will see.
    #[track_caller]
    pub fn new(kind: &'static str) -> Self {
        if !is_live() {
            return Self::hidden();
        }
        Self::create(kind, None)
    }

    /// Enters what pointers to `address` point to, in an execution that can go on.
    #[track_caller]
    pub fn at(address: usize) -> Self {
        Self::create("node", Some(pointer(address)))
    }

    #[track_caller]
    fn create(kind: &'static str, pointer: Option<usize>) -> Self {
        let place = Location::caller();
        admit(None);
        with(|recorder| {
            recorder.objects.push(Created {
                kind,
                place,
                name: None,
                pointer,
            });
            Self {
                run: recorder.run,
                number: recorder.objects.len() - 1,
            }
        })
    }

    /// Numbers an object that is made while a failure unwinds, beyond those that are shown.
    pub fn hidden() -> Self {
        let number =
            if_recording(|recorder| recorder.objects.len() + recorder.trouble.hide_object());
        Self {
            run: Run::current(),
            number: number.unwrap_or_default(),
        }
    }

    /// Calls the object `name` in timelines.
    #[track_caller]
    pub fn rename(self, name: &'static str) {
        if is_live() {
            self.run.admit();
            with(|recorder| recorder.objects[self.number].name = Some(name));
        }
    }

    /// Runs an operation on the object: begun before `act`, taken when `act` returns what it did.
    #[track_caller]
    pub fn step<R>(
        self,
        operation: &'static str,
        order: Option<Ordering>,
        intent: Effect,
        act: impl FnOnce() -> (R, Effect),
    ) -> R {
        let what = Begun {
            object: Some(self.number),
            operation,
            order,
            intent,
            place: Location::caller(),
        };
        step(Some(self.run), what, act)
    }

    /// Runs an operation that was called at `place`; the compiler does not tell a place for what a drop does.
    pub fn step_from<R>(
        self,
        place: Source,
        operation: &'static str,
        intent: Effect,
        act: impl FnOnce() -> (R, Effect),
    ) -> R {
        let what = Begun {
            object: Some(self.number),
            operation,
            order: None,
            intent,
            place,
        };
        step(Some(self.run), what, act)
    }

    /// Lets go of a lock by `act`.
    pub fn release(self, place: Source, act: impl FnOnce()) {
        self.step_from(place, "unlock", Effect::Release, || {
            (act(), Effect::Release)
        });
    }

    /// Notes an operation that cannot wait and has just taken effect.
    #[track_caller]
    pub fn note(self, operation: &'static str, effect: Effect) {
        self.step(operation, None, effect, || ((), effect));
    }

    pub(super) fn number(self) -> usize {
        self.number
    }

    pub(super) fn run(self) -> Run {
        self.run
    }

    /// Returns by which operation the running thread holds this lock, if it does.
    #[track_caller]
    pub fn held(self) -> Option<&'static str> {
        with(|recorder| recorder.held_by(LANE.get(), self.number))
    }

    /// Takes this lock while a failure unwinds, when the checker is not asked.
    ///
    /// Whoever else holds it has run for the last time: every later operation of the execution is refused.
    /// The running thread must not hold it, unless it did by `shared_with`; there `std`'s lock would wait for ever,
    /// and the process ends.
    #[track_caller]
    pub fn take_unwinding(self, operation: &'static str, shared_with: &[&str]) {
        if !self.run.is_current() {
            give_up(FOREIGN);
        }
        if self.held().is_some_and(|by| !shared_with.contains(&by)) {
            give_up(&format!(
                "a `Drop` that runs while a failure unwinds locks what its own thread holds, at {}: \
                 outside the model it would wait for ever",
                Location::caller()
            ));
        }
        with(|recorder| recorder.hold(LANE.get(), self.number, operation));
    }

    /// Lets go of this lock while a failure unwinds.
    pub fn drop_unwinding(self) {
        if_recording(|recorder| recorder.let_go(LANE.get(), self.number));
    }
}
