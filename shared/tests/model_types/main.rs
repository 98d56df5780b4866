//! The model's types, one by one: what `std` promises of them holds in every execution,
//! what a model cannot do is told in plain words, and nothing that a program does takes the checker down.

mod tried;

mod atomics;
mod orderings;
mod pointers;

mod barrier;
mod cells;
mod condvar;
mod futex;
mod mutex;
mod once_lock;
mod rwlock;

mod parking;
mod scopes;
mod threads;

mod blocking;

mod epoch;
mod failures;
mod limits;
mod outside;
mod parallel;
mod places;
mod processes;
mod unwinding;
