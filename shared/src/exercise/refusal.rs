//! Why an answer is refused: a reason, and the execution that shows it where there is one.

use super::painted;
use crate::model::{Counterexample, data_race};
use crate::terminal::{Style, Tone};
use crate::timeline::{Execution, Failure, FailureKind, Place, Timeline};

/// Says why an answer is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    reason: String,
    /// Whether it is about the answer; else about the model, which is too small for it.
    is_verdict: bool,
    shown_by: Option<Box<Shown>>,
}

/// Holds an execution and, if it failed, in one line how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    execution: Execution,
    found: Option<String>,
}

impl Refusal {
    /// Refuses for a reason that needs no picture.
    #[must_use]
    pub fn because(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            is_verdict: true,
            shown_by: None,
        }
    }

    /// Refuses for something that one execution shows, though it ended well.
    #[must_use]
    pub fn shown_by(reason: impl Into<String>, mut execution: Execution) -> Self {
        execution.failure = Some(Failure {
            kind: FailureKind::Panic,
            lane: None,
            message: reason.into(),
            place: None,
        });
        Self::with(execution, None)
    }

    fn with(mut execution: Execution, found: Option<String>) -> Self {
        leave_out_the_check(&mut execution);
        let kind = execution.failure.as_ref().map(|failure| failure.kind);
        // One thread has no interleaving, and some failures need none: the steps would only hide the reason.
        let shown = execution.lanes.len() > 1 && kind.is_none_or(FailureKind::is_of_an_order);
        Self {
            reason: reason_of(&execution, shown),
            is_verdict: kind.is_none_or(FailureKind::is_verdict),
            shown_by: shown.then(|| Box::new(Shown { execution, found })),
        }
    }

    /// Returns the reason.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Returns whether the answer is at fault; if not, the model could not try all of it.
    #[must_use]
    pub fn is_verdict(&self) -> bool {
        self.is_verdict
    }

    /// Returns the execution that shows it, if there is one.
    #[must_use]
    pub fn timeline(&self) -> Option<Timeline> {
        let shown = self.shown_by.as_ref()?;
        Some(Timeline::of(&shown.execution))
    }

    /// Lays out reason and timeline; each line is ended.
    #[must_use]
    pub fn text(&self, style: Style) -> String {
        let Some(shown) = &self.shown_by else {
            let cross = if style.unicode { "✗" } else { "x" };
            let lines = painted(&format!("{cross} {}", self.reason), style, Tone::Bad);
            return lines.join("\n") + "\n";
        };
        let text = Timeline::of(&shown.execution).text(style).to_string();
        match (&shown.found, text.rsplit_once("\n\n")) {
            // The last paragraph is the verdict on a failure, and this execution ended well.
            (None, Some((drawing, _))) => format!("{drawing}\n"),
            (None, None) => text,
            (Some(found), _) => text + &painted(found, style, Tone::Plain).join("\n") + "\n",
        }
    }
}

impl From<Counterexample> for Refusal {
    fn from(counterexample: Counterexample) -> Self {
        let found = counterexample.found();
        Self::with(counterexample.execution().clone(), Some(found))
    }
}

/// Says what went wrong, and where, unless a drawing tells.
fn reason_of(execution: &Execution, is_drawn: bool) -> String {
    let Some(failure) = &execution.failure else {
        return String::new();
    };
    match &failure.place {
        Some(place) if !is_drawn => format!("{}, at {place}", failure.message),
        _ => failure.message.clone(),
    }
}

/// Returns whether a file is a check, which has the answer's name.
pub(super) fn is_check(path: &str) -> bool {
    path.split(['/', '\\']).any(|part| part == "checks")
}

