//! One request and its answer over a plain socket: all that WebDriver needs.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// How long a browser may take for one command, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sends `body` to the driver at `port`, and returns what it answers.
pub fn send(port: u16, method: &str, path: &str, body: &Value) -> io::Result<Value> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let body = if method == "POST" {
        body.to_string()
    } else {
        String::new()
    };
    let length = body.len();
    // In one piece: a second small packet would wait for the answer to the first.
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes())?;
    answer(BufReader::new(stream))
}

/// Reads an answer; chromedriver says how long it is, and keeps the connection open.
fn answer(mut stream: impl BufRead) -> io::Result<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let Some((name, value)) = line.split_once(':') else {
            if line.trim().is_empty() {
                break;
            }
            continue;
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut document = vec![0; length];
    stream.read_exact(&mut document)?;
    Ok(serde_json::from_slice(&document)?)
}
