//! Where each state stands: its row by the steps taken, its column by how far the second thread is ahead of the first.
//!
//! For two threads that is their progress graph (Dijkstra's, in Coffman, Elphick and Shoshani, "System Deadlocks", 1971),
//! turned on its corner; several states of one place stand side by side.
//! For more threads a row is one place. Within a place, states stand below those that lead to them.

use std::collections::BTreeMap;

use super::super::names::threads;
use super::super::study::Study;
use super::columns::centres;
use super::layers::layers;
use super::shape::Shape;

pub const MARGIN: i32 = 14;
/// What the numbers of the rows take on the left.
const NUMBERS: i32 = 26;
/// What the bows take on either side, where there are any.
const BOWS: i32 = 22;
/// From the top to the first row.
const TOP: i32 = 48;
/// From one row to the next, at least and at most.
const ROW: i32 = 54;
const HIGHEST_ROW: i32 = 100;
/// Between two states side by side.
const BETWEEN: i32 = 5;

/// Holds where every state stands, and how it looks.
pub struct Places {
    pub shapes: Vec<Shape>,
    pub x: Vec<i32>,
    pub y: Vec<i32>,
    pub layers: Vec<usize>,
    pub width: i32,
    /// Where the last row ends.
    pub height: i32,
    has_columns: bool,
}

/// The states of one row, by column.
pub type Row = BTreeMap<i64, Vec<usize>>;

impl Places {
    /// Places every state of a picture that is at least so wide.
    pub fn of(study: &Study<'_>, narrowest: i32) -> Self {
        let shapes: Vec<_> = study
            .graph
            .states()
            .map(|state| Shape::of(study, &state))
            .collect();
        let layers = layers(&study.next);
        let beside = MARGIN
            + NUMBERS
            + if has_bows(&study.next, &layers) {
                BOWS
            } else {
                0
            };
        let mut rows = vec![Row::new(); layers.iter().max().map_or(0, |last| last + 1)];
        for (state, &layer) in layers.iter().enumerate() {
            let states = rows[layer].entry(column(study, state)).or_default();
            states.push(state);
        }
        let (x, width) = across(&study.next, &mut rows, &shapes, (narrowest, beside));
        let tops = down(&study.next, &layers, &x);
        Self {
            y: layers.iter().map(|&layer| tops[layer]).collect(),
            height: tops[tops.len() - 1] + ROW / 2,
            has_columns: threads(&study.graph).count() == 2,
            width,
            shapes,
            x,
            layers,
        }
    }

    /// Numbers the rows, and says what the columns mean.
    pub fn headings(&self) -> String {
        let rows: BTreeMap<_, _> = self.layers.iter().zip(&self.y).collect();
        let number = |(layer, y): (&usize, &i32)| text(MARGIN, y + 4, "start", &layer.to_string());
        let mut headings = text(MARGIN, 18, "start", "step");
        if self.has_columns {
            headings += &text(self.x[0] - 12, 18, "end", "← A ahead");
            headings += &text(self.x[0] + 12, 18, "start", "B ahead →");
        }
        headings.extend(rows.into_iter().map(number));
        format!("<g class=\"rows\" fill-opacity=\".8\" font-size=\"12\">{headings}</g>")
    }
}

fn text(x: i32, y: i32, anchor: &str, text: &str) -> String {
    let anchor = if anchor == "start" {
        String::new()
    } else {
        format!(" text-anchor=\"{anchor}\"")
    };
    format!("<text x=\"{x}\" y=\"{y}\"{anchor}>{text}</text>")
}

/// Returns how far the second of two threads is ahead; of more threads, nothing.
fn column(study: &Study<'_>, state: usize) -> i64 {
    let state = study.graph.state(state);
    let positions: Vec<_> = threads(&study.graph)
        .map(|thread| state.position(thread) as i64)
        .collect();
    match positions[..] {
        [a, b] => b - a,
        _ => 0,
    }
}

/// Returns where each state stands across the picture, and how wide the picture is.
fn across(
    next: &[Vec<(char, usize)>],
    rows: &mut [Row],
    shapes: &[Shape],
    (narrowest, beside): (i32, i32),
) -> (Vec<i32>, i32) {
    let centres = centres(rows, shapes);
    let reach = |side: i32, (column, states): (&i64, &Vec<usize>)| {
        centres[column] + side * breadth(states, shapes) / 2
    };
    let leftmost = rows.iter().flatten().map(|place| reach(-1, place)).min();
    let rightmost = rows.iter().flatten().map(|place| reach(1, place)).max();
    let (leftmost, rightmost) = leftmost.zip(rightmost).expect("there is a state");
    let width = (rightmost - leftmost + 2 * beside).max(narrowest);
    let middle = (width - leftmost - rightmost) / 2;
    let (leading, mut x) = (leading(next), vec![0; shapes.len()]);
    for (column, states) in rows.iter_mut().flatten() {
        states.sort_by_cached_key(|&state| (above(&leading[state], &x), state));
        stand(states, middle + centres[column], shapes, &mut x);
    }
    (x, width)
}

/// Tells if a step leads anywhere but to the next row, and not back to its own state.
fn has_bows(next: &[Vec<(char, usize)>], layers: &[usize]) -> bool {
    let leads_down = |from: usize, to: usize| layers[to] == layers[from] + 1;
    let is_bow = |from: usize, to: usize| from != to && !leads_down(from, to);
    let mut moves = next.iter().enumerate();
    moves.any(|(from, moves)| moves.iter().any(|&(_, to)| is_bow(from, to)))
}

/// Returns what the states of one place take side by side.
pub fn breadth(states: &[usize], shapes: &[Shape]) -> i32 {
    let widths: i32 = states.iter().map(|&state| 2 * shapes[state].reach()).sum();
    widths + BETWEEN * (states.len() as i32 - 1)
}

/// Lists for each state those that lead to it.
fn leading(next: &[Vec<(char, usize)>]) -> Vec<Vec<usize>> {
    let mut leading = vec![Vec::new(); next.len()];
    for (from, moves) in next.iter().enumerate() {
        moves.iter().for_each(|&(_, to)| leading[to].push(from));
    }
    leading
}

/// Returns the middle of those of the states that are placed already.
fn above(states: &[usize], x: &[i32]) -> i32 {
    let placed: Vec<_> = states
        .iter()
        .map(|&state| x[state])
        .filter(|&x| x > 0)
        .collect();
    placed.iter().sum::<i32>() / i32::try_from(placed.len().max(1)).expect("there are few states")
}

/// Lets the states of one place stand side by side around its centre.
fn stand(states: &[usize], centre: i32, shapes: &[Shape], x: &mut [i32]) {
    let mut left = centre - breadth(states, shapes) / 2;
    for &state in states {
        x[state] = left + shapes[state].reach();
        left = x[state] + shapes[state].reach() + BETWEEN;
    }
}

/// Returns where each row stands: the further its steps lead aside the lower, so that they pass beside its states.
fn down(next: &[Vec<(char, usize)>], layers: &[usize], x: &[i32]) -> Vec<i32> {
    let mut gaps = vec![ROW; layers.iter().max().map_or(0, |last| last + 1)];
    for from in 0..x.len() {
        for &(_, to) in next[from]
            .iter()
            .filter(|(_, to)| layers[*to] == layers[from] + 1)
        {
            let aside = (x[to] - x[from]).abs() / 2;
            gaps[layers[to]] = gaps[layers[to]].max(aside.min(HIGHEST_ROW));
        }
    }
    let mut y = TOP - ROW;
    let row = |gap: i32| {
        y += gap;
        y
    };
    gaps.into_iter().map(row).collect()
}
