//! Litmus tests in batches: a few short actors meet in one fresh state, a million times over.
//!
//! A barrier before each trial would cost ten times the trial, so the actors meet once per batch
//! and walk an array of states side by side (the plan of jcstress, Aleksey Shipilëv, 2013).

use std::array;
use std::sync::{Mutex, RwLock};
use std::time::{Duration, Instant};

use super::crew::crew;
use super::outcomes::Outcomes;

/// Why no lock below is ever found poisoned.
const NEVER_POISONED: &str = "a panic abandons the barrier, so nobody comes back to a lock";

/// Says how much a litmus test may do: it ends at the number of trials or at the time, whichever
/// comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// How many states are tried.
    pub trials: u64,
    /// How many states make a batch.
    ///
    /// Fewer start the actors closer together; more outgrow the cache, which delays stores. Which
    /// shows weak memory more often is up to the machine: with padded fields, store buffering gave
    /// (0, 0) in 1.4 % of trials at 8192 and in 0.4 % at 64 on a Zen 5, but in 1.6 % and in 15 % on
    /// a Rocket Lake.
    pub stride: usize,
    /// How long the run may take, looked at after each batch; as long as it takes if none.
    pub at_most: Option<Duration>,
}

impl Default for Effort {
    /// A million trials in batches of 8192, for five seconds at most.
    fn default() -> Self {
        Self {
            trials: 1_000_000,
            stride: 8192,
            at_most: Some(Duration::from_secs(5)),
        }
    }
}

/// Runs every actor once against each of many fresh states, one thread per actor, and counts
/// what the arbiter reads when all actors are done with a state.
///
/// The arbiter gets the state and what each actor returned. Put each field of a state on a line
/// of its own, with [`Padded`](super::Padded). Actors are plain functions: all they share is the
/// state.
///
/// # Panics
///
/// If the stride is zero; and if an actor or the arbiter panics, with the same payload.
///
/// # Examples
///
/// Store buffering: can both actors miss the other's store? Not if all is `SeqCst`.
///
/// ```
/// use shared::trial::{Effort, Padded, litmus};
/// use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
///
/// #[derive(Default)]
/// struct Flags {
///     x: Padded<AtomicU32>,
///     y: Padded<AtomicU32>,
/// }
///
/// let outcomes = litmus(
///     Effort { trials: 10_000, ..Effort::default() },
///     Flags::default,
///     [
///         |flags| {
///             flags.x.store(1, SeqCst);
///             flags.y.load(SeqCst)
///         },
///         |flags| {
///             flags.y.store(1, SeqCst);
///             flags.x.load(SeqCst)
///         },
///     ],
///     |_, [y, x]| (y, x),
/// );
/// assert_eq!(outcomes.count(&(0, 0)), 0);
/// ```
pub fn litmus<S, R, O, const ACTORS: usize>(
    effort: Effort,
    fresh: impl Fn() -> S + Sync,
    actors: [fn(&S) -> R; ACTORS],
    arbiter: impl Fn(&S, [R; ACTORS]) -> O + Sync,
) -> Outcomes<O>
where
    S: Send + Sync,
    R: Copy + Send,
    O: Ord + Send + Sync,
{
    let desk = RwLock::new(Desk::new(effort, &fresh));
    let returned: [Mutex<Vec<R>>; ACTORS] = array::from_fn(|_| Mutex::new(Vec::new()));
    // The barrier alone decides whose turn it is. The locks are taken once per batch and always
    // free; they show the compiler what the barrier guarantees.
    crew(ACTORS, |index, barrier| {
        loop {
            {
                let desk = desk.read().expect(NEVER_POISONED);
                let mut returned = returned[index].lock().expect(NEVER_POISONED);
                if desk.states.is_empty() {
                    return Ok(());
                }
                returned.clear();
                barrier.wait()?;
                returned.extend(desk.states.iter().map(actors[index]));
            }
            let is_last = barrier.wait()?;
            if is_last {
                let mut desk = desk.write().expect(NEVER_POISONED);
                let returned = returned.each_ref().map(|one| one.lock());
                let returned = returned.map(|one| one.expect(NEVER_POISONED));
                desk.judge(|state, trial| {
                    arbiter(state, array::from_fn(|actor| returned[actor][trial]))
                });
                desk.lay_out(&fresh);
            }
            barrier.wait()?;
        }
    });
    desk.into_inner().expect(NEVER_POISONED).outcomes
}

/// What a run works on: actors share it during a batch, one of them rewrites it between two.
#[derive(Debug)]
struct Desk<S, O> {
    /// The states of this batch; none when the run is over.
    states: Vec<S>,
    /// How many trials are still to come after this batch.
    left: u64,
    /// When no further batch may begin.
    deadline: Option<Instant>,
    outcomes: Outcomes<O>,
}

impl<S, O: Ord> Desk<S, O> {
    fn new(effort: Effort, fresh: impl Fn() -> S) -> Self {
        assert!(effort.stride > 0, "a batch holds at least one state");
        let batch = effort.trials.min(effort.stride as u64);
        Self {
            states: (0..batch).map(|_| fresh()).collect(),
            left: effort.trials - batch,
            deadline: effort
                .at_most
                .and_then(|time| Instant::now().checked_add(time)),
            outcomes: Outcomes::new(),
        }
    }

    /// Counts the outcome of every state of the batch.
    fn judge(&mut self, outcome_of: impl Fn(&S, usize) -> O) {
        for (trial, state) in self.states.iter().enumerate() {
            self.outcomes.record(outcome_of(state, trial));
        }
    }

    /// Lays out the next batch, which is smaller at the end and empty after it.
    fn lay_out(&mut self, fresh: impl Fn() -> S) {
        if self.deadline.is_some_and(|end| Instant::now() >= end) {
            self.left = 0;
        }
        let batch = self.left.min(self.states.len() as u64);
        self.left -= batch;
        self.states.truncate(batch as usize);
        self.states.fill_with(fresh);
    }
}
