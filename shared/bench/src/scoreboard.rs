//! Tables for the book: one for all contests of a title, losing rows included.

use crate::standing::{Standing, Verdict};
use crate::{Contest, Rounds, Side, placement, run_queue};
use std::fmt::Write;

/// Returns a table for each title, in the order of the contests, and how they were run.
#[must_use]
pub fn scoreboard(contests: &[Contest], found: &[Vec<Rounds>]) -> String {
    let mut text = String::new();
    let mut title = "";
    for (contest, launches) in contests.iter().zip(found) {
        if contest.title != title {
            title = contest.title;
            text += &heading(title);
        }
        text += &rows(contest, &Standing::new(contest, launches));
    }
    text + "\n" + &method(contests, found)
}

fn heading(title: &str) -> String {
    format!(
        "\n{title}\n\n\
         | threads | outside | | million/s | fairness | × best peer | 10th–90th percentile | verdict | work |\n\
         |--:|---|---|--:|--:|--:|--:|---|---|\n"
    )
}

fn rows(contest: &Contest, standing: &Standing<'_>) -> String {
    let peer = standing.best_peer();
    let mut rows = String::new();
    for (who, contender) in contest.contenders.iter().enumerate() {
        let compared = match (contender.side, peer) {
            (Side::Ours, Some(peer)) => comparison(standing, who, peer),
            (Side::Peer, Some(peer)) if peer == who => "1 | | best peer".to_owned(),
            _ => " | | ".to_owned(),
        };
        let (threads, load, name) = (contest.threads, contest.load, contender.name);
        let (throughput, fairness) = (standing.throughput(who), standing.fairness(who));
        let work = work(standing.wrong(who));
        // A `String` takes whatever is written.
        let _ = writeln!(
            rows,
            "| {threads} | {load} | {name} | {throughput:.2} | {fairness:.2} | {compared} | {work} |"
        );
    }
    rows
}

fn comparison(standing: &Standing<'_>, who: usize, peer: usize) -> String {
    let ratios = standing.ratios(who, peer);
    let (median, low, high) = (ratios.median(), ratios.low(), ratios.high());
    let verdict = match standing.verdict(who, peer) {
        Verdict::Faster => "faster",
        Verdict::Slower => "slower",
        Verdict::Level => "level",
    };
    format!("{median:.2} | {low:.2}–{high:.2} | {verdict}")
}

fn work((wrong, of): (usize, usize)) -> String {
    match wrong {
        0 => "right".to_owned(),
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
         A ratio is of one round, to the peer with the best median. \
         *Faster* and *slower* hold for nine rounds of ten in every launch. \
         Fairness is the least busy thread's share of the busiest one's turns. {delay} \
         Placement by threads: {}.\n",
        placement.join("; "),
    )
}
