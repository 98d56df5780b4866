//! Lets a buyer look while the seller announces, in every execution, and take the price down once it is seen.

use super::{Shop, announce, look};
use shared::exercise::{Check, Refusal, explored};
use shared::model::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use shared::model::{Explored, Mode, Named, check, thread};
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "early_flag",
    law: "Ready means written: whoever is told a price is told the one that was set.",
    page: "01-race/fix-it.md",
    section: "Data first",
    run,
};

fn run() -> Result<String, Refusal> {
    let models: Vec<Explored> = vec![
        check(Mode::Interleaving, || a_price_told_is_the_price_set(42))?,
        check(Mode::Interleaving, nothing_is_told_before_it_is_announced)?,
        check(Mode::Interleaving, || what_is_announced_is_told(42))?,
        check(Mode::Interleaving, || what_is_announced_is_told(0))?,
        check(Mode::Interleaving, || a_price_told_is_the_price_set(7))?,
        check(Mode::Interleaving, ready_is_the_last_word)?,
    ];
    Ok(explored(&models))
}

fn silent() -> Arc<Shop> {
    Arc::new(Shop {
        price: AtomicUsize::new(0).named("price"),
        ready: AtomicBool::new(false).named("ready"),
    })
}

fn seller(shop: &Arc<Shop>, price: usize) -> thread::JoinHandle<()> {
    let shop = Arc::clone(shop);
    thread::spawn(move || announce(&shop, price))
}

fn a_price_told_is_the_price_set(price: usize) {
    let shop = silent();
    let seller = seller(&shop, price);
    if let Some(told) = look(&shop) {
        assert!(
            told == price,
            "the price is {price}, and the buyer is told {told}"
        );
    }
    seller.join().unwrap();
}

fn nothing_is_told_before_it_is_announced() {
    let shop = silent();
    let told = look(&shop);
    assert!(
        told.is_none(),
        "nothing is announced, and the buyer is told {told:?}"
    );
}

/// Of a ticket that is free, too: 0 is a price like any other.
fn what_is_announced_is_told(price: usize) {
    let shop = silent();
    seller(&shop, price).join().unwrap();
    let told = look(&shop);
    assert!(
        told == Some(price),
        "the price {price} is announced, and the buyer is told {told:?}"
    );
}

/// A buyer who sees `ready` takes both down; a seller who writes once more puts one of them up again.
fn ready_is_the_last_word() {
    let shop = silent();
    let seller = seller(&shop, 42);
    let seen = shop.ready.load(SeqCst);
    if seen {
        shop.price.store(0, SeqCst);
        shop.ready.store(false, SeqCst);
    }
    seller.join().unwrap();
    if seen {
        let written = shop.price.load(SeqCst) != 0 || shop.ready.load(SeqCst);
        assert!(!written, "the seller said `ready`, and wrote on after it");
    }
}
