//! The picture: self-contained SVG that takes its colours from the page, and narrow enough for a telephone.

use super::rows::{draw, height};
use super::scale::Scale;
use super::words::plain;
use super::{Lane, Plot};

/// In user units, as all that follows: on a telephone they are about a pixel, elsewhere more.
pub const WIDTH: usize = 400;
/// What the values take at the right.
const VALUES: usize = 52;
/// What a character of a case takes at most, and what parts it from its lane.
const CHARACTER: usize = 8;
const BETWEEN: usize = 14;
/// The heights of the words above and below.
const HEAD: usize = 44;
const FOOT: usize = 20;

pub const DIM: &str = "var(--figure-dim,#57606b)";

impl Plot {
    /// Draws it as one `<svg>` element.
    ///
    /// The title and the description tell a screen reader what the picture tells the eye.
    #[must_use]
    pub fn svg(&self) -> String {
        let ratios = self.lanes().filter_map(Lane::drawn);
        let scale = Scale::of(ratios, [self.left(), WIDTH - VALUES]);
        let (mut top, mut rows) = (HEAD, Vec::new());
        for row in &self.rows {
            rows.push(draw(row, top, &scale));
            top += height(row);
        }
        let parts = [
            opening(top + FOOT),
            format!("<title>{}</title>", plain(&self.title)),
            format!("<desc>{}</desc>", plain(&self.description())),
            self.head(&scale),
            rows.join("\n"),
            ticks(&scale, top + 12),
            "</svg>".to_owned(),
        ];
        parts.join("\n")
    }

    fn lanes(&self) -> impl Iterator<Item = &Lane> {
        self.rows.iter().flat_map(|row| &row.lanes)
    }

    /// Where the lanes begin: behind the longest name of a case.
    fn left(&self) -> usize {
        let cases = self.lanes().map(|lane| lane.name.as_str());
        let widths = cases
            .chain([self.cases.as_str()])
            .map(|case| case.chars().count());
        widths.max().unwrap_or(0) * CHARACTER + BETWEEN
    }

    /// What stands above all rows: the sides, the cases, the ratios.
    fn head(&self, scale: &Scale) -> String {
        let ([less, more], left, right) = (self.sides, self.left(), WIDTH - VALUES);
        let (cases, ticks) = (&self.cases, ticks(scale, HEAD - 8));
        format!(
            r#"<g font-size="13" style="fill:{DIM}"><text x="{left}" y="14">← {less}</text><text x="{right}" y="14" text-anchor="end">{more} →</text><text x="0" y="{}">{cases}</text></g>
{ticks}"#,
            HEAD - 8
        )
    }
}

fn opening(height: usize) -> String {
    let attributes = [
        r#"xmlns="http://www.w3.org/2000/svg" class="plot" role="img""#,
        &format!(r#"viewBox="0 0 {WIDTH} {height}""#),
        // On a narrow page the whole picture shrinks a little.
        r#"style="width:100%;max-width:480px;height:auto""#,
        r#"font-size="14" fill="currentColor""#,
    ];
    format!("<svg {}>", attributes.join(" "))
}

/// Writes the ratios at which there are lines.
fn ticks(scale: &Scale, baseline: usize) -> String {
    let tick = |tick: f64| {
        let x = scale.at(tick);
        format!(r#"<text x="{x:.1}" y="{baseline}">{tick}</text>"#)
    };
    let ticks: String = scale.ticks().into_iter().map(tick).collect();
    format!(r#"<g font-size="13" text-anchor="middle" style="fill:{DIM}">{ticks}</g>"#)
}
