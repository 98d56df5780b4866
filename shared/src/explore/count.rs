//! How many schedules there are, and how many end which way: exact, without walking them one by one.

use std::collections::BTreeMap;
use std::{error, fmt};

use super::graph::Graph;
use super::outcome::Outcome;
use super::state::State;

/// The number of complete schedules of a program, by the state they end in.
///
/// A share of schedules is not a probability: no machine draws a schedule by lot, let alone each
/// with the same chance. It tells how much there is to test, not how often a test fails.
#[derive(Clone, Debug)]
pub struct Schedules<'g> {
    ends: Vec<(State<'g>, u128)>,
    total: u128,
}

/// The schedules could not be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uncountable {
    /// After `lead`, the letters of `cycle` lead back to the same state, as often as one likes.
    Endless {
        /// A shortest schedule to a state on the cycle.
        lead: String,
        /// The letters that can repeat for ever.
        cycle: String,
    },
    /// There are 2^128 schedules or more.
    Overflow,
}

impl Graph {
    /// Counts the schedules that lead from the start to an end.
    ///
    /// # Errors
    ///
    /// When there are infinitely many, or too many for a `u128`.
    pub fn schedules(&self) -> Result<Schedules<'_>, Uncountable> {
        let mut ways = vec![0_u128; self.configs.len()];
        ways[0] = 1;
        for from in self.in_order()? {
            for (_, to) in self.edges(from) {
                let sum = ways[to].checked_add(ways[from]);
                ways[to] = sum.ok_or(Uncountable::Overflow)?;
            }
        }
        let ends: Vec<_> = self.ends().map(|end| (end, ways[end.number()])).collect();
        let mut each = ends.iter().map(|(_, ways)| *ways);
        let total = each.try_fold(0, u128::checked_add);
        let total = total.ok_or(Uncountable::Overflow)?;
        Ok(Schedules { ends, total })
    }

    /// Orders the states so that each comes before its successors, by peeling off from the ends.
    fn in_order(&self) -> Result<Vec<usize>, Uncountable> {
        let predecessors = self.predecessors();
        let states = 0..self.configs.len();
        let mut unpeeled: Vec<_> = states.map(|from| self.edges(from).count()).collect();
        let mut order: Vec<_> = self.ends().map(|end| end.number()).collect();
        let mut peeled = 0;
        while peeled < order.len() {
            for &from in &predecessors[order[peeled]] {
                unpeeled[from] -= 1;
                if unpeeled[from] == 0 {
                    order.push(from);
                }
            }
            peeled += 1;
        }
        match unpeeled.iter().position(|&left| left > 0) {
            Some(first) => Err(self.endless(first, &unpeeled)),
            None => Ok(order.into_iter().rev().collect()),
        }
    }

    /// From a state that was not peeled, some letter leads to another one, and at last round a cycle.
    fn endless(&self, first: usize, unpeeled: &[usize]) -> Uncountable {
        let (mut walk, mut letters) = (vec![first], String::new());
        loop {
            let mut edges = self.edges(walk[walk.len() - 1]);
            let stays = edges.find(|(_, to)| unpeeled[*to] > 0);
            let (letter, to) = stays.expect("a state whose successors are all peeled is peeled");
            letters.push(letter);
            if let Some(entry) = walk.iter().position(|&seen| seen == to) {
                let (lead, cycle) = (self.schedule_to(to), letters[entry..].into());
                return Uncountable::Endless { lead, cycle };
            }
            walk.push(to);
        }
    }
}

impl<'g> Schedules<'g> {
    /// Returns how many schedules there are.
    pub fn total(&self) -> u128 {
        self.total
    }

    /// Returns how many schedules end in a state of this kind.
    pub fn ending(&self, kind: impl Fn(&State<'g>) -> bool) -> u128 {
        let of_kind = self.ends.iter().filter(|(end, _)| kind(end));
        of_kind.map(|(_, ways)| ways).sum()
    }

    /// Returns how many schedules have each outcome, as values of the given names.
    ///
    /// # Panics
    ///
    /// When a name is unknown, or a register is not kept to the end.
    pub fn by_outcome(&self, names: &[&str]) -> BTreeMap<Outcome, u128> {
        let mut counts = BTreeMap::new();
        for (end, ways) in &self.ends {
            let outcome = end.outcome(names).expect("schedules end in ends");
            *counts.entry(outcome).or_default() += ways;
        }
        counts
    }
}

impl fmt::Display for Uncountable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Uncountable::Endless { lead, cycle } => write!(
                f,
                "there are infinitely many schedules: after `{lead}`, `{cycle}` can repeat for ever; \
                 write the loop as one blocked step with `wait_until`, or ask only what is reachable"
            ),
            Uncountable::Overflow => {
                f.write_str("there are 2^128 schedules or more: take fewer threads or steps")
            }
        }
    }
}

impl error::Error for Uncountable {}
