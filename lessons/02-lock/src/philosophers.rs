//! Philosophers around a table, a fork between any two: who may take the first fork decides whether all starve.
//!
//! The problem is Dijkstra's (*Hierarchical Ordering of Sequential Processes*, 1971), and so is the remedy:
//! number the forks, and take the lower number first.

use super::world::sync::{Arc, Mutex};
use super::world::thread;

/// Says which fork a philosopher takes first and which second; the seats count from 0, and so do the forks.
pub type Manners = fn(seat: usize, seats: usize) -> [usize; 2];

/// Takes the fork on the left first: polite, alike for all, and a circle.
#[must_use]
pub fn left_fork_first(seat: usize, seats: usize) -> [usize; 2] {
    [seat, (seat + 1) % seats]
}

/// Takes the fork with the lower number first: the last philosopher reaches to the right, and the circle is broken.
#[must_use]
// ANCHOR: lower_fork_first
pub fn lower_fork_first(seat: usize, seats: usize) -> [usize; 2] {
    let mut forks = left_fork_first(seat, seats);
    forks.sort_unstable();
    forks
}
// ANCHOR_END: lower_fork_first

/// Seats a philosopher at each of `seats` places, lets each eat once, and returns how many did.
pub fn dine(seats: usize, manners: Manners) -> usize {
    let forks: Arc<[Mutex<()>]> = (0..seats).map(|_| Mutex::new(())).collect();
    let philosopher = |seat| {
        let forks = Arc::clone(&forks);
        thread::spawn(move || {
            let [first, second] = manners(seat, seats);
            let _first = forks[first].lock().expect("eating does not panic");
            let _second = forks[second].lock().expect("eating does not panic");
            1
        })
    };
    let philosophers: Vec<_> = (0..seats).map(philosopher).collect();
    let meals = philosophers
        .into_iter()
        .map(|philosopher| philosopher.join().expect("eating does not panic"));
    meals.sum()
}
