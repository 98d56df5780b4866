//! Stands for `std::hint`.

/// Tells the checker that this thread waits for another, as every spinning loop must.
///
/// The checker lets other threads run first, and the thread then sees what has changed.
#[track_caller]
pub fn spin_loop() {
    super::thread::yield_now();
}
