//! Every figure of the book is played to its goal, by keyboard and by mouse; what it says is what Rust has computed.
//!
//! Where the hunt for the goal is in vain, it is played to an end instead.

use std::collections::{HashMap, VecDeque};

use serde_json::{Value, json};

use crate::keys::{ENTER, SPACE};
use crate::page::{Reader, figures};

/// The table of a figure, as the page holds it.
struct Figure {
    id: String,
    table: Value,
}

impl Figure {
    #[track_caller]
    fn of(reader: &Reader, id: &str) -> Self {
        let text = "return document.querySelector(arguments[0]).textContent";
        let css = format!("#{id} script[type='application/json']");
        let table = reader.script(text, json!([css]));
        let table = table.as_str().expect("the figure has a table");
        let table = serde_json::from_str(table).expect("the table is JSON");
        Self {
            id: id.to_owned(),
            table,
        }
    }

    fn css(&self, rest: &str) -> String {
        format!("#{} {rest}", self.id)
    }

    fn count(&self, group: &str) -> usize {
        self.table[group]
            .as_array()
            .expect("a group is a list")
            .len()
    }

    /// Where a move leads from a state; negative, if it is refused.
    fn next(&self, state: usize, number: usize) -> i64 {
        let column = self.count("threads") + self.count("names") + number;
        self.table["states"][state][column]
            .as_i64()
            .expect("a successor is a number")
    }

    fn verdict(&self, state: usize) -> &str {
        let column = self.count("threads") + self.count("names") + self.count("moves");
        let verdict = self.table["states"][state][column]
            .as_u64()
            .expect("a verdict is a number");
        self.table["verdicts"][verdict as usize]
            .as_str()
            .expect("a verdict is a text")
    }

    /// The shortest walk, as numbers of moves, to a state of this kind.
    fn walk(&self, kind: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
        let mut found_from = HashMap::from([(0, None)]);
        let mut queue = VecDeque::from([0]);
        while let Some(state) = queue.pop_front() {
            if kind(state) {
                let mut walk = Vec::new();
                let mut at = state;
                while let Some((from, number)) = found_from[&at] {
                    walk.push(number);
                    at = from;
                }
                walk.reverse();
                return Some(walk);
            }
            for number in 0..self.count("moves") {
                let Ok(to) = usize::try_from(self.next(state, number)) else {
                    continue;
                };
                found_from.entry(to).or_insert_with(|| {
                    queue.push_back(to);
                    Some((state, number))
                });
            }
        }
        None
    }

    /// The shortest walk to the goal, or to an end where the figure says that no walk leads to the goal.
    fn walk_to_goal(&self) -> Vec<usize> {
        let goal = self.walk(|state| self.verdict(state).starts_with("Goal reached"));
        goal.unwrap_or_else(|| {
            let counts = self.table["counts"].as_str().expect("a text");
            assert!(counts.contains("no schedule of this program reaches it"));
            let end = self.walk(|state| (0..self.count("moves")).all(|n| self.next(state, n) < 0));
            end.expect("the program ends")
        })
    }

    fn letter(&self, number: usize) -> &str {
        self.table["moves"][number]["letter"]
            .as_str()
            .expect("a move has a letter")
    }

    fn token(&self, walk: &[usize]) -> String {
        walk.iter().map(|&number| self.letter(number)).collect()
    }

    /// Demands that the figure tells what its last state means, and the walk that led there.
    #[track_caller]
    fn demand_verdict(&self, reader: &Reader, walk: &[usize]) {
        let said = reader.find(&self.css(".status")).text();
        let verdict = plain(self.verdict(self.state(reader)));
        assert!(!verdict.is_empty(), "{} says nothing of its end", self.id);
        assert!(said.contains(&verdict), "{}: {said}", self.id);
        assert_eq!(
            reader.find(&self.css(".token")).text(),
            self.token(walk),
            "{}",
            self.id
        );
    }

    /// The state that the figure says it is in.
    #[track_caller]
    fn state(&self, reader: &Reader) -> usize {
        let state = reader
            .find(&format!("#{}", self.id))
            .attribute("data-state");
        state
            .expect("it is alive")
            .parse()
            .expect("a state is a number")
    }

    #[track_caller]
    fn click(&self, reader: &Reader, number: usize) {
        let css = format!("button[data-letter='{}']", self.letter(number));
        reader.find(&self.css(&css)).click();
    }
}

fn on_each_figure(play: impl Fn(&Reader, Figure)) {
    let Some(reader) = Reader::start() else {
        return;
    };
    for (page, ids) in figures() {
        reader.open(&page);
        for id in ids {
            play(&reader, Figure::of(&reader, &id));
        }
        reader.demand_quiet();
    }
}

/// Ticks the choices for which `tick` says so, and has them checked.
#[track_caller]
fn predict(reader: &Reader, figure: &Figure, tick: impl Fn(bool) -> bool) {
    let boxes = reader.all(&figure.css(".predict input"));
    let choices = figure.table["predict"]["choices"]
        .as_array()
        .expect("there are choices");
    assert_eq!(boxes.len(), choices.len());
    for (input, choice) in boxes.iter().zip(choices) {
        if tick(choice["can"] == true) {
            input.click();
        }
    }
    reader.find(&figure.css("button.check")).click();
}

