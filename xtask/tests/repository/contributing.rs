//! What `CONTRIBUTING.md` tells an author to do for a new exercise is done to the letter, and works.

use std::collections::BTreeMap;
use std::fs;

use crate::copy::{repository, xtask};
use crate::course::Course;
use crate::exercises::Exercise;

const DIR: &str = "lessons/01-race/exercises";
const NAME: &str = "draw";

#[test]
fn the_exercise_of_contributing_can_be_added_as_it_says() {
    let copy = repository();
    let guide = copy
        .read("CONTRIBUTING.md")
        .expect("there is a CONTRIBUTING.md");
    let files = files(&guide);
    let program = format!("{DIR}/answers.rs");
    let before = copy.read(&program).expect("the answers have a program");
    for (file, text) in &files {
        copy.write(&format!("{DIR}/{file}"), text);
    }
    let bless = xtask(&copy, &["bless", "race"]);
    let exercises = Exercise::all(&copy);
    let draw = exercises.iter().find(|one| one.name == NAME);
    let draw = draw.expect("the exercise is found by its starter");
    let recorded = draw.read(&format!("recorded/{NAME}.txt"));
    let verdicts: Vec<_> = answers(&files)
        .map(|(file, text)| (file, judged(draw, text)))
        .collect();
    remove(&copy, &files, &program, &before);
    bless.demand(0, &["recorded draw/starter"]);
    assert!(
        recorded.contains("the numbers drawn are [1, 1]\n"),
        "{recorded}"
    );
    assert_eq!(verdicts.len(), 4);
    for (file, solved) in verdicts {
        assert_eq!(solved, file.starts_with("solutions/"), "{file}");
    }
}

/// The starter, the solution and the wrong answers.
fn answers(files: &BTreeMap<String, String>) -> impl Iterator<Item = (&String, &String)> {
    let folders = ["starters/", "solutions/", "wrong/"];
    let is_answer = move |file: &str| folders.iter().any(|folder| file.starts_with(folder));
    files.iter().filter(move |(file, _)| is_answer(file))
}

/// Whether the answer is accepted.
fn judged(exercise: &Exercise, text: &str) -> bool {
    exercise.save(text);
    exercise.check(&[]).code == Some(0)
}

/// Leaves the copy as it was, for the other tests.
fn remove(copy: &Course, files: &BTreeMap<String, String>, program: &str, before: &str) {
    let record = format!("recorded/{NAME}.txt");
    for file in files.keys().chain([&record]) {
        let _ = fs::remove_file(copy.path(&format!("{DIR}/{file}")));
    }
    copy.write(program, before);
}

/// The files that the guide has an author write: those shown, and those that the table derives from the starter.
fn files(guide: &str) -> BTreeMap<String, String> {
    let (_, guide) = guide
        .split_once("## Adding an exercise")
        .expect("it is told");
    let (guide, _) = guide.split_once("\n## ").expect("another heading follows");
    let mut files = shown(guide);
    let starter = files[&format!("starters/{NAME}.rs")].clone();
    for row in guide
        .lines()
        .filter(|line| line.trim_start().starts_with("| `"))
    {
        let cells: Vec<_> = row.split('`').skip(1).step_by(2).collect();
        let [file, head, body] = cells[..] else {
            panic!("not a file, a head and a body: {row}")
        };
        files.insert(file.to_owned(), derived(&starter, head, body));
    }
    files
}

/// Each block of the guide whose introduction names a file of the exercise.
fn shown(guide: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for block in guide.split("   ```").collect::<Vec<_>>().chunks(2) {
        let [introduction, text] = block else { break };
        let named = introduction.split('`').skip(1).step_by(2);
        let path = named
            .filter(|word| word.contains('/') && word.contains(NAME))
            .last();
        if let (Some(path), Some((_, text))) = (path, text.split_once('\n')) {
            let lines = text
                .lines()
                .map(|line| line.strip_prefix("   ").unwrap_or(line));
            files.insert(path.to_owned(), lines.collect::<Vec<_>>().join("\n") + "\n");
        }
    }
    files
}

/// The starter with another head and another body.
fn derived(starter: &str, head: &str, body: &str) -> String {
    let (_, rest) = starter
        .split_once("\n\n")
        .expect("a head ends with an empty line");
    let (above, rest) = rest.split_once("{\n    let").expect("the body begins");
    let (_, below) = rest.split_once("\n}\n").expect("the body ends");
    format!("{head}\n\n{above}{{\n    {body}\n}}\n{below}")
}
