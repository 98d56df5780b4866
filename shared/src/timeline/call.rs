//! One call on an object, and what came back.

/// Holds one call with its interval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Which thread called.
    pub lane: usize,
    /// What it asked, as `push(1)`.
    pub call: String,
    /// What came back, as `Ok`; `None` if the call has not returned.
    pub reply: Option<String>,
    /// When the call began.
    /// In an [`Execution`](super::Execution) it is the index of its first step, in a [`Timeline`](super::Timeline)
    /// that step's number.
    pub begun: usize,
    /// When it returned, likewise.
    pub returned: Option<usize>,
    /// Whether it is the one whose reply nothing explains.
    pub is_misfit: bool,
}

impl Call {
    /// Writes what was asked and what came back, as `pop() → None`; a call that gives nothing back stands alone.
    pub(super) fn with_reply(&self, gives: &str) -> String {
        match self.reply.as_deref().unwrap_or("no reply") {
            "()" => self.call.clone(),
            reply => format!("{} {gives} {reply}", self.call),
        }
    }
}
