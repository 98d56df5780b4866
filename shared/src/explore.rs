//! Small concurrent programs as data, and every schedule of them.
//!
//! A [`Program`] is a list of shared variables, locks and condition variables, and of threads; a
//! thread is a list of steps ([`load`], [`store`], [`lock`] …) over registers of its own.
//! A *step* is indivisible. A *schedule* says which thread takes each step, one letter a step:
//! `ABABAB` lets two threads take turns.
//! [`Program::explore`] finds the [`Graph`] of all states that any schedule can reach, and the graph
//! answers for all schedules at once: how many there are and how they end ([`Graph::schedules`],
//! [`Graph::outcomes`]), which is the shortest to a goal ([`Graph::witness`]), and from where a bad
//! end can no longer be avoided ([`Graph::points_of_no_return`]).
//!
//! # Examples
//!
//! Two threads increment a counter, each in three steps. Most schedules lose an update:
//!
//! ```
//! use shared::explore::{Program, compute, load, store, val};
//!
//! let increment = [load("r", "counter"), compute("r", val("r") + 1), store("counter", "r")];
//! let program = Program::new()
//!     .shared("counter", 0)
//!     .thread(increment.clone())
//!     .thread(increment);
//!
//! let graph = program.explore()?;
//! let schedules = graph.schedules()?;
//! let lost = schedules.ending(|end| end.value("counter") < 2);
//! assert_eq!(format!("{lost} of {}", schedules.total()), "18 of 20");
//!
//! let shortest = graph.witness(|state| state.is_end() && state.value("counter") == 1);
//! assert_eq!(shortest.as_deref(), Some("AABABB"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A share of schedules is not a probability: 2 of the 20 schedules above are exact, a fair coin
//! before each step would give a quarter, and real threads are far from either.
//!
//! # What it covers
//!
//! Steps interleave, and each sees the effects of all before it (sequential consistency); or, on
//! request, threads have store buffers ([`Program::with_store_buffers`], x86-TSO), where a lower-case
//! letter is the flush of that thread's oldest store. No other reordering is shown.
//! A notification may wake any of the sleepers; waking without one is on request
//! ([`Program::with_spurious_wakeups`]).

mod check;
mod condvar;
mod config;
mod contents;
mod count;
mod effect;
mod enabled;
mod expr;
mod fate;
mod graph;
mod letter;
mod liveness;
mod memory;
mod numbers;
mod op;
mod operator;
mod outcome;
mod place;
mod program;
mod reason;
mod rules;
mod schedule;
mod state;
mod step;
mod words;

pub use count::{Schedules, Uncountable};
pub use expr::{Expr, Value, val};
pub use graph::{Graph, TooManyStates};
pub use op::{IGNORED, Op};
pub use operator::Operator;
pub use outcome::Outcome;
pub use place::{Place, Update};
pub use program::{Program, STATE_LIMIT};
pub use reason::Reason;
pub use schedule::ReplayError;
pub use state::State;
pub use step::{END, Step};
pub use words::{
    at, compare_exchange, compute, fence, fetch_add, load, lock, notify_all, notify_one, store,
    swap, unlock, wait, wait_until, work,
};
