//! `cargo xtask bless`: records how each failing test fails now, how each exercise's starter is refused, and the book's figures.

mod exercises;
mod figures;

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::arguments::Arguments;
use crate::ending::Ending;
use crate::exercises::Exercises;
use crate::failing::Failing;
use crate::package::Package;
use crate::report::{Mark, Report};
use crate::snapshot::{self, Snapshot};
use crate::tally::counted;
use crate::tree::Tree;
use crate::verb::{Verb, Verdict};

pub const VERB: Verb = Verb {
    name: "bless",
    about: "records how each failing test fails now, each starter is refused, and the book's figures",
    help: "\
Usage: cargo xtask bless [NAME…] [--limit SECONDS]

Runs each test in a lesson's tests/failing.rs and records its failure in tests/snapshots/TEST.txt;
removes the records of tests that are gone. Read the difference (`git diff lessons`) before you commit it.
A test that passes, hangs or dies is not recorded.
Then writes exercises/answers.rs from the folders beside it, and records in exercises/recorded/NAME.txt
how the starter of each exercise is refused.
Then runs tests/figures.rs, where a lesson has it, and lets it write the book's figures to book/figures/NAME.

  NAME             a lesson (race or 01-race); without names, all of them
  --limit SECONDS  how long one test may take (default: 60), or one starter (default: 10)

Exit code: 0 all are recorded, 1 a test did not fail as a test does, 2 the command line is wrong.
",
    run,
};

fn run(words: Vec<OsString>) -> Result<Verdict> {
    let arguments = Arguments::parse(words, &["limit"])?;
    let tree = Tree::read()?;
    let course = Exercises::read(&tree.root)?;
    let lessons = tree.lessons(&arguments.names)?;
    let mut bless = Bless {
        tree: &tree,
        course: &course,
        limit: arguments.limit(),
        answer_limit: arguments.answer_limit(),
        report: Report::new(),
        changed: 0,
        refused: 0,
    };
    for lesson in lessons {
        bless.lesson(lesson)?;
    }
    bless.close()
}

/// A blessing under way.
struct Bless<'a> {
    tree: &'a Tree,
    course: &'a Exercises,
    limit: Duration,
    answer_limit: Duration,
    report: Report,
    changed: usize,
    refused: usize,
}

impl Bless<'_> {
    fn lesson(&mut self, lesson: &Package) -> Result<()> {
        self.report.section(lesson.title())?;
        self.failing(lesson)?;
        self.exercises(lesson)?;
        self.figures(lesson)
    }

    fn failing(&mut self, lesson: &Package) -> Result<()> {
        let Some(failing) = Failing::build(self.tree, lesson, &self.report)? else {
            return self.refuse("tests/failing.rs is missing", None, "");
        };
        let names = failing.names()?;
        for name in &names {
            self.test(&failing, name)?;
        }
        for path in snapshot::surplus(lesson, &names)? {
            self.remove(&path)?;
        }
        Ok(())
    }

    fn remove(&mut self, path: &Path) -> Result<()> {
        fs::remove_file(path).with_context(|| format!("cannot remove {}", path.display()))?;
        self.changed += 1;
        let record = self.tree.relative(path).to_string();
        let mark = Mark::Done("removed");
        Ok(self.report.outcome(mark, &record, None, "")?)
    }

    fn test(&mut self, failing: &Failing, name: &str) -> Result<()> {
        self.report.step(name);
        let (ending, time) = failing.run(name, self.limit)?;
        let snapshot = Snapshot::of(failing.lesson, name);
        let recorded = snapshot.read()?;
        let Some((what, detail)) = ending.complaint(recorded.as_deref()) else {
            let what = format!("{name} fails as recorded");
            return Ok(self.report.outcome(Mark::Ok, &what, Some(time), "")?);
        };
        let Ending::Failed(message) = &ending else {
            return self.refuse(&format!("{name} {what}"), Some(time), &detail);
        };
        snapshot.write(message)?;
        self.changed += 1;
        let word = recorded.map_or("recorded", |_| "changed");
        Ok(self
            .report
            .outcome(Mark::Done(word), name, Some(time), "")?)
    }

    fn refuse(&mut self, what: &str, time: Option<Duration>, detail: &str) -> Result<()> {
        self.refused += 1;
        Ok(self.report.outcome(Mark::Failed, what, time, detail)?)
    }

    fn close(&self) -> Result<Verdict> {
        let well = self.refused == 0;
        let mut line = format!("{} changed", counted(self.changed, "record"));
        if !well {
            line += &format!(", {} not recorded", counted(self.refused, "test"));
        }
        self.report.close(Mark::of(well), &line)?;
        Ok(Verdict::of(well))
    }
}
