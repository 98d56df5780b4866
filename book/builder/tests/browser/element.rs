//! What a person does to one element of a page, and sees of it.

use serde_json::{Value, json};

use crate::driver::Browser;

/// The name under which WebDriver hands an element over.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the page that a browser shows.
pub struct Element<'a> {
    browser: &'a Browser,
    id: String,
}

impl Browser {
    /// Finds the first element that `css` selects.
    #[track_caller]
    pub fn find(&self, css: &str) -> Element<'_> {
        let found = self.command("element", selector(css));
        self.element(&found)
    }

    /// Finds all elements that `css` selects.
    #[track_caller]
    pub fn all(&self, css: &str) -> Vec<Element<'_>> {
        let found = self.command("elements", selector(css));
        let found = found.as_array().expect("elements are a list");
        found.iter().map(|found| self.element(found)).collect()
    }

    fn element(&self, found: &Value) -> Element<'_> {
        let id = found[ELEMENT].as_str().expect("an element has an id");
        Element {
            browser: self,
            id: id.to_owned(),
        }
    }
}

impl Element<'_> {
    /// Scrolls to the element and clicks in its middle.
    #[track_caller]
    pub fn click(&self) {
        self.browser.script(
            "arguments[0].scrollIntoView({ block: 'center' })",
            json!([self.value()]),
        );
        self.browser.command(&self.path("click"), json!({}));
    }

    /// The text that is to be seen.
    #[track_caller]
    pub fn text(&self) -> String {
        let text = self.browser.command(&self.path("text"), Value::Null);
        text.as_str().expect("a text is a string").to_owned()
    }

    #[track_caller]
    pub fn is_shown(&self) -> bool {
        self.browser.command(&self.path("displayed"), Value::Null) == true
    }

    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        let path = self.path(&format!("attribute/{name}"));
        self.browser
            .command(&path, Value::Null)
            .as_str()
            .map(str::to_owned)
    }

    /// The element as an argument of a script.
    pub fn value(&self) -> Value {
        json!({ ELEMENT: self.id })
    }

    fn path(&self, what: &str) -> String {
        format!("element/{}/{what}", self.id)
    }
}

fn selector(css: &str) -> Value {
    json!({ "using": "css selector", "value": css })
}
