//! Rejected: an order must decide between any two locks: of two even seats, this takes first whichever the caller names.

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
    let mine_first = mine % 2 <= theirs % 2;
    let [first, second] = if mine_first {
        [mine, theirs]
    } else {
        [theirs, mine]
    };
    let mut first = row[first].lock().unwrap();
    let mut second = row[second].lock().unwrap();
    std::mem::swap(&mut *first, &mut *second);
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/lock_order.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
