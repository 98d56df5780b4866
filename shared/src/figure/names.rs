//! What a state holds, as a figure shows it: shared variables, locks, and each thread's registers and store buffer.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::explore::{Graph, Op, State};

/// Something that has a value in each state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub name: String,
    /// The thread it belongs to, counted from 0; none if all share it.
    pub thread: Option<usize>,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// A shared variable or a register, under the explorer's name for it.
    Variable(String),
    Lock,
    Buffer(char),
}

impl Name {
    /// Lists what a program's states hold: what is shared first, then what belongs to each thread.
    pub fn all(graph: &Graph) -> Vec<Self> {
        let variables = graph.state(0).values();
        let mut names: Vec<_> = variables
            .into_iter()
            .map(|(name, _)| Self::variable(graph, name))
            .collect();
        names.extend(locks(graph).into_iter().map(|name| Self {
            name,
            thread: None,
            kind: Kind::Lock,
        }));
        names.extend(threads(graph).filter_map(|thread| Self::buffer(graph, thread)));
        // The order within each thread stays.
        names.sort_by_key(|name| name.thread);
        names
    }

    /// Understands `counter`, and `A.seen`.
    fn variable(graph: &Graph, full: String) -> Self {
        let register = full.split_once('.');
        let thread = register
            .and_then(|(thread, _)| threads(graph).position(|name| thread == name.to_string()));
        let name = register
            .filter(|_| thread.is_some())
            .map_or(&*full, |(_, name)| name);
        Self {
            name: name.to_owned(),
            thread,
            kind: Kind::Variable(full),
        }
    }

    fn buffer(graph: &Graph, thread: char) -> Option<Self> {
        let flush = thread.to_ascii_lowercase();
        letters(graph).any(|letter| letter == flush).then(|| Self {
            name: "buffer".to_owned(),
            thread: threads(graph).position(|name| name == thread),
            kind: Kind::Buffer(thread),
        })
    }

    /// Returns the name with that of its thread before it, as `A.seen`.
    pub fn full(&self) -> String {
        match self.thread {
            Some(thread) => format!("{}.{}", char::from(b'A' + thread as u8), self.name),
            None => self.name.clone(),
        }
    }

    /// Returns its value in a state: a number, or a text for a lock or a buffer; null for a register that no later step can read.
    pub fn value(&self, state: &State<'_>) -> Value {
        match &self.kind {
            Kind::Variable(full) => {
                let values = state.values();
                let found = values.iter().find(|(name, _)| name == full);
                json!(found.and_then(|(_, value)| *value))
            }
            Kind::Lock => match state.holder(&self.name) {
                Some(holder) => json!(format!("held by {holder}")),
                None => json!("free"),
            },
            Kind::Buffer(thread) => {
                let stores = state
                    .buffer(*thread)
                    .into_iter()
                    .map(|(name, value)| format!("{name} ← {value}"));
                let stores: Vec<_> = stores.collect();
                if stores.is_empty() {
                    json!("empty")
                } else {
                    json!(stores.join(", "))
                }
            }
        }
    }

    /// Returns its value as text, with a dash for one that no later step can read.
    pub fn shown(&self, state: &State<'_>) -> String {
        match self.value(state) {
            Value::Null => "–".to_owned(),
            Value::String(text) => text,
            number => number.to_string(),
        }
    }
}

/// Lists the threads' names: the capitals among the letters of a schedule.
pub fn threads(graph: &Graph) -> impl Iterator<Item = char> {
    graph.letters().filter(char::is_ascii_uppercase)
}

/// Lists the letters that some schedule may have: a thread that stores nothing has nothing to flush.
pub fn letters(graph: &Graph) -> impl Iterator<Item = char> {
    let stores = |thread: usize| {
        let steps = &graph.program().threads()[thread];
        steps.iter().any(|step| matches!(step.op(), Op::Store(..)))
    };
    let flushed =
        |letter: char| threads(graph).position(|name| name.to_ascii_lowercase() == letter);
    graph
        .letters()
        .filter(move |&letter| flushed(letter).is_none_or(stores))
}

/// Lists the locks that some step speaks of.
fn locks(graph: &Graph) -> BTreeSet<String> {
    let steps = graph.program().threads().iter().flatten();
    let lock = |op: &Op| match op {
        Op::Lock(lock) | Op::Unlock(lock) | Op::Wait(_, lock) => Some(lock.clone()),
        _ => None,
    };
    steps.filter_map(|step| lock(step.op())).collect()
}
