//! `book serve`: what it answers, what it refuses, and how it follows the sources.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use crate::copy::Copy;

/// Long enough for the slowest machine; nothing waits so long unless it is broken.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server of a copy; it ends with the test.
struct Server {
    child: Child,
    said: Receiver<String>,
    address: String,
}

impl Server {
    fn start(copy: &Copy) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_book"))
            .args(["serve", "--port", "0"])
            .env("CARGO_MANIFEST_DIR", copy.book().join("builder"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let stdout = child.stdout.take().expect("its output is piped");
        let (sender, said) = mpsc::channel();
        thread::spawn(move || {
            // Once the test is over, nobody listens any more.
            let lines = BufReader::new(stdout).lines().map_while(Result::ok);
            lines.for_each(|line| drop(sender.send(line)));
        });
        let mut server = Self {
            child,
            said,
            address: String::new(),
        };
        let line = server.wait_for("serving http://");
        let address = line.split('/').nth(2).expect("the line tells the address");
        server.address = address.to_owned();
        server
    }

    /// The next line that begins so.
    fn wait_for(&self, begin: &str) -> String {
        loop {
            let line = self.said.recv_timeout(PATIENCE);
            let line = line.unwrap_or_else(|_| panic!("the server never says {begin:?}"));
            if line.starts_with(begin) {
                return line;
            }
        }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).expect("the server listens");
        stream
            .set_read_timeout(Some(PATIENCE))
            .expect("the limit is not zero");
        stream
    }

    /// Sends `request`; returns the whole answer.
    fn ask(&self, request: &str) -> String {
        let mut stream = self.connect();
        stream
            .write_all(request.as_bytes())
            .expect("the request is sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("the answer ends");
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It fails where the server has ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[track_caller]
fn demand(answer: &str, parts: &[&str]) {
    for part in parts {
        assert!(answer.contains(part), "{part:?} is not in:\n{answer}");
    }
}

#[test]
fn pages_styles_and_scripts_are_served_with_their_types() {
    let copy = Copy::new("types");
    let server = Server::start(&copy);
    assert!(
        server.address.starts_with("127.0.0.1:"),
        "{}",
        server.address
    );
    demand(
        &server.get("/"),
        &[
            "HTTP/1.1 200 OK",
            "text/html; charset=utf-8",
            "<h1",
            "-/version",
        ],
    );
    demand(
        &server.get("/second/"),
        &["HTTP/1.1 200 OK", "It shows code"],
    );
    demand(
        &server.get("/second"),
        &["HTTP/1.1 301", "Location: /second/"],
    );
    demand(
        &server.get("/favicon.svg"),
        &["HTTP/1.1 404", "Page not found"],
    );
    demand(
        &server.ask("HEAD /second/why.html HTTP/1.1\r\n\r\n"),
        &["HTTP/1.1 200 OK", "Content-Length: "],
    );
    demand(
        &server.ask("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nbody"),
        &["HTTP/1.1 405", "Allow: GET, HEAD"],
    );
    let page = copy.book().join("build/first.html");
    let page = std::fs::read_to_string(page).expect("the page is built");
    assert!(
        !page.contains("-/version"),
        "only what is served reloads itself"
    );
}

#[test]
fn nothing_outside_the_book_is_served() {
    let copy = Copy::new("outside-the-book");
    copy.write("book/secret.txt", "not yours");
    let server = Server::start(&copy);
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/second/../../secret.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/second/..%5c..%5csecret.txt",
    ] {
        let answer = server.get(path);
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        assert!(
            !answer.contains("not yours") && !answer.contains("root:"),
            "{path}"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_does_not_lead_out_of_the_book() {
    let copy = Copy::new("symlink");
    copy.write("secret.txt", "not yours");
    book::build::build(&copy.book(), &copy.book().join("build")).expect("the book builds");
    let link = copy.book().join("build/link.txt");
    std::os::unix::fs::symlink(copy.root.join("secret.txt"), &link).expect("the link is made");
    let site = book::site::Site::read(&copy.book().join("build")).expect("it can be read");
    assert!(site.get("first.html").is_some());
    assert!(site.get("link.txt").is_none());
}

#[test]
fn a_client_that_never_ends_its_request_holds_up_nobody() {
    let server = Server::start(&Copy::new("slow-client"));
    let mut slow = server.connect();
    slow.write_all(b"GET / HT").expect("half a request is sent");
    demand(&server.get("/"), &["HTTP/1.1 200 OK"]);
    // And its own patience ends: the server answers and closes.
    let mut answer = String::new();
    slow.read_to_string(&mut answer)
        .expect("the server gives up");
    demand(&answer, &["HTTP/1.1 400"]);
}

#[test]
fn more_clients_than_there_are_seats_are_sent_away() {
    let server = Server::start(&Copy::new("crowd"));
    let crowd: Vec<_> = (0..64).map(|_| server.connect()).collect();
    demand(&server.get("/"), &["HTTP/1.1 503"]);
    drop(crowd);
}

#[test]
fn a_page_that_is_saved_is_served_anew_and_a_broken_one_is_not() {
    let copy = Copy::new("saving");
    let server = Server::start(&copy);
    let before = server.get("/-/version");
    copy.append("book/src/first.md", "\nA new line.\n");
    server.wait_for("rebuilt in ");
    let after = server.get("/-/version");
    assert_ne!(before, after);
    demand(&server.get("/first.html"), &["A new line."]);

    copy.append("book/src/first.md", "\n{{#include gone.md}}\n");
    demand(
        &server.wait_for("not rebuilt"),
        &["the last good build is still served"],
    );
    demand(&server.get("/first.html"), &["A new line."]);
    assert_eq!(server.get("/-/version"), after);

    copy.replace(
        "book/src/first.md",
        "\n{{#include gone.md}}\n",
        "\nMended.\n",
    );
    server.wait_for("rebuilt in ");
    demand(&server.get("/first.html"), &["Mended."]);
}

#[test]
fn included_code_figures_tables_and_the_style_are_watched() {
    let copy = Copy::new("watched");
    let server = Server::start(&copy);
    for (file, old, new, page) in [
        ("code/sound.rs", "number + 1", "1 + number", "/second/"),
        (
            "book/figures/small/figure.html",
            "nothing to do",
            "all is done",
            "/first.html",
        ),
        ("book/measured/table.md", "1 ns", "2 ns", "/first.html"),
    ] {
        copy.replace(file, old, new);
        server.wait_for("rebuilt in ");
        demand(&server.get(page), &[new]);
    }
    copy.append("book/theme/figure.css", "b { }\n");
    server.wait_for("rebuilt in ");
}
