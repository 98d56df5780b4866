//! Follows all explanations of a history at once, while operations begin and return.

use super::intervals::{Set, bit};
use crate::history::{History, Sequential};
use std::collections::{BTreeSet, HashMap};

/// Holds the explanations met so far, each by a number.
pub struct Monitor<'a, S: Sequential> {
    history: &'a History<S>,
    known: Vec<Explanation<S>>,
    numbers: HashMap<Explanation<S>, usize>,
}

/// Tells where an order of the operations that have returned, and of some others, leads.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Explanation<S> {
    /// The operations that have taken effect and not returned.
    early: Set,
    state: S,
}

/// Holds explanations by their numbers.
pub type Explanations = BTreeSet<usize>;

impl<'a, S: Sequential> Monitor<'a, S> {
    pub fn new(history: &'a History<S>) -> Self {
        Self {
            history,
            known: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    /// Returns what explains that nothing has happened.
    pub fn start(&mut self) -> Explanations {
        let state = self.history.initial.clone();
        Explanations::from([self.number(Explanation { early: 0, state })])
    }

    /// Returns what still explains the history when an operation returns; `open` have begun and not returned.
    ///
    /// Operations take effect just in time: any that are open, up to the one that returns.
    pub fn after_return(
        &mut self,
        of: usize,
        open: Set,
        explanations: &Explanations,
    ) -> Explanations {
        let mut left = Vec::from_iter(explanations.iter().copied());
        let mut met = explanations.clone();
        let mut after = Explanations::new();
        while let Some(number) = left.pop() {
            let Explanation { early, state } = self.known[number].clone();
            if early & bit(of) != 0 {
                let early = early & !bit(of);
                after.insert(self.number(Explanation { early, state }));
                continue;
            }
            for next in 0..self.history.operations.len() {
                if open & !early & bit(next) == 0 {
                    continue;
                }
                if let Some(state) = self.history.after(next, &state) {
                    let early = early | bit(next);
                    let number = self.number(Explanation { early, state });
                    if met.insert(number) {
                        left.push(number);
                    }
                }
            }
        }
        after
    }

    fn number(&mut self, explanation: Explanation<S>) -> usize {
        *self
            .numbers
            .entry(explanation)
            .or_insert_with_key(|explanation| {
                self.known.push(explanation.clone());
                self.known.len() - 1
            })
    }
}
