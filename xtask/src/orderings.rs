//! What a package's tests tell of memory orderings: how many weaker ones a law refutes, and which it cannot.

use serde_json::{Value, json};

use crate::tally::counted;

/// The orderings that the tests of a package hold to account; see `shared::assert_orderings_are_accounted_for`.
#[derive(Default)]
pub struct Orderings {
    /// How many weakenings break a law.
    pub refuted: usize,
    /// The weakenings that break none, each with the reason why the model cannot see what they do.
    pub listed: Vec<String>,
}

impl Orderings {
    /// Reads the lines that begin with `ordering`.
    pub fn read(stdout: &str) -> Self {
        let told = |what: &'static str| {
            stdout
                .lines()
                .filter_map(move |line| line.strip_prefix(what))
        };
        Self {
            refuted: told("ordering refuted: ").count(),
            listed: told("ordering listed: ").map(str::to_owned).collect(),
        }
    }

    /// One sentence, unless the package has no ordering in question.
    pub fn line(&self) -> Option<String> {
        let weakened = self.refuted + self.listed.len();
        match (weakened, self.listed.len()) {
            (0, _) => None,
            (_, 0) => Some(format!(
                "{} refuted",
                counted(weakened, "weakened ordering")
            )),
            (_, _) => Some(format!(
                "{} of {} refuted; the model cannot see:",
                self.refuted,
                counted(weakened, "weakened ordering")
            )),
        }
    }

    /// What is listed, a line each: what stands more than once is counted.
    pub fn listed(&self) -> String {
        let of_a_kind = self.listed.chunk_by(|one, next| one == next);
        let lines = of_a_kind.map(|kind| match kind.len() {
            1 => kind[0].clone(),
            times => format!("{times} × {}", kind[0]),
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    pub fn json(&self) -> Value {
        json!({ "refuted": self.refuted, "listed": self.listed })
    }
}

#[cfg(test)]
mod tests {
    use super::Orderings;

    #[test]
    fn what_the_model_cannot_see_is_told_with_its_reason() {
        let told = Orderings::read(
            "ordering refuted: a.rs:3\nordering not refuted: b.rs:4\n\
             ordering listed: b.rs: store(Release) as Relaxed: why\n",
        );
        assert_eq!(told.listed, ["b.rs: store(Release) as Relaxed: why"]);
        let line = "1 of 2 weakened orderings refuted; the model cannot see:";
        assert_eq!(told.line().as_deref(), Some(line));
    }

    #[test]
    fn what_is_listed_twice_is_shown_once_and_counted() {
        let told = Orderings::read("ordering listed: a\nordering listed: a\nordering listed: b\n");
        assert_eq!(told.listed(), "2 × a\nb");
    }

    #[test]
    fn a_package_without_orderings_has_no_line() {
        assert_eq!(Orderings::read("running 1 test\n").line(), None);
    }
}
