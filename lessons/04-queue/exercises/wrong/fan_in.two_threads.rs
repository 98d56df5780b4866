//! Rejected: two threads are enough for two tills; of three, the second holds up the third as long as it is silent.

use check::mpsc::{self, Receiver};
use shared::model as world;
use world::thread;

/// Says which seat was sold.
pub type Sale = u32;

// EDIT
/// Books the sales of all tills, each as it comes, until all have ended.
pub fn merge(tills: Vec<Receiver<Sale>>, mut book: impl FnMut(Sale)) {
    let (sender, merged) = mpsc::sync_channel(1);
    let mut tills = tills.into_iter();
    if let Some(first) = tills.next() {
        let sender = sender.clone();
        thread::spawn(move || {
            for sale in first {
                sender.send(sale).unwrap();
            }
        });
    }
    thread::spawn(move || {
        for till in tills {
            for sale in till {
                sender.send(sale).unwrap();
            }
        }
    });
    for sale in merged {
        book(sale);
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/fan_in.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
