//! A message whose flag comes first: what the model found, and what it says of the mended one.

use atomic::model::laws;
use atomic::model::message::Message;
use atomic::model::relaxed_message::RelaxedMessage;
use serde_json::{Value, json};
use shared::model::{Counterexample, Explored, Mode, check};
use shared::terminal::Page;
use std::io;

/// Holds what the model says of both.
pub struct Found {
    relaxed: Counterexample,
    released: Explored,
}

impl Found {
    pub fn look() -> Self {
        Self {
            relaxed: check(Mode::Weak, laws::ready_means_written::<RelaxedMessage>)
                .expect_err("a Relaxed flag publishes nothing"),
            released: check(Mode::Weak, laws::ready_means_written::<Message>)
                .expect("what Release hands over, Acquire sees"),
        }
    }

    pub fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.heading("In which order others see it")?;
        page.text(
            "Thread A writes a price and then raises a flag, both Relaxed. \
             The main thread sees the flag, and reads the price as it was before:",
        )?;
        page.drawing(self.relaxed.timeline().text(page.style))?;
        page.text(&self.relaxed.found())?;
        writeln!(page.out)?;
        page.text(&format!(
            "With Release on the store of the flag and Acquire on its load: {}.",
            self.released
        ))
    }

    pub fn json(&self) -> Value {
        json!({ "relaxed": self.relaxed.json(), "release_acquire": { "executions": self.released.executions } })
    }
}
