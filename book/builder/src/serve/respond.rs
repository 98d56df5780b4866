//! The answer to a request: a file of the book, or why there is none.

use super::mime;
use super::published::{Edition, VERSION};
use super::request::Request;
use crate::check::decode;

/// An answer, before it is written.
#[derive(Debug, PartialEq, Eq)]
pub struct Response {
    pub status: &'static str,
    pub kind: &'static str,
    pub body: Vec<u8>,
    /// A further line of the head.
    pub header: Option<String>,
    /// Whether the body is sent, or only its length.
    pub has_body: bool,
}

impl Response {
    pub fn text(status: &'static str) -> Self {
        Self {
            status,
            kind: mime::of(".txt"),
            body: format!("{status}\n").into(),
            header: None,
            has_body: true,
        }
    }

    /// As it goes over the wire.
    pub fn bytes(&self) -> Vec<u8> {
        let mut head = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
             X-Content-Type-Options: nosniff\r\nConnection: close\r\n",
            self.status,
            self.kind,
            self.body.len()
        );
        if let Some(header) = &self.header {
            head += &format!("{header}\r\n");
        }
        let body: &[u8] = if self.has_body { &self.body } else { b"" };
        [head.as_bytes(), b"\r\n", body].concat()
    }
}

/// Answers `request` out of `edition`.
///
/// A path is looked up among those of the edition and nowhere else: no way of writing one leads out of the book.
pub fn respond(request: &Request, edition: &Edition) -> Response {
    let (path, has_body) = match request {
        Request::Malformed => return Response::text("400 Bad Request"),
        Request::Other => {
            let refusal = Response::text("405 Method Not Allowed");
            let header = Some("Allow: GET, HEAD".into());
            return Response { header, ..refusal };
        }
        Request::Get(path, has_body) => (decode(path), *has_body),
    };
    let response = get(&path, edition);
    Response {
        has_body,
        ..response
    }
}

fn get(path: &str, edition: &Edition) -> Response {
    if path == VERSION {
        let body = edition.version.clone().into();
        let answer = Response::text("200 OK");
        return Response { body, ..answer };
    }
    let file = match path.is_empty() || path.ends_with('/') {
        true => format!("{path}index.html"),
        false => path.to_owned(),
    };
    if let Some(bytes) = edition.site.get(&file) {
        return found("200 OK", &file, bytes, edition);
    }
    // Links of a folder's page begin in the folder, so its address must end in a slash.
    if edition.site.get(&format!("{path}/index.html")).is_some() {
        let header = Some(format!("Location: /{path}/"));
        let answer = Response::text("301 Moved Permanently");
        return Response { header, ..answer };
    }
    match edition.site.get("404.html") {
        Some(bytes) => found("404 Not Found", "404.html", bytes, edition),
        None => Response::text("404 Not Found"),
    }
}

fn found(status: &'static str, file: &str, bytes: &[u8], edition: &Edition) -> Response {
    let kind = mime::of(file);
    let body = match kind.starts_with("text/html") {
        true => alive(bytes, &edition.version),
        false => bytes.to_vec(),
    };
    let answer = Response::text(status);
    Response {
        kind,
        body,
        ..answer
    }
}

/// The page with a script that reloads it when there is another edition; only what is served has it.
fn alive(page: &[u8], version: &str) -> Vec<u8> {
    let script = format!(
        "<script>
// Added by `book serve`: asks each half second whether the book was built anew.
setInterval(async () => {{
    if (document.hidden) return;
    const answer = await fetch(\"/{VERSION}\").catch(() => null);
    if (answer?.ok && (await answer.text()) !== \"{version}\") location.reload();
}}, 500);
</script>\n"
    );
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|here| here == end);
    let (before, after) = page.split_at(at.unwrap_or(page.len()));
    [before, script.as_bytes(), after].concat()
}

#[cfg(test)]
mod tests {
    use super::respond;
    use crate::serve::published::Edition;
    use crate::serve::request::Request;
    use crate::site::Site;

    fn edition() -> Edition {
        Edition {
            site: Site::from([
                ("index.html", "<body>one</body>"),
                ("a b/index.html", "two"),
                ("theme/figure.css", "b {}"),
                ("404.html", "lost"),
            ]),
            version: "7".into(),
        }
    }

    fn get(path: &str) -> (&'static str, &'static str, String) {
        let response = respond(&Request::Get(path.into(), true), &edition());
        let body = String::from_utf8_lossy(&response.body).into_owned();
        (response.status, response.kind, body)
    }

    #[test]
    fn a_file_is_answered_with_its_type_and_a_folder_with_its_page() {
        assert_eq!(
            get("theme/figure.css"),
            ("200 OK", "text/css; charset=utf-8", "b {}".into())
        );
        assert!(get("").2.starts_with("<body>one<script>"));
        assert!(get("a%20b/").2.starts_with("two"));
        assert_eq!(get("a%20b").0, "301 Moved Permanently");
        assert_eq!(get("-/version").2, "7");
    }

    #[test]
    fn no_way_of_writing_a_path_leads_out_of_the_book() {
        for path in [
            "../index.html",
            "%2e%2e/index.html",
            "theme/../index.html",
            "theme/..%2findex.html",
            "theme%5c..%5cindex.html",
            "/etc/passwd",
            "/index.html",
            "%2fetc%2fpasswd",
            "index.html%00",
            "./index.html",
        ] {
            let (status, kind, body) = get(path);
            assert_eq!(
                (status, kind),
                ("404 Not Found", "text/html; charset=utf-8"),
                "{path}"
            );
            assert!(body.starts_with("lost"), "{path}");
        }
    }

    #[test]
    fn head_tells_the_length_of_what_it_does_not_send() {
        let response = respond(&Request::Get("theme/figure.css".into(), false), &edition());
        let text = String::from_utf8(response.bytes()).expect("the head is text");
        assert!(
            text.contains("Content-Length: 4\r\n") && text.ends_with("\r\n\r\n"),
            "{text}"
        );
    }

    #[test]
    fn only_reading_is_allowed() {
        let response = respond(&Request::Other, &edition());
        assert_eq!(response.status, "405 Method Not Allowed");
        assert_eq!(response.header.as_deref(), Some("Allow: GET, HEAD"));
        assert_eq!(
            respond(&Request::Malformed, &edition()).status,
            "400 Bad Request"
        );
    }
}
