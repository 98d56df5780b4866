//! Rejected: a thief that takes all there is keeps it to itself: the owner runs out, and finds nothing to steal back.

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
    loop {
        let mine = queues[me].lock().unwrap().pop_back();
        if let Some(task) = mine {
            run(task);
            continue;
        }
        let theirs = std::mem::take(&mut *queues[1 - me].lock().unwrap());
        if theirs.is_empty() {
            return;
        }
        theirs.into_iter().for_each(&run);
    }
}
// END OF EDIT

// The check: leave these lines as they are.
#[path = "../checks/steal.rs"]
pub mod check;

fn main() -> std::process::ExitCode {
    check::CHECK.main()
}
