//! Exercise 5: Steal when idle.
//!
//! Two workers share out tasks, and each has a queue of its own behind a lock. `work` is what a worker does:
//! it takes a task of its own, or, if it has none, one of the other's, until there is none in either queue.
//! A worker that has run out so takes over what the other one has not come to: that is *work stealing*.
//! To run a task may put more tasks into the queue of the worker that runs it.
//!
//! `take` looks harmless, and two workers that both run out wait for each other for ever.
//! A guard without a name lives to the end of its statement: which lock does a worker hold while it asks for the other one?
//!
//! Mend it:
//!
//! - each task is run once, and a worker ends only when it has found nothing in either queue;
//! - no worker holds a lock while it waits for the other one, or while it runs a task;
//! - a worker takes one task at a time, and none of the other's while it has its own: what it has not begun, the other can take.
//!
//! The two ends of a queue differ: its owner takes what was put there last, and a thief what was put there first.
//! The oldest task is as a rule the largest, and the one that its owner would come to last.
//!
//! Read `world` as `std`: it is the model checker's stand-in, with the same names,
//! and the check runs two workers in every order in which they can take their steps.
//! Of what waits by `std` itself, such as `std::sync::Mutex`, it knows nothing, and comes to no verdict.

use shared::model as world;
use std::collections::VecDeque;
use world::sync::Mutex;

/// Numbers a task.
pub type Task = u32;

/// The queues of both workers; at the back is what was put there last.
pub type Queues = [Mutex<VecDeque<Task>>; 2];

// EDIT
/// Runs tasks, its own first, until neither worker has any; `me` is the number of the worker's queue.
pub fn work(queues: &Queues, me: usize, run: impl Fn(Task)) {
    while let Some(task) = take(&queues[me], &queues[1 - me]) {
        run(task);
    }
}

fn take(own: &Mutex<VecDeque<Task>>, other: &Mutex<VecDeque<Task>>) -> Option<Task> {
    own.lock()
        .unwrap()
        .pop_back()
        .or_else(|| other.lock().unwrap().pop_front())
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/steal.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
