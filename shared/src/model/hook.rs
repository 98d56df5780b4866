//! Keeps a failing model's panic message off the terminal, and has it remembered.
//!
//! A check unwinds once, on purpose, when it finds a failure; what it prints is the timeline.

use std::panic;
use std::sync::Once;

/// Installs the hook, once for the process; panics outside a check go to the hook that was there before.
pub fn install() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !super::record::overhear(info) {
                before(info);
            }
        }));
    });
}
