//! Watching, from the first verdict to the last key: one loop hears of keys, of saves, and of checks that end.

use std::collections::VecDeque;
use std::fs;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, Sender};
use std::time::Duration;

use anyhow::{Context, Result};

use super::file::{Found, Watched};
use super::keys::Event;
use super::modes::Modes;
use super::running::Running;
use super::screen::Screen;
use crate::exercise::Exercise;
use crate::exercises::Exercises;
use crate::group;
use crate::progress::Progress;
use crate::state::State;
use crate::verdict_text;
use crate::working_copy;

/// What Ctrl-C sends where it raises no signal.
const CTRL_C: u8 = 3;
/// What ends the input where the terminal edits lines.
const CTRL_D: u8 = 4;

/// One exercise after the other, watched.
pub struct Session<'a> {
    course: &'a Exercises,
    exercise: &'a Exercise,
    limit: Duration,
    screen: Screen,
    /// Held for its end; `None` without a terminal.
    modes: Option<Modes>,
    events: Sender<Event>,
    watched: Watched,
    /// The text that was checked last.
    checked: Vec<u8>,
    running: Option<Running>,
    /// How many checks were started.
    checks: usize,
    /// What was pressed while a check ran.
    pending: VecDeque<Event>,
    /// Whether the next key answers whether to reset.
    asking: bool,
}

impl<'a> Session<'a> {
    pub fn new(
        course: &'a Exercises,
        exercise: &'a Exercise,
        limit: Duration,
        modes: Option<Modes>,
        events: Sender<Event>,
    ) -> Self {
        Self {
            course,
            exercise,
            limit,
            screen: Screen::new(modes.is_some()),
            modes,
            events,
            watched: Watched::new(exercise.working()),
            checked: Vec::new(),
            running: None,
            checks: 0,
            pending: VecDeque::new(),
            asking: false,
        }
    }

    /// Watches until that is enough.
    pub fn run(mut self, events: &Receiver<Event>) -> Result<()> {
        self.go_to(self.exercise)?;
        loop {
            let pending = self.pending.pop_front_if(|_| self.running.is_none());
            let event = pending.or_else(|| events.recv_timeout(self.watched.next_glance()).ok());
            if let Some(event) = event
                && !self.hear(event)?
            {
                break;
            }
            self.look()?;
        }
        self.stop();
        Ok(())
    }

    /// Does what `event` asks for; whether to go on.
    fn hear(&mut self, event: Event) -> Result<bool> {
        match event {
            Event::Ended(number) if number == self.checks => {
                self.stop();
                self.footer()?;
            }
            // It was stopped for a newer one.
            Event::Ended(_) => {}
            Event::Key(b'q' | CTRL_C | CTRL_D) => return Ok(false),
            Event::EndOfInput if self.modes.is_some() => return Ok(false),
            _ if self.running.is_some() => self.pending.push_back(event),
            Event::EndOfInput => return Ok(false),
            Event::Key(key) => self.press(key)?,
        }
        Ok(true)
    }

    fn press(&mut self, key: u8) -> Result<()> {
        if self.asking {
            self.asking = false;
            return self.reset(key);
        }
        let name = &self.exercise.name;
        match key {
            b'n' => match self.next() {
                Some(next) => self.go_to(next),
                None => Ok(self.screen.tell("every exercise is solved")?),
            },
            b'h' => self.ask(&["hint", name]),
            b'l' => self.ask(&["list"]),
            b'r' => {
                self.asking = true;
                let question = format!("put the starter of {name} back? [y] yes  [other] no");
                Ok(self.screen.tell(&question)?)
            }
            _ => Ok(()),
        }
    }

    /// Looks at the file, and at what holds a check up.
    fn look(&mut self) -> Result<()> {
        if let Some(modes) = &self.modes {
            modes.renew();
        }
        if self.running.as_mut().is_some_and(Running::waits) {
            self.screen.tell("waiting for another cargo")?;
        }
        let path = self.course.relative(&self.watched.path);
        match self.watched.look() {
            None => Ok(()),
            Some(Found::Nothing) => Ok(self
                .screen
                .tell(&format!("{path} is gone: it is checked when it is back"))?),
            Some(Found::Folder) => Ok(self.screen.tell(&format!(
                "{path} is a folder: it is checked when it is a file"
            ))?),
            // A check touches a file of old date, so that Cargo builds it: that is no news while it runs.
            Some(Found::File(..)) if self.running.is_some() && self.text() == self.checked => {
                Ok(())
            }
            Some(Found::File(..)) => self.check(""),
        }
    }

    fn go_to(&mut self, exercise: &'a Exercise) -> Result<()> {
        self.exercise = exercise;
        let root = &self.course.root;
        // What cannot be provided is told by the check as well.
        let _ = working_copy::provide(root, exercise, &mut Progress::read(root));
        self.watched = Watched::new(exercise.working());
        self.check("")
    }

    /// Begins a check, and a new picture with `note` in it.
    fn check(&mut self, note: &str) -> Result<()> {
        self.stop();
        self.asking = false;
        let path = self.course.relative(&self.watched.path);
        let line = format!("watching {path}\n{note}");
        self.screen.begin(&line)?;
        self.checked = self.text();
        self.checks += 1;
        let (name, events) = (&self.exercise.name, self.events.clone());
        self.running = Some(Running::start(name, self.limit, self.checks, events)?);
        Ok(())
    }

    fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop();
        }
    }

    fn footer(&self) -> Result<()> {
        let entry = Progress::read(&self.course.root).entry(&self.exercise.name);
        let solved = State::of(self.exercise, &entry) == State::Solved;
        let next = self.next().filter(|_| solved);
        Ok(self.screen.footer(next.map(|next| next.name.as_str()))?)
    }

    fn next(&self) -> Option<&'a Exercise> {
        let progress = Progress::read(&self.course.root);
        verdict_text::next(self.course, &progress, Some(self.exercise))
    }

    fn reset(&mut self, key: u8) -> Result<()> {
        if !key.eq_ignore_ascii_case(&b'y') {
            self.screen.tell("it stays as it is")?;
            return self.footer();
        }
        let output = command(&["reset", &self.exercise.name])?.output();
        let output = output.context("cannot start a reset")?;
        self.watched = Watched::new(self.exercise.working());
        let said = [output.stdout, output.stderr].concat();
        self.check(&String::from_utf8_lossy(&said))
    }

    /// Runs another command, which tells what it has to tell, below what is shown.
    fn ask(&self, words: &[&str]) -> Result<()> {
        self.screen.tell("")?;
        let status = command(words)?.status();
        status.with_context(|| format!("cannot start {}", words[0]))?;
        self.footer()
    }

    fn text(&self) -> Vec<u8> {
        fs::read(&self.watched.path).unwrap_or_default()
    }
}

/// This program with other words.
fn command(words: &[&str]) -> Result<Command> {
    let mut command = Command::new(group::this_program()?);
    command.args(words).stdin(Stdio::null());
    Ok(command)
}
