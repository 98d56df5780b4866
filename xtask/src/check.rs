//! `cargo xtask check`: every test passes, but those that are red on purpose, which fail as recorded.

use std::ffi::OsString;
use std::time::Duration;

use anyhow::Result;

use crate::arguments::Arguments;
use crate::cargo::{self, DoesNotCompile};
use crate::demands;
use crate::ending::Ending;
use crate::failing::Failing;
use crate::package::Package;
use crate::report::{Mark, Report};
use crate::snapshot::{self, Snapshot};
use crate::suite;
use crate::tally::{Tally, counted};
use crate::tree::Tree;
use crate::verb::{Verb, Verdict};

pub const VERB: Verb = Verb {
    name: "check",
    about: "runs every test, and demands that each failing test fails as recorded",
    help: "\
Usage: cargo xtask check [NAME…] [--limit SECONDS]

Runs the tests of each package: unit tests, integration tests, doctests.
Then runs each test in a lesson's tests/failing.rs, which is red on purpose, in a process of its own,
and demands the failure recorded in the lesson's tests/snapshots. `cargo xtask bless` records a new one.

  NAME             a lesson (race or 01-race) or another package; without names, all of them
  --limit SECONDS  how long one failing test may take (default: 60); a package's other tests
                   together have ten times as long; what takes longer is killed with its children

Exit code: 0 all is well, 1 something falls short, 2 the command line is wrong.
",
    run,
};

/// How many times as long as one failing test all other tests of a package may take.
const SUITE: u32 = 10;

fn run(words: Vec<OsString>) -> Result<Verdict> {
    let arguments = Arguments::parse(words)?;
    let tree = Tree::read()?;
    let packages = tree.select(&arguments.names)?;
    let mut check = Check {
        tree: &tree,
        limit: arguments.limit,
        report: Report::new(),
        tally: Tally::default(),
    };
    for package in packages {
        check.package(package)?;
    }
    check.close()
}

/// A check under way.
struct Check<'a> {
    tree: &'a Tree,
    limit: Duration,
    report: Report,
    tally: Tally,
}

impl Check<'_> {
    fn package(&mut self, package: &Package) -> Result<()> {
        let before = self.tally.wrong();
        self.tally.lessons += usize::from(package.is_lesson());
        self.tally.others += usize::from(!package.is_lesson());
        self.report.section(package.title())?;
        for flaw in demands::unmet(package)? {
            self.flaw(&flaw, "")?;
        }
        if let Err(error) = self.tests(package) {
            // The other packages may be well.
            let DoesNotCompile(words) = error.downcast()?;
            self.flaw("does not compile", &words)?;
        }
        let mark = Mark::of(self.tally.wrong() == before);
        Ok(self.report.end_section(mark)?)
    }

    fn tests(&mut self, package: &Package) -> Result<()> {
        let build = cargo::build_tests(&self.tree.root, &package.name, &[], &self.report)?;
        if build.compiled > 0 {
            let what = format!("compiled {}", counted(build.compiled, "crate"));
            self.report.outcome(Mark::Ok, &what, Some(build.time), "")?;
        }
        self.suite(package)?;
        match Failing::build(self.tree, package, &self.report)? {
            Some(failing) => self.failing(&failing),
            None => Ok(()),
        }
    }

    fn suite(&mut self, package: &Package) -> Result<()> {
        self.report.step(&format!("the tests of {}", package.name));
        let suite = suite::run(&self.tree.root, package, self.limit * SUITE)?;
        self.tally.passed += suite.passed;
        self.tally.failed += suite.failed;
        let mut what = format!("{} passed", counted(suite.passed, "test"));
        if suite.complaint.is_some() {
            // A test binary that crashes leaves no count.
            self.tally.flaws += usize::from(suite.failed == 0);
            what += &format!(", {} failed", suite.failed);
        }
        let (mark, time) = (Mark::of(suite.complaint.is_none()), Some(suite.time));
        let detail = suite.complaint.unwrap_or_default();
        Ok(self.report.outcome(mark, &what, time, &detail)?)
    }

    fn failing(&mut self, failing: &Failing) -> Result<()> {
        let names = failing.names()?;
        if names.is_empty() {
            self.flaw("tests/failing.rs holds no test", "")?;
        }
        for name in &names {
            self.failing_test(failing, name)?;
        }
        let cure = format!(
            "if it is gone for good: cargo xtask bless {}",
            failing.lesson.name
        );
        for path in snapshot::surplus(failing.lesson, &names)? {
            let record = self.tree.relative(&path);
            self.flaw(
                &format!("{record} records no test of tests/failing.rs"),
                &cure,
            )?;
        }
        Ok(())
    }

    fn failing_test(&mut self, failing: &Failing, name: &str) -> Result<()> {
        self.report.step(name);
        let (ending, time) = failing.run(name, self.limit)?;
        let snapshot = Snapshot::of(failing.lesson, name);
        let Some((what, mut detail)) = ending.complaint(snapshot.read()?.as_deref()) else {
            self.tally.as_recorded += 1;
            let what = format!("{name} fails as recorded");
            return Ok(self.report.outcome(Mark::Ok, &what, Some(time), "")?);
        };
        self.tally.otherwise += 1;
        if let Ending::Failed(_) = ending {
            let record = self.tree.relative(&snapshot.path);
            let cure = format!("cargo xtask bless {}", failing.lesson.name);
            detail += &format!("\nits record: {record}\nif this is intended: {cure}");
        }
        let what = format!("{name} {what}");
        Ok(self
            .report
            .outcome(Mark::Failed, &what, Some(time), &detail)?)
    }

    fn flaw(&mut self, what: &str, detail: &str) -> Result<()> {
        self.tally.flaws += 1;
        Ok(self.report.outcome(Mark::Failed, what, None, detail)?)
    }

    fn close(&self) -> Result<Verdict> {
        let well = self.tally.wrong() == 0;
        self.report.close(Mark::of(well), &self.tally.line())?;
        Ok(Verdict::of(well))
    }
}
