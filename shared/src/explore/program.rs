//! A program as data: named shared things, and threads as lists of steps.

use super::expr::Value;
use super::graph::{Graph, TooManyStates};
use super::step::Step;

/// How many states [`Program::explore`] visits before it gives up.
pub const STATE_LIMIT: usize = 250_000;

/// A small concurrent program: what its threads share, and what each of them does.
///
/// Threads are named `A`, `B`, `C` … in the order in which they are added.
/// Registers belong to one thread, start at 0, and are written `A.r` when spoken of from outside.
///
/// # Examples
///
/// ```
/// use shared::explore::{Program, lock, unlock, work};
///
/// let opposite_order = Program::new()
///     .lock("shop")
///     .lock("ledger")
///     .thread([lock("shop"), lock("ledger"), work("sell"), unlock("ledger"), unlock("shop")])
///     .thread([lock("ledger"), lock("shop"), work("audit"), unlock("shop"), unlock("ledger")]);
/// let graph = opposite_order.explore()?;
/// let schedule = graph.witness(|state| state.is_deadlock()).unwrap();
/// assert_eq!(schedule, "AB");
/// let stuck = graph.after(&schedule)?;
/// assert_eq!(stuck.after('A').unwrap_err().to_string(), "waits for `ledger`, held by B");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Program {
    pub(super) shared: Vec<(String, Value)>,
    pub(super) locks: Vec<String>,
    pub(super) condvars: Vec<String>,
    pub(super) threads: Vec<Vec<Step>>,
    /// Registers as `A.r` that stay live to the end of their thread.
    pub(super) kept: Vec<String>,
    pub(super) store_buffers: bool,
    pub(super) spurious_wakeups: bool,
}

impl Program {
    /// Creates a program without threads.
    pub fn new() -> Program {
        Program::default()
    }

    /// Adds a shared variable.
    pub fn shared(mut self, name: &str, initially: Value) -> Program {
        self.shared.push((name.into(), initially));
        self
    }

    /// Adds a shared variable for each cell of an array: `name[0]`, `name[1]` …
    pub fn array(mut self, name: &str, initially: &[Value]) -> Program {
        let cell = |(i, value): (usize, &Value)| (format!("{name}[{i}]"), *value);
        self.shared.extend(initially.iter().enumerate().map(cell));
        self
    }

    /// Adds a lock, free at first.
    pub fn lock(mut self, name: &str) -> Program {
        self.locks.push(name.into());
        self
    }

    /// Adds a condition variable.
    pub fn condvar(mut self, name: &str) -> Program {
        self.condvars.push(name.into());
        self
    }

    /// Adds the next thread.
    pub fn thread(mut self, steps: impl Into<Vec<Step>>) -> Program {
        self.threads.push(steps.into());
        self
    }

    /// Keeps a register, such as `A.r`, to the end, so that an outcome can speak of it.
    ///
    /// Any other register is forgotten once no later step of its thread can read it.
    pub fn keep(mut self, register: &str) -> Program {
        self.kept.push(register.into());
        self
    }

    /// Gives each thread a store buffer, as x86 processors have (x86-TSO), with room for 32 stores.
    ///
    /// A load sees the thread's own newest store at once; the others see it when it is flushed.
    /// Read-modify-writes, fences, locks and condition variables wait until the buffer is empty.
    pub fn with_store_buffers(mut self) -> Program {
        self.store_buffers = true;
        self
    }

    /// Lets a sleeping thread wake without being notified, as condition variables are allowed to.
    pub fn with_spurious_wakeups(mut self) -> Program {
        self.spurious_wakeups = true;
        self
    }

    /// Returns the steps of each thread, in the order of their letters.
    pub fn threads(&self) -> &[Vec<Step>] {
        &self.threads
    }

    /// Finds every state that any schedule can reach.
    ///
    /// # Errors
    ///
    /// When there are more than [`STATE_LIMIT`] states.
    ///
    /// # Panics
    ///
    /// When the program makes no sense: a name is unknown or used twice, a thread unlocks what it
    /// does not hold, an index is out of bounds, a sum out of range.
    pub fn explore(&self) -> Result<Graph, TooManyStates> {
        self.explore_up_to(STATE_LIMIT)
    }

    /// Finds every state that any schedule can reach, unless there are more than `limit`.
    ///
    /// # Errors
    ///
    /// When there are more than `limit` states.
    ///
    /// # Panics
    ///
    /// As [`Program::explore`].
    pub fn explore_up_to(&self, limit: usize) -> Result<Graph, TooManyStates> {
        Graph::search(self.clone(), limit)
    }
}
