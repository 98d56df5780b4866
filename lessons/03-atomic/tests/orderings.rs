//! Every ordering earns its place: each one of the lesson's, made weaker, breaks a law in the model.
//!
//! `cargo test -p atomic --test orderings -- --nocapture` prints them one by one.

use atomic::model::bounded_sale::BoundedSale;
use atomic::model::counter::AtomicCounter;
use atomic::model::dekker::DekkerEntry;
use atomic::model::double_checked::DoubleChecked;
use atomic::model::laws;
use atomic::model::message::Message;
use atomic::model::refcount::RefCount;
use atomic::model::seqlock::SeqLock;
use shared::model::{Mode, Model};
use shared::{Structure, Unrefuted, assert_orderings_are_accounted_for};

const WEAK: Model = Model::new(Mode::Weak);

/// The counters, the compare-exchange loop and the stop flag are Relaxed throughout: nothing in them could be weaker.
const STRUCTURES: [Structure; 6] = [
    Structure {
        file: "message.rs",
        laws: &[(WEAK, laws::ready_means_written::<Message>)],
    },
    Structure {
        file: "dekker.rs",
        laws: &[(WEAK, laws::one_enters_at_most::<DekkerEntry>)],
    },
    Structure {
        file: "double_checked.rs",
        laws: &[(WEAK, laws::a_value_is_made_once::<DoubleChecked>)],
    },
    Structure {
        file: "seqlock.rs",
        laws: &[
            (WEAK, || {
                laws::what_is_read_was_written_together::<SeqLock>(1)
            }),
            (WEAK, || {
                laws::what_is_read_was_written_together::<SeqLock>(2)
            }),
        ],
    },
    Structure {
        file: "refcount.rs",
        laws: &[(WEAK, laws::the_last_owner_frees::<RefCount>)],
    },
    Structure {
        file: "peterson.rs",
        laws: &[
            (WEAK, || laws::two_parties_exclude_each_other([1, 1])),
            (WEAK, || laws::two_parties_exclude_each_other([1, 2])),
        ],
    },
];

/// Why neither of Peterson's fences is missed. C11 needs both: `waits` is written by plain stores, which read nothing.
const A_STORE_READS: &str = "to the model a store is a read-modify-write: \
    followed by a fence, it takes over what the store that it overwrites has published";

const UNREFUTED: [Unrefuted; 2] = [
    Unrefuted {
        weakening: "peterson.rs: fence(SeqCst) as AcqRel",
        because: A_STORE_READS,
    },
    Unrefuted {
        weakening: "peterson.rs: fence(SeqCst) as AcqRel",
        because: A_STORE_READS,
    },
];

// ANCHOR: every_ordering
#[test]
fn every_ordering_earns_its_place() {
    assert_orderings_are_accounted_for(&STRUCTURES, &UNREFUTED);
}
// ANCHOR_END: every_ordering

#[test]
fn what_is_relaxed_throughout_has_nothing_to_weaken() {
    let relaxed: [fn(); 4] = [
        || laws::no_update_is_lost::<AtomicCounter>(2),
        || laws::no_update_is_lost_in_stripes::<2>(2),
        || laws::no_update_is_lost_in_owned_cells(2, 1),
        laws::no_more_are_sold_than_there_are::<BoundedSale>,
    ];
    for law in relaxed {
        let sites = WEAK.orderings(law).expect("the law holds");
        assert!(!sites.is_empty());
        assert!(sites.iter().all(|site| site.weakenings().is_empty()));
    }
}
