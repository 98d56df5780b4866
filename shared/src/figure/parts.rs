//! What a figure asks and says: the fault, the goal, the prediction.

use crate::explore::State;

/// Says what it means for a schedule to go wrong.
#[derive(Clone, Debug)]
pub struct Fault {
    /// What such schedules do: "18 of them **lose an update**".
    pub many: &'static str,
    /// What one such schedule does: "from here every continuation **loses an update**".
    pub one: &'static str,
    /// Tells whether a schedule that ended so went wrong.
    pub is: fn(&State<'_>) -> bool,
    /// What is said at the end of a schedule that went well, as one sentence.
    pub well: &'static str,
}

/// Says what the reader is to bring about as the scheduler.
#[derive(Clone, Debug)]
pub struct Goal {
    /// The task, in one sentence.
    pub sentence: &'static str,
    /// Tells whether a state is the goal; it is asked of every state, not of ends alone.
    pub is: fn(&State<'_>) -> bool,
    /// How the hunt for it ends.
    pub end: End,
}

/// How the hunt for a goal ends; the graph has to agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Some schedule reaches it: what has come about then, continuing "Goal reached: …".
    Reached(&'static str),
    /// No schedule does, since the program is the sound twin of a broken one.
    InVain,
}

/// Asks what may come of the program, before the reader has taken a step.
#[derive(Clone, Debug)]
pub struct Prediction {
    /// The question; each of the choices is to be ticked or not.
    pub question: &'static str,
    /// The choices; the graph knows which of them are right.
    pub choices: Vec<Choice>,
    /// What is said when the reader ticks just the right ones.
    pub right: &'static str,
    /// What is said otherwise.
    pub wrong: &'static str,
}

/// One end that a schedule may or may not have.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The end in a few words.
    pub text: &'static str,
    /// Tells whether an end is of this kind.
    pub is: fn(&State<'_>) -> bool,
    /// Why it can come about or cannot, said behind the graph's own answer.
    pub why: &'static str,
}
