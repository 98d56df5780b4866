//! Ending a critical section before the next begins: what is needed of the guarded value is copied out first.

use super::world::sync::Mutex;

/// Promises to give every visitor a ticket, with a number that no other visitor has.
pub trait Desk: Send + Sync + 'static {
    /// Opens with an empty roll of tickets.
    fn open() -> Self;

    /// Gives out the next ticket; where the roll has come to its end, puts in another.
    fn next_ticket(&self) -> u32;
}

/// Holds tickets on a roll.
#[derive(Debug, Default)]
pub struct Roll {
    given: u32,
    printed: u32,
}

impl Roll {
    /// Tears off the next ticket, if one is left.
    pub fn tear_off(&mut self) -> Option<u32> {
        let left = self.given < self.printed;
        self.given += u32::from(left);
        left.then_some(self.given)
    }

    /// Puts in a new roll, unless somebody else has done so meanwhile.
    pub fn refill(&mut self) {
        if self.given == self.printed {
            self.printed += 100;
        }
    }
}

/// Keeps the lock no longer than it takes to tear off a ticket, or to put in a roll.
#[derive(Debug)]
pub struct ShortSection {
    roll: Mutex<Roll>,
}

impl ShortSection {
    fn refill(&self) {
        self.roll.lock().expect("a desk does not panic").refill();
    }
}

impl Desk for ShortSection {
    fn open() -> Self {
        Self {
            roll: Mutex::new(Roll::default()),
        }
    }

    // ANCHOR: next_ticket
    fn next_ticket(&self) -> u32 {
        loop {
            // The guard lives to the semicolon.
            let ticket = self.roll.lock().expect("a desk does not panic").tear_off();
            match ticket {
                Some(ticket) => return ticket,
                None => self.refill(),
            }
        }
    }
    // ANCHOR_END: next_ticket
}
