//! Runs a program on the model's types.

use super::program::{Notes, Phrase, Program, unparked_by};
use shared::model::futex;
use shared::model::sync::atomic::{AtomicU32, AtomicUsize, Ordering::SeqCst};
use shared::model::sync::{Arc, Condvar, Mutex, RwLock};
use shared::model::thread::{self, Thread};

struct Shop {
    counter: AtomicUsize,
    mutexes: [Mutex<usize>; 2],
    rwlock: RwLock<usize>,
    condvar: Condvar,
    word: AtomicU32,
}

/// Runs a program once. The first thread is the model's `main`, since a model has few threads.
pub fn execute(program: &Program) -> Notes {
    let shop = Arc::new(Shop {
        counter: AtomicUsize::new(0),
        mutexes: [Mutex::new(0), Mutex::new(0)],
        rwlock: RwLock::new(0),
        condvar: Condvar::new(),
        word: AtomicU32::new(0),
    });
    let main = thread::current();
    let start = |phrases: &Vec<Phrase>| {
        let (phrases, shop, main) = (phrases.clone(), Arc::clone(&shop), main.clone());
        thread::spawn(move || shop.run(&phrases, &main))
    };
    let others: Vec<_> = program[1..].iter().map(start).collect();
    let second = others[unparked_by(0) - 1].thread();
    let mut notes = vec![shop.run(&program[0], second)];
    notes.extend(others.into_iter().map(|other| other.join().unwrap()));
    notes
}

fn count_up(value: &mut usize) -> usize {
    *value += 1;
    *value - 1
}

impl Shop {
    fn run(&self, phrases: &[Phrase], friend: &Thread) -> Vec<usize> {
        let notes = phrases.iter().map(|&phrase| self.say(phrase, friend));
        notes.collect::<Vec<_>>().concat()
    }

    fn add(&self) -> Vec<usize> {
        vec![self.counter.fetch_add(1, SeqCst)]
    }

    fn say(&self, phrase: Phrase, friend: &Thread) -> Vec<usize> {
        match phrase {
            Phrase::Add => self.add(),
            Phrase::Locked(at) => vec![count_up(&mut self.mutexes[at].lock().unwrap())],
            Phrase::LockedAdd(at) => {
                let _guard = self.mutexes[at].lock().unwrap();
                self.add()
            }
            Phrase::Tried(at) => self.mutexes[at]
                .try_lock()
                .map_or(vec![0], |mut value| vec![1, count_up(&mut value)]),
            Phrase::Both(first, second) => {
                let _first = self.mutexes[first].lock().unwrap();
                let _second = self.mutexes[second].lock().unwrap();
                self.add()
            }
            Phrase::Read => {
                let value = self.rwlock.read().unwrap();
                [self.add(), vec![*value]].concat()
            }
            Phrase::Written => vec![count_up(&mut self.rwlock.write().unwrap())],
            Phrase::TriedRead => self
                .rwlock
                .try_read()
                .map_or(vec![0], |value| vec![1, *value]),
            Phrase::TriedWritten => self
                .rwlock
                .try_write()
                .map_or(vec![0], |mut value| vec![1, count_up(&mut value)]),
            Phrase::Park => nothing(thread::park),
            Phrase::Unpark => nothing(|| friend.unpark()),
            Phrase::Wait => {
                let guard = self.mutexes[0].lock().unwrap();
                nothing(|| drop(self.condvar.wait(guard).unwrap()))
            }
            Phrase::NotifyOne => nothing(|| self.condvar.notify_one()),
            Phrase::NotifyAll => nothing(|| self.condvar.notify_all()),
            Phrase::Raise => vec![self.word.fetch_add(1, SeqCst) as usize],
            Phrase::Sleep(expected) => nothing(|| futex::wait(&self.word, expected)),
            Phrase::WakeOne => nothing(|| futex::wake_one(&self.word)),
            Phrase::WakeAll => nothing(|| futex::wake_all(&self.word)),
        }
    }
}

fn nothing(act: impl FnOnce()) -> Vec<usize> {
    act();
    Vec::new()
}
