//! A copy of the small repository, to plant faults in.

use std::fs;
use std::path::{Path, PathBuf};

use book::build::build;
use book::check;
use book::finding::Finding;
use book::sources::Sources;

/// A copy of its own for each test.
pub struct Copy {
    pub root: PathBuf,
}

impl Copy {
    pub fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if root.exists() {
            fs::remove_dir_all(&root).expect("what an earlier run left can be removed");
        }
        let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small/repository");
        copy(&original, &root);
        Self { root }
    }

    pub fn book(&self) -> PathBuf {
        self.root.join("book")
    }

    pub fn write(&self, file: &str, text: &str) {
        fs::write(self.root.join(file), text).expect("the copy can be written");
    }

    /// Puts `new` where `file` says `old`.
    pub fn replace(&self, file: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.root.join(file)).expect("the file is text");
        assert!(text.contains(old), "{file} does not say {old:?}");
        self.write(file, &text.replacen(old, new, 1));
    }

    pub fn append(&self, file: &str, text: &str) {
        let old = fs::read_to_string(self.root.join(file)).expect("the file is text");
        self.write(file, &(old + text));
    }

    /// What the checks find in what was written.
    pub fn written(&self) -> Vec<Finding> {
        check::sources(&self.sources())
    }

    /// What the checks find in the built book.
    pub fn built(&self) -> Vec<Finding> {
        let site = build(&self.book(), &self.book().join("build")).expect("the book builds");
        check::site(&self.sources(), &site)
    }

    /// What mdBook has against it.
    pub fn complaint(&self) -> String {
        let built = build(&self.book(), &self.book().join("build"));
        let error = built.expect_err("mdBook builds this");
        format!("{error:#}")
    }

    fn sources(&self) -> Sources {
        Sources::read(&self.book()).expect("the book can be read")
    }
}

/// Demands that exactly `expected` was found: each as `file:line: what`.
#[track_caller]
pub fn demand(found: &[Finding], expected: &[&str]) {
    let told = |finding: &Finding| {
        let told = finding.to_string();
        told.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(found.iter().map(told).collect::<Vec<_>>(), expected);
    assert!(found.iter().all(|finding| !finding.cure.is_empty()));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the original is there") {
        let from = entry.expect("the original can be listed").path();
        let to = to.join(from.file_name().expect("an entry has a name"));
        match from.is_dir() {
            true => copy(&from, &to),
            false => drop(fs::copy(&from, &to).expect("a file can be copied")),
        }
    }
}
