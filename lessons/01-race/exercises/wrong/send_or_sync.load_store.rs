//! Rejected: an atomic may be shared, and an increment made of a load and a store still loses updates.

// EDIT
use shared::model as world;
use world::sync::Arc;
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
#[derive(Clone, Debug)]
pub struct Sold {
    tickets: Arc<AtomicUsize>,
}

impl Sold {
    /// Starts at 0.
    pub fn new() -> Self {
        Self {
            tickets: Arc::new(AtomicUsize::new(0)),
        }
    }

    /// Counts one ticket.
    pub fn sell(&self) {
        let seen = self.tickets.load(SeqCst);
        self.tickets.store(seen + 1, SeqCst);
    }

    /// Returns how many tickets were sold.
    pub fn get(&self) -> usize {
        self.tickets.load(SeqCst)
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/send_or_sync.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
