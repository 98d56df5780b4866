//! The axioms of RC11: which candidate executions are consistent.
//!
//! Written as the paper writes them, `a.then(b)` for `a ; b`, `r.from(s)` for `[s] ; r`, `r.or_same()` for `r?`.
//! Atomicity needs no check: in a [`History`](super::history::History) nothing comes between the halves of an update.

use super::event::Events;
use super::execution::Execution;
use super::relation::Relation;
use super::{Model, ReleaseSequence};

/// Returns whether `model` allows the execution.
pub fn consistent(x: &Execution, model: Model, sequence: ReleaseSequence) -> bool {
    let hb = happens_before(x, sequence);
    let rb = reads_before(x);
    let eco = (x.rf | x.mo | rb).closure();
    let coherent = hb.then(eco.or_same()).irreflexive();
    let justified = model == Model::C11 || (x.events.sb | x.rf).acyclic();
    coherent && justified && partial_sc(x, hb, rb, eco).acyclic()
}

/// From a read to every write that overwrites what it read; an update does not overwrite for itself.
fn reads_before(x: &Execution) -> Relation {
    x.rf.inverse().then(x.mo) - Relation::on(x.writes)
}

fn happens_before(x: &Execution, sequence: ReleaseSequence) -> Relation {
    (x.events.sb | synchronizes_with(x, sequence)).closure()
}

/// From a release, perhaps a fence before the write, to an acquire, perhaps a fence after the read.
fn synchronizes_with(x: &Execution, sequence: ReleaseSequence) -> Relation {
    let Events { sb, fences, .. } = *x.events;
    let published = sb
        .from(fences)
        .or_same()
        .then(release_sequence(x, sequence));
    let observed = x.rf.then(sb.to(fences).or_same());
    published.from(x.releases()).then(observed).to(x.acquires())
}

/// From each write to the writes of the release sequence it would head.
fn release_sequence(x: &Execution, sequence: ReleaseSequence) -> Relation {
    let writes = Relation::on(x.writes);
    match sequence {
        ReleaseSequence::Cpp20 => writes | x.rf.to(x.updates()).closure(),
        ReleaseSequence::Cpp11 => {
            let interrupted = x.mo.to(x.writes & !x.updates()) - x.events.same_thread;
            writes | (x.mo - interrupted.then(x.mo.or_same()))
        }
    }
}

/// psc: what the one order of all `SeqCst` operations must respect.
fn partial_sc(x: &Execution, hb: Relation, rb: Relation, eco: Relation) -> Relation {
    let Events {
        sb, same_variable, ..
    } = *x.events;
    let (sc, fences) = (x.seq_csts(), x.seq_csts() & x.events.fences);

    let sb_elsewhere = sb - same_variable;
    let around = sb_elsewhere.then(hb).then(sb_elsewhere);
    let scb = sb | around | (hb & same_variable) | x.mo | rb;
    let enter = Relation::on(sc) | hb.from(fences);
    let leave = Relation::on(sc) | hb.to(fences);
    let base = enter.then(scb).then(leave);
    let between_fences = (hb | hb.then(eco).then(hb)).from(fences).to(fences);
    base | between_fences
}
