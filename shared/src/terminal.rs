//! What the lesson binaries have in common: arguments, styles, tables, bars, progress, output.
//!
//! Everything here renders to values that implement `Display`; only [`run`], [`Page`] and [`Progress`]
//! write anywhere. A [`Style`] is made once and handed down, so the same value gives the same
//! text in a test, in a pipe and on a narrow terminal.

mod args;
mod bar;
mod histogram;
pub mod numbers;
mod output;
mod page;
mod progress;
mod style;
mod table;
mod text;

pub use args::{Args, Help, Mistake, Opt, Program, Request};
pub use histogram::Histogram;
pub use output::run;
pub use page::Page;
pub use progress::Progress;
pub use style::{Style, Tone};
pub use table::{Cell, Column, Table};
pub use text::wrap;

pub(crate) use args::closest;
pub(crate) use output::{USAGE, complain, deliver};
