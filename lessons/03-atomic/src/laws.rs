//! What must hold in every execution, written once for the broken types and for the sound ones.

use super::bounded_sale::Sale;
use super::counter::{Counter, count};
use super::dekker::Entry;
use super::double_checked::OneTime;
use super::message::Announce;
use super::owned_cells::{Owner, hand_out};
use super::peterson;
use super::seqlock::Reading;
use super::shared_value::{Owners, Shared};
use super::stop_flag::StopFlag;
use super::striped::StripedCounter;
use super::world::sync::Arc;
use super::world::sync::atomic::{AtomicU32, Ordering::Relaxed};
use super::world::thread;

/// No update is lost: threads that add 1 each make as many as they are.
///
/// # Panics
///
/// Panics if another number was counted.
pub fn no_update_is_lost<C: Counter>(threads: usize) {
    assert_eq!(count::<C>(threads, 1), threads, "an update was lost");
}

/// No update is lost in stripes, be there one for each thread or fewer.
///
/// # Panics
///
/// Panics if another number was counted.
pub fn no_update_is_lost_in_stripes<const STRIPES: usize>(threads: usize) {
    let counter = Arc::new(StripedCounter::<STRIPES>::zero());
    let start = |index| {
        let counter = Arc::clone(&counter);
        thread::spawn(move || counter.increment(index))
    };
    let workers: Vec<_> = (0..threads).map(start).collect();
    for worker in workers {
        worker.join().expect("counting does not panic");
    }
    assert_eq!(counter.get(), threads, "an update was lost");
}

/// No update is lost in cells that have an owner each, and a sum read meanwhile is never above a later one.
///
/// # Panics
///
/// Panics if another number was counted, or if the sum ran back.
pub fn no_update_is_lost_in_owned_cells(threads: usize, increments: usize) {
    let (owners, cells) = hand_out(threads);
    let start =
        |mut owner: Owner| thread::spawn(move || (0..increments).for_each(|_| owner.increment()));
    let workers: Vec<_> = owners.into_iter().map(start).collect();
    let (sum, later) = (cells.sum(), cells.sum());
    for worker in workers {
        worker.join().expect("counting does not panic");
    }
    assert!(sum <= later && later <= cells.sum(), "the sum ran back");
    assert_eq!(cells.sum(), threads * increments, "an update was lost");
}

/// No more are sold than there are: of two visitors one gets the only seat, and the count never says otherwise.
///
/// # Panics
///
/// Panics if both get it, or neither, or if the count is above 1 at any time.
pub fn no_more_are_sold_than_there_are<S: Sale>() {
    let sale = Arc::new(S::open(1));
    let visitors = [&sale, &sale].map(|sale| {
        let sale = Arc::clone(sale);
        thread::spawn(move || sale.sell())
    });
    assert!(sale.sold() <= 1, "more are sold than there are");
    let got = visitors.map(|visitor| visitor.join().expect("selling does not panic"));
    assert_eq!(got.iter().filter(|&&got| got).count(), 1);
    assert_eq!(sale.sold(), 1, "more are sold than there are");
}

/// Ready means written: whoever is told a price is told the one that was set.
///
/// # Panics
///
/// Panics if a price is told that nobody set.
pub fn ready_means_written<A: Announce>() {
    let shop = Arc::new(A::silent());
    let seller = thread::spawn({
        let shop = Arc::clone(&shop);
        move || shop.announce(42)
    });
    if let Some(price) = shop.price() {
        assert_eq!(price, 42, "the flag came before the price");
    }
    seller.join().expect("announcing does not panic");
}

/// One enters at most.
///
/// # Panics
///
/// Panics if both do.
pub fn one_enters_at_most<E: Entry>() {
    let door = Arc::new(E::closed());
    let other = thread::spawn({
        let door = Arc::clone(&door);
        move || door.enter(1)
    });
    let here = door.enter(0);
    let there = other.join().expect("entering does not panic");
    assert!(!(here && there), "both are in");
}

