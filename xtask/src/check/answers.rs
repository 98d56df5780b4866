//! Demands of a lesson's own answers: starters are refused as recorded, solutions pass, wrong answers are refused.

use std::time::Duration;

use anyhow::Result;

use crate::answer::Verdict;
use crate::answers::{self, Answer, Kind};
use crate::difference::difference;
use crate::exercise::Exercise;
use crate::exercises::Exercises;
use crate::package::Package;
use crate::report::Report;
use crate::sent_to;
use crate::snapshot::Snapshot;

/// What came of one answer.
pub struct Outcome {
    /// `NAME/wrong/REASON`.
    pub answer: String,
    pub exercise: String,
    pub time: Duration,
    /// What is wrong, and in detail, unless it is as it should be.
    pub complaint: Option<(String, String)>,
}

/// Builds and runs all answers of `lesson`.
pub fn run(
    course: &Exercises,
    lesson: &Package,
    limit: Duration,
    report: &Report,
) -> Result<Vec<Outcome>> {
    let exercises: Vec<_> = course.of(lesson.title()).collect();
    let list = answers::list(&exercises)?;
    let dir = lesson.dir.join("exercises");
    let program = answers::build(&course.root, &dir, &lesson.name, report)?;
    let all: Vec<_> = list.iter().collect();
    let verdicts = answers::run(&program, &all, limit, report)?;
    let mut outcomes = Vec::new();
    for (answer, (verdict, time)) in list.iter().zip(verdicts) {
        let exercise = course.find(&answer.exercise)?;
        let complaint = match missing_page(course, &verdict) {
            Some(complaint) => Some(complaint),
            None => complaint(course, lesson, exercise, answer, verdict)?,
        };
        outcomes.push(Outcome {
            answer: answer.name(),
            exercise: answer.exercise.clone(),
            time,
            complaint,
        });
    }
    Ok(outcomes)
}

fn complaint(
    course: &Exercises,
    lesson: &Package,
    exercise: &Exercise,
    answer: &Answer,
    verdict: Verdict,
) -> Result<Option<(String, String)>> {
    let path = course.relative(&exercise.dir.join(&answer.path));
    let told = match (verdict, &answer.kind) {
        (Verdict::None(why, detail), _) => {
            return Ok(Some((
                format!("has no verdict: {why}"),
                format!("{detail}\n{path}"),
            )));
        }
        (Verdict::Solved(_), Kind::Solution) | (Verdict::Refused(_), Kind::Wrong(_)) => {
            return Ok(None);
        }
        (Verdict::Solved(told), Kind::Starter | Kind::Wrong(_)) => {
            let detail = format!("{}\n{path}", told.text);
            return Ok(Some(("passes, but must be refused".into(), detail)));
        }
        (Verdict::Refused(told), Kind::Solution) => {
            let detail = format!("{}\n{path}", told.text);
            return Ok(Some(("is refused, but must pass".into(), detail)));
        }
        (Verdict::Refused(told), Kind::Starter) => told,
    };
    let snapshot = Snapshot {
        path: exercise.record(),
    };
    let cure = format!("cargo xtask bless {}", lesson.name);
    Ok(match snapshot.read()? {
        Some(recorded) if Snapshot::says(&recorded, &told.text) => None,
        Some(recorded) => {
            let difference = difference(&recorded, &told.text);
            let record = course.relative(&snapshot.path);
            let detail = format!("{difference}\nits record: {record}\nif this is intended: {cure}");
            Some(("is refused otherwise than recorded".into(), detail))
        }
        None => Some(("is refused, but nothing is recorded".into(), cure)),
    })
}

/// A learner must not be sent to a page or a section that is not there.
fn missing_page(course: &Exercises, verdict: &Verdict) -> Option<(String, String)> {
    let (Verdict::Solved(told) | Verdict::Refused(told)) = verdict else {
        return None;
    };
    let page = format!("book/src/{}", told.page);
    let missing = sent_to::missing(&course.root, &page, &[&told.section]);
    let what = missing.into_iter().next()?;
    Some((what, String::new()))
}
