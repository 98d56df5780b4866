//! What a check has seen: how much it explored, and what the threads of one execution did.

use super::Refusal;
use crate::model::{Explored, Mode, at_most, check};
use crate::timeline::Execution;

/// What ends an execution that is wanted for its steps.
const WANTED: &str = "the execution ends here, to be looked at";

/// Tells how much several models of one mode have explored, and the widest bound if some have one.
///
/// # Examples
///
/// ```
/// use shared::{exercise::explored, model::{Mode, check}};
///
/// let one = || check(Mode::Interleaving, || {}).unwrap();
/// assert_eq!(explored(&[one(), one()]), "no failure in 2 executions of 2 models (interleaving mode)");
/// ```
#[must_use]
pub fn explored(models: &[Explored]) -> String {
    match models {
        [] => "nothing was explored".to_owned(),
        [one] => one.to_string(),
        [first, ..] => {
            let executions: u64 = models.iter().map(|model| model.executions).sum();
            let count = models.len();
            let bounds: Vec<_> = models
                .iter()
                .filter_map(|model| model.preemptions)
                .collect();
            let bound = match bounds.iter().max() {
                None => String::new(),
                Some(&widest) if bounds.len() == count => format!(", {}", at_most(widest)),
                Some(&widest) => format!(", partly {}", at_most(widest)),
            };
            format!(
                "no failure in {executions} executions of {count} models ({}{bound})",
                first.mode
            )
        }
    }
}

/// Runs a closure in one execution of the model, and returns what its threads did.
///
/// So a check can ask how an answer works, where its result alone does not tell.
///
/// # Errors
///
/// Returns the failure of the closure, if it does not come to its end.
///
/// # Examples
///
/// ```
/// use shared::{exercise::observe, model::sync::Mutex};
///
/// let seen = observe(|| drop(Mutex::new(7).lock())).unwrap();
/// let operations: Vec<_> = seen.steps.iter().map(|step| step.operation).collect();
/// assert_eq!(operations, ["lock", "unlock"]);
/// ```
pub fn observe(body: impl Fn() + Send + Sync + 'static) -> Result<Execution, Refusal> {
    // A check gives back an execution only if it failed.
    let failed = check(Mode::Interleaving, move || {
        body();
        panic!("{WANTED}");
    });
    let Err(counterexample) = failed else {
        return Err(Refusal::because("the model has run nothing"));
    };
    if counterexample.failure().message != WANTED {
        return Err(counterexample.into());
    }
    let mut execution = counterexample.execution().clone();
    execution.failure = None;
    Ok(execution)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_told_with_what_was_explored_under_it() {
        let model = |preemptions| Explored {
            executions: 7,
            mode: Mode::Weak,
            preemptions,
        };
        let cases = [
            ([None, None], "(weak mode)"),
            ([Some(1), Some(1)], "(weak mode, at most 1 preemption)"),
            ([None, Some(3)], "(weak mode, partly at most 3 preemptions)"),
        ];
        for (bounds, end) in cases {
            let told = explored(&bounds.map(model));
            assert_eq!(
                told,
                format!("no failure in 14 executions of 2 models {end}")
            );
        }
    }
}
