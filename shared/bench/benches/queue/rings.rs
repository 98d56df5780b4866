//! Rings between two threads that own an end each, value by value.

use crate::waiting::{Givers, Popping, Pushing};
use bench::{Case, Contender, Contest, Sample, Side, handed_over, passed_through};
use queue::machine::lamport_ring::LamportRing;
use queue::machine::ring::{self, Consumer, Producer};
use queue::machine::spsc_ring::SpscRing;
use std::time::Duration;

/// Two ends.
trait Ring {
    type In: Send;
    type Out: Send;

    fn split(room: usize) -> (Self::In, Self::Out);

    /// Returns whether there was room.
    fn push(end: &mut Self::In, value: u64) -> bool;
    fn pop(end: &mut Self::Out) -> Option<u64>;
}

/// With much room and with little, in which the ends often wait for each other.
pub fn contests() -> Vec<Contest> {
    vec![
        contest::<1024>(1, "1024"),
        contest::<1024>(2, "1024"),
        contest::<16>(2, "16"),
    ]
}

fn contest<const ROOM: usize>(threads: usize, room: &'static str) -> Contest {
    Contest {
        title: "**Rings with one owner at each end**, value by value",
        case: Case::room(room),
        threads,
        contenders: vec![
            entry::<SpscRing<u64>, ROOM>("`SpscRing`", Side::Ours),
            entry::<Rtrb, ROOM>("`rtrb::RingBuffer`", Side::Peer),
            entry::<LamportRing<u64>, ROOM>("`LamportRing`", Side::Ours),
        ],
    }
}

fn entry<R: Ring, const ROOM: usize>(name: &'static str, side: Side) -> Contender {
    let turn = turn::<R, ROOM>;
    Contender { name, side, turn }
}

fn turn<R: Ring, const ROOM: usize>(threads: usize, span: Duration) -> Sample {
    let (mut giver, mut taker) = R::split(ROOM);
    let mut push = move |value| R::push(&mut giver, value);
    let mut pop = move || R::pop(&mut taker);
    if threads == 1 {
        return passed_through(span, |value| push(value).then(&mut pop).flatten());
    }
    let givers = Givers::default();
    let giver = Pushing::new(push, &givers);
    handed_over(span, vec![giver], vec![Popping::new(pop, &givers)])
}

impl<R: ring::Ring<u64>> Ring for R {
    type In = R::Producer;
    type Out = R::Consumer;

    fn split(room: usize) -> (R::Producer, R::Consumer) {
        R::split(room)
    }

    fn push(end: &mut R::Producer, value: u64) -> bool {
        end.try_push(value).is_ok()
    }

    fn pop(end: &mut R::Consumer) -> Option<u64> {
        end.try_pop()
    }
}

/// `rtrb`, whose functions are those of two types.
struct Rtrb;

impl Ring for Rtrb {
    type In = rtrb::Producer<u64>;
    type Out = rtrb::Consumer<u64>;

    fn split(room: usize) -> (Self::In, Self::Out) {
        rtrb::RingBuffer::new(room)
    }

    fn push(end: &mut Self::In, value: u64) -> bool {
        end.push(value).is_ok()
    }

    fn pop(end: &mut Self::Out) -> Option<u64> {
        end.pop().ok()
    }
}
