//! A course of lessons without dependencies, written to a folder of its own.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// What a lesson's `Cargo.toml` says after its name.
pub const RED_ON_PURPOSE: &str = "[[test]]\nname = \"failing\"\ntest = false\n";

/// A test that fails with one line, and its record.
pub const RED: &str = "#[test]\nfn red() {\n    panic!(\"an update is lost\");\n}\n";
pub const RECORD: &str = "an update is lost\n";

/// A workspace in a temporary folder.
pub struct Course {
    dir: PathBuf,
}

impl Course {
    /// The course in the folder `name`, whatever there is.
    pub fn at(name: &str) -> Self {
        let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        Self { dir }
    }

    /// An empty course; `name` is the folder, so that tests do not meet.
    pub fn new(name: &str) -> Self {
        let course = Self::at(name);
        // What an earlier run has built may stay.
        for folder in ["lessons", "book", ".progress"] {
            let _ = fs::remove_dir_all(course.dir.join(folder));
        }
        course.write(
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"lessons/0*\"]\n",
        );
        course
    }

    /// A course with one lesson, `01-race`, that is well but for `failing`, its tests/failing.rs.
    pub fn with_failing(name: &str, failing: &str) -> Self {
        let course = Self::new(name);
        course.lesson("01-race", "race", RED_ON_PURPOSE);
        course.write("lessons/01-race/tests/failing.rs", failing);
        course
    }

    /// A lesson that has an empty library and what `manifest` says.
    pub fn lesson(&self, folder: &str, name: &str, manifest: &str) {
        let package = format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n{manifest}");
        self.write(&format!("lessons/{folder}/Cargo.toml"), &package);
        self.write(&format!("lessons/{folder}/src/lib.rs"), "");
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.dir.join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder"))
            .expect("the folder is made");
        fs::write(path, text).expect("the file is written");
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.dir.join(path)
    }

    /// The text of a file, if there is one.
    pub fn read(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.dir.join(path)).ok()
    }

    /// `cargo xtask`, as it runs in this course.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.args(words).stdin(Stdio::null());
        command.env("CARGO_MANIFEST_DIR", self.dir.join("xtask"));
        command.env("CARGO_TARGET_DIR", self.dir.join("target"));
        // There are dozens of courses, and `target/` is the learner's disk.
        command.env("CARGO_INCREMENTAL", "0");
        command.env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only");
        command
    }

    pub fn xtask(&self, words: &[&str]) -> Outcome {
        Outcome::of(self.command(words).output().expect("xtask starts"))
    }
}

/// What a command said, and its exit code.
pub struct Outcome {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Outcome {
    pub fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("xtask speaks UTF-8");
        Self {
            code: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// Demands an exit code, and every one of `parts` in the output.
    #[track_caller]
    pub fn demand(&self, code: i32, parts: &[&str]) -> &Self {
        let all = format!("{}{}", self.stdout, self.stderr);
        assert_eq!(self.code, Some(code), "{all}");
        for part in parts {
            assert!(all.contains(part), "not said: {part}\n{all}");
        }
        self
    }

    /// Demands that none of `parts` is in the output.
    #[track_caller]
    pub fn forbid(&self, parts: &[&str]) -> &Self {
        for part in parts {
            assert!(!self.stdout.contains(part), "said: {part}\n{}", self.stdout);
        }
        self
    }

    /// The first line that contains `part`.
    #[track_caller]
    pub fn line(&self, part: &str) -> &str {
        let line = self.stdout.lines().find(|line| line.contains(part));
        line.unwrap_or_else(|| panic!("not said: {part}\n{}", self.stdout))
    }

    /// The seconds told behind the line that contains `part`.
    #[track_caller]
    pub fn seconds(&self, part: &str) -> f64 {
        let words: Vec<_> = self.line(part).split(' ').collect();
        let [.., seconds, "s"] = words[..] else {
            panic!("no time: {words:?}")
        };
        seconds.parse().expect("the time is a number")
    }
}
