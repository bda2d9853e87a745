//! What a cue is: what kind of act it reports, what it governs, the forms it stands in. The rows are read by `cues`.

use std::borrow::Cow;

bitflags::bitflags! {
    /// What a cue governs; each row of `cues.txt` explains one with an example.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Frames: u16 {
        #[allow(missing_docs)] const THAT = 1 << 0;
        #[allow(missing_docs)] const QUOTE = 1 << 1;
        #[allow(missing_docs)] const PAREN = 1 << 2;
        #[allow(missing_docs)] const HEARER = 1 << 3;
        #[allow(missing_docs)] const WH = 1 << 4;
        #[allow(missing_docs)] const TO = 1 << 5;
        #[allow(missing_docs)] const NP_TO = 1 << 6;
        #[allow(missing_docs)] const NP = 1 << 7;
        #[allow(missing_docs)] const ING = 1 << 8;
        #[allow(missing_docs)] const NP_OF = 1 << 9;
        #[allow(missing_docs)] const NP_AS = 1 << 10;
        #[allow(missing_docs)] const NP_NP = 1 << 11;
        #[allow(missing_docs)] const NP_FOR = 1 << 12;
        #[allow(missing_docs)] const PREP = 1 << 13;
        #[allow(missing_docs)] const FOR = 1 << 14;
    }
}

/// What kind of act a cue reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueClass {
    /// What follows is a statement: *say*, *tell*, *write*.
    Speech,
    /// A statement where the subject is a text: *show*, *find*.
    Document,
    /// A stance that becomes a quote with words in marks: *criticize*, *praise*.
    Act,
    /// A belief, no statement: *think*, *want*.
    Belief,
}

/// A verb that introduces what is said.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Base form.
    pub lemma: Cow<'static, str>,
    /// What it reports.
    pub class: CueClass,
    /// What it governs.
    pub frames: Frames,
}

/// The form a cue stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueForm {
    /// Base form or plain present.
    Base,
    /// Third person singular.
    Third,
    /// Past tense, or a participle of the same spelling.
    Past,
    /// Past participle spelt otherwise than the past tense.
    Participle,
    /// The -ing form.
    Ing,
    /// A noun of saying: *claim*, *promise*.
    Noun,
}
