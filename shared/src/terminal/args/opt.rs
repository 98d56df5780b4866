//! One option: its name, its help and the values it takes.

use std::ffi::OsStr;
use std::ops::RangeInclusive;

/// Declares one option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opt {
    pub(super) name: &'static str,
    pub(super) help: &'static str,
    pub(super) kind: Kind,
}

/// What follows an option's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Flag,
    Number {
        default: u64,
        range: RangeInclusive<u64>,
    },
    Path {
        default: &'static str,
    },
}

/// The option every program has.
pub(super) const HELP: Opt = Opt::flag("help", "Print this help (also -h)");

impl Opt {
    /// The option `--json`, alike in every lesson.
    pub const JSON: Opt = Opt::flag("json", "Print one JSON object instead of text");

    /// Declares an option that is there or not.
    pub const fn flag(name: &'static str, help: &'static str) -> Self {
        let kind = Kind::Flag;
        Self { name, help, kind }
    }

    /// Declares an option that takes a whole number from `range`.
    pub const fn number(
        name: &'static str,
        help: &'static str,
        default: u64,
        range: RangeInclusive<u64>,
    ) -> Self {
        let kind = Kind::Number { default, range };
        Self { name, help, kind }
    }

    /// Declares an option that takes a path; the help says what it is if it is not given.
    pub const fn path(name: &'static str, help: &'static str, default: &'static str) -> Self {
        let kind = Kind::Path { default };
        Self { name, help, kind }
    }
}

/// Reads a whole number in `range`; underscores may group its digits, as in Rust.
pub(super) fn number_in(range: &RangeInclusive<u64>, text: &OsStr) -> Option<u64> {
    let text = text.to_str()?;
    // Without this, `parse` would take `+5`, and `_` would be no digit at all.
    if !text.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let number = text.replace('_', "").parse().ok()?;
    range.contains(&number).then_some(number)
}
