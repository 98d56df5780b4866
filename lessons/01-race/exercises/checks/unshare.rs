//! Counts the tickets of tills in every execution, and looks at two of them to see who counted and what was shared.
//!
//! What is shared through `std` the checker cannot see. But then `main` does not need what the threads return,
//! so they are started by a `spawn` that takes note of it.

use super::count;
use shared::exercise::{Check, Refusal, explored, observe};
use shared::model::thread::{self, ThreadId};
use shared::model::{Explored, Mode, check};
use shared::timeline::{Effect, Execution};
use std::any::Any;
use std::cell::RefCell;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// The check.
pub const CHECK: Check = Check {
    name: "unshare",
    law: "No update is lost, and the threads share no variable.",
    page: "01-race/fix-it.md",
    section: "Avoid shared state",
    run,
};

/// What the answer reads as `std`: the model, but for `spawn`.
pub mod world {
    #[allow(
        unused_imports,
        reason = "an answer that shares nothing has no use for it"
    )]
    pub use shared::model::sync;

    /// Stands for `std::thread`.
    pub mod thread {
        pub use shared::model::thread::*;

        /// Starts a thread whose result the check will know.
        #[track_caller]
        pub fn spawn<T: Send + 'static>(
            body: impl FnOnce() -> T + Send + 'static,
        ) -> JoinHandle<T> {
            shared::model::thread::spawn(move || {
                let result = body();
                super::super::note(&result);
                result
            })
        }
    }
}

thread_local! {
    /// The numbers that threads have returned in this execution; the model runs all of them on one thread of the machine.
    static RETURNED: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// Takes note of what a thread returns, if it is a number of tickets.
fn note(result: &dyn Any) {
    RETURNED.with_borrow_mut(|numbers| numbers.extend(result.downcast_ref::<usize>()));
}

/// Holds tickets that can only be counted by taking them out, one by one.
#[derive(Debug)]
pub struct Till {
    tickets: usize,
    number: usize,
    /// The thread of the machine on which the model runs, and with it all of the model's threads.
    machine: std::thread::ThreadId,
    reached_by: Record,
}

/// Holds which thread of the model has reached into which till; `None` for a thread that is none of the model's.
type Record = Arc<Mutex<HashSet<(usize, Option<ThreadId>)>>>;

impl Iterator for Till {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        let is_modelled = std::thread::current().id() == self.machine;
        let thread = is_modelled.then(|| thread::current().id());
        let mut reached_by = self
            .reached_by
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        reached_by.insert((self.number, thread));
        self.tickets = self.tickets.checked_sub(1)?;
        Some("ticket")
    }
}

fn run() -> Result<String, Refusal> {
    let sizes: [&'static [usize]; 5] = [&[1, 1], &[3, 1], &[0, 4], &[5], &[2, 0, 3]];
    let models: Vec<Explored> = sizes.into_iter().map(holds).collect::<Result<_, _>>()?;
    for sizes in [&[2, 3][..], &[1, 0, 2]] {
        let seen = observe(|| {
            count(tills(sizes).0);
        })?;
        nothing_is_shared(&seen)?;
        each_thread_returns_its_number(sizes, seen)?;
    }
    Ok(explored(&models))
}

fn tills(sizes: &[usize]) -> (Vec<Till>, Record) {
    RETURNED.take();
    let record = Record::default();
    let till = |(number, &tickets)| Till {
        tickets,
        number,
        machine: std::thread::current().id(),
        reached_by: Arc::clone(&record),
    };
    (sizes.iter().enumerate().map(till).collect(), record)
}

/// Checks that every ticket is counted, and each till by a thread of its own.
fn holds(sizes: &'static [usize]) -> Result<Explored, Refusal> {
    let explored = check(Mode::Interleaving, || {
        let (tills, record) = tills(sizes);
        let (counted, there) = (count(tills), sizes.iter().sum::<usize>());
        assert!(
            counted == there,
            "{there} tickets were sold, and {counted} counted"
        );
        let record = record.lock().unwrap_or_else(PoisonError::into_inner);
        each_till_has_its_thread(sizes.len(), &record);
    });
    Ok(explored?)
}

fn each_till_has_its_thread(tills: usize, record: &HashSet<(usize, Option<ThreadId>)>) {
    let threads: HashSet<Option<ThreadId>> = record.iter().map(|(_, thread)| *thread).collect();
    assert!(
        !threads.contains(&None),
        "the checker cannot see the threads of `std`: start them with `world::thread`"
    );
    let main = thread::current().id();
    assert!(
        !threads.contains(&Some(main)),
        "`main` counted a till itself"
    );
    let threads = threads.len();
    assert!(
        threads == tills && record.len() == tills,
        "{tills} tills, and {threads} threads that count them"
    );
}

/// Checks that no thread touched an object of the model, and that all were started before the first was waited for.
fn nothing_is_shared(seen: &Execution) -> Result<(), Refusal> {
    if let Some(object) = seen.steps.iter().find_map(|step| step.object) {
        let name = &seen.objects[object];
        let reason =
            format!("no ticket is lost, but `{name}` is shared: let each thread count for itself");
        return Err(Refusal::shown_by(reason, seen.clone()));
    }
    let is_join = |effect| matches!(effect, Effect::Join(_));
    let mut after_a_join = seen.steps.iter().skip_while(|step| !is_join(step.effect));
    if after_a_join.any(|step| matches!(step.effect, Effect::Spawn(_))) {
        let reason = "a thread is waited for before the next is started: they never count at once";
        return Err(Refusal::shown_by(reason, seen.clone()));
    }
    Ok(())
}

/// Checks that the threads of the last execution have returned what is in the tills.
fn each_thread_returns_its_number(tills: &[usize], seen: Execution) -> Result<(), Refusal> {
    let (mut returned, mut tills) = (RETURNED.take(), tills.to_vec());
    returned.sort_unstable();
    tills.sort_unstable();
    if returned != tills {
        let reason = "no ticket is lost, but the numbers reach `main` by another way than `join`: \
                      `thread::spawn` a thread for each till, and let it return its number, a `usize`";
        return Err(Refusal::shown_by(reason, seen));
    }
    Ok(())
}
