//! One operation: begun, run in the checker, taken.

use super::{LANE, Object, Run, Source, refuse, with};
use crate::timeline::Effect;
use std::panic::Location;
use std::sync::atomic::Ordering;

/// Tells an operation that may or may not have taken effect.
#[derive(Clone)]
pub struct Begun {
    pub object: Option<usize>,
    pub operation: &'static str,
    pub order: Option<Ordering>,
    /// What it will have done; once it is taken, what it did.
    pub intent: Effect,
    pub place: Source,
}

/// Tells an operation that took effect.
#[derive(Clone)]
pub struct Taken {
    pub lane: usize,
    pub what: Begun,
}

/// Runs an operation that concerns no object.
#[track_caller]
pub fn thread_step<R>(
    operation: &'static str,
    order: Option<Ordering>,
    intent: Effect,
    act: impl FnOnce() -> R,
) -> R {
    let what = Begun {
        object: None,
        operation,
        order,
        intent,
        place: Location::caller(),
    };
    step(None, what, || (act(), intent))
}

/// Runs an operation that is shown only if it fails or waits.
#[track_caller]
pub fn quiet_step<R>(
    object: Option<Object>,
    operation: &'static str,
    act: impl FnOnce() -> R,
) -> R {
    let what = Begun {
        object: object.map(Object::number),
        operation,
        order: None,
        intent: Effect::Local,
        place: Location::caller(),
    };
    let pending = Pending::begin(object.map(Object::run), what);
    let result = act();
    pending.forget();
    result
}

/// Runs an operation; `run` tells which execution made its object.
#[track_caller]
pub(super) fn step<R>(run: Option<Run>, what: Begun, act: impl FnOnce() -> (R, Effect)) -> R {
    let pending = Pending::begin(run, what);
    let (result, effect) = act();
    pending.take(effect);
    result
}

/// Runs a part of an operation in the checker, and restores the lane.
pub fn unseen<R>(act: impl FnOnce() -> R) -> R {
    let lane = LANE.get();
    let result = act();
    LANE.set(lane);
    result
}

/// Says with which ordering the operation under way is made, where only its outcome tells.
pub fn made_with(order: Ordering) {
    let lane = LANE.get();
    with(|recorder| {
        if let Some(begun) = &mut recorder.begun[lane] {
            begun.order = Some(order);
        }
    });
}

/// Returns how many steps the execution has taken.
pub fn steps_taken() -> usize {
    with(|recorder| recorder.steps.len())
}

/// Returns the first and the last step that a lane has taken since the execution had `from` of them,
/// and before it had `until`; `None` if it took none.
pub fn span(lane: usize, from: usize, until: Option<usize>) -> Option<(usize, usize)> {
    with_steps(|steps| {
        let range = from..until.unwrap_or(steps.len());
        let mut of_lane = range.filter(|&step| steps[step].lane == lane);
        let first = of_lane.next()?;
        Some((first, of_lane.next_back().unwrap_or(first)))
    })
}

/// Looks at the steps that the execution has taken.
pub fn with_steps<R>(look: impl FnOnce(&[Taken]) -> R) -> R {
    with(|recorder| look(&recorder.steps))
}

/// Stands on the stack of a thread whose operation has begun.
struct Pending {
    lane: usize,
}

impl Pending {
    #[track_caller]
    fn begin(run: Option<Run>, what: Begun) -> Self {
        let lane = LANE.get();
        refuse(with(|recorder| {
            let refusal = recorder.refusal(run);
            if refusal.is_none() {
                // Whoever operates is not unwinding: earlier panics were caught.
                recorder.trouble.said.clear();
                recorder.begun[lane] = Some(what);
            }
            refusal
        }));
        Self { lane }
    }

    fn take(self, effect: Effect) {
        LANE.set(self.lane);
        with(|recorder| {
            if let Some(begun) = recorder.begun[self.lane].take() {
                recorder.follow_lock(self.lane, &begun, effect);
                recorder.steps.push(Taken {
                    lane: self.lane,
                    what: Begun {
                        intent: effect,
                        ..begun
                    },
                });
            }
        });
        std::mem::forget(self);
    }

    fn forget(self) {
        LANE.set(self.lane);
        with(|recorder| recorder.begun[self.lane] = None);
        std::mem::forget(self);
    }
}

impl Drop for Pending {
    /// Runs only when the operation itself failed.
    fn drop(&mut self) {
        LANE.set(self.lane);
        with(|recorder| recorder.trouble.raise(self.lane, true));
    }
}
