//! Exercise 1: Write the schedule yourself.
//!
//! Two threads, A and B, add 1 to one counter, which starts at 0.
//! Each does it in three steps, in this order:
//!
//! 1. load: read the counter into a variable of its own, `seen`;
//! 2. add: put `seen + 1` into `seen`;
//! 3. store: write `seen` to the counter.
//!
//! A *schedule* says who takes the next step, one letter for each step.
//! `AAABBB` lets A take its three steps and then B, and the counter ends at 2.
//! Spaces are left out, so `AAA BBB` is the same schedule.
//!
//! 1. Find a schedule of these six steps after which the counter holds 1, and write it into `ENDS_IN_1`.
//! 2. Now each thread adds 1 ten times, one time after the other: thirty steps for A, thirty for B.
//!    What is the least that the counter can hold in the end? Write it into `LEAST`,
//!    and a schedule of sixty letters that ends there into `REACHES_THE_LEAST`.
//!
//! Paper helps: one column for A's `seen`, one for B's, one for the counter.

// EDIT
/// A schedule of 2 × 1 increments after which the counter holds 1.
pub const ENDS_IN_1: &str = "";

/// The least value that 2 × 10 increments can end in.
pub const LEAST: i64 = 20;

/// A schedule of 2 × 10 increments that ends in it.
pub const REACHES_THE_LEAST: &str = "";
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/predict.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
