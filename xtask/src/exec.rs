//! Turns into another program, for a command that has nothing to add to what that one says.

use std::process::Command;

use anyhow::Result;

use crate::verb::Verdict;

/// Turns into `command`, so that Ctrl-C and a `kill` reach it, and its exit code is ours.
#[cfg(unix)]
pub fn become_it(command: &mut Command) -> Result<Verdict> {
    let error = std::os::unix::process::CommandExt::exec(command);
    Err(anyhow::Error::new(error).context("cannot start cargo"))
}

#[cfg(not(unix))]
pub fn become_it(command: &mut Command) -> Result<Verdict> {
    use anyhow::Context;
    let status = command.status().context("cannot start cargo")?;
    Ok(Verdict::of(status.success()))
}
