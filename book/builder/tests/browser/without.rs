//! Without a script, and on paper, the picture and its caption stand alone.

use serde_json::json;

use crate::page::{Reader, figures};

#[test]
fn without_a_script_the_picture_and_its_caption_are_shown() {
    let Some(reader) = Reader::start() else {
        return;
    };
    reader.tools(
        "Emulation.setScriptExecutionDisabled",
        json!({ "value": true }),
    );
    for (page, ids) in figures() {
        reader.visit(&page);
        for id in ids {
            assert!(
                reader.find(&format!("#{id} svg")).is_shown(),
                "{page}: {id}"
            );
            assert!(
                reader.find(&format!("#{id} figcaption")).text().len() > 80,
                "{page}: {id}"
            );
            assert_eq!(
                reader.all(&format!("#{id} button")).len(),
                0,
                "{page}: {id}"
            );
        }
    }
}

#[test]
fn on_paper_there_are_pictures_and_no_controls() {
    let Some(reader) = Reader::start() else {
        return;
    };
    reader.open("print.html");
    reader.tools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let pictures = reader.all("schedule-figure svg");
    assert_eq!(
        pictures.len(),
        figures().iter().map(|(_, ids)| ids.len()).sum::<usize>(),
        "the print page has every figure"
    );
    for picture in pictures {
        assert!(picture.is_shown());
    }
    for button in reader.all("schedule-figure button") {
        assert!(!button.is_shown());
    }
    let fogged = "return document.querySelectorAll('schedule-figure svg *').length > 0
        && [...document.querySelectorAll('schedule-figure svg .node')].every((node) => getComputedStyle(node).opacity > 0.9)";
    assert_eq!(
        reader.script(fogged, json!([])),
        true,
        "paper shows every state"
    );
    reader.demand_quiet();
}
