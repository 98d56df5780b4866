//! Memory orderings: what `std` refuses is refused in its words, and fences synchronise in pairs.

use crate::tried::{fails, holds};
use shared::model::sync::Arc;
use shared::model::sync::atomic::Ordering::{self, AcqRel, Acquire, Relaxed, Release, SeqCst};
use shared::model::sync::atomic::{AtomicBool, AtomicU8, fence};
use shared::model::{Mode, Model, Site, Weakening, check, outcomes, thread};
use shared::timeline::{FailureKind, Step, Verdict};

/// Checks what an operation says that `std` refuses too, and that it says it of its own line.
#[track_caller]
fn is_refused(words: &str, operation: fn(&AtomicU8)) {
    for found in fails(FailureKind::Meaningless, move || {
        operation(&AtomicU8::new(0));
    }) {
        assert!(!found.to_string().contains("verdict"), "{found}");
        let failure = found.failure();
        assert!(failure.message.contains(words), "{found}");
        let place = failure.place.as_ref().expect("a panic has a place");
        assert!(place.file.ends_with("orderings.rs"), "{place}");
    }
}

#[test]
fn orderings_without_meaning_are_refused() {
    let no = |what| format!("there is no such thing as a{what}");
    is_refused(&no(" release load"), |x| _ = x.load(Release));
    is_refused(&no(" release load"), |x| _ = x.load(AcqRel));
    is_refused(&no("n acquire store"), |x| x.store(1, Acquire));
    is_refused(&no("n acquire store"), |x| x.store(1, AcqRel));
    is_refused(&no(" relaxed fence"), |_| fence(Relaxed));
    is_refused(&no(" release failure ordering"), |x| {
        _ = x.compare_exchange(0, 1, SeqCst, Release);
    });
    is_refused(&no(" release failure ordering"), |x| {
        _ = x.compare_exchange_weak(0, 1, SeqCst, AcqRel);
    });
    is_refused(&no(" release load"), |x| {
        _ = x.fetch_update(SeqCst, Release, Some);
    });
}

#[test]
fn every_other_ordering_is_taken() {
    holds(|| {
        let x = AtomicU8::new(0);
        for order in [Relaxed, Acquire, Release, AcqRel, SeqCst] {
            x.fetch_add(1, order);
            x.swap(0, order);
            for failure in [Relaxed, Acquire, SeqCst] {
                assert_eq!(x.compare_exchange(0, 0, order, failure), Ok(0));
            }
        }
        for order in [Relaxed, Acquire, SeqCst] {
            assert_eq!(x.load(order), 0);
        }
        [Relaxed, Release, SeqCst]
            .into_iter()
            .for_each(|order| x.store(0, order));
        [Acquire, Release, AcqRel, SeqCst]
            .into_iter()
            .for_each(fence);
    });
}

/// Publishes a value through a relaxed flag, with a fence on either side where one is given.
fn publication(
    before_flag: Option<Ordering>,
    after_flag: Option<Ordering>,
) -> impl Fn() + Clone + Send + Sync + 'static {
    move || {
        let shared = Arc::new((AtomicU8::new(0), AtomicBool::new(false)));
        let writer = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                shared.0.store(42, Relaxed);
                before_flag.into_iter().for_each(fence);
                shared.1.store(true, Relaxed);
            }
        });
        if shared.1.load(Relaxed) {
            after_flag.into_iter().for_each(fence);
            assert_eq!(
                shared.0.load(Relaxed),
                42,
                "the flag is up, and the value old"
            );
        }
        writer.join().unwrap();
    }
}

#[test]
fn a_release_fence_synchronises_with_an_acquire_fence() {
    for (before, after) in [(Release, Acquire), (AcqRel, AcqRel), (SeqCst, SeqCst)] {
        holds(publication(Some(before), Some(after)));
    }
}

