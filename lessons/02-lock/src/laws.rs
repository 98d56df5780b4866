//! What must hold in every execution, written once for the broken types and for the sound ones.

mod reading;

pub use reading::{
    a_waiting_writer_keeps_new_readers_out, nobody_sees_half_a_write, readers_go_in_together,
};

use super::bank::{Bank, Owner};
use super::barrier::Barrier;
use super::counter::{Counter, count};
use super::desk::Desk;
use super::handover::Handover;
use super::philosophers::{Manners, dine};
use super::price_list::PriceList;
use super::sale::Sale;
use super::semaphore::Semaphore;
use super::world::sync::Arc;
use super::world::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use super::world::thread;

/// No update is lost: threads that add 1 each make as many as they are.
///
/// # Panics
///
/// Panics if another number was counted.
pub fn no_update_is_lost<C: Counter>(threads: usize) {
    assert_eq!(count::<C>(threads, 1), threads, "an update was lost");
}

/// A seat is sold once: of two buyers one is told that it is theirs.
///
/// # Panics
///
/// Panics if both are told so, or neither.
pub fn a_seat_is_sold_once<S: Sale>() {
    let sold = both(S::open(), |seat, _| seat.buy());
    let owners = sold.iter().filter(|&&sold| sold).count();
    assert_eq!(owners, 1, "one seat, and this many buyers own it");
}

/// Money is never out of sight: whoever adds up both accounts finds all of it.
///
/// # Panics
///
/// Panics if a total is not what the accounts were opened with.
pub fn money_is_never_out_of_sight<B: Bank>() {
    let bank = Arc::new(B::open());
    let clerk = thread::spawn({
        let bank = Arc::clone(&bank);
        move || bank.transfer(Owner::Alice, 10)
    });
    assert_eq!(bank.total(), 200, "money is in neither account, or in both");
    clerk.join().expect("banking does not panic");
}

/// Opposite transfers both end.
///
/// # Panics
///
/// Panics if money was lost on the way. Where the law does not hold, nothing panics: the threads wait for ever.
pub fn opposite_transfers_both_end<B: Bank>() {
    let bank = Arc::new(B::open());
    both(Arc::clone(&bank), |bank, clerk| {
        bank.transfer([Owner::Alice, Owner::Bob][clerk], 10);
    });
    assert_eq!(bank.total(), 200, "money was lost on the way");
}

/// Each visitor has a ticket of their own.
///
/// # Panics
///
/// Panics if two visitors have the same. A desk that waits for itself gives out none.
pub fn each_visitor_has_a_ticket_of_their_own<D: Desk>() {
    let [a, b] = both(D::open(), |desk, _| desk.next_ticket());
    assert_ne!(a, b, "two visitors hold one ticket");
}

/// The price is asked for once, by whoever misses it first.
///
/// # Panics
///
/// Panics if it was asked for more often. Where readers wait for each other, nobody is told the price.
pub fn the_price_is_asked_for_once<P: PriceList>() {
    let list = Arc::new(P::empty());
    let prices = both(Arc::clone(&list), |list, _| list.price());
    assert_eq!(prices, [42; 2]);
    assert_eq!(list.asked(), 1, "the wholesaler was asked again");
}

/// What is put is taken, though the taker may come first and sleep.
///
/// # Panics
///
/// Panics if another ticket is taken. A wakeup that is lost leaves the taker asleep.
pub fn what_is_put_is_taken<H: Handover>() {
    let desk = Arc::new(H::empty());
    let taker = thread::spawn({
        let desk = Arc::clone(&desk);
        move || desk.take()
    });
    desk.put(7);
    assert_eq!(taker.join().expect("taking does not panic"), 7);
}

