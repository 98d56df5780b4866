//! The process that adds: read, add, write, as often as it is told.

use super::number_file::NumberFile;
use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::path::Path;

/// The word on the command line that makes the lesson's program the adding process.
///
/// `race add-to-file PATH TIMES [stepwise]` says `ready`, waits for a line on its input and adds 1 to the number in the
/// file, `TIMES` times. With `stepwise` it waits for a line before each read and each write, and tells of each.
pub const ADD_TO_FILE: &str = "add-to-file";

pub(super) const STEPWISE: &str = "stepwise";

/// Runs the adding process with the arguments that follow [`ADD_TO_FILE`].
///
/// # Errors
///
/// Fails if the arguments are not as above, if the file fails, or if the input ends before the work does.
pub fn add_to_file(arguments: &[OsString]) -> io::Result<()> {
    let (path, times, stepwise) = match arguments {
        [path, times] => (path, times, false),
        [path, times, word] if word == STEPWISE => (path, times, true),
        _ => return Err(usage()),
    };
    let times = times
        .to_str()
        .and_then(|times| times.parse().ok())
        .ok_or_else(usage)?;
    let mut number = NumberFile::open(Path::new(path))?;
    tell("ready")?;
    if stepwise {
        add_stepwise(&mut number, times)
    } else {
        add(&mut number, times)
    }
}

// ANCHOR: add
fn add(number: &mut NumberFile, times: u64) -> io::Result<()> {
    wait_for_line()?;
    for _ in 0..times {
        let seen = number.read()?;
        number.write(seen + 1)?;
    }
    Ok(())
}
// ANCHOR_END: add

fn add_stepwise(number: &mut NumberFile, times: u64) -> io::Result<()> {
    for _ in 0..times {
        wait_for_line()?;
        let seen = number.read()?;
        tell(&format!("read {seen} {}", line!() - 1))?;
        wait_for_line()?;
        number.write(seen + 1)?;
        tell(&format!("write {} {}", seen + 1, line!() - 1))?;
    }
    Ok(())
}

fn wait_for_line() -> io::Result<()> {
    let length = io::stdin().lock().read_line(&mut String::new())?;
    if length == 0 {
        Err(io::Error::new(
            io::ErrorKind::UnexpectedEof,
            "the process that started this one has gone",
        ))
    } else {
        Ok(())
    }
}

fn tell(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

fn usage() -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidInput,
        format!("usage: race {ADD_TO_FILE} PATH TIMES [{STEPWISE}]"),
    )
}
