//! Nodes are destroyed when nobody can read them any more.

mod misused;

use shared::model::epoch::{self, Atomic, Owned, Shared};
use shared::model::sync::atomic::AtomicU32;
use shared::model::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use shared::model::{Mode, check, thread};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32 as Count, Ordering::SeqCst};

/// Counts its drops.
struct Value(Arc<Count>);

impl Drop for Value {
    fn drop(&mut self) {
        self.0.fetch_add(1, SeqCst);
    }
}

/// One node that everybody can reach, and how often its value was dropped.
fn published() -> (Arc<Atomic<Value>>, Arc<Count>) {
    let (top, drops) = (Atomic::null(), Arc::new(Count::new(0)));
    publish(&top, Value(Arc::clone(&drops)), Release);
    (Arc::new(top), drops)
}

fn publish<T>(top: &Atomic<T>, value: T, order: std::sync::atomic::Ordering) {
    let (guard, node) = (epoch::pin(), Owned::new(value));
    let was_empty = top.compare_exchange(Shared::null(), node, order, Relaxed, &guard);
    assert!(was_empty.is_ok());
}

/// Takes the node out, and returns whether this thread did.
fn take<'g, T>(top: &Atomic<T>, guard: &'g epoch::Guard) -> Option<Shared<'g, T>> {
    let node = top.load(Acquire, guard);
    let nothing = Shared::null();
    let taken = !node.is_null()
        && top
            .compare_exchange(node, nothing, Relaxed, Relaxed, guard)
            .is_ok();
    taken.then_some(node)
}

#[test]
fn a_retired_node_is_destroyed_when_the_last_older_pin_ends() {
    let explored = check(Mode::Weak, || {
        let (top, drops) = published();
        let (older, own) = (epoch::pin(), epoch::pin());
        let node = take(&top, &own).expect("nobody else takes it");
        // SAFETY: taken out above, once.
        unsafe { own.defer_destroy(node) };
        let newer = epoch::pin();
        drop(own);
        assert_eq!(drops.load(SeqCst), 0, "an older pin is held");
        drop(older);
        assert_eq!(drops.load(SeqCst), 1, "a newer pin keeps nothing");
        drop(newer);
    });
    explored.unwrap();
}

#[test]
fn whoever_was_pinned_reads_on() {
    for mode in [Mode::Interleaving, Mode::Weak] {
        let explored = check(mode, || {
            let (top, drops) = published();
            let reader = thread::spawn({
                let top = Arc::clone(&top);
                move || {
                    let guard = epoch::pin();
                    // SAFETY: reached under this guard.
                    let value = unsafe { top.load(Acquire, &guard).as_ref() };
                    value.map(|value| value.0.load(SeqCst))
                }
            });
            let guard = epoch::pin();
            let node = take(&top, &guard).expect("nobody else takes it");
            // SAFETY: taken out above, once.
            unsafe { guard.defer_destroy(node) };
            drop(guard);
            let read = reader.join().unwrap();
            assert!(
                read.is_none_or(|drops| drops == 0),
                "it was read after its drop"
            );
            assert_eq!(drops.load(SeqCst), 1, "it is leaked");
        });
        assert!(explored.unwrap().executions > 1);
    }
}

#[test]
fn an_owned_node_is_changed_and_dropped_by_its_owner() {
    check(Mode::Weak, || {
        let drops = Arc::new(Count::new(0));
        let mut node = Owned::new((1, Value(Arc::clone(&drops))));
        node.0 += 1;
        assert_eq!(node.0, 2);
        drop(node);
        assert_eq!(drops.load(SeqCst), 1);
    })
    .unwrap();
}

#[test]
fn without_protection_a_retired_node_is_destroyed_at_once() {
    check(Mode::Weak, || {
        let (top, drops) = published();
        // SAFETY: there is no other thread.
        let guard = unsafe { epoch::unprotected() };
        let node = take(&top, guard).expect("it is there");
        // SAFETY: taken out above, once.
        unsafe { guard.defer_destroy(node) };
        assert_eq!(drops.load(SeqCst), 1);
    })
    .unwrap();
}

#[test]
fn a_value_may_operate_in_its_drop() {
    struct Told(Arc<AtomicU32>);
    impl Drop for Told {
        fn drop(&mut self) {
            self.0.fetch_add(1, Relaxed);
        }
    }
    let explored = check(Mode::Weak, || {
        let (told, top) = (Arc::new(AtomicU32::new(0)), Arc::new(Atomic::null()));
        publish(&top, Told(Arc::clone(&told)), Release);
        let takers = [(); 2].map(|()| {
            let top = Arc::clone(&top);
            thread::spawn(move || {
                let guard = epoch::pin();
                if let Some(node) = take(&top, &guard) {
                    // SAFETY: taken out above, by this thread alone.
                    unsafe { guard.defer_destroy(node) };
                }
            })
        });
        for taker in takers {
            taker.join().unwrap();
        }
        assert_eq!(told.load(Relaxed), 1);
    });
    assert!(explored.unwrap().executions > 1);
}

#[test]
fn outside_a_check_it_says_so() {
    let panicked = std::panic::catch_unwind(|| drop(epoch::pin()));
    let said = panicked.unwrap_err();
    let said = said.downcast_ref::<String>().expect("it says something");
    assert!(said.contains("outside a check"), "{said}");
}
