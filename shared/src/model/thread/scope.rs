//! Stands for `std::thread::scope`: threads that may borrow, since all of them end before the scope does.

use super::Thread;
use super::task::{End, Task, start};
use crate::model::record;
use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Mutex, PoisonError};

/// Stands for `std::thread::Scope`.
pub struct Scope<'scope, 'env: 'scope> {
    /// The ends of its threads. The lock is never waited for: it is not held across an operation.
    ends: Mutex<Vec<End>>,
    _scope: PhantomData<&'scope mut &'scope ()>,
    _env: PhantomData<&'env mut &'env ()>,
}

/// Stands for `std::thread::ScopedJoinHandle`.
pub struct ScopedJoinHandle<'scope, T> {
    task: Task<T>,
    _scope: PhantomData<&'scope ()>,
}

/// Runs `body`, which may start threads that borrow, and waits for all of them.
///
/// If `body` panics, the execution ends there, and no thread runs on.
///
/// # Examples
///
/// ```
/// use shared::model::{self, Mode, sync::atomic::{AtomicUsize, Ordering::SeqCst}, thread};
///
/// model::check(Mode::Interleaving, || {
///     let counter = AtomicUsize::new(0);
///     thread::scope(|scope| {
///         scope.spawn(|| counter.fetch_add(1, SeqCst));
///         counter.fetch_add(1, SeqCst);
///     });
///     assert_eq!(counter.load(SeqCst), 2);
/// })
/// .unwrap();
/// ```
#[track_caller]
pub fn scope<'env, T>(body: impl for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T) -> T {
    let scope = Scope {
        ends: Mutex::default(),
        _scope: PhantomData,
        _env: PhantomData,
    };
    match catch_unwind(AssertUnwindSafe(|| body(&scope))) {
        Ok(value) => {
            while let Some(end) = scope.pop() {
                end.wait();
            }
            value
        }
        Err(payload) => {
            scope.abandon();
            resume_unwind(payload)
        }
    }
}

impl<'scope> Scope<'scope, '_> {
    /// Starts a thread that ends before the scope does.
    ///
    /// # Panics
    ///
    /// Panics as [`spawn`](super::spawn) does.
    #[track_caller]
    pub fn spawn<T: Send + 'scope>(
        &'scope self,
        body: impl FnOnce() -> T + Send + 'scope,
    ) -> ScopedJoinHandle<'scope, T> {
        // A thread that the checker gives up before it runs leaks its closure rather than drop too late what it borrows.
        let body = ManuallyDrop::new(body);
        // SAFETY: what the thread borrows outlives `'scope`, and `scope` does not return before it has joined the
        // thread. Where it unwinds instead, the execution is over: an operation has failed, or it is abandoned.
        let task = unsafe { start(None, move || ManuallyDrop::into_inner(body)()) };
        self.ends().push(task.end.clone());
        ScopedJoinHandle {
            task,
            _scope: PhantomData,
        }
    }
}

impl Scope<'_, '_> {
    fn ends(&self) -> std::sync::MutexGuard<'_, Vec<End>> {
        self.ends.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pop(&self) -> Option<End> {
        self.ends().pop()
    }

    /// Sees to it that no thread of the scope runs again.
    fn abandon(&self) {
        if self.ends().iter().any(End::is_open) {
            record::abandon();
        }
    }
}

impl<T> ScopedJoinHandle<'_, T> {
    /// Waits for the thread to end and returns its result.
    ///
    /// # Errors
    ///
    /// Fails only while a failure unwinds: a thread that panics ends the execution, and `join` does not return.
    #[track_caller]
    pub fn join(self) -> super::Result<T> {
        self.task.join()
    }

    /// Returns the thread's handle.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        &self.task.thread
    }
}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopedJoinHandle")
            .field("thread", self.thread())
            .finish_non_exhaustive()
    }
}
