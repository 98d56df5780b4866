//! A thread for each connection, a limit to their number, and a limit to the time of each.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use super::published::Published;
use super::request::Request;
use super::respond::{Response, respond};

/// A browser opens six at a time; a class of readers shares no loopback.
const MOST: usize = 64;
/// How long a request may take to arrive, and an answer to leave.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long to wait for the other side to close, so that it has read all when we do.
const FAREWELL: Duration = Duration::from_secs(1);

/// Answers whoever connects, for as long as the process lives.
pub fn accept(listener: &TcpListener, published: &Arc<Published>) {
    let open = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        // A connection that is gone already, or a process out of files: the next one may do better.
        let Ok(stream) = stream else { continue };
        let seat = Seat::take(&open);
        // Even to be sent away politely takes a thread.
        if seat.number >= 2 * MOST {
            continue;
        }
        let published = Arc::clone(published);
        thread::spawn(move || {
            // Nobody is there to be told when the other side has left.
            let _ = answer(&stream, &seat, &published);
        });
    }
}

fn answer(stream: &TcpStream, seat: &Seat, published: &Published) -> io::Result<()> {
    stream.set_write_timeout(Some(PATIENCE))?;
    let response = match seat.number < MOST {
        true => {
            let request = Request::read(&mut Impatient::new(stream, PATIENCE));
            respond(&request, &published.now())
        }
        false => Response::text("503 Service Unavailable"),
    };
    let mut writer = stream;
    writer.write_all(&response.bytes())?;
    stream.shutdown(Shutdown::Write)?;
    io::copy(&mut Impatient::new(stream, FAREWELL), &mut io::sink())?;
    Ok(())
}

/// A connection's place among those that are open.
struct Seat {
    open: Arc<AtomicUsize>,
    /// How many were taken before it.
    number: usize,
}

impl Seat {
    fn take(open: &Arc<AtomicUsize>) -> Self {
        Self {
            // Relaxed: the count guards nothing but itself, and only one thread takes.
            number: open.fetch_add(1, Relaxed),
            open: Arc::clone(open),
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        // Relaxed: as in `take`.
        self.open.fetch_sub(1, Relaxed);
    }
}

/// Reads until a moment, however slowly the bytes trickle in.
struct Impatient<'a> {
    stream: &'a TcpStream,
    end: Instant,
}

impl<'a> Impatient<'a> {
    fn new(stream: &'a TcpStream, patience: Duration) -> Self {
        Self {
            stream,
            end: Instant::now() + patience,
        }
    }
}

impl Read for Impatient<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(left))?;
        self.stream.read(buffer)
    }
}
