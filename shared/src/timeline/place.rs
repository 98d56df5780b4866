//! A place in the source.

use std::fmt;

/// Names a place in the source.
///
/// # Examples
///
/// ```
/// use shared::timeline::Place;
///
/// let place = Place::new("lessons/01-race/src/./racy.rs", 28, 9);
/// assert_eq!(place.to_string(), "lessons/01-race/src/racy.rs:28:9");
/// assert_eq!(place.short(), "racy.rs:28");
/// assert_eq!(Place::unknown().short(), "");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The path as the compiler was given it; empty where no place is known.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

impl Place {
    /// Names a place; `./` inside the path, which a file that is mounted twice has, is left out.
    #[must_use]
    pub fn new(file: &str, line: u32, column: u32) -> Self {
        Self {
            file: file.replace("/./", "/"),
            line,
            column,
        }
    }

    /// Stands for a step that has no source line.
    #[must_use]
    pub const fn unknown() -> Self {
        Self {
            file: String::new(),
            line: 0,
            column: 0,
        }
    }

    /// Returns `name.rs:12`, or nothing where the place is unknown.
    #[must_use]
    pub fn short(&self) -> String {
        match self.file.rsplit(['/', '\\']).next() {
            Some(name) if !name.is_empty() => format!("{name}:{}", self.line),
            _ => String::new(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}
