//! Colours as style sheets write them, and the contrast between two (WCAG 2.1, 2018).

/// Red, green and blue from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour([f64; 3]);

impl Colour {
    /// Reads `#rrggbb`, `#rgb` or `hsl(…)`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.strip_prefix('#') {
            Some(digits) => hexadecimal(digits),
            None => hsl(text.strip_prefix("hsl(")?.strip_suffix(')')?),
        }
    }

    /// How much lighter the one is than the other: from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: f64| match part {
            ..=0.03928 => part / 12.92,
            _ => ((part + 0.055) / 1.055).powf(2.4),
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

fn hexadecimal(digits: &str) -> Option<Colour> {
    let width = match digits.len() {
        3 => 1,
        6 => 2,
        _ => return None,
    };
    let part = |index: usize| {
        let digits = digits.get(index * width..(index + 1) * width)?;
        let value = u8::from_str_radix(&digits.repeat(3 - width), 16).ok()?;
        Some(f64::from(value) / 255.0)
    };
    Some(Colour([part(0)?, part(1)?, part(2)?]))
}

fn hsl(inside: &str) -> Option<Colour> {
    let mut numbers = inside
        .split([',', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| {
            part.trim_end_matches(['%', 'd', 'e', 'g'])
                .parse::<f64>()
                .ok()
        });
    let (hue, saturation, lightness) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let (saturation, lightness) = (saturation / 100.0, lightness / 100.0);
    let reach = saturation * lightness.min(1.0 - lightness);
    // The formula of CSS Color Module Level 4 (2022), which needs no case for each sixth of the circle.
    let part = |offset: f64| {
        let k = (offset + hue / 30.0) % 12.0;
        lightness - reach * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0)
    };
    Some(Colour([part(0.0), part(8.0), part(4.0)]))
}

#[cfg(test)]
mod tests {
    use super::Colour;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("this is a colour")
    }

    #[test]
    fn black_on_white_has_the_greatest_contrast() {
        assert!((colour("#000").contrast(colour("#ffffff")) - 21.0).abs() < 1e-9);
        assert!((colour("#777777").contrast(colour("#fff")) - 4.478).abs() < 1e-3);
    }

    #[test]
    fn both_notations_give_the_same_colour() {
        for (hsl, hexadecimal) in [
            ("hsl(0, 100%, 50%)", "#ff0000"),
            ("hsl(120, 100%, 50%)", "#00ff00"),
            ("hsl(240 100% 50%)", "#0000ff"),
            ("hsl(0, 0%, 100%)", "#fff"),
        ] {
            assert!(colour(hsl).contrast(colour(hexadecimal)) < 1.0001, "{hsl}");
        }
    }

    #[test]
    fn what_is_no_colour_is_told() {
        for text in ["", "#12", "#gggggg", "red", "hsl(1, 2%)", "#ééé"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
