//! Lets threads count words in every execution, and compares the map with what was read, and who announces what.

use super::count;
use map::Map;
use shared::exercise::{Check, Refusal, explored};
use shared::model::{Mode, Model, check, thread};
use std::sync::Arc;

#[path = "../map.rs"]
pub mod map;

/// The check.
pub const CHECK: Check = Check {
    name: "entry",
    law: "No word is lost, and a new word is announced by exactly one thread.",
    page: "05-thread-safe-structures/fix-it.md",
    section: "One call",
    run,
};

/// A word of a text.
pub type Word = &'static str;

/// How often each word was counted.
pub type Counts = Map<Word, u32>;

type Text = &'static [Word];

fn run() -> Result<String, Refusal> {
    let models = [
        check(Mode::Interleaving, || every_word_is_counted([SEAT, SEAT]))?,
        check(Mode::Interleaving, || {
            every_word_is_counted([&["seat", "row"], &["row", "seat"]])
        })?,
        check(Mode::Interleaving, || {
            every_word_is_counted([&["seat", "seat"], SEAT])
        })?,
        check(Mode::Interleaving, no_number_goes_down)?,
        THREE.check(|| every_word_is_counted([SEAT, SEAT, SEAT]))?,
    ];
    Ok(explored(&models))
}

/// Two preemptions let two threads come in between, one after the other; the bound keeps answers of many calls quick.
const THREE: Model = Model {
    preemptions: Some(2),
    ..Model::new(Mode::Interleaving)
};

const SEAT: Text = &["seat"];

/// The two words of the check have different lengths, and shards of their own.
fn no_words() -> Arc<Counts> {
    Arc::new(Map::holding([], |word: &Word| word.len()))
}

/// Starts a thread that counts the words of a text, and returns those that it is to announce.
fn reader(counts: &Arc<Counts>, text: Text) -> thread::JoinHandle<Vec<Word>> {
    let counts = Arc::clone(counts);
    thread::spawn(move || {
        let is_new = |word: &&Word| count(&counts, word);
        text.iter().filter(is_new).copied().collect()
    })
}

fn every_word_is_counted<const READERS: usize>(texts: [Text; READERS]) {
    let counts = no_words();
    let readers = texts.map(|text| reader(&counts, text));
    let announced: Vec<Word> = readers
        .into_iter()
        .flat_map(|reader| reader.join().unwrap())
        .collect();
    for word in texts.concat() {
        let read = texts.concat().iter().filter(|one| **one == word).count() as u32;
        let counted = of(&counts, word);
        assert!(
            counted == read,
            "`{word}` was read {read} times, and the map says {counted}"
        );
        let announced = announced.iter().filter(|one| **one == word).count();
        assert!(
            announced == 1,
            "`{word}` is new once, and {announced} times a thread is told to announce it"
        );
    }
}

/// Looks at a word that this thread has counted twice, while another may be counting it.
fn no_number_goes_down() {
    let counts = no_words();
    let reader = reader(&counts, SEAT);
    let mine = [(); 2].map(|()| count(&counts, "seat"));
    let seen = of(&counts, "seat");
    assert!(
        seen >= 2,
        "a thread has counted `seat` 2 times, and then the map says {seen}"
    );
    let theirs = reader.join().unwrap();
    let announced = mine.iter().filter(|is_new| **is_new).count() + theirs.len();
    assert!(
        announced == 1,
        "`seat` is new once, and {announced} times a thread is told to announce it"
    );
}

fn of(counts: &Counts, word: Word) -> u32 {
    counts.get(&word).map_or(0, |count| *count)
}
