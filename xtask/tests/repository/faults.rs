//! What goes wrong in the model itself: each fault has its message and exit code 1, ends in time, and loses nothing.

use std::time::{Duration, Instant};

use crate::copy::{repository, xtask};
use crate::course::Outcome;
use crate::exercises::Exercise;

/// What the runner may take beside the limit.
const GRACE: Duration = Duration::from_secs(2);
/// For faults that end by themselves, in seconds.
const AMPLE: u64 = 5;
const ENDED: &str = "the answer ended before its check was done";

/// What stands above and below the place to edit.
const BEGIN: &str = "// EDIT\n";
const END: &str = "// END OF EDIT\n";

/// Has the answer to `name` judged that has `edit` in the place to edit.
#[track_caller]
fn judge(name: &str, edit: &str, limit: u64) -> Outcome {
    let copy = repository();
    let mut all = Exercise::all(&copy).into_iter();
    let exercise = all.find(|one| one.name == name);
    let exercise = exercise.expect("the course has the exercise");
    let starter = exercise.read(&format!("starters/{name}.rs"));
    exercise.save(&edited(&starter, edit));
    xtask(&copy, &["hint", name]).demand(0, &["hint 1 of 3"]);
    let options = ["--limit", &limit.to_string()];
    // This builds, which the limit is not about: with the tree cold it takes longer than any answer may.
    exercise.check(&options).demand(1, &[]);
    let began = Instant::now();
    let outcome = exercise.check(&options);
    let time = began.elapsed();
    assert!(time < Duration::from_secs(limit) + GRACE, "{time:?}");
    let list = xtask(&copy, &["list"]);
    let line = list.line(name);
    assert!(line.starts_with("  attempted "), "{line}");
    assert!(line.ends_with("(1 of 3 hints)"), "{line}");
    outcome
}

/// The starter with `edit` in the place to edit.
fn edited(starter: &str, edit: &str) -> String {
    let (above, rest) = starter.split_once(BEGIN).expect("it shows where to edit");
    let (_, below) = rest.split_once(END).expect("it shows how far to edit");
    format!("{above}{BEGIN}{edit}{END}{below}")
}

/// Has a buyer judged that does `body`, below `items`.
#[track_caller]
fn buyer(items: &str, body: &str, limit: u64) -> Outcome {
    let signature = "/// Buys.\npub fn buy(sold: &AtomicBool) -> bool";
    let edit = format!("{items}\n{signature} {{\n    {body}\n}}\n");
    judge("double_sale", &edit, limit)
}

#[test]
fn two_locks_in_opposite_order_are_drawn_with_who_holds_what() {
    let count = r"
use world::sync::Arc;

/// Counts, and takes two locks in the order of the till.
pub fn count(tills: Vec<Till>) -> usize {
    let locks = Arc::new([world::sync::Mutex::new(0), world::sync::Mutex::new(0)]);
    let start = |(number, till): (usize, Till)| {
        let locks = Arc::clone(&locks);
        thread::spawn(move || {
            let mut sold = locks[number % 2].lock().unwrap();
            let _other = locks[(number + 1) % 2].lock().unwrap();
            *sold += till.count();
        })
    };
    let workers: Vec<_> = tills.into_iter().enumerate().map(start).collect();
    for worker in workers {
        worker.join().unwrap();
    }
    locks.iter().map(|sold| *sold.lock().unwrap()).sum()
}
";
    let outcome = judge("unshare", count, AMPLE);
    outcome.demand(1, &["refused unshare: No update is lost"]);
    outcome.demand(1, &["✗ deadlock: no thread that is left can go on"]);
    outcome.demand(1, &["locks#1.lock", "locks#2.lock"]);
    outcome.demand(1, &["waits: held by A", "waits: held by B"]);
    outcome.demand(1, &["verdict: explained by interleaving alone"]);
    demand_lanes(&outcome);
}

