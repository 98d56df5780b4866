//! Channels: whoever comes too early waits inside, and the takers go on until the last giver has left.

use bench::{Case, Contender, Contest, Giver, Sample, Side, Taker, handed_over, passed_through};
use queue::machine::blocking_queue::BlockingQueue;
use queue::machine::channel;
use queue::machine::parking_queue::ParkingQueue;
use shared::trial::Padded;
use std::marker::PhantomData;
use std::sync::{Arc, mpsc};
use std::time::Duration;

/// Opens ends of a channel, which is closed when all of one kind are gone.
pub trait Channel {
    /// Sends.
    type Sender: Send;
    /// Receives.
    type Receiver: Send;

    /// Opens so many ends of each kind.
    fn open(room: usize, ends: usize) -> (Vec<Self::Sender>, Vec<Self::Receiver>);

    /// Sends a value, as soon as there is room.
    fn send(end: &Self::Sender, value: u64);

    /// Receives a value, as soon as there is one; `None` when the channel is closed and drained.
    fn receive(end: &Self::Receiver) -> Option<u64>;
}

/// With much room and with little, in which the ends often wait for each other.
pub fn contests() -> Vec<Contest> {
    vec![
        contest::<1024>(1, "1024"),
        contest::<1024>(2, "1024"),
        contest::<1024>(4, "1024"),
        contest::<16>(2, "16"),
        contest::<16>(4, "16"),
    ]
}

fn contest<const ROOM: usize>(threads: usize, room: &'static str) -> Contest {
    let mut contenders = vec![
        entry::<Lesson<ParkingQueue<u64>>, ROOM>("`ParkingQueue`", Side::Ours),
        entry::<Lesson<BlockingQueue<u64>>, ROOM>("`BlockingQueue`", Side::Ours),
        entry::<Crossbeam, ROOM>("`crossbeam::channel`", Side::Peer),
        entry::<Kanal, ROOM>("`kanal`", Side::Peer),
        entry::<Flume, ROOM>("`flume`", Side::Peer),
    ];
    if threads <= 2 {
        // Its receiver cannot be shared.
        contenders.push(entry::<Std, ROOM>(
            "`std::sync::mpsc::sync_channel`",
            Side::Peer,
        ));
    }
    Contest {
        title: "**Queues that threads wait at**",
        case: Case::room(room),
        threads,
        contenders,
    }
}

fn entry<C: Channel, const ROOM: usize>(name: &'static str, side: Side) -> Contender {
    let turn = turn::<C, ROOM>;
    Contender { name, side, turn }
}

fn turn<C: Channel, const ROOM: usize>(threads: usize, span: Duration) -> Sample {
    if threads == 1 {
        let (senders, receivers) = C::open(ROOM, 1);
        return passed_through(span, move |value| {
            C::send(&senders[0], value);
            C::receive(&receivers[0])
        });
    }
    let (senders, receivers) = C::open(ROOM, threads / 2);
    let sending = senders.into_iter().map(Sending::<C>).collect();
    let receiving = receivers.into_iter().map(Receiving::<C>).collect();
    handed_over(span, sending, receiving)
}

struct Sending<C: Channel>(C::Sender);

struct Receiving<C: Channel>(C::Receiver);

impl<C: Channel> Giver for Sending<C> {
    fn give(self, values: impl Iterator<Item = u64>) {
        values.for_each(|value| C::send(&self.0, value));
    }
}

impl<C: Channel> Taker for Receiving<C> {
    fn take(self, see: impl FnMut(u64)) {
        std::iter::from_fn(|| C::receive(&self.0)).for_each(see);
    }
}

/// Why sending succeeds.
const OPEN: &str = "the receivers stay to the end";

/// A queue of the lesson.
pub struct Lesson<C>(PhantomData<C>);

/// Closes the queue when the last sender lets go of it.
pub struct Open<C: channel::Channel<u64>>(Arc<Padded<C>>);

impl<C: channel::Channel<u64>> Drop for Open<C> {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl<C: channel::Channel<u64>> Channel for Lesson<C> {
    type Sender = (Arc<Padded<C>>, Arc<Open<C>>);
    type Receiver = Arc<Padded<C>>;

    fn open(room: usize, ends: usize) -> (Vec<Self::Sender>, Vec<Self::Receiver>) {
        let queue = Arc::new(Padded(C::bounded(room)));
        let open = Arc::new(Open(Arc::clone(&queue)));
        (vec![(Arc::clone(&queue), open); ends], vec![queue; ends])
    }

    fn send((queue, _): &Self::Sender, value: u64) {
        queue.push(value).expect(OPEN);
    }

    fn receive(queue: &Self::Receiver) -> Option<u64> {
        queue.pop()
    }
}

/// `crossbeam::channel`.
pub struct Crossbeam;

impl Channel for Crossbeam {
    type Sender = crossbeam::channel::Sender<u64>;
    type Receiver = crossbeam::channel::Receiver<u64>;

    fn open(room: usize, ends: usize) -> (Vec<Self::Sender>, Vec<Self::Receiver>) {
        let (sender, receiver) = crossbeam::channel::bounded(room);
        (vec![sender; ends], vec![receiver; ends])
    }

    fn send(end: &Self::Sender, value: u64) {
        end.send(value).expect(OPEN);
    }

    fn receive(end: &Self::Receiver) -> Option<u64> {
        end.recv().ok()
    }
}

/// `kanal`, as far as it blocks.
pub struct Kanal;

impl Channel for Kanal {
    type Sender = kanal::Sender<u64>;
    type Receiver = kanal::Receiver<u64>;

    fn open(room: usize, ends: usize) -> (Vec<Self::Sender>, Vec<Self::Receiver>) {
        let (sender, receiver) = kanal::bounded(room);
        (vec![sender; ends], vec![receiver; ends])
    }

    fn send(end: &Self::Sender, value: u64) {
        end.send(value).expect(OPEN);
    }

    fn receive(end: &Self::Receiver) -> Option<u64> {
        end.recv().ok()
    }
}

/// `flume`.
pub struct Flume;

impl Channel for Flume {
    type Sender = flume::Sender<u64>;
    type Receiver = flume::Receiver<u64>;

    fn open(room: usize, ends: usize) -> (Vec<Self::Sender>, Vec<Self::Receiver>) {
        let (sender, receiver) = flume::bounded(room);
        (vec![sender; ends], vec![receiver; ends])
    }

    fn send(end: &Self::Sender, value: u64) {
        end.send(value).expect(OPEN);
    }

    fn receive(end: &Self::Receiver) -> Option<u64> {
        end.recv().ok()
    }
}

/// std's, with one receiver.
pub struct Std;

impl Channel for Std {
    type Sender = mpsc::SyncSender<u64>;
    type Receiver = mpsc::Receiver<u64>;

    fn open(room: usize, ends: usize) -> (Vec<Self::Sender>, Vec<Self::Receiver>) {
        let (sender, receiver) = mpsc::sync_channel(room);
        (vec![sender; ends], vec![receiver])
    }

    fn send(end: &Self::Sender, value: u64) {
        end.send(value).expect(OPEN);
    }

    fn receive(end: &Self::Receiver) -> Option<u64> {
        end.recv().ok()
    }
}
