//! A lesson's `replay`, held against the table in its figure: mounted by the tests of each lesson that has figures.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};

/// What the program said, and its exit code.
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Said {
    /// Has the lesson's `program` replay `words` at a terminal of `width` columns.
    pub fn by(program: &str, words: &[&str], width: &str) -> Self {
        let mut command = Command::new(program);
        command.arg("replay").args(words).stdin(Stdio::null());
        command.env("LC_ALL", "C.UTF-8").env("COLUMNS", width);
        let output = command.output().expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("it speaks UTF-8");
        Self {
            code: output.status.code(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// Demands one line of complaint, and nothing else.
    #[track_caller]
    pub fn demand_refusal(&self, complaint: &str) {
        assert_eq!(self.err, format!("error: {complaint}\n"));
        assert_eq!((self.code, self.out.as_str()), (Some(2), ""));
    }

    /// Demands that it was followed and that no line is wider than 40 columns.
    #[track_caller]
    pub fn demand_narrow(&self) {
        assert_eq!(self.code, Some(0));
        let widest = self.out.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(40), "{}", self.out);
    }
}

/// Demands that the `--json` that was told visits the states of the figure's page, to an end; returns how it ended.
#[track_caller]
pub fn demand_states_of_the_page(said: &Said, figure: &str, schedule: &str) -> Value {
    let told: Value = serde_json::from_str(&said.out).expect(&said.err);
    let page = page(figure);
    let letters = std::iter::once(None).chain(schedule.chars().map(Some));
    let mut number = 0;
    for (step, letter) in list(&told["steps"]).iter().zip(letters) {
        if let Some(letter) = letter {
            let (deed, next) = made(&page, number, letter);
            assert_eq!(step["text"], deed);
            number = next;
        }
        assert_eq!(step["state"], number);
        assert_eq!(step["values"], values(&page, &page["states"][number]));
    }
    assert_eq!(told["is_end"], true);
    told["end"].clone()
}

/// What a move does in a state of the page, and the number of the state that it leads to.
fn made(page: &Value, number: usize, letter: char) -> (String, usize) {
    let (moves, state) = (list(&page["moves"]), &page["states"][number]);
    let is_meant = |one: &Value| one["letter"] == letter.to_string();
    let index = moves.iter().position(is_meant).expect("a move");
    let columns = list(&page["threads"]).len() + list(&page["names"]).len();
    let next = state[columns + index].as_u64();
    let thread = moves[index]["thread"].as_u64().expect("a thread") as usize;
    let deed = if letter.is_ascii_uppercase() {
        let position = state[thread].as_u64().expect("a position") as usize;
        page["threads"][thread]["steps"][position]
            .as_str()
            .map(str::to_owned)
    } else {
        let buffer = format!("{}.buffer", letter.to_ascii_uppercase());
        let oldest = values(page, state)[&buffer].as_str().map(oldest);
        oldest.map(|store| format!("{store} reaches memory"))
    };
    (
        deed.expect("a text"),
        next.expect("it is not refused") as usize,
    )
}

/// The first store of a buffer, as `x ← 1, y ← 1` lists them.
fn oldest(buffer: &str) -> String {
    buffer.split(", ").next().unwrap_or_default().to_owned()
}

/// The table in the fragment of a figure of the book, as `race/lost-update`.
fn page(figure: &str) -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join(format!("book/figures/{figure}.html"));
    let fragment = std::fs::read_to_string(path).expect("the figure is recorded");
    let (_, rest) = fragment.split_once("json\">").expect("it holds its graph");
    let (json, _) = rest.split_once("</script>").expect("the graph ends");
    serde_json::from_str(json).expect("it is JSON")
}

/// The values of a state of the page, by full name.
fn values(page: &Value, state: &Value) -> Value {
    let threads = list(&page["threads"]);
    let full = |name: &Value| {
        let own = name["name"].as_str().expect("a text");
        match name["thread"].as_u64() {
            Some(thread) => {
                let thread = threads[thread as usize]["name"].as_str();
                format!("{}.{own}", thread.expect("a text"))
            }
            None => own.to_owned(),
        }
    };
    let values = list(&page["names"]).iter().enumerate();
    values
        .map(|(index, name)| (full(name), state[threads.len() + index].clone()))
        .collect()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}
