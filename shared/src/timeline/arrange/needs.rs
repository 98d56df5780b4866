//! What must come before each step, whatever the order.

use super::moves::{Taken, WriteOrder};
use crate::timeline::execution::Execution;
use crate::timeline::step::{Effect, Step};
use std::collections::HashMap;

/// Remembers, while walking the recorded order, what the next step on something must come after.
#[derive(Default)]
pub struct Before {
    /// How many steps each lane takes in all.
    lengths: HashMap<usize, usize>,
    spawned: HashMap<usize, Taken>,
    created: HashMap<usize, Taken>,
    previous: HashMap<Ordered, Taken>,
}

/// Names something on which steps keep their recorded order.
#[derive(PartialEq, Eq, Hash)]
enum Ordered {
    Object(usize),
    PermitOf(usize),
}

impl Before {
    pub fn of(execution: &Execution, movable: &[usize]) -> Self {
        let mut before = Self::default();
        for &index in movable {
            *before
                .lengths
                .entry(execution.steps[index].lane)
                .or_default() += 1;
        }
        before
    }

    /// Lists what must come before a step; `here` names the step.
    pub fn needs(&mut self, step: &Step, here: Taken, writes: WriteOrder) -> Vec<Taken> {
        let mut needs = Vec::new();
        needs.extend(self.spawned.get(&step.lane).filter(|_| here.steps == 1));
        if let Some(object) = step.object {
            needs.extend(self.created.get(&object));
            if step.operation == "new" {
                self.created.insert(object, here);
            }
        }
        if let Some(thing) = ordered_on(step, writes) {
            needs.extend(self.previous.insert(thing, here));
        }
        match step.effect {
            Effect::Spawn(child) => {
                self.spawned.insert(child, here);
            }
            Effect::Join(child) => {
                let steps = self.lengths.get(&child).copied().unwrap_or(0);
                needs.push(Taken { lane: child, steps });
            }
            _ => {}
        }
        needs
    }
}

/// Returns what a step keeps its recorded place on.
fn ordered_on(step: &Step, writes: WriteOrder) -> Option<Ordered> {
    match step.effect {
        Effect::Acquire | Effect::Release | Effect::Touch | Effect::Sleep(_) => {
            step.object.map(Ordered::Object)
        }
        Effect::Write(_) | Effect::Update { .. } if writes == WriteOrder::AsRecorded => {
            step.object.map(Ordered::Object)
        }
        Effect::Park => Some(Ordered::PermitOf(step.lane)),
        Effect::Unpark(lane) => Some(Ordered::PermitOf(lane)),
        _ => None,
    }
}
