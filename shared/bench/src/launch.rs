//! The program starts itself anew, three times: where code and stack lie differs from launch to launch, and may matter
//! more than what is compared.

use crate::{Contest, Rounds, Score};
use std::process::{Command, Stdio};
use std::{env, io};

/// How often the program starts itself.
const LAUNCHES: usize = 3;

/// Tells a program that it was started by itself.
const LAUNCHED: &str = "--launched";

/// Runs all contests in every launch; returns for each contest what came of it in each launch.
///
/// In a launch it prints what came of it, and returns nothing.
///
/// # Errors
///
/// Fails if the program cannot start itself, or if a launch fails.
pub fn launches(contests: &[Contest]) -> io::Result<Option<Vec<Vec<Rounds>>>> {
    if env::args().any(|argument| argument == LAUNCHED) {
        for contest in contests {
            eprint!("  {contest}");
            let rounds = contest.run();
            let (rejected, kept) = (rounds.rejected, rounds.kept);
            eprintln!("; disturbed: {rejected} taken again, {kept} kept");
            println!("{}", written(&rounds));
        }
        return Ok(None);
    }
    let mut found = vec![Vec::new(); contests.len()];
    for launch in 1..=LAUNCHES {
        eprintln!("launch {launch} of {LAUNCHES}");
        let output = launched()?;
        for ((found, line), contest) in found.iter_mut().zip(output.lines()).zip(contests) {
            let rounds = read(line, contest.contenders.len());
            found.push(rounds.ok_or_else(|| unreadable(line))?);
        }
    }
    Ok(Some(found))
}

fn launched() -> io::Result<String> {
    let mut command = Command::new(env::current_exe()?);
    command.args(env::args_os().skip(1)).arg(LAUNCHED);
    let output = command.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(io::Error::other(format!(
            "a launch failed: {}",
            output.status
        )));
    }
    String::from_utf8(output.stdout).map_err(io::Error::other)
}

fn unreadable(line: &str) -> io::Error {
    io::Error::other(format!("a launch printed `{line}`"))
}

/// Writes rounds as one line of numbers.
fn written(rounds: &Rounds) -> String {
    let mut line = format!("{} {}", rounds.rejected, rounds.kept);
    for score in rounds.scores.iter().flatten() {
        let right = u8::from(score.right);
        let (throughput, fairness, lost) = (score.throughput, score.fairness, score.lost);
        line += &format!(" {throughput} {fairness} {right} {lost}");
    }
    line
}

/// Reads what [`written`] wrote.
fn read(line: &str, contenders: usize) -> Option<Rounds> {
    let mut words = line.split(' ');
    let rejected = words.next()?.parse().ok()?;
    let kept = words.next()?.parse().ok()?;
    let numbers: Vec<f64> = words.map(|word| word.parse().ok()).collect::<Option<_>>()?;
    let scores: Vec<Score> = numbers.chunks(4).map(score).collect::<Option<_>>()?;
    Some(Rounds {
        scores: scores.chunks(contenders).map(<[Score]>::to_vec).collect(),
        rejected,
        kept,
    })
}

fn score(numbers: &[f64]) -> Option<Score> {
    let [throughput, fairness, right, lost] = numbers else {
        return None;
    };
    Some(Score {
        throughput: *throughput,
        fairness: *fairness,
        right: *right == 1.0,
        lost: *lost,
    })
}

#[cfg(test)]
mod tests {
    use super::{read, written};
    use crate::{Rounds, Score};

    #[test]
    fn what_is_written_is_read() {
        let score = |throughput, right| Score {
            throughput,
            fairness: 1.0 / 3.0,
            right,
            lost: 0.25,
        };
        let rounds = Rounds {
            scores: vec![
                vec![score(0.1, true), score(2.0, false)],
                vec![score(1e9, true), score(0.0, true)],
            ],
            rejected: 3,
            kept: 1,
        };
        assert_eq!(read(&written(&rounds), 2), Some(rounds));
        assert_eq!(read("1 2 three", 2), None);
        assert_eq!(read("1 2 3 4", 2), None);
    }
}
