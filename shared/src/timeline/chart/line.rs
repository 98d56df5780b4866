//! The lines of a chart: each is the begin of a call, its return, or both where nothing comes between.

use super::{Call, Chart};
use crate::terminal::Tone;
use crate::timeline::wording::Signs;

/// Holds what one line of a chart says.
pub struct Line {
    /// When, as `3` or `4–5`.
    pub time: String,
    pub lane: usize,
    pub part: Part,
    pub words: String,
    pub tone: Tone,
    /// The other lanes in which a call goes on meanwhile.
    pub going_on: Vec<usize>,
}

/// Tells which part of a call's interval a line shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Begin,
    Return,
    /// Both, since nothing comes between.
    Whole,
    /// That it has not returned.
    Pending,
}

impl Part {
    /// Returns what stands before the words.
    pub fn sign(self, signs: Signs) -> &'static str {
        match self {
            Self::Begin => signs.opens,
            Self::Return => signs.closes,
            Self::Whole => signs.dot,
            Self::Pending => signs.ring,
        }
    }
}

/// Names a moment by its time, whether it is a return, and the index of its call.
type Moment = (usize, bool, usize);

/// Puts a chart into words, line by line.
pub fn lines(chart: &Chart, signs: Signs) -> Vec<Line> {
    let mut open: Vec<usize> = Vec::new();
    let mut lines = Vec::new();
    let mut moments = moments(&chart.calls).into_iter().peekable();
    while let Some((_, is_return, index)) = moments.next() {
        open.retain(|&other| other != index);
        let going_on = || open.iter().map(|&other| chart.calls[other].lane).collect();
        let call = &chart.calls[index];
        let is_whole = moments.next_if(|next| next.1 && next.2 == index).is_some();
        lines.push(match (is_return, is_whole) {
            (true, _) => returned(call, signs, going_on()),
            (false, true) => whole(call, signs, going_on()),
            (false, false) => {
                let line = begun(call, going_on());
                open.push(index);
                line
            }
        });
    }
    while let Some(index) = open.pop() {
        let going_on = open.iter().map(|&other| chart.calls[other].lane).collect();
        lines.push(pending(&chart.calls[index], signs, going_on));
    }
    lines
}

fn moments(calls: &[Call]) -> Vec<Moment> {
    let begins = calls
        .iter()
        .enumerate()
        .map(|(index, call)| (call.begun, false, index));
    let returns = calls
        .iter()
        .enumerate()
        .filter_map(|(index, call)| Some((call.returned?, true, index)));
    let mut moments: Vec<Moment> = begins.chain(returns).collect();
    moments.sort_unstable();
    moments
}

fn begun(call: &Call, going_on: Vec<usize>) -> Line {
    Line {
        time: call.begun.to_string(),
        lane: call.lane,
        part: Part::Begin,
        words: call.call.clone(),
        tone: Tone::Plain,
        going_on,
    }
}

fn returned(call: &Call, signs: Signs, going_on: Vec<usize>) -> Line {
    let misfit = if call.is_misfit { signs.cross } else { "" };
    let words = format!("{} {misfit}", call.with_reply(signs.gives));
    Line {
        time: call
            .returned
            .map_or_else(String::new, |time| time.to_string()),
        part: Part::Return,
        words: words.trim_end().to_owned(),
        tone: if call.is_misfit {
            Tone::Bad
        } else {
            Tone::Plain
        },
        ..begun(call, going_on)
    }
}

fn whole(call: &Call, signs: Signs, going_on: Vec<usize>) -> Line {
    let returned = returned(call, signs, going_on);
    let time = if call.returned == Some(call.begun) {
        returned.time
    } else {
        format!("{}{}{}", call.begun, signs.until, returned.time)
    };
    Line {
        time,
        part: Part::Whole,
        ..returned
    }
}

fn pending(call: &Call, signs: Signs, going_on: Vec<usize>) -> Line {
    Line {
        time: signs.pending.to_owned(),
        part: Part::Pending,
        words: format!("{} has not returned", call.call),
        tone: Tone::Warning,
        ..begun(call, going_on)
    }
}
