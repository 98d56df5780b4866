//! Lets two workers run out of tasks and steal, in every execution, and lists what they run.

use super::{Queues, Task, work};
use shared::exercise::{Check, Refusal, explored};
use shared::model::sync::Mutex;
use shared::model::{Counterexample, Explored, Mode, Model, Named, thread};
use shared::timeline::FailureKind;
use std::cell::RefCell;
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "steal",
    law: "Each task is run once, whoever has none takes the other's, and no lock is held while a worker waits for another or runs a task.",
    page: "04-queue/fix-it.md",
    section: "Steal when idle",
    run,
};

fn run() -> Result<String, Refusal> {
    let mut small = vec![
        tried(SMALL, || each_task_is_run_once([&[], &[]]))?,
        tried(SMALL, || {
            alone_a_worker_runs_all([&[1, 2, 3], &[]], 0, &[3, 2, 1])
        })?,
        tried(SMALL, || {
            alone_a_worker_runs_all([&[1, 2, 3], &[]], 1, &[1, 2, 3])
        })?,
        tried(SMALL, || {
            alone_a_worker_runs_all([&[1, 2], &[3, 4]], 1, &[4, 3, 1, 2])
        })?,
        whoever_has_a_task_needs_no_other_lock()?,
    ];
    whoever_needs_a_lock_waits_for_it()?;
    small.extend([
        tried(SMALL, || a_thief_waits_and_its_own_queue_is_open(0))?,
        tried(SMALL, || a_thief_waits_and_its_own_queue_is_open(1))?,
        tried(SMALL, || each_task_is_run_once([&[1], &[]]))?,
        tried(SMALL, || whoever_was_robbed_looks_in_the_other_queue(0))?,
        tried(SMALL, || whoever_was_robbed_looks_in_the_other_queue(1))?,
    ]);
    let large = [
        tried(LARGE, || each_task_is_run_once([&[1, 2], &[3]]))?,
        tried(LARGE, || each_task_is_run_once([&[SPLIT], &[]]))?,
    ];
    Ok(format!("{}; {}", explored(&small), explored(&large)))
}

/// Every execution. Two workers who take a task from each other in turn go on for ever, which is told after this many choices.
const SMALL: Model = Model {
    branches: 500,
    ..Model::new(Mode::Interleaving)
};

/// Three tasks: without a bound, some right answers would take too long.
const LARGE: Model = Model {
    preemptions: Some(3),
    ..SMALL
};

fn tried(model: Model, law: fn()) -> Result<Explored, Refusal> {
    model.check(law).map_err(refused)
}

fn refused(failed: Counterexample) -> Refusal {
    match failed.failure().kind {
        FailureKind::TooLong => Refusal::because(
            "the workers never end: one looks again and again where it should wait for a lock or end, \
             or the two take a task from each other in turn, and neither runs it",
        ),
        _ => failed.into(),
    }
}

/// A task that puts two smaller ones into the queue of the worker that runs it.
const SPLIT: Task = 10;
const PARTS: [Task; 2] = [11, 12];

/// Two queues, and the tasks that were run.
struct Crew {
    queues: Queues,
    /// Behind a lock of `std`, which is no step of the model: it is never held across one.
    ran: std::sync::Mutex<Vec<Task>>,
}

impl Crew {
    fn with([first, second]: [&[Task]; 2]) -> Arc<Self> {
        let queue = |tasks: &[Task]| Mutex::new(tasks.iter().copied().collect());
        Arc::new(Self {
            queues: [
                queue(first).named("queue 0"),
                queue(second).named("queue 1"),
            ],
            ran: std::sync::Mutex::default(),
        })
    }

    fn work(&self, me: usize) {
        work(&self.queues, me, |task| {
            self.ran.lock().unwrap().push(task);
            if task == SPLIT {
                self.queues[me].lock().unwrap().extend(PARTS);
            }
        });
    }

    fn start(self: &Arc<Self>, me: usize) -> thread::JoinHandle<()> {
        let crew = Arc::clone(self);
        thread::spawn(move || crew.work(me))
    }

    fn ran(&self) -> Vec<Task> {
        self.ran.lock().unwrap().clone()
    }
}

