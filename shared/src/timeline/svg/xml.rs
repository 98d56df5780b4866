//! The few pieces of XML that a picture is written in.

/// Gathers text elements that share attributes.
pub struct Group {
    attributes: &'static str,
    texts: String,
}

impl Group {
    /// Begins a group of texts with these attributes.
    pub fn new(attributes: &'static str) -> Self {
        Self {
            attributes,
            texts: String::new(),
        }
    }

    /// Adds a text whose baseline begins here; an empty one is left out.
    pub fn text(&mut self, x: usize, y: usize, text: &str) {
        if !text.is_empty() {
            self.texts += &format!(r#"<text x="{x}" y="{y}">{}</text>"#, escape(text));
        }
    }

    /// Returns the group on one line.
    pub fn close(self) -> String {
        let space = if self.attributes.is_empty() { "" } else { " " };
        format!("<g{space}{}>{}</g>", self.attributes, self.texts)
    }
}

/// Is a colour that the page may replace.
#[derive(Clone, Copy)]
pub struct Colour {
    /// What follows `--timeline-` in the name of the page's variable.
    pub name: &'static str,
    pub value: &'static str,
}

impl Colour {
    /// Returns the attributes that give an element this fill or stroke; renderers without variables take the first.
    pub fn of(self, property: &str) -> String {
        let Self { name, value } = self;
        format!(r#"{property}="{value}" style="{property}:var(--timeline-{name},{value})""#)
    }
}

/// Writes a path of these pieces; `None` where there are none.
pub fn path(attributes: &str, pieces: impl Iterator<Item = String>) -> Option<String> {
    let data: String = pieces.collect();
    (!data.is_empty()).then(|| format!(r#"<path {attributes} d="{data}"/>"#))
}

/// Makes any text fit for an element: XML's own characters, and those that XML or a line of Markdown cannot hold.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '\u{FFFE}' | '\u{FFFF}' => escaped.push(char::REPLACEMENT_CHARACTER),
            control if control.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}
