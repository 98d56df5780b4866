//! A picture can be read: nothing covers anything, nothing is cut off, nothing is told by colour alone.

use crate::cases;
use crate::contrast::contrast;
use crate::page::Page;
use crate::xml::{Element, elements};
use shared::explore::Graph;
use shared::figure::Figure;

/// A state as drawn: its number, its middle, half its width and height.
#[derive(Debug)]
struct Node {
    state: usize,
    classes: String,
    at: (f64, f64),
    half: (f64, f64),
}

/// What a picture shows.
struct Picture {
    width: f64,
    height: f64,
    nodes: Vec<Node>,
    edges: Vec<Element>,
    elements: Vec<Element>,
}

impl Picture {
    fn of(figure: &Figure) -> Self {
        let elements = elements(Page::of(figure).picture());
        let size: Vec<f64> = numbers(elements[0].attribute("viewBox").expect("it has a size"));
        let mut nodes: Vec<Node> = Vec::new();
        for element in &elements {
            if let Some(state) = element.attribute("data-state") {
                let at = numbers(element.attribute("transform").expect("it stands somewhere"));
                let (at, half) = ((at[0], at[1]), (0.0, 0.0));
                let classes = element
                    .attribute("class")
                    .expect("it is of a kind")
                    .to_owned();
                nodes.push(Node {
                    state: state.parse().expect("a number"),
                    classes,
                    at,
                    half,
                });
            } else if element.attribute("class") == Some("legend") {
                break;
            } else if let (Some(node), true) = (
                nodes.last_mut(),
                ["circle", "rect"].contains(&&*element.name),
            ) {
                // The last outline of a state is its outermost.
                node.half = match &*element.name {
                    "circle" => (element.number("r"), element.number("r")),
                    _ => (
                        element.number("width") / 2.0,
                        element.number("height") / 2.0,
                    ),
                };
            }
        }
        let is_edge = |element: &Element| element.attribute("data-from").is_some();
        let (edges, elements) = elements.into_iter().partition(is_edge);
        Self {
            width: size[2],
            height: size[3],
            nodes,
            edges,
            elements,
        }
    }

    fn node(&self, state: usize) -> &Node {
        self.nodes
            .iter()
            .find(|node| node.state == state)
            .expect("every state is drawn")
    }
}

/// Reads the numbers in a text, whatever stands between them.
fn numbers(text: &str) -> Vec<f64> {
    let pieces = text.split(|c: char| !(c.is_ascii_digit() || c == '-' || c == '.'));
    pieces.filter_map(|piece| piece.parse().ok()).collect()
}

fn for_all(law: impl Fn(&Picture, &Graph, &Figure)) {
    for figure in cases::all() {
        let graph = figure.program.explore().expect("it is small");
        law(&Picture::of(&figure), &graph, &figure);
    }
}

#[test]
fn no_state_covers_another_and_none_is_cut_off() {
    for_all(|picture, graph, figure| {
        assert_eq!(picture.nodes.len(), graph.states().len());
        for (index, one) in picture.nodes.iter().enumerate() {
            assert!(one.at.0 - one.half.0 >= 36.0, "{one:?} covers the numbers");
            assert!(
                one.at.0 + one.half.0 < picture.width && one.at.1 + one.half.1 < picture.height
            );
            for other in &picture.nodes[..index] {
                let apart = (one.at.0 - other.at.0).abs() - one.half.0 - other.half.0;
                let above = (one.at.1 - other.at.1).abs() - one.half.1 - other.half.1;
                assert!(
                    apart >= 4.0 || above >= 4.0,
                    "{}: {one:?} meets {other:?}",
                    figure.path()
                );
            }
        }
    });
}

#[test]
fn every_step_is_a_line_that_begins_and_ends_at_its_states() {
    for_all(|picture, graph, _| {
        assert_eq!(picture.edges.len(), graph.edge_count());
        for edge in &picture.edges {
            let end = |name: &str| picture.node(edge.number(name) as usize);
            let (from, to) = (end("data-from"), end("data-to"));
            let line = numbers(edge.attribute("d").expect("a line"));
            let near = |node: &Node, x: f64, y: f64| {
                (x - node.at.0).abs() < node.half.0 + 8.0
                    && (y - node.at.1).abs() < node.half.1 + 8.0
            };
            assert!(
                near(from, line[0], line[1]),
                "{edge:?} does not begin at {from:?}"
            );
            if edge.attribute("d").is_some_and(|line| line.contains('L')) {
                assert!(
                    near(to, line[2], line[3]),
                    "{edge:?} does not end at {to:?}"
                );
            }
        }
    });
}

