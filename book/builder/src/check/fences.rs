//! Rust is shown only by an include from a file that Cargo tests, and every block says its language.

use crate::finding::Finding;
use crate::include::is_only_an_include;
use crate::markdown::{Block, blocks};
use crate::sources::{Sources, Text};

pub fn findings(sources: &Sources) -> Vec<Finding> {
    sources.markdown().flat_map(of_text).collect()
}

fn of_text(text: &Text) -> Vec<Finding> {
    let finding = |block: Block| {
        let (what, cure) = complaint(&block)?;
        Some(Finding::new(&text.path, block.line, what, cure))
    };
    blocks(&text.text).into_iter().filter_map(finding).collect()
}

fn complaint(block: &Block) -> Option<(&'static str, &'static str)> {
    let Some(fence) = &block.fence else {
        let cure = "fence it, and say its language";
        return Some(("code is shown by being indented", cure));
    };
    // As mdBook reads it: the language, then words for the playground.
    match fence.split([',', ' ']).next().unwrap_or_default() {
        "" => Some((
            "the block does not say its language",
            "say ```text, ```console or another",
        )),
        "rust" | "rs" if !shows_only_includes(block) => Some((
            "Rust is written into the page",
            "move it to a file that Cargo tests, and include it by an anchor",
        )),
        _ => None,
    }
}

fn shows_only_includes(block: &Block) -> bool {
    let mut lines = block.content.lines().filter(|line| !line.trim().is_empty());
    lines.clone().count() > 0 && lines.all(is_only_an_include)
}

#[cfg(test)]
mod tests {
    use super::complaint;
    use crate::markdown::blocks;

    fn is_refused(text: &str) -> bool {
        complaint(&blocks(text)[0]).is_some()
    }

    #[test]
    fn rust_that_is_included_and_other_languages_pass() {
        assert!(!is_refused("```rust\n{{#include a.rs:one}}\n```\n"));
        assert!(!is_refused("```console\n$ cargo run -p race\n```\n"));
        assert!(!is_refused("```toml\n[dependencies]\n```\n"));
    }

    #[test]
    fn rust_in_the_page_and_blocks_without_a_language_do_not() {
        assert!(is_refused("```rust\nlet x = 1;\n```\n"));
        assert!(is_refused(
            "```rust,ignore\n{{#include a.rs:one}}\nlet x = 1;\n```\n"
        ));
        assert!(is_refused("```rust\n```\n"));
        assert!(is_refused("```\nlet x = 1;\n```\n"));
        assert!(is_refused("    let x = 1;\n"));
    }
}
