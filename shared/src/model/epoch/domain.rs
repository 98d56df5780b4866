//! Who is pinned, and which nodes wait for them.

use crate::model::record::{Lane, Object, unseen};
use loom::sync::atomic::AtomicUsize;
use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::Ordering::{self, Acquire, Release};

use super::node::{Body, Grave};

thread_local! {
    /// All threads of a model run on one OS thread; they switch only inside an operation of the checker's.
    static DOMAIN: RefCell<Option<Domain>> = const { RefCell::new(None) };
}

/// Holds what one execution knows of its pins.
struct Domain {
    /// What those who pin and those who retire meet on, so that the checker explores who comes first.
    retiring: Arc<AtomicUsize>,
    /// What those who unpin and those who destroy meet on.
    unpinning: Arc<AtomicUsize>,
    /// What a timeline calls the epoch, from the first pin on.
    object: Option<Object>,
    pinned: Vec<Pin>,
    pins: usize,
    retired: Vec<Retired>,
    /// The memory of destroyed nodes, so that a read of one meets its own grave and nothing else.
    graves: Vec<Grave>,
}

/// Tells that a thread is pinned; the number says since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    pub number: usize,
    pub lane: usize,
}

/// A node that waits for those who were pinned when it was retired.
struct Retired {
    waits_for: Vec<Pin>,
    body: Body,
}

/// Begins an execution. The variables are made here, as whatever uses one must come after its creation.
pub fn open() {
    let domain = Domain {
        retiring: Arc::new(AtomicUsize::new(0)),
        unpinning: Arc::new(AtomicUsize::new(0)),
        object: None,
        pinned: Vec::new(),
        pins: 0,
        retired: Vec::new(),
        graves: Vec::new(),
    };
    drop(DOMAIN.replace(Some(domain)));
}

/// Names the epoch of this execution.
#[track_caller]
pub fn object() -> Object {
    let known = DOMAIN.with_borrow(|domain| domain.as_ref().and_then(|domain| domain.object));
    if let Some(object) = known {
        return object;
    }
    let object = Object::new("epoch");
    object.rename("epoch");
    with(|domain| domain.object = Some(object));
    object
}

/// Pins the running thread.
pub fn add_pin() -> Pin {
    // Acquire: sees that a node was taken out which was retired before.
    meet(|domain| &domain.retiring, Acquire);
    with(|domain| {
        domain.pins += 1;
        let pin = Pin {
            number: domain.pins,
            lane: Lane::current(),
        };
        domain.pinned.push(pin);
        pin
    })
}

/// Ends a pin, and returns the nodes that had only this one left to wait for.
pub fn remove_pin(pin: Pin) -> Vec<Body> {
    // Release: tells whoever destroys a node that this thread has read what it wanted to.
    meet(|domain| &domain.unpinning, Release);
    with(|domain| {
        domain.pinned.retain(|other| *other != pin);
        for retired in &mut domain.retired {
            retired.waits_for.retain(|other| *other != pin);
        }
        let ready = domain
            .retired
            .extract_if(.., |retired| retired.waits_for.is_empty());
        ready.map(|retired| retired.body).collect()
    })
}

/// Has a node wait for all who are pinned.
pub fn retire(body: Body) {
    // Release: shows whoever pins from now on that the node was taken out.
    meet(|domain| &domain.retiring, Release);
    with(|domain| {
        let waits_for = domain.pinned.clone();
        domain.retired.push(Retired { waits_for, body });
    });
}

/// Orders what follows after all that others did before they unpinned.
pub fn see_unpinned() {
    meet(|domain| &domain.unpinning, Acquire);
}

/// Lists the pins that a thread holds.
pub fn pins_of(lane: usize) -> Vec<Pin> {
    with(|domain| {
        let pinned = domain.pinned.iter().copied();
        pinned.filter(|pin| pin.lane == lane).collect()
    })
}

/// Tells whether a pin is held still.
pub fn is_held(pin: Pin) -> bool {
    with(|domain| domain.pinned.contains(&pin))
}

/// Keeps the memory of a destroyed node until the next execution begins.
pub fn bury(grave: Grave) {
    with(|domain| domain.graves.push(grave));
}

/// Updates a variable outside the borrow, since other threads may run meanwhile.
fn meet(on: fn(&Domain) -> &Arc<AtomicUsize>, order: Ordering) {
    let variable = with(|domain| Arc::clone(on(domain)));
    unseen(|| variable.fetch_add(1, order));
}

/// Reaches the domain of this execution.
///
/// # Panics
///
/// Panics outside a check, where there is none; the recorder has said so before.
fn with<R>(act: impl FnOnce(&mut Domain) -> R) -> R {
    DOMAIN.with_borrow_mut(|domain| act(domain.as_mut().expect("an execution is under way")))
}
