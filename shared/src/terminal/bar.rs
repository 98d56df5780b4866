//! A bar whose length is a share.

use super::style::Style;

/// The last character of a bar, by eighths; the full block stands for all eight.
const EIGHTHS: [char; 8] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// Returns a bar of `part / whole` of `columns`, in eighths of a character or in whole `#`.
///
/// A share that is not zero always shows.
pub(super) fn bar(part: u64, whole: u64, columns: usize, style: Style) -> String {
    let steps = if style.unicode { 8 } else { 1 };
    let length = u128::from(part) * (columns * steps) as u128 / u128::from(whole.max(1));
    let length = (length as usize).clamp(usize::from(part > 0), columns * steps);
    let full = if style.unicode { "█" } else { "#" };
    let mut bar = full.repeat(length / steps);
    if length % steps > 0 {
        bar.push(EIGHTHS[length % steps]);
    }
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNICODE: Style = Style {
        unicode: true,
        ..Style::PLAIN
    };

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        let ascii = [0, 1, 50, 99, 100].map(|part| bar(part, 100, 4, Style::PLAIN));
        assert_eq!(ascii, ["", "#", "##", "###", "####"]);
        let unicode = [0, 1, 50, 99, 100].map(|part| bar(part, 100, 4, UNICODE));
        assert_eq!(unicode, ["", "▏", "██", "███▉", "████"]);
    }

    #[test]
    fn a_bar_without_a_whole_is_empty() {
        assert_eq!(bar(0, 0, 4, UNICODE), "");
    }
}
