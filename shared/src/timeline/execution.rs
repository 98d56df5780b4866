//! An execution written down: lanes, objects, and the steps in the order in which they took effect.

use super::call::Call;
use super::failure::Failure;
use super::step::{Effect, State, Step};

/// Holds one run of a concurrent program, step by step.
///
/// As recorded it must be possible: a thread steps only between its spawn and its join,
/// and an update or a refused compare-exchange reads the newest value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Execution {
    /// The threads' names; a step names its lane by index.
    pub lanes: Vec<String>,
    /// The names of the variables, locks and cells; a step names its object by index.
    pub objects: Vec<String>,
    /// What was done, in the order in which it took effect.
    /// Steps that are still [`State::Waiting`] stand at the end.
    pub steps: Vec<Step>,
    /// The calls to show above the steps: those that the run failed for, if it did for what they replied, or any others.
    pub calls: Vec<Call>,
    /// How the run ended, where it ended badly.
    pub failure: Option<Failure>,
}

impl Execution {
    /// Returns the lanes that hold `object` once the first `until` steps are done, from left to right.
    ///
    /// # Examples
    ///
    /// ```
    /// use shared::timeline::{Effect, Execution, Place, Step};
    ///
    /// let step = |lane, operation, effect| Step::new(lane, operation, effect, Place::unknown()).on(0);
    /// let shared_lock = Execution {
    ///     lanes: vec!["A".into(), "B".into()],
    ///     objects: vec!["prices".into()],
    ///     steps: vec![
    ///         step(1, "read", Effect::Acquire),
    ///         step(0, "read", Effect::Acquire),
    ///         step(1, "unlock", Effect::Release),
    ///     ],
    ///     calls: Vec::new(),
    ///     failure: None,
    /// };
    /// assert_eq!(shared_lock.holders(0, 2), [0, 1]);
    /// assert_eq!(shared_lock.holders(0, 3), [0]);
    /// ```
    ///
    /// # Panics
    ///
    /// Panics if there are fewer than `until` steps.
    #[must_use]
    pub fn holders(&self, object: usize, until: usize) -> Vec<usize> {
        let mut holders = Vec::new();
        let on_it = |step: &&Step| step.object == Some(object) && step.state == State::Done;
        for step in self.steps[..until].iter().filter(on_it) {
            match step.effect {
                Effect::Acquire => holders.push(step.lane),
                Effect::Release => {
                    // One guard of perhaps several: a thread may read twice at once.
                    let held = holders.iter().position(|&lane| lane == step.lane);
                    held.map(|position| holders.remove(position));
                }
                _ => {}
            }
        }
        holders.sort_unstable();
        holders.dedup();
        holders
    }
}
