//! Words for HTML and SVG: escaped, with what stands between backticks as code.

/// For the caption.
pub fn html(text: &str) -> String {
    marked(text, "<code>", "</code>")
}

/// For the picture.
pub fn svg(text: &str) -> String {
    marked(
        text,
        r#"<tspan font-family="ui-monospace,monospace">"#,
        "</tspan>",
    )
}

/// For a screen reader.
pub fn plain(text: &str) -> String {
    marked(text, "", "")
}

/// Every second piece between backticks is code.
fn marked(text: &str, open: &str, close: &str) -> String {
    let piece = |(index, piece): (usize, &str)| match (index % 2, escape(piece)) {
        (0, words) => words,
        (_, code) => format!("{open}{code}{close}"),
    };
    text.split('`').enumerate().map(piece).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{html, plain};

    #[test]
    fn code_is_code_and_all_is_escaped() {
        let text = "a `Mutex<u64>` & more";
        assert_eq!(html(text), "a <code>Mutex&lt;u64&gt;</code> &amp; more");
        assert_eq!(plain(text), "a Mutex&lt;u64&gt; &amp; more");
    }
}
