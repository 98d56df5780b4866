//! What is kept of a child's output: its beginning and its end, however much lies between.

const HEAD: usize = 256 * 1024;
const TAIL: usize = 256 * 1024;

/// The first and the last bytes of a stream, in bounded memory.
#[derive(Default)]
pub struct Kept {
    head: Vec<u8>,
    /// Up to twice `TAIL`, so that cutting it is paid for by what was pushed since the last cut.
    tail: Vec<u8>,
    dropped: usize,
}

impl Kept {
    pub fn push(&mut self, bytes: &[u8]) {
        let (first, rest) = bytes.split_at(bytes.len().min(HEAD - self.head.len()));
        self.head.extend_from_slice(first);
        self.tail.extend_from_slice(rest);
        if self.tail.len() > 2 * TAIL {
            let surplus = self.tail.len() - TAIL;
            self.tail.drain(..surplus);
            self.dropped += surplus;
        }
    }

    /// The text, which says itself how much of it is missing.
    pub fn text(&self) -> String {
        let [head, tail] = [&self.head, &self.tail].map(|bytes| String::from_utf8_lossy(bytes));
        if self.dropped == 0 {
            // Nothing lies between the two, but a character may straddle the cut.
            return String::from_utf8_lossy(&[&self.head[..], &self.tail[..]].concat())
                .into_owned();
        }
        format!(
            "{head}\n[… {:.1} MB are not kept …]\n{tail}",
            self.dropped as f64 / 1e6
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{HEAD, Kept, TAIL};

    #[test]
    fn short_output_is_kept_whole_even_across_the_cut() {
        let mut kept = Kept::default();
        let text = format!("{}é end", "x".repeat(HEAD - 1));
        kept.push(text.as_bytes());
        assert_eq!(kept.text(), text);
    }

    #[test]
    fn of_a_flood_the_beginning_and_the_end_are_kept_and_the_gap_is_told() {
        let mut kept = Kept::default();
        kept.push(b"begin");
        for _ in 0..1000 {
            kept.push(&[b'x'; 100_000]);
        }
        kept.push(b"end");
        let text = kept.text();
        assert!(text.starts_with("begin") && text.ends_with("end"));
        assert!(text.contains("MB are not kept"));
        assert!(text.len() <= HEAD + 2 * TAIL + 100);
    }
}
