//! Whether a program makes sense: every name it uses is known, and known for one thing only.

use std::collections::BTreeSet;

use super::expr::Expr;
use super::letter::{self, MOST_THREADS};
use super::op::{IGNORED, Op};
use super::program::Program;
use super::step::{END, Step};

/// Panics in plain words at the first name that is unknown, or known twice.
pub(super) fn program(program: &Program, registers: &[Vec<String>]) {
    let threads = program.threads.len();
    assert!(threads <= MOST_THREADS, "no letters for {threads} threads");
    let shared = program.shared.iter().map(|(name, _)| name);
    all_differ(shared.chain(&program.locks).chain(&program.condvars));
    for (thread, steps) in program.threads.iter().enumerate() {
        let (name, registers) = (letter::name(thread), &registers[thread]);
        let names = Names { program, registers };
        if let Err(complaint) = names.check(steps) {
            panic!("thread {name} {complaint}");
        }
    }
    for kept in &program.kept {
        let set = is_register(registers, kept);
        assert!(set, "`{kept}` is kept, but no step sets it");
    }
}

fn all_differ<'p>(names: impl Iterator<Item = &'p String>) {
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(seen.insert(name), "`{name}` names two things");
    }
}

fn is_register(registers: &[Vec<String>], name: &str) -> bool {
    let of_thread = |(thread, names): (usize, &Vec<String>)| {
        let thread = letter::name(thread);
        names.iter().any(|own| format!("{thread}.{own}") == name)
    };
    registers.iter().enumerate().any(of_thread)
}

/// The names that one thread may use.
struct Names<'p> {
    program: &'p Program,
    registers: &'p [String],
}

type Check = Result<(), String>;

impl Names<'_> {
    fn check(&self, steps: &[Step]) -> Check {
        let marks: Vec<_> = steps.iter().filter_map(|s| s.mark.as_deref()).collect();
        all_differ(steps.iter().filter_map(|step| step.mark.as_ref()));
        demand(!marks.contains(&END), || format!("marks a step `{END}`"))?;
        for register in self.registers {
            let own = !self.is_shared(register);
            demand(own, || {
                format!("has a register named as the shared `{register}`")
            })?;
        }
        for step in steps {
            self.check_op(&step.op)?;
            if let Some(jump) = &step.jump {
                let known = jump.to == END || marks.contains(&jump.to.as_str());
                demand(known, || {
                    format!("jumps to `{}`, which marks no step", jump.to)
                })?;
                self.check_registers(jump.when.iter())?;
            }
        }
        Ok(())
    }

    fn check_op(&self, op: &Op) -> Check {
        match op {
            Op::Lock(lock) | Op::Unlock(lock) => self.check_lock(lock),
            Op::NotifyOne(condvar) | Op::NotifyAll(condvar) => self.check_condvar(condvar),
            Op::Wait(condvar, lock) => {
                self.check_condvar(condvar)?;
                self.check_lock(lock)
            }
            Op::WaitUntil(condition) => {
                let mut names = condition.names().into_iter();
                names.try_for_each(|name| match self.is_shared(name) {
                    true => Ok(()),
                    false => self.check_register(name),
                })
            }
            _ => {
                self.check_place(op)?;
                self.check_registers(op.expressions().into_iter())
            }
        }
    }

    fn check_lock(&self, lock: &String) -> Check {
        let known = self.program.locks.contains(lock);
        demand(known, || format!("uses `{lock}`, which is no lock"))
    }

    fn check_condvar(&self, condvar: &String) -> Check {
        let known = self.program.condvars.contains(condvar);
        demand(known, || {
            format!("uses `{condvar}`, which is no condition variable")
        })
    }

    fn check_place(&self, op: &Op) -> Check {
        let Some(place) = op.place() else {
            return Ok(());
        };
        let first_cell = || format!("{}[0]", place.name);
        let known = match place.index {
            None => self.is_shared(&place.name),
            Some(_) => self.is_shared(&first_cell()),
        };
        demand(known, || format!("uses `{place}`, which is not shared"))
    }

    fn check_registers<'e>(&self, mut exprs: impl Iterator<Item = &'e Expr>) -> Check {
        exprs.try_for_each(|expr| {
            let mut names = expr.names().into_iter();
            names.try_for_each(|name| self.check_register(name))
        })
    }

    /// A shared variable in an expression would be another access to shared memory in the same step.
    fn check_register(&self, name: &str) -> Check {
        let shared = self.is_shared(name);
        demand(!shared, || {
            format!("must load the shared `{name}` into a register first")
        })?;
        let set = name != IGNORED && self.registers.iter().any(|own| own == name);
        demand(set, || format!("reads `{name}`, which no step of it sets"))
    }

    fn is_shared(&self, name: &str) -> bool {
        self.program.shared.iter().any(|(shared, _)| shared == name)
    }
}

fn demand(holds: bool, complaint: impl Fn() -> String) -> Check {
    if holds { Ok(()) } else { Err(complaint()) }
}
