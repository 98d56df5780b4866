//! A check's part about exercises: the lessons' own answers, and the learner's.

use std::time::Duration;

use anyhow::Result;
use serde_json::json;

use super::{Check, answers};
use crate::answer;
use crate::exercise::Exercise;
use crate::exercise_demands;
use crate::judge::Judge;
use crate::package::Package;
use crate::progress::Progress;
use crate::report::Mark;
use crate::state::State;
use crate::verdict_text;

impl Check<'_> {
    /// What an author of `lesson` forgot; and if that is nothing, what its answers come to.
    pub(super) fn exercises(&mut self, lesson: &Package) -> Result<()> {
        if !lesson.dir.join("exercises").is_dir() {
            return Ok(());
        }
        let flaws = exercise_demands::unmet(self.course, lesson, &self.tree.names())?;
        for flaw in &flaws {
            let (what, detail) = flaw.split_once('\n').unwrap_or((flaw, ""));
            self.flaw(what, detail)?;
        }
        if flaws.is_empty() && self.course.of(lesson.title()).next().is_some() {
            self.answers(lesson)?;
        }
        Ok(())
    }

    fn answers(&mut self, lesson: &Package) -> Result<()> {
        let outcomes = answers::run(self.course, lesson, self.answer_limit, &self.report)?;
        for exercise in self.course.of(lesson.title()) {
            let ours = || outcomes.iter().filter(|one| one.exercise == exercise.name);
            for outcome in ours() {
                self.answer(outcome)?;
            }
            if ours().all(|one| one.complaint.is_none()) {
                let time: Duration = ours().map(|one| one.time).sum();
                let wrong = ours().count() - 2;
                let name = &exercise.name;
                let what = format!("{name}: starter and {wrong} wrong refused, solution passes");
                self.report.outcome(Mark::Ok, &what, Some(time), "")?;
            }
        }
        Ok(())
    }

    fn answer(&mut self, outcome: &answers::Outcome) -> Result<()> {
        let complaint = outcome.complaint.as_ref();
        self.document.answers.push(json!({
            "name": outcome.answer,
            "ok": complaint.is_none(),
            "text": complaint.map(|(what, detail)| format!("{what}\n{detail}")),
        }));
        let Some((what, detail)) = complaint else {
            self.tally.judged_right += 1;
            return Ok(());
        };
        self.tally.judged_wrong += 1;
        let what = format!("{} {what}", outcome.answer);
        let time = Some(outcome.time);
        Ok(self.report.outcome(Mark::Failed, &what, time, detail)?)
    }

    /// How far the learner has come with `exercises`; what was attempted is judged again.
    pub(super) fn learner(&mut self, exercises: &[&Exercise]) -> Result<()> {
        if exercises.is_empty() {
            return Ok(());
        }
        self.report.section("your exercises")?;
        let mut progress = Progress::read(&self.course.root);
        for exercise in exercises {
            self.learners(exercise, &mut progress)?;
        }
        Ok(())
    }

    fn learners(&mut self, exercise: &Exercise, progress: &mut Progress) -> Result<()> {
        let (course, name) = (self.course, &exercise.name);
        let entry = progress.entry(name);
        let state = State::of(exercise, &entry);
        if state != State::Attempted {
            let (mark, count) = match state {
                State::Solved => (Mark::Ok, &mut self.tally.solved),
                _ => (Mark::Done("to do"), &mut self.tally.to_do),
            };
            *count += 1;
            let told = verdict_text::json_unjudged(course, exercise, state, entry.hints);
            self.document.exercises.push(told);
            return Ok(self.report.outcome(mark, name, None, "")?);
        }
        self.report.step(name);
        let judge = Judge::new(course, self.answer_limit, self.report.colour, false);
        let judged = judge.judge(exercise, progress)?;
        let told = verdict_text::json(course, exercise, &judged);
        self.document.exercises.push(told);
        let (what, detail) = match &judged.verdict {
            answer::Verdict::Solved(_) => {
                self.tally.solved += 1;
                return Ok(self.report.outcome(Mark::Ok, name, None, "")?);
            }
            answer::Verdict::Refused(told) => ("is refused", told.law.clone()),
            answer::Verdict::None(why, _) => ("has no verdict", why.clone()),
        };
        self.tally.attempted += 1;
        let detail = format!("{detail}\ncargo xtask check {name}");
        let what = format!("{name} {what}");
        Ok(self.report.outcome(Mark::Failed, &what, None, &detail)?)
    }
}
