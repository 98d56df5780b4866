//! The laws of the lesson, held against the sound types: in every execution of the model, and on real threads.

use dashmap::DashMap;
use shared::assert_holds;
use shared::model::Mode::{self, Interleaving, Weak};
use shared::model::Model;
use std::collections::BTreeSet;
use thread_safe_structures::machine;
use thread_safe_structures::model::by_entry::ByEntry;
use thread_safe_structures::model::laws;
use thread_safe_structures::model::price_tags::CopiedOut;
use thread_safe_structures::model::snapshot::Snapshot;
use thread_safe_structures::model::stack_laws;
use thread_safe_structures::model::striped_counter::StripedCounter;
use thread_safe_structures::model::tagged_stack::TaggedStack;
use thread_safe_structures::model::treiber_stack::TreiberStack;
use thread_safe_structures::model::words::in_two_shards;

/// Checks a law in every execution.
#[track_caller]
fn holds(mode: Mode, law: impl Fn() + Send + Sync + 'static) {
    let explored = assert_holds(mode, law);
    println!("{explored}");
    assert!(explored.executions > 1);
}

// ANCHOR: no_word_is_lost
#[test]
fn no_word_is_lost() {
    holds(Interleaving, || {
        laws::no_word_is_lost(ByEntry(in_two_shards()))
    });
    machine::laws::no_word_is_lost(machine::by_entry::ByEntry(machine::words::in_two_shards()));
}
// ANCHOR_END: no_word_is_lost

/// `DashMap` is not in the model: what is said of it is what these threads did.
#[test]
fn no_word_is_lost_by_entry_of_a_dash_map() {
    use machine::words::{Word, WordCount, count_together};

    const TEXT: &[Word] = &["row", "seat", "row"];
    let counts = machine::by_entry::ByEntry(DashMap::new());
    let counts = count_together(counts, &[TEXT, TEXT, TEXT, TEXT]);
    assert_eq!((counts.of("row"), counts.of("seat")), (8, 4));
}

/// One thread that waits for nobody: there is one execution.
#[test]
fn a_price_is_copied() {
    assert_holds(Interleaving, laws::a_price_is_copied::<CopiedOut>);
    machine::laws::a_price_is_copied::<machine::price_tags::CopiedOut>();
}

#[test]
fn a_price_is_copied_out_of_a_dash_map() {
    type Tags = DashMap<u32, u32>;
    machine::laws::a_price_is_copied::<Tags>();
    machine::laws::opposite_copies_both_end::<Tags>();
}

#[test]
fn opposite_copies_both_end() {
    holds(Interleaving, laws::opposite_copies_both_end::<CopiedOut>);
    machine::laws::opposite_copies_both_end::<machine::price_tags::CopiedOut>();
}

#[test]
fn a_visitor_who_changes_seats_is_seen() {
    type InTheModel = Snapshot<BTreeSet<u32>>;
    type OnTheMachine = machine::snapshot::Snapshot<BTreeSet<u32>>;

    holds(
        Interleaving,
        laws::a_visitor_who_changes_seats_is_seen::<InTheModel>,
    );
    machine::laws::a_visitor_who_changes_seats_is_seen::<OnTheMachine>();
}

#[test]
fn nothing_is_freed_while_readable() {
    for values in [1, 2] {
        holds(Weak, move || {
            stack_laws::each_value_is_popped_once::<TreiberStack<u32>>(values)
        });
    }
    machine::stack_laws::each_value_is_popped_once::<machine::treiber_stack::TreiberStack<u32>>(
        1_000,
    );
}

/// Three threads have too many executions for all of them: what is freed too early shows with one preemption.
#[test]
fn a_pusher_and_two_poppers_agree() {
    for mode in [Interleaving, Weak] {
        let model = Model {
            preemptions: Some(3),
            ..Model::new(mode)
        };
        let law = stack_laws::a_pusher_and_two_poppers_agree::<TreiberStack<u32>>;
        let explored = model.check(law).unwrap();
        println!("{explored}");
        assert!(explored.executions > 1);
    }
    machine::stack_laws::a_pusher_and_two_poppers_agree::<machine::treiber_stack::TreiberStack<u32>>(
    );
}

#[test]
fn what_is_pushed_is_popped_whole() {
    holds(
        Weak,
        stack_laws::what_is_pushed_is_popped_whole::<TreiberStack<u32>>,
    );
    machine::stack_laws::what_is_pushed_is_popped_whole::<machine::treiber_stack::TreiberStack<u32>>(
    );
}

#[test]
fn nothing_is_leaked() {
    type OnTheMachine = machine::treiber_stack::TreiberStack<machine::stack_laws::Dropped>;

    holds(
        Interleaving,
        stack_laws::nothing_is_leaked::<TreiberStack<stack_laws::Dropped>>,
    );
    machine::stack_laws::nothing_is_leaked::<OnTheMachine>();
}

#[test]
fn a_slot_is_one_threads_at_a_time() {
    holds(
        Interleaving,
        stack_laws::a_slot_is_one_threads_at_a_time::<TaggedStack>,
    );
    machine::stack_laws::a_slot_is_one_threads_at_a_time::<machine::tagged_stack::TaggedStack>();
}

#[test]
fn what_was_done_with_a_slot_is_handed_on() {
    holds(
        Weak,
        stack_laws::what_was_done_with_a_slot_is_handed_on::<TaggedStack>,
    );
    machine::stack_laws::what_was_done_with_a_slot_is_handed_on::<machine::tagged_stack::TaggedStack>(
    );
}

#[test]
fn no_increment_is_lost() {
    for (mode, threads) in [(Weak, 2), (Interleaving, 3)] {
        holds(mode, move || {
            laws::no_increment_is_lost(StripedCounter::with_stripes(2), threads);
        });
    }
    machine::laws::no_increment_is_lost(machine::striped_counter::StripedCounter::new(), 8);
}
