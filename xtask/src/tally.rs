//! Counts what a check has seen, for its closing line.

use serde_json::{Value, json};

/// The counts of a check; each that [`wrong`](Tally::wrong) sums falls short.
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
    /// The lessons' own answers to their exercises, as they should be and otherwise.
    pub judged_right: usize,
    pub judged_wrong: usize,
    /// The learner's exercises: passed, refused, and not begun.
    pub solved: usize,
    pub attempted: usize,
    pub to_do: usize,
}

impl Tally {
    pub fn wrong(&self) -> usize {
        self.failed + self.otherwise + self.flaws + self.judged_wrong + self.attempted
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
        line += &self.exercises();
        if self.flaws > 0 {
            line += &format!(", {}", counted(self.flaws, "other error"));
        }
        line
    }

    fn exercises(&self) -> String {
        let mut line = String::new();
        if self.judged_right + self.judged_wrong > 0 {
            let right = counted(self.judged_right, "exercise answer");
            line += &format!(", {right} judged as they should be");
        }
        if self.judged_wrong > 0 {
            line += &format!(", {} not", self.judged_wrong);
        }
        let all = self.solved + self.attempted + self.to_do;
        if all > 0 {
            line += &format!(", {} of {all} exercises solved by you", self.solved);
        }
        if self.attempted > 0 {
            line += &format!(", {} attempted and not solved", self.attempted);
        }
        line
    }

    /// The counts of `check --json`.
    pub fn json(&self) -> Value {
        json!({
            "lessons": self.lessons,
            "other_packages": self.others,
            "tests": { "passed": self.passed, "failed": self.failed },
            "failing_tests": { "as_recorded": self.as_recorded, "otherwise": self.otherwise },
            "answers": { "as_they_should_be": self.judged_right, "otherwise": self.judged_wrong },
            "exercises": {
                "solved": self.solved,
                "attempted": self.attempted,
                "to_do": self.to_do,
            },
            "flaws": self.flaws,
        })
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
            judged_right: 9,
            judged_wrong: 2,
            solved: 1,
            attempted: 1,
            to_do: 3,
        };
        assert_eq!(
            tally.line(),
            "2 lessons and 3 other packages: 1 test passed, 2 failed, \
             1 failing test failed as recorded, 4 did not, \
             9 exercise answers judged as they should be, 2 not, \
             1 of 5 exercises solved by you, 1 attempted and not solved, 1 other error"
        );
        assert_eq!(tally.wrong(), 10);
    }
}
