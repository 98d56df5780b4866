//! Lets visitors swap seats the opposite way, and in a circle, in every execution, and looks where they sit.

use super::{Visitor, swap};
use shared::exercise::{Check, Refusal, explored};
use shared::model::sync::Mutex;
use shared::model::{Mode, Named, check, thread};
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "lock_order",
    law: "Every swap comes to its end, waits for no seat but its two, and happens as a whole.",
    page: "02-lock/fix-it.md",
    section: "One order",
    run,
};

fn run() -> Result<String, Refusal> {
    let models = [
        check(Mode::Interleaving, || opposite_swaps_both_happen(0, 1))?,
        check(Mode::Interleaving, each_swap_happens)?,
        check(Mode::Interleaving, || opposite_swaps_both_happen(0, 2))?,
        check(Mode::Interleaving, || opposite_swaps_both_happen(1, 2))?,
        check(Mode::Interleaving, || a_swap_waits_for_no_other_seat(0))?,
        check(Mode::Interleaving, || a_swap_waits_for_no_other_seat(1))?,
        check(Mode::Interleaving, || a_swap_waits_for_no_other_seat(2))?,
        check(Mode::Interleaving, a_circle_of_swaps_ends)?,
    ];
    Ok(explored(&models))
}

const VISITORS: [Visitor; 3] = ["Ada", "Bea", "Cyd"];

type Row = Arc<[Mutex<Visitor>; 3]>;

fn seated() -> Row {
    let [ada, bea, cyd] = VISITORS.map(Mutex::new);
    Arc::new([
        ada.named("seat 0"),
        bea.named("seat 1"),
        cyd.named("seat 2"),
    ])
}

fn sitting(row: &Row) -> [Visitor; 3] {
    [0, 1, 2].map(|seat| *row[seat].lock().unwrap())
}

fn start(row: &Row, mine: usize, theirs: usize) -> thread::JoinHandle<()> {
    let row = Arc::clone(row);
    thread::spawn(move || swap(&*row, mine, theirs))
}

fn opposite_swaps_both_happen(one: usize, other: usize) {
    let row = seated();
    let swaps = [start(&row, one, other), start(&row, other, one)];
    for swap in swaps {
        swap.join().unwrap();
    }
    let now = sitting(&row);
    assert!(
        now == VISITORS,
        "two swaps of the same seats change nothing, and now there sit {now:?}"
    );
}

fn each_swap_happens() {
    let row = seated();
    start(&row, 0, 2).join().unwrap();
    let now = sitting(&row);
    assert!(
        now == ["Cyd", "Bea", "Ada"],
        "Ada and Cyd swap seats, and now there sit {now:?}"
    );
    start(&row, 1, 1).join().unwrap();
    let then = sitting(&row);
    assert!(
        then == now,
        "Bea stays where she is, and there sit {then:?}"
    );
}

/// Somebody has the lock of one seat while the visitors of the two others swap.
fn a_swap_waits_for_no_other_seat(taken: usize) {
    let row = seated();
    let _guard = row[taken].lock().unwrap();
    start(&row, (taken + 1) % 3, (taken + 2) % 3)
        .join()
        .unwrap();
}

/// Each visitor wants the seat to the right, and the last the first.
fn a_circle_of_swaps_ends() {
    let row = seated();
    let swaps = [0, 1, 2].map(|mine| start(&row, mine, (mine + 1) % 3));
    for swap in swaps {
        swap.join().unwrap();
    }
    let now = sitting(&row);
    // Three swaps in any order leave one visitor in place and the two others exchanged.
    let stay = (0..3).filter(|&seat| now[seat] == VISITORS[seat]).count();
    let all_sit = VISITORS.iter().all(|visitor| now.contains(visitor));
    assert!(
        all_sit && stay == 1,
        "three swaps leave one visitor in place, and now there sit {now:?}"
    );
}
