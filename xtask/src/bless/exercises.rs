//! Writes what a lesson's exercises need beside what their author wrote: `answers.rs` and the records.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::Bless;
use crate::answer::Verdict;
use crate::answers::{self, Answer, Kind};
use crate::cargo::DoesNotCompile;
use crate::exercise::Exercise;
use crate::package::Package;
use crate::report::Mark;
use crate::snapshot::Snapshot;
use crate::tree;

impl Bless<'_> {
    pub(super) fn exercises(&mut self, lesson: &Package) -> Result<()> {
        let course = self.course;
        let exercises: Vec<_> = course.of(lesson.title()).collect();
        if exercises.is_empty() {
            return Ok(());
        }
        let dir = lesson.dir.join("exercises");
        let list = answers::list(&exercises)?;
        match answers::source(&exercises, &list) {
            Ok(source) => self.source(&dir.join("answers.rs"), &source)?,
            Err(error) => return self.refuse(&format!("{error:#}"), None, ""),
        }
        let program = match answers::build(&course.root, &dir, &lesson.name, &self.report) {
            Ok(program) => program,
            Err(error) => {
                let DoesNotCompile(words) = error.downcast()?;
                return self.refuse("the exercises do not compile", None, &words);
            }
        };
        self.starters(&program, &list, &exercises)?;
        let records: Vec<_> = exercises.iter().map(|one| one.record()).collect();
        for path in tree::files(&dir.join("recorded"))? {
            if !records.contains(&path) {
                self.remove(&path)?;
            }
        }
        Ok(())
    }

    fn source(&mut self, path: &Path, source: &str) -> Result<()> {
        let text = fs::read_to_string(path).unwrap_or_default();
        if text.replace("\r\n", "\n") == source {
            return Ok(());
        }
        fs::write(path, source).with_context(|| format!("cannot write {}", path.display()))?;
        self.changed += 1;
        let what = self.tree.relative(path).to_string();
        let mark = Mark::Done("written");
        Ok(self.report.outcome(mark, &what, None, "")?)
    }

    fn starters(&mut self, program: &Path, list: &[Answer], exercises: &[&Exercise]) -> Result<()> {
        let is_starter = |answer: &&Answer| answer.kind == Kind::Starter;
        let starters: Vec<_> = list.iter().filter(is_starter).collect();
        let verdicts = answers::run(program, &starters, self.answer_limit, &self.report)?;
        for (exercise, (verdict, time)) in exercises.iter().zip(verdicts) {
            let name = &exercise.name;
            let (what, detail) = match verdict {
                Verdict::Refused(told) => {
                    self.starter(exercise, &told.text)?;
                    continue;
                }
                Verdict::Solved(told) => ("passes, but must be refused".to_owned(), told.text),
                Verdict::None(why, detail) => (format!("has no verdict: {why}"), detail),
            };
            self.refuse(&format!("{name}/starter {what}"), Some(time), &detail)?;
        }
        Ok(())
    }

    fn starter(&mut self, exercise: &Exercise, text: &str) -> Result<()> {
        let snapshot = Snapshot {
            path: exercise.record(),
        };
        let recorded = snapshot.read()?;
        let what = format!("{}/starter", exercise.name);
        if recorded
            .as_ref()
            .is_some_and(|recorded| Snapshot::says(recorded, text))
        {
            let what = format!("{what} is refused as recorded");
            return Ok(self.report.outcome(Mark::Ok, &what, None, "")?);
        }
        snapshot.write(text)?;
        self.changed += 1;
        let word = recorded.map_or("recorded", |_| "changed");
        Ok(self.report.outcome(Mark::Done(word), &what, None, "")?)
    }
}
