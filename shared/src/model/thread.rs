//! Stands for `std::thread`.

use super::record;
use std::fmt;
use std::io;

mod handle;
mod scope;
mod task;

pub use handle::{Thread, ThreadId, current, park};
pub use scope::{Scope, ScopedJoinHandle, scope};
pub use std::thread::{Result, panicking};

use task::Task;

/// Lets other threads run first.
#[track_caller]
pub fn yield_now() {
    if record::is_live() {
        record::quiet_step(None, "yield_now", loom::thread::yield_now);
    }
}

/// Returns the running thread's number: 0 is `main`, and the others follow in the order in which they were started.
#[must_use]
pub fn number() -> usize {
    record::Lane::current()
}

/// Stands for `std::thread::JoinHandle`.
pub struct JoinHandle<T>(Task<T>);

impl<T> JoinHandle<T> {
    /// Waits for the thread to end and returns its result.
    ///
    /// # Errors
    ///
    /// Fails only while a failure unwinds, if the thread has not ended and returns something:
    /// a thread that panics ends the execution, and `join` does not return.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        self.0.join()
    }

    /// Returns the thread's handle.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        &self.0.thread
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

#[track_caller]
fn start<T: Send + 'static>(
    name: Option<String>,
    body: impl FnOnce() -> T + Send + 'static,
) -> JoinHandle<T> {
    // SAFETY: the thread borrows only what is alive for ever.
    let task = unsafe { task::start(name, body) };
    JoinHandle(task.or_nothing())
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
    ///
    /// # Panics
    ///
    /// Panics as [`spawn`] does.
    #[track_caller]
    pub fn spawn<T: Send + 'static>(
        self,
        body: impl FnOnce() -> T + Send + 'static,
    ) -> io::Result<JoinHandle<T>> {
        Ok(start(self.name, body))
    }
}
