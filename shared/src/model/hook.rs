//! Keeps a failing model's panic message off the terminal and remembers where it was raised.
//!
//! A check unwinds once, on purpose, when it finds a failure; what it prints is the timeline.

use std::cell::RefCell;
use std::panic::{self, PanicHookInfo};
use std::sync::Once;

use crate::timeline::Place;

thread_local! {
    static RAISED_AT: RefCell<Option<Place>> = const { RefCell::new(None) };
}

/// Installs the hook, once for the process; panics outside a check go to the hook that was there before.
pub fn install() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if super::record::in_check() {
                remember(info)
            } else {
                before(info)
            }
        }));
    });
}

/// Returns where the first panic since the last call was raised.
pub fn take_place() -> Option<Place> {
    RAISED_AT.take()
}

fn remember(info: &PanicHookInfo<'_>) {
    let Some(location) = info.location() else {
        return;
    };
    RAISED_AT.with_borrow_mut(|place| {
        place
            .get_or_insert_with(|| Place::new(location.file(), location.line(), location.column()));
    });
}
