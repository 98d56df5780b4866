//! What must hold of the structures without a lock, in every execution: of the stacks, and of the free lists.

use super::free_list::FreeList;
use super::stack::Stack;
use super::world::call;
use super::world::cell::UnsafeCell;
use super::world::sync::Arc;
use super::world::sync::atomic::{AtomicU32, Ordering::Relaxed};
use super::world::thread;

/// Each value is popped once, and no node is freed while it can be read: two threads pop one of `values` each.
///
/// # Panics
///
/// Panics if they pop another number of values, or the same. That a node is freed too early the model finds.
pub fn each_value_is_popped_once<S: Stack<u32>>(values: u32) {
    let stack = Arc::new(S::empty());
    (0..values).for_each(|value| push(&*stack, value));
    let other = thread::spawn({
        let stack = Arc::clone(&stack);
        move || pop(&*stack)
    });
    let here = pop(&*stack);
    let mut popped: Vec<_> = other
        .join()
        .expect("popping does not panic")
        .into_iter()
        .collect();
    popped.extend(here);
    popped.extend(std::iter::from_fn(|| pop(&*stack)));
    popped.sort_unstable();
    assert_eq!(
        popped,
        Vec::from_iter(0..values),
        "a value was popped twice, or never"
    );
}

/// A pusher and two poppers at once: each value is popped once, by whomever.
///
/// # Panics
///
/// Panics if a value is popped twice, or never.
pub fn a_pusher_and_two_poppers_agree<S: Stack<u32>>() {
    let stack = Arc::new(S::empty());
    push(&*stack, 1);
    let poppers = [&stack, &stack].map(|stack| {
        let stack = Arc::clone(stack);
        thread::spawn(move || pop(&*stack))
    });
    push(&*stack, 2);
    let popped = poppers.map(|popper| popper.join().expect("popping does not panic"));
    let left = std::iter::from_fn(|| pop(&*stack));
    let mut popped: Vec<_> = popped.into_iter().flatten().chain(left).collect();
    popped.sort_unstable();
    assert_eq!(popped, [1, 2], "a value was popped twice, or never");
}

/// What is pushed is popped whole, whatever the push wrote before.
///
/// # Panics
///
/// Panics if it is another value. That it is read before it was written is a data race.
pub fn what_is_pushed_is_popped_whole<S: Stack<u32>>() {
    let stack = Arc::new(S::empty());
    let other = thread::spawn({
        let stack = Arc::clone(&stack);
        move || push(&*stack, 7)
    });
    if let Some(value) = pop(&*stack) {
        assert_eq!(value, 7);
    }
    other.join().expect("pushing does not panic");
}

// ANCHOR: nothing_is_leaked
/// Nothing is leaked: a value that is popped is dropped by whoever popped it, and the others with the stack.
///
/// # Panics
///
/// Panics if a value is dropped twice, or not at all.
pub fn nothing_is_leaked<S: Stack<Dropped>>() {
    let drops = Arc::new(AtomicU32::new(0));
    let value = || Dropped(Arc::clone(&drops));
    let stack = Arc::new(S::empty());
    stack.push(value());
    let other = thread::spawn({
        let stack = Arc::clone(&stack);
        move || drop(stack.pop())
    });
    stack.push(value());
    other.join().expect("popping does not panic");
    drop(stack);
    // Relaxed, as in `Dropped`: the thread is joined.
    assert_eq!(drops.load(Relaxed), 2, "each of two values is dropped once");
}
// ANCHOR_END: nothing_is_leaked

/// A value that counts how often it is dropped.
#[derive(Debug)]
pub struct Dropped(Arc<AtomicU32>);

impl Drop for Dropped {
    fn drop(&mut self) {
        self.0.fetch_add(1, Relaxed);
    }
}

/// A slot is one thread's at a time: of three, two threads take three, one of which is given back in between.
///
/// # Panics
///
/// Panics if two of those that are out are the same.
pub fn a_slot_is_one_threads_at_a_time<F: FreeList>() {
    let slots = Arc::new(F::full(3));
    let other = thread::spawn({
        let slots = Arc::clone(&slots);
        move || {
            let (back, kept) = (take(&*slots), take(&*slots));
            back.into_iter().for_each(|slot| give(&*slots, slot));
            kept
        }
    });
    let mut out = vec![take(&*slots)];
    out.push(other.join().expect("taking does not panic"));
    out.extend((0..3).map(|_| take(&*slots)));
    let mut out: Vec<_> = out.into_iter().flatten().collect();
    out.sort_unstable();
    assert_eq!(out, [1, 2, 3], "a slot is out twice, or lost");
}

/// What was done with a slot is handed on with it.
///
/// # Panics
///
/// Panics if what a thread did is not seen by the next. That they meet in the slot is a data race.
pub fn what_was_done_with_a_slot_is_handed_on<F: FreeList>() {
    let desk = Arc::new(Desk {
        slots: F::full(1),
        visits: UnsafeCell::new(0),
    });
    let other = thread::spawn({
        let desk = Arc::clone(&desk);
        move || desk.visit()
    });
    let visits = [desk.visit(), other.join().expect("visiting does not panic")];
    let (mut visits, all) = (
        visits.into_iter().flatten().collect::<Vec<_>>(),
        desk.visit(),
    );
    visits.extend(all);
    visits.sort_unstable();
    assert_eq!(
        visits,
        Vec::from_iter(1..=visits.len()),
        "a visit is forgotten"
    );
}

/// A desk whose only place is a slot, and a number that only who has the slot may touch.
struct Desk<F> {
    slots: F,
    visits: UnsafeCell<usize>,
}

// SAFETY: the number is reached only by the thread that has the slot.
unsafe impl<F: FreeList> Sync for Desk<F> {}

impl<F: FreeList> Desk<F> {
    /// Counts a visit, if the place is free.
    fn visit(&self) -> Option<usize> {
        let slot = take(&self.slots)?;
        let visits = self.visits.with_mut(|visits| {
            // SAFETY: this thread has the slot.
            let visits = unsafe { &mut *visits };
            *visits += 1;
            *visits
        });
        give(&self.slots, slot);
        Some(visits)
    }
}

fn push(stack: &impl Stack<u32>, value: u32) {
    let pushing = call(format_args!("push({value})"));
    stack.push(value);
    pushing.gives(());
}

fn pop(stack: &impl Stack<u32>) -> Option<u32> {
    call(format_args!("pop()")).gives(stack.pop())
}

fn take(slots: &impl FreeList) -> Option<usize> {
    call(format_args!("take()")).gives(slots.take())
}

fn give(slots: &impl FreeList, slot: usize) {
    let giving = call(format_args!("give({slot})"));
    slots.give(slot);
    giving.gives(());
}
