//! ThreadSanitizer: where it is found, and how a program is run under it.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::process;

/// The exit code that we have a reported program end with.
pub const REPORTED: i32 = 66;
/// What builds a program for the sanitizer beside a `std` that was built without it;
/// `sanitizing` is what the programs themselves demand before they run.
const FLAGS: &str = "-Zsanitizer=thread -Cunsafe-allow-abi-mismatch=sanitizer --cfg sanitizing";
/// Asking a toolchain what it is takes no time at all.
const QUESTION: Duration = Duration::from_secs(30);

/// A nightly toolchain with the sanitizer's runtime.
pub struct Sanitizer {
    host: String,
}

impl Sanitizer {
    /// Looks for one.
    ///
    /// # Errors
    ///
    /// What is missing, and what to do about it.
    pub fn find() -> Result<Self, String> {
        let Some(version) = answer(&["rustc", "-vV"]) else {
            let install = "install it with: rustup toolchain install nightly";
            return Err(format!("there is no nightly toolchain; {install}"));
        };
        let host = version.lines().find_map(|line| line.strip_prefix("host: "));
        let host = host.unwrap_or("this host").to_owned();
        let libraries = answer(&["rustc", "--print", "target-libdir"]).unwrap_or_default();
        if has_runtime(Path::new(libraries.trim())) {
            return Ok(Self { host });
        }
        let others = "Linux and macOS have it";
        Err(format!(
            "nightly has no ThreadSanitizer for {host}; {others}"
        ))
    }

    /// Cargo under nightly, to `build` or `run` the example `program` of `package` below `target`.
    pub fn cargo(
        &self,
        verb: &str,
        package: &str,
        program: &str,
        target: &Path,
    ) -> Result<Command> {
        let mut command = nightly(&["cargo", verb, "--quiet"])?;
        command.args(["--package", package, "--example", program]);
        // With `--target`, the flags leave build scripts and macros alone.
        command
            .args(["--target", &self.host])
            .arg("--target-dir")
            .arg(target.join("sanitize"));
        // Cargo would prefer the flags of its surroundings to ours.
        command
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env("RUSTFLAGS", FLAGS);
        command.env("TSAN_OPTIONS", format!("exitcode={REPORTED}"));
        Ok(command)
    }

    /// The same as one would type it.
    pub fn by_hand(&self, package: &str, program: &str) -> String {
        let place = format!("--target {} --target-dir target/sanitize", self.host);
        let what = format!("-p {package} --example {program}");
        format!("RUSTFLAGS=\"{FLAGS}\" cargo +nightly run {place} {what}")
    }
}

/// What the nightly toolchain's `words` print; nothing if there is no such toolchain, or no rustup.
fn answer(words: &[&str]) -> Option<String> {
    let ended = process::run(&mut nightly(words).ok()?, QUESTION).ok()?;
    ended.exited(0).then_some(ended.stdout)
}

/// Through rustup, whichever toolchain runs us; and never by downloading one.
fn nightly(words: &[&str]) -> Result<Command> {
    let mut command = process::command("rustup")?;
    command
        .args(["run", "nightly"])
        .args(words)
        .env("RUSTUP_AUTO_INSTALL", "0");
    Ok(command)
}

fn has_runtime(libraries: &Path) -> bool {
    let files = fs::read_dir(libraries).into_iter().flatten().flatten();
    files
        .map(|file| file.file_name())
        .any(|name| name.to_string_lossy().contains("_rt.tsan."))
}
