//! Rejected: a static is one counter for everybody, and two shops would sell on one account.

// EDIT
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

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

static TICKETS: AtomicUsize = AtomicUsize::new(0);

/// Counts the tickets sold; every till has a clone, and all clones count together.
#[derive(Clone, Debug)]
pub struct Sold;

impl Sold {
    /// Starts at 0.
    pub fn new() -> Self {
        TICKETS.store(0, SeqCst);
        Self
    }

    /// Counts one ticket.
    pub fn sell(&self) {
        TICKETS.fetch_add(1, SeqCst);
    }

    /// Returns how many tickets were sold.
    pub fn get(&self) -> usize {
        TICKETS.load(SeqCst)
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/send_or_sync.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
