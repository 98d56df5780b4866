//! The lanes: one for each thread of an execution, numbered as the checker numbers its threads.

use super::{LANE, MAIN, Recorder, admit, with};

/// Stands at the bottom of a thread's stack and notes when the thread fails.
pub struct Lane(usize);

impl Lane {
    /// Adds a lane for a thread that has not yet run, and returns its number.
    ///
    /// # Panics
    ///
    /// Panics if there are as many as the checker can run.
    #[track_caller]
    pub fn add(name: Option<String>) -> usize {
        admit(None);
        let added = with(|recorder| {
            let lane = recorder.lanes.len();
            let has_room = lane < loom::MAX_THREADS;
            if has_room {
                recorder.lanes.push(name);
                recorder.begun.push(None);
            }
            has_room.then_some(lane)
        });
        match added {
            Some(lane) => lane,
            None => panic!("{}", too_many_threads()),
        }
    }

    /// Makes `lane` the one that runs.
    pub fn enter(lane: usize) -> Self {
        LANE.set(lane);
        Self(lane)
    }

    /// Returns the lane that runs now.
    pub fn current() -> usize {
        LANE.get()
    }

    /// Returns the name that the thread of `lane` was given.
    pub fn name(lane: usize) -> Option<String> {
        with(|recorder| recorder.lanes.get(lane).cloned().flatten())
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        if std::thread::panicking() {
            with(|recorder| recorder.trouble.raise(self.0, false));
        }
    }
}

/// Says why a thread is refused that the checker cannot run.
pub(super) fn too_many_threads() -> String {
    format!(
        "a model has {} threads at most, `main` included, and one that has ended still counts",
        loom::MAX_THREADS
    )
}

/// Stands at the very end of a thread: a failure that it has caught is raised again, since the execution is over.
#[track_caller]
pub fn finish() {
    admit(None);
}

/// Returns the names of the lanes, as timelines show them.
pub fn lane_names() -> Vec<String> {
    with(|recorder| recorder.lane_names())
}

/// Returns the name of a lane, as timelines show it.
pub fn lane_name(lane: usize) -> String {
    lane_names().swap_remove(lane)
}

impl Recorder {
    /// Calls the first thread `main`, those without a name of their own A, B, C …
    pub fn lane_names(&self) -> Vec<String> {
        let letter = |lane: usize| char::from(b'A' + (lane as u8 - 1)).to_string();
        let name = |(lane, name): (usize, &Option<String>)| match (lane, name) {
            (MAIN, None) => "main".to_owned(),
            (lane, None) => letter(lane),
            (_, Some(name)) => name.clone(),
        };
        self.lanes.iter().enumerate().map(name).collect()
    }
}
