//! One number in a file, and the lock on that file.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// The digits that the largest `u64` needs; every number is written with as many, so none leaves digits of another.
const DIGITS: usize = 20;

/// Holds an open file that contains one number.
#[derive(Debug)]
pub struct NumberFile {
    file: File,
}

/// Holds the file's lock, which no other process has meanwhile, and gives it back when dropped.
#[derive(Debug)]
#[must_use = "the file is locked as long as this lives"]
pub struct LockedFile<'a> {
    number: &'a mut NumberFile,
}

impl NumberFile {
    /// Opens the file at `path`, and creates it with 0 in it if it is new.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be opened for reading and writing.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().read(true).write(true).open(path);
        let file = file.map_err(|error| {
            io::Error::new(error.kind(), format!("{}: {error}", path.display()))
        })?;
        Ok(Self { file })
    }

    /// Creates a file at `path` that holds 0.
    ///
    /// # Errors
    ///
    /// Fails if there is a file already, or none can be made.
    pub fn create(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create_new(true).open(path)?;
        let mut number = Self { file };
        number.write(0)?;
        Ok(number)
    }

    /// Adds 1: reads, adds, writes.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read or written, or holds no number.
    // ANCHOR: increment
    pub fn increment(&mut self) -> io::Result<()> {
        let seen = self.read()?;
        self.write(seen + 1)
    }

    /// Waits until no other process holds the file's lock, and takes it.
    ///
    /// # Errors
    ///
    /// Fails if the file system has no locks.
    pub fn lock(&mut self) -> io::Result<LockedFile<'_>> {
        self.file.lock()?;
        Ok(LockedFile { number: self })
    }
    // ANCHOR_END: increment

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

    fn write(&mut self, number: u64) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(format!("{number:0DIGITS$}").as_bytes())
    }
}

impl LockedFile<'_> {
    /// Adds 1, alone.
    ///
    /// # Errors
    ///
    /// As [`NumberFile::increment`].
    pub fn increment(&mut self) -> io::Result<()> {
        self.number.increment()
    }
}

impl Drop for LockedFile<'_> {
    fn drop(&mut self) {
        // If it fails, the lock goes when the file is closed, at the latest when the process ends, however it ends.
        let _ = self.number.file.unlock();
    }
}
