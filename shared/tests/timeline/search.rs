//! The search for the most readable order, held against every order there is.

use crate::by_hand;
use crate::random::{self, Shape};
use shared::timeline::{State, Step, Timeline, Verdict};
use std::time::Instant;

/// Two of the threads of a lesson, three of them, and more than anybody can follow.
const SMALL: Shape = Shape::new(2, 12, 90);
const MIDDLE: Shape = Shape::new(3, 13, 90);
const LARGE: Shape = Shape::new(3, 60, 50);
const HUGE: Shape = Shape::new(5, 60, 50);

fn is_done(step: &Step) -> bool {
    step.state == State::Done
}

/// Returns the steps of a timeline that took effect, by their index in the recorded order.
fn order(timeline: &Timeline) -> Vec<usize> {
    let steps = timeline.rows().iter().map(|row| &row.step);
    let done = steps.filter(|step| is_done(step));
    done.map(|step| step.place.line as usize).collect()
}

#[test]
fn the_best_of_all_orders_is_found() {
    let mut weak = 0;
    for (seed, shape) in (0..200).flat_map(|seed| [(seed, SMALL), (seed, MIDDLE)]) {
        let execution = random::execution(seed, shape);
        let timeline = Timeline::of(&execution);
        let (verdict, best) = by_hand::best(&execution);
        assert_eq!(timeline.verdict(), verdict, "seed {seed}:\n{timeline}");
        assert_eq!(order(&timeline), best, "seed {seed}:\n{timeline}");
        weak += usize::from(verdict == Verdict::WeakMemory);
    }
    assert!(weak > 10, "only {weak} of the executions need weak memory");
}

#[test]
fn every_step_keeps_its_place_among_those_it_depends_on() {
    for seed in 0..100 {
        let execution = random::execution(seed, LARGE);
        let timeline = Timeline::of(&execution);
        let order = order(&timeline);
        let keeps_writes = timeline.verdict() == Verdict::WeakMemory;
        for (at, &step) in order.iter().enumerate() {
            let (prefix, lane) = (&order[..at], execution.steps[step].lane);
            let next = by_hand::next_of(&execution, prefix, lane);
            assert_eq!(next, Some(step), "seed {seed}:\n{timeline}");
            let may_follow = by_hand::may_follow(&execution, prefix, step, keeps_writes);
            assert!(may_follow, "seed {seed}, step {}:\n{timeline}", at + 1);
        }
    }
}

#[test]
fn steps_that_wait_stand_last_as_recorded() {
    for seed in 0..100 {
        let execution = random::execution(seed, LARGE);
        let timeline = Timeline::of(&execution);
        let steps: Vec<Step> = timeline.rows().iter().map(|row| row.step.clone()).collect();
        let done = execution.steps.iter().filter(|step| is_done(step)).count();
        assert_eq!(steps[done..], execution.steps[done..], "seed {seed}");
    }
}

#[test]
fn sixty_steps_of_three_threads_are_settled() {
    let mut times = Vec::new();
    for seed in 0..100 {
        let execution = random::execution(seed, LARGE);
        let start = Instant::now();
        let timeline = Timeline::of(&execution);
        times.push(start.elapsed());
        assert_ne!(timeline.verdict(), Verdict::Unsettled, "seed {seed}");
    }
    times.sort_unstable();
    println!("median {:.1?}, at most {:.1?}", times[50], times[99]);
}

#[test]
fn an_execution_that_is_too_long_to_reorder_stands_as_recorded() {
    let executions = (0..).map(|seed| random::execution(seed, HUGE));
    let timed = executions.map(|execution| {
        let start = Instant::now();
        let timeline = Timeline::of(&execution);
        (execution, timeline, start.elapsed())
    });
    let is_unsettled = |timeline: &Timeline| timeline.verdict() == Verdict::Unsettled;
    let mut unsettled = timed.filter(|(_, timeline, _)| is_unsettled(timeline));
    let (execution, timeline, time) = unsettled.next().expect("there is no end of seeds");
    println!("given up after {time:.1?}");
    let done = execution.steps.iter().filter(|step| is_done(step)).count();
    let recorded: Vec<usize> = (0..done).collect();
    assert_eq!(order(&timeline), recorded);
    assert!(by_hand::cost(&execution, &recorded).stale > 0);
}

#[test]
fn an_execution_without_stale_reads_is_an_interleaving_however_long() {
    for seed in 0..10 {
        let execution = random::execution(seed, Shape::new(5, 400, 0));
        let verdict = Timeline::of(&execution).verdict();
        assert_eq!(verdict, Verdict::Interleaving, "seed {seed}");
    }
}
