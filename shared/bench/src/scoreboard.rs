//! Tables for the book: one for all contests of a title, losing rows included.

use crate::standing::Standing;
use crate::{Contest, Rounds, placement, run_queue};
use std::fmt::Write;

/// Returns what came of the contests, those of one title together.
pub(crate) fn standings<'a>(
    contests: &'a [Contest],
    found: &'a [Vec<Rounds>],
) -> Vec<Vec<Standing<'a>>> {
    let standings = contests.iter().zip(found);
    let standings: Vec<_> = standings
        .map(|(contest, launches)| Standing::new(contest, launches))
        .collect();
    let title = |standing: &Standing<'_>| standing.contest.title;
    standings
        .chunk_by(|one, next| title(one) == title(next))
        .map(<[Standing<'_>]>::to_vec)
        .collect()
}

/// Returns a table for each title, in the order of the contests, and how they were run.
#[must_use]
pub fn scoreboard(contests: &[Contest], found: &[Vec<Rounds>]) -> String {
    let mut text = String::new();
    for standings in standings(contests, found) {
        text += &heading(&standings);
        text.extend(standings.iter().map(rows));
    }
    text + "\n" + &method(contests, found)
}

fn heading(standings: &[Standing<'_>]) -> String {
    let (contest, measure) = (standings[0].contest, measure(standings));
    let (title, of) = (contest.title, contest.case.of);
    format!(
        "\n{title}\n\n\
         | threads | {of} | | million/s | fairness | × {measure} | 10th–90th percentile | verdict | work |\n\
         |--:|---|---|--:|--:|--:|--:|---|---|\n"
    )
}

/// Names what the contests of a title compare with, as far as it is the same in all of them.
pub(crate) fn measure(standings: &[Standing<'_>]) -> &'static str {
    let name = |standing: &Standing<'_>| Some(standing.contest.contenders[standing.base()?].name);
    let first = standings.first().and_then(name);
    let is_same = |standing: &Standing<'_>| name(standing) == first;
    first
        .filter(|_| standings.iter().all(is_same))
        .unwrap_or("best peer")
}

/// Whether more than the number of threads differs among the contests of a title.
pub(crate) fn differ(standings: &[Standing<'_>]) -> bool {
    let case = |standing: &Standing<'_>| standing.contest.case;
    standings.iter().any(|one| case(one) != case(&standings[0]))
}

fn rows(standing: &Standing<'_>) -> String {
    let contest = standing.contest;
    let mut rows = String::new();
    for (who, contender) in contest.contenders.iter().enumerate() {
        let compared = match standing.compared(who) {
            Some(base) => comparison(standing, who, base),
            None if standing.base() == Some(who) => "1 | | base".to_owned(),
            None => " | | ".to_owned(),
        };
        let (threads, is, name) = (contest.threads, contest.case.is, contender.name);
        let (throughput, fairness) = (standing.throughput(who), standing.fairness(who));
        let work = work(standing.wrong(who), standing.lost(who));
        // A `String` takes whatever is written.
        let _ = writeln!(
            rows,
            "| {threads} | {is} | {name} | {throughput:.2} | {fairness:.2} | {compared} | {work} |"
        );
    }
    rows
}

fn comparison(standing: &Standing<'_>, who: usize, base: usize) -> String {
    let ratios = standing.ratios(who, base);
    let (median, low, high) = (ratios.median(), ratios.low(), ratios.high());
    let verdict = standing.verdict(who, base);
    format!("{median:.2} | {low:.2}–{high:.2} | {verdict}")
}

fn work((wrong, of): (usize, usize), lost: f64) -> String {
    match wrong {
        0 => "right".to_owned(),
        _ if lost >= 0.01 => format!("**wrong** in {wrong} of {of}, loses {:.0} %", lost * 100.0),
        _ if lost > 0.0 => format!("**wrong** in {wrong} of {of}, loses less than 1 %"),
        _ => format!("**wrong** in {wrong} of {of}"),
    }
}

/// Says how the figures came about.
fn method(contests: &[Contest], found: &[Vec<Rounds>]) -> String {
    let launches = found.first().map_or(0, Vec::len);
    let all = || found.iter().flatten();
    let rounds = all().next().map_or(0, |rounds| rounds.scores.len());
    let turns: usize = all().flat_map(|rounds| &rounds.scores).map(Vec::len).sum();
    let rejected: usize = all().map(|rounds| rounds.rejected).sum();
    let kept: usize = all().map(|rounds| rounds.kept).sum();
    let delay = match run_queue::delay() {
        Some(_) => format!(
            "{rejected} turns were rejected and taken again, since the threads had waited for a core more than 3 % of the \
             time (beyond what more threads than cores must); {kept} such turns of {turns} were kept when patience ended."
        ),
        None => {
            "This system does not tell how long a thread waits for a core, so no turn was rejected."
                .to_owned()
        }
    };
    let mut threads: Vec<usize> = contests.iter().map(|contest| contest.threads).collect();
    threads.sort_unstable();
    threads.dedup();
    let told = |&threads: &usize| format!("{threads}: {}", placement::told(threads));
    let placement: Vec<String> = threads.iter().map(told).collect();
    format!(
        "Contenders take turns of 25 ms, in another order each round; {rounds} rounds in each of {launches} launches; medians. \
         A ratio is of one round, to what its column names; the best peer is the one with the best median. \
         *Faster* and *slower* hold for nine rounds of ten in every launch. \
         Fairness is the least busy thread's share of the busiest one's turns. {delay} \
         Placement by threads: {}.\n",
        placement.join("; "),
    )
}
