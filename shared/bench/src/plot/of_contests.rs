//! From contests to plots: one for each title under which something is compared.

use super::{Lane, Mark, Plot, Ratio, Row};
use crate::scoreboard::{differ, measure, standings};
use crate::{Contest, Rounds, Side, Standing};

/// Returns a plot for each title, with a name for its file; where nothing is compared there is nothing to draw.
#[must_use]
pub fn plots(contests: &[Contest], found: &[Vec<Rounds>]) -> Vec<(String, Plot)> {
    let titles = standings(contests, found);
    let compared = titles
        .iter()
        .filter(|standings| standings.iter().any(|standing| standing.base().is_some()));
    compared
        .map(|standings| (slug(standings[0].contest.name()), plot(standings)))
        .collect()
}

fn plot(standings: &[Standing<'_>]) -> Plot {
    let all = standings.iter().flat_map(|one| &one.contest.contenders);
    let mut names: Vec<&str> = Vec::new();
    for contender in all {
        if !names.contains(&contender.name) {
            names.push(contender.name);
        }
    }
    let by_case = differ(standings);
    let cases = if by_case {
        format!("threads, {}", standings[0].contest.case.of)
    } else {
        "threads".to_owned()
    };
    Plot {
        title: standings[0].contest.title.replace('*', ""),
        what: format!("Throughput in terms of {}", measure(standings)),
        sides: ["slower", "faster"],
        cases,
        rows: names
            .iter()
            .map(|name| row(standings, name, by_case))
            .collect(),
    }
}

fn row(standings: &[Standing<'_>], name: &str, by_case: bool) -> Row {
    let mut row = Row {
        name: name.to_owned(),
        note: "",
        lanes: Vec::new(),
    };
    let mut is_base = true;
    for standing in standings {
        let contenders = standing.contest.contenders.iter();
        let Some(who) = contenders.map(|one| one.name).position(|one| one == name) else {
            continue;
        };
        is_base &= standing.base() == Some(who);
        row.lanes.extend(lane(standing, who, by_case));
    }
    if is_base {
        // It would lie on the rule in every lane.
        row.lanes.clear();
        row.note = "is the rule at 1";
    } else if row.lanes.iter().any(|lane| lane.mark == Mark::Wrong) {
        row.note = "comes out wrong";
    }
    row
}

fn lane(standing: &Standing<'_>, who: usize, by_case: bool) -> Option<Lane> {
    let base = standing.base()?;
    let (wrong, _) = standing.wrong(who);
    let (threads, is) = (standing.contest.threads, standing.contest.case.is);
    Some(Lane {
        name: match by_case {
            true => format!("{threads}, {is}"),
            false => threads.to_string(),
        },
        mark: match standing.contest.contenders[who].side {
            _ if wrong > 0 => Mark::Wrong,
            Side::Ours => Mark::Ours,
            _ => Mark::Other,
        },
        ratio: Some(Ratio::from(standing.ratios(who, base))),
    })
}

/// Makes a file's name of a contest's.
fn slug(name: &str) -> String {
    let name = name.to_lowercase();
    let words = name.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}
