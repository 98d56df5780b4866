//! What the checker must know of a node to tell who may read it, and when it may be destroyed.

use super::domain::{self, Pin};
use super::node::Body;
use crate::model::record::{self, Lane, MAIN, Object, Source};
use crate::timeline::{Effect, Place, Value};
use std::cell::{Cell, RefCell};

/// What the checker knows of a node. All threads of a model share one OS thread, hence the cells.
pub struct State {
    object: Object,
    /// The number under which pointers to it are shown.
    number: usize,
    /// Written at the node's creation and destruction, read at each read; `None` if it was made while a failure unwinds.
    watched: Option<loom::cell::UnsafeCell<()>>,
    readers: RefCell<Vec<Reader>>,
    is_retired: Cell<bool>,
    destroyed: Cell<Option<(usize, Source)>>,
}

/// Tells that a thread has read a node, and under which pin that it holds since before.
#[derive(Clone, Copy)]
struct Reader {
    pin: Pin,
    place: Source,
}

impl State {
    /// Knows nothing of a node that is made while a failure unwinds, when nobody will ask.
    pub fn hidden() -> Self {
        Self::of(Object::hidden(), 0, None)
    }

    /// Notes that a node is made at this address.
    #[track_caller]
    pub fn at(address: usize) -> Self {
        let object = Object::at(address);
        object.note("write", Effect::Touch);
        let watched = loom::cell::UnsafeCell::new(());
        Self::of(object, record::pointer(address), Some(watched))
    }

    fn of(object: Object, number: usize, watched: Option<loom::cell::UnsafeCell<()>>) -> Self {
        Self {
            object,
            number,
            watched,
            readers: RefCell::default(),
            is_retired: Cell::new(false),
            destroyed: Cell::new(None),
        }
    }

    /// Notes that the node is read.
    pub fn read_at(&self, place: Source) {
        let read = || (self.check_read(place), Effect::Touch);
        self.object.step_from(place, "read", Effect::Touch, read);
    }

    fn check_read(&self, place: Source) {
        if let Some((lane, place)) = self.destroyed.get() {
            let (name, who) = (self.name(), record::lane_name(lane));
            panic!(
                "{name} is read after {who} has destroyed it, at {}",
                short(place)
            );
        }
        if let Some(watched) = &self.watched {
            watched.with(|_| ());
        }
        let pins = domain::pins_of(Lane::current()).into_iter();
        let readers = pins.map(|pin| Reader { pin, place });
        self.readers.borrow_mut().extend(readers);
    }

    /// Notes that the node is retired, and has it wait for those who are pinned.
    pub fn retire_at(&self, place: Source, body: Body) {
        let retire = || {
            domain::retire(body);
            let again = self.is_retired.replace(true);
            assert!(!again, "{} is retired twice", self.name());
            ((), Effect::Touch)
        };
        self.object
            .step_from(place, "retire", Effect::Touch, retire);
    }

    /// Notes that the node is destroyed; returns whether it was not before.
    pub fn end_at(&self, place: Source) -> bool {
        if !record::is_live() {
            return self.destroyed.replace(Some((MAIN, place))).is_none();
        }
        let destroy = || (self.check_destruction(place), Effect::Touch);
        self.object
            .step_from(place, "destroy", Effect::Touch, destroy);
        true
    }

    fn check_destruction(&self, place: Source) {
        let here = Lane::current();
        if let Some((lane, place)) = self.destroyed.get() {
            let (name, who) = (self.name(), record::lane_name(lane));
            panic!(
                "{name} is destroyed twice, first by {who} at {}",
                short(place)
            );
        }
        let can_read = |reader: &&Reader| reader.pin.lane != here && domain::is_held(reader.pin);
        if let Some(reader) = self.readers.borrow().iter().find(can_read) {
            let (name, who) = (self.name(), record::lane_name(reader.pin.lane));
            panic!(
                "{name} is destroyed while {who} can read it: {who} has reached it at {}, and is pinned still",
                short(reader.place)
            );
        }
        if let Some(watched) = &self.watched {
            watched.with_mut(|_| ());
        }
        self.destroyed.set(Some((here, place)));
    }

    fn name(&self) -> String {
        format!("`{}`", Value::Pointer(self.number))
    }
}

fn short(place: Source) -> String {
    Place::new(place.file(), place.line(), place.column()).short()
}
