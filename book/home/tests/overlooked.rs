//! One thread loads `x` and then stores 1; the other loads `x`: it may see 0 or 1, and loom 0.7.3 shows the 0 alone.

use std::collections::BTreeSet;
use std::sync::Arc;

/// Red as soon as loom mends it: then the book's page on tools has to change.
// ANCHOR: loom
#[cfg(loom)]
#[test]
fn loom_never_shows_the_one() {
    use loom::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    let seen = Arc::new(std::sync::Mutex::new(BTreeSet::new()));
    let collect = Arc::clone(&seen);
    loom::model(move || {
        let x = Arc::new(AtomicUsize::new(0));
        let theirs = Arc::clone(&x);
        let writer = loom::thread::spawn(move || {
            theirs.load(SeqCst);
            theirs.store(1, SeqCst);
        });
        collect.lock().unwrap().insert(x.load(SeqCst));
        writer.join().unwrap();
    });
    assert_eq!(*seen.lock().unwrap(), BTreeSet::from([0]));
}
// ANCHOR_END: loom

#[test]
fn the_model_shows_both() {
    use shared::model::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    use shared::model::{Mode, outcomes, thread};
    for mode in [Mode::Interleaving, Mode::Weak] {
        let seen = outcomes(mode, || {
            let x = Arc::new(AtomicUsize::new(0));
            let theirs = Arc::clone(&x);
            let writer = thread::spawn(move || {
                theirs.load(SeqCst);
                theirs.store(1, SeqCst);
            });
            let seen = x.load(SeqCst);
            writer.join().unwrap();
            seen
        });
        assert_eq!(seen.unwrap(), BTreeSet::from([0, 1]));
    }
}
