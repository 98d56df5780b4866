//! What the lesson publishes through flags and states, with real threads and the sanitizer looking on.
//!
//! ThreadSanitizer: silent
//!
//! Left out are those whose order is a fence's, which the sanitizer does not follow: the reference count, Peterson's lock.

use atomic::machine::bounded_sale::BoundedSale;
use atomic::machine::double_checked::DoubleChecked;
use atomic::machine::laws;
use atomic::machine::message::Message;
use std::process::ExitCode;

fn main() -> ExitCode {
    if !cfg!(sanitizing) {
        eprintln!("this program is for ThreadSanitizer: cargo xtask sanitize atomic");
        return ExitCode::from(2);
    }
    for _ in 0..1_000 {
        laws::ready_means_written::<Message>();
        laws::no_more_are_sold_than_there_are::<BoundedSale>();
        laws::a_value_is_made_once::<DoubleChecked>();
    }
    ExitCode::SUCCESS
}
