//! Rejected: a last store of 1 needs a load of 0 by a thread that has added nine times before, and the counter is above 0 by then.

// EDIT
/// A schedule of 2 × 1 increments after which the counter holds 1.
pub const ENDS_IN_1: &str = "ABABAB";

/// The least value that 2 × 10 increments can end in.
pub const LEAST: i64 = 1;

/// A schedule of 2 × 10 increments that ends in it.
pub const REACHES_THE_LEAST: &str =
    "A BBB BBB BBB BBB BBB BBB BBB BBB BBB BBB AAA AAA AAA AAA AAA AAA AAA AAA AAA AA";
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/predict.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
