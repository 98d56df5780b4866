//! A sum that threads add to, and the two recorders under one name.

use shared::history::Sequential;
use shared::{machine, model};

/// Specifies a sum.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sum(u8);

/// Names what can be asked of a sum.
#[derive(Clone, Debug)]
pub enum Call {
    Add(u8),
    Get,
}

impl Sequential for Sum {
    type Call = Call;
    type Reply = Option<u8>;

    fn apply(&mut self, call: &Call) -> Option<u8> {
        match call {
            Call::Add(more) => self.0 += more,
            Call::Get => return Some(self.0),
        }
        None
    }
}

/// Records what is asked of a sum, on the machine or in the model.
pub trait Records: Sync {
    fn new() -> Self;
    fn call(&self, call: Call, act: impl FnOnce() -> Option<u8>) -> Option<u8>;
    fn assert_linearizable(&self);
}

impl Records for machine::history::Recorder<Sum> {
    fn new() -> Self {
        Self::new(Sum::default())
    }

    fn call(&self, call: Call, act: impl FnOnce() -> Option<u8>) -> Option<u8> {
        self.call(call, act)
    }

    fn assert_linearizable(&self) {
        self.assert_linearizable();
    }
}

impl Records for model::history::Recorder<Sum> {
    fn new() -> Self {
        Self::new(Sum::default())
    }

    fn call(&self, call: Call, act: impl FnOnce() -> Option<u8>) -> Option<u8> {
        self.call(call, act)
    }

    fn assert_linearizable(&self) {
        self.assert_linearizable();
    }
}
