//! A candidate execution: a history for each variable, as the relations and sets the axioms speak of.

use std::sync::atomic::Ordering::{self, AcqRel, Acquire, Release, SeqCst};

use super::super::outcome::Outcome;
use super::super::program::Op;
use super::event::Events;
use super::history::History;
use super::relation::{Relation, Set, collect, contains};

#[derive(Debug)]
pub struct Execution<'a> {
    pub events: &'a Events,
    histories: Vec<&'a History>,
    /// Reads from: from a write to every read of its value.
    pub rf: Relation,
    /// Modification order: from a write to all later ones of its variable.
    pub mo: Relation,
    pub writes: Set,
}

impl<'a> Execution<'a> {
    pub fn new(events: &'a Events, histories: Vec<&'a History>) -> Self {
        let (mut rf, mut mo, mut writes) = (Relation::empty(), Relation::empty(), 0);
        for history in &histories {
            for (&read, &(write, _)) in &history.reads {
                rf.insert(write, read);
            }
            for (i, &(write, _)) in history.writes.iter().enumerate() {
                writes |= 1 << write;
                for &(later, _) in &history.writes[i + 1..] {
                    mo.insert(write, later);
                }
            }
        }
        Self {
            events,
            histories,
            rf,
            mo,
            writes,
        }
    }

    pub fn outcome(&self) -> Outcome {
        let reads = self.histories.iter().flat_map(|history| &history.reads);
        let mut registers: Vec<_> = reads.map(|(&read, &(_, value))| (read, value)).collect();
        registers.sort_unstable();
        let last = |history: &&History| history.writes[history.writes.len() - 1].1;
        Outcome {
            registers: registers.into_iter().map(|(_, value)| value).collect(),
            finals: self.histories.iter().map(last).collect(),
        }
    }

    /// Returns the read-modify-writes; a failed `compare_exchange` is a mere read.
    pub fn updates(&self) -> Set {
        self.writes & self.select(|id| self.events.list[id].op.reads())
    }

    pub fn releases(&self) -> Set {
        self.select(|id| matches!(self.order(id), Release | AcqRel | SeqCst))
    }

    pub fn acquires(&self) -> Set {
        self.select(|id| matches!(self.order(id), Acquire | AcqRel | SeqCst))
    }

    pub fn seq_csts(&self) -> Set {
        self.select(|id| self.order(id) == SeqCst)
    }

    fn select(&self, belongs: impl Fn(usize) -> bool) -> Set {
        collect(|id| id < self.events.list.len() && belongs(id))
    }

    fn order(&self, id: usize) -> Ordering {
        match self.events.list[id].op {
            Op::Load { order, .. }
            | Op::Store { order, .. }
            | Op::FetchAdd { order, .. }
            | Op::Fence { order } => order,
            Op::CompareExchange { success, .. } if contains(self.writes, id) => success,
            Op::CompareExchange { failure, .. } => failure,
        }
    }
}
