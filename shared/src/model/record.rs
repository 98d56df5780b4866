//! Writes down every operation of the execution under way, in the order in which the operations take effect.
//!
//! loom runs all threads of a model on one OS thread and switches between them before an operation takes effect,
//! never between its effect and its return.
//! So the order in which operations return is the order of the execution,
//! and an operation that was begun and has not returned is waiting.
//! The recorder can therefore be a plain thread-local, and tests may run in parallel.

mod calls;
mod held;
mod lane;
mod object;
mod run;
mod source;
mod step;
mod trouble;

use calls::Told;
pub use calls::{begin, blame, end};
pub use lane::{Lane, finish, lane_name, lane_names};
pub use object::{Created, Object};
pub use run::Run;
pub use source::{Source, shown};
pub use step::{
    Begun, Taken, made_with, quiet_step, span, steps_taken, thread_step, unseen, with_steps,
};
pub use trouble::{Raised, Trouble, abandon, is_live, kind_of, overhear};

use super::check::Mode;
use super::orderings::{Site, Weakening};
use crate::timeline::Call;
use held::Held;
use run::FOREIGN;
use std::cell::{Cell, RefCell};
use std::panic::Location;
use std::sync::atomic::Ordering;
use trouble::give_up;

thread_local! {
    static RECORDER: RefCell<Option<Recorder>> = const { RefCell::new(None) };
    /// The lane that runs now. Each operation restores it on return, since others ran while it waited.
    static LANE: Cell<usize> = const { Cell::new(MAIN) };
}

/// The lane of the thread that runs the model's closure.
pub const MAIN: usize = 0;

/// Holds what one check has recorded of its current execution.
#[derive(Clone)]
pub struct Recorder {
    pub mode: Mode,
    pub executions: u64,
    pub lanes: Vec<Option<String>>,
    pub objects: Vec<Created>,
    pub steps: Vec<Taken>,
    pub begun: Vec<Option<Begun>>,
    pub trouble: Trouble,
    /// The calls that fit no order, once that is found.
    pub calls: Vec<Call>,
    /// The calls that a law tells of.
    told: Vec<Told>,
    held: Vec<Held>,
    run: Run,
    pointers: Vec<usize>,
    attempts: Attempts,
    /// The orderings that are made weaker.
    weakenings: Vec<Weakening>,
    /// The orderings met so far, in all executions.
    pub sites: Vec<Site>,
}

/// Says whether the model attempts to take locks, as `try_lock` does; `sync::attempts` says why it matters.
#[derive(Clone, Copy, Default)]
struct Attempts {
    /// Whether the check explores them.
    explored: bool,
    /// Whether one was made.
    made: bool,
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
            trouble: Trouble::default(),
            calls: Vec::new(),
            told: Vec::new(),
            held: Vec::new(),
            run: Run::next(),
            pointers: Vec::new(),
            attempts: Attempts::default(),
            weakenings: Vec::new(),
            sites: Vec::new(),
        }
    }

    fn clear(&mut self) {
        self.lanes.clear();
        self.objects.clear();
        self.steps.clear();
        self.begun.clear();
        self.trouble = Trouble::default();
        self.calls.clear();
        self.told.clear();
        self.held.clear();
        self.run = Run::next();
        self.pointers.clear();
    }

    /// Says why what concerns `run` may not reach the checker, if it may not.
    fn refusal(&self, run: Option<Run>) -> Option<String> {
        let is_foreign = run.is_some_and(|run| run != self.run);
        let words = is_foreign.then_some(FOREIGN).or(self.trouble.refusal());
        words.map(str::to_owned)
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
    pub fn open(mode: Mode, weakenings: &[Weakening]) -> Self {
        assert!(!in_check(), "a check cannot run inside another check");
        RECORDER.set(Some(Recorder {
            weakenings: weakenings.to_vec(),
            ..Recorder::new(mode)
        }));
        Self(())
    }

    /// Returns what was recorded of the last execution.
    pub fn recorded(&self) -> Recorder {
        with(|recorder| recorder.clone())
    }

    /// Counts executions anew and explores attempts to lock, if the model makes any and they were not explored yet.
    pub fn explores_attempts_next(&self) -> bool {
        with(|recorder| {
            let attempts = recorder.attempts;
            let anew = attempts.made && !attempts.explored;
            if anew {
                recorder.executions = 0;
                recorder.attempts.explored = true;
            }
            anew
        })
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        RECORDER.set(None);
    }
}

/// Forgets the last execution and begins the next, unless there have been `limit` of them.
pub fn next_execution(limit: u64) -> bool {
    LANE.set(MAIN);
    with(|recorder| {
        recorder.clear();
        recorder.lanes.push(None);
        recorder.begun.push(None);
        let has_next = recorder.executions < limit;
        recorder.executions += u64::from(has_next);
        has_next
    })
}

/// Returns the mode of the check under way.
#[track_caller]
pub fn mode() -> Mode {
    with(|recorder| recorder.mode)
}

/// Notes an ordering, and returns the one to use in its place.
pub fn ordering(site: Site) -> Ordering {
    let weakened = if_recording(|recorder| {
        if !recorder.sites.contains(&site) {
            recorder.sites.push(site);
        }
        let mut weakenings = recorder.weakenings.iter();
        let weakening = weakenings.find(|one| one.site == site);
        weakening.map(|one| one.order)
    });
    weakened.flatten().unwrap_or(site.order)
}

/// Returns whether this OS thread is inside a check.
pub fn in_check() -> bool {
    if_recording(|_| ()).is_some()
}

/// Notes that the model attempts to take a lock.
pub fn note_attempt() {
    with(|recorder| recorder.attempts.made = true);
}

/// Returns whether attempts to take a lock were made in vain: the check must start over to explore them.
pub fn overlooks_attempts() -> bool {
    with(|recorder| recorder.attempts.made && !recorder.attempts.explored)
}

/// Returns whether the check explores attempts to take a lock.
#[track_caller]
pub fn explores_attempts() -> bool {
    with(|recorder| recorder.attempts.explored)
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

/// Reaches the recorder, if this OS thread is inside a check.
fn if_recording<R>(act: impl FnOnce(&mut Recorder) -> R) -> Option<R> {
    let reached = RECORDER.try_with(|cell| Some(act(cell.try_borrow_mut().ok()?.as_mut()?)));
    reached.ok().flatten()
}

/// Reaches the recorder.
///
/// # Panics
///
/// Panics outside a check.
#[track_caller]
fn with<R>(act: impl FnOnce(&mut Recorder) -> R) -> R {
    match RECORDER.with(|cell| cell.borrow_mut().as_mut().map(act)) {
        Some(result) => result,
        None => panic!(
            "a type of `shared::model` was used outside a check, at {}: \
             wrap the code in `model::check(mode, || …)`, or use `shared::machine`",
            Location::caller()
        ),
    }
}

/// Lets pass what needs the checker; `run` tells which execution made what it concerns.
///
/// # Panics
///
/// Panics outside a check, in another execution than `run`, and in one that cannot go on.
#[track_caller]
fn admit(run: Option<Run>) {
    refuse(with(|recorder| recorder.refusal(run)));
}

/// Panics with the words of a refusal, outside the borrow of the recorder, where the hook finds it.
#[track_caller]
fn refuse(refusal: Option<String>) {
    if let Some(words) = refusal {
        panic!("{words}");
    }
}
