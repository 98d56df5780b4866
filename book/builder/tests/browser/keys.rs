//! Keys that are really pressed, as the browser gets them from a keyboard.

use serde_json::{Value, json};

use crate::driver::Browser;

pub const TAB: char = '\u{e004}';
pub const ENTER: char = '\u{e007}';
pub const SPACE: char = ' ';
pub const RIGHT: char = '\u{e014}';
pub const LEFT: char = '\u{e012}';

impl Browser {
    /// Presses and releases each of `keys`, wherever the focus is.
    #[track_caller]
    pub fn press(&self, keys: impl IntoIterator<Item = char>) {
        let stroke = |key: char| {
            ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
        };
        let strokes: Vec<Value> = keys.into_iter().flat_map(stroke).collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": strokes });
        self.command("actions", json!({ "actions": [keyboard] }));
    }

    /// Presses the tabulator until the focus is on what `css` selects.
    #[track_caller]
    pub fn tab_to(&self, css: &str) {
        let most = 300;
        for _ in 0..most {
            let there = "return document.activeElement.matches(arguments[0])";
            if self.script(there, json!([css])) == true {
                return;
            }
            self.press([TAB]);
        }
        panic!("{css} is not reached by {most} tabulators");
    }
}
