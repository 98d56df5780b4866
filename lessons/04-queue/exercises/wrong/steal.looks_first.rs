//! Rejected: the task that was seen is stolen before it is taken, and a worker that finds nothing then ends, though there is work in the other queue.

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
    if !own.lock().unwrap().is_empty() {
        return own.lock().unwrap().pop_back();
    }
    other.lock().unwrap().pop_front()
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/steal.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
