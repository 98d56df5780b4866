//! Where an outcome stands: a matter of interleaving, of weak memory, or of neither.

use std::collections::BTreeSet;
use std::fmt;

use crate::terminal::Tone;

/// Says what allows an outcome. It is computed from the model's outcomes, never written by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Some interleaving of the threads' steps ends in this outcome.
    Interleaving,
    /// No interleaving does, but reordered or delayed memory accesses do.
    WeakMemory,
    /// Nothing the model knows does. Seen once, it refutes the program or the model.
    Forbidden,
}

impl Verdict {
    /// Looks an outcome up in what interleaving reaches, then in what weak memory reaches.
    pub(super) fn of<O: Ord>(
        outcome: &O,
        interleaving: &BTreeSet<O>,
        weak_memory: &BTreeSet<O>,
    ) -> Self {
        if interleaving.contains(outcome) {
            Verdict::Interleaving
        } else if weak_memory.contains(outcome) {
            Verdict::WeakMemory
        } else {
            Verdict::Forbidden
        }
    }

    pub(super) fn tone(self) -> Tone {
        match self {
            Verdict::Interleaving => Tone::Plain,
            Verdict::WeakMemory => Tone::Warning,
            Verdict::Forbidden => Tone::Bad,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Verdict::Interleaving => "interleaving",
            Verdict::WeakMemory => "weak memory",
            Verdict::Forbidden => "forbidden",
        })
    }
}
