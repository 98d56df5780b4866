//! Shows where two texts part, line by line, in as few lines as tell it.

/// How many lines of each side are shown.
const SHOWN: usize = 8;

/// The lines in which `recorded` (`-`) and `actual` (`+`) differ, between what they have in common
/// at the beginning and at the end.
pub fn difference(recorded: &str, actual: &str) -> String {
    let [recorded, actual] = [recorded, actual].map(|text| text.lines().collect::<Vec<_>>());
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let before = recorded.iter().zip(&actual).take_while(same).count();
    let [recorded, actual] = [&recorded[before..], &actual[before..]];
    let ends = recorded.iter().rev().zip(actual.iter().rev());
    let after = ends.take_while(same).count();
    let [recorded, actual] = [recorded, actual].map(|lines| &lines[..lines.len() - after]);
    let sides = side('-', recorded) + &side('+', actual);
    format!("from line {}:\n{}", before + 1, sides.trim_end())
}

fn side(sign: char, lines: &[&str]) -> String {
    let shown = lines.iter().take(SHOWN);
    let mut text: String = shown.map(|line| format!("{sign} {line}\n")).collect();
    if lines.len() > SHOWN {
        text += &format!("{sign} … and {} more lines\n", lines.len() - SHOWN);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn common_beginnings_and_ends_are_left_out() {
        assert_eq!(
            difference("a\nb\nc\nd", "a\nx\ny\nd"),
            "from line 2:\n- b\n- c\n+ x\n+ y"
        );
    }

    #[test]
    fn a_line_that_was_only_added_is_shown_alone() {
        assert_eq!(difference("a\na", "a\na\na"), "from line 3:\n+ a");
        assert_eq!(difference("", "a"), "from line 1:\n+ a");
    }

    #[test]
    fn long_differences_are_cut_and_say_so() {
        let long = "x\n".repeat(11);
        assert!(difference("", &long).ends_with("+ … and 3 more lines"));
    }
}
