//! Rejected: what stands behind `while let` lives to the end of the loop's body: the tasks are run under the lock.

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
    while let Some(task) = queues[me].lock().unwrap().pop_back() {
        run(task);
    }
    while let Some(task) = queues[1 - me].lock().unwrap().pop_front() {
        run(task);
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/steal.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
