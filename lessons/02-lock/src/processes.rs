//! Two processes add to one number in a file: without a lock they lose updates, and under the file's lock they do not.
//!
//! The processes are real: the lesson's own program, started twice with [`ADD_TO_FILE`].
//! A mutex cannot help them, since they share no memory; the system keeps a lock on the file for both
//! (`std::fs::File::lock`: `flock` on Unix, `LockFileEx` on Windows).
//! On Unix it is advisory: it keeps out those who ask for it, and nobody else.

mod adder;
mod number_file;
mod parent;

pub use adder::{ADD_TO_FILE, Protection, add_to_file};
pub use number_file::{LockedFile, NumberFile};
pub use parent::{Sum, add_from_two_processes};
