//! The graph as JSON, version 1: rows of numbers, and every word that a page may have to say.

use serde_json::{Value, json};

use super::names::{Name, letters, threads};
use super::study::Study;
use super::{Choice, Figure};
use crate::explore::{Graph, State};

/// Writes the document, a member a line and a state a line, without a `<` that could end its element.
pub fn document(study: &Study<'_>) -> String {
    let Study { figure, graph, .. } = study;
    let names = Name::all(graph);
    let (mut says, mut verdicts) = (Words::default(), Words::default());
    // The open state comes first, whichever is met first.
    verdicts.index(String::new());
    let states = graph.states().map(|state| {
        let row = row(study, &names, &state, &mut says, &mut verdicts);
        Value::from(row).to_string()
    });
    let states: Vec<String> = states.collect();
    let members = [
        ("v", json!(1)),
        ("figure", json!(figure.path())),
        (
            "replay",
            json!(format!(
                "cargo xtask replay {} {}",
                figure.lesson, figure.name
            )),
        ),
        ("goal", json!(figure.goal.sentence)),
        ("threads", graph_threads(graph)),
        ("moves", moves(graph)),
        (
            "names",
            names
                .iter()
                .map(|name| json!({ "name": name.name, "thread": name.thread }))
                .collect(),
        ),
        ("predict", predict(figure, graph)),
        ("says", json!(says.0)),
        ("verdicts", json!(verdicts.0)),
        (
            "counts",
            json!(study.counts.told(figure, study.witness.is_some())),
        ),
    ];
    let members = members.map(|(name, value)| format!("\"{name}\":{value}"));
    let document = format!(
        "{{{},\n\"states\":[\n{}\n]}}",
        members.join(",\n"),
        states.join(",\n")
    );
    document.replace('<', "\\u003c")
}

fn graph_threads(graph: &Graph) -> Value {
    let steps = graph.program().threads().iter();
    let texts = steps.map(|steps| steps.iter().map(|step| step.text()).collect::<Vec<_>>());
    let thread =
        |(name, steps): (char, Vec<String>)| json!({ "name": name.to_string(), "steps": steps });
    threads(graph).zip(texts).map(thread).collect()
}

fn moves(graph: &Graph) -> Value {
    let named = |letter: char| {
        let thread = letter.to_ascii_uppercase();
        let index = threads(graph).position(|name| name == thread);
        let (letter, is_step) = (letter.to_string(), letter == thread);
        if is_step {
            json!({ "letter": letter, "thread": index, "name": format!("Step {thread}") })
        } else {
            let does = "a store reaches memory";
            json!({ "letter": letter, "thread": index, "name": format!("Flush {thread}"), "does": does })
        }
    };
    letters(graph).map(named).collect()
}

fn predict(figure: &Figure, graph: &Graph) -> Value {
    let prediction = &figure.prediction;
    let choice = |choice: &Choice| {
        let can = graph.ends().any(|end| (choice.is)(&end));
        let said = format!("{} {}", answer(graph, can), choice.why);
        json!({ "text": choice.text, "can": can, "said": said.trim_end() })
    };
    json!({
        "question": prediction.question,
        "choices": prediction.choices.iter().map(choice).collect::<Value>(),
        "right": prediction.right,
        "wrong": prediction.wrong,
    })
}

/// Answers a choice without a count, which would need to say that it is no probability, and without a schedule, which the reader is to find.
fn answer(graph: &Graph, can: bool) -> String {
    match (can, graph.states().len()) {
        (true, _) => "It can: some schedule ends so.".to_owned(),
        (false, states) => {
            format!(
                "It cannot: no schedule of this program ends so, and all {states} states were visited."
            )
        }
    }
}

/// Writes a state: the threads' positions, the values, where each move leads or why it is refused, the verdict, whether it is an end.
fn row(
    study: &Study<'_>,
    names: &[Name],
    state: &State<'_>,
    says: &mut Words,
    verdicts: &mut Words,
) -> Vec<Value> {
    let graph = &study.graph;
    let mut row: Vec<Value> = threads(graph)
        .map(|thread| json!(state.position(thread)))
        .collect();
    row.extend(names.iter().map(|name| name.value(state)));
    for letter in letters(graph) {
        row.push(match state.after(letter) {
            Ok(next) => json!(next.number()),
            Err(reason) => json!(-1 - says.index(reason.to_string()) as i64),
        });
    }
    row.push(json!(verdicts.index(study.verdict(state))));
    row.push(json!(u8::from(state.is_end())));
    row
}

/// Keeps each text once, in the order in which they are first said.
#[derive(Default)]
struct Words(Vec<String>);

impl Words {
    fn index(&mut self, text: String) -> usize {
        let known = self.0.iter().position(|other| *other == text);
        known.unwrap_or_else(|| {
            self.0.push(text);
            self.0.len() - 1
        })
    }
}
