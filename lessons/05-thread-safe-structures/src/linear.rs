//! Every operation is linearizable: whatever overlapped, one thread alone could have got the same replies in some order.

use super::free_list::FreeList;
use super::hall::Hall;
use super::laws::IN_TWO_SHARDS;
use super::sharded_map::ShardedMap;
use super::specifications::{
    Count, CountCall, Counts, HallCall, MapCall, MapReply, Seats, free_slots,
};
use super::stack::Stack;
use super::striped_counter::StripedCounter;
use super::words::{Fixed, Word, WordCount, in_two_shards};
use super::world::history::Recorder;
use super::world::thread;
use shared::history::{self, StackCall, StackReply};
use std::collections::BTreeSet;

/// The calls of the map.
///
/// # Panics
///
/// Panics, as all of these do, with a reply that no order of the calls explains.
pub fn calls_of_the_map() {
    let map = in_two_shards();
    let history = Recorder::new(Counts::default());
    let call = |call| history.call(call, || ask(&map, call));
    call(MapCall::Insert("seat", 1));
    thread::scope(|scope| {
        scope.spawn(|| {
            call(MapCall::Add("seat"));
            call(MapCall::Insert("row", 7));
        });
        call(MapCall::Get("row"));
        call(MapCall::Remove("seat"));
        call(MapCall::Get("seat"));
    });
    history.assert_linearizable();
}

fn ask(map: &ShardedMap<Word, u64, Fixed>, call: MapCall) -> MapReply {
    match call {
        MapCall::Get(word) => map.get(&word),
        MapCall::Insert(word, count) => map.insert(word, count),
        MapCall::Remove(word) => map.remove(&word),
        MapCall::Add(word) => {
            map.update(word, |count| *count += 1);
            None
        }
    }
}

/// The calls of a count of words: to count one is a call, whatever it is made of.
///
/// # Panics
///
/// As above.
pub fn calls_of_the_word_count(counts: impl WordCount) {
    let history = Recorder::new(Counts::default());
    let count = || {
        history.call(MapCall::Add("seat"), || {
            counts.count("seat");
            None
        });
    };
    thread::scope(|scope| {
        scope.spawn(count);
        count();
        history.call(MapCall::Get("seat"), || Some(counts.of("seat")));
    });
    history.call(MapCall::Get("seat"), || Some(counts.of("seat")));
    history.assert_linearizable();
}

/// The calls of a stack.
///
/// # Panics
///
/// As above.
pub fn calls_of_the_stack<S: Stack<u32>>() {
    let (stack, history) = (S::empty(), Recorder::new(history::Stack::new()));
    let push = |value| {
        history.call(StackCall::Push(value), || {
            stack.push(value);
            StackReply::Pushed
        });
    };
    let pop = || {
        history.call(StackCall::Pop, || StackReply::Popped(stack.pop()));
    };
    push(1);
    thread::scope(|scope| {
        scope.spawn(|| push(2));
        pop();
    });
    pop();
    history.assert_linearizable();
}

/// The calls of a free list of three slots.
///
/// # Panics
///
/// As above.
pub fn calls_of_the_free_list<F: FreeList>() {
    let (slots, history) = (F::full(3), Recorder::new(free_slots(3)));
    let take = || {
        let taken = || StackReply::Popped(slots.take());
        match history.call(StackCall::Pop, taken) {
            StackReply::Popped(Some(slot)) => Some(slot),
            _ => None,
        }
    };
    let give = |slot| {
        history.call(StackCall::Push(slot), || {
            slots.give(slot);
            StackReply::Pushed
        });
    };
    thread::scope(|scope| {
        scope.spawn(|| {
            let (back, _kept) = (take(), take());
            back.into_iter().for_each(give);
        });
        take();
    });
    take();
    history.assert_linearizable();
}

/// The calls of a counter: increments by one thread, counts by another.
///
/// # Panics
///
/// As above.
pub fn calls_of_the_counter() {
    let counter = StripedCounter::with_stripes(2);
    let history = Recorder::new(Count::default());
    let increment = || {
        history.call(CountCall::Increment, || {
            counter.increment();
            0
        });
    };
    let get = || {
        history.call(CountCall::Get, || counter.get());
    };
    thread::scope(|scope| {
        scope.spawn(increment);
        scope.spawn(increment);
        get();
        get();
    });
    history.assert_linearizable();
}

/// The calls of a hall: a visitor changes seats while they are counted.
///
/// # Panics
///
/// As above.
pub fn calls_of_the_hall<H: Hall>() {
    let [new, old] = IN_TWO_SHARDS;
    let hall = H::with_a_visitor_in(old);
    let history = Recorder::new(Seats(BTreeSet::from([old])));
    let call = |call| {
        history.call(call, || match call {
            HallCall::Sit(seat) => {
                hall.sit(seat);
                0
            }
            HallCall::Rise(seat) => {
                hall.rise(seat);
                0
            }
            HallCall::Taken => hall.taken(),
        })
    };
    thread::scope(|scope| {
        scope.spawn(|| {
            call(HallCall::Sit(new));
            call(HallCall::Rise(old));
        });
        call(HallCall::Taken);
    });
    history.assert_linearizable();
}
