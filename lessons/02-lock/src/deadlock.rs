//! A deadlock that really happens: two threads, two locks, and a barrier that leaves it no chance not to.

use super::wait_for::{Standing, WaitForGraph, WatchedMutex};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Barrier};
use std::thread;

/// The two accounts, whose locks the graph knows by these names.
const OWNERS: [&str; 2] = ["alice", "bob"];

/// Makes two transfers at once, each of which locks the account that pays first; returns how they wait for each other.
///
/// Each thread takes its first lock, meets the other at a barrier, and asks for its second, which the other holds.
/// The two are left where they are, since no thread can be ended from outside; they end with the process.
///
/// # Examples
///
/// ```
/// let circle = lock::deadlock::in_opposite_orders();
/// let [a, b] = &circle[..] else { panic!("two threads wait") };
/// assert_eq!(a.waits_for, Some(b.holds[0]));
/// assert_eq!(b.waits_for, Some(a.holds[0]));
/// ```
#[must_use]
pub fn in_opposite_orders() -> Vec<Standing> {
    let doorstep = Barrier::new(2);
    let circle = transfers([[0, 1], [1, 0]], move || {
        doorstep.wait();
    });
    circle.expect("each thread holds what the other asks for")
}

/// Makes two transfers at once, both of which lock Alice's account first; returns `None`, since they wait for nobody long.
///
/// # Examples
///
/// ```
/// assert_eq!(lock::deadlock::in_one_order(), None);
/// ```
#[must_use]
pub fn in_one_order() -> Option<Vec<Standing>> {
    transfers([[0, 1], [0, 1]], || ())
}

/// Starts a thread for each order, which takes its two locks and does `between` in between, and watches them.
fn transfers(
    orders: [[usize; 2]; 2],
    between: impl Fn() + Send + Sync + 'static,
) -> Option<Vec<Standing>> {
    let graph = Arc::new(WaitForGraph::default());
    let accounts = OWNERS.map(|owner| WatchedMutex::new(owner, 100, &graph));
    let bank = Arc::new((accounts, between, AtomicUsize::new(0)));
    for (name, [from, to]) in ["A", "B"].into_iter().zip(orders) {
        let (bank, graph) = (Arc::clone(&bank), Arc::clone(&graph));
        let transfer = move || {
            let (accounts, between, ended) = &*bank;
            {
                let mut from = accounts[from].lock();
                between();
                let mut to = accounts[to].lock();
                *from -= 10;
                *to += 10;
            }
            // SeqCst is not needed: the graph's lock orders this before the look. It costs nothing here.
            ended.fetch_add(1, SeqCst);
            graph.look_again();
        };
        let thread = thread::Builder::new().name(name.to_owned()).spawn(transfer);
        drop(thread.expect("the system has room for two threads"));
    }
    graph.watch(|| bank.2.load(SeqCst) == orders.len())
}
