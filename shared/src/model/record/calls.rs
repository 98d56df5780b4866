//! The calls that stand above a timeline's steps: those that an execution fails for, or else those that a law tells of.

use super::{Lane, Recorder, if_recording, with};
use crate::timeline::Call;

/// Puts the execution's steps into an order that shows how the calls overlap, and notes the calls.
///
/// The order must be one that the checker takes for the same execution; the calls name steps by their place in it.
pub fn blame(calls: Vec<Call>, order: &[usize]) {
    with(|recorder| {
        let step = |&step: &usize| recorder.steps[step].clone();
        recorder.steps = order.iter().map(step).collect();
        recorder.calls = calls;
    });
}

/// Holds a call that a law tells of, and how many steps the execution had taken before and after it.
#[derive(Clone)]
pub struct Told {
    lane: usize,
    call: String,
    from: usize,
    returned: Option<(usize, String)>,
}

/// Notes that a call begins, and returns its number; none where nobody records.
pub fn begin(call: impl FnOnce() -> String) -> Option<usize> {
    let lane = Lane::current();
    if_recording(|recorder| {
        recorder.told.push(Told {
            lane,
            call: call(),
            from: recorder.steps.len(),
            returned: None,
        });
        recorder.told.len() - 1
    })
}

/// Notes what a call returned.
pub fn end(number: usize, reply: String) {
    if_recording(|recorder| {
        let until = recorder.steps.len();
        if let Some(told) = recorder.told.get_mut(number) {
            told.returned = Some((until, reply));
        }
    });
}

impl Recorder {
    /// The calls to show: those that are to blame, or else those told of that have taken a step.
    pub fn shown_calls(&self) -> Vec<Call> {
        if self.calls.is_empty() {
            self.told
                .iter()
                .filter_map(|told| self.call(told))
                .collect()
        } else {
            self.calls.clone()
        }
    }

    fn call(&self, told: &Told) -> Option<Call> {
        let until = told.returned.as_ref().map(|(until, _)| *until);
        let until = until.unwrap_or(self.steps.len());
        let own = |&step: &usize| self.steps[step].lane == told.lane;
        let (first, last) = (
            (told.from..until).find(own)?,
            (told.from..until).rfind(own)?,
        );
        Some(Call {
            lane: told.lane,
            call: told.call.clone(),
            reply: told.returned.as_ref().map(|(_, reply)| reply.clone()),
            begun: first,
            returned: told.returned.as_ref().map(|_| last),
            is_misfit: false,
        })
    }
}
