//! Why a figure cannot be drawn, and what to do about it.

use std::{error, fmt};

use super::fragment::MOST_BYTES;
use super::study::MOST_STATES;

/// A figure cannot be drawn as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// There are more states than an eye can follow.
    TooManyStates {
        /// The figure.
        figure: String,
    },
    /// The fragment is larger than a page should load.
    TooLarge {
        /// The figure.
        figure: String,
        /// Its size.
        bytes: usize,
    },
    /// The figure says that its goal can be reached.
    OutOfReach {
        /// The figure.
        figure: String,
    },
    /// The figure says that its goal cannot be reached.
    WithinReach {
        /// The figure.
        figure: String,
        /// A schedule that reaches it.
        schedule: String,
    },
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManyStates { figure } => write!(
                f,
                "{figure} has more than {MOST_STATES} states: take fewer threads or steps, or join steps whose order \
                 does not matter"
            ),
            Self::TooLarge { figure, bytes } => write!(
                f,
                "{figure} takes {bytes} bytes of at most {MOST_BYTES}: take fewer threads or steps, or keep fewer registers"
            ),
            Self::OutOfReach { figure } => write!(
                f,
                "{figure}: no schedule reaches the goal: mend the goal's predicate, or give it the end `InVain`"
            ),
            Self::WithinReach { figure, schedule } => write!(
                f,
                "{figure}: the goal must stay out of reach, but `{schedule}` reaches it: mend the program, \
                 or give the goal the end `Reached`"
            ),
        }
    }
}

impl error::Error for Unfit {}
