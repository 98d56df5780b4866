//! The law in loom: `RUSTFLAGS="--cfg loom" cargo test --release --test loom`.
#![cfg(loom)]

// ANCHOR: law
use home::tickets::Tickets;
use std::sync::Arc;

#[test]
fn the_last_ticket_is_taken_once() {
    loom::model(|| {
        let tickets = Arc::new(Tickets::new(1));
        let theirs = Arc::clone(&tickets);
        let other = loom::thread::spawn(move || theirs.take());
        let mine = tickets.take();
        assert!(mine != other.join().unwrap());
    });
}
// ANCHOR_END: law
