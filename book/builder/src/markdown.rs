//! Code, prose and links of a page, each with its line.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// A block of code.
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it begins, from 1.
    pub line: usize,
    /// What its fence says; `None` if it is code for being indented.
    pub fence: Option<String>,
    pub content: String,
}

/// The blocks of code in `text`.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut inside = false;
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                inside = true;
                blocks.push(Block {
                    line: line_at(text, range.start),
                    fence: match kind {
                        CodeBlockKind::Fenced(info) => Some(info.to_string()),
                        CodeBlockKind::Indented => None,
                    },
                    content: String::new(),
                });
            }
            Event::End(TagEnd::CodeBlock) => inside = false,
            Event::Text(text) if inside => {
                if let Some(block) = blocks.last_mut() {
                    block.content += &text;
                }
            }
            _ => {}
        }
    }
    blocks
}

/// What `text` says in words: neither code nor markup, nor mdBook's directives.
pub fn prose(text: &str) -> Vec<(usize, String)> {
    let text = &without_directives(text);
    let mut prose = Vec::new();
    let mut is_code = false;
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Text(words) if !is_code => {
                prose.push((line_at(text, range.start), words.to_string()));
            }
            _ => {}
        }
    }
    prose
}

/// Where the links of `text` lead.
pub fn links(text: &str) -> Vec<(usize, String)> {
    let link = |(event, range): (Event<'_>, Range<usize>)| match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            Some((line_at(text, range.start), dest_url.to_string()))
        }
        _ => None,
    };
    events(text).filter_map(link).collect()
}

/// As mdBook reads it.
fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    Parser::new_ext(text, options).into_offset_iter()
}

fn line_at(text: &str, offset: usize) -> usize {
    1 + text[..offset].matches('\n').count()
}

/// `text` with blanks where its directives are, so that all else keeps its place.
fn without_directives(text: &str) -> String {
    let mut rest = text;
    let mut without = String::new();
    while let Some(at) = rest.find("{{#") {
        let end = rest[at..].find("}}").map_or(rest.len(), |end| at + end + 2);
        without += &rest[..at];
        without.extend(
            rest[at..end]
                .chars()
                .map(|c| if c == '\n' { c } else { ' ' }),
        );
        rest = &rest[end..];
    }
    without + rest
}

#[cfg(test)]
mod tests {
    use super::{blocks, links, prose};

    #[test]
    fn a_block_tells_its_line_its_fence_and_its_content() {
        let all = blocks("text\n\n```rust,ignore\nlet x;\n```\n\n    indented\n");
        assert_eq!(all[0].line, 3);
        assert_eq!(all[0].fence.as_deref(), Some("rust,ignore"));
        assert_eq!(all[0].content, "let x;\n");
        assert_eq!((all[1].line, &all[1].fence), (7, &None));
    }

    #[test]
    fn prose_has_no_code_no_addresses_and_no_directives() {
        let all = prose("A `code` [b](c.md)\n{{#include d.rs}}\n\n```text\ne\n```\n<i>f</i>\n");
        let words: Vec<_> = all.iter().map(|(_, words)| words.trim()).collect();
        assert_eq!(
            words.join(" ").split_whitespace().collect::<Vec<_>>(),
            ["A", "b", "f"]
        );
    }

    #[test]
    fn links_tell_their_lines() {
        assert_eq!(links("a\n- [b](c.md#d)\n"), [(2, "c.md#d".to_owned())]);
    }
}
