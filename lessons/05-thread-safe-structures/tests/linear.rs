//! Every operation of the sound structures is linearizable: in every execution of the model, and in a run on the machine.

use shared::assert_holds;
use shared::model::Mode::Interleaving;
use std::collections::BTreeSet;
use thread_safe_structures::machine;
use thread_safe_structures::model::by_entry::ByEntry;
use thread_safe_structures::model::linear;
use thread_safe_structures::model::snapshot::Snapshot;
use thread_safe_structures::model::tagged_stack::TaggedStack;
use thread_safe_structures::model::treiber_stack::TreiberStack;
use thread_safe_structures::model::words::in_two_shards;

#[track_caller]
fn holds(law: impl Fn() + Send + Sync + 'static) {
    let explored = assert_holds(Interleaving, law);
    println!("{explored}");
    assert!(explored.executions > 1);
}

#[test]
fn calls_of_the_map_are_linearizable() {
    holds(linear::calls_of_the_map);
    machine::linear::calls_of_the_map();
}

#[test]
fn calls_of_the_word_count_are_linearizable() {
    holds(|| linear::calls_of_the_word_count(ByEntry(in_two_shards())));
    machine::linear::calls_of_the_word_count(machine::by_entry::ByEntry(dashmap::DashMap::new()));
}

#[test]
fn calls_of_the_stack_are_linearizable() {
    holds(linear::calls_of_the_stack::<TreiberStack<u32>>);
    machine::linear::calls_of_the_stack::<machine::treiber_stack::TreiberStack<u32>>();
}

#[test]
fn calls_of_the_free_list_are_linearizable() {
    holds(linear::calls_of_the_free_list::<TaggedStack>);
    machine::linear::calls_of_the_free_list::<machine::tagged_stack::TaggedStack>();
}

#[test]
fn calls_of_the_counter_are_linearizable() {
    holds(linear::calls_of_the_counter);
    machine::linear::calls_of_the_counter();
}

#[test]
fn calls_of_the_hall_are_linearizable() {
    type InTheModel = Snapshot<BTreeSet<u32>>;
    type OnTheMachine = machine::snapshot::Snapshot<BTreeSet<u32>>;

    holds(linear::calls_of_the_hall::<InTheModel>);
    machine::linear::calls_of_the_hall::<OnTheMachine>();
}
