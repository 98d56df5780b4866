//! What must hold in every execution, written once for the broken type and for the sound one.

use super::publication::Announce;
use super::seat::Sale;
use super::world::sync::Arc;
use super::world::thread;

/// No update is lost: two threads that add 1 each make 2.
///
/// # Panics
///
/// Panics if `count(2, 1)` is not 2.
pub fn no_update_is_lost(count: impl Fn(usize, usize) -> usize) {
    assert_eq!(count(2, 1), 2, "an update was lost");
}

/// A seat is sold once: of two buyers one is told that it is theirs.
///
/// # Panics
///
/// Panics if both are told so, or neither.
pub fn a_seat_is_sold_once<S: Sale>() {
    let sold = sell_to_two::<S>();
    assert_eq!(
        sold.iter().filter(|&&sold| sold).count(),
        1,
        "one seat, and this many buyers own it"
    );
}

/// Lets two buyers try to buy one seat, and returns what each is told.
pub fn sell_to_two<S: Sale>() -> [bool; 2] {
    let seat = Arc::new(S::open());
    let buyers = [&seat, &seat].map(|seat| {
        let seat = Arc::clone(seat);
        thread::spawn(move || seat.buy())
    });
    buyers.map(|buyer| buyer.join().expect("buying does not panic"))
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
        assert_eq!(price, 42, "the price was read before it was written");
    }
    seller.join().expect("announcing does not panic");
}
