//! What a word's neighbours say: what they are, and the few constructions in which they leave no doubt.

use super::Word;
use crate::text::tag::Tag;
use crate::text::token::{Shape, Token, TokenKind};
use crate::words::Class;

impl<'t> Word<'t> {
    pub(super) fn own(&self) -> &'t Token {
        &self.tokens[self.i]
    }

    /// The `n`th token behind it.
    pub(super) fn next(&self, n: usize) -> Option<&'t Token> {
        self.tokens.get(self.i + n)
    }

    /// The text of token `at`.
    pub(super) fn at(&self, at: usize) -> &'t str {
        self.tokens[at].span.of(self.tagger.text)
    }

    /// The text of the `n`th token behind it; nothing behind the last.
    pub(super) fn text(&self, n: usize) -> &'t str {
        self.next(n).map_or("", |t| t.span.of(self.tagger.text))
    }

    pub(super) fn is(&self, word: &str) -> bool {
        self.text(0) == word
    }

    /// The word before, adverbs and marks passed over.
    pub(super) fn word_before(&self) -> Option<&'t Token> {
        self.tagger.before_word.map(|b| &self.tokens[b])
    }

    /// Whether several stand before it, who want the plain present.
    pub(super) fn is_behind_plural(&self) -> bool {
        let Some(b) = self.tagger.before_word else { return false };
        let before = &self.tokens[b];
        let counted = self.before == Tag::Num && !self.at(b).eq_ignore_ascii_case("one");
        // "Berg and Lund call"
        let coordinated = || match &self.tokens[b.saturating_sub(2)..b] {
            [name, and] => {
                before.tag == Tag::Name && and.tag == Tag::And && and.kind == TokenKind::Word && name.tag == Tag::Name
            }
            _ => false,
        };
        let plural = || {
            let word = self.at(b);
            matches!(before.tag, Tag::Noun | Tag::Name)
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !before.is(Class::GIVEN)
        };
        counted || before.is(Class::PLURAL) || coordinated() || plural()
    }

    /// Whether a pronoun before it wants a verb here: a subject does, and any other where it is no noun or has an object.
    pub(super) fn is_behind_pronoun(&self) -> bool {
        !self.noun
            || self.opens_object
            || self.word_before().is_some_and(|b| b.is(Class::SUBJECT))
            || self.is_behind_relative()
    }

    /// *The study, which looks at ports*: behind a comma *which* and *who* stand for what is before it.
    fn is_behind_relative(&self) -> bool {
        let [.., comma, wh] = &self.tokens[..self.i] else { return false };
        comma.kind == TokenKind::Comma && matches!(wh.span.of(self.tagger.text), "which" | "who")
    }

    /// *The turnout is low, the city council claims.*, *“Q,” the report finds.*: one that speaks stands alone behind a comma, and the
    /// sentence ends with the verb.
    pub(super) fn closes_sentence(&self) -> bool {
        const LONGEST: usize = 5; // words before the head of the subject
        let Some(head) = self.tagger.before_word.filter(|&b| b + 1 == self.i) else { return false };
        let names = self.tokens[head].tag == Tag::Name;
        let speaks = names
            || self.tokens[head].tag == Tag::Noun
                && self.tokens[head].is(Class::GROUP | Class::ROLE | Class::PERSON | Class::DOCUMENT)
                && !self.tokens[head].is(Class::PLURAL);
        let inside = |t: &&Token| matches!(t.tag, Tag::Noun | Tag::Name | Tag::Adj | Tag::Num);
        let before = self.tokens[..head].iter().rev().take(LONGEST).take_while(inside).count();
        let determined = head > before && self.tokens[head - before - 1].is(Class::DET);
        let first = head - before - determined as usize;
        let comma = match &self.tokens[..first] {
            [.., last] if last.kind == TokenKind::Comma => true,
            [.., last, mark] => {
                last.kind == TokenKind::Comma && matches!(mark.kind, TokenKind::Double | TokenKind::Single)
            }
            _ => false,
        };
        self.next(1).is_some_and(|t| t.kind == TokenKind::Stop) && speaks && (names || determined) && comma
    }

    /// *The leather, Berg reports, is fine*: nothing but a name stands between the word and the comma before it.
    fn is_aside(&self) -> bool {
        let names = self.tokens[..self.i].iter().rev().take_while(|t| t.tag == Tag::Name).count();
        let comma = self.i.checked_sub(names + 1).filter(|_| names > 0).map(|c| self.tokens[c].kind);
        comma == Some(TokenKind::Comma) && self.next(1).is_some_and(|t| t.kind == TokenKind::Comma)
    }

    /// *They left in May*: a pronoun that is a subject and nothing else wants a verb.
    pub(super) fn behind_subject(&self) -> bool {
        let subject = |t: &Token| t.is(Class::SUBJECT) && !t.is(Class::OBJECT);
        self.before == Tag::Pron && self.word_before().is_some_and(subject)
    }

    /// *Ingrid Berg left microphones*, *Mr. Berg left*: a surname behind its given name wants a verb.
    pub(super) fn behind_full_name(&self) -> bool {
        self.before == Tag::Name
            && self.tagger.before_word.is_some_and(|b| {
                // "Anna T. Berg set a date"
                let initial = |t: &Token| t.shape.contains(Shape::ABBREVIATION) && t.span.len() == 2;
                b > 0
                    && self.tokens[b - 1].is_capital()
                    && (self.tokens[b - 1].is(Class::GIVEN | Class::HONORIFIC) || initial(&self.tokens[b - 1]))
            })
    }

    /// Whether *that* and a verb which can have only a plural subject stand behind a form in *-s*, which is then a plural noun.
    pub(super) fn heads_relative(&self) -> bool {
        let [that, verb, rest @ ..] = &self.tokens[(self.i + 1).min(self.tokens.len())..] else { return false };
        let auxiliary = matches!(verb.span.of(self.tagger.text), "are" | "were" | "have" | "do");
        let plural = auxiliary || verb.is(Class::VERB) && !verb.is(Class::VERB_S) && !verb.is_capital();
        let noun = verb.is(Class::NOUN | Class::ADJ | Class::ROLE | Class::PERSON | Class::PLURAL);
        // "states that vote in May", against "claims that support for her fell"
        let state = self.text(0) == "states";
        let goes_on = rest.first().is_some_and(|t| t.is(Class::DET | Class::PREP | Class::TO | Class::ADV));
        that.is(Class::THAT) && plural && (!noun || state && goes_on)
    }

    /// *stops breathing*, *keeps talking*: a verb of beginning or ending, which takes a gerund.
    fn governs_gerund(&self) -> bool {
        let word = self.text(0);
        ["stop", "start", "keep", "begin", "quit", "avoid", "finish"]
            .iter()
            .any(|v| word.strip_prefix(v).is_some_and(|rest| matches!(rest, "s" | "es" | "" | "ed" | "ped")))
    }

    /// Whether what follows can only be a verb's object, complement or adverbial: a determiner, a pronoun, *that*, *to*, a name.
    pub(super) fn opens_object(&self) -> bool {
        let Some(next) = self.next(1) else { return false };
        match next.kind {
            TokenKind::Word => {
                next.is(Class::DET | Class::POSS | Class::THAT | Class::OBJECT | Class::SUBJECT | Class::WH | Class::TO)
                    || next.is(Class::ADV) && !next.is(Class::PREP)
                    || next.is_capital() && !self.tagger.title_case && !next.is(Class::DAY | Class::MONTH)
                    || next.is(Class::VERB_ING) && self.governs_gerund()
                    || next.is(Class::PREP)
                        && self.own().is(Class::CUE)
                        && !next.is_capital()
                        && !matches!(
                            next.span.of(self.tagger.text),
                            "of" | "for" | "from" | "by" | "about" | "against" | "in" | "on" | "with" | "as"
                        )
            }
            TokenKind::Double | TokenKind::Single => {
                self.own().is(Class::CUE | Class::STANCE) && next.shape.contains(Shape::SPACED)
            }
            TokenKind::Number => self.own().is(Class::CUE),
            // "“Q,” a voice in the ad states.", "S, analysts say."
            TokenKind::Stop | TokenKind::Comma if self.own().is(Class::SPEECH_CUE) => {
                // "The trust's statement read, “Q”"
                let marks = (self.own().is(Class::VERB_ING) || self.text(0) == "read")
                    && self.next(2).is_some_and(|t| matches!(t.kind, TokenKind::Double | TokenKind::Single));
                let plain = !self.own().class.contains(Class::VERB_S) || self.is_aside();
                self.tagger.quoted || marks || self.tagger.comma && plain
            }
            TokenKind::Comma | TokenKind::Colon => {
                self.own().is(Class::SPEECH_CUE)
                    && self.next(2).is_some_and(|t| matches!(t.kind, TokenKind::Double | TokenKind::Single))
            }
            _ => false,
        }
    }
}
