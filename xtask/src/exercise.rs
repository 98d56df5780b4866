//! An exercise: its name, its place in the course, and where its files lie.

use std::path::{Path, PathBuf};

/// How many hints an exercise has.
pub const HINTS: u64 = 3;
/// How the first line of a starter begins.
const HEAD: &str = "//! Exercise ";

/// An exercise, known by its starter.
pub struct Exercise {
    /// Its identity, whatever its number is and wherever its lesson lies.
    pub name: String,
    /// The lesson's folder: `01-race`.
    pub lesson: String,
    /// Its place in the lesson, and its title; `None` if the starter does not tell.
    pub head: Option<(u32, String)>,
    /// The lesson's `exercises`.
    pub dir: PathBuf,
}

impl Exercise {
    /// `text` is what the starter says.
    pub fn new(dir: &Path, lesson: &str, name: &str, text: &str) -> Self {
        Self {
            name: name.to_owned(),
            lesson: lesson.to_owned(),
            head: text.lines().next().and_then(head),
            dir: dir.to_path_buf(),
        }
    }

    pub fn starter(&self) -> PathBuf {
        self.dir.join(format!("starters/{}.rs", self.name))
    }

    pub fn solution(&self) -> PathBuf {
        self.dir.join(format!("solutions/{}.rs", self.name))
    }

    pub fn check(&self) -> PathBuf {
        self.dir.join(format!("checks/{}.rs", self.name))
    }

    pub fn hints(&self) -> PathBuf {
        self.dir.join(format!("hints/{}.md", self.name))
    }

    /// How the starter is refused.
    pub fn record(&self) -> PathBuf {
        self.dir.join(format!("recorded/{}.txt", self.name))
    }

    /// The file that the learner edits; the folder's name has Cargo find it.
    pub fn working(&self) -> PathBuf {
        self.dir.join(format!("examples/{}.rs", self.name))
    }

    pub fn manifest(&self) -> PathBuf {
        self.dir.join("Cargo.toml")
    }

    /// The lines that every answer ends with, so that it is checked however it is run.
    pub fn tail(&self) -> String {
        format!(
            "// The check: leave these lines as they are.\n\
             #[path = \"../checks/{}.rs\"]\n\
             pub mod check;\n\n\
             fn main() -> std::process::ExitCode {{\n    check::CHECK.main()\n}}\n",
            self.name
        )
    }

    /// Whether `text` ends with the [tail](Self::tail).
    pub fn has_tail(&self, text: &str) -> bool {
        let text = text.replace("\r\n", "\n");
        text.trim_end().ends_with(self.tail().trim_end())
    }
}

/// Reads `//! Exercise 2: TITLE`.
fn head(line: &str) -> Option<(u32, String)> {
    let (number, title) = line.strip_prefix(HEAD)?.split_once(": ")?;
    Some((number.parse().ok()?, title.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::head;

    #[test]
    fn a_head_is_a_number_and_a_title() {
        assert_eq!(
            head("//! Exercise 2: Sell it once.").map(|head| head.0),
            Some(2)
        );
        assert_eq!(head("//! Exercise two: Sell it once."), None);
        assert_eq!(head("//! Sell it once."), None);
    }
}
