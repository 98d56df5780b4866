//! An answer that panics is refused for it, as for any other fault.

use super::Refusal;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{self, PanicHookInfo};
use std::sync::Once;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    static RAISED_AT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Runs a check, and turns a panic, in a `Drop` too, into a refusal that names message and place.
///
/// The model has a hook of its own for panics inside it; it stands before this one, as the check installs it later.
pub(super) fn run(check: fn() -> Result<String, Refusal>) -> Result<String, Refusal> {
    install();
    RAISED_AT.set(None);
    GUARDED.set(true);
    let ended = panic::catch_unwind(check);
    GUARDED.set(false);
    ended.unwrap_or_else(|payload| {
        let message = message_of(payload.as_ref());
        // A payload may be a type of the answer's, and its `Drop` may panic again.
        std::mem::forget(payload);
        let place = RAISED_AT.take();
        let place = place.map_or_else(String::new, |place| format!(", at {place}"));
        Err(Refusal::because(format!(
            "the answer panicked: {message}{place}"
        )))
    })
}

/// Installs the hook, once for the process; panics of other threads go to the hook that was there before.
fn install() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if GUARDED.get() {
                remember(info);
            } else {
                before(info);
            }
        }));
    });
}

/// Remembers the place of the first panic; a second follows from it.
fn remember(info: &PanicHookInfo<'_>) {
    if let Some(location) = info.location() {
        RAISED_AT.with_borrow_mut(|place| {
            place.get_or_insert_with(|| location.to_string());
        });
    }
}

fn message_of(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("with a value that is not text")
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(check: fn() -> Result<String, Refusal>) -> String {
        run(check).unwrap_err().reason().to_owned()
    }

    #[test]
    fn a_panic_is_a_refusal_that_names_message_and_place() {
        let line = line!() + 1;
        let said = reason(|| panic!("no seat {}", 7));
        let told = format!("the answer panicked: no seat 7, at {}:{line}:", file!());
        assert!(said.starts_with(&told), "{said}");
    }

    #[test]
    fn a_panic_in_a_drop_is_a_refusal() {
        struct Slams;
        impl Drop for Slams {
            fn drop(&mut self) {
                panic!("the door slams");
            }
        }
        let said = reason(|| {
            drop(Slams);
            Ok(String::new())
        });
        assert!(said.contains("the door slams"), "{said}");
    }

    #[test]
    fn a_payload_that_panics_when_dropped_is_a_refusal() {
        struct Worse;
        impl Drop for Worse {
            fn drop(&mut self) {
                panic!("again");
            }
        }
        let said = reason(|| panic::panic_any(Worse));
        assert!(said.contains("a value that is not text"), "{said}");
    }

    #[test]
    fn a_check_that_ends_keeps_its_verdict() {
        assert_eq!(run(|| Ok("seen".to_owned())), Ok("seen".to_owned()));
    }
}
