//! The example keeps its promises to whoever runs it: by hand, in a pipe, from a program, and with any text.

#[path = "../../../shared/tests/lesson/shown.rs"]
mod shown;

use serde_json::Value;
use shown::{demand_calm_when_the_reader_leaves, shown, text};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_queue");

fn queue(arguments: &[&str]) -> Output {
    shown(PROGRAM, arguments)
}

/// A folder that is removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("queue-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("the folder is made");
        Self(path)
    }

    fn write(&self, name: &str, text: &[u8]) {
        fs::write(self.0.join(name), text).expect("the file is written");
    }

    /// Runs the example on the folder, or on a file in it, and returns what it has counted.
    fn counting(&self, name: &str) -> Value {
        let path = self.0.join(name);
        let path = path.to_str().expect("it is UTF-8");
        counting(&queue(&["--runs", "1", "--json", "--input", path]))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Only a folder in the temporary one stays behind.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn counting(output: &Output) -> Value {
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
    let document: Value = serde_json::from_slice(&output.stdout).expect("it is one JSON document");
    document["counting"].clone()
}

#[test]
fn every_part_is_told() {
    let output = queue(&["--runs", "3"]);
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{output:?}"
    );
    let told = text(&output.stdout);
    let flowed = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "The words of the course's book: one thread reads, 2 count, and one merges.",
        "BlockingQueue with room for 8 chunks",
        "back-pressure",
        "crossbeam::channel",
        "FullLooksEmpty",
        "LostOnClose",
        "not each value is popped once",
        "data race on `slot`",
        "asleep: nobody notifies it",
        "not linearizable",
        "index first read an unwritten slot 8 22 AAABBBBA",
        "cargo xtask check queue",
    ] {
        assert!(flowed.contains(part), "{part:?} is missing from\n{told}");
    }
    assert!(!told.contains('\x1b'), "a pipe is given no colours");
}

#[test]
fn json_is_one_document_and_nothing_else() {
    let output = queue(&["--runs", "3", "--threads", "3", "--json"]);
    let counted = counting(&output);
    assert_eq!(counted["words"], counted["words_by_one_thread"]);
    assert_eq!(counted["is_exact"], true);
    let document: Value = serde_json::from_slice(&output.stdout).expect("it is one JSON document");
    let queues = document["pipelines"]["queues"]
        .as_array()
        .expect("it is a list");
    assert!(
        queues.iter().all(|row| row["is_exact"] == true),
        "{queues:?}"
    );
    let sound = &document["losses"]["queues"][2];
    assert_eq!(
        (&sound["queue"], &sound["wrong_runs"]),
        (&"MpmcQueue".into(), &0.into())
    );
    let full = &document["losses"]["queues"][1];
    assert_eq!(full["queue"], "FullLooksEmpty");
    for row in [1, 2] {
        let closed = &document["closing"]["queues"][row];
        assert_eq!(closed["accepted"], closed["popped"]);
    }
    let failures = document["failures"].as_array().expect("it is a list");
    for failure in failures {
        assert!(!failure["counterexample"]["steps"].is_null(), "{failure}");
    }
    assert_eq!((queues.len(), failures.len()), (6, 9));
    assert_eq!(document["schedules"][2]["wrong"], "8");
}

#[test]
fn it_fits_a_terminal_and_a_narrow_one() {
    for width in [80, 40] {
        let mut command = Command::new(PROGRAM);
        command.args(["--runs", "1"]);
        command
            .env("COLUMNS", width.to_string())
            .env("NO_COLOR", "1")
            .env("LC_ALL", "C.UTF-8");
        let output = command.output().expect("the example starts");
        // A path is one word, and is not broken.
        let wide = |line: &&str| line.chars().count() > width && line.trim().contains(' ');
        assert_eq!(text(&output.stdout).lines().find(wide), None);
    }
}

#[test]
fn a_bad_value_gives_one_line_with_the_option_the_value_and_what_is_expected() {
    for (arguments, complaint) in [
        (
            ["--threads", "0"],
            "error: --threads 0: expected a whole number from 1 to 64\n",
        ),
        (
            ["--capacity", "0"],
            "error: --capacity 0: expected a whole number from 1 to 65_536\n",
        ),
        (["--input", ""], "error: --input: expected a path\n"),
    ] {
        let output = queue(&arguments);
        assert_eq!(text(&output.stderr), complaint);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_text_that_is_not_there_gives_one_line_with_its_path() {
    let folder = Scratch::new("no-text");
    folder.write("picture.png", b"no text");
    for (path, reason) in [
        ("no/such/text".to_owned(), "no/such/text: "),
        (
            folder.0.display().to_string(),
            "no file in it ends in .md or .txt",
        ),
    ] {
        let output = queue(&["--input", &path]);
        let complaint = text(&output.stderr);
        assert!(
            complaint.starts_with("error: ") && complaint.contains(reason),
            "{complaint}"
        );
        assert_eq!(
            (complaint.lines().count(), output.status.code()),
            (1, Some(1))
        );
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_folder_a_file_and_what_is_not_utf_8_are_counted() {
    let folder = Scratch::new("texts");
    folder.write("a.md", b"one two\nthree");
    folder.write("b.txt", b"gr\xfc\xdf dich \xff\xfe");
    folder.write("c.png", b"not these words");
    assert_eq!(folder.counting("")["words"], 6);
    assert_eq!(folder.counting("b.txt")["words"], 3);
    assert_eq!(folder.counting("c.png")["words"], 3);
}

#[test]
fn a_text_without_white_space_is_one_word_and_one_without_words_has_none() {
    let folder = Scratch::new("odd");
    folder.write("line.txt", &vec![b'x'; 1_000_000]);
    folder.write("none.txt", b" -- ... \n");
    assert_eq!(folder.counting("line.txt")["words"], 1);
    assert_eq!(folder.counting("none.txt")["words"], 0);
    let path = folder.0.join("none.txt");
    let output = queue(&[
        "--runs",
        "1",
        "--input",
        path.to_str().expect("it is UTF-8"),
    ]);
    assert!(text(&output.stdout).contains("There is no word in it."));
}

#[test]
fn the_standard_input_is_read_once_and_checked_all_the_same() {
    let mut child = Command::new(PROGRAM)
        .args(["--runs", "1", "--json", "--input", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example starts");
    let mut stdin = child.stdin.take().expect("it is a pipe");
    stdin
        .write_all(&b"over and over ".repeat(10_000))
        .expect("it reads");
    drop(stdin);
    let counted = counting(&child.wait_with_output().expect("it ends"));
    assert_eq!(
        (&counted["words"], &counted["different_words"]),
        (&30_000.into(), &2.into())
    );
    assert_eq!(counted["is_exact"], true);
    let most = counted["most_chunks_at_once"].as_u64().expect("a number");
    // In the queue, one that the reader holds, and one in the hands of each who counts.
    assert!(most <= 8 + 1 + 2, "{most}");
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    demand_calm_when_the_reader_leaves(PROGRAM, &["--runs", "1"]);
}
