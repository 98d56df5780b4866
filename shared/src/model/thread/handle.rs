//! Stands for `std::thread::Thread`: the handle by which threads know and unpark one another.

use crate::model::record::{self, Lane, Run};
use crate::model::wait::Sleepers;
use crate::timeline::Effect;
use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

loom::thread_local! {
    static CURRENT: RefCell<Option<Thread>> = RefCell::new(None);
}

/// Stands for `std::thread::Thread`: names a thread and can unpark it.
#[derive(Clone)]
pub struct Thread {
    lane: usize,
    run: Run,
    name: Option<Arc<str>>,
    permit: Arc<Permit>,
}

/// Stands for `std::thread::ThreadId`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ThreadId(usize);

/// Holds a thread's permit to pass [`park`] once.
struct Permit {
    /// `None` if made while a failure unwinds, when the checker is gone.
    sleepers: Option<Sleepers>,
    /// Relaxed throughout: the threads of a model share one OS thread, and the sleepers' turns order them.
    given: AtomicBool,
}

impl Thread {
    /// Names a thread that is about to start.
    ///
    /// # Panics
    ///
    /// Panics if there are as many as the checker can run.
    #[track_caller]
    pub(super) fn about_to_start(name: Option<String>) -> Self {
        let lane = if record::is_live() {
            Lane::add(name.clone())
        } else {
            Lane::current()
        };
        Self::new(lane, name)
    }

    fn new(lane: usize, name: Option<String>) -> Self {
        let permit = Permit {
            sleepers: (!std::thread::panicking()).then(Sleepers::new),
            given: AtomicBool::new(false),
        };
        Self {
            lane,
            run: Run::current(),
            name: name.map(Arc::from),
            permit: Arc::new(permit),
        }
    }

    /// Becomes what [`current`] returns on the running thread.
    pub(super) fn settle(&self) {
        CURRENT.with(|current| current.replace(Some(self.clone())));
    }

    /// Lets pass what concerns this thread, in its execution.
    ///
    /// # Panics
    ///
    /// Panics in any other execution.
    #[track_caller]
    pub(super) fn admit(&self) {
        if !std::thread::panicking() {
            self.run.admit();
        }
    }

    pub(super) fn lane(&self) -> usize {
        self.lane
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
        if !record::is_live() {
            return;
        }
        self.admit();
        let Permit { sleepers, given } = &*self.permit;
        record::thread_step("unpark", None, Effect::Unpark(self.lane), || {
            let sleepers = sleepers.as_ref().expect(MADE_LIVE);
            sleepers.take_turn();
            given.store(true, Relaxed);
            sleepers.wake_one();
        });
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
#[track_caller]
pub fn current() -> Thread {
    let lane = Lane::current();
    if std::thread::panicking() {
        return Thread::new(lane, Lane::name(lane));
    }
    Run::current().admit();
    let known = CURRENT.with(|current| current.borrow().clone());
    known.unwrap_or_else(|| {
        let main = Thread::new(lane, None);
        main.settle();
        main
    })
}

/// Waits until another thread has unparked this one, unless one has already.
#[track_caller]
pub fn park() {
    if !record::is_live() {
        return;
    }
    let here = current();
    let Permit { sleepers, given } = &*here.permit;
    let sleepers = sleepers.as_ref().expect(MADE_LIVE);
    let ticket = record::thread_step("park", None, Effect::Park, || sleepers.take_turn());
    if !given.load(Relaxed) {
        record::thread_step("unparked", None, Effect::Park, || {
            sleepers.lie_down(ticket);
            sleepers.sleep(ticket);
        });
    }
    given.store(false, Relaxed);
}

/// What was made while a failure unwound is used only while it does: later operations are refused first.
const MADE_LIVE: &str = "a thread that runs was not made while a failure unwound";
