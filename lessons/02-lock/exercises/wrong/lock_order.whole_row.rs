//! Rejected: whoever takes the locks of all seats in order never deadlocks, and lets no two others swap meanwhile: that is one lock for the row.

use shared::model as world;
use world::sync::Mutex;

/// Names who sits on a seat.
pub type Visitor = &'static str;

// EDIT
/// Lets the visitors of two seats change places.
pub fn swap(row: &[Mutex<Visitor>], mine: usize, theirs: usize) {
    let mut visitors: Vec<_> = row.iter().map(|seat| seat.lock().unwrap()).collect();
    let visitor = *visitors[theirs];
    *visitors[theirs] = std::mem::replace(&mut *visitors[mine], visitor);
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/lock_order.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
