//! Counts what a check has seen, for its closing line.

/// The counts of a check; everything beside `passed` and `as_recorded` falls short.
#[derive(Default)]
pub struct Tally {
    pub lessons: usize,
    /// Packages that are no lessons.
    pub others: usize,
    pub passed: usize,
    pub failed: usize,
    /// Failing tests that failed as recorded, and those that did not.
    pub as_recorded: usize,
    pub otherwise: usize,
    /// What is wrong beside single tests: a missing file, a crash, a stale snapshot.
    pub flaws: usize,
}

impl Tally {
    pub fn wrong(&self) -> usize {
        self.failed + self.otherwise + self.flaws
    }

    pub fn line(&self) -> String {
        let mut line = counted(self.lessons, "lesson");
        if self.others > 0 {
            let others = counted(self.others, "other package");
            line = if self.lessons == 0 {
                others.replace("other ", "")
            } else {
                format!("{line} and {others}")
            };
        }
        line += &format!(": {} passed", counted(self.passed, "test"));
        if self.failed > 0 {
            line += &format!(", {} failed", self.failed);
        }
        if self.as_recorded + self.otherwise > 0 {
            line += &format!(
                ", {} failed as recorded",
                counted(self.as_recorded, "failing test")
            );
        }
        if self.otherwise > 0 {
            line += &format!(", {} did not", self.otherwise);
        }
        if self.flaws > 0 {
            line += &format!(", {}", counted(self.flaws, "other error"));
        }
        line
    }
}

/// `1 test`, `2 tests`.
pub fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn what_did_not_happen_is_not_told() {
        let tally = Tally {
            others: 1,
            passed: 7,
            ..Tally::default()
        };
        assert_eq!(tally.line(), "1 package: 7 tests passed");
    }

    #[test]
    fn all_that_is_wrong_is_told() {
        let tally = Tally {
            lessons: 2,
            others: 3,
            passed: 1,
            failed: 2,
            as_recorded: 1,
            otherwise: 4,
            flaws: 1,
        };
        assert_eq!(
            tally.line(),
            "2 lessons and 3 other packages: 1 test passed, 2 failed, \
             1 failing test failed as recorded, 4 did not, 1 other error"
        );
        assert_eq!(tally.wrong(), 7);
    }
}
