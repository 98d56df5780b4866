//! Rejected: without threads there is no race, and nobody counts at the same time either.

use check::Till;

// EDIT
/// Counts the tickets that were sold at all tills, with one thread for each till.
pub fn count(tills: Vec<Till>) -> usize {
    tills.into_iter().map(Iterator::count).sum()
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/unshare.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
