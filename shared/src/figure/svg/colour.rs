//! The colours of a picture: each a property of the page, with a value of its own where a page sets none.

/// Is a colour that the page may replace.
///
/// The values have at least 3 to 1 against each of mdBook's five backgrounds, as shapes need.
#[derive(Clone, Copy)]
pub struct Colour {
    /// What follows `--figure-` in the name of the page's property.
    name: &'static str,
    value: &'static str,
}

pub const BAD: Colour = Colour {
    name: "bad",
    value: "#d83a3a",
};
pub const GOOD: Colour = Colour {
    name: "good",
    value: "#208a45",
};
pub const EDGE: Colour = Colour {
    name: "edge",
    value: "#808080",
};
const A: Colour = Colour {
    name: "a",
    value: "#2a7fd4",
};
const B: Colour = Colour {
    name: "b",
    value: "#b06a00",
};

/// How each thread's edges are broken into dashes: whole, long, short, both in turn.
const DASHES: [&str; 4] = ["", "7 4", "2 3", "8 3 2 3"];

impl Colour {
    /// Returns the colour of a thread, counted from 0; those behind the second differ by their dashes alone.
    pub fn of_thread(thread: usize) -> Self {
        [A, B].get(thread).copied().unwrap_or(EDGE)
    }

    /// Returns the attributes that give a group this fill or stroke; renderers without properties take the first.
    pub fn of(self, property: &str) -> String {
        let Self { name, value } = self;
        format!("{property}=\"{value}\" style=\"{property}:var(--figure-{name},{value})\"")
    }

    /// Returns the attributes that give a group this fill and stroke.
    pub fn outlined(self) -> String {
        let Self { name, value } = self;
        let property = format!("var(--figure-{name},{value})");
        format!("fill=\"{value}\" stroke=\"{value}\" style=\"fill:{property};stroke:{property}\"")
    }
}

/// Returns the attribute that breaks a letter's edges into dashes, if any does; a flush is dotted.
pub fn dashes(letter: char) -> String {
    let thread = letter.to_ascii_uppercase() as usize - 'A' as usize;
    let dashes = if letter.is_ascii_lowercase() {
        "1 4"
    } else {
        DASHES[thread % DASHES.len()]
    };
    if dashes.is_empty() {
        String::new()
    } else {
        format!(" stroke-dasharray=\"{dashes}\"")
    }
}
