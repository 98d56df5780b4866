//! Writes down every operation of the execution under way, in the order in which the operations take effect.
//!
//! loom runs all threads of a model on one OS thread and switches between them before an operation takes effect,
//! never between its effect and its return.
//! So the order in which operations return is the order of the execution,
//! and an operation that was begun and has not returned is waiting.
//! The recorder can therefore be a plain thread-local, and tests may run in parallel.

use super::check::Mode;
use crate::timeline::{Effect, FailureKind};
use std::cell::{Cell, RefCell};
use std::panic::Location;
use std::sync::atomic::Ordering;

thread_local! {
    static RECORDER: RefCell<Option<Recorder>> = const { RefCell::new(None) };
    /// The lane that runs now. Each operation restores it on return, since others ran while it waited.
    static LANE: Cell<usize> = const { Cell::new(MAIN) };
}

/// The lane of the thread that runs the model's closure.
pub const MAIN: usize = 0;

/// A place in the source, as the compiler tells it.
pub type Source = &'static Location<'static>;

/// Holds what one check has recorded of its current execution.
#[derive(Clone)]
pub struct Recorder {
    pub mode: Mode,
    pub executions: u64,
    pub lanes: Vec<Option<String>>,
    pub objects: Vec<Created>,
    pub steps: Vec<Taken>,
    pub begun: Vec<Option<Begun>>,
    pub raised: Option<Raised>,
    pointers: Vec<usize>,
}

/// Tells where an object came to be.
#[derive(Clone)]
pub struct Created {
    pub kind: &'static str,
    pub place: Source,
    pub name: Option<&'static str>,
}

/// Tells an operation that may or may not have taken effect.
#[derive(Clone)]
pub struct Begun {
    pub object: Option<usize>,
    pub operation: &'static str,
    pub order: Option<Ordering>,
    /// What it will have done; [`Taken::effect`] holds what it did.
    pub intent: Effect,
    pub place: Source,
}

/// Tells an operation that took effect.
#[derive(Clone)]
pub struct Taken {
    pub lane: usize,
    pub what: Begun,
}

/// Tells which lane failed first, and whether by an operation of its own.
#[derive(Clone, Copy)]
pub struct Raised {
    pub lane: usize,
    pub by_operation: bool,
}

impl Recorder {
    fn new(mode: Mode) -> Self {
        Self {
            mode,
            executions: 0,
            lanes: Vec::new(),
            objects: Vec::new(),
            steps: Vec::new(),
            begun: Vec::new(),
            raised: None,
            pointers: Vec::new(),
        }
    }

    fn clear(&mut self) {
        self.lanes.clear();
        self.objects.clear();
        self.steps.clear();
        self.begun.clear();
        self.raised = None;
        self.pointers.clear();
    }

    /// Keeps code that catches the checker's panic from running on: the scheduler's state is not sound any more.
    #[track_caller]
    fn refuse_after_failure(&self) {
        let failed = self.raised.is_some_and(|raised| raised.by_operation);
        assert!(!failed, "this execution has failed and cannot go on");
    }

    fn raise(&mut self, lane: usize, by_operation: bool) {
        self.raised.get_or_insert(Raised { lane, by_operation });
    }
}

/// Opens the recorder for one check on this OS thread and closes it when dropped.
pub struct Session(());

impl Session {
    /// Starts recording.
    ///
    /// # Panics
    ///
    /// Panics if this OS thread is inside a check already.
    #[track_caller]
    pub fn open(mode: Mode) -> Self {
        RECORDER.with_borrow_mut(|recorder| {
            assert!(
                recorder.is_none(),
                "a check cannot run inside another check"
            );
            *recorder = Some(Recorder::new(mode));
        });
        Self(())
    }

    /// Returns what was recorded of the last execution.
    pub fn recorded(&self) -> Recorder {
        with(|recorder| recorder.clone())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        RECORDER.set(None);
    }
}

/// Forgets the last execution and begins the next; returns how many there have been, this one included.
pub fn next_execution() -> u64 {
    LANE.set(MAIN);
    with(|recorder| {
        recorder.clear();
        recorder.lanes.push(None);
        recorder.begun.push(None);
        recorder.executions += 1;
        recorder.executions
    })
}

/// Returns the mode of the check under way.
#[track_caller]
pub fn mode() -> Mode {
    with(|recorder| recorder.mode)
}

/// Returns whether an operation may still reach the checker.
///
/// It may not while a failure unwinds the stack: the checker's execution is over by then,
/// and a second panic inside a `Drop` would abort the process.
pub fn is_live() -> bool {
    !std::thread::panicking()
}

/// Returns whether this OS thread is inside a check.
pub fn in_check() -> bool {
    RECORDER
        .try_with(|recorder| {
            recorder
                .try_borrow()
                .is_ok_and(|recorder| recorder.is_some())
        })
        .unwrap_or(false)
}

