//! Runs a child under a time limit: it ends with all that it started, and its output cannot fill memory.

use std::env;
use std::ffi::OsStr;
use std::io::Read;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::group;
use crate::kept::Kept;

/// How long output may stay open after everything in the group was killed.
/// Only a process that left the group (a daemon) can hold it, and that one is not waited for.
const DRAIN: Duration = Duration::from_secs(1);

/// How a child ended, and what it said.
pub struct Ended {
    /// `None`: it outlived its limit and was killed.
    pub status: Option<ExitStatus>,
    pub stdout: String,
    pub stderr: String,
    pub time: Duration,
}

impl Ended {
    /// Whether it ended with exit code `code`.
    pub fn exited(&self, code: i32) -> bool {
        self.status.and_then(|status| status.code()) == Some(code)
    }
}

/// A command for [`run`], in surroundings that are the same on every machine:
/// no colours, no backtraces, no terminal's width, none of the model checker's own settings.
pub fn command(program: impl AsRef<OsStr>) -> Result<Command> {
    let mut command = group::command(program.as_ref())?;
    let steered = |name: &OsStr| name == "COLUMNS" || name.as_encoded_bytes().starts_with(b"LOOM_");
    for (name, _) in env::vars_os().filter(|(name, _)| steered(name)) {
        command.env_remove(name);
    }
    command.env_remove("RUST_LIB_BACKTRACE");
    command.envs([("RUST_BACKTRACE", "0"), ("LC_ALL", "C.UTF-8")]);
    command.envs([("CARGO_TERM_COLOR", "never"), ("NO_COLOR", "1")]);
    Ok(command)
}

/// Runs `command` for at most `limit`.
///
/// # Errors
///
/// If it cannot be started.
pub fn run(command: &mut Command, limit: Duration) -> Result<Ended> {
    let began = Instant::now();
    // Our end of its input is what its leader holds on to.
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn();
    let mut child = child.with_context(|| format!("cannot start {command:?}"))?;
    let (open, closed) = mpsc::channel();
    // Each pipe has its reader, since a child that fills the one we do not read never ends.
    let stdout = keep(child.stdout.take(), open.clone());
    let stderr = keep(child.stderr.take(), open);

    let in_time = group::wait(&mut child, limit);
    group::kill(&mut child);
    let status = child.wait().context("cannot learn how a child ended")?;
    let time = began.elapsed();
    // Nothing is ever sent: this returns when both readers have dropped their end, having read all.
    let _ = closed.recv_timeout(DRAIN);
    Ok(Ended {
        status: in_time?.then(|| group::status(status)),
        stdout: lock(&stdout).text(),
        stderr: lock(&stderr).text(),
        time,
    })
}

/// Reads `pipe` to its end in a thread of its own, and drops `open` then.
///
/// What is kept is shared, not handed over at the end, because there may be no end.
fn keep(pipe: Option<impl Read + Send + 'static>, open: Sender<()>) -> Arc<Mutex<Kept>> {
    let mut pipe = pipe.expect("the child's output is piped");
    let kept = Arc::new(Mutex::new(Kept::default()));
    let shared = Arc::clone(&kept);
    thread::spawn(move || {
        let mut buffer = [0; 8192];
        while let Ok(count @ 1..) = pipe.read(&mut buffer) {
            lock(&shared).push(&buffer[..count]);
        }
        drop(open);
    });
    kept
}

fn lock(kept: &Mutex<Kept>) -> MutexGuard<'_, Kept> {
    kept.lock().expect("keeping bytes does not panic")
}
