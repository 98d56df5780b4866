//! A package's ordinary tests: unit, integration and doctests, by plain `cargo test`.

use std::env;
use std::path::Path;
use std::time::Duration;

use anyhow::Result;

use crate::cargo;
use crate::orderings::Orderings;
use crate::process;

/// How many tests of a binary run at a time.
const THREADS: &str = "RUST_TEST_THREADS";

/// What a package's tests came to.
pub struct Suite {
    pub passed: usize,
    pub failed: usize,
    pub time: Duration,
    /// What there is to read, unless all went well.
    pub complaint: Option<String>,
    pub orderings: Orderings,
}

/// Runs the tests of `package`, with so many threads in each test binary unless `RUST_TEST_THREADS` says otherwise.
pub fn run(root: &Path, package: &str, threads: usize, limit: Duration) -> Result<Suite> {
    let mut command = process::command(cargo::program())?;
    command.args(["test", "--quiet", "--no-fail-fast"]);
    command.args(["--package", package]).current_dir(root);
    if env::var_os(THREADS).is_none() {
        command.env(THREADS, threads.to_string());
    }
    command.args(["--", "--show-output"]);
    let ended = process::run(&mut command, limit)?;
    let output = format!("{}{}", failed_runs(&ended.stdout), ended.stderr.trim_end());
    let complaint = match ended.status {
        Some(status) if status.success() => None,
        Some(_) => Some(output),
        None => {
            let limit = limit.as_secs();
            Some(format!(
                "hangs: killed with its children after {limit} s\n{output}"
            ))
        }
    };
    let [passed, failed] = ["passed", "failed"].map(|what| count(&ended.stdout, what));
    Ok(Suite {
        passed,
        failed,
        time: ended.time,
        complaint,
        orderings: Orderings::read(&ended.stdout),
    })
}

/// What the test binaries printed that did not report success; each begins with `running N tests`.
fn failed_runs(stdout: &str) -> String {
    let well = |run: &str| run.trim().is_empty() || run.contains("\ntest result: ok.");
    let runs = stdout.split("\nrunning ").filter(|run| !well(run));
    runs.map(|run| format!("running {}\n", failures(run).trim_end()))
        .collect()
}

/// Leaves out what the tests that passed have printed, from `successes:` to `failures:`.
fn failures(run: &str) -> String {
    match (run.find("\nsuccesses:\n"), run.find("\nfailures:\n")) {
        (Some(from), Some(to)) if from < to => format!("{}{}", &run[..from], &run[to..]),
        _ => run.to_owned(),
    }
}

/// Sums what libtest's closing lines say: `test result: ok. 3 passed; 0 failed; …`.
fn count(stdout: &str, what: &str) -> usize {
    let lines = stdout
        .lines()
        .filter(|line| line.starts_with("test result:"));
    let parts = lines.flat_map(|line| line.split([';', '.']));
    let counts = parts.filter_map(|part| part.strip_suffix(what)?.trim().parse::<usize>().ok());
    counts.sum()
}

#[cfg(test)]
mod tests {
    use super::{count, failed_runs};

    #[test]
    fn of_several_binaries_only_those_that_failed_are_shown() {
        let stdout = "\nrunning 1 test\n.\ntest result: ok. 1 passed;\n\n\n\
                      running 2 tests\nF.\ntest result: FAILED. 1 passed;\n\n";
        assert_eq!(
            failed_runs(stdout),
            "running 2 tests\nF.\ntest result: FAILED. 1 passed;\n"
        );
    }

    #[test]
    fn what_tests_print_that_pass_is_left_out() {
        let stdout = "\nrunning 2 tests\nF.\nsuccesses:\n\n---- well stdout ----\nlong\n\n\
                      successes:\n    well\n\nfailures:\n\n---- ill stdout ----\nwhy\n\n\
                      failures:\n    ill\n\ntest result: FAILED. 1 passed;\n";
        assert_eq!(
            failed_runs(stdout),
            "running 2 tests\nF.\nfailures:\n\n---- ill stdout ----\nwhy\n\n\
             failures:\n    ill\n\ntest result: FAILED. 1 passed;\n"
        );
    }

    #[test]
    fn counts_are_summed_over_the_binaries_of_a_package() {
        let stdout = "running 3 tests\n...\ntest result: ok. 3 passed; 0 failed; 1 ignored; finished in 0.01s\n\
                      12 passed\ntest result: FAILED. 4 passed; 2 failed; 0 ignored; finished in 0.01s\n";
        assert_eq!([count(stdout, "passed"), count(stdout, "failed")], [7, 2]);
    }
}
