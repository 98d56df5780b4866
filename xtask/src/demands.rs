//! What a lesson's folder must hold, and Cargo must know of it: the tree is compared with Cargo's lists.

use std::path::Path;

use anyhow::Result;

use crate::package::Package;
use crate::tree;

/// What is missing or wrong in the folder of `package`, each in one line; nothing if it is no lesson.
pub fn unmet(package: &Package) -> Result<Vec<String>> {
    if !package.is_lesson() {
        return Ok(Vec::new());
    }
    let mut unmet: Vec<_> = [name(package), failing(package)]
        .into_iter()
        .flatten()
        .collect();
    let programs = tree::files(&package.dir.join("sanitize"))?;
    unmet.extend(programs.iter().filter_map(|path| program(package, path)));
    Ok(unmet)
}

/// One name everywhere: the folder is the package's name behind a number of two digits.
fn name(lesson: &Package) -> Option<String> {
    let (name, folder) = (&lesson.name, lesson.title());
    let numbered = folder.split_once('-').is_some_and(|(number, stem)| {
        number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit()) && stem == name
    });
    (!numbered).then(|| format!("the folder of package `{name}` is `{folder}`, not `NN-{name}`"))
}

fn failing(lesson: &Package) -> Option<String> {
    match lesson.failing() {
        None => Some("tests/failing.rs is missing: the tests that are red on purpose".into()),
        Some(target) if target.test => {
            let cure = "give its [[test]] `test = false` in Cargo.toml";
            Some(format!("a bare `cargo test` runs tests/failing.rs: {cure}"))
        }
        Some(_) => None,
    }
}

/// A program that Cargo does not know of would never be run.
fn program(lesson: &Package, path: &Path) -> Option<String> {
    let undeclared = path.extension().is_some_and(|end| end == "rs")
        && !lesson.programs().iter().any(|program| program.path == path);
    let file = path.file_name()?.display();
    undeclared.then(|| format!("sanitize/{file} is no [[example]] of Cargo.toml"))
}
