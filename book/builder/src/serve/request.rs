//! The head of a request: its method and its path, and nothing else of it.

use std::io::Read;

/// No browser's head is longer.
const LONGEST: usize = 16 * 1024;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    /// The path without its query, still with its escapes; whether the body is wanted.
    Get(String, bool),
    /// Something else than reading.
    Other,
    /// No request at all, or one that never ended.
    Malformed,
}

impl Request {
    /// Reads the head; the reader's own time limit ends one that never does.
    pub fn read(reader: &mut impl Read) -> Self {
        let mut head = Vec::new();
        let mut buffer = [0; 1024];
        while !head.windows(4).any(|end| end == b"\r\n\r\n") {
            match reader.read(&mut buffer) {
                Ok(count @ 1..) if head.len() < LONGEST => head.extend(&buffer[..count]),
                _ => return Self::Malformed,
            }
        }
        Self::parse(&head).unwrap_or(Self::Malformed)
    }

    fn parse(head: &[u8]) -> Option<Self> {
        let line = head.split(|&byte| byte == b'\r').next()?;
        let mut words = str::from_utf8(line).ok()?.split(' ');
        let (method, target, protocol) = (words.next()?, words.next()?, words.next()?);
        if !protocol.starts_with("HTTP/1.") || words.next().is_some() {
            return None;
        }
        let has_body = match method {
            "GET" => true,
            "HEAD" => false,
            _ => return Some(Self::Other),
        };
        let path = target.strip_prefix('/')?.split(['?', '#']).next()?;
        Some(Self::Get(path.to_owned(), has_body))
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Request};

    fn read(mut text: &[u8]) -> Request {
        Request::read(&mut text)
    }

    #[test]
    fn reading_is_told_with_its_path() {
        let path = "a/b.html".to_owned();
        assert_eq!(
            read(b"GET /a/b.html?q=1 HTTP/1.1\r\nHost: x\r\n\r\n"),
            Request::Get(path.clone(), true)
        );
        assert_eq!(
            read(b"HEAD /a/b.html HTTP/1.0\r\n\r\n"),
            Request::Get(path, false)
        );
        assert_eq!(read(b"POST / HTTP/1.1\r\n\r\nbody"), Request::Other);
    }

    #[test]
    fn what_is_no_request_or_has_no_end_is_malformed() {
        for text in [
            "",
            "GET / HTTP/1.1\r\n",
            "GET  /\r\n\r\n",
            "GET a HTTP/1.1\r\n\r\n",
            "GET / FTP/1\r\n\r\n",
        ] {
            assert_eq!(read(text.as_bytes()), Request::Malformed, "{text:?}");
        }
        assert_eq!(read(&vec![b'x'; 2 * LONGEST]), Request::Malformed);
    }
}
