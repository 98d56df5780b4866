//! Stands for `std::thread::scope`: threads that may borrow, since all of them end before the scope does.

use super::{Thread, enter, record, run};
use crate::timeline::Effect;
use std::cell::RefCell;
use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex, PoisonError};

/// Stands for `std::thread::Scope`.
pub struct Scope<'scope, 'env: 'scope> {
    /// The threads that nobody has joined.
    running: RefCell<Vec<(usize, loom::thread::JoinHandle<()>)>>,
    _scope: PhantomData<&'scope mut &'scope ()>,
    _env: PhantomData<&'env mut &'env ()>,
}

// SAFETY: inside a check all threads of the model share one OS thread, so the `RefCell` is never borrowed from two.
unsafe impl Sync for Scope<'_, '_> {}

/// Stands for `std::thread::ScopedJoinHandle`.
pub struct ScopedJoinHandle<'scope, T> {
    scope: &'scope RefCell<Vec<(usize, loom::thread::JoinHandle<()>)>>,
    result: Arc<Mutex<Option<T>>>,
    thread: Thread,
}

/// Runs `body`, which may start threads that borrow, and waits for all of them.
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
        running: RefCell::default(),
        _scope: PhantomData,
        _env: PhantomData,
    };
    let result = catch_unwind(AssertUnwindSafe(|| body(&scope)));
    loop {
        let Some((lane, native)) = scope.running.borrow_mut().pop() else {
            break;
        };
        join(lane, native);
    }
    result.unwrap_or_else(|payload| resume_unwind(payload))
}

#[track_caller]
fn join(lane: usize, native: loom::thread::JoinHandle<()>) {
    let joined = record::thread_step("join", None, Effect::Join(lane), || native.join());
    joined.expect("a thread that panics ends the execution");
}

impl<'scope> Scope<'scope, '_> {
    /// Starts a thread that ends before the scope does.
    ///
    /// # Panics
    ///
    /// Panics as [`spawn`](super::spawn) does, and while a failure unwinds.
    #[track_caller]
    pub fn spawn<T: Send + 'scope>(
        &'scope self,
        body: impl FnOnce() -> T + Send + 'scope,
    ) -> ScopedJoinHandle<'scope, T> {
        let thread = enter(None);
        let result = Arc::new(Mutex::new(None));
        let (here, slot) = (thread.clone(), Arc::clone(&result));
        // A thread that the checker gives up before it runs leaks its closure rather than drop what it borrows too late.
        let body = ManuallyDrop::new(body);
        let task: Box<dyn FnOnce() + 'scope> = Box::new(move || {
            let value = run(here, ManuallyDrop::into_inner(body));
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(value);
        });
        // SAFETY: only the lifetime changes. `scope` joins the thread before what it borrows ends. Where the join
        // itself fails, the checker never resumes a thread again, for the recorder refuses every later operation,
        // and frees the stacks of unfinished threads without dropping what is on them.
        let task = unsafe {
            std::mem::transmute::<Box<dyn FnOnce() + 'scope>, Box<dyn FnOnce() + 'static>>(task)
        };
        let native = record::thread_step("spawn", None, Effect::Spawn(thread.id().0), || {
            loom::thread::spawn(task)
        });
        self.running.borrow_mut().push((thread.id().0, native));
        ScopedJoinHandle {
            scope: &self.running,
            result,
            thread,
        }
    }
}

impl<T> ScopedJoinHandle<'_, T> {
    /// Waits for the thread to end and returns its result.
    ///
    /// # Errors
    ///
    /// Never fails: a thread that panics ends the execution, and `join` does not return.
    #[track_caller]
    pub fn join(self) -> super::Result<T> {
        let lane = self.thread.id().0;
        let position = self
            .scope
            .borrow()
            .iter()
            .position(|(running, _)| *running == lane);
        let native = position.map(|position| self.scope.borrow_mut().swap_remove(position));
        if let Some((lane, native)) = native {
            join(lane, native);
        }
        let result = self
            .result
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        Ok(result.expect("a thread that has ended has left its result"))
    }

    /// Returns the thread's handle.
    #[must_use]
    pub fn thread(&self) -> &Thread {
        &self.thread
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
            .field("thread", &self.thread)
            .finish_non_exhaustive()
    }
}
