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

fn run() -> Result<String, Refusal> {
    let models = [
        tried(|| a_price_is_copied(1, 3))?,
        tried(|| a_price_is_copied(1, 2))?,
        tried(|| a_price_is_copied(2, 2))?,
        tried(without_a_price_nothing_is_copied)?,
        tried(|| both_copies_end([(1, 2), (2, 1)]))?,
        tried(|| both_copies_end([(1, 2), (2, 3)]))?,
        tried(|| both_copies_end([(1, 3), (3, 1)]))?,
        tried(|| each_copy_is_made([(1, 2), (3, 4)]))?,
        tried(|| each_copy_is_made([(1, 4), (2, 3)]))?,
        tried(|| what_is_copied_was_there_at_one_moment(1, 3))?,
        tried(|| what_is_copied_was_there_at_one_moment(1, 2))?,
        tried(|| a_price_that_is_taken_out_is_copied_or_not(1, 2))?,
        tried(|| a_seat_is_never_without_a_price(1, 2))?,
        tried(|| a_seat_is_never_without_a_price(3, 1))?,
    ];
    Ok(explored(&models))
}

fn tried(law: impl Fn() + Send + Sync + 'static) -> Result<Explored, Refusal> {
    check(Mode::Interleaving, law).map_err(|failed| match failed.failure().kind {
        FailureKind::TooLong => Refusal::because(
            "a call never ends: whoever copies tries again and again, for a shard that it keeps locked itself, \
             or in turn with another who does the same",
        ),
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
    assert!(
        allowed.contains(&found),
        "the price of seat {seat} should be {}, and is {}",
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

fn a_price_is_copied(from: Seat, to: Seat) {
    let prices = priced();
    start(&prices, from, to).join().unwrap();
    demand(&prices, to, &[before(from)]);
    demand(&prices, from, &[before(from)]);
}

fn without_a_price_nothing_is_copied() {
    let prices = priced();
    start(&prices, 5, 1).join().unwrap();
    demand(&prices, 1, &[before(1)]);
    demand(&prices, 5, &[None]);
    // And one that had none gets one.
    start(&prices, 1, 5).join().unwrap();
    demand(&prices, 5, &[before(1)]);
}

/// Each copies to where the other copies from, so what is copied may be either price.
fn both_copies_end(pairs: [(Seat, Seat); 2]) {
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
fn each_copy_is_made(pairs: [(Seat, Seat); 2]) {
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
fn what_is_copied_was_there_at_one_moment(from: Seat, to: Seat) {
    let prices = priced();
    let copy = start(&prices, from, to);
    prices.insert(from, price(70));
    copy.join().unwrap();
    demand(&prices, to, &[before(from), Some(price(70))]);
    demand(&prices, from, &[Some(price(70))]);
}

/// A clerk takes the price away meanwhile.
fn a_price_that_is_taken_out_is_copied_or_not(from: Seat, to: Seat) {
    let prices = priced();
    let copy = start(&prices, from, to);
    prices.remove(&from);
    copy.join().unwrap();
    demand(&prices, to, &[before(from), before(to)]);
    demand(&prices, from, &[None]);
}

/// A visitor asks for the price meanwhile.
fn a_seat_is_never_without_a_price(from: Seat, to: Seat) {
    let prices = priced();
    let copy = start(&prices, from, to);
    demand(&prices, to, &[before(from), before(to)]);
    demand(&prices, from, &[before(from)]);
    copy.join().unwrap();
}