/// Each of two takers gets one of two tickets.
///
/// # Panics
///
/// Panics if one of them gets none, or the other's.
pub fn each_taker_gets_a_ticket<H: Handover>() {
    let desk = Arc::new(H::empty());
    let takers = [&desk, &desk].map(|desk| {
        let desk = Arc::clone(desk);
        thread::spawn(move || desk.take())
    });
    desk.put(1);
    desk.put(2);
    let mut taken = takers.map(|taker| taker.join().expect("taking does not panic"));
    taken.sort_unstable();
    assert_eq!(taken, [1, 2]);
}

/// Everybody at the table eats.
///
/// # Panics
///
/// Panics if somebody has not. Where all hold one fork each, nothing panics: they wait for ever.
pub fn everybody_eats(seats: usize, manners: Manners) {
    assert_eq!(dine(seats, manners), seats);
}

/// No more are inside at once than there are permits, and everybody gets in.
///
/// # Panics
///
/// Panics if there are more.
pub fn no_more_are_inside_than_there_are_permits(permits: u32, visitors: usize) {
    let hall = Arc::new((Semaphore::new(permits), AtomicUsize::new(0)));
    let visit = |_| {
        let hall = Arc::clone(&hall);
        thread::spawn(move || {
            let (gate, inside) = &*hall;
            let _permit = gate.acquire();
            // Relaxed: each update sees the newest number, and nothing else hangs on it.
            let others = inside.fetch_add(1, Relaxed);
            assert!(others < permits as usize, "too many are inside");
            inside.fetch_sub(1, Relaxed);
        })
    };
    let visitors: Vec<_> = (0..visitors).map(visit).collect();
    for visitor in visitors {
        visitor.join().expect("visiting does not panic");
    }
}

/// A permit hands over what was done with it: under the only one, a load and a store lose no update.
///
/// # Panics
///
/// Panics if an update was lost.
pub fn a_permit_hands_over_what_was_done_with_it() {
    let hall = Arc::new((Semaphore::new(1), AtomicUsize::new(0)));
    both(Arc::clone(&hall), |hall, _| {
        let _permit = hall.0.acquire();
        // Relaxed: that this sees the last visitor's store is what the semaphore is for.
        let visits = hall.1.load(Relaxed);
        hall.1.store(visits + 1, Relaxed);
    });
    assert_eq!(hall.1.load(Relaxed), 2, "an update was lost");
}

/// Nobody goes on before all have come, in every round, and one of each round was the last.
///
/// # Panics
///
/// Panics if a thread leaves too early.
pub fn nobody_goes_on_before_all_have_come(threads: u32, rounds: usize) {
    let came: Vec<_> = (0..threads).map(|_| AtomicUsize::new(0)).collect();
    let court = Arc::new((Barrier::new(threads), came));
    let meet = |here: usize| {
        let court = Arc::clone(&court);
        let one_round = move |round: &usize| {
            let (barrier, came) = &*court;
            // Relaxed: that the others see it is what the barrier is for.
            came[here].store(*round, Relaxed);
            let is_last = barrier.wait();
            let all_came = came.iter().all(|came| came.load(Relaxed) >= *round);
            assert!(all_came, "somebody has not come yet");
            is_last
        };
        thread::spawn(move || (1..=rounds).filter(one_round).count())
    };
    let threads: Vec<_> = (0..threads as usize).map(meet).collect();
    let ended = threads.into_iter().map(|thread| thread.join());
    let was_last = ended.map(|last| last.expect("meeting does not panic"));
    assert_eq!(was_last.sum::<usize>(), rounds);
}

/// Lets two threads do the same to one thing; each is told which of the two it is.
fn both<T, R>(thing: T, act: impl Fn(&T, usize) -> R + Send + Sync + 'static) -> [R; 2]
where
    T: Send + Sync + 'static,
    R: Send + 'static,
{
    let shared = Arc::new((thing, act));
    let threads = [0, 1].map(|which| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || (shared.1)(&shared.0, which))
    });
    threads.map(|thread| thread.join().expect("it does not panic"))
}
