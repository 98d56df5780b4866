//! A check under way: `cargo xtask check NAME` in a group of its own, which ends at once when it is let go.

use std::process::{ChildStdin, Stdio};
use std::sync::mpsc::Sender;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::blocked;
use super::keys::Event;
use crate::group;

/// How long a build may wait for another before that is told.
const PATIENCE: Duration = Duration::from_secs(1);

/// A check, with all that it starts.
pub struct Running {
    /// What its leader holds the other end of: the group dies when it closes.
    tie: Option<ChildStdin>,
    group: u32,
    /// Tells the session of the end.
    ended: JoinHandle<()>,
    began: Instant,
    /// Whether it was told that another Cargo is in the way.
    told: bool,
}

impl Running {
    /// Starts the check of the exercise called `name`, whose end is the event `Ended(number)`.
    pub fn start(
        name: &str,
        limit: Duration,
        number: usize,
        events: Sender<Event>,
    ) -> Result<Self> {
        let mut command = group::command(group::this_program()?.as_os_str())?;
        command.args(["check", name, "--limit"]);
        command.arg(limit.as_secs().to_string());
        let child = command.stdin(Stdio::piped()).spawn();
        let mut child = child.context("cannot start a check")?;
        let (tie, group) = (child.stdin.take(), child.id());
        let ended = thread::spawn(move || {
            let _ = child.wait();
            // Nobody hears it if the session is over.
            let _ = events.send(Event::Ended(number));
        });
        Ok(Self {
            tie,
            group,
            ended,
            began: Instant::now(),
            told: false,
        })
    }

    /// Ends it and all that it has started. (Without process groups its end has to be waited for.)
    pub fn stop(mut self) {
        drop(self.tie.take());
        let _ = self.ended.join();
    }

    /// Whether it is to be told now that another Cargo is in the way; that is so once.
    pub fn waits(&mut self) -> bool {
        let news = !self.told && self.began.elapsed() > PATIENCE && blocked::is_blocked(self.group);
        self.told |= news;
        news
    }
}
