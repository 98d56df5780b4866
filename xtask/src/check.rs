//! `cargo xtask check`: every test passes, but those that are red on purpose, which fail as recorded.

mod answers;
mod exercises;
mod named;

use std::ffi::OsString;
use std::time::Duration;

use anyhow::Result;
use serde_json::json;

use crate::arguments::{Arguments, Usage};
use crate::cargo::{self, Build, DoesNotCompile};
use crate::demands;
use crate::document::Document;
use crate::ending::Ending;
use crate::exercise::Exercise;
use crate::exercises::Exercises;
use crate::failing::Failing;
use crate::orderings::Orderings;
use crate::package::Package;
use crate::report::{Mark, Report};
use crate::snapshot::{self, Snapshot};
use crate::suites::Suites;
use crate::tally::{Tally, counted};
use crate::tree::{self, Tree};
use crate::verb::{Verb, Verdict};

pub const VERB: Verb = Verb {
    name: "check",
    about: "runs the course's tests, and demands that each failing test fails as recorded",
    help: "\
Usage: cargo xtask check [NAME…] [--limit SECONDS] [--json]

With an exercise's name: judges your answer, and says why it is refused and what to read, or what to do next.

Otherwise runs the tests of each package: unit tests, integration tests, doctests.
Then runs each test in a lesson's tests/failing.rs, which is red on purpose, in a process of its own,
and demands the failure recorded in the lesson's tests/snapshots. `cargo xtask bless` records a new one.
Then runs the answers of each lesson's exercises: starters must be refused as recorded, solutions must pass,
wrong answers must be refused; and judges your own answers that were attempted and are not solved.

  NAME             an exercise; or a lesson (race or 01-race) or another package;
                   without names, all of them but xtask itself
  --limit SECONDS  how long one failing test may take (default: 60), or one answer (default: 10);
                   a package's other tests together have ten times as long as one failing test;
                   what takes longer is killed with its children
  --json           one document for a program

Exit code: 0 all is well, 1 something falls short, 2 the command line is wrong.
",
    run,
};

/// How many times as long as one failing test all other tests of a package may take.
const SUITE: u32 = 10;

fn run(words: Vec<OsString>) -> Result<Verdict> {
    let arguments = Arguments::parse(words, &["limit", "json"])?;
    let course = Exercises::read(&tree::root()?)?;
    let is_exercise = |name: &String| course.get(name).is_some();
    if !arguments.names.is_empty() && arguments.names.iter().all(is_exercise) {
        return named::run(&course, &arguments);
    }
    let tree = Tree::read()?;
    let packages = select(&tree, &course, &arguments.names)?;
    let mut check = Check {
        tree: &tree,
        course: &course,
        limit: arguments.limit(),
        answer_limit: arguments.answer_limit(),
        report: Report::unless(arguments.json),
        tally: Tally::default(),
        document: Document::default(),
        suites: Suites::default(),
    };
    check.packages(&packages)?;
    let is_chosen = |one: &&Exercise| packages.iter().any(|package| package.title() == one.lesson);
    check.learner(&course.all.iter().filter(is_chosen).collect::<Vec<_>>())?;
    check.close(arguments.json)
}

/// The packages meant, where an exercise could be meant as well.
fn select<'a>(tree: &'a Tree, course: &Exercises, names: &[String]) -> Result<Vec<&'a Package>> {
    if let Some(name) = names.iter().find(|name| course.get(name).is_some()) {
        let message = "is an exercise: name exercises, or lessons and packages, but not both";
        return Err(Usage::error(format!("`{name}` {message}")));
    }
    let known = [tree.names(), course.names()].concat();
    match names.iter().find(|name| !tree.knows(name)) {
        Some(name) => Err(Usage::unknown("lesson, exercise or package", name, &known)),
        None => tree.select(names),
    }
}

/// A check under way.
struct Check<'a> {
    tree: &'a Tree,
    course: &'a Exercises,
    limit: Duration,
    answer_limit: Duration,
    report: Report,
    tally: Tally,
    document: Document,
    suites: Suites,
}

