//! A schedule of a figure, followed in the terminal: `cargo run -p race -- replay lost-update ABABAB`.

mod told;
mod walk;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use lexopt::Arg::{Long, Short, Value};

use super::Figure;
use crate::terminal::{Cell, Column, Style, Table, Tone, USAGE, closest, complain, deliver, wrap};

pub use told::Text;
pub use walk::{Unfollowed, Walk};

/// What the command line of `replay` asks for.
#[derive(Debug, Default)]
struct Request {
    help: bool,
    json: bool,
    figure: Option<String>,
    schedule: Option<String>,
}

/// Follows the schedule that the words after `replay` ask for, and prints it; without words, lists the figures.
///
/// Returns what a lesson's `main` returns: 0, or 2 when the words name no figure or no schedule of it.
pub fn replay(figures: &[Figure], words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let request = match Request::read(words) {
        Ok(request) => request,
        Err(mistake) => return complain(&mistake, ExitCode::from(USAGE)),
    };
    let answer = match request.answer(figures, Style::of_stdout()) {
        Ok(answer) => answer,
        Err(mistake) => return complain(&mistake, ExitCode::from(USAGE)),
    };
    let written = deliver(io::stdout(), |out| {
        out.write_all(answer.as_bytes()).map(|()| ExitCode::SUCCESS)
    });
    written.unwrap_or_else(|error| complain(&error, ExitCode::FAILURE))
}

impl Request {
    fn read(words: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut request = Self::default();
        let mut parser = lexopt::Parser::from_args(words);
        while let Some(word) = parser.next().map_err(|error| error.to_string())? {
            match word {
                Long("help") | Short('h') => request.help = true,
                Long("json") => request.json = true,
                Value(name) if request.figure.is_none() => {
                    request.figure = Some(name.to_string_lossy().into_owned())
                }
                Value(schedule) if request.schedule.is_none() => {
                    request.schedule = Some(schedule.to_string_lossy().into_owned());
                }
                Value(more) => {
                    return Err(format!(
                        "`{}`: expected one figure and one schedule",
                        more.display()
                    ));
                }
                other => return Err(other.unexpected().to_string()),
            }
        }
        Ok(request)
    }

    /// Returns what is to be printed, or what is wrong in one line.
    fn answer(&self, figures: &[Figure], style: Style) -> Result<String, String> {
        let Some(name) = self.figure.as_ref().filter(|_| !self.help) else {
            return Ok(self.listing(figures, style));
        };
        let known = || figures.iter().map(|figure| figure.name);
        let figure = figures.iter().find(|figure| figure.name == name);
        let figure = figure.ok_or_else(|| unknown(name, known().collect()))?;
        let schedule = self.schedule.as_deref().unwrap_or_default();
        let walk = Walk::of(figure, schedule).map_err(|error| error.to_string())?;
        Ok(if self.json {
            format!("{:#}\n", walk.json())
        } else {
            walk.text(style).to_string()
        })
    }

    /// Tells what there is to replay, and how.
    fn listing(&self, figures: &[Figure], style: Style) -> String {
        if self.json && !self.help {
            let figure = |figure: &Figure| serde_json::json!({ "figure": figure.name, "goal": figure.goal.sentence });
            let figures: serde_json::Value = figures.iter().map(figure).collect();
            return format!("{figures:#}\n");
        }
        let mut table = Table::new(style, [Column::left("figure"), Column::left("goal")]);
        for figure in figures {
            table.push([
                Cell::toned(figure.name, Tone::Strong),
                Cell::from(figure.goal.sentence),
            ]);
        }
        let lesson = figures.first().map_or("NAME", |figure| figure.lesson);
        let usage = format!("Usage: cargo run -p {lesson} -- replay [FIGURE [SCHEDULE]] [--json]");
        let what = "Follows a schedule of one of the book's figures: a letter says which thread takes the next step, \
                    as in ABAB. A schedule need not reach the end.";
        let paragraph = |text| wrap(text, style.width).join("\n");
        format!("{}\n\n{}\n\n{table}", paragraph(&usage), paragraph(what))
    }
}

fn unknown(name: &str, known: Vec<&'static str>) -> String {
    let guess = closest(name, known.iter().copied());
    let guess = guess
        .map(|guess| format!("; did you mean `{guess}`?"))
        .unwrap_or_default();
    format!(
        "no figure is called `{}`{guess} (known: {})",
        name.escape_debug(),
        known.join(", ")
    )
}
