//! What a program for a sanitizer declares in its head, compared with what was seen.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::detector::{DETECTORS, Detector};
use crate::report::Mark;
use crate::seen::Seen;

/// What must be seen by a sanitizer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    pub detector: Detector,
    /// What it must report; nothing if it must be silent.
    report: Option<&'static str>,
}

impl Declared {
    /// Reads the head of a program: a line for each sanitizer that is to watch it.
    pub fn read(program: &Path) -> Result<Vec<Self>> {
        let text = fs::read_to_string(program);
        let text = text.with_context(|| format!("cannot read {}", program.display()))?;
        let head = text.lines().take_while(|line| line.starts_with("//!"));
        Ok(head.filter_map(Self::of).collect())
    }

    /// Reads one line: `//! ThreadSanitizer: data race`.
    fn of(line: &str) -> Option<Self> {
        let (name, report) = line.strip_prefix("//! ")?.split_once(": ")?;
        let detector = DETECTORS.into_iter().find(|one| one.name() == name)?;
        let known = detector.reports().iter().find(|known| **known == report);
        let is_silent = report == "silent";
        (is_silent || known.is_some()).then_some(Self {
            detector,
            report: known.copied(),
        })
    }

    /// What to say of `seen`: in a word, in a line, in detail.
    pub fn compare(self, seen: &Seen) -> (Mark, String, &str) {
        match (seen, self.report) {
            (Seen::Report(what, essence), Some(declared)) if what == declared => {
                (Mark::Ok, format!("has a {what}, as declared"), essence)
            }
            (Seen::Report(what, essence), declared) => {
                let must = declared.map_or("be silent".to_owned(), |must| format!("have a {must}"));
                (
                    Mark::Failed,
                    format!("has a {what}, but must {must}"),
                    essence,
                )
            }
            (Seen::Silence, None) => (Mark::Ok, "is silent, as declared".to_owned(), ""),
            (Seen::Silence, Some(declared)) => {
                let what = format!("is silent, but must have a {declared}");
                (Mark::Failed, what, "")
            }
            (Seen::Unable(why), _) => (
                Mark::Skipped,
                "cannot be watched on this machine".to_owned(),
                why,
            ),
            (Seen::Broke(how, said), _) => (Mark::Failed, how.clone(), said),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Declared;
    use crate::detector::Detector::{Address, Thread};

    #[test]
    fn a_line_declares_what_its_sanitizer_can_report() {
        let declared = |line| Declared::of(line).map(|one| (one.detector, one.report));
        assert_eq!(
            declared("//! ThreadSanitizer: data race"),
            Some((Thread, Some("data race")))
        );
        assert_eq!(
            declared("//! AddressSanitizer: silent"),
            Some((Address, None))
        );
        assert_eq!(declared("//! AddressSanitizer: data race"), None);
        assert_eq!(declared("//! A program for ThreadSanitizer."), None);
    }
}
