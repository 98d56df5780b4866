//! The report: what `cargo xtask` asks for in the environment, and gets as one JSON object in a file.

use super::{Check, Refusal};
use crate::terminal::Style;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Holds what the environment asks for.
#[derive(Debug, Default)]
pub(super) struct Errand {
    /// The file to write, if one is wanted.
    path: Option<PathBuf>,
    /// What shows that this run wrote it.
    token: String,
    /// How to lay out text, if that is asked for.
    pub style: Option<Style>,
}

impl Errand {
    pub fn of_environment() -> Self {
        Self::of(|name| env::var_os(name))
    }

    fn of(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let text = |name| variable(name).map(|value| value.to_string_lossy().into_owned());
        Self {
            path: variable("XTASK_REPORT").map(PathBuf::from),
            token: text("XTASK_TOKEN").unwrap_or_default(),
            style: text("XTASK_STYLE").and_then(|style| parse(&style)),
        }
    }

    /// Writes the report, if one is wanted: whole or not at all.
    pub fn report(
        &self,
        check: &Check,
        verdict: &Result<String, Refusal>,
        style: Style,
    ) -> io::Result<()> {
        let Some(path) = &self.path else {
            return Ok(());
        };
        let unfinished = beside(path);
        fs::write(
            &unfinished,
            self.document(check, verdict, style).to_string(),
        )?;
        fs::rename(&unfinished, path)
    }

    fn document(&self, check: &Check, verdict: &Result<String, Refusal>, style: Style) -> Value {
        let text = match verdict {
            Ok(explored) => explored.clone(),
            Err(refusal) => refusal.text(style),
        };
        let solved = match verdict {
            Err(refusal) if !refusal.is_verdict() => Value::Null,
            verdict => verdict.is_ok().into(),
        };
        json!({
            "token": self.token,
            "name": check.name,
            "law": check.law,
            "page": check.page,
            "section": check.section,
            "solved": solved,
            "text": text,
        })
    }
}

/// Understands `80,1,0`: the columns, whether Unicode and whether colours may be used.
fn parse(style: &str) -> Option<Style> {
    let mut parts = style.split(',');
    let mut part = || parts.next()?.parse::<usize>().ok();
    let (width, unicode, colour) = (part()?, part()?, part()?);
    Some(Style {
        width: width.clamp(20, 100),
        unicode: unicode == 1,
        colour: colour == 1,
    })
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHECK: Check = Check {
        name: "nothing_lost",
        law: "No update is lost.",
        page: "01-race/fix-it.md",
        section: "One indivisible step",
        run: || Ok(String::new()),
    };

    #[test]
    fn the_report_says_what_was_asked_and_answered() {
        let path = env::temp_dir().join(format!("exercise-report-{}", std::process::id()));
        let errand = Errand {
            path: Some(path.clone()),
            token: "7f".to_owned(),
            style: None,
        };
        let refused = Err(Refusal::because("lost"));
        errand.report(&CHECK, &refused, Style::PLAIN).unwrap();
        let written: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        fs::remove_file(&path).unwrap();
        assert!(!beside(&path).exists());
        assert_eq!(
            written,
            json!({"token": "7f", "name": "nothing_lost", "law": "No update is lost.",
                   "page": "01-race/fix-it.md", "section": "One indivisible step",
                   "solved": false, "text": "x lost\n"})
        );
    }

    #[test]
    fn a_report_that_cannot_be_written_is_an_error() {
        let errand = Errand {
            path: Some(env::temp_dir().join("no such folder/report.json")),
            ..Errand::default()
        };
        let verdict = Ok("seen".to_owned());
        assert!(errand.report(&CHECK, &verdict, Style::PLAIN).is_err());
    }

    #[test]
    fn a_style_has_three_parts_and_stays_within_bounds() {
        let style = |text: &str| {
            Errand::of(|name| (name == "XTASK_STYLE").then(|| OsString::from(text))).style
        };
        assert_eq!(style("80,0,0"), Some(Style::PLAIN));
        assert_eq!(style("0,1,1").map(|style| style.width), Some(20));
        assert_eq!(
            [style(""), style("80"), style("80,1"), style("wide,1,0")],
            [None; 4]
        );
    }
}
