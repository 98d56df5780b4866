//! How locks go wrong: each type that has a lock and breaks its law, and the interleaving that the model finds.

use crate::model::asked_once::AskedOnce;
use crate::model::dropped_guard::DroppedGuard;
use crate::model::forgotten_sleeper::ForgottenSleeperLock;
use crate::model::held_too_long::HeldTooLong;
use crate::model::laws;
use crate::model::lost_wakeup::LostWakeup;
use crate::model::opposite_order::OppositeOrder;
use crate::model::philosophers::left_fork_first;
use crate::model::relaxed_unlock::RelaxedUnlockLock;
use crate::model::split_section::SplitSection;
use crate::model::torn_transfer::TornTransfer;
use crate::model::upgraded_read::UpgradedRead;
use shared::Failure;
use shared::model::Mode::{Interleaving, Weak};

/// Lists them in the order in which the pages show them.
pub const FAILURES: [Failure; 11] = [
    Failure {
        file: "dropped_guard.rs",
        law: "no_update_is_lost_under_a_dropped_guard",
        title: "Two threads add 1 under a guard that is gone",
        defect: "`let _ = lock()` drops the guard at once: the section is over before it begins.",
        mode: Interleaving,
        broken: || laws::no_update_is_lost::<DroppedGuard>(2),
    },
    Failure {
        file: "split_section.rs",
        law: "a_seat_is_sold_once",
        title: "Two buyers, one seat, sold twice between two sections",
        defect: "The check is made under one lock and the sale under the next.",
        mode: Interleaving,
        broken: laws::a_seat_is_sold_once::<SplitSection>,
    },
    Failure {
        file: "torn_transfer.rs",
        law: "money_is_never_out_of_sight",
        title: "A total taken while money is on its way",
        defect: "Each account has its lock, and between the two the money is nowhere.",
        mode: Interleaving,
        broken: laws::money_is_never_out_of_sight::<TornTransfer>,
    },
    Failure {
        file: "opposite_order.rs",
        law: "opposite_transfers_both_end",
        title: "Two opposite transfers, each waiting for the other",
        defect: "Each transfer locks the account that pays first, and two of them go opposite ways.",
        mode: Interleaving,
        broken: laws::opposite_transfers_both_end::<OppositeOrder>,
    },
    Failure {
        file: "philosophers.rs",
        law: "everybody_eats",
        title: "Three philosophers, each waiting for a fork",
        defect: "Each takes the fork on the left first, and then there is no fork on the right.",
        mode: Interleaving,
        broken: || laws::everybody_eats(3, left_fork_first),
    },
    Failure {
        file: "held_too_long.rs",
        law: "each_visitor_has_a_ticket_of_their_own",
        title: "A thread that waits for itself",
        defect: "A `match` keeps the guard it looks at, and its arm locks again.",
        mode: Interleaving,
        broken: laws::each_visitor_has_a_ticket_of_their_own::<HeldTooLong>,
    },
    Failure {
        file: "upgraded_read.rs",
        law: "the_price_is_asked_for_once",
        title: "Two readers, each waiting for the other to leave",
        defect: "A reader asks to write and waits for all readers to leave, itself included.",
        mode: Interleaving,
        broken: laws::the_price_is_asked_for_once::<UpgradedRead>,
    },
    Failure {
        file: "lost_wakeup.rs",
        law: "what_is_put_is_taken",
        title: "A wakeup between a look and a sleep",
        defect: "The ticket is put and announced without the lock, between the other's look and its sleep.",
        mode: Interleaving,
        broken: laws::what_is_put_is_taken::<LostWakeup>,
    },
    Failure {
        file: "asked_once.rs",
        law: "each_taker_gets_a_ticket",
        title: "A thread that was woken for a ticket that another took",
        defect: "Woken, it does not look again, and another took the ticket meanwhile.",
        mode: Interleaving,
        broken: laws::each_taker_gets_a_ticket::<AskedOnce>,
    },
    Failure {
        file: "relaxed_unlock.rs",
        law: "no_update_is_lost_under_a_relaxed_unlock",
        title: "An unlock that hands nothing over",
        defect: "A spin lock that unlocks with Relaxed hands nothing over to the next holder.",
        mode: Weak,
        broken: || laws::no_update_is_lost::<RelaxedUnlockLock<usize>>(2),
    },
    Failure {
        file: "forgotten_sleeper.rs",
        law: "nobody_sleeps_for_ever",
        title: "Two sleepers, of whom one is woken",
        defect: "Of two threads that sleep on a lock, the first that is woken forgets the second.",
        mode: Interleaving,
        broken: || laws::no_update_is_lost::<ForgottenSleeperLock<usize>>(3),
    },
];
