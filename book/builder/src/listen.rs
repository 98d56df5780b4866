//! Hears what mdBook only logs: a missing include is an error line to it, and a good end.

use std::fmt::{self, Write};
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Runs `work`; returns what it returned, and the warnings and errors that it logged.
pub fn listen<T>(work: impl FnOnce() -> T) -> (T, Vec<String>) {
    let said = Arc::new(Mutex::new(Vec::new()));
    let listener = Listener(Arc::clone(&said));
    let result = tracing::subscriber::with_default(listener, work);
    let said = said.lock().expect("a listener does not panic").clone();
    (result, said)
}

struct Listener(Arc<Mutex<Vec<String>>>);

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::WARN
    }

    fn event(&self, event: &Event<'_>) {
        let mut message = Message(String::new());
        event.record(&mut message);
        let mut said = self.0.lock().expect("a listener does not panic");
        said.push(message.0);
    }

    // Spans tell how long things take, which is not our matter.
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// The words of an event, without its other fields.
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            write!(self.0, "{value:?}").expect("a String takes all that is written");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::listen;

    #[test]
    fn warnings_and_errors_are_heard_and_chatter_is_not() {
        let (result, said) = listen(|| {
            tracing::info!("at work");
            tracing::warn!("look: {}", 1);
            tracing::error!("gone");
            7
        });
        assert_eq!(result, 7);
        assert_eq!(said, ["look: 1", "gone"]);
    }
}
