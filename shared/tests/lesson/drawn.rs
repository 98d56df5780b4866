//! A lesson's figures as the book has them, read back: mounted by the tests of each lesson that has figures.

use serde_json::Value;
use shared::figure::Figure;

/// Draws the fragment that the book includes.
pub fn fragment(figure: &Figure) -> String {
    let drawn = figure.draw().unwrap_or_else(|unfit| panic!("{unfit}"));
    drawn.to_string()
}

/// The graph in a fragment.
pub fn graph(figure: &Figure) -> Value {
    let fragment = fragment(figure);
    let (_, rest) = fragment.split_once("json\">").expect("it holds its graph");
    let (json, _) = rest.split_once("</script>").expect("the graph ends");
    serde_json::from_str(json).expect("it is JSON")
}

/// The choices that are right in the figure's prediction.
pub fn right_choices(figure: &Figure) -> Vec<String> {
    let graph = graph(figure);
    let choices = graph["predict"]["choices"].as_array();
    let right = choices.expect("a list").iter();
    let right = right.filter(|choice| choice["can"] == true);
    let texts = right.map(|choice| choice["text"].as_str().expect("a text").to_owned());
    texts.collect()
}
