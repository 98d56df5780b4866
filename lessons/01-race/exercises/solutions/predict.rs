//! The schedule decides the result.
//!
//! 1. A and B both load 0 before either stores, so both store 1: `ABABAB` is one of the 18 schedules that do so.
//! 2. An old value can undo all that the other thread did since it was read, so each thread lets the other run while it holds one.
//!    A loads 0. B adds nine times. A stores 1, and the nine are gone.
//!    B loads that 1 for its tenth. A adds nine times more. B stores 2, and those nine are gone as well.
//!    Nor can it be 1: whoever stores last has read what some store wrote, 1 or more, unless it was its first load of ten.

// EDIT
/// A schedule of 2 × 1 increments after which the counter holds 1.
pub const ENDS_IN_1: &str = "ABABAB";

/// The least value that 2 × 10 increments can end in.
pub const LEAST: i64 = 2;

/// A schedule of 2 × 10 increments that ends in it.
pub const REACHES_THE_LEAST: &str =
    "A BBB BBB BBB BBB BBB BBB BBB BBB BBB AA B AAA AAA AAA AAA AAA AAA AAA AAA AAA BB";
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/predict.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