/// Gives a pointer the number under which it is shown; equal addresses have equal numbers.
pub fn pointer(address: usize) -> usize {
    if address == 0 {
        return 0;
    }
    with(|recorder| {
        let known = recorder.pointers.iter().position(|&other| other == address);
        known.unwrap_or_else(|| {
            recorder.pointers.push(address);
            recorder.pointers.len() - 1
        }) + 1
    })
}

#[track_caller]
fn with<R>(act: impl FnOnce(&mut Recorder) -> R) -> R {
    let caller = Location::caller();
    RECORDER.with_borrow_mut(|recorder| match recorder {
        Some(recorder) => act(recorder),
        None => panic!(
            "a type of `shared::model` was used outside a check, at {caller}: \
             wrap the code in `model::check(mode, || …)`, or use `shared::machine`"
        ),
    })
}

/// Names an object of the model: a variable, a lock, a cell.
#[derive(Clone, Copy, Debug)]
pub struct Object(Option<usize>);

impl Object {
    /// Enters a new object; while a failure unwinds, one that nobody will see.
    #[track_caller]
    pub fn new(kind: &'static str) -> Self {
        let place = Location::caller();
        Self(is_live().then(|| {
            with(|recorder| {
                recorder.objects.push(Created {
                    kind,
                    place,
                    name: None,
                });
                recorder.objects.len() - 1
            })
        }))
    }

    /// Calls the object `name` in timelines.
    #[track_caller]
    pub fn rename(self, name: &'static str) {
        if let Some(object) = self.0 {
            with(|recorder| recorder.objects[object].name = Some(name));
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
        step(
            Begun {
                object: self.0,
                operation,
                order,
                intent,
                place: Location::caller(),
            },
            act,
        )
    }

    /// Notes an operation that cannot wait and has just taken effect.
    #[track_caller]
    pub fn note(self, operation: &'static str, effect: Effect) {
        self.step(operation, None, effect, || ((), effect));
    }
}

/// Runs an operation that concerns no object.
#[track_caller]
pub fn thread_step<R>(
    operation: &'static str,
    order: Option<Ordering>,
    intent: Effect,
    act: impl FnOnce() -> R,
) -> R {
    step(
        Begun {
            object: None,
            operation,
            order,
            intent,
            place: Location::caller(),
        },
        || (act(), intent),
    )
}

#[track_caller]
fn step<R>(what: Begun, act: impl FnOnce() -> (R, Effect)) -> R {
    let lane = LANE.get();
    with(|recorder| {
        recorder.refuse_after_failure();
        recorder.begun[lane] = Some(what);
    });
    let pending = Pending { lane };
    let (result, effect) = act();
    pending.take(effect);
    result
}

/// Runs something in the checker that is not shown, such as a yield, and restores the lane.
#[track_caller]
pub fn unseen<R>(act: impl FnOnce() -> R) -> R {
    let lane = LANE.get();
    with(|recorder| recorder.refuse_after_failure());
    let result = act();
    LANE.set(lane);
    result
}

/// Stands on the stack of a thread whose operation has begun.
struct Pending {
    lane: usize,
}

impl Pending {
    fn take(self, effect: Effect) {
        LANE.set(self.lane);
        with(|recorder| {
            if let Some(begun) = recorder.begun[self.lane].take() {
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
}

impl Drop for Pending {
    /// Runs only when the operation itself failed.
    fn drop(&mut self) {
        with(|recorder| recorder.raise(self.lane, true));
    }
}

/// Stands at the bottom of a thread's stack and notes when the thread fails.
pub struct Lane(usize);

impl Lane {
    /// Adds a lane for a thread that has not yet run, and returns its number.
    pub fn add(name: Option<String>) -> usize {
        with(|recorder| {
            recorder.lanes.push(name);
            recorder.begun.push(None);
            recorder.lanes.len() - 1
        })
    }

    /// Makes `lane` the one that runs.
    pub fn enter(lane: usize) -> Self {
        LANE.set(lane);
        Self(lane)
    }

    /// Returns the lane that runs now.
    pub fn current() -> usize {
        LANE.get()
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        if std::thread::panicking() {
            with(|recorder| recorder.raise(self.0, false));
        }
    }
}

/// Tells the kinds of failure apart by what the checker said.
pub fn kind_of(message: &str, by_operation: bool) -> FailureKind {
    match message.trim_start() {
        _ if !by_operation => FailureKind::Panic,
        said if said.starts_with("deadlock; threads") => FailureKind::Deadlock,
        said if said.starts_with("Causality violation") => FailureKind::DataRace,
        said if said.starts_with("Model exceeded maximum number of branches") => {
            FailureKind::TooLong
        }
        _ => FailureKind::Panic,
    }
}
