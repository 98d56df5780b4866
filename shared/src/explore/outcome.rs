//! What a schedule comes to: final values, or a deadlock.

use std::collections::BTreeSet;

use super::expr::Value;
use super::graph::Graph;

/// How a schedule ends, as far as the values asked for tell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Every thread has finished; the values in the order of the names asked for.
    Finished(Vec<Value>),
    /// Some threads wait for ever.
    Deadlock,
}

impl Graph {
    /// Returns every outcome that some schedule has, as values of shared variables and registers.
    ///
    /// A schedule that never ends has none.
    ///
    /// # Examples
    ///
    /// ```
    /// use shared::explore::{Outcome, Program, load, store};
    ///
    /// let message_passing = Program::new()
    ///     .shared("data", 0)
    ///     .shared("ready", 0)
    ///     .thread([store("data", 7), store("ready", 1)])
    ///     .thread([load("flag", "ready"), load("seen", "data")])
    ///     .keep("B.flag")
    ///     .keep("B.seen");
    /// let outcomes = message_passing.explore()?.outcomes(&["B.flag", "B.seen"]);
    /// assert!(outcomes.contains(&Outcome::Finished(vec![1, 7])));
    /// assert!(!outcomes.contains(&Outcome::Finished(vec![1, 0])));
    /// # Ok::<(), shared::explore::TooManyStates>(())
    /// ```
    ///
    /// # Panics
    ///
    /// When a name is unknown, or a register is not kept to the end.
    pub fn outcomes(&self, names: &[&str]) -> BTreeSet<Outcome> {
        self.states()
            .filter_map(|state| state.outcome(names))
            .collect()
    }
}
