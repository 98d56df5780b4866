//! Holds a law against a type in every execution of the model.

use crate::model::{Counterexample, Explored, Mode, check};
use crate::terminal::Style;
use std::io::{self, IsTerminal};

/// Checks that a law holds in every execution, and returns how many there were.
///
/// A law is a function that panics where it does not hold.
///
/// # Panics
///
/// Panics with the timeline of the first execution in which the law does not hold,
/// laid out for the terminal if standard error is one.
///
/// # Examples
///
/// ```
/// use shared::{assert_holds, model::Mode};
///
/// let explored = assert_holds(Mode::Interleaving, || assert!(1 < 2));
/// assert_eq!(explored.to_string(), "no failure in 1 execution of this model (interleaving mode)");
/// ```
#[track_caller]
pub fn assert_holds(mode: Mode, law: impl Fn() + Send + Sync + 'static) -> Explored {
    match check(mode, law) {
        Ok(explored) => explored,
        Err(counterexample) => panic!("{}", told(&counterexample)),
    }
}

fn told(counterexample: &Counterexample) -> String {
    if io::stderr().is_terminal() {
        format!(
            "\n{}{}\n",
            counterexample.timeline().text(Style::of_stderr()),
            counterexample.found()
        )
    } else {
        counterexample.to_string()
    }
}
