//! Two processes read, add and write one number in a file: they share no memory, and updates are lost all the same.
//!
//! The processes are real: the lesson's own program, started twice with [`ADD_TO_FILE`].
//! [`race`] lets them run as they like; [`follow`] lets them step as a schedule says, so that luck has no part in it.
//! Lesson 02 mends them with a file lock.

mod adder;
mod number_file;
mod parent;

pub use adder::{ADD_TO_FILE, add_to_file};
pub use number_file::NumberFile;
pub use parent::{follow, race};
