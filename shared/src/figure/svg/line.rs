//! The line of one step: straight to the next row, a bow to any other, a loop where nothing changes.

use super::place::Places;

/// How far a bow leads aside.
const BOW: i32 = 28;

/// Returns the data of the path from one state to another.
pub fn line(places: &Places, from: usize, to: usize) -> String {
    if from == to {
        turn(places, from)
    } else if places.layers[to] == places.layers[from] + 1 {
        straight(places, from, to)
    } else {
        bow(places, from, to)
    }
}

/// Ends at the outlines, as the states are not filled.
fn straight(places: &Places, from: usize, to: usize) -> String {
    let (x0, y0, x1, y1) = (places.x[from], places.y[from], places.x[to], places.y[to]);
    let (dx, dy) = (f64::from(x1 - x0), f64::from(y1 - y0));
    let at = |start: i32, length: f64, share: f64| start + (length * share).round() as i32;
    let (out, into) = (
        places.shapes[from].inside(dx, dy),
        places.shapes[to].inside(dx, dy),
    );
    let (x0, y0) = (at(x0, dx, out), at(y0, dy, out));
    let (x1, y1) = (at(x1, dx, -into), at(y1, dy, -into));
    format!("M{x0} {y0}L{x1} {y1}")
}

/// Leads around what stands between, on the side where it begins; it has a head if it leads up, against time.
fn bow(places: &Places, from: usize, to: usize) -> String {
    let side = if 2 * places.x[from] < places.width {
        -1
    } else {
        1
    };
    let edge = |state: usize| side * places.x[state] + places.shapes[state].reach() + 2;
    let (from_row, to_row) = (places.layers[from], places.layers[to]);
    let between = from_row.min(to_row)..=from_row.max(to_row);
    let passed = (0..places.x.len()).filter(|&state| between.contains(&places.layers[state]));
    let far = side * (passed.map(edge).max().unwrap_or(0) + BOW);
    let (x0, y0, x1, y1) = (
        side * edge(from),
        places.y[from],
        side * edge(to),
        places.y[to],
    );
    let (back, on) = (side * 6, side * -6);
    let head = if to_row > from_row {
        String::new()
    } else {
        format!("m{back} -4l{on} 4l{back} 4")
    };
    format!("M{x0} {y0}C{far} {y0} {far} {y1} {x1} {y1}{head}")
}

/// Leaves on the right and comes back.
fn turn(places: &Places, state: usize) -> String {
    let (x, y) = (
        places.x[state] + places.shapes[state].reach() + 1,
        places.y[state],
    );
    format!("M{x} {}c18 -12 18 22 0 10", y - 5)
}
