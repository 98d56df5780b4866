//! Exercise 4: End with the last sender.
//!
//! Each till sends its sales through a channel of its own, which has little room, and ends by dropping its sender.
//! `merge` books the sales of all tills, each as it comes, and returns when all tills have ended: a *fan-in*.
//! A thread reads the tills and hands on what they sell, through one more channel, to the loop that books.
//! But it reads them one after the other: while it waits for a till that is silent, nobody reads the next one,
//! whose sales are not booked, and whose channel is soon full.
//!
//! Mend `merge`:
//!
//! - every sale is booked once, and those of one till in the order in which they were sold;
//! - no till waits for another one, be it silent or at its end;
//! - `merge` returns when all tills have ended, and not before; until then it sleeps: no looking again and again.
//!
//! Start no more than one thread for each till: there are three at most, and a model can run few.
//!
//! `mpsc::sync_channel(room)` and `mpsc::channel()` are like those of `std::sync::mpsc`: a sender can be cloned,
//! and a receiver, as `till` and `merged` are, yields values until it is empty and the last of its senders is dropped.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs your threads in the orders in which they can take their steps.
//! Of what waits by `std` itself, such as `std::sync::mpsc`, it knows nothing, and comes to no verdict.

use check::mpsc::{self, Receiver};
use shared::model as world;
use world::thread;

/// Says which seat was sold.
pub type Sale = u32;

// EDIT
/// Books the sales of all tills, each as it comes, until all have ended.
pub fn merge(tills: Vec<Receiver<Sale>>, mut book: impl FnMut(Sale)) {
    let (sender, merged) = mpsc::sync_channel(1);
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
