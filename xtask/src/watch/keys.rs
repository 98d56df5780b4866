//! What a session hears of: keys, the end of its input, the end of a check.

use std::io::{self, Read};
use std::sync::mpsc::Sender;
use std::thread;

/// One thing that has happened.
#[derive(Clone, Copy)]
pub enum Event {
    Key(u8),
    EndOfInput,
    /// The check of this number has ended.
    Ended(usize),
}

const ESCAPE: u8 = 0x1b;

/// Reads standard input in a thread of its own; its bytes are keys only on a terminal.
pub fn read(is_terminal: bool, events: Sender<Event>) {
    thread::spawn(move || {
        let mut buffer = [0; 64];
        loop {
            let bytes = match io::stdin().read(&mut buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Ok(0) | Err(_) => break,
                Ok(count) => &buffer[..count],
            };
            if is_terminal {
                for key in keys(bytes) {
                    let _ = events.send(Event::Key(key));
                }
            }
        }
        // Nobody hears it if the session is over.
        let _ = events.send(Event::EndOfInput);
    });
}

/// The plain keys in `bytes`: an arrow key is several bytes, and the last of them is a letter that nobody typed.
fn keys(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.iter().copied();
    let mut keys = Vec::new();
    while let Some(byte) = bytes.next() {
        if byte != ESCAPE {
            keys.push(byte);
            continue;
        }
        match bytes.next() {
            // Parameters may follow, up to a byte of this range.
            Some(b'[') => drop(bytes.find(|byte| (b'@'..=b'~').contains(byte))),
            Some(b'O') => drop(bytes.next()),
            // A key with Alt.
            _ => {}
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::keys;

    #[test]
    fn of_arrows_and_function_keys_nothing_is_taken_for_a_letter() {
        assert_eq!(keys(b"h\x1b[Al"), b"hl");
        assert_eq!(keys(b"\x1b[15;2nq"), b"q");
        assert_eq!(keys(b"\x1bOhr"), b"r");
        assert_eq!(keys(b"\x1b"), b"");
    }
}
