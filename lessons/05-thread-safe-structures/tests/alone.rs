//! What one thread alone sees of each structure is what `std`'s own would show it, call after call.

use std::collections::{BTreeSet, HashMap};
use thread_safe_structures::machine::free_list::FreeList;
use thread_safe_structures::machine::sharded_map::ShardedMap;
use thread_safe_structures::machine::snapshot::Snapshot;
use thread_safe_structures::machine::stack::Stack;
use thread_safe_structures::machine::tagged_stack::TaggedStack;
use thread_safe_structures::machine::treiber_stack::TreiberStack;
use thread_safe_structures::machine::words::Fixed;

/// Numbers without a pattern that a structure could hang on, the same in every run (Marsaglia, *Xorshift RNGs*, 2003).
fn numbers() -> impl Iterator<Item = u64> {
    let next = |number: &u64| {
        let number = number ^ number << 13;
        let number = number ^ number >> 7;
        Some(number ^ number << 17)
    };
    std::iter::successors(Some(88_172_645_463_325_252), next)
}

#[test]
fn a_sharded_map_is_a_map_however_many_shards_it_has() {
    for shards in [0, 1, 2, 3, 64] {
        let (map, mut model) = (
            ShardedMap::with_shards(shards, Fixed::new()),
            HashMap::new(),
        );
        for number in numbers().take(20_000) {
            let (key, value) = (number >> 8 & 255, number >> 32);
            match number % 5 {
                0 => assert_eq!(map.insert(key, value), model.insert(key, value)),
                1 => assert_eq!(map.remove(&key), model.remove(&key)),
                2 => {
                    let changed = map.update(key, |count| {
                        *count += 1;
                        *count
                    });
                    let count = model.entry(key).or_default();
                    *count += 1;
                    assert_eq!(changed, *count);
                }
                3 => assert_eq!(map.contains_key(&key), model.contains_key(&key)),
                _ => assert_eq!(map.get(&key), model.get(&key).copied()),
            }
        }
        let mut entries = HashMap::new();
        map.for_each(|key, value| assert_eq!(entries.insert(*key, *value), None));
        assert_eq!(entries, model, "of {shards} shards");
    }
}

#[test]
fn a_stack_is_a_stack() {
    let (stack, mut model) = (TreiberStack::empty(), Vec::new());
    for number in numbers().take(10_000) {
        if number % 2 == 0 {
            stack.push(number.to_string());
            model.push(number.to_string());
        } else {
            assert_eq!(stack.pop(), model.pop());
        }
    }
}

#[test]
fn a_free_list_hands_out_what_is_free() {
    let (slots, mut free) = (TaggedStack::full(5), BTreeSet::from([1, 2, 3, 4, 5]));
    let mut out = Vec::new();
    for number in numbers().take(10_000) {
        if number % 2 == 0 {
            let taken = slots.take();
            assert_eq!(taken.is_some(), !free.is_empty());
            assert!(taken.is_none_or(|slot| free.remove(&slot)));
            out.extend(taken);
        } else if let Some(slot) = out.pop() {
            slots.give(slot);
            free.insert(slot);
        }
    }
    assert_eq!(TaggedStack::full(0).take(), None);
}

#[test]
fn a_snapshot_that_is_kept_does_not_change() {
    let seats = Snapshot::new(BTreeSet::new());
    let kept: Vec<_> = (0..10)
        .map(|seat| {
            let before = seats.load();
            seats.update(|seats| {
                seats.insert(seat);
            });
            before
        })
        .collect();
    assert!(
        kept.iter()
            .enumerate()
            .all(|(count, seats)| seats.len() == count)
    );
    assert_eq!(seats.load().len(), 10);
}
