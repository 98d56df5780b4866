//! Records what threads ask of an object, and judges it in every execution.

mod intervals;
mod monitor;
mod past;
mod search;

use super::check::Mode;
use super::record::{self, Lane, Run};
use crate::history::{History, Operation, Sequential};
use crate::timeline::Effect;
use intervals::Span;
use past::Past;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Records the calls on one object, and demands that they could have been made one at a time.
///
/// Its clones record into one history. To record is no operation of the model: nothing is ordered by it,
/// no thread gives way, and no execution is added.
///
/// # Examples
///
/// ```
/// use shared::history::{Queue, QueueCall::{Pop, Push}, QueueReply::{Empty, Popped, Pushed}};
/// use shared::model::{Mode, check, history::Recorder, sync::Mutex, thread};
///
/// check(Mode::Interleaving, || {
///     let queue = Mutex::new(Vec::new());
///     let history = Recorder::new(Queue::unbounded());
///     thread::scope(|scope| {
///         scope.spawn(|| history.call(Push(1), || {
///             queue.lock().unwrap().push(1);
///             Pushed
///         }));
///         history.call(Pop, || queue.lock().unwrap().pop().map_or(Empty, Popped));
///     });
///     history.assert_linearizable();
/// })
/// .unwrap();
/// ```
pub struct Recorder<S: Sequential> {
    log: Arc<Log<S>>,
}

struct Log<S: Sequential> {
    initial: S,
    run: Run,
    /// The lock is never waited for: it is not held across an operation.
    calls: Mutex<Vec<Recorded<S::Call, S::Reply>>>,
}

/// Holds a call, and how many steps the execution had taken before and after it.
struct Recorded<C, R> {
    lane: usize,
    call: C,
    from: usize,
    returned: Option<(usize, R)>,
}

impl<S: Sequential> Recorder<S> {
    /// Starts a history of an object that is in this state.
    ///
    /// # Panics
    ///
    /// Panics outside a check.
    #[must_use]
    #[track_caller]
    pub fn new(initial: S) -> Self {
        let run = Run::current();
        if !std::thread::panicking() {
            run.admit();
        }
        let calls = Mutex::default();
        Self {
            log: Arc::new(Log {
                initial,
                run,
                calls,
            }),
        }
    }

    /// Makes a call by `act`, which returns the object's reply, and records both.
    ///
    /// The call's interval goes from the first to the last operation of the model that `act` makes.
    #[track_caller]
    pub fn call(&self, call: S::Call, act: impl FnOnce() -> S::Reply) -> S::Reply {
        if std::thread::panicking() {
            return act();
        }
        self.log.run.admit();
        let from = record::steps_taken();
        let lane = Lane::current();
        let number = self.log.begin(lane, call, from);
        let reply = act();
        if record::span(lane, from, None).is_none() {
            record::thread_step("call", None, Effect::Local, || ());
        }
        self.log.end(number, reply.clone());
        reply
    }

    /// Demands that the calls could have been made one at a time, each between its first and its last operation.
    ///
    /// The checker takes executions for one that differ only in the order of steps that do not concern one another.
    /// Which call had returned when another began may differ all the same, so the calls are judged
    /// as in every order of those steps.
    ///
    /// # Panics
    ///
    /// Panics with the reply that no order explains; and in weak mode, where an operation that returned earlier
    /// need not be visible yet, and its time so means nothing to the threads.
    #[track_caller]
    pub fn assert_linearizable(&self) {
        if std::thread::panicking() {
            return;
        }
        self.log.run.admit();
        assert!(record::mode() == Mode::Interleaving, "{WEAK}");
        let (mut history, spans) = self.log.history();
        let past = record::with_steps(Past::of);
        if let Err((order, misfit)) = search::judge_all(&mut history, &spans, &past) {
            record::blame(history.chart(Some(&misfit)).calls, &order);
            panic!("{}", misfit.told(&history));
        }
    }
}

/// What a judgement in weak mode is told.
const WEAK: &str = "a history is judged in interleaving mode only: in weak mode an operation that has returned \
     need not be visible to one that begins later, so the times of the two mean nothing to them";

impl<S: Sequential> Log<S> {
    fn begin(&self, lane: usize, call: S::Call, from: usize) -> usize {
        let mut calls = self.calls();
        calls.push(Recorded {
            lane,
            call,
            from,
            returned: None,
        });
        calls.len() - 1
    }

    fn end(&self, number: usize, reply: S::Reply) {
        self.calls()[number].returned = Some((record::steps_taken(), reply));
    }

    /// Returns the operations that have taken a step, and the steps from which to which each goes.
    fn history(&self) -> (History<S>, Vec<Span>) {
        let mut history = History {
            threads: record::lane_names(),
            initial: self.initial.clone(),
            operations: Vec::new(),
        };
        let mut spans = Vec::new();
        for call in self.calls().iter() {
            let until = call.returned.as_ref().map(|(until, _)| *until);
            let Some((first, last)) = record::span(call.lane, call.from, until) else {
                continue;
            };
            spans.push((first, until.map(|_| last)));
            history.operations.push(Operation {
                thread: call.lane,
                call: call.call.clone(),
                begun: first,
                returned: call
                    .returned
                    .as_ref()
                    .map(|(_, reply)| (last, reply.clone())),
            });
        }
        (history, spans)
    }

    fn calls(&self) -> MutexGuard<'_, Vec<Recorded<S::Call, S::Reply>>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
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
