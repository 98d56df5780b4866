//! How the terminal treats keys while we watch, and that it is as before when we are gone.

/// The word behind `watch` that makes this program the guardian.
pub const GUARDIAN: &str = "--guardian";

#[cfg(not(unix))]
#[path = "modes/elsewhere.rs"]
mod platform;
#[cfg(unix)]
#[path = "modes/unix.rs"]
mod platform;

pub use platform::{Modes, guard};
