//! What is wrong with a command line, in one line.

use std::ffi::OsStr;
use std::fmt;
use std::ops::RangeInclusive;

use super::opt::HELP;
use crate::terminal::numbers::typed;

/// Says what is wrong with a command line: which option, which value, what would be right.
///
/// `Display` writes one line without a full stop, whatever was on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// No such option; perhaps one with a similar name was meant.
    Unknown {
        /// What was given, with its dashes.
        given: String,
        /// The name of the option that may have been meant.
        close: Option<&'static str>,
    },
    /// The value is no whole number in the range, or there is none.
    Number {
        /// The option.
        option: &'static str,
        /// Its value.
        given: String,
        /// What it accepts.
        range: RangeInclusive<u64>,
    },
    /// There is no path.
    Path(&'static str),
    /// A value for an option that takes none.
    NeedlessValue {
        /// The option.
        option: &'static str,
        /// Its value.
        given: String,
    },
    /// An option given a second time.
    Twice(&'static str),
    /// Something that is no option.
    Surplus(String),
}

impl Mistake {
    pub(super) fn unknown(given: &str, close: Option<&'static str>) -> Self {
        let given = on_one_line(OsStr::new(given));
        Self::Unknown { given, close }
    }

    pub(super) fn number(option: &'static str, given: &OsStr, range: &RangeInclusive<u64>) -> Self {
        Self::Number {
            option,
            given: on_one_line(given),
            range: range.clone(),
        }
    }

    pub(super) fn needless_value(option: &'static str, given: &OsStr) -> Self {
        let given = on_one_line(given);
        Self::NeedlessValue { option, given }
    }

    pub(super) fn surplus(given: &OsStr) -> Self {
        let shown = if given.is_empty() {
            "''".to_owned()
        } else {
            on_one_line(given)
        };
        Self::Surplus(shown)
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let help = HELP.name;
        match self {
            Self::Unknown {
                given,
                close: Some(close),
            } => {
                write!(f, "{given}: no such option, did you mean --{close}?")
            }
            Self::Unknown { given, close: None } => {
                write!(f, "{given}: no such option, --{help} lists them")
            }
            Self::Number {
                option,
                given,
                range,
            } => {
                let (least, most) = (typed(*range.start()), typed(*range.end()));
                let given = if given.is_empty() {
                    String::new()
                } else {
                    format!(" {given}")
                };
                write!(
                    f,
                    "--{option}{given}: expected a whole number from {least} to {most}"
                )
            }
            Self::Path(option) => write!(f, "--{option}: expected a path"),
            Self::NeedlessValue { option, given } => {
                write!(f, "--{option}={given}: expected --{option} without a value")
            }
            Self::Twice(option) => write!(f, "--{option}: given twice"),
            Self::Surplus(given) => write!(f, "{given}: expected an option, --{help} lists them"),
        }
    }
}

impl std::error::Error for Mistake {}

/// Writes what would break the line as an escape, and what is not Unicode as `\u{fffd}`.
fn on_one_line(text: &OsStr) -> String {
    let shown = |character: char| match character.is_control() {
        true => character.escape_default().to_string(),
        false => character.to_string(),
    };
    text.to_string_lossy().chars().map(shown).collect()
}
