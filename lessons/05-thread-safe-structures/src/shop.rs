//! The ticket shop of lesson 01, mended in five ways: by a lock, an atomic, a queue, a map, and by sharing nothing.
//!
//! | | a seat is found and taken | course |
//! |---|---|---|
//! | [`oversold`] | in two steps | lesson 01: broken |
//! | [`locked`] | under a lock | lesson 02 |
//! | [`exchanged`] | in one compare-exchange | lesson 03 |
//! | [`queued`] | by one seller, whom all buyers queue for | lesson 04 |
//! | [`mapped`] | in one call of a shared map | lesson 05 |
//! | [`divided`] | by its own window, to which it was given beforehand | lesson 01 |

pub mod divided;
pub mod exchanged;
pub mod locked;
pub mod mailbox;
pub mod mapped;
pub mod oversold;
pub mod queued;

use super::world::call;
use super::world::thread;

/// A seat, by its number.
pub type Seat = usize;

/// Promises that a seat is sold once, and that every seat that could be sold is. A value is one window of the shop.
pub trait Shop: Send + Sized + 'static {
    /// Opens so many windows, which sell the seats from 0 to `seats` between them.
    fn open(seats: usize, windows: usize) -> Vec<Self>;

    /// Sells a seat at this window; `None` if there is none left for it.
    fn sell(&mut self) -> Option<Seat>;
}

/// Sells at every window at once until there are no seats left, and returns those sold, each as often as it was.
pub fn sell_out<S: Shop>(seats: usize, windows: usize) -> Vec<Seat> {
    let open = |mut window: S| {
        thread::spawn(move || {
            std::iter::from_fn(|| call(format_args!("sell()")).gives(window.sell()))
                .collect::<Vec<_>>()
        })
    };
    let windows: Vec<_> = S::open(seats, windows).into_iter().map(open).collect();
    let sold = windows
        .into_iter()
        .flat_map(|window| window.join().expect("selling does not panic"));
    sold.collect()
}