#[test]
fn a_lock_that_is_taken_twice_is_held_by_itself() {
    let twice = "let till = world::sync::Mutex::new(());\n    let _held = till.lock().unwrap();\n    \
                 let _again = till.lock().unwrap();\n    !sold.swap(true, SeqCst)";
    let outcome = buyer("", twice, AMPLE);
    outcome.demand(1, &["✗ deadlock:", "waits: held by itself"]);
    demand_lanes(&outcome);
}

/// Demands a drawing with a lane for each thread.
#[track_caller]
fn demand_lanes(outcome: &Outcome) {
    let lanes = outcome.line("step │");
    let lanes: Vec<_> = lanes.split('│').map(str::trim).collect();
    assert_eq!(lanes[..4], ["step", "main", "A", "B"], "{}", outcome.stdout);
}

#[test]
fn a_spin_that_makes_way_for_nobody_is_cut_short() {
    let outcome = buyer("", "while sold.swap(true, SeqCst) {}\n    true", AMPLE);
    outcome.demand(1, &["✗ one execution never ends", "thread::yield_now"]);
    outcome.demand(1, &["are left out"]);
    demand_lanes(&outcome);
}

#[test]
fn what_the_model_cannot_see_waiting_ends_at_the_limit() {
    let killed = "no answer in 1 s: it was killed with all that it started";
    let endless = "while std::hint::black_box(true) {}\n    !sold.swap(true, SeqCst)";
    buyer("", endless, 1).demand(1, &[killed]);
    // A lock of `std` stops the one thread of the machine on which all threads of the model run.
    let till = "static TILL: std::sync::Mutex<()> = std::sync::Mutex::new(());";
    let lock = "let _held = TILL.lock();\n    !sold.swap(true, SeqCst)";
    buyer(till, lock, 1).demand(1, &[killed]);
}

#[test]
fn a_drop_that_panics_while_the_model_unwinds_is_named() {
    let slams = "struct Slams;\nimpl Drop for Slams {\n    fn drop(&mut self) {\n        \
                 panic!(\"the door slams\");\n    }\n}";
    let alone = "let _slams = Slams;\n    !sold.swap(true, SeqCst)";
    let outcome = buyer(slams, alone, AMPLE);
    outcome.demand(1, &["✗ the door slams", "in A, at ", "double_sale.rs:"]);
    demand_lanes(&outcome);
    let after_a_panic = "let _slams = Slams;\n    assert!(!sold.load(SeqCst), \"it is sold\");\n    \
                         sold.store(true, SeqCst);\n    panic!(\"no change\")";
    let deadlocked = "let till = world::sync::Mutex::new(());\n    let _held = till.lock();\n    \
                      let _slams = Slams;\n    let _again = till.lock();\n    !sold.swap(true, SeqCst)";
    for (body, first) in [(after_a_panic, "no change"), (deadlocked, "deadlock")] {
        let outcome = buyer(slams, body, AMPLE);
        outcome.demand(1, &[ENDED, "SIGABRT", first, "the door slams"]);
        outcome.demand(1, &["a `Drop` panicked while a failure unwound"]);
    }
}

#[test]
fn a_stack_that_overflows_in_the_model_is_named() {
    let deep = "#[expect(unconditional_recursion, reason = \"that is the fault\")]\n\
                fn deep(sold: &AtomicBool) -> usize {\n    \
                std::hint::black_box([deep(sold); 9]).len()\n}";
    let large =
        "let large = std::hint::black_box([1_u8; 100_000]);\n    !sold.swap(large[7] == 1, SeqCst)";
    for (items, body) in [(deep, "deep(sold) == 9"), ("", large)] {
        let outcome = buyer(items, body, AMPLE);
        outcome.demand(1, &["✗ a thread has overflowed its stack, which is 32 KiB"]);
    }
}

#[test]
fn an_answer_that_ends_the_process_inside_the_model_has_no_verdict() {
    let exit = "sold.store(true, SeqCst);\n    std::process::exit(0)";
    buyer("", exit, AMPLE).demand(1, &[ENDED, "exit status: 0"]);
    let abort = "sold.store(true, SeqCst);\n    std::process::abort()";
    buyer("", abort, AMPLE).demand(1, &[ENDED, "SIGABRT"]);
}
