//! Each `compile_fail` claim of the lesson fails with the very error that it names.
//!
//! `cargo test` compares the error codes of `compile_fail` examples on nightly only, so this asks the compiler itself.

use std::io::Write;
use std::process::{Command, Stdio};

/// Returns the code of each fenced example in the documentation, with what its fence says.
fn examples() -> Vec<(String, String)> {
    let source = include_str!("../src/refused.rs");
    let mut lines = source
        .lines()
        .filter_map(|line| line.strip_prefix("//!"))
        .map(|line| line.strip_prefix(' ').unwrap_or(line));
    let mut examples = Vec::new();
    while let Some(fence) = lines.by_ref().find_map(|line| line.strip_prefix("```")) {
        let code: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        examples.push((fence.to_owned(), code.join("\n")));
    }
    examples
}

/// Compiles a program, as rustdoc would, and returns the codes of its errors.
fn error_codes(code: &str) -> Vec<String> {
    let program = if code.contains("fn ") {
        format!("fn main() {{}}\n{code}")
    } else {
        format!("fn main() {{\n{code}\n}}")
    };
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut child = Command::new(compiler)
        .args([
            "--edition",
            "2024",
            "--crate-name",
            "example",
            "--emit",
            "metadata",
            "--error-format",
            "short",
            "-o",
        ])
        .arg(std::env::temp_dir().join(format!("race-refused-{}.rmeta", std::process::id())))
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("rustc starts");
    child
        .stdin
        .take()
        .expect("its input is a pipe")
        .write_all(program.as_bytes())
        .expect("rustc reads the program");
    let output = child.wait_with_output().expect("rustc ends");
    let errors = String::from_utf8(output.stderr).expect("rustc writes UTF-8");
    let codes = errors
        .lines()
        .filter_map(|line| line.split_once("error[")?.1.split_once(']'));
    codes.map(|(code, _)| code.to_owned()).collect()
}

#[test]
fn each_claim_fails_with_its_code_and_each_remedy_compiles() {
    let examples = examples();
    let claims = examples
        .iter()
        .filter(|(fence, _)| fence.starts_with("compile_fail,"))
        .count();
    assert_eq!(
        (claims, examples.len()),
        (5, 10),
        "the documentation has changed"
    );
    for (fence, code) in examples {
        let expected: Vec<&str> = fence.strip_prefix("compile_fail,").into_iter().collect();
        assert_eq!(error_codes(&code), expected, "in this example:\n{code}");
    }
}