#[test]
fn a_fence_on_one_side_only_synchronises_nothing() {
    for (before, after) in [(None, None), (Some(SeqCst), None), (None, Some(SeqCst))] {
        let found = check(Mode::Weak, publication(before, after)).unwrap_err();
        assert_eq!(found.timeline().verdict(), Verdict::WeakMemory, "{found}");
    }
}

#[test]
fn interleaving_mode_does_not_miss_a_fence() {
    assert!(check(Mode::Interleaving, publication(None, None)).is_ok());
}

/// C11 allows `(2, 0)`: a store reads nothing, so the fence after it has nothing to synchronise with.
#[test]
fn a_store_before_a_fence_takes_over_what_it_overwrites() {
    let seen = outcomes(Mode::Weak, || {
        let shared = Arc::new([AtomicU8::new(0), AtomicU8::new(0)]);
        let writer = thread::spawn({
            let shared = Arc::clone(&shared);
            move || {
                shared[0].store(1, Relaxed);
                fence(Release);
                shared[1].store(1, Relaxed);
            }
        });
        shared[1].store(2, Relaxed);
        fence(Acquire);
        let x = shared[0].load(Relaxed);
        writer.join().unwrap();
        (shared[1].load(Relaxed), x)
    });
    assert_eq!(Vec::from_iter(seen.unwrap()), [(1, 0), (1, 1), (2, 1)]);
}

#[test]
fn a_refused_exchange_is_shown_with_its_ordering_for_failure() {
    let found = check(Mode::Weak, || {
        let x = AtomicU8::new(0);
        let _ = x.compare_exchange(0, 1, AcqRel, Relaxed);
        let _ = x.compare_exchange(0, 1, AcqRel, Relaxed);
        panic!("to be looked at");
    });
    let execution = found.unwrap_err().execution().clone();
    let is_exchange = |step: &&Step| step.operation == "compare_exchange";
    let exchanges = execution.steps.iter().filter(is_exchange);
    let orders: Vec<_> = exchanges.filter_map(|step| step.order).collect();
    assert_eq!(orders, [AcqRel, Relaxed]);
}

/// Names what can be weakened in a closure of one thread.
fn weaker(body: fn()) -> Vec<(&'static str, bool, Ordering)> {
    let sites = Model::new(Mode::Weak).orderings(body).unwrap();
    let each = sites.iter().flat_map(Site::weakenings);
    each.map(|Weakening { site, order }| (site.operation, site.is_failure, order))
        .collect()
}

#[test]
fn each_ordering_has_its_next_weaker_ones() {
    let weaker = weaker(|| {
        let x = AtomicU8::new(0);
        x.load(SeqCst);
        x.store(1, SeqCst);
        x.fetch_add(1, SeqCst);
        x.swap(1, AcqRel);
        x.load(Relaxed);
        fence(Release);
        let _ = x.compare_exchange(0, 1, Acquire, SeqCst);
    });
    let expected = [
        ("load", false, Acquire),
        ("store", false, Release),
        ("fetch_add", false, AcqRel),
        ("swap", false, Acquire),
        ("swap", false, Release),
        ("fence", false, Relaxed),
        ("compare_exchange", false, Relaxed),
        ("compare_exchange", true, Acquire),
    ];
    assert_eq!(weaker, expected);
}

#[test]
fn one_ordering_is_weakened_where_it_stands_and_nowhere_else() {
    let model = Model::new(Mode::Weak);
    let fences = publication(Some(Release), Some(Acquire));
    let sites = model.orderings(fences.clone()).unwrap();
    let weakenings: Vec<_> = sites.iter().flat_map(Site::weakenings).collect();
    assert_eq!(weakenings.len(), 2);
    for weakening in weakenings {
        let found = model
            .check_weakened(&[weakening], fences.clone())
            .unwrap_err();
        assert_eq!(found.timeline().verdict(), Verdict::WeakMemory, "{found}");
    }
    assert!(model.check(fences).is_ok());
}
