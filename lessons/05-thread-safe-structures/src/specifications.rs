//! What each structure of the lesson does when one thread alone uses it: the sequential specifications of its histories.

use super::words::Word;
use shared::history::{Sequential, Stack, StackCall};
use std::collections::{BTreeMap, BTreeSet};

/// Specifies a map of words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Counts(BTreeMap<Word, u64>);

/// Names what can be asked of a map of words.
#[derive(Clone, Copy, Debug)]
pub enum MapCall {
    /// Asks for the count of a word.
    Get(Word),
    /// Puts a count in.
    Insert(Word, u64),
    /// Adds 1 to the count of a word.
    Add(Word),
    /// Takes the count of a word out.
    Remove(Word),
}

/// Replies with a count, if there is one to tell: what was got or taken out, or was there before an insertion.
pub type MapReply = Option<u64>;

// ANCHOR: counts
impl Sequential for Counts {
    type Call = MapCall;
    type Reply = MapReply;

    fn apply(&mut self, call: &MapCall) -> MapReply {
        match *call {
            MapCall::Get(word) => self.0.get(word).copied(),
            MapCall::Insert(word, count) => self.0.insert(word, count),
            MapCall::Add(word) => {
                *self.0.entry(word).or_default() += 1;
                None
            }
            MapCall::Remove(word) => self.0.remove(word),
        }
    }
}
// ANCHOR_END: counts

/// Specifies a counter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Count(usize);

/// Names what can be asked of a counter.
#[derive(Clone, Copy, Debug)]
pub enum CountCall {
    /// Adds 1; the reply is 0.
    Increment,
    /// Asks for the count.
    Get,
}

impl Sequential for Count {
    type Call = CountCall;
    type Reply = usize;

    fn apply(&mut self, call: &CountCall) -> usize {
        match call {
            CountCall::Increment => {
                self.0 += 1;
                0
            }
            CountCall::Get => self.0,
        }
    }
}

/// Specifies a hall by the seats that are taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Seats(pub BTreeSet<u32>);

/// Names what can be asked of a hall.
#[derive(Clone, Copy, Debug)]
pub enum HallCall {
    /// Takes a seat; the reply is 0.
    Sit(u32),
    /// Leaves a seat; the reply is 0.
    Rise(u32),
    /// Asks how many seats are taken.
    Taken,
}

impl Sequential for Seats {
    type Call = HallCall;
    type Reply = usize;

    fn apply(&mut self, call: &HallCall) -> usize {
        match call {
            HallCall::Sit(seat) => self.0.insert(*seat),
            HallCall::Rise(seat) => self.0.remove(seat),
            HallCall::Taken => return self.0.len(),
        };
        0
    }
}

/// Specifies a free list: it is a stack of slots, full at the beginning, slot 1 on top.
#[must_use]
pub fn free_slots(slots: usize) -> Stack<usize> {
    let mut stack = Stack::new();
    for slot in (1..=slots).rev() {
        stack.apply(&StackCall::Push(slot));
    }
    stack
}
