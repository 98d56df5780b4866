//! A question and its answer: how long it takes until a value that somebody waits for has come, there and back.

use crate::channels::{Channel, Crossbeam, Flume, Kanal, Lesson, Std};
use bench::{Case, Contender, Contest, Own, Sample, Side, Signal, timed};
use queue::machine::blocking_queue::BlockingQueue;
use queue::machine::parking_queue::ParkingQueue;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;

/// Two threads, each of which waits for the other.
pub fn contest() -> Contest {
    Contest {
        title: "**A question and its answer**, through two queues: a million times is one of both, so a pair is two",
        case: Case::room("1"),
        threads: 2,
        contenders: vec![
            entry::<Lesson<ParkingQueue<u64>>>("`ParkingQueue`", Side::Ours),
            entry::<Lesson<BlockingQueue<u64>>>("`BlockingQueue`", Side::Ours),
            entry::<Crossbeam>("`crossbeam::channel`", Side::Peer),
            entry::<Kanal>("`kanal`", Side::Peer),
            entry::<Flume>("`flume`", Side::Peer),
            entry::<Std>("`std::sync::mpsc::sync_channel`", Side::Peer),
        ],
    }
}

fn entry<C: Channel>(name: &'static str, side: Side) -> Contender {
    let turn = turn::<C>;
    Contender { name, side, turn }
}

fn turn<C: Channel>(threads: usize, span: Duration) -> Sample {
    let (questions, asked) = C::open(1, 1);
    let (answers, answered) = C::open(1, 1);
    // Each thread owns its ends, since that nobody asks any more is told by the end of the last sender.
    let (client, clerk) = (Own::new((questions, answered)), Own::new((answers, asked)));
    let all_right = AtomicBool::new(false);
    let sample = timed(threads, span, |index, signal| {
        if index > 0 {
            return answer::<C>(clerk.take());
        }
        let (count, right) = ask::<C>(client.take(), signal);
        // Relaxed: it is read when the threads have ended.
        all_right.store(right, Relaxed);
        count
    });
    let right = all_right.into_inner() && sample.counts[0] == sample.counts[1];
    Sample { right, ..sample }
}

/// Asks until the time is over; returns how often, and whether each answer was right.
fn ask<C: Channel>((questions, answers): Ends<C>, signal: &Signal) -> (u64, bool) {
    let (mut number, mut all_right) = (0, true);
    let count = signal.count(|| {
        number += 1;
        C::send(&questions[0], number);
        all_right &= C::receive(&answers[0]) == Some(number + 1);
    });
    (count, all_right)
}

/// Answers until nobody asks any more; returns how often.
fn answer<C: Channel>((answers, questions): Ends<C>) -> u64 {
    let questions = std::iter::from_fn(|| C::receive(&questions[0]));
    let answered = questions.map(|number| C::send(&answers[0], number + 1));
    answered.count() as u64
}

/// A sender of one channel, and a receiver of the other.
type Ends<C> = (Vec<<C as Channel>::Sender>, Vec<<C as Channel>::Receiver>);
