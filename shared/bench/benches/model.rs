//! What recording costs: executions a second of the model, beside loom called directly.
//!
//! `cargo bench -p bench --bench model`

use bench::Paired;
use criterion::{Criterion, Throughput};
use shared::model::{self, Mode};
use std::sync::Arc;
use std::sync::atomic::Ordering::{Relaxed, SeqCst};
use std::sync::atomic::{self, AtomicU64};

/// How many threads increment the counter besides `main`, and how often each does.
const THREADS: usize = 3;
const INCREMENTS: usize = 2;

/// `fetch_add` on loom itself.
fn on_loom() -> u64 {
    counted(|| {
        let counter = Arc::new(loom::sync::atomic::AtomicUsize::new(0));
        let start = |_| {
            let counter = Arc::clone(&counter);
            loom::thread::spawn(move || {
                (0..INCREMENTS).for_each(|_| _ = counter.fetch_add(1, SeqCst))
            })
        };
        let workers: Vec<_> = (0..THREADS).map(start).collect();
        workers
            .into_iter()
            .for_each(|worker| worker.join().unwrap());
    })
}

/// The same through the façade, which makes the same calls and records them.
fn on_the_model(mode: Mode) -> u64 {
    let checked = model::check(mode, || {
        let counter = Arc::new(model::sync::atomic::AtomicUsize::new(0));
        let start = |_| {
            let counter = Arc::clone(&counter);
            model::thread::spawn(move || {
                (0..INCREMENTS).for_each(|_| _ = counter.fetch_add(1, SeqCst))
            })
        };
        let workers: Vec<_> = (0..THREADS).map(start).collect();
        workers
            .into_iter()
            .for_each(|worker| worker.join().unwrap());
    });
    checked.expect("nothing is asserted").executions
}

/// Explores a closure with loom set as the façade sets it, and counts the executions.
fn counted(body: impl Fn() + Send + Sync + 'static) -> u64 {
    let executions = Arc::new(AtomicU64::new(0));
    let count = Arc::clone(&executions);
    let mut builder = loom::model::Builder::new();
    builder.location = true;
    builder.check(move || {
        count.fetch_add(1, Relaxed);
        body();
    });
    executions.load(Relaxed)
}

/// The lost update, whose loads and stores the two modes make differently.
fn lost_update(mode: Mode) -> u64 {
    let outcomes = Arc::new(AtomicU64::new(0));
    let count = Arc::clone(&outcomes);
    let shown = model::outcomes(mode, move || {
        count.fetch_add(1, Relaxed);
        let counter = Arc::new(model::sync::atomic::AtomicUsize::new(0));
        let start = |_| {
            let counter = Arc::clone(&counter);
            model::thread::spawn(move || counter.store(counter.load(Relaxed) + 1, Relaxed))
        };
        let workers: Vec<_> = (0..THREADS).map(start).collect();
        workers
            .into_iter()
            .for_each(|worker| worker.join().unwrap());
        counter.load(Relaxed)
    });
    assert_eq!(
        shown.expect("nothing is asserted").len(),
        THREADS,
        "1 to 3 updates survive"
    );
    outcomes.load(atomic::Ordering::Relaxed)
}

/// A benchmark's name, and what it runs.
type Contender = (&'static str, fn() -> u64);

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let contenders: [Contender; 5] = [
        ("fetch_add, loom itself", on_loom),
        ("fetch_add, interleaving mode", || {
            on_the_model(Mode::Interleaving)
        }),
        ("fetch_add, weak mode", || on_the_model(Mode::Weak)),
        ("lost update, interleaving mode", || {
            lost_update(Mode::Interleaving)
        }),
        ("lost update, weak mode", || lost_update(Mode::Weak)),
    ];
    let mut group = criterion.benchmark_group("executions");
    for (name, run) in contenders {
        group
            .throughput(Throughput::Elements(run()))
            .sample_size(10)
            .bench_function(name, |bencher| bencher.iter(run));
    }
    group.finish();
    criterion.final_summary();
    report();
}

/// Prints what recording costs, contenders in turn.
fn report() {
    let loom = on_loom();
    let model = on_the_model(Mode::Interleaving);
    assert_eq!(
        loom, model,
        "both must explore the same executions to be compared"
    );
    let recording = Paired::run(
        21,
        || _ = on_the_model(Mode::Interleaving),
        || _ = on_loom(),
    );
    println!(
        "recording, {model} executions of {THREADS} threads with {INCREMENTS} fetch_adds: {recording}"
    );
}
