//! A copy of this repository as git would give it to a learner, and whoever has it is alone with it.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use crate::course::{Course, Outcome};

/// One copy for all tests: a second would build everything again, and two at once would wait for each other's builds.
static COPY: LazyLock<Mutex<Course>> = LazyLock::new(|| {
    let copy = Course::at("repository");
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    let here = here.expect("xtask lies in a workspace");
    let ignored = fs::read_to_string(here.join(".gitignore")).expect("there is a .gitignore");
    let ignored = ignored.lines().map(str::to_owned).collect();
    Held { ignored }.mirror(here, &copy.path(""), Path::new(""));
    Mutex::new(copy)
});

/// The repository, in which nothing was begun yet.
pub fn repository() -> MutexGuard<'static, Course> {
    // A test that fails leaves nothing behind that the next does not put in order.
    let copy = COPY.lock().unwrap_or_else(PoisonError::into_inner);
    let _ = fs::remove_dir_all(copy.path(".progress"));
    for lesson in fs::read_dir(copy.path("lessons")).expect("there are lessons") {
        let lesson = lesson.expect("it can be read").path();
        let _ = fs::remove_dir_all(lesson.join("exercises/examples"));
    }
    copy
}

/// Runs `cargo xtask` without a network, and with the signs and the width that records have.
pub fn xtask(copy: &Course, words: &[&str]) -> Outcome {
    let mut command = copy.command(words);
    command.env("CARGO_NET_OFFLINE", "true");
    command.env("LC_ALL", "C.UTF-8");
    Outcome::of(command.output().expect("xtask starts"))
}

/// What git holds of a tree, as paths from its root.
struct Held {
    /// The lines of `.gitignore`, which name folders from the root: `/lessons/*/exercises/examples/`.
    ignored: Vec<String>,
}

impl Held {
    /// Makes `dir` below `to` the same as below `from`; a file that is the same keeps its time, which Cargo goes by.
    fn mirror(&self, from: &Path, to: &Path, dir: &Path) {
        fs::create_dir_all(to.join(dir)).expect("the folder is made");
        let paths = self.paths(from, dir);
        for gone in self.paths(to, dir).difference(&paths) {
            remove(&to.join(gone));
        }
        for path in paths {
            let [here, there] = [from.join(&path), to.join(&path)];
            if here.is_dir() {
                self.mirror(from, to, &path);
            } else if fs::read(&here).ok() != fs::read(&there).ok() {
                fs::copy(here, there).expect("the file is copied");
            }
        }
    }

    /// What lies in `dir`, without what Cargo builds, wherever it does.
    fn paths(&self, root: &Path, dir: &Path) -> BTreeSet<PathBuf> {
        let entries = fs::read_dir(root.join(dir)).expect("the folder can be read");
        let paths = entries.map(|entry| dir.join(entry.expect("it can be read").file_name()));
        let is_built = |path: &Path| root.join(path).join("CACHEDIR.TAG").exists();
        let is_ignored = |path: &Path| self.ignored.iter().any(|line| names(line, path));
        paths
            .filter(|path| !path.ends_with(".git") && !is_built(path) && !is_ignored(path))
            .collect()
    }
}

/// Whether a line of `.gitignore` names `path`.
fn names(line: &str, path: &Path) -> bool {
    let mut parts = line.trim_matches('/').split('/');
    let is_named = |name: &OsStr| parts.next().is_some_and(|part| part == "*" || name == part);
    path.iter().all(is_named) && parts.next().is_none()
}

fn remove(path: &Path) {
    let removed = match path.is_dir() {
        true => fs::remove_dir_all(path),
        false => fs::remove_file(path),
    };
    removed.expect("it is removed");
}