/// Two workers, who may both run out and steal at once.
fn each_task_is_run_once(tasks: [&[Task]; 2]) {
    let crew = Crew::with(tasks);
    let other = crew.start(1);
    crew.work(0);
    other.join().unwrap();
    let mut all = tasks.concat();
    if all.contains(&SPLIT) {
        all.extend(PARTS);
    }
    let mut ran = crew.ran();
    ran.sort_unstable();
    assert!(
        ran == all,
        "the tasks are {all:?}, both workers have ended, and they have run {ran:?}"
    );
}

/// One worker: in which order it runs the tasks, and what another one would find meanwhile.
fn alone_a_worker_runs_all(tasks: [&[Task]; 2], me: usize, expected: &[Task]) {
    let crew = Crew::with(tasks);
    let all = expected.len();
    work(&crew.queues, me, |task| {
        let mut ran = crew.ran.lock().unwrap();
        ran.push(task);
        // Nobody else holds a lock, so if an attempt is refused it is the worker who does.
        let waiting = crew.queues.each_ref().map(|queue| queue.try_lock().ok());
        let [Some(first), Some(second)] = waiting.map(|queue| queue.map(|queue| queue.len()))
        else {
            panic!(
                "task {task} is run by a worker that holds a lock, and meanwhile the other one waits for it"
            );
        };
        let (left, there) = (all - ran.len(), first + second);
        assert!(
            there == left,
            "task {task} is run, {left} others are left, and {there} of them lie where the other worker could take them"
        );
    });
    let (ran, [first, second]) = (crew.ran(), tasks);
    assert!(
        ran == expected,
        "queue 0 holds {first:?}, queue 1 {second:?}, and worker {me} is alone: it is to run {expected:?}, and runs {ran:?}"
    );
}

/// Somebody has the lock of the other queue until the worker's only task is run.
fn whoever_has_a_task_needs_no_other_lock() -> Result<Explored, Refusal> {
    let one_task = || {
        let crew = Crew::with([&[1], &[]]);
        let guard = RefCell::new(Some(crew.queues[1].lock()));
        work(&crew.queues, 0, |_| drop(guard.take()));
    };
    SMALL.check(one_task).map_err(|failed| match failed.failure().kind {
        FailureKind::Deadlock => Refusal::because(
            "a worker has a task of its own, and waits for the lock of the other queue before it runs it",
        ),
        _ => refused(failed),
    })
}

/// Somebody has the lock of a queue with a task in it, and keeps it: the two checks that must find a deadlock.
fn whoever_needs_a_lock_waits_for_it() -> Result<(), Refusal> {
    let of_the_other = || {
        let crew = Crew::with([&[], &[1]]);
        let _guard = crew.queues[1].lock();
        crew.work(0);
    };
    let of_its_own = || {
        let crew = Crew::with([&[1], &[]]);
        let _guard = crew.queues[0].lock();
        crew.work(0);
    };
    for law in [of_the_other as fn(), of_its_own] {
        let Err(ended) = SMALL.check(law) else {
            return Err(Refusal::because(
                "a worker that finds a lock taken ends, and does not know what is in that queue",
            ));
        };
        if ended.failure().kind != FailureKind::Deadlock {
            return Err(refused(ended));
        }
    }
    Ok(())
}

/// Somebody has the lock of the queue that a worker without tasks steals from, and then needs the one of its own.
fn a_thief_waits_and_its_own_queue_is_open(me: usize) {
    let crew = Crew::with(if me == 0 { [&[], &[1]] } else { [&[1], &[]] });
    let guard = crew.queues[1 - me].lock();
    let thief = crew.start(me);
    drop(crew.queues[me].lock());
    drop(guard);
    thief.join().unwrap();
    let ran = crew.ran();
    assert!(
        ran == [1],
        "task 1 is in the other queue, the thief has ended, and it has run {ran:?}"
    );
}

/// Somebody takes the only task of a worker, perhaps when it has looked; in the other queue is one that nobody else runs.
fn whoever_was_robbed_looks_in_the_other_queue(me: usize) {
    let crew = Crew::with([&[1], &[2]]);
    let worker = crew.start(me);
    let stolen = crew.queues[me].lock().unwrap().pop_front();
    let stolen: Vec<Task> = stolen.into_iter().collect();
    worker.join().unwrap();
    let mut ran = crew.ran();
    ran.sort_unstable();
    let mut left = vec![1, 2];
    left.retain(|task| !stolen.contains(task));
    assert!(
        ran == left,
        "queue 0 holds [1], queue 1 [2], and {stolen:?} is stolen from worker {me}: \
         it is to run {left:?}, and ends when it has run {ran:?}"
    );
}
