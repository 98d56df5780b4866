//! Asks Cargo what there is, and has it build.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::report::Report;

/// Cargo promises the form of its metadata within a format version.
const FORM: &str = "cargo metadata does not have the form of version 1";

/// The Cargo that runs us.
pub fn program() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// The workspace at `root`, without its dependencies (so neither lock file nor network is asked).
pub fn metadata(root: &Path) -> Result<Value> {
    let mut command = Command::new(program());
    command.args(["metadata", "--no-deps", "--format-version", "1"]);
    command.current_dir(root).stderr(Stdio::inherit());
    let output = command.output().context("cannot start cargo")?;
    if !output.status.success() {
        bail!("cargo cannot read the workspace in {}", root.display());
    }
    serde_json::from_slice(&output.stdout).context("cargo metadata is not JSON")
}

/// A member of the metadata that must be a text.
pub fn text(value: &Value) -> Result<String> {
    Ok(value.as_str().context(FORM)?.to_owned())
}

/// A member of the metadata that must be a list.
pub fn list(value: &Value) -> Result<&Vec<Value>> {
    value.as_array().context(FORM)
}

/// What came of a build of tests.
pub struct Build {
    /// The test executable built last, if any was.
    pub executable: Option<PathBuf>,
    /// How many crates had to be compiled.
    pub compiled: usize,
    pub time: Duration,
}

/// Something does not compile; Cargo's words about it.
#[derive(Debug)]
pub struct DoesNotCompile(pub String);

impl fmt::Display for DoesNotCompile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "does not compile:\n{}", self.0)
    }
}

impl std::error::Error for DoesNotCompile {}

/// Builds tests of `package`, all or those that `selection` selects.
///
/// Package by package, as a learner's own `cargo run -p race` does it: a build of the whole workspace at once
/// unites the features of all, and then everything above one that differs is built twice.
///
/// # Errors
///
/// [`DoesNotCompile`], or Cargo itself cannot be run.
pub fn build_tests(
    root: &Path,
    package: &str,
    selection: &[&str],
    report: &Report,
) -> Result<Build> {
    let began = Instant::now();
    let mut command = Command::new(program());
    command
        .args(["test", "--no-run", "--package", package])
        .args(selection);
    command.args(["--color", if report.colour { "always" } else { "never" }]);
    command.args(["--message-format", "json-render-diagnostics"]);
    command.current_dir(root).stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().context("cannot start cargo")?;
    let stdout = child.stdout.take().expect("cargo's messages are piped");
    let stderr = child.stderr.take().expect("cargo's words are piped");

    let messages = thread::spawn(move || last_test(stdout));
    let (said, compiled) = listen(stderr, report)?;
    let executable = messages.join().expect("reading messages does not panic")?;
    let status = child.wait().context("cannot learn how cargo ended")?;
    if !status.success() {
        bail!(DoesNotCompile(said));
    }
    let time = began.elapsed();
    Ok(Build {
        executable,
        compiled,
        time,
    })
}

/// Hears Cargo to the end, and shows each crate while it is compiled.
fn listen(stderr: impl Read, report: &Report) -> Result<(String, usize)> {
    let (mut said, mut compiled) = (String::new(), 0);
    for line in BufReader::new(stderr).lines() {
        let line = line.context("cargo speaks something else than UTF-8")?;
        if let Some((_, name)) = line.split_once("Compiling") {
            compiled += 1;
            // Cargo's colour ends here; ours never began.
            report.step(&format!("compiling{}", name.replace("\x1b[0m", "")));
        }
        said += &format!("{line}\n");
    }
    Ok((said, compiled))
}

fn last_test(messages: impl Read) -> Result<Option<PathBuf>> {
    let mut last = None;
    for line in BufReader::new(messages).lines() {
        // Whatever is no message is what a compiler plugin printed, and none of our business.
        let message: Value = serde_json::from_str(&line?).unwrap_or_default();
        // A package's programs are built too, since its tests may start them.
        if message["profile"]["test"] == true {
            last = message["executable"].as_str().map(PathBuf::from).or(last);
        }
    }
    Ok(last)
}

/// What came of a build of one program.
pub struct Program {
    pub executable: Option<PathBuf>,
    /// Whether Cargo saw no reason to compile it anew.
    pub fresh: bool,
    /// Warnings, as Cargo prints them.
    pub said: String,
}

/// Builds the one program of the package at `manifest` that `selection` selects.
///
/// # Errors
///
/// [`DoesNotCompile`], or Cargo itself cannot be run.
pub fn build_program(
    root: &Path,
    manifest: &Path,
    selection: &[&str],
    colour: bool,
) -> Result<Program> {
    let mut command = Command::new(program());
    command.args(["build", "--quiet", "--manifest-path"]);
    command.arg(manifest).args(selection);
    command.args(["--color", if colour { "always" } else { "never" }]);
    command.args(["--message-format", "json-render-diagnostics"]);
    command.current_dir(root).stdin(Stdio::null());
    let output = command.output().context("cannot start cargo")?;
    let said = String::from_utf8_lossy(&output.stderr)
        .trim_end()
        .to_owned();
    if !output.status.success() {
        bail!(DoesNotCompile(said));
    }
    let messages = output.stdout.split(|&byte| byte == b'\n');
    let messages = messages.filter_map(|line| serde_json::from_slice::<Value>(line).ok());
    // Libraries have none, and `selection` selects one program.
    let mut built = messages.filter(|message| message["executable"].is_string());
    let built = built.next_back().unwrap_or_default();
    Ok(Program {
        executable: built["executable"].as_str().map(PathBuf::from),
        fresh: built["fresh"] == true,
        said,
    })
}
