//! Rejected: `Arc` counts its owners safely, and the `Cell` inside is still written without any order: `Arc<Cell<_>>` is not `Send`.

// EDIT
use std::cell::Cell;
use std::sync::Arc;

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
    tickets: Arc<Cell<usize>>,
}

impl Sold {
    /// Starts at 0.
    #[expect(clippy::arc_with_non_send_sync, reason = "the fault of this answer")]
    pub fn new() -> Self {
        Self {
            tickets: Arc::new(Cell::new(0)),
        }
    }

    /// Counts one ticket.
    pub fn sell(&self) {
        self.tickets.set(self.tickets.get() + 1);
    }

    /// Returns how many tickets were sold.
    pub fn get(&self) -> usize {
        self.tickets.get()
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/send_or_sync.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
