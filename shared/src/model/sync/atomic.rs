//! Stands for `std::sync::atomic`.

mod integer;
mod loads;
mod pointer;
mod scalar;
mod truth;
mod variable;

pub use integer::{AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize};
pub use integer::{AtomicU8, AtomicU16, AtomicU32, AtomicU64, AtomicUsize};
pub use pointer::AtomicPtr;
pub use std::sync::atomic::Ordering;
pub use truth::AtomicBool;

use crate::model::check::Mode;
use crate::model::{orderings, record};
use crate::timeline::Effect;

/// Stands for `std::sync::atomic::fence`.
///
/// In interleaving mode it changes nothing, since every atomic operation synchronises there.
///
/// # Panics
///
/// Panics if `order` is `Relaxed`, as `std`'s does.
#[track_caller]
pub fn fence(order: Ordering) {
    assert!(
        order != Ordering::Relaxed,
        "there is no such thing as a relaxed fence"
    );
    if record::is_live() {
        let order = orderings::effective("fence", order, false);
        record::thread_step("fence", Some(order), Effect::Local, || {
            if record::mode() == Mode::Weak && order != Ordering::Relaxed {
                loom::sync::atomic::fence(order);
            }
        });
    }
}

/// Stands for the machine's `fence_behind_update`: to the model it is a `SeqCst` fence like any other.
#[track_caller]
pub fn fence_behind_update() {
    fence(Ordering::SeqCst);
}
