//! Runs a closure once for every execution that differs, and stops at the first that fails.

use super::counterexample::Counterexample;
use super::orderings::{Site, Weakening};
use super::{epoch, hook, record};
use std::collections::BTreeSet;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Says what a load may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Threads take turns, and every load sees the newest value: sequential consistency (Lamport, 1979).
    ///
    /// Loads and stores are made as `SeqCst` read-modify-writes, so every atomic operation synchronises.
    Interleaving,
    /// A load may also see an older value where its ordering allows it, as in C11.
    Weak,
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Interleaving => "interleaving mode",
            Self::Weak => "weak mode",
        })
    }
}

/// Says how far a check goes.
///
/// # Examples
///
/// ```
/// use shared::model::{Mode, Model};
///
/// let quick = Model { preemptions: Some(2), ..Model::new(Mode::Weak) };
/// assert!(quick.check(|| {}).is_ok());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Model {
    /// What a load may see.
    pub mode: Mode,
    /// At most so many switches away from a thread that could go on; `None` for all.
    /// A bound finds most failures sooner and leaves executions out (Musuvathi and Qadeer, CHESS, 2007).
    pub preemptions: Option<usize>,
    /// At most so many executions; a check that needs more fails as too large.
    pub executions: u64,
    /// At most so many points of choice in one execution, up to 10,000;
    /// beyond it a loop is taken to be waiting without a yield.
    pub branches: usize,
}

/// Tells how much a check without a failure has seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explored {
    /// How many executions there were.
    pub executions: u64,
    /// What a load could see.
    pub mode: Mode,
    /// The bound on preemptions, if there was one.
    pub preemptions: Option<usize>,
}

impl fmt::Display for Explored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.executions == 1 { "" } else { "s" };
        write!(
            f,
            "no failure in {} execution{plural} of this model ({}",
            self.executions, self.mode
        )?;
        match self.preemptions {
            Some(bound) => write!(f, ", {})", at_most(bound)),
            None => f.write_str(")"),
        }
    }
}

/// Says what a bound on preemptions is.
pub(crate) fn at_most(bound: usize) -> String {
    let plural = if bound == 1 { "" } else { "s" };
    format!("at most {bound} preemption{plural}")
}

/// Checks a closure in every execution that differs.
///
/// The closure must do the same in every execution but for the schedule: no clock, no randomness, no state outside it.
///
/// # Errors
///
/// Returns the first execution in which a thread panics, all threads wait for one another, or plain memory is raced for;
/// also when the limits of [`Model::new`] do not suffice.
///
/// # Panics
///
/// Panics if called inside another check.
///
/// # Examples
///
/// ```
/// use shared::model::{Mode, check};
///
/// let explored = check(Mode::Interleaving, || assert_eq!(1 + 1, 2)).unwrap();
/// assert_eq!(explored.executions, 1);
/// ```
#[track_caller]
pub fn check(
    mode: Mode,
    body: impl Fn() + Send + Sync + 'static,
) -> Result<Explored, Counterexample> {
    Model::new(mode).check(body)
}

/// Collects what a closure returns over every execution that differs.
///
/// # Errors
///
/// Returns a counterexample as [`check`] does.
///
/// # Examples
///
/// ```
/// use shared::model::{Mode, outcomes, sync::atomic::{AtomicU8, Ordering::Relaxed}, thread};
/// use std::sync::Arc;
///
/// let seen = outcomes(Mode::Interleaving, || {
///     let x = Arc::new(AtomicU8::new(0));
///     let writer = thread::spawn({ let x = Arc::clone(&x); move || x.store(1, Relaxed) });
///     let seen = x.load(Relaxed);
///     writer.join().unwrap();
///     seen
/// });
/// assert_eq!(Vec::from_iter(seen.unwrap()), [0, 1]);
/// ```
#[track_caller]
pub fn outcomes<T: Ord + Send + 'static>(
    mode: Mode,
    body: impl Fn() -> T + Send + Sync + 'static,
) -> Result<BTreeSet<T>, Counterexample> {
    Model::new(mode).outcomes(body)
}

