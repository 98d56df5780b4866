//! `cargo xtask sanitize`: what the model cannot run, ThreadSanitizer and AddressSanitizer watch on the machine.

use std::ffi::OsString;
use std::time::Duration;

use anyhow::Result;

use crate::arguments::Arguments;
use crate::declared::Declared;
use crate::detector::Detector;
use crate::package::{Package, Target};
use crate::process::{self, Ended};
use crate::report::{Mark, Report};
use crate::sanitizer::Nightly;
use crate::seen::Seen;
use crate::tally::counted;
use crate::tree::Tree;
use crate::verb::{Verb, Verdict};

pub const VERB: Verb = Verb {
    name: "sanitize",
    about: "runs the lessons' unsafe programs under ThreadSanitizer and AddressSanitizer",
    help: "\
Usage: cargo xtask sanitize [NAME…] [--limit SECONDS]

Builds and runs each program in a lesson's folder sanitize/ with the nightly toolchain's sanitizers,
and demands what the program's head declares, in one line for each sanitizer that is to watch it:
  //! ThreadSanitizer: data race              the report of one
  //! AddressSanitizer: heap-use-after-free   likewise
  //! AddressSanitizer: leak                  the report of LeakSanitizer, which comes with it
  //! ThreadSanitizer: silent                 no report, and a good end; likewise AddressSanitizer
Without a nightly toolchain, or on a host without the sanitizer, it says so and skips.

  NAME             a lesson (race or 01-race); without names, all of them
  --limit SECONDS  how long one program may run (default: 60); its build has ten times as long

Exit code: 0 all is as declared, or was skipped; 1 something is not; 2 the command line is wrong.
",
    run,
};

/// How many times as long as its run the build of a program may take.
const BUILD: u32 = 10;

fn run(words: Vec<OsString>) -> Result<Verdict> {
    let arguments = Arguments::parse(words, &["limit"])?;
    let tree = Tree::read()?;
    let lessons = tree.lessons(&arguments.names)?;
    let report = Report::new();
    let nightly = match Nightly::find() {
        Ok(nightly) => nightly,
        Err(missing) => {
            report.close(Mark::Skipped, &missing)?;
            return Ok(Verdict::Holds);
        }
    };
    let mut watch = Watch {
        tree: &tree,
        nightly,
        limit: arguments.limit(),
        report,
    };
    let mut marks = Vec::new();
    for lesson in lessons {
        marks.extend(watch.lesson(lesson)?);
    }
    watch.close(&marks)
}

/// A round of watched programs.
struct Watch<'a> {
    tree: &'a Tree,
    nightly: Nightly,
    limit: Duration,
    report: Report,
}

impl Watch<'_> {
    fn lesson(&mut self, lesson: &Package) -> Result<Vec<Mark>> {
        let programs = lesson.programs();
        if !programs.is_empty() {
            self.report.section(lesson.title())?;
        }
        let mut marks = Vec::new();
        for program in programs {
            marks.push(self.program(lesson, program)?);
        }
        Ok(marks)
    }

    /// Watches a program as often as its head declares, and returns the worst that came of it.
    fn program(&mut self, lesson: &Package, program: &Target) -> Result<Mark> {
        let name = &program.name;
        let declared = Declared::read(&program.path)?;
        if declared.is_empty() {
            let detail = "its head must say `//! ThreadSanitizer: data race` or `… silent`";
            let what = format!("{name} declares nothing");
            return self.told(Mark::Failed, &what, None, detail);
        }
        let mut marks = Vec::new();
        for declared in declared {
            marks.push(self.watched(lesson, name, declared)?);
        }
        let has = |mark| marks.contains(&mark);
        Ok(match (has(Mark::Failed), has(Mark::Skipped)) {
            (true, _) => Mark::Failed,
            (false, true) => Mark::Skipped,
            (false, false) => Mark::Ok,
        })
    }

    fn watched(&mut self, lesson: &Package, name: &str, declared: Declared) -> Result<Mark> {
        let detector = declared.detector;
        if let Some(missing) = self.nightly.lacks(detector) {
            let what = format!("{name} cannot be watched");
            return self.told(Mark::Skipped, &what, None, &missing);
        }
        let built = format!("built for {}", detector.name());
        self.report.step(&format!("building {name}"));
        let build = self.cargo(detector, "build", lesson, name, self.limit * BUILD)?;
        let time = Some(build.time);
        if !build.exited(0) {
            let what = format!("{name} is not {built}");
            return self.told(Mark::Failed, &what, time, &build.stderr);
        }
        self.told(Mark::Ok, &format!("{name} is {built}"), time, "")?;
        self.report.step(name);
        let ended = self.cargo(detector, "run", lesson, name, self.limit)?;
        let seen = Seen::of(detector, &ended, &self.tree.root, self.limit);
        let (mark, what, detail) = declared.compare(&seen);
        let mut detail = detail.to_owned();
        if mark == Mark::Failed {
            let by_hand = self.nightly.by_hand(detector, &lesson.name, name);
            detail = format!("{}\nby hand: {by_hand}", detail.trim_end());
        }
        let what = format!("{name} {what}");
        self.told(mark, &what, Some(ended.time), detail.trim_start())
    }

    /// Tells an outcome, and hands its mark on to be counted.
    fn told(
        &mut self,
        mark: Mark,
        what: &str,
        time: Option<Duration>,
        detail: &str,
    ) -> Result<Mark> {
        self.report.outcome(mark, what, time, detail)?;
        Ok(mark)
    }

    fn cargo(
        &self,
        detector: Detector,
        verb: &str,
        lesson: &Package,
        name: &str,
        limit: Duration,
    ) -> Result<Ended> {
        let target = &self.tree.target;
        let mut command = self
            .nightly
            .cargo(detector, verb, &lesson.name, name, target)?;
        process::run(command.current_dir(&self.tree.root), limit)
    }

    fn close(&self, marks: &[Mark]) -> Result<Verdict> {
        let count = |mark| marks.iter().filter(|&&other| other == mark).count();
        let mut line = format!("{} as declared", counted(count(Mark::Ok), "program"));
        let (skipped, failed) = (count(Mark::Skipped), count(Mark::Failed));
        for (number, what) in [(skipped, "skipped"), (failed, "not")] {
            if number > 0 {
                line += &format!(", {number} {what}");
            }
        }
        let mark = match (failed, skipped) {
            (0, 1..) => Mark::Skipped,
            _ => Mark::of(failed == 0),
        };
        self.report.close(mark, &line)?;
        Ok(Verdict::of(failed == 0))
    }
}
