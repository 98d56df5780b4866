//! What is in a state: the values, the holders of locks, the store buffers.

use std::fmt;

use super::expr::Value;
use super::letter;
use super::outcome::Outcome;
use super::state::State;

impl<'g> State<'g> {
    /// Returns the thread that holds the lock.
    ///
    /// # Panics
    ///
    /// When there is no such lock.
    pub fn holder(&self, lock: &str) -> Option<char> {
        let mut locks = self.graph.program().locks.iter();
        let index = locks.position(|known| known == lock);
        let index = index.unwrap_or_else(|| panic!("there is no lock `{lock}`"));
        self.graph.configs[self.number].holders[index].map(letter::name)
    }

    /// Returns the thread's stores that have not reached memory, oldest first.
    ///
    /// # Panics
    ///
    /// When there is no such thread.
    pub fn buffer(&self, thread: char) -> Vec<(&'g str, Value)> {
        let name = |cell: usize| self.graph.program().shared[cell].0.as_str();
        let buffer = self.graph.configs[self.number].buffer(self.index(thread));
        buffer
            .iter()
            .map(|(cell, value)| (name(*cell), *value))
            .collect()
    }

    /// Returns every shared variable and then every register (as `A.r`) with its value;
    /// none for a register that no later step can read, which a figure shows as "–".
    pub fn values(&self) -> Vec<(String, Option<Value>)> {
        let config = &self.graph.configs[self.number];
        let shared = self.graph.program().shared.iter().zip(&config.values);
        let mut values: Vec<_> = shared
            .map(|((name, _), v)| (name.clone(), Some(*v)))
            .collect();
        for (thread, names) in self.graph.rules.registers.iter().enumerate() {
            let own = |name| format!("{}.{name}", letter::name(thread));
            let registers = self.graph.rules.live_registers(config, thread);
            values.extend(names.iter().map(own).zip(registers));
        }
        values
    }

    /// Returns the value of a shared variable in memory, or of a register (as `A.r`).
    ///
    /// # Panics
    ///
    /// When there is no such name, or its register is not live here: see [`Program::keep`].
    ///
    /// [`Program::keep`]: super::Program::keep
    pub fn value(&self, name: &str) -> Value {
        let found = self.values().into_iter().find(|(known, _)| known == name);
        let (_, value) = found.unwrap_or_else(|| panic!("the program has no `{name}`"));
        value.unwrap_or_else(|| panic!("`{name}` is forgotten here: `keep` it to look at it"))
    }

    /// Returns how the schedule ended, with the values of the given names, if this is an end.
    pub fn outcome(&self, names: &[&str]) -> Option<Outcome> {
        if self.is_deadlock() {
            return Some(Outcome::Deadlock);
        }
        let values = || names.iter().map(|name| self.value(name)).collect();
        self.is_end().then(|| Outcome::Finished(values()))
    }
}

impl fmt::Debug for State<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "state {}:", self.number)?;
        for (name, value) in self.values() {
            let value = value.map_or("–".into(), |value| value.to_string());
            write!(f, " {name} = {value}")?;
        }
        Ok(())
    }
}
