//! Rejected: A takes all its steps before B, so nothing is lost.

// EDIT
/// A schedule of 2 × 1 increments after which the counter holds 1.
pub const ENDS_IN_1: &str = "AAABBB";

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
