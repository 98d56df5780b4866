//! Broken queues, each judged by nothing but its calls and their replies: no order explains them.
//!
//! Those that sleep for ever, or race for plain memory, do not get as far as that: `failing.rs` has them.

use queue::model::full_looks_empty::FullLooksEmpty;
use queue::model::hasty_pop::HastyPop;
use queue::model::laws::{
    self,
    Ask::{self, Close, Pop, Push},
};
use queue::model::lost_on_close::LostOnClose;
use queue::model::peek_then_pop::PeekThenPop;
use queue::model::unbounded::Unbounded;
use shared::model::Mode::Interleaving;
use shared::model::check;

/// Each thread pushes, then pops.
const BOTH_TRADE: [&[Ask]; 2] = [&[Push(1), Pop], &[Push(2), Pop]];

/// Checks that a law fails in some execution because its calls fit no order.
#[track_caller]
fn fits_no_order(law: impl Fn() + Send + Sync + 'static) {
    let found = check(Interleaving, law).expect_err("its calls fit no order");
    let message = &found.failure().message;
    assert!(message.contains("not linearizable"), "{found}");
}

// ANCHOR: rejected
#[test]
fn the_calls_on_a_broken_queue_fit_no_order() {
    fits_no_order(|| laws::calls_fit_an_order::<PeekThenPop<u32>>(2, BOTH_TRADE));
    fits_no_order(|| laws::calls_fit_an_order::<FullLooksEmpty<u32>>(1, BOTH_TRADE));
    fits_no_order(|| laws::calls_fit_an_order::<HastyPop<u32>>(2, BOTH_TRADE));
    let closed: [&[Ask]; 2] = [&[Close, Pop], &[Push(1)]];
    fits_no_order(move || laws::calls_that_wait_fit_an_order::<LostOnClose<u32>>(1, closed));
    let ahead: [&[Ask]; 2] = [&[Push(1), Push(2)], &[Pop]];
    fits_no_order(move || laws::calls_that_wait_fit_an_order::<Unbounded<u32>>(1, ahead));
}
// ANCHOR_END: rejected
