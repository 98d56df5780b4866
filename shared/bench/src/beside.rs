//! A summary for the book: how each of the course's own stands beside the best peer, by how many threads there are.

use crate::scoreboard::{differ, standings};
use crate::standing::Standing;
use crate::{Case, Contest, Rounds, Side};

/// Returns a table with a row for each of ours and each case, under its title; `None` where none of ours has a peer.
#[must_use]
pub fn beside(contests: &[Contest], found: &[Vec<Rounds>]) -> Option<String> {
    let titles = standings(contests, found);
    let rows: Vec<Vec<Row<'_>>> = titles.iter().map(|one| rows(one)).collect();
    let mut threads: Vec<usize> = rows.iter().flatten().flat_map(Row::threads).collect();
    threads.sort_unstable();
    threads.dedup();
    let columns: String = threads
        .iter()
        .map(|number| format!(" {number} |"))
        .collect();
    let rules = "--:|".repeat(threads.len());
    let head = format!("| |{columns} beside |\n|---|{rules}---|\n");
    let groups = titles.iter().zip(&rows);
    let lines: String = groups
        .map(|(title, rows)| lines(title, rows, &threads))
        .collect();
    (!lines.is_empty()).then_some(head + &lines)
}

/// Writes the rows of one title under a row with the title.
fn lines(standings: &[Standing<'_>], rows: &[Row<'_>], threads: &[usize]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let (name, empty) = (standings[0].contest.name(), " |".repeat(threads.len()));
    let lines = rows.iter().map(|row| row.line(differ(standings), threads));
    format!("| *{name}* |{empty} |\n") + &lines.collect::<String>()
}

/// Holds how one of ours stands in one case, with each number of threads.
struct Row<'a> {
    name: &'static str,
    /// The contests, and which contender it is in each.
    places: Vec<(&'a Standing<'a>, usize)>,
}

/// Gathers the rows of one title.
fn rows<'a>(standings: &'a [Standing<'a>]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = Vec::new();
    for standing in standings.iter().filter(|one| has_peer(one)) {
        let contenders = standing.contest.contenders.iter().enumerate();
        for (who, contender) in contenders.filter(|(_, one)| one.side == Side::Ours) {
            let (name, place) = (contender.name, (standing, who));
            let same = |row: &&mut Row<'_>| row.name == name && row.case() == standing.contest.case;
            match rows.iter_mut().find(same) {
                Some(row) => row.places.push(place),
                None => rows.push(Row {
                    name,
                    places: vec![place],
                }),
            }
        }
    }
    rows
}

fn has_peer(standing: &Standing<'_>) -> bool {
    let side = |base: usize| standing.contest.contenders[base].side;
    standing.base().is_some_and(|base| side(base) == Side::Peer)
}

impl Row<'_> {
    fn case(&self) -> Case {
        self.places[0].0.contest.case
    }

    fn threads(&self) -> impl Iterator<Item = usize> {
        self.places
            .iter()
            .map(|(standing, _)| standing.contest.threads)
    }

    fn line(&self, tells_case: bool, threads: &[usize]) -> String {
        let cells: String = threads
            .iter()
            .map(|&number| format!(" {} |", self.cell(number).unwrap_or_default()))
            .collect();
        let (name, Case { of, is }) = (self.name, self.case());
        let case = if tells_case {
            format!(", {of}: {is}")
        } else {
            String::new()
        };
        format!("| {name}{case} |{cells} {} |\n", self.peers())
    }

    /// Names the best peer, or each with the numbers of threads at which it is.
    fn peers(&self) -> String {
        let mut peers: Vec<(&str, Vec<String>)> = Vec::new();
        for (standing, _) in &self.places {
            let base = standing.base().expect("it has a peer");
            let name = standing.contest.contenders[base].name;
            let threads = standing.contest.threads.to_string();
            match peers.iter_mut().find(|(known, _)| *known == name) {
                Some((_, at)) => at.push(threads),
                None => peers.push((name, vec![threads])),
            }
        }
        match &peers[..] {
            [(name, _)] => (*name).to_owned(),
            _ => {
                let told = peers
                    .iter()
                    .map(|(name, at)| format!("{name} ({})", at.join(", ")));
                told.collect::<Vec<_>>().join(", ")
            }
        }
    }

    fn cell(&self, threads: usize) -> Option<String> {
        let at = |place: &&(&Standing<'_>, usize)| place.0.contest.threads == threads;
        let (standing, who) = self.places.iter().find(at)?;
        let base = standing.base()?;
        let (ratio, verdict) = (
            standing.ratios(*who, base).median(),
            standing.verdict(*who, base),
        );
        Some(format!("{ratio:.2} {verdict}"))
    }
}

#[cfg(test)]
mod tests {
    use super::beside;
    use crate::{Case, Contender, Contest, Rounds, Score, Side};

    fn contest(threads: usize, is: &'static str, sides: [Side; 3]) -> Contest {
        let names = ["`Ours`", "`quick`", "`slow`"];
        let contender = |(name, side)| Contender {
            name,
            side,
            turn: |_, _| unreachable!("the scores are given"),
        };
        Contest {
            title: "**Things**, and more",
            case: Case::room(is),
            threads,
            contenders: names.into_iter().zip(sides).map(contender).collect(),
        }
    }

    /// One launch of one round.
    fn found(throughputs: [f64; 3]) -> Vec<Rounds> {
        let score = |throughput| Score {
            throughput,
            fairness: 1.0,
            right: true,
            lost: 0.0,
        };
        let scores = vec![throughputs.map(score).to_vec()];
        vec![Rounds {
            scores,
            ..Rounds::default()
        }]
    }

    const PEERS: [Side; 3] = [Side::Ours, Side::Peer, Side::Peer];

    #[test]
    fn a_row_has_a_figure_for_each_number_of_threads_and_names_the_best_peers() {
        let contests = [
            contest(1, "16", PEERS),
            contest(4, "16", PEERS),
            contest(4, "2", PEERS),
        ];
        let found = [
            found([3., 2., 1.]),
            found([1., 1., 2.]),
            found([2., 2., 1.]),
        ];
        assert_eq!(
            beside(&contests, &found).as_deref(),
            Some(
                "| | 1 | 4 | beside |\n|---|--:|--:|---|\n\
                 | *Things* | | | |\n\
                 | `Ours`, room: 16 | 1.50 faster | 0.50 slower | `quick` (1), `slow` (4) |\n\
                 | `Ours`, room: 2 |  | 1.00 level | `quick` |\n"
            )
        );
    }

    #[test]
    fn a_single_case_is_not_told() {
        let table = beside(&[contest(1, "16", PEERS)], &[found([3., 2., 1.])]);
        let table = table.expect("there is a peer");
        assert!(
            table.ends_with("| `Ours` | 1.50 faster | `quick` |\n"),
            "{table}"
        );
    }

    #[test]
    fn what_has_no_peer_is_left_out() {
        let contests = [contest(1, "16", [Side::Ours, Side::Base, Side::Context])];
        assert_eq!(beside(&contests, &[found([1., 1., 1.])]), None);
    }
}
