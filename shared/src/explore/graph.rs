//! Every state that some schedule reaches, found breadth first and numbered in that order.

use std::{error, fmt};

use super::config::Config;
use super::letter::Letter;
use super::numbers::Numbers;
use super::program::Program;
use super::rules::Rules;
use super::state::State;

/// All reachable states of a program, with one successor for each letter that may come next.
///
/// States are numbered from 0, where the program starts.
/// A lower number never needs a longer schedule, and the numbers are the same in every run.
#[derive(Debug)]
pub struct Graph {
    pub(super) rules: Rules,
    pub(super) letters: Vec<Letter>,
    pub(super) configs: Vec<Config>,
    /// Where each letter leads, in the order of `letters`, for one state after the other.
    next: Vec<Option<usize>>,
}

/// The search was given up: the program has more states than the limit allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyStates {
    /// How many states were allowed.
    pub limit: usize,
}

impl Graph {
    /// Explores the program breadth first.
    pub(super) fn search(program: Program, limit: usize) -> Result<Graph, TooManyStates> {
        let letters = Letter::all(program.threads.len(), program.store_buffers);
        let rules = Rules::new(program);
        let (mut configs, mut numbers, mut next) = (vec![], Numbers::new(), vec![]);
        numbers.number(&mut configs, rules.start());
        let mut from = 0;
        while from < configs.len() {
            if configs.len() > limit {
                return Err(TooManyStates { limit });
            }
            for &letter in &letters {
                let after = rules.take(&configs[from], letter).ok();
                next.push(after.map(|config| numbers.number(&mut configs, config)));
            }
            from += 1;
        }
        Ok(Graph {
            rules,
            letters,
            configs,
            next,
        })
    }

    /// Returns the program.
    pub fn program(&self) -> &Program {
        &self.rules.program
    }

    /// Returns the letters of its schedules, in the order that breaks ties.
    pub fn letters(&self) -> impl Iterator<Item = char> {
        self.letters.iter().map(|letter| letter.char())
    }

    /// Returns a state by its number.
    ///
    /// # Panics
    ///
    /// When there is no such state.
    pub fn state(&self, number: usize) -> State<'_> {
        assert!(number < self.configs.len(), "there is no state {number}");
        State {
            graph: self,
            number,
        }
    }

    /// Returns all states, in the order of their numbers.
    pub fn states(&self) -> impl ExactSizeIterator<Item = State<'_>> {
        (0..self.configs.len()).map(|number| self.state(number))
    }

    /// Returns the states in which no thread can move any more.
    pub fn ends(&self) -> impl Iterator<Item = State<'_>> {
        self.states().filter(State::is_end)
    }

    /// Counts the edges: the pairs of a state and a letter that may come next.
    pub fn edge_count(&self) -> usize {
        self.next.iter().flatten().count()
    }

    /// Returns where each letter leads from a state, in the order of `letters`.
    pub(super) fn successors(&self, from: usize) -> &[Option<usize>] {
        let letters = self.letters.len();
        &self.next[from * letters..][..letters]
    }

    /// Returns the letters that may come next, and where they lead.
    pub(super) fn edges(&self, from: usize) -> impl Iterator<Item = (char, usize)> {
        let edge = |(letter, to): (char, &Option<usize>)| to.map(|to| (letter, to));
        self.letters().zip(self.successors(from)).filter_map(edge)
    }

    /// Returns, for each state, the states that have it as a successor.
    pub(super) fn predecessors(&self) -> Vec<Vec<usize>> {
        let mut predecessors = vec![vec![]; self.configs.len()];
        for from in 0..self.configs.len() {
            for (_, to) in self.edges(from) {
                predecessors[to].push(from);
            }
        }
        predecessors
    }
}

impl fmt::Display for TooManyStates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the program has more than {} states: take fewer threads or steps, stop values that \
             grow without end, or raise the limit with `explore_up_to`",
            self.limit
        )
    }
}

impl error::Error for TooManyStates {}
