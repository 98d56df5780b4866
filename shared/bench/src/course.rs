//! A copy of the course, in which somebody can learn without touching the answers and the progress of who works here.

use std::path::{Path, PathBuf};
use std::process::{self, Command, Stdio};
use std::{fs, io};

/// A copy in a folder of its own, with a target directory of its own; it is removed in the end.
#[derive(Debug)]
pub struct Course {
    root: PathBuf,
}

/// An exercise, and what can be handed in for it.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// Its identity.
    pub name: String,
    /// What it is given as.
    pub starter: String,
    /// What solves it.
    pub solution: String,
    /// The file that a learner edits.
    pub working: PathBuf,
}

impl Course {
    /// Copies what git tracks, or would if it were added, to a new folder in `folder`.
    ///
    /// # Errors
    ///
    /// Fails if git cannot list the files, or if one of them cannot be copied.
    pub fn copy(folder: &Path) -> io::Result<Self> {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let root = folder.join(format!("course-{}", process::id()));
        // From here on, whatever fails, it is removed again.
        let course = Self { root };
        for file in files(&from)? {
            let (from, to) = (from.join(&file), course.root.join(&file));
            // A file that was removed is known to git until that is committed.
            if from.is_file() {
                fs::create_dir_all(to.parent().unwrap_or(&to))?;
                fs::copy(from, to)?;
            }
        }
        Ok(course)
    }

    /// Returns the exercises that the folders hold, by lesson and name.
    ///
    /// # Errors
    ///
    /// Fails if a folder or a file cannot be read, as when an exercise lacks its solution.
    pub fn exercises(&self) -> io::Result<Vec<Exercise>> {
        let mut exercises = Vec::new();
        for lesson in listed(&self.root.join("lessons"))? {
            let dir = lesson.join("exercises");
            let starters = if dir.is_dir() {
                listed(&dir.join("starters"))?
            } else {
                Vec::new()
            };
            for starter in starters {
                let file = starter.file_name().unwrap_or_default();
                let name = Path::new(file).with_extension("");
                exercises.push(Exercise {
                    name: name.to_string_lossy().into_owned(),
                    starter: fs::read_to_string(&starter)?,
                    solution: fs::read_to_string(dir.join("solutions").join(file))?,
                    working: dir.join("examples").join(file),
                });
            }
        }
        Ok(exercises)
    }

    /// Returns `cargo xtask` with these words, as a learner types it in the course.
    #[must_use]
    pub fn xtask(&self, words: &[&str]) -> Command {
        let mut command = Command::new("cargo");
        command.arg("xtask").args(words).current_dir(&self.root);
        command.env("CARGO_TARGET_DIR", self.root.join("target"));
        command.stdin(Stdio::null());
        command
    }
}

impl Drop for Course {
    fn drop(&mut self) {
        // What cannot be removed lies in Cargo's own folder, and goes with `cargo clean`.
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// The files below `root` that git does not ignore, as paths from there.
fn files(root: &Path) -> io::Result<Vec<String>> {
    let mut git = Command::new("git");
    git.args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]);
    let output = git.current_dir(root).output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(io::Error::other(format!("git lists no files: {said}")));
    }
    let names = String::from_utf8(output.stdout).map_err(io::Error::other)?;
    let names = names.split_terminator('\0').map(str::to_owned);
    Ok(names.collect())
}

/// What lies in a folder, in order.
fn listed(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let path = |entry: io::Result<fs::DirEntry>| Ok(entry?.path());
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(path).collect::<io::Result<_>>()?;
    paths.sort();
    Ok(paths)
}
