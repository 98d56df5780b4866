//! The same rings, filled in batches and emptied as far as they are full: an index is stored once for many values.

use crate::waiting::{Givers, Present, until};
use bench::{Case, Contender, Contest, Giver, Sample, Side, Taker, handed_over};
use queue::machine::ring::Ring;
use queue::machine::spsc_ring::{Popper, Pusher, SpscRing};
use std::time::Duration;

/// How many values are handed in at once.
const BATCH: usize = 32;
/// How many there is room for.
const ROOM: usize = 1024;

/// Two ends.
trait Batches {
    type In: Send;
    type Out: Send;

    fn split(room: usize) -> (Self::In, Self::Out);

    /// Pushes as many as there is room for, and returns how many.
    fn push(end: &mut Self::In, values: &[u64]) -> usize;
    /// Pops all there are.
    fn pop(end: &mut Self::Out, into: &mut Vec<u64>);
}

/// Two threads.
pub fn contest() -> Contest {
    Contest {
        title: "**Rings filled in batches** of 32 values, and emptied as far as they are full",
        case: Case::room("1024"),
        threads: 2,
        contenders: vec![
            entry::<SpscRing<u64>>("`SpscRing`", Side::Ours),
            entry::<Slices>("`rtrb::RingBuffer`, by slices", Side::Peer),
            entry::<Iterators>("`rtrb::RingBuffer`, by iterators", Side::Peer),
        ],
    }
}

fn entry<B: Batches>(name: &'static str, side: Side) -> Contender {
    let turn = turn::<B>;
    Contender { name, side, turn }
}

fn turn<B: Batches>(_: usize, span: Duration) -> Sample {
    let ((giver, taker), givers) = (B::split(ROOM), Givers::default());
    let filling = Filling::<B> {
        end: giver,
        _present: givers.enter(),
    };
    let emptying = Emptying::<B> { end: taker, givers };
    handed_over(span, vec![filling], vec![emptying])
}

/// The end that fills the ring.
struct Filling<B: Batches> {
    end: B::In,
    /// Dropped when all is pushed.
    _present: Present,
}

/// The end that empties it.
struct Emptying<B: Batches> {
    end: B::Out,
    givers: Givers,
}

impl<B: Batches> Giver for Filling<B> {
    fn give(mut self, mut values: impl Iterator<Item = u64>) {
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            batch.clear();
            batch.extend(values.by_ref().take(BATCH));
            if batch.is_empty() {
                return;
            }
            let mut left = &batch[..];
            until(|| {
                left = &left[B::push(&mut self.end, left)..];
                left.is_empty()
            });
        }
    }
}

impl<B: Batches> Taker for Emptying<B> {
    fn take(mut self, mut see: impl FnMut(u64)) {
        let mut taken = Vec::with_capacity(ROOM);
        self.givers.take_all(|| {
            B::pop(&mut self.end, &mut taken);
            let were_some = !taken.is_empty();
            taken.drain(..).for_each(&mut see);
            were_some
        });
    }
}

impl Batches for SpscRing<u64> {
    type In = Pusher<u64>;
    type Out = Popper<u64>;

    fn split(room: usize) -> (Self::In, Self::Out) {
        <Self as Ring<u64>>::split(room)
    }

    fn push(end: &mut Self::In, values: &[u64]) -> usize {
        end.push_all(&mut values.iter().copied())
    }

    fn pop(end: &mut Self::Out, into: &mut Vec<u64>) {
        end.pop_all(into);
    }
}

/// `rtrb`, which copies slices in and out.
struct Slices;

impl Batches for Slices {
    type In = rtrb::Producer<u64>;
    type Out = rtrb::Consumer<u64>;

    fn split(room: usize) -> (Self::In, Self::Out) {
        rtrb::RingBuffer::new(room)
    }

    fn push(end: &mut Self::In, values: &[u64]) -> usize {
        let (pushed, _) = end.push_partial_slice(values);
        pushed.len()
    }

    fn pop(end: &mut Self::Out, into: &mut Vec<u64>) {
        let chunk = end.read_chunk(end.slots()).expect("there are so many");
        let (first, second) = chunk.as_slices();
        into.extend_from_slice(first);
        into.extend_from_slice(second);
        chunk.commit_all();
    }
}

/// `rtrb`, which moves values one by one, as the course's ring does.
struct Iterators;

impl Batches for Iterators {
    type In = rtrb::Producer<u64>;
    type Out = rtrb::Consumer<u64>;

    fn split(room: usize) -> (Self::In, Self::Out) {
        rtrb::RingBuffer::new(room)
    }

    fn push(end: &mut Self::In, values: &[u64]) -> usize {
        let room = end.slots().min(values.len());
        let chunk = end.write_chunk_uninit(room).expect("there is so much room");
        chunk.fill_from_iter(values.iter().copied())
    }

    fn pop(end: &mut Self::Out, into: &mut Vec<u64>) {
        let chunk = end.read_chunk(end.slots()).expect("there are so many");
        into.extend(chunk);
    }
}
