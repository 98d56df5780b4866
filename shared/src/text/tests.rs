//! Laws of reading a text: no word is lost or cut in two, and memory has a bound.

use super::{CHUNK, Tally, Text, words};
use std::fs;
use std::path::PathBuf;

/// A file that is removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("text-{}-{name}", std::process::id()));
        fs::write(&path, bytes).expect("the file is written");
        Self(path)
    }

    fn chunks(&self) -> Vec<Vec<u8>> {
        let text = Text::find(&self.0).expect("the file is there");
        let chunks: Vec<_> = text
            .chunks()
            .map(|chunk| chunk.expect("it is read"))
            .collect();
        assert!(
            chunks
                .iter()
                .all(|chunk| (1..=CHUNK).contains(&chunk.len()))
        );
        chunks
    }

    fn words(&self) -> Vec<Vec<u8>> {
        let chunks = self.chunks();
        let all = chunks.iter().flat_map(|chunk| words(chunk));
        all.map(<[u8]>::to_vec).collect()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Only a file in the temporary folder stays behind.
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn no_word_is_lost_or_cut_in_two_wherever_a_chunk_ends() {
    for shift in 0..20 {
        let expected: Vec<_> = (0..2_000).map(|n| format!("w{:07}", n + shift)).collect();
        let text = " ".repeat(shift) + &expected.join("\n");
        let read = Scratch::new(&format!("shift-{shift}"), text.as_bytes()).words();
        assert!(
            read.iter()
                .map(|word| str::from_utf8(word).unwrap())
                .eq(&expected)
        );
    }
}

#[test]
fn of_a_word_longer_than_a_chunk_the_beginning_is_kept_and_it_is_one_word() {
    for length in [
        CHUNK - 1,
        CHUNK,
        CHUNK + 1,
        2 * CHUNK,
        5 * CHUNK - 3,
        5 * CHUNK,
    ] {
        let text = format!("before {} after", "x".repeat(length));
        let read = Scratch::new(&format!("long-{length}"), text.as_bytes()).words();
        assert_eq!(read.len(), 3, "{length}");
        assert_eq!((&*read[0], &*read[2]), (&b"before"[..], &b"after"[..]));
        assert!(read[1].len() <= CHUNK && read[1].iter().all(|&byte| byte == b'x'));
    }
}

#[test]
fn what_is_not_utf_8_is_counted_all_the_same() {
    let text = Scratch::new("invalid", b"gr\xfc\xdf dich\xff\xfe \x00\x01 ende\n");
    assert_eq!(text.words(), [&b"gr\xfc\xdf"[..], b"dich\xff\xfe", b"ende"]);
}

#[test]
fn an_empty_file_has_no_chunk() {
    assert!(Scratch::new("empty", b"").chunks().is_empty());
}

#[test]
fn a_missing_file_is_told_with_its_path() {
    let error = Text::find("no/such/text".as_ref()).expect_err("it is not there");
    assert!(error.to_string().starts_with("no/such/text: "), "{error}");
}

#[test]
fn a_tally_tells_what_is_missing_and_what_is_too_much() {
    let tally = |text: &[u8]| {
        let mut tally = Tally::default();
        tally.add(text);
        tally
    };
    let right = tally(b"one two two three");
    assert_eq!(
        tally(b"three TWO, one two").lost_and_surplus(&right),
        (0, 0)
    );
    assert_eq!(tally(b"one one two").lost_and_surplus(&right), (2, 1));
    let mut merged = tally(b"two one");
    merged.merge(tally(b"two three"));
    assert_eq!(merged.lost_and_surplus(&right), (0, 0));
    assert_eq!(
        merged.most_frequent(2),
        [("two".to_owned(), 2), ("one".to_owned(), 1)]
    );
}

#[test]
fn a_tally_has_a_bound_and_counts_every_word_beyond_it() {
    let mut tally = Tally::default();
    (0..150_000).for_each(|word| tally.add(format!("w{word}").as_bytes()));
    assert_eq!((tally.words(), tally.distinct()), (150_000, 100_000));
    assert_eq!(tally.lost_and_surplus(&tally.clone()), (0, 0));
}
