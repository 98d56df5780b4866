//! Rejected: the lock of the first seat, taken before the two others, makes one lock for the row of it: whoever sits there holds up all.

use shared::model as world;
use world::sync::Mutex;

/// Names who sits on a seat.
pub type Visitor = &'static str;

// EDIT
/// Lets the visitors of two seats change places.
pub fn swap(row: &[Mutex<Visitor>], mine: usize, theirs: usize) {
    if mine == theirs {
        return;
    }
    let [lower, higher] = [mine.min(theirs), mine.max(theirs)];
    let _row = (lower > 0).then(|| row[0].lock().unwrap());
    let mut lower = row[lower].lock().unwrap();
    let mut higher = row[higher].lock().unwrap();
    std::mem::swap(&mut *lower, &mut *higher);
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/lock_order.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
