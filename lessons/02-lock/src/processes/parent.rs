//! The process that starts the two others, lets them go together and looks at what they leave.

use super::adder::{ADD_TO_FILE, Protection};
use super::number_file::NumberFile;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

/// Tells what the file held in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The number; without a lost update it is twice what each process added.
    pub counted: u64,
    /// The time from the moment when the processes were let go to the end of the second.
    pub elapsed: Duration,
}

/// Lets two processes of `program` add 1 to one file at once, `times` times each.
///
/// # Errors
///
/// Fails if the file or the processes fail.
pub fn add_from_two_processes(
    program: &Path,
    times: u64,
    protection: Protection,
) -> io::Result<Sum> {
    let file = Temporary::create()?;
    let start = || Adder::start(program, &file.0, times, protection);
    let mut adders = [start()?, start()?];
    for adder in &mut adders {
        adder.hear_ready()?;
    }
    let began = Instant::now();
    for adder in &mut adders {
        adder.let_go()?;
    }
    for adder in &mut adders {
        adder.wait()?;
    }
    Ok(Sum {
        counted: NumberFile::open(&file.0)?.read()?,
        elapsed: began.elapsed(),
    })
}

/// Names a file of this process that holds 0, and removes it when dropped.
struct Temporary(PathBuf);

impl Temporary {
    fn create() -> io::Result<Self> {
        static MADE: AtomicU64 = AtomicU64::new(0);
        // Relaxed: the number alone matters, and `fetch_add` gives each caller another.
        let name = format!("lock-{}-{}.txt", process::id(), MADE.fetch_add(1, Relaxed));
        let temporary = Self(std::env::temp_dir().join(name));
        NumberFile::create(&temporary.0)?;
        Ok(temporary)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // A file that somebody else removed first is gone, which is what was wanted.
        let _ = fs::remove_file(&self.0);
    }
}

/// Holds a running adding process; one that is dropped before its end is killed.
struct Adder(Child);

impl Adder {
    fn start(program: &Path, file: &Path, times: u64, protection: Protection) -> io::Result<Self> {
        let mut command = Command::new(program);
        command.arg(ADD_TO_FILE).arg(file).arg(times.to_string());
        command
            .arg(protection.word())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        command.spawn().map(Self)
    }

    fn hear_ready(&mut self) -> io::Result<()> {
        let from = self.0.stdout.take().expect("its output is a pipe");
        let mut line = String::new();
        BufReader::new(from).read_line(&mut line)?;
        match line.as_str() {
            "ready\n" => Ok(()),
            _ => Err(io::Error::new(
                io::ErrorKind::UnexpectedEof,
                "a process ended before its work began",
            )),
        }
    }

    fn let_go(&mut self) -> io::Result<()> {
        let mut to = self.0.stdin.take().expect("its input is a pipe");
        to.write_all(b"\n")
    }

    fn wait(&mut self) -> io::Result<()> {
        match self.0.wait()? {
            status if status.success() => Ok(()),
            status => Err(io::Error::other(format!("a process ended with {status}"))),
        }
    }
}

impl Drop for Adder {
    fn drop(&mut self) {
        // Both fail where the process has ended already, which is what is wanted.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
