//! A pin: as long as it is held, what the thread has reached is not destroyed.

use super::domain::{self, Pin};
use super::node::Node;
use super::shared::Shared;
use crate::model::record::{self, Source};
use crate::timeline::Effect;
use std::marker::PhantomData;
use std::panic::Location;

/// Keeps the running thread pinned until it is dropped; stands for `crossbeam_epoch::Guard`.
#[derive(Debug)]
pub struct Guard {
    /// `None` for [`unprotected`], and if it was taken while a failure unwinds.
    pin: Option<Held>,
    /// A thread is pinned, so a guard does not go from one to another.
    _of_thread: PhantomData<*mut ()>,
}

#[derive(Debug)]
struct Held {
    pin: Pin,
    /// Where it was taken. A drop has no place of its own, so its row shows this one.
    place: Source,
}

/// Pins the running thread.
#[must_use = "the thread is pinned as long as the guard lives"]
#[track_caller]
pub fn pin() -> Guard {
    let place = Location::caller();
    let take = || (domain::add_pin(), Effect::Touch);
    let held = if record::is_live() {
        let pin = domain::object().step_from(place, "pin", Effect::Touch, take);
        Some(Held { pin, place })
    } else {
        None
    };
    Guard {
        pin: held,
        _of_thread: PhantomData,
    }
}

/// Returns a guard that guards nothing: what is retired under it is destroyed at once.
///
/// # Safety
///
/// No other thread reaches what is loaded or retired under it.
#[must_use]
pub unsafe fn unprotected() -> &'static Guard {
    struct Nothing(Guard);
    // SAFETY: this guard holds no pin, so there is nothing of any thread's in it.
    unsafe impl Sync for Nothing {}
    static NOTHING: Nothing = Nothing(Guard {
        pin: None,
        _of_thread: PhantomData,
    });
    &NOTHING.0
}

impl Guard {
    /// Has a node destroyed once nobody is pinned who is now.
    ///
    /// # Safety
    ///
    /// Whoever pins after this cannot reach the node, and it is retired once.
    #[track_caller]
    pub unsafe fn defer_destroy<T>(&self, node: Shared<'_, T>) {
        if node.is_null() || !record::is_live() {
            return;
        }
        let place = Location::caller();
        if self.pin.is_some() {
            // SAFETY: a `Shared` that is not null points to a node of this execution.
            unsafe { Node::retire(node.raw(), place) }
        } else {
            // SAFETY: as above.
            unsafe { Node::destroy(node.raw(), place) }
        }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        let Some(Held { pin, place }) = self.pin.take() else {
            return;
        };
        if !record::is_live() {
            return;
        }
        let unpin = || (domain::remove_pin(pin), Effect::Touch);
        let ready = domain::object().step_from(place, "unpin", Effect::Touch, unpin);
        for body in ready {
            body.destroy();
        }
    }
}
