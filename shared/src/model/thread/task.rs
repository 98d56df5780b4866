//! A thread of the model from its start to its end: what `spawn` and `scope` have in common.

use super::handle::Thread;
use crate::model::record::{self, Lane};
use crate::timeline::Effect;
use std::any::Any;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Holds a thread that was started, until it is joined.
pub struct Task<T> {
    pub thread: Thread,
    pub end: End,
    result: Slot<T>,
    /// Makes the result of a thread that a failure keeps from ending, if anything can.
    stand_in: fn() -> Option<T>,
}

/// Where a thread leaves its result.
type Slot<T> = Arc<Mutex<Option<T>>>;

/// Lets a thread be joined once, by whoever comes first.
#[derive(Clone)]
pub struct End {
    lane: usize,
    /// `None` once joined, and if the thread was never started because a failure unwound.
    native: Slot<loom::thread::JoinHandle<()>>,
}

/// Starts a thread; while a failure unwinds, none.
///
/// # Safety
///
/// What `body` borrows stays alive until the thread has been joined or every further operation of the execution is
/// refused. Then the thread does not run again: the checker resumes one only inside an operation of another thread or
/// at its end, which is refused too, and it frees the stacks of unfinished threads without dropping what is on them.
#[track_caller]
pub unsafe fn start<'a, T: 'a>(name: Option<String>, body: impl FnOnce() -> T + 'a) -> Task<T> {
    let thread = Thread::about_to_start(name);
    let task = Task {
        end: End {
            lane: thread.lane(),
            native: Slot::default(),
        },
        thread,
        result: Slot::default(),
        stand_in: || None,
    };
    if record::is_live() {
        let (here, result) = (task.thread.clone(), Arc::clone(&task.result));
        let whole: Box<dyn FnOnce() + 'a> = Box::new(move || run(&here, body, result));
        // SAFETY: only the lifetime changes, and the caller keeps alive what it names.
        let whole = unsafe {
            std::mem::transmute::<Box<dyn FnOnce() + 'a>, Box<dyn FnOnce() + 'static>>(whole)
        };
        let effect = Effect::Spawn(task.end.lane);
        let native = record::thread_step("spawn", None, effect, || loom::thread::spawn(whole));
        *lock(&task.end.native) = Some(native);
    }
    task
}

/// Runs on the new thread, from its first to its last operation.
fn run<T>(here: &Thread, body: impl FnOnce() -> T, result: Slot<T>) {
    let _lane = Lane::enter(here.lane());
    here.settle();
    let value = body();
    *lock(&result) = Some(value);
    // If nobody will join the thread, its result is dropped here, while this is still its lane.
    drop(result);
    record::finish();
}

impl<T> Task<T> {
    /// Lets a thread that returns nothing count as joined where a failure unwinds:
    /// a `Drop` that joins and unwraps, as a pool of threads has, would abort the process there.
    pub fn or_nothing(self) -> Self
    where
        T: 'static,
    {
        let stand_in = || {
            let nothing: &mut dyn Any = &mut Some(());
            nothing.downcast_mut::<Option<T>>()?.take()
        };
        Self { stand_in, ..self }
    }

    /// Waits for the thread to end and returns its result.
    ///
    /// While a failure unwinds it does not wait, and fails if the thread has not ended.
    #[track_caller]
    pub fn join(self) -> std::thread::Result<T> {
        self.thread.admit();
        self.end.wait();
        let result = lock(&self.result).take().or_else(self.stand_in);
        result.ok_or_else(|| Box::new("the execution has failed") as Box<_>)
    }
}

impl End {
    /// Waits for the thread to end, unless that was done before or a failure unwinds.
    #[track_caller]
    pub fn wait(&self) {
        if !record::is_live() {
            return;
        }
        let native = lock(&self.native).take();
        if let Some(native) = native {
            let joined =
                record::thread_step("join", None, Effect::Join(self.lane), || native.join());
            joined.expect("a thread that panics ends the execution");
        }
    }

    /// Returns whether the thread may still run.
    pub fn is_open(&self) -> bool {
        lock(&self.native).is_some()
    }
}

/// Locks what is never held across an operation, so never waited for and never poisoned.
fn lock<T>(slot: &Mutex<T>) -> MutexGuard<'_, T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner)
}
