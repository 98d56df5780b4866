//! `cargo xtask` against small courses made for the purpose, each with the faults it must find.

mod authors;
mod bless;
mod check;
mod command_line;
mod course;
mod demands;
#[cfg(unix)]
mod disk;
mod exercise;
#[cfg(unix)]
mod faults;
mod learner;
#[cfg(unix)]
mod processes;
#[cfg(unix)]
mod progress;
mod replay;
mod sanitize;
#[cfg(unix)]
mod signals;