impl Model {
    /// Checks without a bound on preemptions, up to half a million executions of a thousand choices each.
    #[must_use]
    pub const fn new(mode: Mode) -> Self {
        Self {
            mode,
            preemptions: None,
            executions: 500_000,
            branches: 1_000,
        }
    }

    /// Checks a closure within these limits; see [`check`].
    ///
    /// # Errors
    ///
    /// As [`check`].
    #[track_caller]
    pub fn check(
        &self,
        body: impl Fn() + Send + Sync + 'static,
    ) -> Result<Explored, Counterexample> {
        self.check_orderings(&[], body).0
    }

    /// Checks a closure with some orderings made weaker; returns also the orderings met.
    #[track_caller]
    pub(super) fn check_orderings(
        &self,
        weakenings: &[Weakening],
        body: impl Fn() + Send + Sync + 'static,
    ) -> (Result<Explored, Counterexample>, Vec<Site>) {
        hook::install();
        let session = record::Session::open(self.mode, weakenings);
        let body = Arc::new(body);
        let mut end = self.explore(Arc::clone(&body));
        let may_start_over = end.as_ref().err().is_none_or(|end| end.is::<StartOver>());
        if may_start_over && session.explores_attempts_next() {
            end = self.explore(body);
        }
        let mut recorded = session.recorded();
        let sites = std::mem::take(&mut recorded.sites);
        let found = match end {
            Ok(()) => Ok(Explored {
                executions: recorded.executions,
                mode: self.mode,
                preemptions: self.preemptions,
            }),
            Err(payload) => Err(Counterexample::new(recorded, payload)),
        };
        (found, sites)
    }

    /// Runs the closure once for every execution that differs; the error is what a panic carried.
    fn explore(&self, body: Arc<impl Fn() + Send + Sync + 'static>) -> thread::Result<()> {
        let limit = self.executions;
        let one_execution = move || {
            if record::overlooks_attempts() {
                resume_unwind(Box::new(StartOver));
            }
            assert!(record::next_execution(limit), "{TOO_MANY}");
            let _main = record::Lane::enter(record::MAIN);
            epoch::open();
            body();
            record::finish();
        };
        let builder = self.builder();
        catch_unwind(AssertUnwindSafe(|| builder.check(one_execution)))
    }

    /// Collects what a closure returns within these limits; see [`outcomes`].
    ///
    /// # Errors
    ///
    /// As [`check`].
    #[track_caller]
    pub fn outcomes<T: Ord + Send + 'static>(
        &self,
        body: impl Fn() -> T + Send + Sync + 'static,
    ) -> Result<BTreeSet<T>, Counterexample> {
        let seen = Arc::new(Mutex::new(BTreeSet::new()));
        let collect = Arc::clone(&seen);
        self.check(move || {
            let outcome = body();
            collect
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .insert(outcome);
        })?;
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(std::mem::take(&mut seen))
    }

    /// Sets every field, since loom's own defaults read the environment.
    fn builder(&self) -> loom::model::Builder {
        let mut builder = loom::model::Builder::new();
        builder.max_threads = loom::MAX_THREADS;
        builder.max_branches = self.branches.min(MOST_BRANCHES);
        builder.max_permutations = None;
        builder.max_duration = None;
        builder.preemption_bound = self.preemptions.map(|bound| bound.min(u8::MAX.into()));
        builder.checkpoint_file = None;
        builder.checkpoint_interval = usize::MAX;
        builder.expect_explicit_explore = false;
        builder.location = true;
        builder.log = false;
        builder
    }
}

/// What a check says when it has used up its executions.
pub(super) const TOO_MANY: &str =
    "no verdict: this model has more executions than the limit allows";

/// loom numbers the operations of a thread by 16 bits, and needs several numbers for some.
const MOST_BRANCHES: usize = 10_000;

/// What ends the exploration of a model that turns out to attempt to take locks; see `sync::attempts`.
struct StartOver;
