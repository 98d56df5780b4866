//! What must hold in every execution, written once for the broken types and for the sound ones; `stack_laws` has more.

use super::hall::Hall;
use super::price_tags::PriceTags;
use super::shop::{Shop, sell_out};
use super::striped_counter::StripedCounter;
use super::words::{Word, WordCount, count_together};
use super::world::call;
use super::world::sync::Arc;
use super::world::thread;

/// No word is lost: of two threads that each count one word, both are told of.
///
/// # Panics
///
/// Panics if the count is another.
pub fn no_word_is_lost(counts: impl WordCount) {
    const TEXT: &[Word] = &["seat"];
    let counts = count_together(counts, &[TEXT, TEXT]);
    assert_eq!(counts.of("seat"), 2, "a word was lost");
}

/// Whoever copies a price gets on: two who copy the opposite way both end.
///
/// # Panics
///
/// Panics if a price is not there. Where the law does not hold, nothing panics: the threads wait for ever.
pub fn opposite_copies_both_end<P: PriceTags>() {
    let tags = Arc::new(P::on(&IN_TWO_SHARDS));
    let [here, there] = IN_TWO_SHARDS;
    let other = thread::spawn({
        let tags = Arc::clone(&tags);
        move || copy(&*tags, there, here)
    });
    copy(&*tags, here, there);
    other.join().expect("copying does not panic");
    assert_eq!(IN_TWO_SHARDS.map(|seat| tags.price(seat)), [Some(1); 2]);
}

/// A price is copied, though both seats be in one shard.
///
/// # Panics
///
/// Panics if the copy is not there. A thread that waits for itself makes none.
pub fn a_price_is_copied<P: PriceTags>() {
    let [from, to] = IN_ONE_SHARD;
    let tags = P::on(&[from]);
    copy(&tags, from, to);
    assert_eq!(tags.price(to), Some(1));
}

/// A visitor who changes seats is never without one.
///
/// # Panics
///
/// Panics if nobody is seen in the hall.
pub fn a_visitor_who_changes_seats_is_seen<H: Hall>() {
    let [new, old] = IN_TWO_SHARDS;
    let hall = Arc::new(H::with_a_visitor_in(old));
    let visitor = thread::spawn({
        let hall = Arc::clone(&hall);
        move || {
            let changing = call(format_args!("change_seats({old}, {new})"));
            hall.change_seats(old, new);
            changing.gives(());
        }
    });
    let taken = call(format_args!("taken()")).gives(hall.taken());
    assert_ne!(taken, 0, "a visitor who has a seat was not seen");
    visitor.join().expect("sitting does not panic");
}

/// No increment is lost: threads that add 1 each make as many as they are.
///
/// # Panics
///
/// Panics if another number was counted, or if a count has gone down.
pub fn no_increment_is_lost(counter: StripedCounter, threads: usize) {
    let counter = Arc::new(counter);
    let add = |_| {
        let counter = Arc::clone(&counter);
        thread::spawn(move || counter.increment())
    };
    let threads: Vec<_> = (0..threads).map(add).collect();
    let (before, number) = (counter.get(), threads.len());
    assert!(before <= counter.get(), "a count has gone down");
    for thread in threads {
        thread.join().expect("counting does not panic");
    }
    assert_eq!(counter.get(), number, "an increment was lost");
}

/// A seat is sold once, and every seat that could be sold is.
///
/// # Panics
///
/// Panics if a seat is sold twice or not at all.
pub fn a_seat_is_sold_once_and_every_seat_is_sold<S: Shop>(seats: usize, windows: usize) {
    let mut sold = sell_out::<S>(seats, windows);
    sold.sort_unstable();
    let twice = sold.windows(2).find(|pair| pair[0] == pair[1]);
    assert_eq!(twice, None, "a seat was sold twice");
    assert_eq!(sold, Vec::from_iter(0..seats), "a seat was not sold");
}

fn copy(tags: &impl PriceTags, from: u32, to: u32) {
    let copying = call(format_args!("copy({from}, {to})"));
    tags.copy(from, to);
    copying.gives(());
}

/// Two seats that a map of two shards keeps apart, the first in the first.
pub(super) const IN_TWO_SHARDS: [u32; 2] = [1, 2];

/// Two seats that it keeps together.
const IN_ONE_SHARD: [u32; 2] = [1, 3];
