//! A fragment as a page reads it: its picture, its graph, and a walk that knows no rules.

use serde_json::Value;
use shared::figure::Figure;

/// A fragment taken apart.
pub struct Page {
    pub html: String,
    pub graph: Value,
}

impl Page {
    pub fn of(figure: &Figure) -> Self {
        let html = figure
            .draw()
            .unwrap_or_else(|unfit| panic!("{unfit}"))
            .to_string();
        let graph =
            serde_json::from_str(between(&html, "json\">", "</script>")).expect("it is JSON");
        Self { html, graph }
    }

    pub fn picture(&self) -> &str {
        let start = self.html.find("<svg ").expect("there is a picture");
        let end = self.html.find("</svg>").expect("it ends") + "</svg>".len();
        &self.html[start..end]
    }

    /// Returns the text of a word list at an index.
    pub fn word(&self, list: &str, index: i64) -> &str {
        let index = usize::try_from(index).expect("an index");
        self.graph[list][index].as_str().expect("a text")
    }

    pub fn state(&self, number: usize) -> Row<'_> {
        let row = self.graph["states"][number]
            .as_array()
            .expect("a state is a row");
        let count = |name: &str| self.graph[name].as_array().expect("a list").len();
        let (positions, rest) = row.split_at(count("threads"));
        let (values, rest) = rest.split_at(count("names"));
        let (moves, rest) = rest.split_at(count("moves"));
        let [verdict, end] = rest else {
            panic!("{row:?} has {} members too many", rest.len() - 2)
        };
        let verdict = self.word("verdicts", verdict.as_i64().expect("an index"));
        Row {
            positions,
            values,
            moves,
            verdict,
            is_end: end == 1,
        }
    }

    /// Returns where a letter leads, or why it is refused.
    pub fn after(&self, state: usize, letter: char) -> Result<usize, &str> {
        let moves = self.graph["moves"].as_array().expect("a list");
        let index = moves
            .iter()
            .position(|one| one["letter"] == letter.to_string());
        let to = self.state(state).moves[index.expect("a letter")]
            .as_i64()
            .expect("a number");
        usize::try_from(to).map_err(|_| self.word("says", -1 - to))
    }
}

/// One state.
pub struct Row<'p> {
    pub positions: &'p [Value],
    pub values: &'p [Value],
    moves: &'p [Value],
    pub verdict: &'p str,
    pub is_end: bool,
}

/// Returns what stands between two texts, each where it is first found.
pub fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let (_, rest) = text.split_once(before).expect("the text begins");
    rest.split_once(after).expect("the text ends").0
}
