//! The classes of words: each a bit, so that a rule asks for several at once. The build script reads the lists by these names too.

bitflags::bitflags! {
    /// What a word may be. Several bits may be set: which one holds is decided in context.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Class: u64 {
        #[allow(missing_docs)] const DET = 1 << 0;
        #[allow(missing_docs)] const POSS = 1 << 1;
        #[allow(missing_docs)] const SUBJECT = 1 << 2;
        #[allow(missing_docs)] const OBJECT = 1 << 3;
        #[allow(missing_docs)] const THIRD_PERSON = 1 << 4;
        #[allow(missing_docs)] const FIRST_PERSON = 1 << 5;
        #[allow(missing_docs)] const SECOND_PERSON = 1 << 6;
        #[allow(missing_docs)] const MASCULINE = 1 << 7;
        #[allow(missing_docs)] const FEMININE = 1 << 8;
        #[allow(missing_docs)] const PLURAL = 1 << 9;
        #[allow(missing_docs)] const REL = 1 << 10;
        #[allow(missing_docs)] const WH = 1 << 11;
        #[allow(missing_docs)] const THAT = 1 << 12;
        #[allow(missing_docs)] const PREP = 1 << 13;
        #[allow(missing_docs)] const TO = 1 << 14;
        #[allow(missing_docs)] const AND = 1 << 15;
        #[allow(missing_docs)] const BUT = 1 << 16;
        #[allow(missing_docs)] const SUB = 1 << 17;
        #[allow(missing_docs)] const MODAL = 1 << 18;
        #[allow(missing_docs)] const BE = 1 << 19;
        #[allow(missing_docs)] const HAVE = 1 << 20;
        #[allow(missing_docs)] const DO = 1 << 21;
        #[allow(missing_docs)] const NOT = 1 << 22;
        #[allow(missing_docs)] const ADV = 1 << 23;
        #[allow(missing_docs)] const INTERJECTION = 1 << 24;
        #[allow(missing_docs)] const NUMBER = 1 << 25;
        #[allow(missing_docs)] const TIME = 1 << 26;
        #[allow(missing_docs)] const DAY = 1 << 27;
        #[allow(missing_docs)] const MONTH = 1 << 28;
        #[allow(missing_docs)] const ABBR = 1 << 29;
        /// An abbreviation that a name or number follows: *Mr.*, *No.*
        const BEFORE_NAME = 1 << 30;
        #[allow(missing_docs)] const NOUN = 1 << 31;
        #[allow(missing_docs)] const ADJ = 1 << 32;
        /// Stands before a surname and says nothing of a role: *Mr.*
        const HONORIFIC = 1 << 33;
        /// A role that may stand before a name: *Senator*.
        const TITLE = 1 << 34;
        /// A noun for what a person is: *spokesman*.
        const ROLE = 1 << 35;
        /// A noun for a person that names no role: *woman*.
        const PERSON = 1 << 36;
        /// *Jr.*, *III*
        const SUFFIX = 1 << 37;
        /// A lower-case part of a name: *van*, *al*.
        const PARTICLE = 1 << 38;
        #[allow(missing_docs)] const GROUP = 1 << 39;
        #[allow(missing_docs)] const DOCUMENT = 1 << 40;
        /// A text and nothing else, never a body or a person.
        const DOCUMENT_ONLY = 1 << 41;
        #[allow(missing_docs)] const OUTLET = 1 << 42;
        #[allow(missing_docs)] const PLACE = 1 << 43;
        #[allow(missing_docs)] const NATIONALITY = 1 << 44;
        #[allow(missing_docs)] const GIVEN = 1 << 45;
        /// A verb's base form.
        const VERB = 1 << 46;
        /// A verb's third person singular.
        const VERB_S = 1 << 47;
        /// A verb's past tense.
        const VERB_PAST = 1 << 48;
        /// A verb's past participle.
        const VERB_PART = 1 << 49;
        /// A verb's -ing form.
        const VERB_ING = 1 << 50;
        /// An abbreviation that is one in lower case too: *etc.*
        const ANY_CASE = 1 << 51;
        /// A form of a cue: set by `landmarks`.
        const CUE = 1 << 52;
        /// A form of a cue that takes a hearer (*told reporters*): set by `landmarks`.
        const HEARER = 1 << 53;
        /// A form of a cue of saying that may introduce a quote: set by `landmarks`.
        const SPEECH_CUE = 1 << 54;
        /// Part of a title of several words (*Secretary of State*): set by `landmarks`.
        const TITLE_PHRASE = 1 << 55;
        /// What firms and places deal in: ends a firm's or a place's name (*Patriot Coal*), and says nothing alone.
        const FIRM = 1 << 56;
        /// A form of a cue of stance, which makes a quote with words in marks only: set by `landmarks`.
        const STANCE = 1 << 57;
        /// What words are written on: *sign*, *banner*, *mug*.
        const SURFACE = 1 << 58;
        /// People, bodies and texts that the noun list has for their other use, as forms of verbs: *a sponsor*, *the rule*.
        const SPEAKING = 1 << 59;
        /// A plural that no list has, made of its singular: with a capital inside a sentence a surname, as *Mills* is.
        const DERIVED = 1 << 60;
        /// Any form of a verb other than be, have, do and the modals.
        const ANY_VERB = Self::VERB.bits() | Self::VERB_S.bits() | Self::VERB_PAST.bits()
            | Self::VERB_PART.bits() | Self::VERB_ING.bits();
        /// Words that cannot be part of a name even when capitalised.
        const FUNCTION = Self::DET.bits() | Self::POSS.bits() | Self::SUBJECT.bits() | Self::OBJECT.bits() | Self::REL.bits()
            | Self::WH.bits() | Self::PREP.bits() | Self::TO.bits() | Self::AND.bits() | Self::SUB.bits() | Self::MODAL.bits()
            | Self::BE.bits() | Self::HAVE.bits() | Self::DO.bits() | Self::NOT.bits() | Self::ADV.bits()
            | Self::INTERJECTION.bits();
    }
}
