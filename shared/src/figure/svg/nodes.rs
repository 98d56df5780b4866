//! The states of a picture: round while all is open, square where it is doomed, larger at an end, double-edged at the goal.

use super::colour::{BAD, Colour, EDGE, GOOD};
use super::place::Places;
use super::shape::Shape;

/// How a kind of state is drawn.
struct Look {
    of: fn(&Shape) -> bool,
    colour: Colour,
    more: &'static str,
}

/// Every kind, told apart by shape and weight as well as by colour.
const LOOKS: [Look; 3] = [
    Look {
        of: |shape| !shape.is_doomed && !shape.is_end,
        colour: EDGE,
        more: "fill-opacity=\".08\" stroke-width=\"1.5\"",
    },
    Look {
        of: |shape| shape.is_doomed,
        colour: BAD,
        more: "fill-opacity=\".14\" stroke-width=\"1.75\"",
    },
    Look {
        of: |shape| !shape.is_doomed && shape.is_end,
        colour: GOOD,
        more: "fill-opacity=\".14\" stroke-width=\"2.5\"",
    },
];

/// Draws all states, grouped by how they look.
pub fn draw(places: &Places) -> String {
    let groups = LOOKS.iter().filter_map(|look| {
        let states = (0..places.shapes.len()).filter(|&state| (look.of)(&places.shapes[state]));
        let drawn: Vec<_> = states.map(|state| node(places, state)).collect();
        (!drawn.is_empty()).then(|| format!("<g {}>\n{}\n</g>", attributes(look), drawn.join("\n")))
    });
    let groups: Vec<_> = groups.collect();
    format!(
        "<g class=\"nodes\" text-anchor=\"middle\">\n{}\n</g>",
        groups.join("\n")
    )
}

fn attributes(look: &Look) -> String {
    format!("{} {}", look.colour.outlined(), look.more)
}

fn node(places: &Places, state: usize) -> String {
    let shape = &places.shapes[state];
    let kinds = [
        (shape.is_end, " end"),
        (shape.is_goal, " goal"),
        (shape.is_doomed, " doomed"),
    ];
    let class: String = kinds
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, name)| name)
        .collect();
    let (x, y, drawn) = (places.x[state], places.y[state], shape.draw());
    format!(
        "<g class=\"node{class}\" data-state=\"{state}\" transform=\"translate({x} {y})\">{drawn}</g>"
    )
}

/// Draws an example of each kind of state that stands out, with what it means; each around the origin.
pub fn examples(places: &Places, doomed: &str) -> Vec<(String, String)> {
    let first = |is: fn(&Shape) -> bool| places.shapes.iter().find(|shape| is(shape));
    let kinds = [
        (first(|shape| shape.is_doomed && !shape.is_goal), doomed),
        (first(|shape| shape.is_goal), "the goal"),
        (
            first(|shape| shape.is_end && !shape.is_doomed && !shape.is_goal),
            "a good end",
        ),
    ];
    let example =
        |(shape, meaning): (Option<&Shape>, &str)| Some((example(shape?), meaning.to_owned()));
    kinds.into_iter().filter_map(example).collect()
}

fn example(shape: &Shape) -> String {
    let (label, across, down) = (String::new(), 8, 8);
    let small = Shape {
        label,
        across,
        down,
        ..shape.clone()
    };
    let look = LOOKS.iter().find(|look| (look.of)(&small));
    let look = look.expect("a state is doomed, or an end, or neither");
    format!("<g {}>{}</g>", attributes(look), small.outlines())
}
