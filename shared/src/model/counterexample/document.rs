//! A counterexample as JSON, for a program to read.

use super::Counterexample;
use crate::timeline::{Row, Timeline};
use serde_json::{Value, json};

impl Counterexample {
    /// Returns the failure, the verdict and each step as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        let timeline = self.timeline();
        let steps = timeline.rows().iter().map(|row| step(&timeline, row));
        json!({
            "executions": self.executions(),
            "verdict": timeline.verdict().to_string(),
            "message": self.failure().message,
            "steps": steps.collect::<Value>(),
        })
    }
}

fn step(timeline: &Timeline, row: &Row) -> Value {
    json!({
        "thread": timeline.lanes()[row.step.lane],
        "object": row.step.object.map(|object| &timeline.objects()[object]),
        "operation": row.step.operation,
        "read": row.step.read().map(|value| value.to_string()),
        "wrote": row.step.wrote().map(|value| value.to_string()),
        "source": row.step.place.short(),
    })
}
