//! The learner's own file of an exercise: made from the starter, and never overwritten but by `reset`.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::exercise::Exercise;
use crate::hash::hash;
use crate::progress::Progress;

/// What the learner's file says; `None` if there is none.
pub fn read(exercise: &Exercise) -> Result<Option<Vec<u8>>> {
    let path = exercise.working();
    if path.is_dir() {
        let path = path.display();
        bail!("{path} is a folder, where your file should be: move it away, and run this again");
    }
    match fs::read(&path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// Copies the starter where there is no file yet, and where there is an older starter that nobody has touched.
pub fn provide(root: &Path, exercise: &Exercise, progress: &mut Progress) -> Result<()> {
    let starter = starter(exercise)?;
    let given = hash(&starter);
    let untouched = |text: Vec<u8>| {
        let content = hash(&text);
        content == progress.entry(&exercise.name).starter && content != given
    };
    if read(exercise)?.is_none_or(untouched) {
        write(&exercise.working(), &starter)?;
        progress.change(root, &exercise.name, |entry| {
            entry.starter.clone_from(&given)
        });
    }
    Ok(())
}

/// What [`reset`] did.
pub enum Reset {
    /// The file was the starter already.
    Nothing,
    /// There was no file.
    Made,
    /// What the learner had is now in this file.
    Kept(PathBuf),
}

/// Puts the starter back, with the learner's version beside it.
pub fn reset(exercise: &Exercise) -> Result<Reset> {
    let (starter, path) = (starter(exercise)?, exercise.working());
    let done = match read(exercise)? {
        Some(text) if hash(&text) == hash(&starter) => return Ok(Reset::Nothing),
        Some(text) => Reset::Kept(set_aside(&path, &text)?),
        None => Reset::Made,
    };
    write(&path, &starter)?;
    Ok(done)
}

fn starter(exercise: &Exercise) -> Result<Vec<u8>> {
    let path = exercise.starter();
    fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// Copies `text` to the first of `NAME.rs.1`, `NAME.rs.2` … that is free.
fn set_aside(path: &Path, text: &[u8]) -> Result<PathBuf> {
    for number in 1.. {
        let aside = path.with_extension(format!("rs.{number}"));
        // Never over what is there, even if two commands choose at once.
        let mut file = match File::create_new(&aside) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
            file => file.with_context(|| format!("cannot write {}", aside.display()))?,
        };
        let written = file.write_all(text).and_then(|()| file.sync_all());
        if written.is_err() {
            let _ = fs::remove_file(&aside);
        }
        written.with_context(|| format!("cannot write {}", aside.display()))?;
        return Ok(aside);
    }
    bail!("there is no free name beside {}", path.display())
}

/// Writes all of `text` or nothing.
fn write(path: &Path, text: &[u8]) -> Result<()> {
    let unfinished = path.with_extension(format!("{}.tmp", std::process::id()));
    let write = || {
        fs::create_dir_all(path.parent().unwrap_or(path))?;
        fs::write(&unfinished, text)?;
        fs::rename(&unfinished, path)
    };
    let written = write();
    if written.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    written.with_context(|| format!("cannot write {}", path.display()))
}
