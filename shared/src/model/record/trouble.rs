//! What goes wrong in an execution, and what may still be done afterwards.

use super::lane::too_many_threads;
use super::{if_recording, shown, with};
use crate::timeline::{FailureKind, Place};
use std::io::{self, Write};
use std::panic::PanicHookInfo;

/// Holds what has gone wrong in the execution so far.
#[derive(Clone, Default)]
pub struct Trouble {
    /// Which lane failed first; none if the checker found fault between two operations.
    pub raised: Option<Raised>,
    /// What was said by panics since the last operation, the first of them first.
    pub said: Vec<Said>,
    /// With which words every further operation is refused.
    refusal: Option<String>,
    /// How many operations were left out while a panic unwound.
    left_out: usize,
    /// How many objects were made while a panic unwound.
    hidden: usize,
}

/// Tells which lane failed first, and whether by an operation of its own.
#[derive(Clone, Copy)]
pub struct Raised {
    pub lane: usize,
    pub by_operation: bool,
}

/// Tells what a panic said, and where.
#[derive(Clone)]
pub struct Said {
    pub message: String,
    pub place: Option<Place>,
}

/// What an operation is told that follows a caught panic through which operations were left out.
const LEFT_OUT: &str = "this execution cannot go on: a panic was caught that had unwound through operations of the model, \
     such as the drop of a guard or the end of a scope, and those are left out";

/// The same after a failure of the checker's whose words did not come this far, for want of a hook.
const FAILED: &str = "this execution has failed and cannot go on";

/// After so many operations left out, something waits for what will not happen.
const PATIENCE: usize = 10_000;

impl Trouble {
    pub(super) fn raise(&mut self, lane: usize, by_operation: bool) {
        self.raised.get_or_insert(Raised { lane, by_operation });
        if by_operation {
            let said = self.said.last().map(|said| said.message.clone());
            self.refuse(&said.unwrap_or_else(|| FAILED.to_owned()));
        }
    }

    /// Refuses every further operation, in these words unless others came first.
    pub(super) fn refuse(&mut self, words: &str) {
        self.refusal.get_or_insert_with(|| words.to_owned());
    }

    pub(super) fn refusal(&self) -> Option<&str> {
        self.refusal.as_deref()
    }

    /// Returns where a panic said something, if it did since the last operation.
    pub fn place_of(&self, message: &str) -> Option<Place> {
        let said = self.said.iter().rfind(|said| said.message == message);
        said.and_then(|said| said.place.clone())
    }

    /// Counts one more operation that is left out, and returns whether there are too many.
    fn leave_out(&mut self) -> bool {
        self.refuse(LEFT_OUT);
        self.left_out += 1;
        self.left_out > PATIENCE
    }

    /// Numbers an object that is made while a panic unwinds.
    pub(super) fn hide_object(&mut self) -> usize {
        self.hidden += 1;
        self.hidden
    }
}

/// Returns whether an operation may still reach the checker; if not, it is left out and so are all that follow.
///
/// It may not while a failure unwinds the stack: a switch of threads would take the unwinding along,
/// the checker's execution may be over, and a second panic inside a `Drop` would abort the process.
pub fn is_live() -> bool {
    if !std::thread::panicking() {
        return true;
    }
    if if_recording(|recorder| recorder.trouble.leave_out()) == Some(true) {
        give_up("a `Drop` waits in a loop while a failure unwinds, when no other thread can run");
    }
    false
}

/// Ends an execution in which threads may have lost what they borrow: none of them runs again.
pub fn abandon() {
    with(|recorder| recorder.trouble.refuse(LEFT_OUT));
}

/// Ends the process in plain words, where a panic could not be raised and `std` would hang.
pub fn give_up(words: &str) -> ! {
    say_last_words(words);
    std::process::abort()
}

/// Says why the process is about to end, past the test harness, which would keep it to itself.
fn say_last_words(words: &str) {
    let mut err = io::stderr();
    let _ = writeln!(err, "\n{words}");
    let said = if_recording(|recorder| std::mem::take(&mut recorder.trouble.said));
    for Said { message, place } in said.unwrap_or_default() {
        let place = place.map_or_else(String::new, |place| format!(", at {place}"));
        let _ = writeln!(err, "  after a panic{place}: {message}");
    }
}

/// Takes note of a panic inside a check, and returns whether there was one.
pub fn overhear(info: &PanicHookInfo<'_>) -> bool {
    let place = info.location().map(shown);
    let said = Said {
        message: info.payload_as_str().unwrap_or_default().to_owned(),
        place: place.filter(|place| *place != Place::unknown()),
    };
    let aborts = said.message == "panic in a destructor during cleanup";
    let is_ours = if_recording(|recorder| recorder.trouble.said.push(said)).is_some();
    if is_ours && aborts {
        say_last_words("a `Drop` panicked while a failure unwound, and that aborts the process");
    }
    is_ours
}

/// How an ordering is refused that its operation cannot have, as by `std`.
const MEANINGLESS: &str = "there is no such thing as a";

/// Tells the kinds of failure apart by what the checker said, or the model for want of it.
pub fn kind_of(message: &str, by_checker: bool) -> FailureKind {
    match message.trim_start() {
        said if said.starts_with(MEANINGLESS) => FailureKind::Meaningless,
        said if said == too_many_threads() => FailureKind::TooManyThreads,
        _ if !by_checker => FailureKind::Panic,
        said if said.starts_with("deadlock; threads") => FailureKind::Deadlock,
        said if said.starts_with("Causality violation") => FailureKind::DataRace,
        said if said.starts_with("Model exceeded maximum number of branches") => {
            FailureKind::TooLong
        }
        // It counts the preemptions of one execution by 8 bits, and nothing else that a program could make overflow.
        "attempt to add with overflow" => FailureKind::TooLong,
        _ => FailureKind::Panic,
    }
}
