//! What is wrong, where, and what to do about it.

use std::fmt;
use std::path::{Path, PathBuf};

/// One thing that a check found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// From the repository's root.
    pub file: PathBuf,
    /// From 1; 0 stands for the file as a whole.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub cure: String,
}

impl Finding {
    /// Makes a finding at `line` of `file`.
    pub fn new(file: &Path, line: usize, what: impl Into<String>, cure: impl Into<String>) -> Self {
        Self {
            file: file.to_path_buf(),
            line,
            what: what.into(),
            cure: cure.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.display();
        match self.line {
            0 => writeln!(f, "{file}: {}", self.what)?,
            line => writeln!(f, "{file}:{line}: {}", self.what)?,
        }
        write!(f, "    {}", self.cure)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Finding;

    #[test]
    fn a_finding_names_its_place_and_its_cure() {
        let finding = Finding::new(Path::new("a.md"), 3, "this is wrong", "do that");
        assert_eq!(finding.to_string(), "a.md:3: this is wrong\n    do that");
    }
}
