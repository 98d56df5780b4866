//! Rejected: whoever asks each till in turn, and waits at none, keeps a processor busy while all are silent.

use check::mpsc::{self, Receiver};
use shared::model as world;
use world::thread;

/// Says which seat was sold.
pub type Sale = u32;

// EDIT
/// Books the sales of all tills, each as it comes, until all have ended.
pub fn merge(tills: Vec<Receiver<Sale>>, mut book: impl FnMut(Sale)) {
    let mut open = tills;
    while !open.is_empty() {
        open.retain(|till| match till.try_recv() {
            Ok(sale) => {
                book(sale);
                true
            }
            Err(error) => error == mpsc::TryRecvError::Empty,
        });
        thread::yield_now();
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/fan_in.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
