//! The operations in the order in which they return, each with those that may take effect by then.

use super::Operation;

/// Tells that an operation returns.
#[derive(Clone)]
pub struct Return {
    pub operation: usize,
    /// The operations that have begun and not returned, this one included.
    pub open: Vec<usize>,
}

/// Lists the returns from first to last.
pub fn returns<C, R>(operations: &[Operation<C, R>]) -> Vec<Return> {
    let mut begins: Vec<usize> = (0..operations.len()).collect();
    begins.sort_by_key(|&operation| operations[operation].begun);
    let mut begins = begins.into_iter().peekable();
    let mut open = Vec::new();
    let mut returns = Vec::new();
    for (ended, operation) in ends(operations) {
        while let Some(begun) = begins.next_if(|&begun| operations[begun].begun <= ended) {
            open.push(begun);
        }
        returns.push(Return {
            operation,
            open: open.clone(),
        });
        open.retain(|&other| other != operation);
    }
    returns
}

/// Lists when which operation returned, first to last.
fn ends<C, R>(operations: &[Operation<C, R>]) -> Vec<(usize, usize)> {
    let end = |(index, operation): (usize, &Operation<C, R>)| {
        let (ended, _) = operation.returned.as_ref()?;
        Some((*ended, index))
    };
    let mut ends: Vec<_> = operations.iter().enumerate().filter_map(end).collect();
    ends.sort_unstable();
    ends
}
