//! The explorer's questions answered the slow way: every schedule walked by itself, nothing merged.
//!
//! It shares with the explorer only the type of an outcome, and has a meaning of its own for each step.

use std::collections::BTreeMap;

use shared::explore::Outcome;

use crate::program::{Op, Program};

#[derive(Clone)]
struct Machine {
    next: Vec<usize>,
    registers: Vec<[i64; 2]>,
    buffers: Vec<Vec<(usize, i64)>>,
    memory: [i64; 2],
    locked: [bool; 2],
}

impl Program {
    /// Counts the schedules of each outcome: the variables, and then, if asked for, all registers.
    pub fn by_outcome(&self, with_registers: bool) -> BTreeMap<Outcome, u128> {
        let threads = self.threads.len();
        let start = Machine {
            next: vec![0; threads],
            registers: vec![[0; 2]; threads],
            buffers: vec![vec![]; threads],
            memory: [0; 2],
            locked: [false; 2],
        };
        let mut counts = BTreeMap::new();
        self.walk(start, with_registers, &mut counts);
        counts
    }

    fn walk(&self, machine: Machine, with_registers: bool, counts: &mut BTreeMap<Outcome, u128>) {
        let mut stuck = true;
        for thread in 0..self.threads.len() {
            let moves = [self.step(&machine, thread), flush(&machine, thread)];
            for after in moves.into_iter().flatten() {
                stuck = false;
                self.walk(after, with_registers, counts);
            }
        }
        if stuck {
            let outcome = self.outcome(&machine, with_registers);
            *counts.entry(outcome).or_default() += 1;
        }
    }

    fn outcome(&self, machine: &Machine, with_registers: bool) -> Outcome {
        let ran_out = |(steps, next): (&Vec<Op>, &usize)| steps.len() == *next;
        if !self.threads.iter().zip(&machine.next).all(ran_out) {
            return Outcome::Deadlock;
        }
        let mut values = machine.memory.to_vec();
        if with_registers {
            let value = |(thread, register): (usize, usize)| machine.registers[thread][register];
            values.extend(self.registers().into_iter().map(value));
        }
        Outcome::Finished(values)
    }

    fn step(&self, before: &Machine, thread: usize) -> Option<Machine> {
        let mut after = before.clone();
        let op = *self.threads[thread].get(before.next[thread])?;
        after.next[thread] += 1;
        let store = |mut after: Machine, variable, value| {
            match self.store_buffers {
                true => after.buffers[thread].push((variable, value)),
                false => after.memory[variable] = value,
            }
            Some(after)
        };
        match op {
            Op::Load(register, variable) => {
                after.registers[thread][register] = before.read(thread, variable);
            }
            Op::Increase(register, more) => after.registers[thread][register] += more,
            Op::Store(variable, value) => return store(after, variable, value),
            Op::StoreRegister(variable, register) => {
                return store(after, variable, before.registers[thread][register]);
            }
            Op::SkipIf(register, value) => {
                let skipped = before.registers[thread][register] == value;
                // Skipping the operation after the last one is the end, too.
                let last = self.threads[thread].len();
                after.next[thread] = last.min(after.next[thread] + usize::from(skipped));
            }
            _ if !before.buffers[thread].is_empty() => return None,
            Op::FetchAdd(register, variable, more) => {
                after.registers[thread][register] = before.memory[variable];
                after.memory[variable] += more;
            }
            Op::CompareExchange(register, variable, expected, new) => {
                after.registers[thread][register] = before.memory[variable];
                if before.memory[variable] == expected {
                    after.memory[variable] = new;
                }
            }
            Op::Fence => {}
            Op::Lock(lock) if before.locked[lock] => return None,
            Op::Lock(lock) => after.locked[lock] = true,
            Op::Unlock(lock) => after.locked[lock] = false,
        }
        Some(after)
    }
}

fn flush(before: &Machine, thread: usize) -> Option<Machine> {
    let mut after = before.clone();
    let (variable, value) = *before.buffers[thread].first()?;
    after.buffers[thread].remove(0);
    after.memory[variable] = value;
    Some(after)
}

impl Machine {
    fn read(&self, thread: usize, variable: usize) -> i64 {
        let own = self.buffers[thread]
            .iter()
            .rev()
            .find(|(to, _)| *to == variable);
        own.map_or(self.memory[variable], |(_, value)| *value)
    }
}
