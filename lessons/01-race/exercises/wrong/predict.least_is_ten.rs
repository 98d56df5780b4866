//! Rejected: taking turns loses every second update, and a schedule can lose more than that.

// EDIT
/// A schedule of 2 × 1 increments after which the counter holds 1.
pub const ENDS_IN_1: &str = "ABABAB";

/// The least value that 2 × 10 increments can end in.
pub const LEAST: i64 = 10;

/// A schedule of 2 × 10 increments that ends in it.
pub const REACHES_THE_LEAST: &str =
    "ABABAB ABABAB ABABAB ABABAB ABABAB ABABAB ABABAB ABABAB ABABAB ABABAB";
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/predict.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
