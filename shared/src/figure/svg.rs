//! Draws every state of a program as a picture: time runs down, a row for each step taken.

mod colour;
mod columns;
mod describe;
mod edges;
mod layers;
mod legend;
mod line;
mod nodes;
mod place;
mod shape;

use super::study::Study;
use legend::Legend;
use place::Places;

pub(super) use crate::timeline::escape;

/// Draws the picture: a `<svg>` element, without a line break at its end.
///
/// It is wide as its widest row and shrinks on a narrow page. Colours are properties of the page, with
/// values of their own where a page sets none; lines and shapes say the same as the colours.
pub fn picture(study: &Study<'_>) -> String {
    let id = study.figure.id();
    let places = Places::of(study, Legend::width(study));
    let legend = Legend::of(study, &places);
    let parts = [
        opening(&id, places.width, legend.bottom),
        format!(
            "<title id=\"{id}-title\">{}</title>",
            escape(&describe::title(study))
        ),
        format!(
            "<desc id=\"{id}-desc\">{}</desc>",
            escape(&describe::description(study, &places))
        ),
        places.headings(),
        edges::draw(study, &places),
        nodes::draw(&places),
        legend.drawn,
        "</svg>".to_owned(),
    ];
    parts.join("\n")
}

/// Draws the picture as a file, which has no page to take the colour of its words from.
pub fn alone(study: &Study<'_>) -> String {
    let picture = picture(study);
    let (opening, rest) = picture.split_once('\n').expect("it has many lines");
    [opening, WORDS, rest, ""].join("\n")
}

/// The colour of words on a light background and on a dark one.
const WORDS: &str =
    "<style>svg{color:#1f2328}@media(prefers-color-scheme:dark){svg{color:#d1d7e0}}</style>";

fn opening(id: &str, width: i32, height: i32) -> String {
    let attributes = [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\" role=\"img\"".to_owned(),
        format!("aria-labelledby=\"{id}-title {id}-desc\" viewBox=\"0 0 {width} {height}\""),
        format!("style=\"display:block;width:100%;max-width:{width}px;height:auto;margin:0 auto\""),
        "font-family=\"ui-monospace,monospace\" font-size=\"14\" fill=\"currentColor\">".to_owned(),
    ];
    attributes.join(" ")
}
