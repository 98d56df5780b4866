//! Which steps of an execution must come before which, however the others are ordered.
//!
//! Steps of one thread keep their order, and so do steps on one object: all else may be exchanged,
//! and the checker has then seen the execution too (Mazurkiewicz, *Trace Theory*, 1986).
//! Each step has a vector clock (Fidge, 1988; Mattern, 1989): how many steps of each lane are in its past.

use crate::model::record::Taken;
use crate::timeline::Effect;
use std::collections::HashMap;

/// Holds the past of each step.
pub struct Past {
    lanes: Vec<usize>,
    clocks: Vec<Clock>,
}

/// Tells how many steps of each lane there have been.
type Clock = [usize; loom::MAX_THREADS];

/// Names what keeps steps in order.
#[derive(PartialEq, Eq, Hash)]
enum Thing {
    Lane(usize),
    Object(usize),
    PermitOf(usize),
}

impl Past {
    pub fn of(steps: &[Taken]) -> Self {
        let mut newest: HashMap<Thing, Clock> = HashMap::new();
        let mut clocks = Vec::with_capacity(steps.len());
        for step in steps {
            let mut clock = Clock::default();
            for thing in things(step) {
                let before = newest.get(&thing).copied().unwrap_or_default();
                clock = latest(clock, before);
            }
            clock[step.lane] += 1;
            for thing in things(step) {
                newest.insert(thing, clock);
            }
            clocks.push(clock);
        }
        let lanes = steps.iter().map(|step| step.lane).collect();
        Self { lanes, clocks }
    }

    /// Returns whether `earlier` is `step` or must come before it.
    pub fn has(&self, step: usize, earlier: usize) -> bool {
        let lane = self.lanes[earlier];
        self.clocks[earlier][lane] <= self.clocks[step][lane]
    }

    /// Orders the steps so that the first of each pair comes before the second, and otherwise as they were taken.
    ///
    /// # Panics
    ///
    /// Panics if there is no such order.
    pub fn ordered(&self, pairs: &[(usize, usize)]) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.lanes.len());
        let mut left: Vec<usize> = (0..self.lanes.len()).collect();
        while !left.is_empty() {
            let may_come = |&step: &usize| {
                let comes_first = |&other: &usize| {
                    other != step && (self.has(step, other) || pairs.contains(&(other, step)))
                };
                !left.iter().any(comes_first)
            };
            let next = left
                .iter()
                .position(may_come)
                .expect("the pairs contradict the past");
            order.push(left.remove(next));
        }
        order
    }
}

/// Lists what a step concerns. A thread is concerned by its start and its end.
fn things(step: &Taken) -> impl Iterator<Item = Thing> {
    let other = match step.what.intent {
        Effect::Spawn(lane) | Effect::Join(lane) => Some(Thing::Lane(lane)),
        Effect::Park => Some(Thing::PermitOf(step.lane)),
        Effect::Unpark(lane) => Some(Thing::PermitOf(lane)),
        _ => step.what.object.map(Thing::Object),
    };
    std::iter::once(Thing::Lane(step.lane)).chain(other)
}

fn latest(one: Clock, other: Clock) -> Clock {
    std::array::from_fn(|lane| one[lane].max(other[lane]))
}