#[test]
fn the_goal_of_every_figure_is_reached_by_keyboard_alone() {
    on_each_figure(|reader, figure| {
        let walk = figure.walk_to_goal();
        reader.tab_to(&figure.css("input"));
        reader.press([SPACE]);
        reader.tab_to(&figure.css("button.check"));
        reader.press([ENTER]);
        let keys = walk.iter().map(|number| char::from(b'1' + *number as u8));
        reader.press(keys);
        figure.demand_verdict(reader, &walk);
    });
}

#[test]
fn the_goal_of_every_figure_is_reached_by_mouse_and_each_state_is_as_computed() {
    on_each_figure(|reader, figure| {
        let walk = figure.walk_to_goal();
        reader.find(&figure.css("button.skip")).click();
        let mut state = 0;
        for &number in &walk {
            figure.click(reader, number);
            state = usize::try_from(figure.next(state, number)).expect("the walk is possible");
            assert_eq!(figure.state(reader), state, "{}", figure.id);
        }
        figure.demand_verdict(reader, &walk);
        assert_eq!(
            reader.all(&figure.css(".trace tbody tr")).len(),
            walk.len() + 1
        );
    });
}

#[test]
fn a_right_prediction_is_told_from_a_wrong_one() {
    on_each_figure(|reader, figure| {
        let said = |words: &str| {
            figure.table["predict"][words]
                .as_str()
                .expect("it is a text")
        };
        predict(reader, &figure, |can| can);
        let told = reader.find(&figure.css(".predict")).text();
        assert!(told.contains(&plain(said("right"))), "{told}");
        reader.refresh();
        predict(reader, &figure, |can| !can);
        let told = reader.find(&figure.css(".predict")).text();
        assert!(told.contains(&plain(said("wrong"))), "{told}");
        assert!(!told.contains(&plain(said("right"))), "{told}");
    });
}

/// A text as it is seen: backquotes have become code.
fn plain(text: &str) -> String {
    text.replace('`', "")
}

#[test]
fn no_step_comes_before_the_prediction() {
    on_each_figure(|reader, figure| {
        figure.click(reader, 0);
        assert_eq!(figure.state(reader), 0);
        assert!(
            reader
                .find(&figure.css(".status"))
                .text()
                .contains("prediction")
        );
    });
}

#[test]
fn undo_takes_one_step_back_and_reset_all() {
    on_each_figure(|reader, figure| {
        reader.find(&figure.css("button.skip")).click();
        let first = usize::try_from(figure.next(0, 0)).expect("the first thread can begin");
        // A lock may keep the second thread from going on.
        let mut moves = (0..figure.count("moves")).rev();
        let second = moves.find(|&number| figure.next(first, number) >= 0);
        let second = second.expect("two steps are not all");
        figure.click(reader, 0);
        figure.click(reader, second);
        reader.find(&figure.css("button.undo")).click();
        assert_eq!(figure.state(reader), first);
        assert_eq!(
            reader.find(&figure.css(".token")).text(),
            figure.token(&[0])
        );
        reader.press([char::from(b'1' + second as u8)]);
        assert_eq!(
            i64::try_from(figure.state(reader)),
            Ok(figure.next(first, second))
        );
        reader.press(['u']);
        assert_eq!(figure.state(reader), first);
        reader.press(['r']);
        assert_eq!(
            (
                figure.state(reader),
                &*reader.find(&figure.css(".token")).text()
            ),
            (0, "")
        );
    });
}

#[test]
fn a_move_that_cannot_be_made_says_why() {
    on_each_figure(|reader, figure| {
        reader.find(&figure.css("button.skip")).click();
        let refused =
            |state: usize| (0..figure.count("moves")).find(|&n| figure.next(state, n) < 0);
        let walk = figure
            .walk(|state| refused(state).is_some())
            .expect("every thread ends");
        for &number in &walk {
            figure.click(reader, number);
        }
        let state = figure.state(reader);
        let number = refused(state).expect("the walk leads there");
        let why = usize::try_from(-1 - figure.next(state, number)).expect("it is refused");
        let why = plain(
            figure.table["says"][why]
                .as_str()
                .expect("a reason is a text"),
        );
        figure.click(reader, number);
        assert_eq!(figure.state(reader), state);
        let said = reader.find(&figure.css(".status")).text();
        assert!(said.contains(&why), "{said}, not {why}");
    });
}

#[test]
fn fog_covers_what_was_not_seen_until_every_state_is_shown() {
    on_each_figure(|reader, figure| {
        let states = figure.count("states");
        assert_eq!(reader.all(&figure.css("svg .node")).len(), states);
        reader.find(&figure.css("button.skip")).click();
        figure.click(reader, 0);
        let seen = reader.all(&figure.css("svg .node.seen")).len();
        assert_eq!(seen, 2);
        let told = reader.find(&figure.css(".map")).text();
        assert!(
            told.contains(&format!("{seen} of {states} states")),
            "{told}"
        );
        let counts = figure.table["counts"].as_str().expect("counts are told");
        assert!(!told.contains(&plain(counts)), "{told}");
        reader.find(&figure.css("button.reveal")).click();
        let told = reader.find(&figure.css(".map")).text();
        assert!(told.contains(&plain(counts)), "{told}");
    });
}
