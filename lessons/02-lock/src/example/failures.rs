//! How locks go wrong: of each broken type the interleaving that the model found.

use lock::model::asked_once::AskedOnce;
use lock::model::dropped_guard::DroppedGuard;
use lock::model::forgotten_sleeper::ForgottenSleeperLock;
use lock::model::held_too_long::HeldTooLong;
use lock::model::laws;
use lock::model::lost_wakeup::LostWakeup;
use lock::model::opposite_order::OppositeOrder;
use lock::model::relaxed_unlock::RelaxedUnlockLock;
use lock::model::split_section::SplitSection;
use lock::model::torn_transfer::TornTransfer;
use lock::model::upgraded_read::UpgradedRead;
use serde_json::{Value, json};
use shared::model::Mode::{self, Interleaving, Weak};
use shared::model::{Counterexample, check};
use shared::terminal::{Page, Tone};
use std::io;

/// A broken type: its file, what is wrong with it, and the law that it breaks.
struct Broken {
    file: &'static str,
    defect: &'static str,
    mode: Mode,
    law: fn(),
}

const BROKEN: [Broken; 10] = [
    Broken {
        file: "dropped_guard.rs",
        defect: "`let _ = lock()` drops the guard at once: the section is over before it begins.",
        mode: Interleaving,
        law: || laws::no_update_is_lost::<DroppedGuard>(2),
    },
    Broken {
        file: "split_section.rs",
        defect: "The check is made under one lock and the sale under the next.",
        mode: Interleaving,
        law: laws::a_seat_is_sold_once::<SplitSection>,
    },
    Broken {
        file: "torn_transfer.rs",
        defect: "Each account has its lock, and between the two the money is nowhere.",
        mode: Interleaving,
        law: laws::money_is_never_out_of_sight::<TornTransfer>,
    },
    Broken {
        file: "opposite_order.rs",
        defect: "The deadlock above, as the model found it.",
        mode: Interleaving,
        law: laws::opposite_transfers_both_end::<OppositeOrder>,
    },
    Broken {
        file: "held_too_long.rs",
        defect: "A `match` keeps the guard it looks at, and its arm locks again.",
        mode: Interleaving,
        law: laws::each_visitor_has_a_ticket_of_their_own::<HeldTooLong>,
    },
    Broken {
        file: "upgraded_read.rs",
        defect: "A reader asks to write and waits for all readers to leave, itself included.",
        mode: Interleaving,
        law: laws::the_price_is_asked_for_once::<UpgradedRead>,
    },
    Broken {
        file: "lost_wakeup.rs",
        defect: "The ticket is put and announced without the lock, between the other's look and its sleep.",
        mode: Interleaving,
        law: laws::what_is_put_is_taken::<LostWakeup>,
    },
    Broken {
        file: "asked_once.rs",
        defect: "Woken, it does not look again, and another took the ticket meanwhile.",
        mode: Interleaving,
        law: laws::each_taker_gets_a_ticket::<AskedOnce>,
    },
    Broken {
        file: "relaxed_unlock.rs",
        defect: "A spin lock that unlocks with Relaxed hands nothing over to the next holder.",
        mode: Weak,
        law: || laws::no_update_is_lost::<RelaxedUnlockLock<usize>>(2),
    },
    Broken {
        file: "forgotten_sleeper.rs",
        defect: "Of two threads that sleep on a lock, the first that is woken forgets the second.",
        mode: Interleaving,
        law: || laws::no_update_is_lost::<ForgottenSleeperLock<usize>>(3),
    },
];

impl Broken {
    fn counterexample(&self) -> Counterexample {
        check(self.mode, self.law).expect_err("each of them breaks its law in some execution")
    }
}

pub fn tell(page: &mut Page<'_>) -> io::Result<()> {
    page.heading("How locks go wrong")?;
    page.text("Each of these has a lock, and takes it. The model checker found what is wrong all the same:")?;
    for broken in &BROKEN {
        let found = broken.counterexample();
        writeln!(
            page.out,
            "\n{}",
            page.style.paint(Tone::Strong, broken.file)
        )?;
        page.text(broken.defect)?;
        page.drawing(found.timeline().text(page.style))?;
        page.text(&found.found())?;
    }
    Ok(())
}

pub fn json() -> Value {
    let told = |broken: &Broken| json!({ "file": broken.file, "defect": broken.defect, "counterexample": broken.counterexample().json() });
    BROKEN.iter().map(told).collect()
}
