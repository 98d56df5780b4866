//! Reads chunk by chunk: what a chunk cuts off its last word begins the next one.

use super::{Chunk, Text, at};
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::vec;

/// How many bytes a chunk has at most.
///
/// Small enough that even this book has many of them, large enough that to hand one over costs little beside its words.
pub const CHUNK: usize = 1024;

/// Iterates over the chunks of a text, and ends after the first error.
///
/// Of a word that is longer than a chunk only the beginning is kept, so that a text without any white space takes no more
/// memory than another.
pub struct Chunks {
    /// What is still to be opened, the next one last.
    sources: Sources,
    /// What is being read.
    current: Option<(PathBuf, Box<dyn Read + Send>)>,
    /// Read and not handed out: the beginning of a word, less than a chunk.
    rest: Chunk,
    /// Whether the text goes on with the end of a word whose beginning was a chunk of its own.
    is_within_word: bool,
}

/// What is to be read one after the other.
enum Sources {
    Files(vec::IntoIter<PathBuf>),
    Stdin,
    Nothing,
}

impl Chunks {
    pub(super) fn of(text: &Text) -> Self {
        let sources = match text {
            Text::Files { paths, .. } => Sources::Files(paths.clone().into_iter()),
            Text::Stream(path) => Sources::Files(vec![path.clone()].into_iter()),
            Text::Stdin => Sources::Stdin,
        };
        Self {
            sources,
            current: None,
            rest: Vec::new(),
            is_within_word: false,
        }
    }

    /// Opens what comes next; returns whether there was anything.
    fn open_next(&mut self) -> io::Result<bool> {
        let path = match &mut self.sources {
            Sources::Nothing => return Ok(false),
            Sources::Stdin => {
                self.sources = Sources::Nothing;
                let name = PathBuf::from("standard input");
                self.current = Some((name, Box::new(io::stdin())));
                return Ok(true);
            }
            Sources::Files(paths) => paths.next(),
        };
        let Some(path) = path else { return Ok(false) };
        let file = File::open(&path).map_err(|error| at(&path, &error))?;
        self.current = Some((path, Box::new(file)));
        Ok(true)
    }

    /// Fills up what is left over to a chunk, as far as the current source goes.
    fn fill(&mut self) -> io::Result<Chunk> {
        let mut chunk = std::mem::take(&mut self.rest);
        let Some((path, source)) = &mut self.current else {
            return Ok(chunk);
        };
        chunk.reserve_exact(CHUNK - chunk.len());
        let room = (CHUNK - chunk.len()) as u64;
        let read = source.take(room).read_to_end(&mut chunk);
        read.map_err(|error| at(path, &error))?;
        if chunk.len() < CHUNK {
            self.current = None;
        }
        Ok(chunk)
    }

    /// Cuts a chunk behind its last white space, and keeps the rest for the next; at the end of a source there is none.
    fn cut(&mut self, mut chunk: Chunk) -> Chunk {
        let space = |byte: &u8| byte.is_ascii_whitespace();
        if self.is_within_word {
            let end = chunk.iter().position(space).unwrap_or(chunk.len());
            chunk.drain(..end);
        }
        let last_space = chunk.iter().rposition(space);
        self.is_within_word = self.current.is_some() && last_space.is_none();
        if let (Some(last), Some(_)) = (last_space, &self.current) {
            self.rest = chunk.split_off(last + 1);
        }
        chunk
    }

    fn try_next(&mut self) -> io::Result<Option<Chunk>> {
        loop {
            if self.current.is_none() && !self.open_next()? {
                return Ok(None);
            }
            let filled = self.fill()?;
            let chunk = self.cut(filled);
            if !chunk.is_empty() {
                return Ok(Some(chunk));
            }
        }
    }
}

impl Iterator for Chunks {
    type Item = io::Result<Chunk>;

    fn next(&mut self) -> Option<io::Result<Chunk>> {
        let next = self.try_next();
        if next.is_err() {
            (self.sources, self.current) = (Sources::Nothing, None);
        }
        next.transpose()
    }
}

impl std::fmt::Debug for Chunks {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Chunks").finish_non_exhaustive()
    }
}
