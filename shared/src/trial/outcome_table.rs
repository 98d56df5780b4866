//! What was seen on this machine, set beside what the model allows.

use std::collections::BTreeSet;
use std::fmt::Debug;

use serde_json::{Value, json};

use super::outcomes::Outcomes;
use super::verdict::Verdict;
use crate::terminal::{Cell, Column, Style, Table, numbers};

/// One outcome: how it is written, how often it was seen, where it stands and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeRow {
    /// The outcome as `Debug` writes it.
    pub outcome: String,
    /// How often it was seen; 0 for one that is allowed but did not happen.
    pub samples: u64,
    /// Where it stands.
    pub verdict: Verdict,
    /// What it means, in the caller's words.
    pub meaning: &'static str,
}

/// Lists every outcome that was seen or is allowed, in order.
///
/// The columns are those of jcstress (Aleksey Shipilëv, 2013), which takes its expectations from
/// annotations; here they follow from the two sets.
///
/// # Examples
///
/// ```
/// use shared::trial::{OutcomeTable, Outcomes, Verdict};
/// use std::collections::BTreeSet;
///
/// let seen: Outcomes<u32> = [1, 2, 2, 3].into_iter().collect();
/// let table = OutcomeTable::new(&seen, &BTreeSet::from([1, 2]), &BTreeSet::new(), |_| "");
///
/// let forbidden: Vec<_> = table.forbidden_seen().map(|row| &row.outcome).collect();
/// assert_eq!(forbidden, ["3"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeTable {
    rows: Vec<OutcomeRow>,
}

impl OutcomeTable {
    /// Grades `seen` against the outcomes that interleaving reaches and those that weak memory
    /// reaches, and asks `meaning` for a few words on each.
    pub fn new<O: Ord + Debug>(
        seen: &Outcomes<O>,
        interleaving: &BTreeSet<O>,
        weak_memory: &BTreeSet<O>,
        meaning: impl Fn(&O) -> &'static str,
    ) -> Self {
        let row = |outcome| OutcomeRow {
            outcome: format!("{outcome:?}"),
            samples: seen.count(outcome),
            verdict: Verdict::of(outcome, interleaving, weak_memory),
            meaning: meaning(outcome),
        };
        let mut outcomes: BTreeSet<&O> = interleaving.union(weak_memory).collect();
        outcomes.extend(seen.iter().map(|(outcome, _)| outcome));
        let rows = outcomes.into_iter().map(row).collect();
        Self { rows }
    }

    /// Lists the rows in the order of the outcomes.
    pub fn rows(&self) -> &[OutcomeRow] {
        &self.rows
    }

    /// Lists the outcomes that were seen although nothing allows them; a caller fails on any.
    pub fn forbidden_seen(&self) -> impl Iterator<Item = &OutcomeRow> {
        let forbidden = |row: &&OutcomeRow| row.verdict == Verdict::Forbidden;
        self.rows.iter().filter(forbidden)
    }

    /// Lays the rows out for a terminal.
    pub fn table(&self, style: Style) -> Table {
        let columns = [
            Column::left("outcome"),
            Column::right("samples"),
            Column::right("frequency"),
            Column::left("verdict"),
            Column::left("meaning"),
        ];
        let mut table = Table::new(style, columns);
        for row in &self.rows {
            table.push([
                Cell::from(row.outcome.as_str()),
                Cell::from(numbers::thousands(row.samples)),
                Cell::from(numbers::frequency(row.samples, self.samples())),
                Cell::toned(row.verdict.to_string(), row.verdict.tone()),
                Cell::from(row.meaning),
            ]);
        }
        table
    }

    /// Returns the rows as JSON, each with its samples and its share of all of them.
    pub fn json(&self) -> Value {
        let samples = self.samples();
        let row = |row: &OutcomeRow| {
            json!({
                "outcome": row.outcome,
                "samples": row.samples,
                "share": row.samples as f64 / samples.max(1) as f64,
                "verdict": row.verdict.to_string(),
                "meaning": row.meaning,
            })
        };
        json!({ "samples": samples, "outcomes": self.rows.iter().map(row).collect::<Value>() })
    }

    fn samples(&self) -> u64 {
        self.rows.iter().map(|row| row.samples).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Store buffering, in which the impossible (2, 2) was seen and the possible (1, 1) was not.
    fn store_buffering() -> OutcomeTable {
        let seen = [((0, 0), 1), ((0, 1), 500), ((1, 0), 9_498), ((2, 2), 1)];
        let seen = seen
            .into_iter()
            .flat_map(|(outcome, count)| vec![outcome; count]);
        let interleaving = BTreeSet::from([(0, 1), (1, 0), (1, 1)]);
        let weak_memory = BTreeSet::from([(0, 0), (0, 1), (1, 0), (1, 1)]);
        OutcomeTable::new(
            &seen.collect(),
            &interleaving,
            &weak_memory,
            |outcome| match outcome {
                (0, 0) => "both stores were still buffered",
                (0, 1) => "the first actor ran first",
                (1, 0) => "the second actor ran first",
                (1, 1) => "both stores came first",
                _ => "nobody stores a 2",
            },
        )
    }

    #[test]
    fn every_outcome_seen_or_allowed_has_a_row() {
        let table = store_buffering();
        let rows = table
            .rows()
            .iter()
            .map(|row| (row.outcome.as_str(), row.samples, row.verdict));
        let expected = [
            ("(0, 0)", 1, Verdict::WeakMemory),
            ("(0, 1)", 500, Verdict::Interleaving),
            ("(1, 0)", 9_498, Verdict::Interleaving),
            ("(1, 1)", 0, Verdict::Interleaving),
            ("(2, 2)", 1, Verdict::Forbidden),
        ];
        assert_eq!(rows.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn only_what_nothing_allows_is_forbidden() {
        let table = store_buffering();
        let forbidden: Vec<_> = table
            .forbidden_seen()
            .map(|row| row.outcome.as_str())
            .collect();
        assert_eq!(forbidden, ["(2, 2)"]);
    }

    #[test]
    fn the_table_fits_100_columns() {
        let style = Style {
            width: 100,
            ..Style::PLAIN
        };
        assert_eq!(store_buffering().table(style).to_string(), WIDE);
    }

    #[test]
    fn the_table_stacks_in_40_columns() {
        let style = Style {
            width: 40,
            ..Style::PLAIN
        };
        let stacked = store_buffering().table(style).to_string();
        let first_block = stacked.split("\n\n").next();
        assert_eq!(first_block, Some(NARROW));
    }

    #[test]
    fn the_json_holds_what_the_table_shows() {
        let json = store_buffering().json();
        let first = json!({
            "outcome": "(0, 0)",
            "samples": 1,
            "share": 0.0001,
            "verdict": "weak memory",
            "meaning": "both stores were still buffered",
        });
        assert_eq!(
            (&json["samples"], &json["outcomes"][0]),
            (&json!(10_000), &first)
        );
        assert_eq!(json["outcomes"].as_array().map(Vec::len), Some(5));
    }

    const WIDE: &str = "\
outcome  samples        frequency  verdict       meaning
-------  -------  ---------------  ------------  -------------------------------
(0, 0)         1  100 per million  weak memory   both stores were still buffered
(0, 1)       500            5.0 %  interleaving  the first actor ran first
(1, 0)     9,498           95.0 %  interleaving  the second actor ran first
(1, 1)         0                0  interleaving  both stores came first
(2, 2)         1  100 per million  forbidden     nobody stores a 2
";

    const NARROW: &str = "\
outcome: (0, 0)
samples: 1
frequency: 100 per million
verdict: weak memory
meaning: both stores were still buffered";
}
