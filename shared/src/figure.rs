//! A small program as a figure in which the reader is the scheduler: one fragment of HTML, every word of it from Rust.
//!
//! A [`Figure`] is plain data: a program of [`explore`](crate::explore), what may go wrong with it, a goal to
//! reach as its scheduler, and a question to answer before the first step.
//! [`Figure::draw`] visits every state and gives the [`Fragment`] that a page of the book includes: a picture of all
//! states, which carries the point alone, and the same graph as JSON.
//! A page that brings the picture to life holds no rules of its own: it follows the numbers in the JSON,
//! and shows the words found there. [`replay`] follows a schedule in the terminal, through the same words.
//!
//! [`assert_recorded`] compares fragments with the files that the book includes.
//!
//! # Examples
//!
//! ```
//! use shared::explore::{Program, lock, unlock};
//! use shared::figure::{Choice, End, Fault, Figure, Goal, Prediction};
//!
//! let figure = Figure {
//!     lesson: "lock",
//!     name: "crossed",
//!     title: "two locks, taken crosswise",
//!     program: Program::new()
//!         .lock("shop")
//!         .lock("ledger")
//!         .thread([lock("shop"), lock("ledger"), unlock("ledger"), unlock("shop")])
//!         .thread([lock("ledger"), lock("shop"), unlock("shop"), unlock("ledger")]),
//!     fault: Fault {
//!         many: "deadlock",
//!         one: "deadlocks",
//!         is: |end| end.is_deadlock(),
//!         well: "Finished, and both locks are free.",
//!     },
//!     goal: Goal {
//!         sentence: "Let both threads wait for ever.",
//!         is: |state| state.is_deadlock(),
//!         end: End::Reached("each holds the lock that the other waits for."),
//!     },
//!     prediction: Prediction {
//!         question: "Can both threads wait for ever?",
//!         choices: vec![Choice {
//!             text: "They can",
//!             is: |end| end.is_deadlock(),
//!             why: "Each takes its first lock, and wants the other's.",
//!         }],
//!         right: "So it is.",
//!         wrong: "Not so. Find out why.",
//!     },
//!     caption: "The shortest way into the deadlock is {shortest}.",
//!     label: |_| String::new(),
//! };
//! let fragment = figure.draw()?.to_string();
//! assert!(fragment.starts_with("<schedule-figure id=\"lock-crossed\""));
//! assert!(fragment.contains("<figcaption>The shortest way into the deadlock is <code>AB</code>.</figcaption>"));
//! assert!(fragment.contains("waits for `ledger`, held by B"));
//! # Ok::<(), shared::figure::Unfit>(())
//! ```

mod counted;
mod counts;
mod fragment;
mod json;
mod names;
mod parts;
mod recorded;
mod replay;
mod study;
mod svg;
mod timeline;
mod unfit;

use crate::explore::{Program, State};

pub use counted::Counted;
pub use fragment::{Fragment, MOST_BYTES};
pub use parts::{Choice, End, Fault, Goal, Prediction};
pub use recorded::assert_recorded;
pub use replay::{Text, Unfollowed, Walk, replay};
pub use study::MOST_STATES;
pub use timeline::timeline_figure;
pub use unfit::Unfit;

/// Holds a small program, and all that a figure says about it.
///
/// Texts may write `code` between backticks.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The package of its lesson, as `race`.
    pub lesson: &'static str,
    /// Its name within the lesson, of small letters, digits and hyphens: a file of the book, and part of ids.
    pub name: &'static str,
    /// What the threads do, in a few words that could stand in a table.
    pub title: &'static str,
    /// The program.
    pub program: Program,
    /// What may go wrong.
    pub fault: Fault,
    /// What the reader is to bring about.
    pub goal: Goal,
    /// What the reader is asked before the first step.
    pub prediction: Prediction,
    /// The point, for those who only look; `{states}`, `{total}`, `{wrong}`, `{reached}` and `{shortest}` are
    /// replaced by what the graph says of states, schedules, those that go wrong or reach the goal, and the shortest such.
    pub caption: &'static str,
    /// Writes a few characters on each state of the picture: at an end its result.
    pub label: fn(&State<'_>) -> String,
}

impl Figure {
    /// Visits every state of the program, and draws the figure.
    ///
    /// # Errors
    ///
    /// When the figure is too large for a page, or the goal is not as reachable as it claims to be.
    pub fn draw(&self) -> Result<Fragment, Unfit> {
        Fragment::of(&study::Study::of(self)?)
    }

    /// Draws the picture alone, as a file of its own for whoever does not read the book.
    ///
    /// Its words are dark where the reader's background is light, and light where it is dark.
    ///
    /// # Errors
    ///
    /// As [`draw`](Self::draw).
    pub fn picture(&self) -> Result<String, Unfit> {
        Ok(svg::alone(&study::Study::of(self)?))
    }

    /// Returns the name that no other figure of the book has, as `race/lost-update`.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}/{}", self.lesson, self.name)
    }

    /// Returns the name of the file that the book includes, as `lost-update.html`.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{}.html", self.name)
    }

    /// Begins every id in the fragment.
    fn id(&self) -> String {
        format!("{}-{}", self.lesson, self.name)
    }
}
