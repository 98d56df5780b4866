//! A reader for the small part of XML that pictures are written in; whatever else it meets is an error.

/// One element: its name, its attributes, and the text directly inside it.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes.find_map(|(other, value)| (other == name).then_some(value.as_str()))
    }

    /// Returns a numeric attribute.
    pub fn number(&self, name: &str) -> f64 {
        let value = self.attribute(name);
        value
            .and_then(|value| value.parse().ok())
            .unwrap_or_else(|| panic!("{self:?} has no number {name}"))
    }
}

/// Lists the elements of a document in the order in which they begin.
///
/// # Panics
///
/// Panics if the document is not well-formed.
pub fn elements(document: &str) -> Vec<Element> {
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = document.trim_end();
    while let Some((text, markup)) = rest.split_once('<') {
        match open.last() {
            Some(&inside) => elements[inside].text += &unescaped(text),
            None => assert!(
                text.is_empty() && elements.is_empty(),
                "{text:?} stands outside"
            ),
        }
        let (tag, after) = markup.split_once('>').expect("a tag ends");
        if let Some(name) = tag.strip_prefix('/') {
            let closed = open.pop().map(|element| elements[element].name.as_str());
            assert_eq!(closed, Some(name));
        } else {
            let is_empty = tag.ends_with('/');
            elements.push(element(tag.trim_end_matches('/')));
            open.extend((!is_empty).then_some(elements.len() - 1));
        }
        rest = after;
    }
    assert!(
        rest.is_empty() && open.is_empty(),
        "{open:?} stay open, {rest:?} stands outside"
    );
    elements
}

fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(name.chars().all(char::is_alphanumeric), "{tag:?}");
    let mut attributes: Vec<(String, String)> = Vec::new();
    while !rest.is_empty() {
        let (name, quoted) = rest
            .split_once("=\"")
            .unwrap_or_else(|| panic!("{rest:?} in {tag:?}"));
        let (value, after) = quoted.split_once('"').expect("a quoted value ends");
        assert!(
            attributes.iter().all(|(other, _)| other != name),
            "{name} twice in {tag:?}"
        );
        attributes.push((name.to_owned(), unescaped(value)));
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    Element {
        name: name.to_owned(),
        attributes,
        text: String::new(),
    }
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains('>'), "{text:?}");
    let control = text.chars().find(|&c| c.is_control() && c != '\n');
    assert_eq!(control, None, "{text:?}");
    for piece in text.split('&').skip(1) {
        let known = ["lt;", "gt;", "amp;"]
            .iter()
            .any(|name| piece.starts_with(name));
        assert!(known, "{text:?}");
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}