#[test]
fn without_loops_time_runs_down() {
    for_all(|picture, graph, figure| {
        for edge in &picture.edges {
            let height = |name: &str| picture.node(edge.number(name) as usize).at.1;
            let down = height("data-to") > height("data-from");
            assert!(
                down || graph.schedules().is_err(),
                "{}: {edge:?}",
                figure.path()
            );
        }
    });
}

#[test]
fn of_two_threads_the_one_that_is_ahead_is_on_its_side() {
    for figure in [cases::lost_update(1), cases::lost_update(2)] {
        let (picture, graph) = (
            Picture::of(&figure),
            figure.program.explore().expect("it is small"),
        );
        let middle = picture.node(0).at.0;
        for state in graph.states() {
            let (a, b) = (state.position('A'), state.position('B'));
            let x = picture.node(state.number()).at.0;
            assert!(a <= b || x < middle, "{state:?} at {x}");
            assert!(a >= b || x > middle, "{state:?} at {x}");
        }
    }
}

#[test]
fn kinds_of_states_and_steps_differ_by_more_than_colour() {
    let picture = Picture::of(&cases::lost_update(1));
    let graph = cases::lost_update(1)
        .program
        .explore()
        .expect("it is small");
    let doomed = graph.doomed(cases::lost_update(1).fault.is);
    for node in &picture.nodes {
        assert_eq!(
            node.classes.contains("doomed"),
            doomed.contains(&node.state)
        );
        let is_end = graph.state(node.state).is_end();
        assert_eq!(node.classes.contains("end"), is_end);
        assert_eq!(node.half.1 > 12.0, is_end, "{node:?}");
    }
    let groups = |name: &str| {
        picture
            .elements
            .iter()
            .filter(|element| element.attribute(name).is_some())
            .count()
    };
    assert!(groups("stroke-dasharray") > 0);
    let witness = picture
        .edges
        .iter()
        .filter(|edge| edge.attribute("class") == Some("edge witness"));
    let letters: String = witness
        .filter_map(|edge| edge.attribute("data-letter"))
        .collect();
    assert_eq!(letters, "AAABBB", "three steps of each");
}

#[test]
fn words_are_large_enough_and_colours_strong_enough() {
    // The themes light, rust, coal, navy and ayu of mdBook 0.5.
    let backgrounds = ["#ffffff", "#e1e1db", "#141617", "#161923", "#0f1419"];
    for_all(|picture, _, figure| {
        for element in &picture.elements {
            if element.attribute("font-size").is_some() {
                // As wide as its text, a page of mdBook has 750 units.
                let shrunk = (750.0 / picture.width).min(1.0);
                let size = element.number("font-size") * shrunk;
                assert!(size >= 12.0, "{}: {size} in {element:?}", figure.path());
            }
            let own = ["fill", "stroke"]
                .into_iter()
                .filter_map(|name| element.attribute(name));
            for colour in own.filter(|colour| colour.starts_with('#')) {
                let style = element.attribute("style").expect("a page may replace it");
                assert!(style.contains("var(--figure-"), "{element:?}");
                for background in backgrounds {
                    assert!(
                        contrast(colour, background) >= 3.0,
                        "{colour} on {background}"
                    );
                }
            }
        }
    });
}

#[test]
fn a_picture_alone_is_the_same_with_words_for_any_background() {
    for figure in cases::all() {
        let (alone, page) = (figure.picture().expect("it fits"), Page::of(&figure));
        let [svg, style, rest @ ..] = &elements(&alone)[..] else {
            panic!("{alone}")
        };
        assert_eq!([&*svg.name, &*style.name], ["svg", "style"]);
        assert!(style.text.contains("prefers-color-scheme:dark"), "{alone}");
        assert_eq!(rest.len() + 1, elements(page.picture()).len());
    }
}