/// Leaves out places in the check: the source lines shown are the learner's own.
fn leave_out_the_check(execution: &mut Execution) {
    let is_check = |place: &Place| is_check(&place.file);
    for step in &mut execution.steps {
        if is_check(&step.place) {
            step.place = Place::unknown();
        }
    }
    // The words on a data race name the places of its two accesses.
    let race = data_race(execution);
    if let Some(failure) = &mut execution.failure {
        failure.place = failure.place.take().filter(|place| !is_check(place));
        if failure.kind == FailureKind::DataRace {
            failure.message = race;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sync::atomic::{AtomicU8, Ordering::Acquire};
    use crate::model::{Mode, check, thread};
    use crate::timeline::{Effect, State, Step, Value};

    fn one_load(file: &str) -> Execution {
        let place = Place::new(file, 7, 1);
        Execution {
            lanes: vec!["main".to_owned(), "A".to_owned()],
            objects: vec!["taken".to_owned()],
            steps: vec![Step::new(0, "load", Effect::Read(Value::Bool(true)), place).on(0)],
            calls: Vec::new(),
            failure: None,
        }
    }

    #[test]
    fn a_refusal_with_an_execution_draws_it_under_its_reason() {
        let refusal = Refusal::shown_by("`taken` is shared", one_load("examples/unshare.rs"));
        let text = refusal.text(Style::PLAIN);
        assert!(text.starts_with("x `taken` is shared\n\n"), "{text}");
        assert!(!text.contains("verdict"), "{text}");
        assert!(
            text.contains("taken.load -> true |   | unshare.rs:7"),
            "{text}"
        );
    }

    #[test]
    fn a_line_of_the_check_is_not_shown_as_the_learners() {
        for file in [
            "examples/../checks/unshare.rs",
            r"examples\..\checks\unshare.rs",
        ] {
            let text = Refusal::shown_by("shared", one_load(file)).text(Style::PLAIN);
            assert!(!text.contains("unshare.rs"), "{text}");
        }
    }

    #[test]
    fn a_data_race_in_the_check_is_told_without_its_lines() {
        let mut execution = one_load("examples/../checks/refcount.rs");
        let (mut write, mut read) = (execution.steps[0].clone(), execution.steps[0].clone());
        (write.lane, write.operation, write.state) = (1, "write", State::Raised);
        read.operation = "read";
        execution.steps = vec![read, write];
        execution.failure = Some(Failure {
            kind: FailureKind::DataRace,
            lane: Some(1),
            message: "a data race at refcount.rs:7".to_owned(),
            place: None,
        });
        let refusal = Refusal::with(execution, None);
        let told = "data race on `taken`: A writes what main read, and nothing orders the two";
        assert_eq!(refusal.reason(), told);
    }

    #[test]
    fn a_failure_of_one_thread_is_told_with_its_place_and_without_a_drawing() {
        let line = line!() + 1;
        let alone = check(Mode::Interleaving, || panic!("nobody else is here"));
        let refusal = Refusal::from(alone.unwrap_err());
        let told = format!("x nobody else is here, at {}:{line}:", file!());
        let text = refusal.text(Style::PLAIN).replace('\n', " ");
        assert!(text.starts_with(&told), "{text}");
        assert!(refusal.is_verdict());
    }

    #[test]
    fn what_fails_in_any_order_is_told_without_one() {
        let acquire = || {
            thread::spawn(|| AtomicU8::new(0).store(1, Acquire));
        };
        let refusal = Refusal::from(check(Mode::Weak, acquire).unwrap_err());
        let reason = refusal.reason();
        assert!(
            reason.starts_with("there is no such thing as an acquire store, at "),
            "{reason}"
        );
        assert_eq!((refusal.timeline(), refusal.is_verdict()), (None, true));
    }

    #[test]
    fn an_answer_that_is_too_large_for_the_model_has_no_verdict() {
        let six = || (0..6).for_each(|_| _ = thread::spawn(|| ()));
        let refusal = Refusal::from(check(Mode::Weak, six).unwrap_err());
        let reason = refusal.reason();
        assert!(
            reason.starts_with("a model has 5 threads at most"),
            "{reason}"
        );
        assert_eq!((refusal.timeline(), refusal.is_verdict()), (None, false));
    }

    #[test]
    fn a_reason_is_wrapped_to_the_width() {
        let narrow = Style {
            width: 20,
            ..Style::PLAIN
        };
        let text = Refusal::because("one seat, and 2 buyers own it").text(narrow);
        assert_eq!(text, "x one seat, and 2\nbuyers own it\n");
    }
}