impl Check<'_> {
    /// Builds the tests of all packages, starts them, and asks of each package in turn what came of it.
    fn packages(&mut self, packages: &[&Package]) -> Result<()> {
        let mut builds = Vec::new();
        for package in packages {
            let build = cargo::build_tests(&self.tree.root, &package.name, &[], &self.report);
            builds.push(build);
        }
        let built = packages.iter().zip(&builds);
        let built: Vec<_> = built.filter(|(_, build)| build.is_ok()).collect();
        let built: Vec<_> = built.into_iter().map(|(package, _)| *package).collect();
        self.suites = Suites::start(&self.tree.root, &built, self.limit * SUITE);
        for (package, build) in packages.iter().zip(builds) {
            self.package(package, build)?;
        }
        Ok(())
    }

    fn package(&mut self, package: &Package, build: Result<Build>) -> Result<()> {
        let before = self.tally.wrong();
        self.tally.lessons += usize::from(package.is_lesson());
        self.tally.others += usize::from(!package.is_lesson());
        self.report.section(package.title())?;
        for flaw in demands::unmet(package)? {
            self.flaw(&flaw, "")?;
        }
        let tests = self.tests(package, build);
        self.spare_the_others("does not compile", tests)?;
        let exercises = self.exercises(package);
        self.spare_the_others("the exercises do not compile", exercises)?;
        let ok = self.tally.wrong() == before;
        let (name, title) = (&package.name, package.title());
        let told = json!({ "name": name, "title": title, "ok": ok });
        self.document.packages.push(told);
        Ok(self.report.end_section(Mark::of(ok))?)
    }

    /// Where one package does not compile, the others may be well.
    fn spare_the_others(&mut self, what: &str, result: Result<()>) -> Result<()> {
        let Err(error) = result else {
            return Ok(());
        };
        let DoesNotCompile(words) = error.downcast()?;
        self.flaw(what, &words)
    }

    fn tests(&mut self, package: &Package, build: Result<Build>) -> Result<()> {
        let build = build?;
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
        let suite = self.suites.next()?;
        self.tally.passed += suite.passed;
        self.tally.failed += suite.failed;
        let mut what = format!("{} passed", counted(suite.passed, "test"));
        if suite.complaint.is_some() {
            // A test binary that crashes leaves no count.
            self.tally.flaws += usize::from(suite.failed == 0);
            what += &format!(", {} failed", suite.failed);
        }
        let orderings = suite.orderings;
        let (mark, time) = (Mark::of(suite.complaint.is_none()), Some(suite.time));
        let detail = suite.complaint.unwrap_or_default();
        if mark == Mark::Failed {
            let name = &package.name;
            let told = json!(format!("the tests of {name} fail\n{detail}"));
            self.document.flaws.push(told);
        }
        self.report.outcome(mark, &what, time, &detail)?;
        self.orderings(package, &orderings)
    }

    /// Tells what the tests hold of memory orderings; where they fall short, a test fails.
    fn orderings(&mut self, package: &Package, orderings: &Orderings) -> Result<()> {
        let Some(line) = orderings.line() else {
            return Ok(());
        };
        let told = json!({ "package": package.name, "orderings": orderings.json() });
        self.document.orderings.push(told);
        let listed = orderings.listed();
        Ok(self.report.outcome(Mark::Ok, &line, None, &listed)?)
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
        let complaint = ending.complaint(snapshot.read()?.as_deref());
        let told = complaint.as_ref().map(|(what, _)| what);
        let lesson = &failing.lesson.name;
        let told = json!({ "name": name, "package": lesson, "ok": told.is_none(), "text": told });
        self.document.failing_tests.push(told);
        let Some((what, mut detail)) = complaint else {
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
        let told = format!("{what}\n{detail}");
        self.document.flaws.push(json!(told.trim_end()));
        Ok(self.report.outcome(Mark::Failed, what, None, detail)?)
    }

    fn close(self, json: bool) -> Result<Verdict> {
        let well = self.tally.wrong() == 0;
        self.report.close(Mark::of(well), &self.tally.line())?;
        if json {
            self.document.print(well, self.tally.json())?;
        }
        Ok(Verdict::of(well))
    }
}
