//! A shop with one seller: the windows pass their buyers on, and nobody else touches the seats.

use super::super::world::sync::Arc;
use super::super::world::thread;
use super::mailbox::Mailbox;
use super::{Seat, Shop};

/// Hands each buyer over to the seller, and waits for the seat.
#[derive(Debug)]
pub struct QueuedShop {
    buyers: Arc<Mailbox<Buyer>>,
    /// Where the seller puts this window's answers.
    answers: Arc<Mailbox<Option<Seat>>>,
}

/// What a window asks of the seller.
#[derive(Debug)]
enum Buyer {
    /// Wants a seat, to be put here.
    Waits(Arc<Mailbox<Option<Seat>>>),
    /// Was the last of a window that has closed.
    Gone,
}

impl Shop for QueuedShop {
    fn open(seats: usize, windows: usize) -> Vec<Self> {
        let buyers = Arc::new(Mailbox::empty());
        let queue = Arc::clone(&buyers);
        // Ends by itself when the last window has closed.
        thread::spawn(move || serve(seats, windows, &queue));
        let window = |_| Self {
            buyers: Arc::clone(&buyers),
            answers: Arc::new(Mailbox::empty()),
        };
        (0..windows).map(window).collect()
    }

    // ANCHOR: sell
    fn sell(&mut self) -> Option<Seat> {
        self.buyers.put(Buyer::Waits(Arc::clone(&self.answers)));
        self.answers.take()
    }
    // ANCHOR_END: sell
}

/// The seller's work: the seats are the seller's own, and need no lock.
// ANCHOR: serve
fn serve(seats: usize, mut windows: usize, buyers: &Mailbox<Buyer>) {
    let mut free = 0..seats;
    while windows > 0 {
        match buyers.take() {
            Buyer::Waits(answers) => answers.put(free.next()),
            Buyer::Gone => windows -= 1,
        }
    }
}
// ANCHOR_END: serve

impl Drop for QueuedShop {
    fn drop(&mut self) {
        self.buyers.put(Buyer::Gone);
    }
}
