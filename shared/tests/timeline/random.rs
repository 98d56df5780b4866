//! Random executions that could have been recorded: the same seed, the same execution.
//!
//! The generator is splitmix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014.

use shared::timeline::{Effect, Execution, Place, State, Step, Value};

/// How large an execution is, and how weak its memory.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub lanes: usize,
    pub steps: usize,
    /// How many loads in a hundred see the oldest value they may.
    pub stale: usize,
}

impl Shape {
    pub const fn new(lanes: usize, steps: usize, stale: usize) -> Self {
        Self {
            lanes,
            steps,
            stale,
        }
    }
}

const VARIABLES: usize = 2;
const LOCK: usize = VARIABLES;
const CELL: usize = VARIABLES + 1;

/// Returns an execution: the first lane creates the variables, starts the others, works as they do, and may join them.
///
/// Each step's line is its place in the recorded order.
pub fn execution(seed: u64, shape: Shape) -> Execution {
    let mut run = Run::new(seed, shape);
    for object in 0..VARIABLES {
        run.push(0, Some(object), "new", Effect::Write(Value::Unsigned(0)));
        run.written[object].push(0);
    }
    for child in 1..shape.lanes {
        run.push(0, None, "spawn", Effect::Spawn(child));
    }
    while run.steps.len() < shape.steps {
        let lane = run.dice.below(shape.lanes);
        if !run.has_ended[lane] {
            run.step(lane);
        }
    }
    run.ended()
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }
}

/// A machine that takes random steps.
struct Run {
    dice: Dice,
    shape: Shape,
    steps: Vec<Step>,
    /// Every value of each variable, oldest first.
    written: Vec<Vec<u64>>,
    /// The oldest of them that each lane may still see: nobody sees an older value than before.
    seen: Vec<[usize; VARIABLES]>,
    holder: Option<usize>,
    permits: Vec<bool>,
    has_ended: Vec<bool>,
}

impl Run {
    fn new(seed: u64, shape: Shape) -> Self {
        Self {
            dice: Dice(seed),
            shape,
            steps: Vec::new(),
            written: vec![Vec::new(); VARIABLES],
            seen: vec![[0; VARIABLES]; shape.lanes],
            holder: None,
            permits: vec![false; shape.lanes],
            has_ended: vec![false; shape.lanes],
        }
    }

    fn push(
        &mut self,
        lane: usize,
        object: Option<usize>,
        operation: &'static str,
        effect: Effect,
    ) {
        let line = self.steps.len() as u32;
        let step = Step::new(lane, operation, effect, Place::new("random.rs", line, 1));
        self.steps.push(Step { object, ..step });
    }

    fn step(&mut self, lane: usize) {
        let variable = self.dice.below(VARIABLES);
        match self.dice.below(20) {
            0..8 => self.load(lane, variable),
            8..13 => self.store(lane, variable),
            13 => self.update(lane, variable),
            14 => self.push(
                lane,
                Some(variable),
                "compare_exchange",
                Effect::Refused(self.newest(variable)),
            ),
            15 => self.push(lane, Some(CELL), "write", Effect::Touch),
            16 | 17 => self.lock_or_unlock(lane),
            18 => self.park_or_unpark(lane),
            _ => self.end(lane),
        }
    }

    fn newest(&self, variable: usize) -> Value {
        Value::Unsigned(*self.written[variable].last().unwrap())
    }

    fn load(&mut self, lane: usize, variable: usize) {
        let newest = self.written[variable].len() - 1;
        let oldest = self.seen[lane][variable];
        let is_stale = self.dice.below(100) < self.shape.stale;
        let version = if is_stale { oldest } else { newest };
        self.seen[lane][variable] = version;
        let value = Value::Unsigned(self.written[variable][version]);
        self.push(lane, Some(variable), "load", Effect::Read(value));
    }

    /// Writes one of few values, so that the same one may come back.
    fn write(&mut self, lane: usize, variable: usize) -> Value {
        let value = self.dice.below(6) as u64;
        self.seen[lane][variable] = self.written[variable].len();
        self.written[variable].push(value);
        Value::Unsigned(value)
    }

    fn store(&mut self, lane: usize, variable: usize) {
        let value = self.write(lane, variable);
        self.push(lane, Some(variable), "store", Effect::Write(value));
    }

    fn update(&mut self, lane: usize, variable: usize) {
        let read = self.newest(variable);
        let wrote = self.write(lane, variable);
        self.push(lane, Some(variable), "swap", Effect::Update { read, wrote });
    }

    fn lock_or_unlock(&mut self, lane: usize) {
        match self.holder {
            None => self.push(lane, Some(LOCK), "lock", Effect::Acquire),
            Some(holder) if holder == lane => {
                self.push(lane, Some(LOCK), "unlock", Effect::Release)
            }
            Some(_) => return,
        }
        self.holder = if self.holder.is_none() {
            Some(lane)
        } else {
            None
        };
    }

    fn park_or_unpark(&mut self, lane: usize) {
        if std::mem::take(&mut self.permits[lane]) {
            self.push(lane, None, "park", Effect::Park);
        } else {
            let other = self.dice.below(self.shape.lanes);
            self.permits[other] = true;
            self.push(lane, None, "unpark", Effect::Unpark(other));
        }
    }

    /// Ends a lane, except the first, which joins one that has ended instead.
    fn end(&mut self, lane: usize) {
        if lane > 0 {
            self.has_ended[lane] = self.holder != Some(lane);
        } else if let Some(child) = self.has_ended.iter().rposition(|&ended| ended) {
            self.push(0, None, "join", Effect::Join(child));
        }
    }

    /// Lets whoever does not hold the lock wait for it at the end.
    fn ended(mut self) -> Execution {
        for lane in 0..self.shape.lanes {
            if self.holder.is_some_and(|holder| holder != lane) && !self.has_ended[lane] {
                self.push(lane, Some(LOCK), "lock", Effect::Acquire);
                self.steps.last_mut().unwrap().state = State::Waiting;
            }
        }
        Execution {
            lanes: ["main", "A", "B", "C", "D"].map(str::to_owned)[..self.shape.lanes].to_vec(),
            objects: ["x", "y", "lock", "cell"].map(str::to_owned).to_vec(),
            steps: self.steps,
            calls: Vec::new(),
            failure: None,
        }
    }
}
