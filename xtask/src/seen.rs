//! What a run under a sanitizer showed.

use std::path::Path;
use std::time::Duration;

use crate::detector::Detector;
use crate::process::Ended;
use crate::sanitizer::REPORTED;
use crate::{memory_report, race_report};

/// What a run under a sanitizer showed.
pub enum Seen {
    /// A report: of what, and the lines of it that matter.
    Report(String, String),
    Silence,
    /// The sanitizer cannot run on this machine; in its own words.
    Unable(String),
    /// Neither: how the program ended, and what it said.
    Broke(String, String),
}

impl Seen {
    pub fn of(detector: Detector, ended: &Ended, root: &Path, limit: Duration) -> Self {
        let said = &ended.stderr;
        // A run that could not begin, for want of room in the address space.
        let fatal = format!("FATAL: {}", detector.name());
        if let Some(fatal) = said.lines().find(|line| line.contains(&fatal)) {
            return Self::Unable(fatal.to_owned());
        }
        let root = root.display().to_string();
        let report = match detector {
            Detector::Thread => {
                race_report::kind(said).map(|what| (what, race_report::essence(said, &root)))
            }
            Detector::Address => {
                memory_report::kind(said).map(|what| (what, memory_report::essence(said, &root)))
            }
        };
        let how = match (ended.status, report) {
            (Some(_), Some((what, essence))) if ended.exited(REPORTED) => {
                return Self::Report(what.to_owned(), essence);
            }
            (Some(_), None) if ended.exited(0) && !said.contains("Sanitizer") => {
                return Self::Silence;
            }
            (Some(status), _) => format!("ends with neither a report nor silence ({status})"),
            (None, _) => format!(
                "hangs: killed with its children after {} s",
                limit.as_secs()
            ),
        };
        Self::Broke(how, said.clone())
    }
}

/// The innermost frame in the course's own code: `FILE:LINE:COLUMN in FUNCTION`.
pub fn ours(stack: &str, root: &str) -> Option<String> {
    stack.lines().find_map(|frame| {
        // Without a symbolizer a frame names the program, in brackets, and no file of ours.
        let (function, place) = frame.split_once(root)?;
        if function.ends_with('(') {
            return None;
        }
        let place = place.trim_start_matches('/').split(' ').next()?;
        let (_, function) = function.trim().split_once(' ')?;
        // AddressSanitizer puts the address first.
        let function = function
            .split_once(" in ")
            .map_or(function, |(_, name)| name);
        Some(format!("{place} in {}", function.trim()))
    })
}
