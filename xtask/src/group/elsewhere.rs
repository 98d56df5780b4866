//! Without process groups: the limit binds the child alone.

use std::ffi::{OsStr, OsString};
use std::io;
use std::process::{Child, Command, ExitCode, ExitStatus};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;

/// How long the child's end may go unnoticed.
const GLANCE: Duration = Duration::from_millis(5);

pub fn command(program: &OsStr) -> Result<Command> {
    Ok(Command::new(program))
}

/// There is no group to lead.
pub fn lead(_: impl Iterator<Item = OsString>) -> ExitCode {
    ExitCode::from(2)
}

pub fn status(child: ExitStatus) -> ExitStatus {
    child
}

pub fn wait(child: &mut Child, limit: Duration) -> io::Result<bool> {
    // A program that reads its input finds the end of it, as it does under a leader.
    drop(child.stdin.take());
    // `std` has no wait with a limit, so we look again and again.
    let began = Instant::now();
    while child.try_wait()?.is_none() {
        if began.elapsed() >= limit {
            return Ok(false);
        }
        thread::sleep(GLANCE);
    }
    Ok(true)
}

pub fn kill(child: &mut Child) {
    // It fails where the child has ended by itself.
    let _ = child.kill();
}
