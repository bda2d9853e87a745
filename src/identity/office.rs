//! One office and who holds it, in one phrase: *Energy and Mines Minister Ines Varga*, *director of the Office of Ports Ines Varga*, as
//! against two people (*the mayor and Ines Varga*).

use std::ops::Range;

use super::discourse::Discourse;
use super::people::NameMention;
use crate::text::{Shape, Tag, Token, TokenKind};
use crate::words::Class;

impl Discourse<'_> {
    /// *Energy and Mines Minister Ines Varga*: one office over two fields, not two people.
    pub(super) fn minister(&self, tokens: &Range<usize>) -> Option<&NameMention> {
        let text = self.text;
        let m = self.people.mention_at(tokens.end.checked_sub(1)?)?;
        let office = m.tokens.start.checked_sub(1).filter(|&o| o > tokens.start)?;
        // "Norway's Plan and Tide Minister Ines Varga"
        let owner = (tokens.start..office).find(|&i| text.tokens[i].tag == Tag::Genitive);
        let from = owner.map_or(tokens.start, |g| g + 1);
        let fields = &text.tokens[from..office];
        let plain = |t: &Token| {
            t.tag == Tag::And || t.is_capital() && t.kind == TokenKind::Word && !t.is(Class::GIVEN | Class::HONORIFIC)
        };
        // "Food and Drug Administration commissioner Ines Varga"
        let heads = || text.tokens[office - 1].is(Class::GROUP) && text.tokens[office - 1].is_capital();
        // "Ways and Means chairman Ines Varga", "Lundar and Moe oil analyst Ines Varga"
        let is_firm = |and: usize| {
            let qualifies = |t: &Token| !t.is_capital() && matches!(t.tag, Tag::Adj | Tag::Noun) || plain(t);
            let body = |t: &Token| t.is_capital() && !t.is(Class::PLACE | Class::NATIONALITY | Class::PERSON);
            let joined = and > 0 && body(&fields[0]) && fields.get(and + 1).is_some_and(body);
            joined && fields[..and].iter().all(plain) && fields[and + 1..].iter().all(qualifies)
        };
        let behind_field = text.tokens[office - 1].tag != Tag::And;
        let is_office = text.tokens[office].is(Class::TITLE | Class::ROLE) && !text.tokens[office].is(Class::PLURAL);
        let titled = is_office && behind_field && (text.tokens[office].is_capital() || heads());
        let firm = is_office && behind_field && fields.iter().position(|t| t.tag == Tag::And).is_some_and(is_firm);
        // "Law professor and legal expert Ines Varga": two roles without an article are one person's.
        let role = |i: usize| {
            let t = &text.tokens[i];
            t.is(Class::TITLE_PHRASE) || t.is(Class::ROLE) && !t.is(Class::PLURAL | Class::DET)
        };
        let and = (tokens.start + 1..office).find(|&i| text.tokens[i].tag == Tag::And);
        // "the artist and writer Ines Varga", but "the mayor and pilot Ines Varga": the mayor may be another.
        let the = text.tokens[tokens.start].tag == Tag::Det
            && !text.tokens[office].is_capital()
            && and.is_some_and(|a| !text.tokens[a - 1].is(Class::TITLE));
        let bare = !(tokens.start + the as usize..office).any(|i| text.tokens[i].is(Class::DET | Class::POSS));
        // "Popular Christian and corporate speaker Ines Varga"
        let kinds = |a: usize| {
            let kind = |i: usize| text.tokens[i].tag == Tag::Adj || text.tokens[i].is(Class::NATIONALITY | Class::ADJ);
            kind(tokens.start) && (tokens.start..a).all(|i| !text.tokens[i].is(Class::ROLE)) && a + 2 == office
        };
        let both = bare && role(office) && and.is_some_and(|a| role(a - 1) || kinds(a));
        if self.is_qualified(tokens, m, and) {
            return Some(m);
        }
        if let Some(m) = self.minister_of(tokens) {
            return Some(m);
        }
        // "former Oslo and Bergen striker Ines Varga"
        let was = ["former", "ex", "then"].iter().any(|w| w.eq_ignore_ascii_case(text.word(tokens.start)));
        let star = text.tokens[office].tag == Tag::Noun && !text.word(office).ends_with('s');
        let played = was && (is_office || star) && behind_field && fields[1..].iter().all(plain);
        let alone = self.names_nobody(tokens.start..office);
        let one = titled && fields.iter().all(plain) || firm || both || played;
        (m.tokens.end == tokens.end && one && alone).then_some(m)
    }

    /// Whether no person is named in `tokens`.
    fn names_nobody(&self, mut tokens: Range<usize>) -> bool {
        tokens.all(|i| self.people.mention_at(i).is_none_or(|n| !self.people.people[n.person].signs.is_person))
    }

    /// Who holds the office that a phrase tells before the name.
    pub(super) fn office_holder_in(&self, tokens: &Range<usize>, head: usize) -> Option<&NameMention> {
        self.officer(tokens, head).or_else(|| self.minister_of(tokens))
    }

    /// *the impatient and unloved Varga*.
    fn is_qualified(&self, tokens: &Range<usize>, m: &NameMention, and: Option<usize>) -> bool {
        let text = self.text;
        let quality = |i: usize| {
            let t = &text.tokens[i];
            matches!(t.tag, Tag::Adj | Tag::Noun | Tag::Adv) && !t.is(Class::ROLE | Class::PERSON | Class::GROUP)
        };
        let the = text.tokens[tokens.start].tag == Tag::Det && text.word(tokens.start).eq_ignore_ascii_case("the");
        the && m.tokens.end == tokens.end
            && and.is_some_and(|a| a > tokens.start + 1 && a + 1 < m.tokens.start)
            && (tokens.start + 1..m.tokens.start).all(|i| Some(i) == and || quality(i))
            && !and.is_some_and(|a| text.word(a - 1).ends_with('s'))
            && self.is_someone(m.person)
    }

    /// *the Minister for Trade Ines Varga*, *director of the Office of Ports and Harbour Ines Varga*: an office, its fields and the name in
    /// full, unlike *a spokesman for Speaker Ines Varga*.
    fn minister_of(&self, tokens: &Range<usize>) -> Option<&NameMention> {
        let text = self.text;
        let m = self.people.mention_at(tokens.end.checked_sub(1)?)?;
        let is_holder = |i: &usize| {
            let t = &text.tokens[*i];
            let link = text.word(i + 1);
            let office = link == "of" || link == "for" && t.is_capital() && t.is(Class::TITLE);
            t.is(Class::TITLE | Class::ROLE) && !t.is(Class::PLURAL) && office
        };
        let holder = (tokens.start..m.tokens.start).find(is_holder)?;
        let is_field = |t: &Token| {
            t.is_capital() && !t.is(Class::GIVEN | Class::HONORIFIC) || matches!(t.tag, Tag::And | Tag::Prep | Tag::Det)
        };
        let field = &text.tokens[m.tokens.start.checked_sub(1)?];
        let behind_field = field.is_capital()
            && (!field.is(Class::TITLE | Class::TITLE_PHRASE | Class::ROLE)
                || text.word(m.tokens.start - 1) == "Justice");
        let indefinite = ["a", "an"].iter().any(|a| text.word(tokens.start).eq_ignore_ascii_case(a));
        let unnamed = self.names_nobody(tokens.start..m.tokens.start);
        let held = m.tokens.end == tokens.end
            && m.tokens.len() > 1
            && text.tokens[holder + 1..m.tokens.start].iter().all(is_field)
            && unnamed
            && behind_field
            && !indefinite
            && self.is_someone(m.person);
        held.then_some(m)
    }

    /// *keeper of antiquities Ines Varga*, *spokeswoman for the Investigative Department Ines Varga*: an office without an article, the
    /// body, and who holds it.
    fn officer(&self, tokens: &Range<usize>, head: usize) -> Option<&NameMention> {
        let text = self.text;
        let first = &text.tokens[tokens.start];
        let m = self.people.mention_at(tokens.end.checked_sub(1)?)?;
        // "Chief kelpist at the Oslo Institute Dr Ines Varga", "Professor Ines Varga": the honorific parts the two.
        let professor = m.tokens.start > head + 1 && text.word(m.tokens.start - 1) == "Professor";
        let start = m.tokens.start - professor as usize;
        let honored = professor || text.tokens[start].is(Class::HONORIFIC);
        let office = text.tokens[head].is(Class::ROLE | Class::TITLE | Class::GROUP) || head == tokens.start || honored;
        if !office || first.is(Class::DET | Class::POSS) || self.is_plural(tokens) || text.word(head).ends_with('s') {
            return None;
        }
        let body = &text.tokens[start.checked_sub(1).filter(|&b| b > head)?];
        let person = body.is(Class::TITLE_PHRASE)
            || body.is(Class::TITLE | Class::ROLE | Class::PERSON) && !body.is(Class::PLURAL | Class::GROUP);
        // "President of the Oslo Tide Association (OTA) Ines Varga"
        let bracketed =
            body.kind == TokenKind::Close && text.tokens[m.tokens.start - 2].shape.contains(Shape::ALL_CAPS);
        let is_body = bracketed || matches!(body.tag, Tag::Noun | Tag::Name) && !person;
        let full = m.tokens.end == tokens.end && m.tokens.len() > 1 && self.is_someone(m.person);
        // "Opposition planning spokeswoman Ines Varga": nothing hangs on the office but the name.
        // "Department of Works Secretary Ines Varga": the office stands behind the body.
        let plain = body.is(Class::ROLE | Class::TITLE)
            && !(tokens.start..m.tokens.start).any(|i| match text.tokens[i].tag {
                // "Bank of Norway governor Ines Varga"
                Tag::Prep => {
                    let institution = text.tokens[head].is(Class::GROUP) && text.tokens[head].is_capital();
                    !((body.is(Class::TITLE) && body.is_capital() || institution) && text.word(i) == "of")
                }
                tag => tag == Tag::And,
            });
        (full && (is_body || plain)).then_some(m)
    }
}
