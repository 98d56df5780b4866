//! Whoever reads or frees a node at the wrong time is stopped, and told.

use super::{publish, published, take};
use shared::model::epoch::{self, Atomic};
use shared::model::sync::atomic::AtomicBool;
use shared::model::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use shared::model::{Mode, check, thread};
use std::sync::Arc;

/// Two threads, of which one frees the node while the other is pinned.
fn freed_at_once(mode: Mode) -> String {
    let found = check(mode, || {
        let (top, _) = published();
        let reader = thread::spawn({
            let top = Arc::clone(&top);
            move || {
                let guard = epoch::pin();
                // SAFETY: none. The other thread does not wait.
                let _ = unsafe { top.load(Acquire, &guard).as_ref() };
                // Whoever has a reference may do other things before using it.
                AtomicBool::new(false).store(true, Relaxed);
            }
        });
        let guard = epoch::pin();
        if let Some(node) = take(&top, &guard) {
            // SAFETY: none. The reader may have reached it.
            drop(unsafe { node.into_owned() });
        }
        drop(guard);
        reader.join().unwrap();
    });
    found
        .expect_err("the node is freed under a reader")
        .to_string()
}

#[test]
fn a_node_freed_under_a_reader_fails_the_execution() {
    let told = freed_at_once(Mode::Interleaving);
    assert!(
        told.contains("data race on `ptr1`: main destroys at"),
        "{told}"
    );
    let told = freed_at_once(Mode::Weak);
    assert!(
        told.contains("`ptr1` is read after main has destroyed it"),
        "{told}"
    );
}

#[test]
fn a_node_destroyed_while_another_can_read_it_names_the_reader() {
    let found = check(Mode::Interleaving, || {
        let (top, _) = published();
        let has_read = Arc::new(AtomicBool::new(false));
        let reader = thread::spawn({
            let (top, has_read) = (Arc::clone(&top), Arc::clone(&has_read));
            move || {
                let guard = epoch::pin();
                // SAFETY: none. The other thread does not wait.
                let value = unsafe { top.load(Acquire, &guard).as_ref() };
                has_read.store(true, Release);
                value.is_some()
            }
        });
        if has_read.load(Acquire) {
            let guard = epoch::pin();
            // SAFETY: none. The reader has reached it.
            drop(unsafe { top.load(Acquire, &guard).into_owned() });
        }
        reader.join().unwrap();
    });
    let told = found.unwrap_err().to_string();
    assert!(
        told.contains("`ptr1` is destroyed while A can read it: A has reached it at misused.rs:"),
        "{told}"
    );
}

#[test]
fn a_node_published_by_a_relaxed_exchange_is_a_data_race() {
    let found = check(Mode::Weak, || {
        let top = Arc::new(Atomic::null());
        let writer = thread::spawn({
            let top = Arc::clone(&top);
            move || publish(&top, 7, Relaxed)
        });
        let guard = epoch::pin();
        // SAFETY: none. The load does not see what the node was made with.
        let _ = unsafe { top.load(Acquire, &guard).as_ref() };
        drop(guard);
        writer.join().unwrap();
    });
    let told = found.unwrap_err().to_string();
    assert!(
        told.contains("data race on `ptr1`: main reads at"),
        "{told}"
    );
}

#[test]
fn a_node_retired_twice_is_told() {
    let found = check(Mode::Interleaving, || {
        let (top, _) = published();
        let guard = epoch::pin();
        let node = top.load(Acquire, &guard);
        // SAFETY: none: it is retired twice.
        unsafe { guard.defer_destroy(node) };
        // SAFETY: none, as above.
        unsafe { guard.defer_destroy(node) };
    });
    let told = found.unwrap_err().to_string();
    assert!(told.contains("`ptr1` is retired twice"), "{told}");
}
