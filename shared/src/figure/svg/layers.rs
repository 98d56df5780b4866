//! In which row each state stands: as many steps down as it takes to get there.

/// Where the moves of each state lead, with their letters.
type Next = [Vec<(char, usize)>];

/// Returns each state's row.
///
/// Without loops every step leads down: a state stands below all that lead to it.
/// With loops it stands as far down as its shortest schedule is long.
pub fn layers(next: &Next) -> Vec<usize> {
    longest(next).unwrap_or_else(|| shortest(next))
}

/// Takes states away from the top, each when nothing leads to it any more; `None` if a loop remains.
fn longest(next: &Next) -> Option<Vec<usize>> {
    let mut waited_for = vec![0_usize; next.len()];
    next.iter()
        .flatten()
        .for_each(|&(_, to)| waited_for[to] += 1);
    let mut free = Vec::from_iter((waited_for[0] == 0).then_some(0));
    let (mut layers, mut taken) = (vec![0; next.len()], 0);
    while let Some(from) = free.pop() {
        taken += 1;
        for &(_, to) in &next[from] {
            layers[to] = layers[to].max(layers[from] + 1);
            waited_for[to] -= 1;
            if waited_for[to] == 0 {
                free.push(to);
            }
        }
    }
    (taken == next.len()).then_some(layers)
}

/// Walks in the order of the numbers, which is breadth first.
fn shortest(next: &Next) -> Vec<usize> {
    let mut layers = vec![usize::MAX; next.len()];
    layers[0] = 0;
    for from in 0..next.len() {
        for &(_, to) in &next[from] {
            layers[to] = layers[to].min(layers[from] + 1);
        }
    }
    layers
}
