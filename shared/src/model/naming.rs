//! Names the objects of a model after the variable or field that they were created for.
//!
//! The name is read from the source line of the creation: `let NAME =` or `NAME:`.
//! Where the source is not at hand the kind serves: `atomic#1`.

use super::record::Created;
use crate::timeline::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Gives an object of the model the name under which timelines show it.
///
/// `shared::machine` has the same trait, where it does nothing.
pub trait Named: Sized {
    /// Names the object.
    #[must_use]
    fn named(self, name: &'static str) -> Self;
}

/// Returns a name for every object, each of them once.
pub fn name_objects(objects: &[Created]) -> Vec<String> {
    let mut sources = HashMap::new();
    let bases: Vec<String> = objects
        .iter()
        .map(|object| base_name(object, &mut sources))
        .collect();
    let mut count: HashMap<&str, usize> = HashMap::new();
    for base in &bases {
        *count.entry(base).or_default() += 1;
    }
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut names = Vec::with_capacity(bases.len());
    for base in &bases {
        let number = seen.entry(base).or_default();
        *number += 1;
        names.push(if count[base.as_str()] == 1 {
            base.clone()
        } else {
            format!("{base}#{number}")
        });
    }
    names
}

fn base_name(object: &Created, sources: &mut HashMap<&'static str, Option<String>>) -> String {
    if let Some(name) = object.name {
        return name.to_owned();
    }
    if let Some(number) = object.pointer {
        return Value::Pointer(number).to_string();
    }
    let file = object.place.file();
    let source = sources.entry(file).or_insert_with(|| read(file));
    let (line, column) = (object.place.line() as usize, object.place.column() as usize);
    source
        .as_deref()
        .and_then(|source| name_before(source, line, column))
        .unwrap_or_else(|| object.kind.to_owned())
}

/// Reads a source file, whose path is relative to the workspace it was compiled in.
fn read(file: &str) -> Option<String> {
    let workspace: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let here = std::env::current_dir().ok();
    let places = [Some(workspace.join(file)), Some(PathBuf::from(file))];
    let above = here
        .iter()
        .flat_map(|here| here.ancestors())
        .map(|folder| Some(folder.join(file)));
    places
        .into_iter()
        .chain(above)
        .flatten()
        .find_map(|path| std::fs::read_to_string(path).ok())
}

/// Finds the last `let NAME =` or `NAME:` before a column of a line, or on the two lines above it.
fn name_before(source: &str, line: usize, column: usize) -> Option<String> {
    let lines: Vec<&str> = source.lines().collect();
    let here = lines.get(line.checked_sub(1)?)?;
    let before = here.get(..column.saturating_sub(1)).unwrap_or(here);
    let above = (1..=2)
        .filter_map(|up| lines.get(line.checked_sub(1 + up)?))
        .copied();
    let of_statement = above.take_while(|line| !line.trim_end().ends_with([';', '{', '}']));
    std::iter::once(before)
        .chain(of_statement)
        .find_map(name_in)
}

fn name_in(code: &str) -> Option<String> {
    let binding = code.rfind("let ").map(|at| &code[at + 4..]);
    let field = code
        .match_indices(':')
        .rfind(|&(at, _)| is_single_colon(code, at));
    match (field, binding) {
        (Some((at, _)), None) => last_identifier(&code[..at]),
        (Some((at, _)), Some(binding)) if code[code.len() - binding.len()..at].contains('=') => {
            last_identifier(&code[..at])
        }
        (_, Some(binding)) => bound(binding),
        (None, None) => None,
    }
}

/// Returns the name of `NAME = …`, or of the part of `(NAME, NAME) = (…, …` that the code ends in.
fn bound(binding: &str) -> Option<String> {
    let Some(names) = binding.strip_prefix('(') else {
        return identifier(binding.trim_start().trim_start_matches("mut "));
    };
    let (names, values) = names.split_once(") = (")?;
    let mut depth = 0_i32;
    let commas = values.chars().filter(|&c| {
        depth += i32::from(matches!(c, '(' | '[' | '{')) - i32::from(matches!(c, ')' | ']' | '}'));
        c == ',' && depth == 0
    });
    identifier(names.split(',').nth(commas.count())?.trim())
}

fn is_single_colon(code: &str, at: usize) -> bool {
    !code[..at].ends_with(':') && !code[at + 1..].starts_with(':')
}

fn identifier(code: &str) -> Option<String> {
    let name: String = code
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect();
    (!name.is_empty()).then_some(name)
}

fn last_identifier(code: &str) -> Option<String> {
    let code = code.trim_end();
    let start = code
        .rfind(|c: char| !c.is_alphanumeric() && c != '_')
        .map_or(0, |at| at + 1);
    identifier(&code[start..])
}

#[cfg(test)]
mod tests {
    use super::{name_before, name_in};

    #[test]
    fn a_binding_names_its_object() {
        assert_eq!(
            name_in("    let counter = Arc::new(").as_deref(),
            Some("counter")
        );
        assert_eq!(
            name_in("let mut flag: AtomicBool = ").as_deref(),
            Some("flag")
        );
    }

    #[test]
    fn a_field_names_its_object() {
        assert_eq!(name_in("        Self { seats: ").as_deref(), Some("seats"));
        assert_eq!(
            name_in("    let shop = Shop { seats: ").as_deref(),
            Some("seats")
        );
    }

    #[test]
    fn a_pair_names_each_of_its_objects() {
        let code = "let (data, ready) = (Arc::new(AtomicUsize::new(0)), Arc::new(";
        assert_eq!(name_in(code).as_deref(), Some("ready"));
        assert_eq!(
            name_in(&code[..code.find("Atomic").unwrap()]).as_deref(),
            Some("data")
        );
    }

    #[test]
    fn a_path_is_not_a_field() {
        assert_eq!(name_in("    foo(std::sync::").as_deref(), None);
    }

    #[test]
    fn a_name_is_found_on_the_line_above() {
        let source =
            "fn f() {\n    let counter = Arc::new(\n        AtomicUsize::new(0),\n    );\n}\n";
        assert_eq!(name_before(source, 3, 9).as_deref(), Some("counter"));
    }

    #[test]
    fn a_statement_that_ended_names_nothing() {
        let source = "    let other = 1;\n    push(AtomicUsize::new(0));\n";
        assert_eq!(name_before(source, 2, 10), None);
    }
}
