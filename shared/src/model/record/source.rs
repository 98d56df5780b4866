//! Places in the source: where an operation was called, and which of them are shown.

use crate::timeline::Place;
use std::panic::Location;
use std::path::Path;

/// A place in the source, as the compiler tells it.
pub type Source = &'static Location<'static>;

/// Returns a place of the workspace; one in `std` or another crate stays unknown, since it tells nobody what to mend.
///
/// Cargo names the compiler the files of the workspace from its root, and all others from the disk's.
pub fn shown(at: &Location<'_>) -> Place {
    if Path::new(at.file()).has_root() {
        return Place::unknown();
    }
    Place::new(at.file(), at.line(), at.column())
}
