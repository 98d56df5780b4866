//! A child and all that it starts, as one group that dies together, also when we die first.
//!
//! The leader of each group is this program again, as `xtask lead PROGRAM …`.
//! It waits for the program, and it holds the other end of a pipe that we keep open: when the pipe closes,
//! we are gone (Ctrl-C, `kill -9`, a closed terminal), and the leader kills its whole group.
//! A group of its own without such a leader would outlive Ctrl-C, which a terminal sends to *its* group only.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The hidden command that makes this program a group's leader.
pub const LEADER: &str = "lead";

#[cfg(not(unix))]
#[path = "group/elsewhere.rs"]
mod platform;
#[cfg(unix)]
#[path = "group/unix.rs"]
mod platform;

pub use platform::{command, kill, lead, status, wait};

/// The program that is running, even if Cargo has replaced or removed its file since it started.
pub fn this_program() -> Result<PathBuf> {
    if cfg!(target_os = "linux") {
        return Ok(PathBuf::from("/proc/self/exe"));
    }
    env::current_exe().context("cannot find this program's own file")
}