/// A value is made once, and seen whole by all.
///
/// # Panics
///
/// Panics if it was made more often, or seen otherwise.
pub fn a_value_is_made_once<O: OneTime>() {
    let price = Arc::new((O::empty(), AtomicU32::new(0)));
    let ask = |(price, asked): &(O, AtomicU32)| {
        price.get_or_make(|| {
            // Relaxed: counted for the law alone.
            asked.fetch_add(1, Relaxed);
            42
        })
    };
    let other = thread::spawn({
        let price = Arc::clone(&price);
        move || ask(&price)
    });
    assert_eq!(ask(&price), 42);
    assert_eq!(other.join().expect("asking does not panic"), 42);
    assert_eq!(price.1.load(Relaxed), 1, "it was made again");
}

/// What is read was written together, whichever of so many writes it was.
///
/// # Panics
///
/// Panics if half is of one write and half of another.
pub fn what_is_read_was_written_together<R: Reading>(writes: u32) {
    let board = Arc::new(R::zeros());
    let writer = thread::spawn({
        let board = Arc::clone(&board);
        move || (1..=writes).for_each(|row| board.write([row, row]))
    });
    if let Some([row, again]) = board.try_read() {
        assert_eq!(row, again, "half is of one write, half of another");
    }
    writer.join().expect("writing does not panic");
}

/// The last owner frees, after all have done with the value.
///
/// # Panics
///
/// Panics if the value was not dropped once. That it is dropped under the eyes of another owner is a data race.
pub fn the_last_owner_frees<O: Owners>() {
    let freed = Arc::new(AtomicU32::new(0));
    let poster = Shared::<O, Poster>::new(Poster(Arc::clone(&freed)));
    let reader = thread::spawn({
        let poster = poster.clone();
        move || assert!(poster.is_up())
    });
    assert!(poster.is_up());
    drop(poster);
    reader.join().expect("reading does not panic");
    // Relaxed, as in `Poster`: the threads are joined.
    assert_eq!(freed.load(Relaxed), 1, "it is freed once");
}

/// A value that counts how often it is dropped.
struct Poster(Arc<AtomicU32>);

impl Poster {
    fn is_up(&self) -> bool {
        self.0.load(Relaxed) == 0
    }
}

impl Drop for Poster {
    fn drop(&mut self) {
        self.0.fetch_add(1, Relaxed);
    }
}

/// Whoever is told to stop stops, and what it did until then is handed over.
///
/// # Panics
///
/// Panics if the rounds counted are not those made. A worker that never sees the flag never stops.
pub fn whoever_is_told_to_stop_stops() {
    let shop = Arc::new((StopFlag::new(), AtomicU32::new(0)));
    let worker = thread::spawn({
        let shop = Arc::clone(&shop);
        move || {
            let mut rounds = 0;
            while !shop.0.is_raised() {
                rounds += 1;
                // Relaxed: handed over by the join.
                shop.1.store(rounds, Relaxed);
                thread::yield_now();
            }
            rounds
        }
    });
    shop.0.raise();
    let rounds = worker.join().expect("working does not panic");
    assert_eq!(shop.1.load(Relaxed), rounds);
}

/// Two parties exclude each other: of so many increments each, none is lost.
///
/// # Panics
///
/// Panics if one is lost. That both are inside at once is a data race.
pub fn two_parties_exclude_each_other(increments: [u32; 2]) {
    let [mut here, mut there] = peterson::share(0);
    let add = |party: &mut peterson::Party<u32>| *party.lock() += 1;
    let other = thread::spawn(move || (0..increments[1]).for_each(|_| add(&mut there)));
    (0..increments[0]).for_each(|_| add(&mut here));
    other.join().expect("adding does not panic");
    assert_eq!(
        *here.lock(),
        increments[0] + increments[1],
        "an update was lost"
    );
}
