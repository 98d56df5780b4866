//! A step: one operation, its label, and where the thread goes after it.

use std::fmt;

use super::expr::Expr;
use super::op::Op;

/// The target of a jump that ends the thread.
pub const END: &str = "end";

/// One indivisible step of a thread, and one letter of a schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub(super) op: Op,
    pub(super) mark: Option<String>,
    pub(super) jump: Option<Jump>,
    pub(super) label: Option<String>,
}

/// Where to go on instead of at the next step, and when; always, if there is no condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Jump {
    pub(super) when: Option<Expr>,
    pub(super) to: String,
}

impl Step {
    /// Wraps an operation that goes on to the next step.
    pub(super) fn new(op: Op) -> Step {
        Step {
            op,
            mark: None,
            jump: None,
            label: None,
        }
    }

    /// Names this step, as a target for jumps and for [`State::is_at`](super::State::is_at).
    pub fn mark(self, name: &str) -> Step {
        let mark = Some(name.into());
        Step { mark, ..self }
    }

    /// Replaces the text a figure shows for this step.
    pub fn label(self, text: &str) -> Step {
        let label = Some(text.into());
        Step { label, ..self }
    }

    /// Goes on at the step marked `to`, or nowhere if `to` is [`END`]; part of the same step.
    pub fn jump(self, to: &str) -> Step {
        let (when, to) = (None, to.into());
        let jump = Some(Jump { when, to });
        Step { jump, ..self }
    }

    /// Jumps if the condition holds of the registers as this step leaves them; part of the same step.
    pub fn jump_if(self, condition: impl Into<Expr>, to: &str) -> Step {
        let (when, to) = (Some(condition.into()), to.into());
        let jump = Some(Jump { when, to });
        Step { jump, ..self }
    }

    /// Returns the operation.
    pub fn op(&self) -> &Op {
        &self.op
    }

    /// Returns the text a figure shows: the label, or else the operation and the jump written out.
    pub fn text(&self) -> String {
        match (&self.label, &self.jump) {
            (Some(label), _) => label.clone(),
            (None, Some(jump)) => format!("{}, {jump}", self.op),
            (None, None) => self.op.to_string(),
        }
    }
}

impl Jump {
    /// Returns the number of the step it leads to.
    pub(super) fn target(&self, steps: &[Step]) -> usize {
        let marked = |step: &Step| step.mark.as_ref() == Some(&self.to);
        // The check has found every mark, so what is not marked is the end.
        steps.iter().position(marked).unwrap_or(steps.len())
    }
}

impl fmt::Display for Jump {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.when {
            Some(condition) => write!(f, "if {condition} go to {}", self.to),
            None => write!(f, "go to {}", self.to),
        }
    }
}
