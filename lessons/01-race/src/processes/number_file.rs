//! One number in a file, read and written as a whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// The digits that the largest `u64` needs; every number is written with as many, so none leaves digits of another.
const DIGITS: usize = 20;

/// Holds an open file that contains one number.
#[derive(Debug)]
pub struct NumberFile {
    file: File,
}

impl NumberFile {
    /// Opens the file at `path`.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be opened for reading and writing.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().read(true).write(true).open(path);
        Ok(Self {
            file: file.map_err(|error| named(path, &error))?,
        })
    }

    /// Reads the number.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read or holds no number.
    pub fn read(&mut self) -> io::Result<u64> {
        let mut digits = [0; DIGITS];
        self.file.seek(SeekFrom::Start(0))?;
        self.file.read_exact(&mut digits)?;
        let number = str::from_utf8(&digits)
            .ok()
            .and_then(|digits| digits.parse().ok());
        number.ok_or_else(|| {
            io::Error::new(
                io::ErrorKind::InvalidData,
                "the file does not hold a number",
            )
        })
    }

    /// Writes a number in place of the one before.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be written.
    pub fn write(&mut self, number: u64) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(format!("{number:0DIGITS$}").as_bytes())
    }
}

/// Names a file of this process that holds 0, and removes it when dropped.
#[derive(Debug)]
pub(super) struct Temporary {
    path: PathBuf,
}

impl Temporary {
    pub(super) fn create() -> io::Result<Self> {
        static MADE: AtomicU64 = AtomicU64::new(0);
        // Relaxed: the number alone matters, and `fetch_add` gives each caller another.
        let name = format!("race-{}-{}.txt", process::id(), MADE.fetch_add(1, Relaxed));
        let path = std::env::temp_dir().join(name);
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create_new(true)
            .open(&path);
        let temporary = Self { path };
        NumberFile {
            file: file.map_err(|error| named(&temporary.path, &error))?,
        }
        .write(0)?;
        Ok(temporary)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // A file that somebody else removed first is gone, which is what was wanted.
        let _ = fs::remove_file(&self.path);
    }
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
