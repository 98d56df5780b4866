//! The rules of a style sheet, as far as a palette needs them: selectors, `@media` around them, declarations.

/// `name: value`, and its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    pub name: String,
    pub value: String,
    /// From 1.
    pub line: usize,
}

/// Declarations for what the selectors select.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    pub selectors: Vec<String>,
    /// The conditions of the `@` blocks around it, from the outermost.
    pub conditions: Vec<String>,
    pub declarations: Vec<Declaration>,
}

/// The rules of `css`, in order.
pub fn rules(css: &str) -> Vec<Rule> {
    let css = &without_comments(css);
    let (mut rules, mut open) = (Vec::new(), Vec::<String>::new());
    let mut begin = 0;
    for (at, c) in css.char_indices() {
        match c {
            // A statement such as `@import` may stand before it.
            '{' => open.push(
                css[begin..at]
                    .rsplit(';')
                    .next()
                    .unwrap_or("")
                    .trim()
                    .to_owned(),
            ),
            '}' => {
                let head = open.pop().unwrap_or_default();
                if !head.starts_with('@') {
                    rules.push(rule(css, &head, &open, begin..at));
                }
            }
            _ => continue,
        }
        begin = at + 1;
    }
    rules
}

fn rule(css: &str, head: &str, open: &[String], body: std::ops::Range<usize>) -> Rule {
    let mut line = 1 + css[..body.start].matches('\n').count();
    let mut declarations = Vec::new();
    for declaration in css[body].split(';') {
        let blank = declaration.len() - declaration.trim_start().len();
        let own = line + declaration[..blank].matches('\n').count();
        line += declaration.matches('\n').count();
        if let Some((name, value)) = declaration.split_once(':') {
            declarations.push(Declaration {
                name: name.trim().to_owned(),
                value: value.trim().to_owned(),
                line: own,
            });
        }
    }
    Rule {
        selectors: head.split(',').map(|one| one.trim().to_owned()).collect(),
        conditions: open.to_vec(),
        declarations,
    }
}

/// `css` with blanks where its comments are, so that all else keeps its line.
fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut without = String::new();
    while let Some(at) = rest.find("/*") {
        let end = rest[at..].find("*/").map_or(rest.len(), |end| at + end + 2);
        without += &rest[..at];
        without.extend(rest[at..end].chars().filter(|&c| c == '\n'));
        rest = &rest[end..];
    }
    without + rest
}

#[cfg(test)]
mod tests {
    use super::rules;

    #[test]
    fn a_rule_tells_its_selectors_its_conditions_and_its_declarations() {
        let css = "/* a\n{ */ .light, html:not(.js) {\n  --bg: #fff; color: red\n}\n\
                   @media (prefers-color-scheme: dark) { html:not(.js) { --bg: #000; } }\n";
        let rules = rules(css);
        assert_eq!(rules[0].selectors, [".light", "html:not(.js)"]);
        let told: Vec<_> = rules[0]
            .declarations
            .iter()
            .map(|one| (one.name.as_str(), one.value.as_str(), one.line))
            .collect();
        assert_eq!(told, [("--bg", "#fff", 3), ("color", "red", 3)]);
        assert!(rules[0].conditions.is_empty());
        assert_eq!(rules[1].conditions, ["@media (prefers-color-scheme: dark)"]);
        assert_eq!(rules[1].declarations[0].line, 5);
        assert_eq!(rules.len(), 2);
    }
}
