//! Stands for `std::hint`.

/// How often a lock looks again before it sleeps: never, since the checker lets others go first whenever a thread spins,
/// and would hardly see one sleep.
pub const LOOKS: u32 = 0;

/// Tells the checker that this thread waits for another, as every spinning loop must.
///
/// The checker lets other threads run first, and the thread then sees what has changed.
#[track_caller]
pub fn spin_loop() {
    super::thread::yield_now();
}
