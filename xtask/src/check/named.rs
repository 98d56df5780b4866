//! `cargo xtask check EXERCISE`: one build and one run, and nothing else, since a learner waits for it.

use anyhow::Result;
use serde_json::json;

use crate::answer;
use crate::arguments::Arguments;
use crate::document::Document;
use crate::exercises::Exercises;
use crate::judge::Judge;
use crate::progress::Progress;
use crate::report::Report;
use crate::verb::Verdict;
use crate::verdict_text;

/// Judges the exercises that were named, in the order of the course.
pub fn run(course: &Exercises, arguments: &Arguments) -> Result<Verdict> {
    let report = Report::unless(arguments.json);
    let limit = arguments.answer_limit();
    let judge = Judge::new(course, limit, report.colour, arguments.json);
    let mut progress = Progress::read(&course.root);
    let (mut document, mut solved) = (Document::default(), 0);
    let is_named = |name: &String| arguments.names.contains(name);
    for exercise in course.all.iter().filter(|one| is_named(&one.name)) {
        report.step(&format!("checking {}", exercise.name));
        let judged = judge.judge(exercise, &mut progress)?;
        solved += usize::from(matches!(judged.verdict, answer::Verdict::Solved(_)));
        if arguments.json {
            let told = verdict_text::json(course, exercise, &judged);
            document.exercises.push(told);
        } else {
            verdict_text::print(&report, course, exercise, &judged, &progress)?;
        }
    }
    let all = course.all.iter().filter(|one| is_named(&one.name)).count();
    if arguments.json {
        let counts = json!({ "exercises": all, "solved": solved });
        document.print(solved == all, counts)?;
    }
    Ok(Verdict::of(solved == all))
}
