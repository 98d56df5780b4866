//! Contenders that do the same work in turn, round after round, so that the machine's drift meets all of them alike.

use crate::{Sample, machine};
use std::fmt;
use std::thread;
use std::time::Duration;

/// How long one turn lasts.
const SPAN: Duration = Duration::from_millis(25);

/// How many rounds count; one more before them does not.
const ROUNDS: usize = 11;

/// How often a disturbed turn is taken again, in all rounds of a contest together, before they are kept as they are.
const PATIENCE: usize = 60;

/// What a contender is in the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// One of the course's own.
    Ours,
    /// What ours are compared with: the best of these.
    Peer,
    /// What all others are compared with, whatever they are; it stands for the peers.
    Base,
    /// Shown beside the others, which are not compared with it: it promises something else, or is nobody's best.
    Context,
}

/// Takes its turn in a contest.
pub struct Contender {
    /// What the table calls it.
    pub name: &'static str,
    /// What it is in the comparison.
    pub side: Side,
    /// Works so long with so many threads, and checks what came of it.
    pub turn: fn(usize, Duration) -> Sample,
}

/// What sets a contest apart from others of its title, beside the number of threads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// What it says something of, as the table's head calls it.
    pub of: &'static str,
    /// What it is here.
    pub is: &'static str,
}

/// The same work for several contenders, with so many threads.
#[derive(Debug)]
pub struct Contest {
    /// What it is about: the contests of one title make one table.
    pub title: &'static str,
    /// What sets it apart from the others of its title.
    pub case: Case,
    /// How many threads work.
    pub threads: usize,
    /// Who takes part.
    pub contenders: Vec<Contender>,
}

/// What came of one turn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Million times a second, all threads together.
    pub throughput: f64,
    /// The least busy thread's share of what the busiest did.
    pub fairness: f64,
    /// Whether the work came out right.
    pub right: bool,
    /// The share of what was done that the result lacks.
    pub lost: f64,
}

/// What came of all turns of a contest in one launch of the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rounds {
    /// For each round, the score of each contender.
    pub scores: Vec<Vec<Score>>,
    /// How many turns were disturbed by other work, and taken again.
    pub rejected: usize,
    /// How many were disturbed and kept, since patience had an end.
    pub kept: usize,
}

impl Contest {
    /// The bold part of its title, which names it in short; all of it, if none is bold.
    pub(crate) fn name(&self) -> &'static str {
        self.title.split("**").nth(1).unwrap_or(self.title)
    }
}

impl Case {
    /// What a thread does between two uses of what is compared.
    #[must_use]
    pub const fn outside(is: &'static str) -> Self {
        let of = "outside";
        Self { of, is }
    }

    /// How many values there is room for.
    #[must_use]
    pub const fn room(is: &'static str) -> Self {
        let of = "room";
        Self { of, is }
    }
}

impl Contest {
    /// Runs all rounds.
    #[must_use]
    pub fn run(&self) -> Rounds {
        let mut rounds = Rounds::default();
        for round in 0..=ROUNDS {
            let scores = self.round(round, &mut rounds);
            rounds.scores.push(scores);
        }
        // It has brought code and data into the caches, and the processor up to speed.
        rounds.scores.remove(0);
        rounds
    }

    fn round(&self, round: usize, rounds: &mut Rounds) -> Vec<Score> {
        let mut scores: Vec<(usize, Score)> = order(round, self.contenders.len())
            .map(|who| (who, self.turn(&self.contenders[who], rounds)))
            .collect();
        scores.sort_by_key(|(who, _)| *who);
        scores.into_iter().map(|(_, score)| score).collect()
    }

    /// Takes a turn until it is undisturbed, or patience ends.
    fn turn(&self, contender: &Contender, rounds: &mut Rounds) -> Score {
        loop {
            let sample = (contender.turn)(self.threads, SPAN);
            // As much rest as work: a machine that is always busy slows down, or is slowed down by its host.
            thread::sleep(SPAN);
            let disturbed = sample.is_disturbed(machine::cores());
            if disturbed && rounds.rejected < PATIENCE {
                rounds.rejected += 1;
                continue;
            }
            rounds.kept += usize::from(disturbed);
            return Score::of(&sample);
        }
    }
}

/// For whoever waits while it runs.
impl fmt::Display for Contest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (threads, Case { of, is }) = (self.threads, self.case);
        let names: Vec<&str> = self.contenders.iter().map(|one| one.name).collect();
        let names = names.join(", ");
        write!(f, "{names}; threads: {threads}; {of}: {is}")
    }
}

impl Score {
    fn of(sample: &Sample) -> Self {
        Self {
            throughput: sample.throughput(),
            fairness: sample.fairness(),
            right: sample.right,
            lost: sample.lost,
        }
    }
}

impl fmt::Debug for Contender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Returns who goes when: another one first in every round, and every other round backwards, so that nobody always
/// follows the same one.
fn order(round: usize, contenders: usize) -> impl Iterator<Item = usize> {
    (0..contenders).map(move |place| {
        let place = if round.is_multiple_of(2) {
            place
        } else {
            contenders - 1 - place
        };
        (place + round / 2) % contenders
    })
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn each_goes_once_in_a_round_and_first_and_last_in_some() {
        let rounds: Vec<Vec<usize>> = (0..6).map(|round| order(round, 3).collect()).collect();
        assert_eq!(rounds[..3], [[0, 1, 2], [2, 1, 0], [1, 2, 0]]);
        for who in 0..3 {
            assert!(rounds.iter().any(|round| round[0] == who));
            assert!(rounds.iter().any(|round| round[2] == who));
            assert!(rounds.iter().all(|round| round.contains(&who)));
        }
    }
}
