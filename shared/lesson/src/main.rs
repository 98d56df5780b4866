//! Lists the lessons, and starts one by name: `cargo run -p lesson race` does what `cargo run -p race` does.

mod listing;

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let root = root();
    let lessons = match listing::lessons(&root.join("lessons")) {
        Ok(lessons) => lessons,
        Err(error) => {
            return fail(
                &format!("cannot list {}/lessons: {error}", root.display()),
                1,
            );
        }
    };
    let mut words = env::args_os().skip(1).peekable();
    let Some(word) = words.next() else {
        // Whoever closes the pipe early has seen what they wanted.
        let _ = io::stdout().write_all(listing::contents(&lessons).as_bytes());
        return ExitCode::SUCCESS;
    };
    let word = word.to_string_lossy();
    let Some(lesson) = lessons.iter().find(|lesson| lesson.answers_to(&word)) else {
        return fail(&listing::unknown(&word, &lessons), 2);
    };
    words.next_if(|word| word == "--");
    start(&root, &lesson.name, words)
}

/// `cargo run` says where this package lies now; the tree may have been moved since it was built.
fn root() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR");
    let package = package.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package).join("../..")
}

/// Runs the lesson's example in the profile that this program was built in.
fn start(root: &Path, name: &str, words: impl Iterator<Item = OsString>) -> ExitCode {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .args(["run", "--package", name, "--manifest-path"])
        .arg(root.join("Cargo.toml"));
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    become_it(cargo.arg("--").args(words))
}

/// Turns into `command`, so that its signals and its exit code are the lesson's own.
#[cfg(unix)]
fn become_it(command: &mut Command) -> ExitCode {
    let error = std::os::unix::process::CommandExt::exec(command);
    fail(&format!("cannot start cargo: {error}"), 1)
}

#[cfg(not(unix))]
fn become_it(command: &mut Command) -> ExitCode {
    match command.status() {
        Ok(status) => ExitCode::from(
            status
                .code()
                .and_then(|code| code.try_into().ok())
                .unwrap_or(1),
        ),
        Err(error) => fail(&format!("cannot start cargo: {error}"), 1),
    }
}

fn fail(message: &str, code: u8) -> ExitCode {
    eprintln!("error: {message}");
    ExitCode::from(code)
}
