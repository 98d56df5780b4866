//! The anchors of an included file: `ANCHOR: name` to `ANCHOR_END: name`, in comments of its own language.

/// One anchor.
#[derive(Debug, PartialEq, Eq)]
pub struct Anchor {
    pub name: String,
    /// The line that opens it, from 1.
    pub line: usize,
    /// Whether a line closes it.
    pub is_closed: bool,
    /// Whether it holds anything that a page could show.
    pub holds_text: bool,
}

/// What one line does to anchors.
enum Mark<'a> {
    Opens(&'a str),
    Closes(&'a str),
}

/// The anchors of `text`, in order; and those that are closed without having been opened.
pub fn anchors(text: &str) -> (Vec<Anchor>, Vec<(usize, String)>) {
    let (mut anchors, mut strays) = (Vec::<Anchor>::new(), Vec::new());
    for (number, line) in (1..).zip(text.lines()) {
        let open = |anchor: &&mut Anchor| !anchor.is_closed;
        match mark(line) {
            Some(Mark::Opens(name)) => anchors.push(Anchor {
                name: name.to_owned(),
                line: number,
                is_closed: false,
                holds_text: false,
            }),
            Some(Mark::Closes(name)) => {
                let mut ours = anchors.iter_mut().filter(open);
                match ours.find(|anchor| anchor.name == name) {
                    Some(anchor) => anchor.is_closed = true,
                    None => strays.push((number, name.to_owned())),
                }
            }
            None if line.trim().is_empty() => {}
            None => anchors
                .iter_mut()
                .filter(open)
                .for_each(|anchor| anchor.holds_text = true),
        }
    }
    (anchors, strays)
}

fn mark(line: &str) -> Option<Mark<'_>> {
    let named = |key: &str| {
        let rest = line.split_once(key)?.1.trim_start();
        let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        (end > 0).then_some(&rest[..end])
    };
    // The two keys cannot be mistaken for one another, since a colon ends each.
    named("ANCHOR_END:")
        .map(Mark::Closes)
        .or_else(|| named("ANCHOR:").map(Mark::Opens))
}

#[cfg(test)]
mod tests {
    use super::anchors;

    #[test]
    fn an_anchor_holds_what_stands_between_its_lines() {
        let text = "// ANCHOR: one\nlet x = 1;\n// ANCHOR: two\n\n// ANCHOR_END: two\n// ANCHOR_END: one\n";
        let (anchors, strays) = anchors(text);
        let told: Vec<_> = anchors
            .iter()
            .map(|anchor| {
                (
                    anchor.name.as_str(),
                    anchor.line,
                    anchor.is_closed,
                    anchor.holds_text,
                )
            })
            .collect();
        assert_eq!(told, [("one", 1, true, true), ("two", 3, true, false)]);
        assert!(strays.is_empty());
    }

    #[test]
    fn what_is_opened_or_closed_alone_is_told() {
        let (anchors, strays) = anchors("# ANCHOR: one\nx = 1\n# ANCHOR_END: other\n");
        assert!(!anchors[0].is_closed);
        assert_eq!(strays, [(3, "other".to_owned())]);
    }
}
