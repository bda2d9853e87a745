//! English verb forms from a base form: *plan+* gives *plans, planned, planned, planning*. Serves the word table and the cue table.

use super::class::Class;

/// A verb as the lists write it: `stop+`, `write/wrote/written`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbEntry<'a> {
    /// Base form.
    pub base: &'a str,
    past: Option<&'a str>,
    participle: Option<&'a str>,
    doubles: bool,
}

/// The five forms of a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    /// *write*
    pub base: String,
    /// *writes*
    pub third: String,
    /// *wrote*
    pub past: String,
    /// *written*
    pub participle: String,
    /// *writing*
    pub ing: String,
}

impl<'a> VerbEntry<'a> {
    /// Reads `base[/past[/participle]]`, where `+` after the base says that its last consonant is doubled.
    pub fn parse(entry: &'a str) -> Self {
        let mut parts = entry.split('/');
        let base = parts.next().unwrap_or_default();
        let past = parts.next();
        VerbEntry {
            base: base.trim_end_matches('+'),
            past,
            participle: parts.next().or(past),
            doubles: base.ends_with('+'),
        }
    }

    /// All forms, regular where the entry gives none.
    pub fn forms(&self) -> Forms {
        let base = self.base;
        let ends_in_consonant_y = ends_in_consonant_y(base);
        let third = if base.ends_with('o') { [base, "es"].concat() } else { with_s(base) };
        let doubled = if self.doubles { [base, &base[base.len() - 1..]].concat() } else { base.to_owned() };
        let regular_past = if base.ends_with('e') {
            [base, "d"].concat()
        } else if ends_in_consonant_y {
            [&base[..base.len() - 1], "ied"].concat()
        } else {
            [&doubled, "ed"].concat()
        };
        let ing = if let Some(stem) = base.strip_suffix("ie") {
            [stem, "ying"].concat()
        } else if base.ends_with('e') && !["ee", "oe", "ye"].iter().any(|end| base.ends_with(end)) && base.len() > 2 {
            [&base[..base.len() - 1], "ing"].concat()
        } else {
            [&doubled, "ing"].concat()
        };
        Forms {
            third,
            past: self.past.map_or_else(|| regular_past.clone(), str::to_owned),
            participle: self.participle.map_or(regular_past, str::to_owned),
            ing,
            base: base.to_owned(),
        }
    }
}

fn ends_in_consonant_y(word: &str) -> bool {
    word.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| word.ends_with(end))
}

/// A word with the *-s* that it takes as a verb or a noun: *denies*, *coaches*, *brokers*.
pub fn with_s(word: &str) -> String {
    if ends_in_consonant_y(word) {
        [&word[..word.len() - 1], "ies"].concat()
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) {
        [word, "es"].concat()
    } else {
        [word, "s"].concat()
    }
}

impl Forms {
    /// Each form with the class it has in the word table.
    pub fn with_classes(&self) -> [(&str, Class); 5] {
        [
            (&self.base, Class::VERB),
            (&self.third, Class::VERB_S),
            (&self.past, Class::VERB_PAST),
            (&self.participle, Class::VERB_PART),
            (&self.ing, Class::VERB_ING),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_regular_and_irregular_verbs() {
        for (entry, want) in [
            ("claim", "claim claims claimed claimed claiming"),
            ("deny", "deny denies denied denied denying"),
            ("play", "play plays played played playing"),
            ("note", "note notes noted noted noting"),
            ("stop+", "stop stops stopped stopped stopping"),
            ("say/said", "say says said said saying"),
            ("write/wrote/written", "write writes wrote written writing"),
            ("lie", "lie lies lied lied lying"),
            ("agree", "agree agrees agreed agreed agreeing"),
            ("preach", "preach preaches preached preached preaching"),
        ] {
            let f = VerbEntry::parse(entry).forms();
            assert_eq!(format!("{} {} {} {} {}", f.base, f.third, f.past, f.participle, f.ing), want);
        }
    }
}
