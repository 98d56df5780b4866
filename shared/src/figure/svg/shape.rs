//! The shape of one state: round while all is open, square where it is doomed, larger at an end, double-edged at the goal.

use super::super::study::Study;
use super::escape;
use crate::explore::State;

/// Half the height of a state, and of an end.
const SMALL: i32 = 11;
const LARGE: i32 = 16;
/// From the outline of a goal to its second one.
const RIM: i32 = 4;
/// What a character takes, at most: Chromium measures 7.83 at 13 units in DejaVu Sans Mono, and these are 14 and 16.
const CHARACTER: i32 = 9;
const LARGE_CHARACTER: i32 = 10;

/// Tells how a state looks.
#[derive(Clone)]
pub struct Shape {
    pub label: String,
    pub is_end: bool,
    pub is_goal: bool,
    pub is_doomed: bool,
    /// Half its width.
    pub across: i32,
    /// Half its height.
    pub down: i32,
}

impl Shape {
    pub fn of(study: &Study<'_>, state: &State<'_>) -> Self {
        let label = (study.figure.label)(state);
        let (down, character) = if state.is_end() {
            (LARGE, LARGE_CHARACTER)
        } else {
            (SMALL, CHARACTER)
        };
        let text = character * i32::try_from(label.chars().count()).expect("a label is short");
        Self {
            label,
            is_end: state.is_end(),
            is_goal: study.is_goal(state),
            is_doomed: study.is_doomed(state),
            across: down.max(text / 2 + down / 2),
            down,
        }
    }

    /// Returns half of what it takes across, its second outline included, and a little more at an end.
    pub fn reach(&self) -> i32 {
        let rim = if self.is_goal { RIM } else { 0 };
        self.across + rim + if self.is_end { 3 } else { 0 }
    }

    /// Draws it around the origin.
    pub fn draw(&self) -> String {
        let label = escape(&self.label);
        let (y, size) = if self.is_end {
            (5, " font-size=\"16\" font-weight=\"bold\"")
        } else {
            (5, "")
        };
        let text = format!(
            "<text y=\"{y}\" fill=\"currentColor\" fill-opacity=\"1\" stroke=\"none\"{size}>{label}</text>"
        );
        self.outlines() + if label.is_empty() { "" } else { &text }
    }

    /// Draws its outline, and the second one of a goal.
    pub fn outlines(&self) -> String {
        let rim = if self.is_goal {
            self.outline(RIM, " fill=\"none\"")
        } else {
            String::new()
        };
        self.outline(0, "") + &rim
    }

    fn outline(&self, more: i32, attributes: &str) -> String {
        let (across, down) = (self.across + more, self.down + more);
        if !self.is_doomed && across == down {
            return format!("<circle r=\"{down}\"{attributes}/>");
        }
        let round = if self.is_doomed { 3 } else { down };
        let (width, height) = (2 * across, 2 * down);
        format!(
            "<rect x=\"-{across}\" y=\"-{down}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\"{attributes}/>"
        )
    }

    /// Returns which share of a line from the centre towards (`dx`, `dy`) lies inside, or so near that it would touch.
    pub fn inside(&self, dx: f64, dy: f64) -> f64 {
        let rim = if self.is_goal { f64::from(RIM) } else { 0.0 };
        let (across, down) = (
            f64::from(self.across) + rim + 1.5,
            f64::from(self.down) + rim + 1.5,
        );
        if self.is_doomed || self.across != self.down {
            (across / dx.abs()).min(down / dy.abs())
        } else {
            down / dx.hypot(dy)
        }
    }
}
