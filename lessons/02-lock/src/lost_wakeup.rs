//! Notifying without the lock: the wakeup falls between another thread's look and its sleep, and nobody hears it.

use super::handover::Handover;
use super::world::sync::atomic::{AtomicU32, Ordering::SeqCst};
use super::world::sync::{Condvar, Mutex};

/// Changes what the other waits for without the lock that the other holds while it looks.
///
/// The loop does not help, nor does `SeqCst`: to look and to fall asleep are two steps, and the lock makes them one only
/// against those who take it.
#[derive(Debug)]
pub struct LostWakeup {
    /// The ticket, or 0.
    ticket: AtomicU32,
    desk: Mutex<()>,
    arrived: Condvar,
}

impl Handover for LostWakeup {
    fn empty() -> Self {
        Self {
            ticket: AtomicU32::new(0),
            desk: Mutex::new(()),
            arrived: Condvar::new(),
        }
    }

    // ANCHOR: put
    fn put(&self, ticket: u32) {
        self.ticket.store(ticket, SeqCst);
        self.arrived.notify_one();
    }
    // ANCHOR_END: put

    // ANCHOR: take
    fn take(&self) -> u32 {
        let mut guard = self.desk.lock().expect("a handover does not panic");
        loop {
            let ticket = self.ticket.swap(0, SeqCst);
            if ticket != 0 {
                return ticket;
            }
            guard = self.arrived.wait(guard).expect("a handover does not panic");
        }
    }
    // ANCHOR_END: take
}
