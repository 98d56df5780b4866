//! A child and all that it starts, as one group that dies together, also when we die first.
//!
//! The leader of each group is this program again, as `xtask lead PROGRAM …`.
//! It waits for the program, and it holds the other end of a pipe that we keep open: when the pipe closes,
//! we are gone (Ctrl-C, `kill -9`, a closed terminal), and the leader kills its whole group.
//! A group of its own without such a leader would outlive Ctrl-C, which a terminal sends to *its* group only.

/// The hidden command that makes this program a group's leader.
pub const LEADER: &str = "lead";

#[cfg(not(unix))]
#[path = "group/elsewhere.rs"]
mod platform;
#[cfg(unix)]
#[path = "group/unix.rs"]
mod platform;

pub use platform::{command, kill, lead, status, wait};
