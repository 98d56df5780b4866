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

fn opening(id: &str, width: i32, height: i32) -> String {
    let attributes = [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\" role=\"img\"".to_owned(),
        format!("aria-labelledby=\"{id}-title {id}-desc\" viewBox=\"0 0 {width} {height}\""),
        format!("style=\"display:block;width:100%;max-width:{width}px;height:auto;margin:0 auto\""),
        "font-family=\"ui-monospace,monospace\" font-size=\"14\" fill=\"currentColor\">".to_owned(),
    ];
    attributes.join(" ")
}
