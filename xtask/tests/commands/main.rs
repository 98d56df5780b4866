//! `cargo xtask` against small courses made for the purpose, each with the faults it must find.

mod bless;
mod check;
mod command_line;
mod course;
mod demands;
#[cfg(unix)]
mod processes;
mod sanitize;
