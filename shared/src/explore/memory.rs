//! Shared memory, with a store buffer before it for each thread if the program asks for them.
//!
//! The buffers follow "x86-TSO: A Rigorous and Usable Programmer's Model for x86 Multiprocessors"
//! (Sewell, Sarkar, Owens, Zappa Nardelli, Myreen, 2010): first in, first out; a thread sees its own
//! newest store at once, the others only when it is flushed, at any later time and as a step of its own.

use super::config::Config;
use super::expr::Value;
use super::reason::Reason;
use super::rules::Rules;

/// How many stores fit into a buffer: more than a small program makes in a row, and so few that a
/// loop of stores comes to an end of its states.
pub(super) const BUFFER_SIZE: usize = 32;

impl Rules {
    /// Reads a cell as the thread sees it: its own newest buffered store, or else memory.
    pub(super) fn read(&self, config: &Config, thread: usize, cell: usize) -> Value {
        let mut newest_first = config.buffer(thread).iter().rev();
        let own = newest_first.find(|(to, _)| *to == cell);
        own.map_or(config.values[cell], |(_, value)| *value)
    }

    /// Stores to a cell, through the store buffer if there is one.
    pub(super) fn write(&self, config: &mut Config, thread: usize, cell: usize, value: Value) {
        if self.program.store_buffers {
            config.buffers[thread].push((cell, value));
        } else {
            config.values[cell] = value;
        }
    }

    /// Lets the thread's oldest buffered store reach memory.
    pub(super) fn flush(&self, config: &Config, thread: usize) -> Result<Config, Reason> {
        if config.buffer(thread).is_empty() {
            return Err(Reason::NothingBuffered);
        }
        let mut after = config.clone();
        let (cell, value) = after.buffers[thread].remove(0);
        after.values[cell] = value;
        Ok(after)
    }
}
