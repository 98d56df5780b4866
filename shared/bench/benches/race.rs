//! What the race costs and what mending it costs: two threads that add 1, a million times each, in three ways.
//!
//! `cargo bench -p bench --bench race`, and with `-- --write` tables and plot go into the book.

use bench::{Lane, Mark, Paired, Plot, Row, command, conditions, record, record_plot};
use race::machine::racy::RacyCounter;
use race::machine::unshared::UnsharedCounter;
use shared::terminal::numbers::{percent, thousands};
use shared::trial::together;
use std::hint::{black_box, spin_loop};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::{env, io, iter, thread};

const THREADS: usize = 2;
const INCREMENTS: u64 = 1_000_000;
const EXPECTED: u64 = THREADS as u64 * INCREMENTS;

/// Odd, so that a median is one of the rounds.
const ROUNDS: usize = 21;

/// What the others are compared with.
const APART: &str = "two threads, a counter each";

/// Load, then store: what lesson 01 begins with.
fn racy() -> u64 {
    let counter = RacyCounter::new();
    together(THREADS, |_| {
        (0..INCREMENTS).for_each(|_| counter.increment())
    });
    counter.get() as u64
}

/// One indivisible step.
fn indivisible() -> u64 {
    let counter = AtomicU64::new(0);
    // Relaxed: only the number is shared, and `together` joins the threads before it is read.
    together(THREADS, |_| {
        (0..INCREMENTS).for_each(|_| _ = counter.fetch_add(1, Relaxed))
    });
    counter.into_inner()
}

/// Each thread counts for itself, and the sums are added at the join.
fn unshared() -> u64 {
    together(THREADS, |_| count_alone(INCREMENTS))
        .results
        .into_iter()
        .sum()
}

/// One thread makes all the increments.
fn alone() -> u64 {
    count_alone(EXPECTED)
}

fn count_alone(increments: u64) -> u64 {
    let mut own = UnsharedCounter::default();
    // Otherwise the compiler would add the whole number in one instruction, and there would be nothing to time.
    (0..increments).for_each(|_| black_box(&mut own).increment());
    own.get() as u64
}

/// Demands of a sound way that it counts to the end.
fn exact(count: u64) {
    assert_eq!(count, EXPECTED, "an update was lost");
}

/// A way to count, what it lost in the median run, and its time in terms of counting apart.
struct Cost {
    way: &'static str,
    mark: Mark,
    lost: String,
    time: Paired,
}

/// Times each way beside counting apart, in turn.
fn costs() -> [Cost; 3] {
    let mut counted = Vec::new();
    let racy = Paired::run(ROUNDS, || counted.push(racy()), || exact(unshared()));
    let indivisible = Paired::run(ROUNDS, || exact(indivisible()), || exact(unshared()));
    let alone = Paired::run(ROUNDS, || exact(alone()), || exact(unshared()));
    let lost = lost(&mut counted);
    let sound = |way, time| Cost {
        way,
        mark: Mark::Ours,
        lost: "none".to_owned(),
        time,
    };
    let racy = Cost {
        mark: if lost[ROUNDS - 1] > 0 {
            Mark::Wrong
        } else {
            Mark::Ours
        },
        lost: percent(lost[ROUNDS / 2], EXPECTED),
        ..sound("two threads, load then store", racy)
    };
    [
        racy,
        sound("two threads, one indivisible step", indivisible),
        sound("one thread alone", alone),
    ]
}

fn table([racy, indivisible, alone]: &[Cost; 3]) -> String {
    let row = |Cost {
                   way, lost, time, ..
               }: &Cost| {
        let (median, low, high) = (time.median(), time.low(), time.high());
        format!("| {way} | {lost} | {median:.1} × | {low:.1}–{high:.1} |\n")
    };
    [
        "| way to count | lost, median | time, median | 10th–90th percentile |\n".to_owned(),
        "|---|--:|--:|--:|\n".to_owned(),
        row(racy),
        row(indivisible),
        format!("| {APART} | none | 1 × | |\n"),
        row(alone),
        format!(
            "\nEach way makes {} increments; the times are in terms of two threads with a counter each, \
             run in turn with the other way, {ROUNDS} rounds.\n",
            thousands(EXPECTED)
        ),
    ]
    .concat()
}

fn plot([racy, indivisible, alone]: &[Cost; 3]) -> Plot {
    let row = |cost: &Cost| Row {
        name: cost.way.to_owned(),
        note: "",
        lanes: vec![Lane {
            name: String::new(),
            mark: cost.mark,
            ratio: Some((&cost.time).into()),
        }],
    };
    let apart = Row {
        name: APART.to_owned(),
        note: "is the rule at 1",
        lanes: Vec::new(),
    };
    Plot {
        title: "Ways to count".to_owned(),
        what: format!("Time in terms of {APART}"),
        sides: ["less time", "more time"],
        cases: String::new(),
        rows: vec![row(racy), row(indivisible), apart, row(alone)],
    }
}

/// Returns how many updates each run lost, from least to most.
fn lost(counted: &mut [u64]) -> Vec<u64> {
    counted.sort_unstable_by(|a, b| b.cmp(a));
    counted.iter().map(|counted| EXPECTED - counted).collect()
}

/// Runs the racy program with nothing beside it and with other work on every core, in turn.
fn losses() -> String {
    let (mut quiet, mut busy): (Vec<u64>, Vec<u64>) =
        iter::repeat_with(|| (racy(), beside_other_work(racy)))
            .take(ROUNDS)
            .unzip();
    let row = |beside: &str, counted: &mut [u64]| {
        let lost = lost(counted);
        let [least, median, most] =
            [0, ROUNDS / 2, ROUNDS - 1].map(|run| percent(lost[run], EXPECTED));
        let none = lost.iter().filter(|&&lost| lost == 0).count();
        format!("| {beside} | {least} | {median} | {most} | {none} of {ROUNDS} |\n")
    };
    [
        "| running beside it | least lost | median | most lost | runs without a loss |\n",
        "|---|--:|--:|--:|--:|\n",
        &row("nothing", &mut quiet),
        &row("a busy thread on each core", &mut busy),
    ]
    .concat()
}

/// Runs `work` while a thread for each core keeps the machine busy.
fn beside_other_work<R>(work: impl FnOnce() -> R) -> R {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..cores {
            // Relaxed: the flag publishes nothing.
            scope.spawn(|| {
                while !done.load(Relaxed) {
                    spin_loop();
                }
            });
        }
        let result = work();
        done.store(true, Relaxed);
        result
    })
}

fn main() -> io::Result<()> {
    let command = command("race");
    let costs = costs();
    let tables = [("race", table(&costs)), ("race-losses", losses())];
    let write = env::args().any(|argument| argument == "--write");
    for (name, table) in tables {
        println!("{table}");
        if write {
            record(name, &table, &command)?;
        }
    }
    if write {
        record_plot("race", &plot(&costs), &command)?;
    }
    println!("{}", conditions(&command));
    Ok(())
}
