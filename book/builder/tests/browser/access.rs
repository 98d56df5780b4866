//! What a screen reader is told of a figure: every control has a name, and one place speaks.

use serde_json::{Value, json};

use crate::keys::ENTER;
use crate::page::{Reader, figures};

/// The roles of what a reader can work, or must be able to tell apart.
const NAMED: [&str; 7] = [
    "button",
    "checkbox",
    "group",
    "img",
    "image",
    "table",
    "columnheader",
];

/// The accessibility tree below the element that `css` selects, without what is hidden from it.
fn tree(reader: &Reader, css: &str) -> Vec<Value> {
    let document = reader.tools("DOM.getDocument", json!({ "depth": 0 }));
    let selected = json!({ "nodeId": document["root"]["nodeId"], "selector": css });
    let found = reader.tools("DOM.querySelector", selected);
    let of = json!({ "nodeId": found["nodeId"] });
    let described = reader.tools("DOM.describeNode", of);
    let root = described["node"]["backendNodeId"].clone();
    let all = reader.tools("Accessibility.getFullAXTree", json!({}));
    let all = all["nodes"].as_array().expect("the tree is a list").clone();
    let is_root = |node: &&Value| node["backendDOMNodeId"] == root;
    let root = all.iter().find(is_root).expect("the figure is in the tree");
    let mut found = vec![root.clone()];
    let mut at = 0;
    while at < found.len() {
        let children = found[at]["childIds"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        found.extend(
            all.iter()
                .filter(|node| children.contains(&node["nodeId"]))
                .cloned(),
        );
        at += 1;
    }
    found.retain(|node| node["ignored"] != true);
    found
}

#[test]
fn every_control_has_a_name() {
    let Some(reader) = Reader::start() else {
        return;
    };
    for (page, ids) in figures() {
        reader.open(&page);
        reader.tools("Accessibility.enable", json!({}));
        for id in ids {
            demand_names(&reader, &id, &format!("{page}, {id}"));
        }
    }
}

/// Demands a name of each thing in a figure that a reader can work, or must be able to tell apart.
#[track_caller]
fn demand_names(reader: &Reader, id: &str, place: &str) {
    let tree = tree(reader, &format!("#{id}"));
    let role = |node: &Value| {
        node["role"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    let named = tree.iter().filter(|node| NAMED.contains(&&*role(node)));
    let named: Vec<_> = named.collect();
    let has_button = named.iter().any(|node| role(node) == "button");
    assert!(has_button, "{place}: no button");
    for node in named {
        let name = node["name"]["value"].as_str().unwrap_or_default();
        let role = role(node);
        assert!(
            !name.trim().is_empty(),
            "{place}: a {role} has no name: {node}"
        );
    }
}

#[test]
fn one_place_speaks() {
    let Some(reader) = Reader::start() else {
        return;
    };
    let speaking = "[aria-live], [role=status], [role=alert], [role=log], output";
    for (page, ids) in figures() {
        reader.open(&page);
        for id in ids {
            let places = reader.all(&format!("#{id} :is({speaking})"));
            assert_eq!(places.len(), 1, "{page}: {id}");
        }
    }
}

#[test]
fn the_focus_is_seen_and_stays_where_it_was() {
    let Some(reader) = Reader::start() else {
        return;
    };
    for (page, ids) in figures() {
        reader.open(&page);
        for id in ids {
            reader.tab_to(&format!("#{id} button.skip"));
            reader.press([ENTER]);
            let moves = format!("#{id} button[data-letter]");
            reader.tab_to(&moves);
            let outline = "return getComputedStyle(document.activeElement).outlineStyle";
            assert_ne!(reader.script(outline, json!([])), "none", "{page}: {id}");
            // More often than the thread has steps: the button is refused then, and keeps the focus.
            reader.press([ENTER; 12]);
            let is_there = "return document.activeElement.matches(arguments[0])";
            assert_eq!(
                reader.script(is_there, json!([moves])),
                true,
                "{page}: {id}"
            );
        }
    }
}
