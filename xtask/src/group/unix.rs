//! Process groups, as Unix has them.

use std::ffi::{OsStr, OsString};
use std::io;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::Result;
use rustix::io::retry_on_intr;
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, waitid};
use rustix::process::{getpgrp, getpid, kill_current_process_group, kill_process_group};

use super::{LEADER, this_program};

/// A command that runs `program` under a leader, in a group of its own.
pub fn command(program: &OsStr) -> Result<Command> {
    let mut command = Command::new(this_program()?);
    command.arg0("xtask").arg(LEADER).arg(program);
    command.process_group(0);
    Ok(command)
}

/// Leads a group: runs the program that `words` name, and kills the group when nobody waits for it any more.
pub fn lead(mut words: impl Iterator<Item = OsString>) -> ExitCode {
    // Started by hand, from a script, the group would be the script's own.
    if getpgrp() != getpid() {
        eprintln!("`{LEADER}` is for `cargo xtask` itself, which starts it in a group of its own");
        return ExitCode::from(2);
    }
    thread::spawn(|| {
        // The pipe holds nothing: this returns at its end.
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        let _ = kill_current_process_group(Signal::KILL);
    });
    let mut program = Command::new(words.next().unwrap_or_default());
    match program.args(words).stdin(Stdio::null()).status() {
        Ok(status) => ExitCode::from(shell_code(status)),
        Err(error) => {
            eprintln!("cannot start {}: {error}", program.get_program().display());
            ExitCode::from(127)
        }
    }
}

/// How a program ended as a shell tells it: a death by signal is 128 and the signal's number.
fn shell_code(status: ExitStatus) -> u8 {
    let signal = || status.signal().map(|signal| 128 + signal);
    let code = status.code().or_else(signal).unwrap_or(1);
    u8::try_from(code).unwrap_or(u8::MAX)
}

/// How the program ended, as its leader's end tells it.
pub fn status(leader: ExitStatus) -> ExitStatus {
    match leader.code() {
        Some(code @ 129..=192) => ExitStatus::from_raw(code - 128),
        _ => leader,
    }
}

/// Waits until `leader` has ended, but no longer than `limit`; whether it has.
///
/// The leader is left unreaped (`NOWAIT`), so that its number, which is the group's too,
/// cannot be given to a stranger before [`kill`] has used it.
pub fn wait(leader: &mut Child, limit: Duration) -> io::Result<bool> {
    let pid = Pid::from_child(leader);
    let (sender, ended) = mpsc::channel();
    thread::spawn(move || {
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        let outcome = retry_on_intr(|| waitid(WaitId::Pid(pid), options));
        // Once the limit has passed, nobody listens any more.
        let _ = sender.send(outcome);
    });
    match ended.recv_timeout(limit) {
        Ok(outcome) => Ok(outcome.map(|_| true)?),
        Err(_) => Ok(false),
    }
}

/// Kills what is left of the group, the leader included.
pub fn kill(leader: &mut Child) {
    // It fails where nothing is left to kill, which is as well.
    let _ = kill_process_group(Pid::from_child(leader), Signal::KILL);
}
