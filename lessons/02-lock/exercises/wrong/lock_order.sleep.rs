//! Rejected: to wait before the second lock gives the other all the time it needs to take it first.

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
    let mut my_seat = row[mine].lock().unwrap();
    std::thread::sleep(std::time::Duration::from_micros(1));
    let mut their_seat = row[theirs].lock().unwrap();
    std::mem::swap(&mut *my_seat, &mut *their_seat);
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/lock_order.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
