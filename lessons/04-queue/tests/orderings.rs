//! Every ordering of the queues earns its place: each one, made weaker, breaks a law in the model.
//!
//! `cargo test -p queue --test orderings -- --nocapture` prints them one by one.

use queue::model::lamport_ring::LamportRing;
use queue::model::laws;
use queue::model::mpmc_queue::MpmcQueue;
use queue::model::spsc_ring::SpscRing;
use shared::model::{Mode, Model};
use shared::{Structure, assert_orderings_are_accounted_for};

const WEAK: Model = Model::new(Mode::Weak);

/// What has too many executions for all of them: what these orderings are for shows with two preemptions.
const TWO: Model = Model {
    preemptions: Some(2),
    ..WEAK
};

const STRUCTURES: [Structure; 5] = [
    Structure {
        file: "lamport_ring.rs",
        laws: &[(WEAK, || {
            laws::what_was_written_is_read::<LamportRing<u32>>(1, 2)
        })],
    },
    Structure {
        file: "ends.rs",
        laws: &[(WEAK, || {
            laws::what_was_written_is_read::<SpscRing<u32>>(1, 2)
        })],
    },
    Structure {
        file: "slot.rs",
        laws: &[(
            WEAK,
            laws::what_was_accepted_comes_out_in_order::<MpmcQueue<u32>>,
        )],
    },
    Structure {
        file: "event_count.rs",
        laws: &[(TWO, laws::nobody_sleeps_beside_a_ticket)],
    },
    Structure {
        file: "one_shot.rs",
        laws: &[
            (WEAK, laws::what_is_sent_is_received),
            (WEAK, laws::what_is_sent_is_dropped_once),
        ],
    },
];

// ANCHOR: every_ordering
#[test]
fn every_ordering_earns_its_place() {
    assert_orderings_are_accounted_for(&STRUCTURES, &[]);
}
// ANCHOR_END: every_ordering

/// Its slots hand the values over; a position is a number, and an exchange finds out whether it is old.
#[test]
fn the_positions_of_the_mpmc_queue_are_relaxed_throughout() {
    let law = laws::what_was_accepted_comes_out_in_order::<MpmcQueue<u32>>;
    let sites = WEAK.orderings(law).expect("the law holds");
    let positions = sites
        .iter()
        .filter(|site| site.place.file().ends_with("mpmc_queue.rs"));
    assert!(positions.clone().count() > 0);
    assert!(
        positions
            .into_iter()
            .all(|site| site.weakenings().is_empty())
    );
}
