//! Lets threads copy prices in every execution, within a shard and across, and looks what the seats cost then.

use super::copy;
use map::Map;
use shared::exercise::{Check, Refusal, explored};
use shared::model::{Explored, Mode, check, thread};
use shared::timeline::FailureKind;
use std::sync::Arc;

#[path = "../map.rs"]
pub mod map;

/// The check.
pub const CHECK: Check = Check {
    name: "let_go",
    law: "Whoever copies gets on, and what is copied is a price that was there at one moment.",
    page: "05-thread-safe-structures/fix-it.md",
    section: "Let go first",
    run,
};

/// The number of a seat.
pub type Seat = u32;

/// What a seat costs; both numbers are set together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// For most visitors.
    pub full: u32,
    /// For children.
    pub reduced: u32,
}

/// The price of each seat that has one.
pub type Prices = Map<Seat, Price>;

/// A call of `copy`: from which seat to which.
type Call = (Seat, Seat);

fn run() -> Result<String, Refusal> {
    let models = [
        tried([(1, 3)], a_price_is_copied)?,
        tried([(1, 2)], a_price_is_copied)?,
        tried([(2, 2)], a_price_is_copied)?,
        tried([(5, 1), (1, 5)], without_a_price_nothing_is_copied)?,
        tried([(1, 2), (2, 1)], both_copies_end)?,
        tried([(1, 2), (2, 3)], both_copies_end)?,
        tried([(1, 3), (3, 1)], both_copies_end)?,
        tried([(1, 2), (3, 4)], each_copy_is_made)?,
        tried([(1, 4), (2, 3)], each_copy_is_made)?,
        tried([(1, 3)], what_is_copied_was_there_at_one_moment)?,
        tried([(1, 2)], what_is_copied_was_there_at_one_moment)?,
        tried([(1, 2)], a_price_that_is_taken_out_is_copied_or_not)?,
        tried([(1, 2)], whoever_looks_finds_the_old_price_or_the_new)?,
        tried([(3, 1)], whoever_looks_finds_the_old_price_or_the_new)?,
        tried([(1, 5)], whoever_looks_finds_the_old_price_or_the_new)?,
        tried([(1, 6)], whoever_looks_finds_the_old_price_or_the_new)?,
    ];
    Ok(explored(&models))
}

fn tried<const CALLS: usize>(
    calls: [Call; CALLS],
    law: fn([Call; CALLS]),
) -> Result<Explored, Refusal> {
    let end = || {
        let named = calls.map(|(from, to)| format!("`copy({from}, {to})`"));
        let does = if CALLS == 1 { "does" } else { "do" };
        format!("{} {does} not come to an end", named.join(" and "))
    };
    check(Mode::Interleaving, move || law(calls)).map_err(|failed| match failed.failure().kind {
        FailureKind::Deadlock => {
            let reason = format!("deadlock: {}", end());
            Refusal::shown_by(reason, failed.execution().clone())
        }
        FailureKind::TooLong => Refusal::because(format!(
            "{}: whoever copies tries again and again, for a shard that it keeps locked itself, \
             or in turn with another who does the same",
            end()
        )),
        _ => failed.into(),
    })
}

const PRICES: [(Seat, Price); 4] = [
    (1, price(10)),
    (2, price(20)),
    (3, price(30)),
    (4, price(40)),
];

const fn price(full: u32) -> Price {
    Price {
        full,
        reduced: full / 2,
    }
}

/// Even seats share a shard, and odd ones.
fn priced() -> Arc<Prices> {
    Arc::new(Map::holding(PRICES, |seat| *seat as usize))
}

fn of(prices: &Prices, seat: Seat) -> Option<Price> {
    prices.get(&seat).map(|price| *price)
}

fn start(prices: &Arc<Prices>, from: Seat, to: Seat) -> thread::JoinHandle<()> {
    let prices = Arc::clone(prices);
    thread::spawn(move || copy(&prices, from, to))
}

#[track_caller]
fn demand(prices: &Prices, seat: Seat, allowed: &[Option<Price>]) {
    let found = of(prices, seat);
    let is_mixed = found.is_some_and(|found| found != price(found.full));
    let mixed = if is_mixed {
        ": its two numbers are of two prices"
    } else {
        ""
    };
    assert!(
        allowed.contains(&found),
        "the price of seat {seat} should be {}, and is {}{mixed}",
        allowed.iter().map(told).collect::<Vec<_>>().join(" or "),
        told(&found)
    );
}

fn told(price: &Option<Price>) -> String {
    let Some(Price { full, reduced }) = price else {
        return "none".to_owned();
    };
    format!("{full}/{reduced}")
}

fn before(seat: Seat) -> Option<Price> {
    let known = PRICES.iter().find(|(known, _)| *known == seat);
    known.map(|(_, price)| *price)
}

fn a_price_is_copied([(from, to)]: [Call; 1]) {
    let prices = priced();
    start(&prices, from, to).join().unwrap();
    demand(&prices, to, &[before(from)]);
    demand(&prices, from, &[before(from)]);
}

/// Seat `without` has no price, and then it gets one.
fn without_a_price_nothing_is_copied([(without, with), (from, to)]: [Call; 2]) {
    let prices = priced();
    start(&prices, without, with).join().unwrap();
    demand(&prices, with, &[before(with)]);
    demand(&prices, without, &[None]);
    start(&prices, from, to).join().unwrap();
    demand(&prices, to, &[before(from)]);
}

/// Each copies to where the other copies from, so what is copied may be either price.
fn both_copies_end(pairs: [Call; 2]) {
    let prices = priced();
    let copies = pairs.map(|(from, to)| start(&prices, from, to));
    for copy in copies {
        copy.join().unwrap();
    }
    let all = pairs.map(|(from, _)| before(from));
    for (_, to) in pairs {
        demand(&prices, to, &all);
    }
}

/// The copies have no seat in common.
fn each_copy_is_made(pairs: [Call; 2]) {
    let prices = priced();
    let copies = pairs.map(|(from, to)| start(&prices, from, to));
    for copy in copies {
        copy.join().unwrap();
    }
    for (from, to) in pairs {
        demand(&prices, to, &[before(from)]);
    }
}

/// A clerk sets another price meanwhile.
fn what_is_copied_was_there_at_one_moment([(from, to)]: [Call; 1]) {
    let prices = priced();
    let copy = start(&prices, from, to);
    prices.insert(from, price(70));
    copy.join().unwrap();
    demand(&prices, to, &[before(from), Some(price(70))]);
    demand(&prices, from, &[Some(price(70))]);
}

/// A clerk takes the price away meanwhile.
fn a_price_that_is_taken_out_is_copied_or_not([(from, to)]: [Call; 1]) {
    let prices = priced();
    let copy = start(&prices, from, to);
    prices.remove(&from);
    copy.join().unwrap();
    demand(&prices, to, &[before(from), before(to)]);
    demand(&prices, from, &[None]);
}

/// A visitor asks for the price meanwhile, at a seat that had one or at a seat that had none.
fn whoever_looks_finds_the_old_price_or_the_new([(from, to)]: [Call; 1]) {
    let prices = priced();
    let copy = start(&prices, from, to);
    demand(&prices, to, &[before(from), before(to)]);
    demand(&prices, from, &[before(from)]);
    copy.join().unwrap();
}
