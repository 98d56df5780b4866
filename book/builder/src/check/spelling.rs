//! Words are spelled as the British do, and known slips are told.
//!
//! The two dictionaries of the `typos` project list misspellings and foreign variants.
//! They know no list of right words, so a term of the field needs no entry, and a word that is merely new passes.

use std::collections::BTreeSet;
use std::path::Path;

use typos_vars::{Category, CategorySet};
use unicase::UniCase;

use crate::finding::Finding;
use crate::html;
use crate::markdown::prose;
use crate::sources::{Sources, Text};

pub fn findings(sources: &Sources) -> Vec<Finding> {
    let accepted = accepted(&sources.words);
    let mut used = BTreeSet::new();
    let mut findings = Vec::new();
    let markdown = [&sources.summary].into_iter().chain(sources.markdown());
    let markdown = markdown.map(|text| (&text.path, prose(&text.text)));
    let figures = sources
        .fragments()
        .map(|text| (&text.path, html::texts(&text.text)));
    for (path, prose) in markdown.chain(figures) {
        for (line, word) in prose
            .iter()
            .flat_map(|(line, said)| words(said).map(|word| (*line, word)))
        {
            let Some(better) = better(word) else { continue };
            match accepted
                .iter()
                .find(|(_, known)| known.eq_ignore_ascii_case(word))
            {
                Some((_, known)) => drop(used.insert(*known)),
                None => findings.push(misspelt(path, line, word, &better)),
            }
        }
    }
    let unused = accepted.iter().filter(|(_, word)| !used.contains(word));
    findings.extend(unused.map(|&(line, word)| {
        let what = format!("`{word}` is accepted, and nothing in the book needs that");
        Finding::new(&sources.words.path, line, what, "take it out")
    }));
    findings
}

/// The words that stand, with their lines; `#` begins a comment.
fn accepted(words: &Text) -> Vec<(usize, &str)> {
    let lines = (1..).zip(words.text.lines());
    let words = lines.map(|(number, line)| (number, line.split('#').next().unwrap_or("").trim()));
    words.filter(|(_, word)| !word.is_empty()).collect()
}

fn misspelt(path: &Path, line: usize, word: &str, better: &[&str]) -> Finding {
    let cure = match better {
        [] => "write another word".to_owned(),
        _ => format!("write {}", better.join(" or ")),
    };
    let accept = "or accept it in book/builder/words.txt, where it is right";
    Finding::new(
        path,
        line,
        format!("`{word}` is misspelt"),
        format!("{cure}; {accept}"),
    )
}

/// The words of `text`; names such as `OpenMP` and addresses are no words.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text
        .split_whitespace()
        .filter(|piece| !piece.contains("://"));
    let words =
        pieces.flat_map(|piece| piece.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’'));
    let words = words.map(|word| word.trim_matches(['\'', '’']));
    let is_name = |word: &str| word.chars().skip(1).any(char::is_uppercase);
    words.filter(move |word| word.len() > 1 && !is_name(word))
}

/// What to write instead of `word`; `None` if nothing is known against it.
fn better(word: &str) -> Option<Vec<&'static str>> {
    let word = UniCase::new(word);
    if let Some(corrections) = typos_dict::WORD.find(&word) {
        return Some(corrections.iter().map(|&better| british(better)).collect());
    }
    variants(&word)
}

/// The British variants of a word that the British do not write so.
fn variants(word: &UniCase<&str>) -> Option<Vec<&'static str>> {
    let (places, variants) = typos_vars::VARS.find(word)?.first()?;
    let places = CategorySet::from_bits_truncate(*places);
    let is_ours = places.contains(Category::BritishIse);
    (!is_ours).then(|| typos_vars::corrections(Category::BritishIse, **variants).to_vec())
}

fn british(word: &'static str) -> &'static str {
    let variants = variants(&UniCase::new(word)).unwrap_or_default();
    variants.first().copied().unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::{better, words};

    #[test]
    fn slips_and_american_variants_are_known() {
        assert_eq!(better("recieve"), Some(vec!["receive"]));
        assert_eq!(better("Color"), Some(vec!["colour"]));
        assert_eq!(better("serialize"), Some(vec!["serialise"]));
        for right in [
            "colour",
            "receive",
            "interleaving",
            "loom",
            "prioritise",
            "judgement",
        ] {
            assert_eq!(better(right), None, "{right}");
        }
    }

    #[test]
    fn names_numbers_and_addresses_are_no_words() {
        let text = "It’s OpenMP's 2,000 “threads’” at https://example.org/color, re-ordered";
        assert_eq!(
            Vec::from_iter(words(text)),
            ["It’s", "threads", "at", "re", "ordered"]
        );
    }
}
