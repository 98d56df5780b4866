//! How a contender stands: its own figures, and, round by round, how it compares with the best peer.

use crate::{Contest, Quantiles, Rounds, Score, Side};
use std::fmt;

/// Holds what came of all launches of a contest.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// What it was about.
    pub contest: &'a Contest,
    launches: &'a [Rounds],
}

/// What can be said of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Ahead even in the slow rounds of every launch.
    Faster,
    /// Behind even in the fast rounds of every launch.
    Slower,
    /// Neither can be said.
    Level,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Faster => "faster",
            Self::Slower => "slower",
            Self::Level => "level",
        })
    }
}

impl<'a> Standing<'a> {
    /// Looks at what came of a contest.
    #[must_use]
    pub fn new(contest: &'a Contest, launches: &'a [Rounds]) -> Self {
        Self { contest, launches }
    }

    /// Returns a contender's usual throughput.
    #[must_use]
    pub fn throughput(&self, who: usize) -> f64 {
        self.median(who, |score| score.throughput)
    }

    /// Returns a contender's usual fairness.
    #[must_use]
    pub fn fairness(&self, who: usize) -> f64 {
        self.median(who, |score| score.fairness)
    }

    /// Returns in how many turns the work came out wrong, and of how many.
    #[must_use]
    pub fn wrong(&self, who: usize) -> (usize, usize) {
        let turns = || self.scores(who);
        (
            turns().filter(|score| !score.right).count(),
            turns().count(),
        )
    }

    /// Returns how much of the work a contender usually loses.
    #[must_use]
    pub fn lost(&self, who: usize) -> f64 {
        self.median(who, |score| score.lost)
    }

    /// Returns what the others are compared with: the base, or else the peer that usually does most.
    #[must_use]
    pub fn base(&self) -> Option<usize> {
        let all = || 0..self.contest.contenders.len();
        let base = all().find(|&who| self.side(who) == Side::Base);
        let peers = all().filter(|&who| self.side(who) == Side::Peer);
        base.or_else(|| peers.max_by(|&a, &b| self.throughput(a).total_cmp(&self.throughput(b))))
    }

    /// Returns what a contender is compared with; `None` if with nothing, or if it is that itself.
    #[must_use]
    pub fn compared(&self, who: usize) -> Option<usize> {
        self.base().filter(|&base| base != who)
    }

    /// Returns a contender's throughput in terms of the `base`'s, round by round.
    #[must_use]
    pub fn ratios(&self, who: usize, base: usize) -> Quantiles {
        let ratios = self
            .launches
            .iter()
            .flat_map(|launch| ratios(launch, who, base));
        Quantiles::of(ratios.collect())
    }

    /// Returns what can be said of a contender and the `base`.
    #[must_use]
    pub fn verdict(&self, who: usize, base: usize) -> Verdict {
        let mut launches = self
            .launches
            .iter()
            .map(|launch| Quantiles::of(ratios(launch, who, base)));
        if launches.clone().all(|ratios| ratios.low() > 1.0) {
            Verdict::Faster
        } else if launches.all(|ratios| ratios.high() < 1.0) {
            Verdict::Slower
        } else {
            Verdict::Level
        }
    }

    fn side(&self, who: usize) -> Side {
        self.contest.contenders[who].side
    }

    fn median(&self, who: usize, figure: impl Fn(&Score) -> f64) -> f64 {
        Quantiles::of(self.scores(who).map(figure).collect()).median()
    }

    fn scores(&self, who: usize) -> impl Iterator<Item = &Score> {
        let rounds = self.launches.iter().flat_map(|launch| &launch.scores);
        rounds.map(move |scores| &scores[who])
    }
}

fn ratios(launch: &Rounds, who: usize, base: usize) -> Vec<f64> {
    let ratio = |scores: &Vec<Score>| scores[who].throughput / scores[base].throughput;
    launch.scores.iter().map(ratio).collect()
}

#[cfg(test)]
mod tests {
    use super::{Standing, Verdict};
    use crate::{Case, Contender, Contest, Rounds, Score, Side};

    fn contest() -> Contest {
        let contender = |name, side| Contender {
            name,
            side,
            turn: |_, _| unreachable!("the scores are given"),
        };
        Contest {
            title: "",
            case: Case::outside(""),
            threads: 2,
            contenders: vec![
                contender("ours", Side::Ours),
                contender("slow", Side::Peer),
                contender("fast", Side::Peer),
                contender("beside", Side::Context),
            ],
        }
    }

    /// A launch of such throughputs, round by round; a negative one came out wrong.
    fn launch(rounds: &[[f64; 4]]) -> Rounds {
        let score = |throughput: f64| Score {
            throughput: throughput.abs(),
            fairness: 1.0,
            right: throughput > 0.0,
            lost: 0.0,
        };
        Rounds {
            scores: rounds
                .iter()
                .map(|round| round.map(score).to_vec())
                .collect(),
            ..Rounds::default()
        }
    }

    #[test]
    fn the_best_peer_does_most_in_the_median_round() {
        let (contest, launches) = (
            contest(),
            [launch(&[
                [9., 1., 2., 8.],
                [9., 5., 3., 8.],
                [9., 1., 4., 8.],
            ])],
        );
        assert_eq!(Standing::new(&contest, &launches).base(), Some(2));
    }

    #[test]
    fn all_are_compared_with_the_base_or_the_best_peer_and_none_with_what_is_beside() {
        let (mut contest, launches) = (contest(), [launch(&[[9., 1., 2., 8.]])]);
        let compared = |contest: &Contest| {
            let standing = Standing::new(contest, &launches);
            [0, 1, 2, 3].map(|who| standing.compared(who))
        };
        assert_eq!(compared(&contest), [Some(2), Some(2), None, Some(2)]);
        contest.contenders[1].side = Side::Base;
        assert_eq!(compared(&contest), [Some(1), None, Some(1), Some(1)]);
    }

    #[test]
    fn a_ratio_is_of_one_round() {
        // The machine is ten times as fast in the second round, and the ratio stays.
        let (contest, launches) = (
            contest(),
            [launch(&[[3., 1., 2., 1.], [30., 10., 20., 10.]])],
        );
        let ratios = Standing::new(&contest, &launches).ratios(0, 2);
        assert_eq!((ratios.low(), ratios.high()), (1.5, 1.5));
    }

    #[test]
    fn faster_is_faster_in_every_launch() {
        let contest = contest();
        let (ahead, behind) = (
            launch(&[[2., 1., 1., 1.]; 3]),
            launch(&[[1., 1., 2., 1.]; 3]),
        );
        let verdict = |launches: [Rounds; 2]| Standing::new(&contest, &launches).verdict(0, 2);
        assert_eq!(verdict([ahead.clone(), ahead.clone()]), Verdict::Faster);
        assert_eq!(verdict([behind.clone(), behind.clone()]), Verdict::Slower);
        assert_eq!(verdict([ahead, behind]), Verdict::Level);
    }

    #[test]
    fn wrong_turns_are_counted_over_all_launches() {
        let (contest, launches) = (
            contest(),
            [launch(&[[1., 1., 1., -1.]; 2]), launch(&[[1.; 4]])],
        );
        assert_eq!(Standing::new(&contest, &launches).wrong(3), (2, 3));
    }
}
