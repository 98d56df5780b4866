//! Records what threads ask of an object on the machine, and judges this one run.

use crate::history::{History, Operation, Sequential, judge};
use crate::terminal::Style;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

/// Records the calls on one object, and demands that they could have been made one at a time.
///
/// Its clones record into one history.
/// A lock is taken before each call and after it, under which the call gets its time. That costs more than many a call,
/// it orders the threads at both ends, and it so hides errors that need calls to follow one another closely,
/// or that need weak memory; inside a call nothing is added.
/// One run is judged, and says nothing about any other; [`model::history`](crate::model::history) judges all.
///
/// # Examples
///
/// ```
/// use shared::history::{Stack, StackCall::{Pop, Push}, StackReply::{Popped, Pushed}};
/// use shared::machine::{history::Recorder, sync::Mutex, thread};
///
/// let stack = Mutex::new(Vec::new());
/// let history = Recorder::new(Stack::new());
/// thread::scope(|scope| {
///     scope.spawn(|| history.call(Push(1), || {
///         stack.lock().unwrap().push(1);
///         Pushed
///     }));
///     history.call(Pop, || Popped(stack.lock().unwrap().pop()));
/// });
/// history.assert_linearizable();
/// ```
pub struct Recorder<S: Sequential> {
    log: Arc<Mutex<Log<S>>>,
}

struct Log<S: Sequential> {
    now: usize,
    threads: Vec<ThreadId>,
    history: History<S>,
}

impl<S: Sequential> Recorder<S> {
    /// Starts a history of an object that is in this state; the calling thread is called `main` in it.
    #[must_use]
    pub fn new(initial: S) -> Self {
        let log = Log {
            now: 0,
            threads: vec![thread::current().id()],
            history: History {
                threads: vec!["main".to_owned()],
                initial,
                operations: Vec::new(),
            },
        };
        Self {
            log: Arc::new(Mutex::new(log)),
        }
    }

    /// Makes a call by `act`, which returns the object's reply, and records both.
    pub fn call(&self, call: S::Call, act: impl FnOnce() -> S::Reply) -> S::Reply {
        let number = self.log().begin(call);
        let reply = act();
        self.log().end(number, reply.clone());
        reply
    }

    /// Demands that the calls of this run could have been made one at a time, each between its begin and its return.
    ///
    /// # Panics
    ///
    /// Panics with the reply that no order explains.
    #[track_caller]
    pub fn assert_linearizable(&self) {
        let history = self.log().history.clone();
        if let Err(misfit) = judge(&history) {
            let chart = history.chart(Some(&misfit));
            let chart = chart.text(Style::of_stderr());
            panic!("{}\n\n{chart}", misfit.told(&history));
        }
    }

    fn log(&self) -> MutexGuard<'_, Log<S>> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<S: Sequential> Log<S> {
    fn begin(&mut self, call: S::Call) -> usize {
        let operation = Operation {
            thread: self.thread(),
            call,
            begun: self.tick(),
            returned: None,
        };
        self.history.operations.push(operation);
        self.history.operations.len() - 1
    }

    fn end(&mut self, number: usize, reply: S::Reply) {
        self.history.operations[number].returned = Some((self.tick(), reply));
    }

    fn tick(&mut self) -> usize {
        self.now += 1;
        self.now
    }

    /// Numbers the calling thread; one without a name of its own is called by the number of its first call.
    fn thread(&mut self) -> usize {
        let here = thread::current();
        let known = self.threads.iter().position(|&id| id == here.id());
        known.unwrap_or_else(|| {
            self.threads.push(here.id());
            let number = self.threads.len() - 1;
            let name = here.name().map_or_else(|| letters(number), str::to_owned);
            self.history.threads.push(name);
            number
        })
    }
}

/// Names a thread A, B, C …, and after Z by a number.
fn letters(number: usize) -> String {
    match u8::try_from(number) {
        Ok(letter @ 1..=26) => char::from(b'A' - 1 + letter).to_string(),
        _ => format!("thread {number}"),
    }
}

impl<S: Sequential> Clone for Recorder<S> {
    /// Returns a handle on the same history.
    fn clone(&self) -> Self {
        let log = Arc::clone(&self.log);
        Self { log }
    }
}

impl<S: Sequential> fmt::Debug for Recorder<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder").finish_non_exhaustive()
    }
}
