//! What went wrong, told from what was recorded and from what the check's panic carried.

use crate::model::check::TOO_MANY;
use crate::model::record::{Trouble, kind_of};
use crate::timeline::{Failure, FailureKind};
use std::any::Any;

/// Returns the failure in the checker's own words.
pub fn of(trouble: &Trouble, payload: Box<dyn Any + Send>) -> Failure {
    // A thread's own panic passes the bottom of its stack; the checker's may come between two operations.
    let by_checker = trouble.raised.is_none_or(|raised| raised.by_operation);
    let text = text_of(payload);
    let place = trouble.place_of(text.as_deref().unwrap_or_default());
    let message = text.unwrap_or_else(|| without_text(trouble).to_owned());
    let kind = if message == TOO_MANY {
        FailureKind::TooMany
    } else {
        kind_of(&message, by_checker)
    };
    Failure {
        kind,
        lane: trouble
            .raised
            .map(|raised| raised.lane)
            .filter(|_| kind != FailureKind::Deadlock),
        message,
        place: place.filter(|_| !by_checker),
    }
}

/// Returns what a panic said. Anything but text is not dropped: its `Drop` is the program's own, and may panic.
fn text_of(payload: Box<dyn Any + Send>) -> Option<String> {
    let payload = match payload.downcast::<String>() {
        Ok(text) => return Some(*text),
        Err(payload) => payload,
    };
    let text = payload.downcast_ref::<&str>().map(|&text| text.to_owned());
    std::mem::forget(payload);
    text
}

/// Says what a panic does not say itself.
fn without_text(trouble: &Trouble) -> &'static str {
    match trouble.raised {
        Some(_) => "a thread panicked with a value that is not text",
        // No stack was unwound: the thread's was given up.
        None => {
            "a thread has overflowed its stack, which is 32 KiB in the model: build large values outside it"
        }
    }
}
