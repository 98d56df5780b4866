//! Gives a terminal its modes back even after `kill -9`, by a process that outlives ours: the guardian.
//!
//! The guardian is this program again. It reads the modes before we change them, holds the other end of a pipe,
//! and puts them back when the pipe closes: we have left, have panicked, or were killed, all in the same way.
//! So no signal needs a handler, and what is tested for one way to end holds for the others.

use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};
use rustix::process::{getpgrp, setsid};
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios};
use rustix::termios::{tcgetattr, tcgetpgrp, tcsetattr};

/// The terminal's own modes are changed as long as this lives.
pub struct Modes {
    guardian: Child,
}

impl Modes {
    /// Has the terminal that is our input hand over each key at once, and not show it.
    ///
    /// `guardian` is the command that ends in [`guard`].
    pub fn change(mut guardian: Command) -> Result<Option<Self>> {
        let terminal = io::stdin().as_fd().try_clone_to_owned();
        guardian.stderr(terminal.context("cannot hand on the terminal")?);
        guardian.stdin(Stdio::piped()).stdout(Stdio::piped());
        let guardian = guardian.spawn();
        let mut modes = Self {
            guardian: guardian.context("cannot start what guards the terminal")?,
        };
        // Once it speaks it knows the modes, and may be relied on.
        let said = modes.guardian.stdout.take().expect("its output is piped");
        let ready = said.take(1).read_exact(&mut [0]);
        ready.context("what guards the terminal does not start")?;
        modes.renew();
        Ok(Some(modes))
    }

    /// Changes the modes again where a shell has put its own in their place: after Ctrl-Z and `fg`.
    pub fn renew(&self) {
        let terminal = io::stdin();
        // In the background the terminal is another's, and touching it would stop us.
        if tcgetpgrp(&terminal) != Ok(getpgrp()) {
            return;
        }
        let Ok(found) = tcgetattr(&terminal) else {
            // The terminal is gone; reading keys finds that out.
            return;
        };
        let wanted = quiet(found.clone());
        if !is_same(&found, &wanted) {
            let _ = tcsetattr(&terminal, OptionalActions::Now, &wanted);
        }
    }
}

impl Drop for Modes {
    fn drop(&mut self) {
        drop(self.guardian.stdin.take());
        // Whoever gets the terminal after us must find it as it was.
        let _ = self.guardian.wait();
    }
}

/// Without line editing and echo; keys still raise signals, and output is still laid out by the terminal.
fn quiet(mut modes: Termios) -> Termios {
    // A check writes from a group in the background, which `TOSTOP` would stop.
    let unwanted = LocalModes::ICANON | LocalModes::ECHO | LocalModes::TOSTOP;
    modes.local_modes.remove(unwanted);
    modes.special_codes[SpecialCodeIndex::VMIN] = 1;
    modes.special_codes[SpecialCodeIndex::VTIME] = 0;
    modes
}

fn is_same(one: &Termios, other: &Termios) -> bool {
    one.input_modes == other.input_modes
        && one.output_modes == other.output_modes
        && one.local_modes == other.local_modes
}

/// The guardian's whole life; the terminal is its standard error.
pub fn guard() -> Result<()> {
    // In a session of its own no Ctrl-C and no hang-up reaches it, and it may set modes from the background.
    setsid().context("this is for `cargo xtask watch` itself, which starts it")?;
    let terminal = io::stderr();
    let found = tcgetattr(&terminal)?;
    io::stdout().write_all(b".")?;
    io::stdout().flush()?;
    // The pipe holds nothing: this returns at its end.
    io::copy(&mut io::stdin(), &mut io::sink())?;
    // After a signal a shell may have been quicker, and has modes of its own now.
    if is_same(&tcgetattr(&terminal)?, &quiet(found.clone())) {
        tcsetattr(&terminal, OptionalActions::Now, &found)?;
    }
    Ok(())
}
