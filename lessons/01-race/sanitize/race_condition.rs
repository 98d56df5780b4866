//! A race condition without a data race: updates are lost, and a detector of data races has nothing to say.
//!
//! ThreadSanitizer: silent

use race::machine::racy;
use std::process::ExitCode;

fn main() -> ExitCode {
    if !cfg!(sanitizing) {
        eprintln!("this program is for ThreadSanitizer: cargo xtask sanitize race");
        return ExitCode::from(2);
    }
    let counted = racy::count(2, 100_000);
    println!("counted {counted} of 200000");
    ExitCode::SUCCESS
}
