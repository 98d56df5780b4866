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
    /// For each thread, where its first register lies among the values of a configuration.
    first_register: Vec<usize>,
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
        let before = |thread| registers[..thread].iter().map(Vec::len).sum::<usize>();
        let first_register = |thread| program.shared.len() + before(thread);
        Rules {
            first_register: (0..registers.len()).map(first_register).collect(),
            live: registers.iter().enumerate().map(live_in).collect(),
            registers,
            program,
        }
    }

    /// Returns the configuration before the first step.
    pub(super) fn start(&self) -> Config {
        let (program, threads) = (&self.program, self.program.threads.len());
        let shared = program.shared.iter().map(|(_, value)| *value);
        let registers = self.registers.iter().flatten().map(|_| 0);
        let at_first = Local {
            at: 0,
            asleep: false,
        };
        Config {
            threads: vec![at_first; threads],
            values: shared.chain(registers).collect(),
            holders: vec![None; program.locks.len()],
            signals: vec![Signals::default(); program.condvars.len()],
            buffers: vec![vec![]; if program.store_buffers { threads } else { 0 }],
        }
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
        let first = self.first_register[thread];
        let live = &self.live[thread][config.threads[thread].at];
        for (i, live) in live.iter().enumerate() {
            if !live {
                config.values[first + i] = 0;
            }
        }
    }

    /// Returns the values of a thread's registers; none for those that no later step can read.
    pub(super) fn live_registers(&self, config: &Config, thread: usize) -> Vec<Option<Value>> {
        let registers = &config.values[self.first_register[thread]..];
        let live = &self.live[thread][config.threads[thread].at];
        let if_live = |(value, live): (&Value, &bool)| live.then_some(*value);
        registers.iter().zip(live).map(if_live).collect()
    }

    /// Returns the place of a register among the values of a configuration.
    pub(super) fn register(&self, thread: usize, name: &str) -> Option<usize> {
        let own = self.registers[thread].iter().position(|own| own == name);
        own.map(|place| self.first_register[thread] + place)
    }

    /// Computes an expression as a thread sees it.
    pub(super) fn eval(&self, config: &Config, thread: usize, expr: &Expr) -> Value {
        expr.value(&|name| match self.register(thread, name) {
            Some(register) => config.values[register],
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
