//! How safe parts go wrong together: each broken type, the interleaving that the model finds, and what mends it.

use crate::model::aba_stack::AbaStack;
use crate::model::by_entry::ByEntry;
use crate::model::contains_then_insert::ContainsThenInsert;
use crate::model::freed_too_early::FreedTooEarly;
use crate::model::get_then_insert::GetThenInsert;
use crate::model::laws;
use crate::model::len_and_iterate::LenAndIterate;
use crate::model::linear;
use crate::model::price_tags::CopiedOut;
use crate::model::ref_held_across::RefHeldAcross;
use crate::model::shop::locked::LockedShop;
use crate::model::shop::oversold::OversoldShop;
use crate::model::snapshot::Snapshot;
use crate::model::stack_laws;
use crate::model::tagged_stack::TaggedStack;
use crate::model::treiber_stack::TreiberStack;
use crate::model::words::in_two_shards;
use shared::Failure;
use shared::model::Mode::Interleaving;
use shared::model::{Explored, check};
use std::collections::BTreeSet;

/// Holds a broken type, the law that it breaks, and what keeps it.
#[derive(Clone, Copy, Debug)]
pub struct Mended {
    /// The broken type, and the law.
    pub failure: Failure,
    /// What mends it, in a few words.
    pub remedy: &'static str,
    sound: fn(),
}

/// Lists them in the order in which the pages show them.
pub const FAILURES: [Mended; 11] = [
    Mended {
        failure: Failure {
            file: "get_then_insert.rs",
            law: "no_word_is_lost",
            title: "Two threads count one word, and it counts 1",
            defect: "`get` and `insert` are each one step, and the count that was got is old by the time it is inserted.",
            mode: Interleaving,
            broken: || laws::no_word_is_lost(GetThenInsert(in_two_shards())),
        },
        remedy: "one call that looks and writes, `entry` or `update`",
        sound: || laws::no_word_is_lost(ByEntry(in_two_shards())),
    },
    Mended {
        failure: Failure {
            file: "contains_then_insert.rs",
            law: "no_word_is_lost_where_it_was_missing",
            title: "Two threads find a word missing",
            defect: "Both find the word missing, and the second to insert 1 does not know of the first.",
            mode: Interleaving,
            broken: || laws::no_word_is_lost(ContainsThenInsert(in_two_shards())),
        },
        remedy: "the same call",
        sound: || laws::no_word_is_lost(ByEntry(in_two_shards())),
    },
    Mended {
        failure: Failure {
            file: "get_then_insert.rs",
            law: "calls_of_the_word_count_are_linearizable",
            title: "A count of 1 after two words",
            defect: "To count is a call made of two, and no order of whole calls explains the count.",
            mode: Interleaving,
            broken: || linear::calls_of_the_word_count(GetThenInsert(in_two_shards())),
        },
        remedy: "one call of the map for each word",
        sound: || linear::calls_of_the_word_count(ByEntry(in_two_shards())),
    },
    Mended {
        failure: Failure {
            file: "ref_held_across.rs",
            law: "a_price_is_copied",
            title: "A thread that waits for itself",
            defect: "A look at an entry keeps its shard locked, and the insertion of the same thread needs that shard.",
            mode: Interleaving,
            broken: laws::a_price_is_copied::<RefHeldAcross>,
        },
        remedy: "a value that is copied out before the next call",
        sound: laws::a_price_is_copied::<CopiedOut>,
    },
    Mended {
        failure: Failure {
            file: "ref_held_across.rs",
            law: "opposite_copies_both_end",
            title: "Two threads, each with a look at one shard and in want of the other",
            defect: "A look at an entry keeps its shard locked, and the insertion waits for another.",
            mode: Interleaving,
            broken: laws::opposite_copies_both_end::<RefHeldAcross>,
        },
        remedy: "the same copy",
        sound: laws::opposite_copies_both_end::<CopiedOut>,
    },
    Mended {
        failure: Failure {
            file: "len_and_iterate.rs",
            law: "a_visitor_who_changes_seats_is_seen",
            title: "A visitor who changes seats, and is in neither",
            defect: "The seats are counted shard by shard, and what moves meanwhile is missed.",
            mode: Interleaving,
            broken: laws::a_visitor_who_changes_seats_is_seen::<LenAndIterate>,
        },
        remedy: "a snapshot, copied on write",
        sound: laws::a_visitor_who_changes_seats_is_seen::<Snapshot<BTreeSet<u32>>>,
    },
    Mended {
        failure: Failure {
            file: "len_and_iterate.rs",
            law: "calls_of_the_hall_are_linearizable",
            title: "A count of nobody between two calls",
            defect: "Whether the visitor has moved or not, somebody is in, and the count says nobody.",
            mode: Interleaving,
            broken: linear::calls_of_the_hall::<LenAndIterate>,
        },
        remedy: "the same snapshot",
        sound: linear::calls_of_the_hall::<Snapshot<BTreeSet<u32>>>,
    },
    Mended {
        failure: Failure {
            file: "aba_stack.rs",
            law: "a_slot_is_one_threads_at_a_time",
            title: "A slot that was on top, was taken, and is on top again",
            defect: "The exchange finds the slot that it expects on top (ABA); what lies below it is another one by now.",
            mode: Interleaving,
            broken: stack_laws::a_slot_is_one_threads_at_a_time::<AbaStack>,
        },
        remedy: "a tag that each change of the top counts up",
        sound: stack_laws::a_slot_is_one_threads_at_a_time::<TaggedStack>,
    },
    Mended {
        failure: Failure {
            file: "aba_stack.rs",
            law: "calls_of_the_free_list_are_linearizable",
            title: "A slot that is taken twice",
            defect: "No order of the calls hands one slot out twice and never takes it back.",
            mode: Interleaving,
            broken: linear::calls_of_the_free_list::<AbaStack>,
        },
        remedy: "the same tag",
        sound: linear::calls_of_the_free_list::<TaggedStack>,
    },
    Mended {
        failure: Failure {
            file: "freed_too_early.rs",
            law: "nothing_is_freed_while_readable",
            title: "A node freed under the eyes of another thread",
            defect: "The node is freed as soon as it is popped, and another thread is reading it.",
            mode: Interleaving,
            broken: || stack_laws::each_value_is_popped_once::<FreedTooEarly<u32>>(1),
        },
        remedy: "epochs, which free it when nobody can read it any more",
        sound: || stack_laws::each_value_is_popped_once::<TreiberStack<u32>>(1),
    },
    Mended {
        failure: Failure {
            file: "shop/oversold.rs",
            law: "a_seat_is_sold_once_and_every_seat_is_sold",
            title: "Two windows find the same seat",
            defect: "The next seat is looked up in one step and taken in another.",
            mode: Interleaving,
            broken: || {
                laws::a_seat_is_sold_once_and_every_seat_is_sold::<OversoldShop>(1, 2);
            },
        },
        remedy: "one step, in any of five ways, here under a lock",
        sound: || {
            laws::a_seat_is_sold_once_and_every_seat_is_sold::<LockedShop>(1, 2);
        },
    },
];

impl Mended {
    /// Holds the law against the type that mends it.
    ///
    /// # Panics
    ///
    /// Panics if the law does not hold.
    #[must_use]
    pub fn explored(&self) -> Explored {
        check(self.failure.mode, self.sound).expect("the remedy keeps the law in every execution")
    }
}
