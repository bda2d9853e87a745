//! When a speaker is right: the words stand in the annotated source or end in one of its words; or, where the gold names the speaker,
//! the names are the same.

use std::ops::Range;

use super::letters::{Letters, Set, is_word};
use super::saying::words;

/// The source in the gold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The annotator marked none: any speaker passes.
    Unknown,
    /// Nobody can be named: none may be.
    Nobody,
    /// Marked in the text.
    Marked { letters: Set, text: String },
    /// Named as exports name speakers.
    Named(String),
}

impl Source {
    /// A source marked at these characters; unknown if there are none.
    pub fn marked(letters: &Letters, ranges: &[Range<usize>]) -> Self {
        if ranges.is_empty() {
            return Source::Unknown;
        }
        let text = ranges.iter().map(|r| letters.text(r)).collect::<Vec<_>>().join(" ");
        Source::Marked { letters: letters.of(ranges), text }
    }

    /// Whether there is somebody to be found.
    pub fn is_given(&self) -> bool {
        matches!(self, Source::Marked { .. } | Source::Named(_))
    }

    /// The words for it.
    pub fn words(&self) -> Option<&str> {
        match self {
            Source::Marked { text, .. } => Some(text),
            Source::Named(name) => Some(name),
            Source::Unknown | Source::Nobody => None,
        }
    }
}

/// The speaker that was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Speaker {
    /// As it is exported.
    pub name: Option<String>,
    /// The words beside the cue.
    pub mention: Option<(Set, String)>,
}

impl Speaker {
    /// Whether anybody is said to speak, in the terms of this gold.
    pub fn is_given(&self, source: &Source) -> bool {
        match source {
            Source::Named(_) | Source::Nobody => self.name.is_some(),
            Source::Marked { .. } | Source::Unknown => self.mention.is_some(),
        }
    }

    /// Whether it is the gold's source.
    pub fn is_right(&self, source: &Source) -> bool {
        match source {
            Source::Unknown => true,
            Source::Nobody => self.name.is_none(),
            Source::Named(name) => self.name.as_ref().is_some_and(|n| folded(n) == folded(name)),
            Source::Marked { letters, text } => self.mention.as_ref().is_some_and(|(place, mention)| {
                let last = last_word(mention);
                place.shared(letters) > 0 || !matches!(last.as_str(), "the" | "a" | "of") && words(text).contains(&last)
            }),
        }
    }
}

/// A name for comparing: case, white space and punctuation do not count.
fn folded(name: &str) -> Vec<String> {
    name.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// The last word in lower case, without *'s*.
fn last_word(text: &str) -> String {
    let lower = text.to_lowercase();
    let is_part = |c: char| is_word(c) || matches!(c, '’' | '\'' | '-');
    let word = lower.split(|c: char| !is_part(c)).rfind(|w| !w.is_empty()).unwrap_or_default();
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word).to_owned()
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init)] // ranges are the data here
mod tests {
    use super::*;

    #[test]
    fn right_by_place_or_last_word() {
        let text = "Anna Berg, head of the port, said no. Berg’s aide and Otto Lind agreed. The head of it left.";
        let letters = Letters::new(text);
        let at = |words: &str| {
            let byte = text.find(words).unwrap();
            let start = text[..byte].chars().count();
            start..start + words.chars().count()
        };
        for (mention, source, want) in [
            ("Anna Berg", "Anna Berg, head of the port", true),
            ("Berg’s", "Anna Berg", true),
            ("Otto Lind", "Anna Berg", false),
            ("port", "Anna Berg, head of the port", true),
            ("The head of", "head of the port", false),
            ("no", "Anna Berg", false),
        ] {
            let range = at(mention);
            let speaker = Speaker { name: None, mention: Some((letters.of([&range]), mention.to_owned())) };
            let source = Source::marked(&letters, &[at(source)]);
            assert_eq!(speaker.is_right(&source), want, "{mention} for {source:?}");
        }
        let nobody = Speaker::default();
        assert!(nobody.is_right(&Source::marked(&letters, &[])));
        assert!(!nobody.is_right(&Source::marked(&letters, &[0..4])));
    }

    #[test]
    fn right_by_name() {
        for (found, gold, want) in [
            (Some("Anna Berg"), Source::Named("anna  berg".to_owned()), true),
            (Some("Berg"), Source::Named("Anna Berg".to_owned()), false),
            (None, Source::Named("Anna Berg".to_owned()), false),
            (None, Source::Nobody, true),
            (Some("Anna Berg"), Source::Nobody, false),
        ] {
            let speaker = Speaker { name: found.map(str::to_owned), mention: None };
            assert_eq!(speaker.is_right(&gold), want, "{found:?} for {gold:?}");
        }
    }
}
