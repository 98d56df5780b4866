//! Stands for `std::thread`.

use super::record::{self, Lane};
use super::wait::Sleepers;
use crate::timeline::Effect;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::io;
use std::sync::Arc;

mod scope;

pub use scope::{Scope, ScopedJoinHandle, scope};
pub use std::thread::{Result, panicking};

loom::thread_local! {
    static CURRENT: RefCell<Option<Thread>> = RefCell::new(None);
}

/// Stands for `std::thread::Thread`: names a thread and can unpark it.
#[derive(Clone)]
pub struct Thread {
    lane: usize,
    name: Option<Arc<str>>,
    permit: Arc<Permit>,
}

/// Stands for `std::thread::ThreadId`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ThreadId(usize);

/// Holds a thread's permit to pass [`park`] once.
struct Permit {
    sleepers: Sleepers,
    given: Cell<bool>,
}

// SAFETY: inside a check all threads of the model share one OS thread, and outside one the operations panic.
unsafe impl Sync for Permit {}

impl Thread {
    fn new(lane: usize, name: Option<Arc<str>>) -> Self {
        Self {
            lane,
            name,
            permit: Arc::new(Permit {
                sleepers: Sleepers::new(),
                given: Cell::new(false),
            }),
        }
    }

    /// Returns what tells this thread from the others of its execution.
    #[must_use]
    pub fn id(&self) -> ThreadId {
        ThreadId(self.lane)
    }

    /// Returns the name that the thread was given.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Lets the thread pass [`park`] once: now, or the next time it comes there.
    #[track_caller]
    pub fn unpark(&self) {
        if record::is_live() {
            record::thread_step("unpark", None, Effect::Unpark(self.lane), || {
                self.permit.sleepers.take_turn();
                self.permit.given.set(true);
                self.permit.sleepers.wake_one();
            });
        }
    }
}

impl fmt::Debug for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thread")
            .field("id", &self.id())
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// Returns the handle of the thread that calls.
#[must_use]
pub fn current() -> Thread {
    CURRENT.with(|current| {
        current
            .borrow_mut()
            .get_or_insert_with(|| Thread::new(Lane::current(), None))
            .clone()
    })
}

/// Waits until another thread has unparked this one, unless one has already.
#[track_caller]
pub fn park() {
    if !record::is_live() {
        return;
    }
    let Permit { sleepers, given } = &*current().permit;
    let ticket = record::thread_step("park", None, Effect::Park, || sleepers.take_turn());
    if !given.get() {
        record::thread_step("unparked", None, Effect::Park, || sleepers.sleep(ticket));
    }
    given.set(false);
}

/// Lets other threads run first.
#[track_caller]
pub fn yield_now() {
    if record::is_live() {
        record::unseen(loom::thread::yield_now);
    }
}

/// Stands for `std::thread::JoinHandle`.
pub struct JoinHandle<T> {
    native: Option<loom::thread::JoinHandle<T>>,
    thread: Thread,
}

impl<T> JoinHandle<T> {
    /// Waits for the thread to end and returns its result.
    ///
    /// # Errors
    ///
    /// Fails only while a failure unwinds: a thread that panics ends the execution, and `join` does not return.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        match self.native.filter(|_| record::is_live()) {
            Some(native) => {
                record::thread_step("join", None, Effect::Join(self.thread.lane), || {
                    native.join()
                })
            }
            None => Err(Box::new("the execution has failed")),
        }
    }

    /// Returns the thread's handle.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        &self.thread
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

/// Starts a thread.
///
/// # Panics
///
/// Panics at the sixth thread of an execution, `main` and ended ones included.
#[track_caller]
pub fn spawn<T: Send + 'static>(body: impl FnOnce() -> T + Send + 'static) -> JoinHandle<T> {
    start(None, body)
}

/// Stands for `std::thread::Builder`.
#[derive(Debug, Default)]
pub struct Builder {
    name: Option<String>,
}

impl Builder {
    /// Starts with a thread that has no name.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Names the thread; timelines show the name.
    #[must_use]
    pub fn name(self, name: String) -> Self {
        Self { name: Some(name) }
    }

    /// Starts the thread.
    ///
    /// # Errors
    ///
    /// Never fails in the model.
    #[track_caller]
    pub fn spawn<T: Send + 'static>(
        self,
        body: impl FnOnce() -> T + Send + 'static,
    ) -> io::Result<JoinHandle<T>> {
        Ok(start(self.name, body))
    }
}

#[track_caller]
fn start<T: 'static>(name: Option<String>, body: impl FnOnce() -> T + 'static) -> JoinHandle<T> {
    let thread = enter(name);
    if !record::is_live() {
        return JoinHandle {
            native: None,
            thread,
        };
    }
    let here = thread.clone();
    let begin = || loom::thread::spawn(move || run(here, body));
    let native = record::thread_step("spawn", None, Effect::Spawn(thread.lane), begin);
    JoinHandle {
        native: Some(native),
        thread,
    }
}

/// Gives a new thread its lane.
///
/// # Panics
///
/// Panics if there are as many as the checker can run.
#[track_caller]
fn enter(name: Option<String>) -> Thread {
    let lane = Lane::add(name.clone());
    assert!(
        lane < loom::MAX_THREADS || !record::is_live(),
        "a model has {} threads at most, `main` included, and one that has ended still counts",
        loom::MAX_THREADS
    );
    Thread::new(lane, name.map(Arc::from))
}

/// Runs on the new thread.
fn run<T>(here: Thread, body: impl FnOnce() -> T) -> T {
    let _lane = Lane::enter(here.lane);
    CURRENT.with(|current| current.replace(Some(here)));
    body()
}
