//! Small histories that nobody thought of: of some the replies are as they must be, of some one is not.

use shared::history::{History, Operation, Queue, QueueCall, QueueReply, Sequential};

pub type Call = QueueCall<u8>;
pub type Reply = QueueReply<u8>;

/// Draws numbers, the same for the same seed (Steele, Lea and Flood, *SplitMix*, 2014).
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Draws a number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).unwrap()
    }
}

/// Lets three threads use a queue for one or two values, and then perhaps changes a reply.
pub fn history(dice: &mut Dice) -> History<Queue<u8>> {
    let initial = Queue::bounded(1 + dice.below(2));
    let mut queue = initial.clone();
    let mut operations: Vec<Operation<Call, Reply>> = Vec::new();
    let mut under_way = [None; 3];
    for now in 1..15 {
        let thread = dice.below(3);
        match under_way[thread] {
            None if operations.len() < 5 => {
                under_way[thread] = Some((operations.len(), None));
                operations.push(Operation {
                    thread,
                    call: call(dice),
                    begun: now,
                    returned: None,
                });
            }
            None => {}
            // It takes effect somewhere on the way, and returns at a later time.
            Some((index, None)) => {
                let reply = queue.apply(&operations[index].call);
                under_way[thread] = Some((index, Some(())));
                operations[index].returned = Some((usize::MAX, reply));
            }
            Some((index, Some(()))) => {
                under_way[thread] = None;
                operations[index].returned.as_mut().unwrap().0 = now;
            }
        }
    }
    for operation in &mut operations {
        operation
            .returned
            .take_if(|(ended, _)| *ended == usize::MAX);
    }
    if dice.below(3) > 0 {
        change_a_reply(&mut operations, dice);
    }
    let threads = ["A", "B", "C"].map(str::to_owned).to_vec();
    History {
        threads,
        initial,
        operations,
    }
}

fn call(dice: &mut Dice) -> Call {
    match dice.below(9) {
        value @ 0..4 => Call::Push(u8::try_from(value).unwrap()),
        4..8 => Call::Pop,
        _ => Call::Close,
    }
}

fn change_a_reply(operations: &mut [Operation<Call, Reply>], dice: &mut Dice) {
    let returned = operations
        .iter_mut()
        .filter_map(|operation| operation.returned.as_mut());
    let mut replies: Vec<_> = returned.map(|(_, reply)| reply).collect();
    if replies.is_empty() {
        return;
    }
    let at = dice.below(replies.len());
    let popped = Reply::Popped(u8::try_from(dice.below(4)).unwrap());
    let others = [
        Reply::Pushed,
        Reply::Full,
        Reply::Empty,
        Reply::Closed,
        popped,
    ];
    *replies[at] = others[dice.below(others.len())].clone();
}
