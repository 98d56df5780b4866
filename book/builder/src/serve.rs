//! Serves the book on this machine while it is written, and builds it anew when a source changes.

mod connection;
mod mime;
mod published;
mod request;
mod respond;
mod watch;

use std::io::{self, ErrorKind, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result, anyhow};

use self::published::Published;
use self::watch::Watched;
use crate::build::build;

/// How often to look for changes.
const GLANCE: Duration = Duration::from_millis(300);

/// Serves the book in the folder `book` on 127.0.0.1 until the process is ended; port 0 takes any free one.
///
/// # Errors
///
/// If the port cannot be had, or the book cannot be built at all.
pub fn serve(book: &Path, port: u16) -> Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = listener.map_err(|error| refused(port, error))?;
    let address = listener.local_addr().context("cannot learn the port")?;
    let destination = book.join("build");
    let mut watched = Watched::new(book);
    let began = Instant::now();
    let published = Arc::new(Published::new(build(book, &destination)?));
    say(&format!("built in {} ms", began.elapsed().as_millis()))?;
    let server = Arc::clone(&published);
    thread::spawn(move || connection::accept(&listener, &server));
    say(&format!("serving http://{address}/ (Ctrl-C ends)"))?;
    loop {
        thread::sleep(GLANCE);
        if !watched.has_changed() {
            continue;
        }
        let began = Instant::now();
        match build(book, &destination) {
            Ok(site) => {
                published.publish(site);
                say(&format!("rebuilt in {} ms", began.elapsed().as_millis()))?;
            }
            Err(error) => say(&format!(
                "not rebuilt, the last good build is still served: {error:#}"
            ))?,
        }
    }
}

fn refused(port: u16, error: io::Error) -> Error {
    match error.kind() {
        ErrorKind::AddrInUse => anyhow!(
            "port {port} is taken: end what uses it, or serve on another with `--port {}`, or on any free one with `--port 0`",
            port.checked_add(1).unwrap_or(3000)
        ),
        _ => Error::new(error).context(format!("cannot listen on 127.0.0.1:{port}")),
    }
}

/// Flushed, so that a pipe shows it at once.
fn say(line: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}
