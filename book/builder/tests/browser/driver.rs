//! A browser of the test's own: chromedriver is started for it, and ended with it.

use std::env;
use std::io::{BufRead, BufReader, Write, stderr};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::http;

/// Set to `required`, a missing browser is a failure.
const WISH: &str = "BOOK_BROWSER";

/// Has Chromium run as root, in a container, and leave the network alone.
const ARGUMENTS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// A running browser.
pub struct Browser {
    driver: Child,
    /// Held open: chromedriver ends if nobody can read what it prints.
    _output: BufReader<ChildStdout>,
    port: u16,
    session: String,
}

impl Browser {
    /// Starts a browser, unless this machine has none.
    pub fn start() -> Option<Self> {
        let Some(program) = find("chromedriver") else {
            let required = env::var_os(WISH).is_some_and(|wish| wish == "required");
            assert!(
                !required,
                "{WISH}=required, and there is no chromedriver in PATH"
            );
            // Not `eprintln!`: a skipped test passes, and what a passing test prints so is not shown.
            let _ = writeln!(stderr(), "skipped: there is no chromedriver in PATH");
            return None;
        };
        let mut command = Command::new(program);
        command.arg("--port=0").stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut driver = command.spawn().expect("chromedriver starts");
        let mut output = BufReader::new(driver.stdout.take().expect("it is a pipe"));
        let port = port(&mut output);
        let session = String::new();
        let mut browser = Self {
            driver,
            _output: output,
            port,
            session,
        };
        browser.open_session();
        Some(browser)
    }

    fn open_session(&mut self) {
        let capabilities = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": { "args": ARGUMENTS },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        } } });
        let answer = http::send(self.port, "POST", "/session", &capabilities);
        let answer = answer.expect("chromedriver answers");
        let session = answer["value"]["sessionId"].as_str();
        self.session = session
            .unwrap_or_else(|| panic!("no session: {answer}"))
            .to_owned();
    }

    /// Gives the browser a command, and returns what it answers.
    #[track_caller]
    pub fn command(&self, path: &str, body: Value) -> Value {
        let answer = self.try_command(path, body);
        answer.unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Gives the browser a command that it may refuse.
    pub fn try_command(&self, path: &str, body: Value) -> Result<Value, Value> {
        let method = if body.is_null() { "GET" } else { "POST" };
        let path = format!("/session/{}/{path}", self.session);
        let mut answer = http::send(self.port, method, &path, &body).expect("chromedriver answers");
        let value = answer["value"].take();
        if value.get("error").is_some() {
            Err(value)
        } else {
            Ok(value)
        }
    }

    /// Speaks to the browser's developer tools.
    #[track_caller]
    pub fn tools(&self, method: &str, parameters: Value) -> Value {
        self.command(
            "goog/cdp/execute",
            json!({ "cmd": method, "params": parameters }),
        )
    }

    /// Runs a script's text in the page, and returns what it returns.
    #[track_caller]
    pub fn script(&self, text: &str, arguments: Value) -> Value {
        self.command("execute/sync", json!({ "script": text, "args": arguments }))
    }

    /// Takes what was logged since it was last asked for.
    #[track_caller]
    pub fn log(&self, kind: &str) -> Vec<Value> {
        let log = self.command("se/log", json!({ "type": kind }));
        log.as_array().expect("a log is a list").clone()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let path = format!("/session/{}", self.session);
        let _ = http::send(self.port, "DELETE", &path, &Value::Null);
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// Reads chromedriver's output up to the port that it has chosen; what it was told (0) it repeats first.
fn port(output: &mut impl BufRead) -> u16 {
    let lines = output
        .lines()
        .map(|line| line.expect("chromedriver prints text"));
    let ports = lines.filter_map(|line| {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    });
    let mut ports = ports;
    ports.next().expect("chromedriver says its port")
}

fn find(program: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    let candidates = env::split_paths(&paths).map(|folder| folder.join(program));
    candidates.into_iter().find(|path| path.is_file())
}
