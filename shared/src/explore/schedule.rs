//! Schedules written as letters: the shortest to a state of some kind, and the walk along a given one.

use std::{error, fmt};

use super::graph::Graph;
use super::reason::Reason;
use super::state::State;

/// A schedule cannot be followed: one of its letters cannot come where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplayError {
    /// Where the letter stands, counted from 1.
    pub position: usize,
    /// The letter.
    pub letter: char,
    /// Why it cannot come there.
    pub reason: Reason,
}

impl Graph {
    /// Finds the shortest schedule to a state of this kind; of several, the first by the alphabet
    /// of [`Graph::letters`].
    pub fn witness<'g>(&'g self, kind: impl Fn(&State<'g>) -> bool) -> Option<String> {
        // Breadth first, letter by letter, numbers the states in just this order.
        let first = self.states().find(|state| kind(state))?;
        Some(self.schedule_to(first.number()))
    }

    /// Returns the shortest schedule to a state; of several, the first by the alphabet.
    pub(super) fn schedule_to(&self, mut state: usize) -> String {
        let mut letters = vec![];
        while state != 0 {
            // The lowest-numbered predecessor is the one from which the search found it.
            let leads_here = |from| {
                let edge = self.edges(from).find(|(_, to)| *to == state);
                edge.map(|(letter, _)| (from, letter))
            };
            let found_from = (0..state).find_map(leads_here);
            let (from, letter) = found_from.expect("a lower-numbered state leads here");
            letters.push(letter);
            state = from;
        }
        letters.iter().rev().collect()
    }

    /// Returns the state that a schedule leads to from the start.
    ///
    /// # Errors
    ///
    /// When a letter cannot come where it stands.
    pub fn after(&self, schedule: &str) -> Result<State<'_>, ReplayError> {
        let visited = self.replay(schedule)?;
        Ok(visited[visited.len() - 1])
    }

    /// Follows a schedule, and returns the states it visits: the start, and one after each letter.
    ///
    /// # Errors
    ///
    /// When a letter cannot come where it stands.
    pub fn replay(&self, schedule: &str) -> Result<Vec<State<'_>>, ReplayError> {
        let mut visited = vec![self.state(0)];
        for (i, letter) in schedule.chars().enumerate() {
            let refused = |reason| ReplayError {
                position: i + 1,
                letter,
                reason,
            };
            visited.push(visited[i].after(letter).map_err(refused)?);
        }
        Ok(visited)
    }
}

impl fmt::Display for ReplayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (position, letter) = (self.position, self.letter);
        let refused = format_args!("letter {position}, `{letter}`, cannot come there");
        write!(f, "{refused}: it {}", self.reason)
    }
}

impl error::Error for ReplayError {}
