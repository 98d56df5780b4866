//! Rejected: `unsafe impl` silences the compiler, and the count is as racy as it was.

// EDIT
use std::cell::Cell;
use std::rc::Rc;

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
    tickets: Rc<Cell<usize>>,
}

impl Sold {
    /// Starts at 0.
    pub fn new() -> Self {
        Self {
            tickets: Rc::new(Cell::new(0)),
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

// SAFETY: there is none, and this is why the answer is wrong: `Rc` and `Cell` are written without any order.
unsafe impl Send for Sold {}
// SAFETY: as above.
unsafe impl Sync for Sold {}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/send_or_sync.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
