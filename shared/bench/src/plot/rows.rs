//! The rows of a picture: a contender's name, the lines at ratios that its lanes cross, and in each lane its mark.

use super::draw::{DIM, WIDTH};
use super::scale::Scale;
use super::words::svg;
use super::{Lane, Mark, Ratio, Row};

/// The heights of a name and of a lane, and what parts two contenders.
const NAME: usize = 21;
const LANE: usize = 18;
const GAP: usize = 8;

const OURS: &str = "var(--figure-a,#1d5fb4)";
const OTHER: &str = "var(--figure-b,#a84300)";
const WRONG: &str = "var(--figure-bad,#b3202e)";
const EDGE: &str = "var(--figure-edge,#77828e)";

/// Returns what a contender takes.
pub fn height(row: &Row) -> usize {
    NAME + row.lanes.len() * LANE + GAP
}

/// Draws a contender: its name, the lines that its lanes cross, the lanes.
pub fn draw(row: &Row, top: usize, scale: &Scale) -> String {
    let (name, note, baseline) = (svg(&row.name), row.note, top + 15);
    let mut parts = vec![format!(
        r#"<text x="0" y="{baseline}">{name} <tspan font-size="13" style="fill:{DIM}">{note}</tspan></text>"#
    )];
    if !row.lanes.is_empty() {
        parts.push(lines(scale, top + NAME, row.lanes.len() * LANE));
    }
    for (index, lane) in row.lanes.iter().enumerate() {
        parts.push(draw_lane(lane, top + NAME + index * LANE, scale));
    }
    parts.join("\n")
}

/// Draws a thin line at each ratio that is written, and the rule at 1.
fn lines(scale: &Scale, top: usize, height: usize) -> String {
    let line = |tick: f64| format!("M{:.1} {top}v{height}", scale.at(tick));
    let others = scale.ticks().into_iter().filter(|&tick| tick != 1.0);
    let (thin, rule): (String, _) = (others.map(line).collect(), line(1.0));
    format!(
        r#"<path d="{thin}" style="stroke:{EDGE}" stroke-opacity=".45"/><path class="rule" d="{rule}" stroke="currentColor" stroke-width="1.5" stroke-dasharray="4 3"/>"#
    )
}

fn draw_lane(lane: &Lane, top: usize, scale: &Scale) -> String {
    let (name, middle, baseline) = (&lane.name, top + LANE / 2, top + 14);
    let (mark, value) = match lane.drawn() {
        Some(ratio) => (mark(lane.mark, ratio, middle, scale), told(ratio.median)),
        None => (String::new(), "–".to_owned()),
    };
    format!(
        r#"<g font-size="13"><text x="10" y="{baseline}" style="fill:{DIM}">{name}</text>{mark}<text x="{WIDTH}" y="{baseline}" text-anchor="end">{value}</text></g>"#
    )
}

fn mark(mark: Mark, ratio: Ratio, y: usize, scale: &Scale) -> String {
    let [low, x, high] = [ratio.low, ratio.median, ratio.high].map(|one| scale.at(one));
    let (colour, shape) = match mark {
        Mark::Ours => (
            OURS,
            format!(r#"<circle cx="{x:.1}" cy="{y}" r="4.5" style="fill:{OURS}"/>"#),
        ),
        Mark::Other => (
            OTHER,
            format!(
                r#"<circle cx="{x:.1}" cy="{y}" r="4" style="fill:var(--bg,#fff);stroke:{OTHER}" stroke-width="2"/>"#
            ),
        ),
        Mark::Wrong => (
            WRONG,
            format!(
                r#"<path d="M{:.1} {}l9 9m0-9l-9 9" style="stroke:{WRONG}" stroke-width="2.5"/>"#,
                x - 4.5,
                y as f64 - 4.5
            ),
        ),
    };
    format!(
        r#"<path d="M{low:.1} {y}H{high:.1}" style="stroke:{colour}" stroke-width="2"/>{shape}"#
    )
}

/// Three digits at most: there is no more to be known.
fn told(ratio: f64) -> String {
    match ratio {
        ..9.995 => format!("{ratio:.2} ×"),
        ..99.95 => format!("{ratio:.1} ×"),
        _ => format!("{ratio:.0} ×"),
    }
}
