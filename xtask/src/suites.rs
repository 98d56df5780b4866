//! The suites of several packages, as many at a time as there are cores.
//!
//! Each has few threads of its own then. Threads of one process that explore models get in each other's way: an execution
//! maps and unmaps a stack for each thread of the model, which stops all cores that the process runs on.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::package::Package;
use crate::suite::{self, Suite};

/// Suites that are under way, in the order of their packages.
#[derive(Default)]
pub struct Suites(VecDeque<Receiver<Result<Suite>>>);

impl Suites {
    /// Starts the suites of packages whose tests are built.
    ///
    /// Those of lessons start last, though they are told first: the longest is among the others, and must not end alone.
    pub fn start(root: &Path, packages: &[&Package], limit: Duration) -> Self {
        let (mut lessons, mut jobs, mut ends) = (Vec::new(), VecDeque::new(), VecDeque::new());
        for package in packages {
            let (tell, told) = channel();
            ends.push_back(told);
            let job = (package.name.clone(), tell);
            if package.is_lesson() {
                lessons.push(job);
            } else {
                jobs.push_back(job);
            }
        }
        jobs.extend(lessons);
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let workers = cores.min(jobs.len());
        let threads = cores / workers.max(1);
        let jobs = Arc::new(Mutex::new(jobs));
        for _ in 0..workers {
            let (jobs, root) = (Arc::clone(&jobs), root.to_owned());
            thread::spawn(move || {
                let next = || {
                    jobs.lock()
                        .expect("taking a job does not panic")
                        .pop_front()
                };
                while let Some((name, tell)) = next() {
                    // Whoever has given up waiting is not told.
                    let _ = tell.send(suite::run(&root, &name, threads, limit));
                }
            });
        }
        Self(ends)
    }

    /// Waits for the end of the next suite, in the order of the packages.
    pub fn next(&mut self) -> Result<Suite> {
        let end = self.0.pop_front().context("no suite is left")?;
        end.recv().context("a suite has no end")?
    }
}
