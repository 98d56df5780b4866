//! One state of a program: where each thread stands, and what may come next.

use super::config::Local;
use super::graph::Graph;
use super::letter::{self, Letter};
use super::reason::Reason;

/// One state of a [`Graph`].
#[derive(Clone, Copy)]
pub struct State<'g> {
    pub(super) graph: &'g Graph,
    pub(super) number: usize,
}

impl<'g> State<'g> {
    /// Returns its number in the graph.
    pub fn number(&self) -> usize {
        self.number
    }

    /// Returns the state that a letter leads to.
    ///
    /// # Errors
    ///
    /// When the letter cannot come next here: the reason.
    pub fn after(&self, letter: char) -> Result<State<'g>, Reason> {
        let index = self.graph.letters().position(|known| known == letter);
        let index = index.ok_or(Reason::Unknown)?;
        match self.graph.successors(self.number)[index] {
            Some(to) => Ok(self.graph.state(to)),
            None => Err(self.refusal(self.graph.letters[index])),
        }
    }

    /// The graph keeps no reasons, so the refused letter is tried again.
    fn refusal(&self, letter: Letter) -> Reason {
        let config = &self.graph.configs[self.number];
        let refused = self.graph.rules.take(config, letter);
        refused.expect_err("a letter without an edge is refused")
    }

    /// Tells if no thread can move any more.
    pub fn is_end(&self) -> bool {
        let successors = self.graph.successors(self.number);
        successors.iter().all(Option::is_none)
    }

    /// Tells if every thread has taken its last step and every store has reached memory.
    pub fn is_finished(&self) -> bool {
        self.is_end() && self.blocked().is_empty()
    }

    /// Tells if no thread can move any more, though some have not taken their last step.
    pub fn is_deadlock(&self) -> bool {
        self.is_end() && !self.blocked().is_empty()
    }

    /// Returns the threads that have steps left but cannot move now, and why.
    pub fn blocked(&self) -> Vec<(char, Reason)> {
        let threads = (0..self.graph.program().threads.len()).map(letter::name);
        let refused = threads.filter_map(|thread| Some((thread, self.after(thread).err()?)));
        let unfinished = |(_, reason): &_| *reason != Reason::Finished;
        refused.filter(unfinished).collect()
    }

    /// Returns the number of the step that the thread takes next; how many it has, if none is left.
    ///
    /// # Panics
    ///
    /// When there is no such thread.
    pub fn position(&self, thread: char) -> usize {
        self.local(thread).at
    }

    /// Tells if the step that the thread takes next has this mark.
    ///
    /// # Panics
    ///
    /// When there is no such thread.
    pub fn is_at(&self, thread: char, mark: &str) -> bool {
        let steps = &self.graph.program().threads[self.index(thread)];
        let next = steps.get(self.local(thread).at);
        next.is_some_and(|step| step.mark.as_deref() == Some(mark))
    }

    /// Tells if the thread has gone to sleep on a condition variable, and not yet gone on.
    ///
    /// # Panics
    ///
    /// When there is no such thread.
    pub fn is_asleep(&self, thread: char) -> bool {
        self.local(thread).asleep
    }

    fn local(&self, thread: char) -> &Local {
        &self.graph.configs[self.number].threads[self.index(thread)]
    }

    /// Returns the place of a thread among those of the program.
    pub(super) fn index(&self, thread: char) -> usize {
        let known = |index: &usize| *index < self.graph.program().threads.len();
        let index = letter::thread(thread).filter(known);
        index.unwrap_or_else(|| panic!("there is no thread {thread}"))
    }
}
