//! Lets clerks sell in every execution, looks who holds the lock at each print, and adds up the books.

use super::sell;
use shared::exercise::{Check, Refusal, explored};
use shared::model::sync::atomic::{AtomicU32, Ordering::SeqCst};
use shared::model::sync::{Mutex, MutexGuard};
use shared::model::thread::{self, ThreadId};
use shared::model::{Mode, Named, check};
use std::cell::RefCell;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// The check.
pub const CHECK: Check = Check {
    name: "shorten_the_section",
    law: "No ticket is printed under the lock, and whoever has the lock finds every seat in the books.",
    page: "02-lock/fix-it.md",
    section: "A short section",
    run,
};

thread_local! {
    /// Who holds a lock in this execution; the model runs all its threads on one thread of the machine.
    static HOLDERS: RefCell<Vec<ThreadId>> = const { RefCell::new(Vec::new()) };
}

/// Says which seats are free and which are sold.
#[derive(Debug)]
pub struct Books {
    /// The seats that can be bought.
    pub free: Vec<u32>,
    /// The seats that were bought.
    pub sold: Vec<u32>,
}

/// Keeps the books under a lock that knows who holds it.
#[derive(Debug)]
pub struct Shop(Mutex<Books>);

/// Gives the lock back when dropped, as `std::sync::MutexGuard` does.
#[derive(Debug)]
pub struct Guard<'a> {
    books: MutexGuard<'a, Books>,
    holder: ThreadId,
}

impl Shop {
    fn open(free: Vec<u32>) -> Arc<Self> {
        HOLDERS.take();
        let sold = Vec::new();
        Arc::new(Self(Mutex::new(Books { free, sold }).named("shop")))
    }

    /// Waits until nobody else has the lock, and takes it.
    #[track_caller]
    pub fn lock(&self) -> Guard<'_> {
        let books = self.0.lock().unwrap();
        let holder = thread::current().id();
        HOLDERS.with_borrow_mut(|holders| holders.push(holder));
        Guard { books, holder }
    }
}

impl Deref for Guard<'_> {
    type Target = Books;

    fn deref(&self) -> &Books {
        &self.books
    }
}

impl DerefMut for Guard<'_> {
    fn deref_mut(&mut self) -> &mut Books {
        &mut self.books
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        HOLDERS.with_borrow_mut(|holders| holders.retain(|holder| *holder != self.holder));
    }
}

/// Prints tickets, which takes long.
#[derive(Debug)]
pub struct Press {
    prints: AtomicU32,
}

/// A printed ticket; only a press makes one.
#[derive(Debug)]
pub struct Ticket {
    seat: u32,
}

impl Press {
    fn idle() -> Arc<Self> {
        let prints = AtomicU32::new(0).named("prints");
        Arc::new(Self { prints })
    }

    /// Prints the ticket for a seat.
    #[track_caller]
    pub fn print(&self, seat: u32) -> Ticket {
        self.prints.fetch_add(1, SeqCst);
        let here = thread::current().id();
        let is_held = HOLDERS.with_borrow(|holders| holders.contains(&here));
        assert!(
            !is_held,
            "the ticket for seat {seat} is printed under the lock, and everybody else waits for it"
        );
        Ticket { seat }
    }
}

fn run() -> Result<String, Refusal> {
    let models = [
        check(Mode::Interleaving, || clerks_sell_all(vec![2, 1]))?,
        check(Mode::Interleaving, || clerks_sell_all(vec![1]))?,
        check(Mode::Interleaving, || clerks_sell_all(vec![3, 2, 1]))?,
        check(Mode::Interleaving, || a_reader_finds_every_seat(vec![2, 1]))?,
    ];
    Ok(explored(&models))
}

fn clerk(shop: &Arc<Shop>, press: &Arc<Press>) -> thread::JoinHandle<Option<Ticket>> {
    let (shop, press) = (Arc::clone(shop), Arc::clone(press));
    thread::spawn(move || sell(&shop, &press))
}

/// Two clerks sell as many seats as they can, one each; what they hand out must be what the books say.
fn clerks_sell_all(seats: Vec<u32>) {
    let (shop, press) = (Shop::open(seats.clone()), Press::idle());
    let clerks = [clerk(&shop, &press), clerk(&shop, &press)];
    let tickets = clerks.map(|clerk| clerk.join().unwrap());
    let mut handed_out: Vec<u32> = tickets.iter().flatten().map(|ticket| ticket.seat).collect();
    let books = shop.lock();
    let mut sold = books.sold.clone();
    sold.sort_unstable();
    handed_out.sort_unstable();
    assert!(
        handed_out == sold,
        "tickets for the seats {handed_out:?} were handed out, and the books say that {sold:?} are sold"
    );
    assert!(
        sold.len() == seats.len().min(2),
        "two clerks came, the seats {seats:?} were free, and {sold:?} are sold"
    );
    every_seat_is_in(&books, seats);
    let prints = press.prints.load(SeqCst) as usize;
    assert!(
        prints == sold.len(),
        "the seats {sold:?} were sold, and the number of tickets printed is {prints}"
    );
}

/// Reads the books while a clerk sells.
fn a_reader_finds_every_seat(seats: Vec<u32>) {
    let (shop, press) = (Shop::open(seats.clone()), Press::idle());
    let clerk = clerk(&shop, &press);
    every_seat_is_in(&shop.lock(), seats);
    clerk.join().unwrap();
}

fn every_seat_is_in(books: &Books, mut seats: Vec<u32>) {
    let mut found = [&books.free[..], &books.sold].concat();
    found.sort_unstable();
    seats.sort_unstable();
    assert!(
        found == seats,
        "the seats are {seats:?}, and whoever has the lock finds {found:?} in the books"
    );
}
