//! What can happen next: the program together with the tables its steps are read by.

use super::check;
use super::condvar::Signals;
use super::config::{Config, Local};
use super::expr::{Expr, Value};
use super::letter::{self, Letter};
use super::liveness;
use super::place::Place;
use super::program::Program;
use super::reason::Reason;

/// A checked program, and what its text says about each thread.
///
/// Names are looked up whenever a step is taken: a program small enough to explore has few.
#[derive(Debug)]
pub(super) struct Rules {
    pub(super) program: Program,
    /// The registers of each thread, in the order in which its steps set them.
    pub(super) registers: Vec<Vec<String>>,
    /// For each thread and each of its steps, which registers are live before the step.
    live: Vec<Vec<Vec<bool>>>,
}

impl Rules {
    /// Reads a program, and panics when it makes no sense.
    pub(super) fn new(program: Program) -> Rules {
        let threads = program.threads.iter();
        let registers: Vec<_> = threads.map(|steps| liveness::registers(steps)).collect();
        check::program(&program, &registers);
        let live_in = |(thread, registers): (usize, &Vec<String>)| {
            let own = |register| format!("{}.{register}", letter::name(thread));
            let kept = registers.iter().map(|r| program.kept.contains(&own(r)));
            liveness::live(&program.threads[thread], registers, kept.collect())
        };
        Rules {
            live: registers.iter().enumerate().map(live_in).collect(),
            registers,
            program,
        }
    }

    /// Returns the configuration before the first step.
    pub(super) fn start(&self) -> Config {
        let shared = self.program.shared.iter();
        let local = |registers: &Vec<String>| Local {
            at: 0,
            asleep: false,
            registers: vec![Some(0); registers.len()],
            buffer: vec![],
        };
        let mut start = Config {
            threads: self.registers.iter().map(local).collect(),
            memory: shared.map(|(_, value)| *value).collect(),
            holders: vec![None; self.program.locks.len()],
            signals: vec![Signals::default(); self.program.condvars.len()],
        };
        for thread in 0..self.registers.len() {
            self.forget_dead(&mut start, thread);
        }
        start
    }

    /// Returns the configuration after the letter, or why it cannot come next.
    pub(super) fn take(&self, config: &Config, letter: Letter) -> Result<Config, Reason> {
        match letter {
            Letter::Step(thread) => match self.obstacle(config, thread) {
                Some(reason) => Err(reason),
                None => Ok(self.step(config, thread)),
            },
            Letter::Flush(thread) => self.flush(config, thread),
        }
    }

    /// Drops the registers of a thread that no later step of it can read.
    pub(super) fn forget_dead(&self, config: &mut Config, thread: usize) {
        let local = &mut config.threads[thread];
        for (value, live) in local.registers.iter_mut().zip(&self.live[thread][local.at]) {
            *value = value.filter(|_| *live);
        }
    }

    /// Returns the place of a register among those of its thread.
    pub(super) fn register(&self, thread: usize, name: &str) -> Option<usize> {
        self.registers[thread].iter().position(|own| own == name)
    }

    /// Computes an expression as a thread sees it.
    pub(super) fn eval(&self, config: &Config, thread: usize, expr: &Expr) -> Value {
        expr.value(&|name| match self.register(thread, name) {
            Some(i) => {
                config.threads[thread].registers[i].expect("a register that is read is live")
            }
            None => self.read(config, thread, self.cell_named(name)),
        })
    }

    /// Returns the shared variable that a place stands for now.
    pub(super) fn cell(&self, config: &Config, thread: usize, place: &Place) -> usize {
        match &place.index {
            None => self.cell_named(&place.name),
            Some(index) => {
                let index = self.eval(config, thread, index);
                self.cell_named(&format!("{}[{index}]", place.name))
            }
        }
    }

    fn cell_named(&self, name: &str) -> usize {
        let mut shared = self.program.shared.iter();
        let found = shared.position(|(shared, _)| shared == name);
        found.unwrap_or_else(|| panic!("there is no shared variable `{name}`"))
    }
}
