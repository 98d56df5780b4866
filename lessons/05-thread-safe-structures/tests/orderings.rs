//! Every ordering of the structures earns its place: each one, made weaker, breaks a law in the model.
//!
//! `cargo test -p thread-safe-structures --test orderings -- --nocapture` prints them one by one.

use shared::model::{Mode, Model};
use shared::{Structure, assert_orderings_are_accounted_for};
use thread_safe_structures::model::laws;
use thread_safe_structures::model::shop::exchanged::ExchangedShop;
use thread_safe_structures::model::stack_laws;
use thread_safe_structures::model::striped_counter::StripedCounter;
use thread_safe_structures::model::tagged_stack::TaggedStack;
use thread_safe_structures::model::treiber_stack::TreiberStack;

const WEAK: Model = Model::new(Mode::Weak);

const STRUCTURES: [Structure; 2] = [
    Structure {
        file: "treiber_stack.rs",
        laws: &[
            (
                WEAK,
                stack_laws::what_is_pushed_is_popped_whole::<TreiberStack<u32>>,
            ),
            (WEAK, || {
                stack_laws::each_value_is_popped_once::<TreiberStack<u32>>(2);
            }),
        ],
    },
    Structure {
        file: "tagged_stack.rs",
        laws: &[(
            WEAK,
            stack_laws::what_was_done_with_a_slot_is_handed_on::<TaggedStack>,
        )],
    },
];

#[test]
fn every_ordering_earns_its_place() {
    assert_orderings_are_accounted_for(&STRUCTURES, &[]);
}

#[test]
fn what_is_relaxed_throughout_has_nothing_to_weaken() {
    let counter = || laws::no_increment_is_lost(StripedCounter::with_stripes(2), 2);
    let shop = || laws::a_seat_is_sold_once_and_every_seat_is_sold::<ExchangedShop>(1, 2);
    for law in [counter as fn(), shop] {
        let sites = WEAK.orderings(law).expect("the law holds");
        assert!(!sites.is_empty());
        assert!(sites.iter().all(|site| site.weakenings().is_empty()));
    }
}
