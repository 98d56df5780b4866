//! What a program for ThreadSanitizer declares in its head, compared with what was seen.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::race_report::Seen;
use crate::report::Mark;

/// How the line of the head begins that declares.
const HEAD: &str = "//! ThreadSanitizer:";

/// What must be seen.
#[derive(Clone, Copy)]
pub enum Declared {
    DataRace,
    Silent,
}

impl Declared {
    /// Reads the head of a program; `None` if it declares nothing.
    pub fn read(program: &Path) -> Result<Option<Self>> {
        let text = fs::read_to_string(program);
        let text = text.with_context(|| format!("cannot read {}", program.display()))?;
        let mut head = text.lines().take_while(|line| line.starts_with("//!"));
        let declared = head.find_map(|line| line.strip_prefix(HEAD));
        Ok(match declared.map(str::trim) {
            Some("data race") => Some(Self::DataRace),
            Some("silent") => Some(Self::Silent),
            _ => None,
        })
    }

    /// What to say of `seen`: in a word, in a line, in detail.
    pub fn compare(self, seen: &Seen) -> (Mark, &str, &str) {
        match (seen, self) {
            (Seen::DataRace(essence), Self::DataRace) => {
                (Mark::Ok, "has a data race, as declared", essence)
            }
            (Seen::DataRace(essence), Self::Silent) => {
                (Mark::Failed, "has a data race, but must be silent", essence)
            }
            (Seen::Silence, Self::Silent) => (Mark::Ok, "is silent, as declared", ""),
            (Seen::Silence, Self::DataRace) => {
                (Mark::Failed, "is silent, but must have a data race", "")
            }
            (Seen::Unable(why), _) => (Mark::Skipped, "cannot be watched on this machine", why),
            (Seen::Broke(how, said), _) => (Mark::Failed, how, said),
        }
    }
}
