//! Rejected: each clone is a counter of its own, so that nothing is shared and nothing is added up either.

// EDIT
use shared::model as world;
use world::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// Claims about types of `std`: is it so?
pub const CLAIMS: [(&str, bool); 8] = [
    ("Rc<u8>: Send", false),
    ("Arc<u8>: Send", true),
    ("Cell<u8>: Send", true),
    ("Cell<u8>: Sync", false),
    ("Arc<Cell<u8>>: Send", false),
    ("AtomicU8: Sync", true),
    ("Mutex<Cell<u8>>: Sync", true),
    ("MutexGuard<'static, u8>: Send", false),
];

/// Counts the tickets sold; every till has a clone, and all clones count together.
#[derive(Debug)]
pub struct Sold {
    tickets: AtomicUsize,
}

impl Sold {
    /// Starts at 0.
    pub fn new() -> Self {
        Self {
            tickets: AtomicUsize::new(0),
        }
    }

    /// Counts one ticket.
    pub fn sell(&self) {
        self.tickets.fetch_add(1, SeqCst);
    }

    /// Returns how many tickets were sold.
    pub fn get(&self) -> usize {
        self.tickets.load(SeqCst)
    }
}

impl Clone for Sold {
    fn clone(&self) -> Self {
        Self {
            tickets: AtomicUsize::new(self.get()),
        }
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/send_or_sync.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
