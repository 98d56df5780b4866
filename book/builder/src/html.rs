//! The tags and texts of an HTML file, each with its line, as html5ever reads them.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// An opening tag.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// Where it ends, from 1.
    pub line: usize,
    /// Whether it stands in `<main>`, which mdBook leaves to the page.
    pub in_main: bool,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }
}

/// The elements of `html`, in order.
pub fn elements(html: &str) -> Vec<Element> {
    read(html).elements.take()
}

/// The texts of `html`, scripts included, in order, each with the line on which it ends.
pub fn texts(html: &str) -> Vec<(usize, String)> {
    read(html).texts.take()
}

fn read(html: &str) -> Pieces {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Pieces::default(), TokenizerOpts::default());
    // It pauses only for scripts, and the sink below never asks for that.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink
}

/// What the tokenizer hands over; it holds its sink by a shared reference.
#[derive(Default)]
struct Pieces {
    elements: RefCell<Vec<Element>>,
    texts: RefCell<Vec<(usize, String)>>,
    in_main: Cell<bool>,
}

impl TokenSink for Pieces {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        match token {
            Token::TagToken(tag) => return self.tag(tag, line),
            Token::CharacterTokens(text) => self.texts.borrow_mut().push((line, text.to_string())),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Pieces {
    fn tag(&self, tag: Tag, line: usize) -> TokenSinkResult<()> {
        let opens = tag.kind == TagKind::StartTag;
        if &*tag.name == "main" {
            self.in_main.set(opens);
        }
        if !opens {
            return TokenSinkResult::Continue;
        }
        let raw = raw(&tag);
        let element = element(tag, line, self.in_main.get());
        self.elements.borrow_mut().push(element);
        raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
    }
}

/// Elements whose content is no markup, whatever it looks like.
fn raw(tag: &Tag) -> Option<RawKind> {
    match &*tag.name {
        "script" => Some(RawKind::ScriptData),
        "style" => Some(RawKind::Rawtext),
        "title" | "textarea" => Some(RawKind::Rcdata),
        _ => None,
    }
}

fn element(tag: Tag, line: usize, in_main: bool) -> Element {
    let attributes = tag.attrs.into_iter();
    let own = |attribute: html5ever::Attribute| {
        (
            attribute.name.local.to_string(),
            attribute.value.to_string(),
        )
    };
    Element {
        name: tag.name.to_string(),
        attributes: attributes.map(own).collect(),
        line,
        in_main,
    }
}

#[cfg(test)]
mod tests {
    use super::{elements, texts};

    #[test]
    fn elements_tell_their_attributes_and_lines() {
        let all = elements("<p id=one>\n<a href='x.html#a&amp;b'>x</a>\n</p>");
        let told: Vec<_> = all
            .iter()
            .map(|one| (one.name.as_str(), one.line))
            .collect();
        assert_eq!(told, [("p", 1), ("a", 2)]);
        assert_eq!(all[0].attribute("id"), Some("one"));
        assert_eq!(all[1].attribute("href"), Some("x.html#a&b"));
    }

    #[test]
    fn what_a_script_holds_is_no_markup() {
        let all = elements("<script type='application/json'>{\"a\":\"<p id=x>\"}</script><b id=y>");
        let names: Vec<_> = all.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["script", "b"]);
    }

    #[test]
    fn texts_are_what_a_reader_sees_and_scripts_are_among_them() {
        let all = texts("<p>a &lt; b</p><script>c</script>");
        let all: String = all.into_iter().map(|(_, text)| text).collect();
        assert_eq!(all, "a < bc");
    }
}
