//! Nouns, adjectives and adverbs: what the word table allows, decided by the neighbours. Verbs are told in `verb`.

use super::{Tag, Tagger, may_be_nominal, verb};
use crate::text::token::{Token, TokenKind};
use crate::words::Class;

impl Tagger<'_> {
    /// Nouns, adjectives, adverbs and verbs.
    pub(super) fn open(&self, tokens: &[Token], i: usize, class: Class) -> Tag {
        let next = tokens.get(i + 1);
        if class.intersects(Class::ANY_VERB) {
            if let Some(tag) = verb::tag(self, tokens, i, class) {
                return tag;
            }
        }
        // "the local's president"
        if class.contains(Class::ADJ) && next.is_some_and(|t| t.kind == TokenKind::Suffix) && self.before == Tag::Det {
            return Tag::Noun;
        }
        // "the law firm Linklaters", "the central bank chief Ines Varga", "chief of the division"
        if class.contains(Class::ADJ | Class::ROLE) && next.is_some_and(|t| t.span.of(self.text) == "of") {
            return Tag::Noun;
        }
        if class.contains(Class::ADJ)
            && class.intersects(Class::GROUP | Class::ROLE)
            && self.before == Tag::Noun
            && next.is_some_and(|t| {
                t.kind == TokenKind::Word && t.is_capital() && !self.title_case || t.is(Class::VERB_ING)
            })
        {
            return Tag::Noun;
        }
        if class.contains(Class::ADJ) || class.intersects(Class::NATIONALITY) && !class.contains(Class::PLURAL) {
            let before_verb = matches!(self.before, Tag::Name | Tag::Noun | Tag::Pron)
                && next.is_some_and(|t| t.is(Class::VERB_PAST) && (t.is(Class::CUE) || self.before != Tag::Noun));
            if class.contains(Class::ADV) && (before_verb || !next.is_some_and(may_be_nominal)) {
                return Tag::Adv;
            }
            // "a source close to her"
            let near = next.is_some_and(|t| t.span.of(self.text) == "to") && tokens[i].span.of(self.text) == "close";
            if class
                .intersects(Class::NOUN | Class::ROLE | Class::GROUP | Class::PERSON | Class::DOCUMENT | Class::TIME)
                && !near
                && !next.is_some_and(|t| may_be_nominal(t) && !t.is(Class::VERB_PAST | Class::VERB_S))
                && (matches!(self.before, Tag::Det | Tag::Poss | Tag::Adj | Tag::Noun | Tag::Name)
                    // "Oslo's military said", but "the country's top think tanks"
                    || self.before == Tag::Genitive && class.intersects(Class::GROUP | Class::ROLE))
            {
                return Tag::Noun;
            }
            return Tag::Adj;
        }
        if class.contains(Class::ADV) && !class.contains(Class::TIME) && !class.contains(Class::NOUN) {
            return Tag::Adv;
        }
        Tag::Noun
    }
}
