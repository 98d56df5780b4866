//! The same file in the course's model: a failure comes back as a timeline, and plain `cargo test` will do.

// ANCHOR: mount
/// `tickets.rs` once more, with the model's `sync` above it.
#[path = "../src"]
mod modelled {
    use shared::model::sync;

    pub mod tickets;
}
// ANCHOR_END: mount

// ANCHOR: law
use modelled::tickets::Tickets;
use shared::model::{Mode, check, thread};
use std::sync::Arc;

/// The last ticket is taken once: of two that ask for it, one gets it.
fn the_last_ticket_is_taken_once(take: fn(&Tickets) -> bool) {
    let tickets = Arc::new(Tickets::new(1));
    let theirs = Arc::clone(&tickets);
    let other = thread::spawn(move || take(&theirs));
    let mine = take(&tickets);
    assert!(
        mine != other.join().unwrap(),
        "the last ticket, taken twice"
    );
}

#[test]
fn taking_in_one_step_sells_no_ticket_twice() {
    shared::assert_holds(Mode::Weak, || the_last_ticket_is_taken_once(Tickets::take));
}
// ANCHOR_END: law

/// With `BLESS=1` the record, which the book shows, is written anew.
#[test]
fn looking_first_sells_the_last_ticket_twice_as_recorded() {
    let law = || the_last_ticket_is_taken_once(Tickets::look_then_take);
    let found = check(Mode::Interleaving, law).unwrap_err().to_string();
    let record = "tests/sold_twice.txt";
    if std::env::var_os("BLESS").is_some_and(|wish| wish == "1") {
        std::fs::write(record, &found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(record).unwrap());
}
