//! The sanitizers of a nightly toolchain: where they are found, and how a program is run under one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use crate::detector::Detector;
use crate::process;

/// The exit code that we have a reported program end with.
pub const REPORTED: i32 = 66;
/// Asking a toolchain what it is takes no time at all.
const QUESTION: Duration = Duration::from_secs(30);

/// A nightly toolchain.
pub struct Nightly {
    host: String,
    libraries: PathBuf,
}

impl Nightly {
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
        let libraries = answer(&["rustc", "--print", "target-libdir"]).unwrap_or_default();
        Ok(Self {
            host: host.unwrap_or("this host").to_owned(),
            libraries: libraries.trim().into(),
        })
    }

    /// Says that it has no such sanitizer, if it has none.
    pub fn lacks(&self, detector: Detector) -> Option<String> {
        let files = fs::read_dir(&self.libraries)
            .into_iter()
            .flatten()
            .flatten();
        let mut names = files.map(|file| file.file_name());
        let has_runtime = names.any(|name| name.to_string_lossy().contains(detector.runtime()));
        let (name, host) = (detector.name(), &self.host);
        (!has_runtime).then(|| format!("nightly has no {name} for {host}; Linux and macOS have it"))
    }

    /// Cargo under nightly, to `build` or `run` the example `program` of `package` below `target`.
    pub fn cargo(
        &self,
        detector: Detector,
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
            .env("RUSTFLAGS", flags(detector));
        command.env(detector.options(), format!("exitcode={REPORTED}"));
        Ok(command)
    }

    /// The same as one would type it.
    pub fn by_hand(&self, detector: Detector, package: &str, program: &str) -> String {
        let place = format!("--target {} --target-dir target/sanitize", self.host);
        let what = format!("-p {package} --example {program}");
        let flags = flags(detector);
        format!("RUSTFLAGS=\"{flags}\" cargo +nightly run {place} {what}")
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

/// What builds a program for the sanitizer beside a `std` that was built without it;
/// `sanitizing` is what the programs themselves demand before they run.
fn flags(detector: Detector) -> String {
    let sanitizer = detector.flag();
    format!("-Zsanitizer={sanitizer} -Cunsafe-allow-abi-mismatch=sanitizer --cfg sanitizing")
}
