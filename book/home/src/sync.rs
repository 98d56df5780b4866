//! The one place that knows whether the crate runs on the machine or in loom.

// ANCHOR: switch
#[cfg(loom)]
pub use loom::sync::atomic;
#[cfg(not(loom))]
pub use std::sync::atomic;
// ANCHOR_END: switch
