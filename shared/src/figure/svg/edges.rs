//! The steps of a picture: a line for each, in the thread's colour and dashes, strong along the shortest way to the goal.

use std::collections::BTreeSet;

use super::super::names::{letters, threads};
use super::super::study::Study;
use super::colour::{Colour, EDGE, dashes};
use super::line::line;
use super::place::Places;

const THIN: &str = "stroke-width=\"1.25\"";
const STRONG: &str = "stroke-width=\"4\"";

/// What the strong lines mean.
pub const SHORTEST: &str = "the shortest way to the goal";

/// A step from a state: its number, and the letter.
type Edge = (usize, char);

/// Draws all edges, grouped by letter, those of the shortest way to the goal last.
pub fn draw(study: &Study<'_>, places: &Places) -> String {
    let witness = witness(study);
    let mut groups = Vec::new();
    for (class, width) in [("edge", THIN), ("edge witness", STRONG)] {
        for letter in study.graph.letters() {
            let is_drawn = |edge: &Edge| witness.contains(edge) == (width == STRONG);
            let drawn = group(study, places, letter, class, is_drawn);
            if !drawn.is_empty() {
                groups.push(format!(
                    "<g {} {width}>\n{drawn}</g>",
                    stroke(study, letter)
                ));
            }
        }
    }
    format!(
        "<g class=\"edges\" fill=\"none\">\n{}\n</g>",
        groups.join("\n")
    )
}

/// Draws those of a letter's edges that are to be drawn, each on a line.
fn group(
    study: &Study<'_>,
    places: &Places,
    letter: char,
    class: &str,
    is_drawn: impl Fn(&Edge) -> bool,
) -> String {
    let mut drawn = String::new();
    for from in (0..places.x.len()).filter(|&from| is_drawn(&(from, letter))) {
        if let Some((_, to)) = study.next[from].iter().find(|(taken, _)| *taken == letter) {
            let ends = format!("data-from=\"{from}\" data-to=\"{to}\" data-letter=\"{letter}\"");
            drawn += &format!(
                "<path class=\"{class}\" {ends} d=\"{}\"/>\n",
                line(places, from, *to)
            );
        }
    }
    drawn
}

/// Returns the colour and the dashes of a letter's edges.
fn stroke(study: &Study<'_>, letter: char) -> String {
    let thread = threads(&study.graph).position(|name| name == letter.to_ascii_uppercase());
    let colour = Colour::of_thread(thread.expect("a letter belongs to a thread"));
    format!("{}{}", colour.of("stroke"), dashes(letter))
}

/// Lists the steps of the shortest schedule to the goal.
fn witness(study: &Study<'_>) -> BTreeSet<Edge> {
    let Some(schedule) = &study.witness else {
        return BTreeSet::new();
    };
    let visited = study
        .graph
        .replay(schedule)
        .expect("a witness can be followed");
    visited
        .iter()
        .map(|state| state.number())
        .zip(schedule.chars())
        .collect()
}

/// Draws an example of each kind of line, with what it means; each around the origin.
pub fn examples(study: &Study<'_>) -> Vec<(String, String)> {
    let of_letter = |letter: char| {
        let thread = letter.to_ascii_uppercase();
        let meaning = if letter == thread {
            format!("a step of {thread}")
        } else {
            format!("a flush of {thread}")
        };
        (
            format!(
                "<path d=\"M-15 0h30\" {} stroke-width=\"2\"/>",
                stroke(study, letter)
            ),
            meaning,
        )
    };
    let mut examples: Vec<_> = letters(&study.graph).map(of_letter).collect();
    if study.witness.is_some() {
        let strong = format!("<path d=\"M-15 0h30\" {} {STRONG}/>", EDGE.of("stroke"));
        examples.push((strong, SHORTEST.to_owned()));
    }
    examples
}
