//! The process that adds: locks the file or does not, reads, adds, writes, as often as it is told.

use super::number_file::NumberFile;
use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::path::Path;

/// The word on the command line that makes the lesson's program the adding process.
///
/// `lock add-to-file PATH TIMES locked` says `ready`, waits for a line on its input and adds 1 to the number in the file,
/// `TIMES` times, each time under the file's lock. With `unlocked` it does without.
pub const ADD_TO_FILE: &str = "add-to-file";

/// Says whether the processes take the file's lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// They do, around each increment.
    Locked,
    /// They do not.
    Unlocked,
}

impl Protection {
    /// Returns the word that stands for it on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Locked => "locked",
            Self::Unlocked => "unlocked",
        }
    }
}

/// Runs the adding process with the arguments that follow [`ADD_TO_FILE`].
///
/// # Errors
///
/// Fails if the arguments are not as above, if the file fails, or if the input ends before the work begins.
pub fn add_to_file(arguments: &[OsString]) -> io::Result<()> {
    let [path, times, word] = arguments else {
        return Err(usage());
    };
    let known = [Protection::Locked, Protection::Unlocked];
    let protection = known.into_iter().find(|known| word == known.word());
    let times = times.to_str().and_then(|times| times.parse().ok());
    let (Some(times), Some(protection)) = (times, protection) else {
        return Err(usage());
    };
    let mut number = NumberFile::open(Path::new(path))?;
    say_ready_and_wait()?;
    add(&mut number, times, protection)
}

// ANCHOR: add
fn add(number: &mut NumberFile, times: u64, protection: Protection) -> io::Result<()> {
    for _ in 0..times {
        match protection {
            Protection::Unlocked => number.increment()?,
            Protection::Locked => number.lock()?.increment()?,
        }
    }
    Ok(())
}
// ANCHOR_END: add

fn say_ready_and_wait() -> io::Result<()> {
    println!("ready");
    io::stdout().flush()?;
    match io::stdin().lock().read_line(&mut String::new())? {
        0 => Err(io::Error::new(
            io::ErrorKind::UnexpectedEof,
            "the process that started this one has gone",
        )),
        _ => Ok(()),
    }
}

fn usage() -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidInput,
        format!("usage: lock {ADD_TO_FILE} PATH TIMES locked|unlocked"),
    )
}
