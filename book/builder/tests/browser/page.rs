//! The built book, and one page of it in a browser that listens for complaints and strangers.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::driver::Browser;

/// The book, built once for all tests.
static BOOK: LazyLock<PathBuf> = LazyLock::new(|| build("browser"));

/// Builds the book into a folder of this name.
pub fn build(name: &str) -> PathBuf {
    let destination = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let book = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the builder lies in the book");
    book::build::build(book, &destination).expect("the book builds");
    destination
}

/// How long a page has until its figures live, which takes long only on a busy machine.
const LIVE: Duration = Duration::from_secs(10);

/// A browser that shows pages of a book.
pub struct Reader {
    browser: Browser,
    /// Where the built book lies.
    book: PathBuf,
}

impl Reader {
    /// Starts a browser, unless this machine has none.
    pub fn start() -> Option<Self> {
        Self::of(&BOOK)
    }

    /// Starts a browser for the built book in this folder, unless this machine has none.
    pub fn of(book: &Path) -> Option<Self> {
        let browser = Browser::start()?;
        // The print page would open a dialogue, in which a browser waits for ever.
        let silent = json!({ "source": "window.print = () => {};" });
        browser.tools("Page.addScriptToEvaluateOnNewDocument", silent);
        let book = book.to_path_buf();
        Some(Self { browser, book })
    }

    /// Opens a page, such as `01-race/why.html`, and waits for its figures to come to life.
    #[track_caller]
    pub fn open(&self, page: &str) {
        self.visit(page);
        self.wait_for_figures();
    }

    /// Opens the shown page anew, and waits for its figures to come to life.
    #[track_caller]
    pub fn refresh(&self) {
        self.command("refresh", json!({}));
        self.wait_for_figures();
    }

    /// On a busy machine a driver may answer before the page's scripts have run; what has not come by then the test tells.
    #[track_caller]
    fn wait_for_figures(&self) {
        let live = "return document.readyState === 'complete' && \
                    [...document.querySelectorAll('schedule-figure')].every((figure) => 'live' in figure.dataset)";
        let end = Instant::now() + LIVE;
        while Instant::now() < end && self.script(live, json!([])) != json!(true) {
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Opens a page, and waits for no script.
    #[track_caller]
    pub fn visit(&self, page: &str) {
        self.command("url", json!({ "url": self.address(page) }));
    }

    /// The page that is shown, as [`Reader::open`] takes it.
    #[track_caller]
    pub fn shown(&self) -> String {
        let shown = self.command("url", Value::Null);
        let shown = shown.as_str().expect("an address is a string");
        let path = shown.split(['#', '?']).next().unwrap_or_default();
        path.strip_prefix(&self.address(""))
            .unwrap_or(path)
            .to_owned()
    }

    fn address(&self, page: &str) -> String {
        format!("file://{}/{page}", self.book.display())
    }

    /// Demands that no page has complained, and that none has asked for anything outside the book.
    #[track_caller]
    pub fn demand_quiet(&self) {
        let complaints = self.log("browser");
        assert!(complaints.is_empty(), "{complaints:#?}");
        for entry in self.log("performance") {
            let message = entry["message"].as_str().expect("an entry has a message");
            let event: Value = serde_json::from_str(message).expect("it is JSON");
            let event = &event["message"];
            if event["method"] == "Network.requestWillBeSent" {
                let address = event["params"]["request"]["url"]
                    .as_str()
                    .unwrap_or_default();
                let is_own = address.starts_with(&self.address("")) || address.starts_with("data:");
                assert!(is_own, "a page asks for {address}");
            }
        }
    }
}

impl Deref for Reader {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

/// All pages of the book, but for the copy of the first one under another name.
pub fn pages() -> Vec<String> {
    let site = book::site::Site::read(&BOOK).expect("the built book can be read");
    let pages = site.texts(".html").map(|(path, _)| path.to_owned());
    // `toc.html` is the sidebar for readers without a script, in a frame of each page;
    // `404.html` finds its style only from the root of a server.
    pages
        .filter(|path| !["index.html", "toc.html", "404.html"].contains(&&**path))
        .collect()
}

/// The pages that hold figures, with the ids of each.
pub fn figures() -> Vec<(String, Vec<String>)> {
    let site = book::site::Site::read(&BOOK).expect("the built book can be read");
    let mut figures = Vec::new();
    for (path, text) in site.texts(".html") {
        if ["index.html", "print.html"].contains(&path) {
            continue;
        }
        let tags = text.split("<schedule-figure ").skip(1);
        let ids = tags.filter_map(|tag| tag.split_once("id=\"")?.1.split('"').next());
        let ids: Vec<_> = ids.map(str::to_owned).collect();
        if !ids.is_empty() {
            figures.push((path.to_owned(), ids));
        }
    }
    assert!(!figures.is_empty(), "the book has no figure");
    figures
}
