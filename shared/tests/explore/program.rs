//! Small programs over two variables, two registers a thread and two locks, given by number.

use shared::explore::{self, END, Step, compute, val};

/// One operation on variables, registers and locks, each given by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    Load(usize, usize),
    Store(usize, i64),
    StoreRegister(usize, usize),
    Increase(usize, i64),
    FetchAdd(usize, usize, i64),
    CompareExchange(usize, usize, i64, i64),
    /// Skips the next operation if the register has this value.
    SkipIf(usize, i64),
    Fence,
    Lock(usize),
    Unlock(usize),
}

/// Threads over two variables and two locks, with two registers each.
#[derive(Clone, Debug)]
pub struct Program {
    pub threads: Vec<Vec<Op>>,
    pub store_buffers: bool,
}

impl Program {
    /// The registers that some step sets, as thread and register.
    pub fn registers(&self) -> Vec<(usize, usize)> {
        let all = (0..self.threads.len()).flat_map(|thread| [(thread, 0), (thread, 1)]);
        let is_set = |(thread, register): &(usize, usize)| {
            let mut ops = self.threads[*thread].iter();
            ops.any(|op| op.sets() == Some(*register))
        };
        all.filter(is_set).collect()
    }

    /// The explorer's names for what an outcome lists.
    pub fn names(&self, with_registers: bool) -> Vec<String> {
        let register =
            |(thread, register)| format!("{}.{}", ["A", "B", "C"][thread], ["r", "s"][register]);
        let registers = self.registers().into_iter().map(register);
        let shared = ["x", "y"].map(String::from).into_iter();
        if with_registers {
            shared.chain(registers).collect()
        } else {
            shared.collect()
        }
    }

    /// Writes the program as the explorer's data.
    pub fn to_explore(&self, keep_registers: bool) -> explore::Program {
        let program = explore::Program::new()
            .shared("x", 0)
            .shared("y", 0)
            .lock("l")
            .lock("m");
        let mut program = self
            .threads
            .iter()
            .map(|ops| steps(ops))
            .fold(program, explore::Program::thread);
        for register in &self.names(keep_registers)[2..] {
            program = program.keep(register);
        }
        if self.store_buffers {
            program.with_store_buffers()
        } else {
            program
        }
    }
}

/// Marks each step with its number, as a target for skips.
fn steps(ops: &[Op]) -> Vec<Step> {
    let mark = |at: usize| {
        if at < ops.len() {
            at.to_string()
        } else {
            END.into()
        }
    };
    let step = |(at, op): (usize, &Op)| op.to_step(&mark(at + 2)).mark(&mark(at));
    ops.iter().enumerate().map(step).collect()
}

impl Op {
    /// The register it sets.
    pub fn sets(&self) -> Option<usize> {
        match *self {
            Op::Load(r, _) | Op::Increase(r, _) => Some(r),
            Op::FetchAdd(r, ..) | Op::CompareExchange(r, ..) => Some(r),
            _ => None,
        }
    }

    /// The register it reads.
    pub fn reads(&self) -> Option<usize> {
        match *self {
            Op::StoreRegister(_, r) | Op::SkipIf(r, _) => Some(r),
            _ => None,
        }
    }

    fn to_step(self, after_the_next: &str) -> Step {
        let register = |i: usize| ["r", "s"][i];
        let variable = |i: usize| ["x", "y"][i];
        let lock = |i: usize| ["l", "m"][i];
        match self {
            Op::Load(r, v) => explore::load(register(r), variable(v)),
            Op::Store(v, value) => explore::store(variable(v), value),
            Op::StoreRegister(v, r) => explore::store(variable(v), register(r)),
            Op::Increase(r, more) => compute(register(r), val(register(r)) + more),
            Op::FetchAdd(r, v, more) => explore::fetch_add(register(r), variable(v), more),
            Op::CompareExchange(r, v, expected, new) => {
                explore::compare_exchange(register(r), variable(v), expected, new)
            }
            Op::SkipIf(r, value) => {
                explore::work("look").jump_if(val(register(r)).is(value), after_the_next)
            }
            Op::Fence => explore::fence(),
            Op::Lock(l) => explore::lock(lock(l)),
            Op::Unlock(l) => explore::unlock(lock(l)),
        }
    }
}
