//! Which registers still matter before each step: those that some later step may read.

use super::expr::Expr;
use super::step::Step;

/// Returns the registers that the steps set, in the order in which they first do.
pub(super) fn registers(steps: &[Step]) -> Vec<String> {
    let mut registers: Vec<String> = vec![];
    for name in steps.iter().filter_map(|step| step.op.sets()) {
        if !registers.iter().any(|register| register == name) {
            registers.push(name.into());
        }
    }
    registers
}

/// Computes, for each step and for the end, which registers some path from there reads first.
///
/// `kept` tells which registers are live at the end.
pub(super) fn live(steps: &[Step], registers: &[String], kept: Vec<bool>) -> Vec<Vec<bool>> {
    let mut live = vec![vec![false; registers.len()]; steps.len()];
    live.push(kept);
    loop {
        let before = live.clone();
        for at in (0..steps.len()).rev() {
            live[at] = live_before(steps, registers, &live, at);
        }
        if live == before {
            return live;
        }
    }
}

/// One turn of the equation: what the step reads, and what is live after it unless the step sets it.
fn live_before(steps: &[Step], registers: &[String], live: &[Vec<bool>], at: usize) -> Vec<bool> {
    let Step { op, jump, .. } = &steps[at];
    let condition = jump.as_ref().and_then(|jump| jump.when.as_ref());
    let read_by_op: Vec<_> = op.expressions().into_iter().flat_map(Expr::names).collect();
    let read_by_jump = condition.map(Expr::names).unwrap_or_default();
    let read_later = |i: usize| successors(steps, at).iter().any(|&next| live[next][i]);
    let is_live = |(i, name): (usize, &String)| {
        let name = name.as_str();
        let read_after_op = read_by_jump.contains(&name) || read_later(i);
        read_by_op.contains(&name) || read_after_op && op.sets() != Some(name)
    };
    registers.iter().enumerate().map(is_live).collect()
}

/// Returns where a thread may go after the step: on, or where it jumps.
fn successors(steps: &[Step], at: usize) -> Vec<usize> {
    match &steps[at].jump {
        None => vec![at + 1],
        Some(jump) if jump.when.is_none() => vec![jump.target(steps)],
        Some(jump) => vec![at + 1, jump.target(steps)],
    }
}
