//! Examples that rules of attribution, signs and limits carry beside them: shown by `whosaid rules`, run as tests.

/// An example of a rule at work, run as a test.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// An article of a sentence or two.
    pub text: &'static str,
    /// The quote and its speaker as `speaker: quote`; empty where the rule must find nothing.
    pub found: &'static str,
}

/// A row of a table of examples.
pub(crate) const fn example(text: &'static str, found: &'static str) -> Example {
    Example { text, found }
}
