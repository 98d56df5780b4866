//! Lets a buyer wait for an announcement in every execution, and compares what is read with what was announced.

use super::Board;
use shared::exercise::{Check, Refusal, explored};
use shared::model::{Explored, Mode, check, thread};
use shared::timeline::FailureKind;
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "publish",
    law: "Whoever sees the announcement reads what was announced.",
    page: "03-atomic/fix-it.md",
    section: "Publish",
    run,
};

fn run() -> Result<String, Refusal> {
    let models = [
        tried(|| a_buyer_reads_what_was_announced((42, 7)))?,
        tried(|| a_buyer_reads_what_was_announced((0, 0)))?,
        tried(|| whoever_comes_later_does_not_wait((9, 300)))?,
    ];
    Ok(explored(&models))
}

fn tried(law: impl Fn() + Send + Sync + 'static) -> Result<Explored, Refusal> {
    check(Mode::Weak, law).map_err(|failed| match failed.failure().kind {
        FailureKind::TooLong => Refusal::because(
            "the numbers are announced, and a buyer waits for ever; \
             or the loop that waits does not call `hint::spin_loop`",
        ),
        _ => failed.into(),
    })
}

fn seller(board: &Arc<Board>, (price, tickets): (u32, u32)) -> thread::JoinHandle<()> {
    let board = Arc::clone(board);
    thread::spawn(move || board.announce(price, tickets))
}

fn a_buyer_reads_what_was_announced(announced: (u32, u32)) {
    let board = Arc::new(Board::new());
    let seller = seller(&board, announced);
    demand(board.wait(), announced);
    seller.join().unwrap();
}

/// Reads again, and on another board, so that nothing but the announcement can be what is read.
fn whoever_comes_later_does_not_wait((price, tickets): (u32, u32)) {
    for announced in [(price, tickets), (tickets, price)] {
        let board = Arc::new(Board::new());
        seller(&board, announced).join().unwrap();
        demand(board.wait(), announced);
        demand(board.wait(), announced);
    }
}

fn demand(read: (u32, u32), announced: (u32, u32)) {
    assert!(
        read == announced,
        "a price of {} and {} tickets were announced, and a buyer reads a price of {} and {} tickets",
        announced.0,
        announced.1,
        read.0,
        read.1
    );
}
