//! Every ordering of the locks, the semaphore and the barrier earns its place: each one, made weaker, breaks a law in the model.
//!
//! `cargo test -p lock --test orderings -- --nocapture` prints them one by one.

use lock::model::futex_lock::FutexLock;
use lock::model::laws;
use lock::model::spin::SpinLock;
use lock::model::test_and_set::TestAndSetLock;
use lock::model::ticket::TicketLock;
use shared::model::{Mode, Model};
use shared::{Structure, assert_orderings_are_accounted_for};

const WEAK: Model = Model::new(Mode::Weak);

/// Three threads have too many executions for all of them; a lost wakeup shows with two preemptions.
const THREE: Model = Model {
    preemptions: Some(2),
    ..WEAK
};

const STRUCTURES: [Structure; 7] = [
    Structure {
        file: "test_and_set.rs",
        laws: &[(WEAK, || laws::no_update_is_lost::<TestAndSetLock<usize>>(2))],
    },
    Structure {
        file: "spin.rs",
        laws: &[(WEAK, || laws::no_update_is_lost::<SpinLock<usize>>(2))],
    },
    Structure {
        file: "ticket.rs",
        laws: &[(WEAK, || laws::no_update_is_lost::<TicketLock<usize>>(2))],
    },
    Structure {
        file: "futex_lock.rs",
        laws: &[
            (WEAK, || laws::no_update_is_lost::<FutexLock<usize>>(2)),
            (THREE, || laws::no_update_is_lost::<FutexLock<usize>>(3)),
        ],
    },
    Structure {
        file: "read_write.rs",
        laws: &[
            (WEAK, || laws::nobody_sees_half_a_write(1, 1)),
            (WEAK, || laws::nobody_sees_half_a_write(0, 2)),
            (THREE, || laws::nobody_sees_half_a_write(1, 2)),
        ],
    },
    Structure {
        file: "semaphore.rs",
        laws: &[(WEAK, laws::a_permit_hands_over_what_was_done_with_it)],
    },
    Structure {
        file: "barrier.rs",
        laws: &[(WEAK, || laws::nobody_goes_on_before_all_have_come(2, 1))],
    },
];

#[test]
fn every_ordering_earns_its_place() {
    assert_orderings_are_accounted_for(&STRUCTURES, &[]);
}
