//! How atomics go wrong: each type whose steps are indivisible and that breaks its law, and what the model finds.

use crate::model::checked_twice::CheckedTwice;
use crate::model::eager_free::EagerFree;
use crate::model::laws;
use crate::model::relaxed_message::RelaxedMessage;
use crate::model::store_buffer::StoreBuffer;
use crate::model::torn_read::TornRead;
use crate::model::wrapping_sales::WrappingSales;
use shared::Failure;
use shared::model::Mode::{Interleaving, Weak};

/// Lists them in the order in which the pages show them.
pub const FAILURES: [Failure; 6] = [
    Failure {
        file: "wrapping_sales.rs",
        law: "no_more_are_sold_than_there_are",
        title: "One seat, and a count of two",
        defect: "The count goes up before anybody has looked whether it may.",
        mode: Interleaving,
        broken: laws::no_more_are_sold_than_there_are::<WrappingSales>,
    },
    Failure {
        file: "relaxed_message.rs",
        law: "ready_means_written",
        title: "The flag arrives, and the price does not",
        defect: "Nothing says that whoever sees the flag sees the price too.",
        mode: Weak,
        broken: laws::ready_means_written::<RelaxedMessage>,
    },
    Failure {
        file: "store_buffer.rs",
        law: "one_enters_at_most",
        title: "Two threads, each of which sees the other's flag down",
        defect: "Release and Acquire do not order a store before a later load of another variable.",
        mode: Weak,
        broken: laws::one_enters_at_most::<StoreBuffer>,
    },
    Failure {
        file: "checked_twice.rs",
        law: "a_value_is_made_once",
        title: "A value that is seen to be there, and read unordered",
        defect: "The first check sees a flag that publishes nothing.",
        mode: Weak,
        broken: laws::a_value_is_made_once::<CheckedTwice>,
    },
    Failure {
        file: "torn_read.rs",
        law: "what_is_read_was_written_together",
        title: "Half of one write and half of another",
        defect: "The second look at the sequence may see an older one than the numbers belong to.",
        mode: Weak,
        broken: || laws::what_is_read_was_written_together::<TornRead>(1),
    },
    Failure {
        file: "eager_free.rs",
        law: "the_last_owner_frees",
        title: "The last owner frees what another may still be reading",
        defect: "The last owner knows that the others have left, and not that they are done.",
        mode: Weak,
        broken: laws::the_last_owner_frees::<EagerFree>,
    },
];
