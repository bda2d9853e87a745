//! One office and who holds it, in one phrase: *Energy and Mines Minister Ines Varga*, *director of the Office of Ports Ines Varga*, as
//! against two people (*the mayor and Ines Varga*).

use std::ops::Range;

use super::discourse::Discourse;
use super::people::NameMention;
use crate::text::{Shape, Tag, Text, Token, TokenKind};
use crate::words::Class;

/// The words before a name, up to the one straight before it, which may be an office.
struct Before<'t> {
    text: &'t Text<'t>,
    start: usize,
    office: usize,
    /// The first *and* behind the first word.
    and: Option<usize>,
    /// The words between an owner, if there is one, and the office: *Plan and Tide* of *Norway's Plan and Tide Minister*.
    fields: &'t [Token],
}

/// How words with an *and* in them tell of one person.
const ONE_PERSON: &[fn(&Before) -> bool] = &[
    // "Energy and Mines Minister Ines Varga", "Food and Drug Administration commissioner Ines Varga"
    |b| {
        let last = &b.text.tokens[b.office - 1];
        let body = last.is(Class::GROUP) && last.is_capital();
        b.is_office() && (b.text.tokens[b.office].is_capital() || body) && b.fields.iter().all(names_field)
    },
    // "Ways and Means chairman Ines Varga", "Lundar and Moe oil analyst Ines Varga"
    |b| {
        let qualifies = |t: &Token| !t.is_capital() && matches!(t.tag, Tag::Adj | Tag::Noun) || names_field(t);
        let body = |t: &Token| t.is_capital() && !t.is(Class::PLACE | Class::NATIONALITY | Class::PERSON);
        let and = b.fields.iter().position(|t| t.tag == Tag::And).filter(|&and| and > 0 && b.is_office());
        and.is_some_and(|and| {
            let (first, second) = (&b.fields[..and], &b.fields[and + 1..]);
            // "Lundar and Drew economist": nobody is called Drew economist.
            let partner = second.len() == 1 && second[0].is_capital() && !b.text.tokens[b.office].is_capital();
            body(&first[0])
                && second.first().is_some_and(body)
                && first.iter().all(names_field)
                && (partner || second.iter().all(qualifies))
        })
    },
    // "Law professor and legal expert Ines Varga", "the artist and writer Ines Varga"
    |b| b.is_bare() && b.is_role(b.office) && b.and.is_some_and(|and| b.is_role(and - 1)),
    // "Popular Christian and corporate speaker Ines Varga"
    |b| {
        let first = &b.text.tokens[b.start];
        let kind = first.tag == Tag::Adj || first.is(Class::NATIONALITY | Class::ADJ);
        let kinds = |and| (b.start..and).all(|i| !b.text.tokens[i].is(Class::ROLE)) && and + 2 == b.office;
        b.is_bare() && b.is_role(b.office) && kind && b.and.is_some_and(kinds)
    },
    // "former Oslo and Bergen striker Ines Varga"
    |b| {
        let was = ["former", "ex", "then"].iter().any(|w| w.eq_ignore_ascii_case(b.text.word(b.start)));
        let star = b.text.tokens[b.office].tag == Tag::Noun && !b.text.word(b.office).ends_with('s');
        was && (b.is_office() || star && b.is_behind_field())
            && b.fields.get(1..).is_some_and(|fields| fields.iter().all(names_field))
    },
];

/// Whether a word can be one of the name of a field or a body: *Energy*, *and*, *Mines*.
fn names_field(t: &Token) -> bool {
    t.tag == Tag::And || t.is_capital() && t.kind == TokenKind::Word && !t.is(Class::GIVEN | Class::HONORIFIC)
}

impl<'t> Before<'t> {
    fn new(text: &'t Text<'t>, start: usize, office: usize) -> Self {
        let owner = (start..office).find(|&i| text.tokens[i].tag == Tag::Genitive);
        let and = (start + 1..office).find(|&i| text.tokens[i].tag == Tag::And);
        Before { text, start, office, and, fields: &text.tokens[owner.map_or(start, |g| g + 1)..office] }
    }

    fn is_behind_field(&self) -> bool {
        self.text.tokens[self.office - 1].tag != Tag::And
    }

    fn is_office(&self) -> bool {
        let office = &self.text.tokens[self.office];
        self.is_behind_field() && office.is(Class::TITLE | Class::ROLE) && !office.is(Class::PLURAL)
    }

    fn is_role(&self, i: usize) -> bool {
        let t = &self.text.tokens[i];
        t.is(Class::TITLE_PHRASE) || t.is(Class::ROLE) && !t.is(Class::PLURAL | Class::DET)
    }

    /// Whether no article stands among the words, but one before the first of two roles; not *the mayor and pilot*: the mayor may be
    /// another.
    fn is_bare(&self) -> bool {
        let tokens = &self.text.tokens;
        let the = tokens[self.start].tag == Tag::Det
            && !tokens[self.office].is_capital()
            && self.and.is_some_and(|and| !tokens[and - 1].is(Class::TITLE));
        !tokens[self.start + the as usize..self.office].iter().any(|t| t.is(Class::DET | Class::POSS))
    }
}

impl Discourse<'_> {
    /// *Energy and Mines Minister Ines Varga*: one office over two fields, not two people.
    pub(super) fn minister(&self, tokens: &Range<usize>) -> Option<&NameMention> {
        let m = self.people.mention_at(tokens.end.checked_sub(1)?)?;
        let office = m.tokens.start.checked_sub(1).filter(|&o| o > tokens.start)?;
        let before = Before::new(self.text, tokens.start, office);
        if self.is_qualified(tokens, m, before.and) {
            return Some(m);
        }
        if let Some(m) = self.holder_in(tokens) {
            return Some(m);
        }
        let one = m.tokens.end == tokens.end && ONE_PERSON.iter().any(|is| is(&before));
        (one && self.names_nobody(tokens.start..office)).then_some(m)
    }

    /// Whether no person is named in `tokens`, but for the owner of a firm: *Moe's chairman*.
    fn names_nobody(&self, mut tokens: Range<usize>) -> bool {
        let nobody = |n: &NameMention| {
            !self.people.people[n.person].signs.is_person || n.tokens.len() == 1 && self.text.is_possessor(n.tokens.end)
        };
        tokens.all(|i| self.people.mention_at(i).is_none_or(nobody))
    }

    /// Who holds the office that a phrase tells before the name.
    pub(super) fn office_holder_in(&self, tokens: &Range<usize>, head: usize) -> Option<&NameMention> {
        let holder = |tokens: &Range<usize>| self.officer(tokens, head).or_else(|| self.holder_in(tokens));
        // "said Minister of Trade Ines Varga on the day of the vote": what hangs on the verb.
        let behind_name = |&i: &usize| self.text.tokens[i].tag == Tag::Prep && self.text.tokens[i - 1].tag == Tag::Name;
        let adjunct = || (head + 2..tokens.end).filter(behind_name).find_map(|end| holder(&(tokens.start..end)));
        holder(tokens).or_else(adjunct)
    }

    /// Who holds the office that the words before the last name tell.
    fn holder_in(&self, tokens: &Range<usize>) -> Option<&NameMention> {
        self.minister_of(tokens).or_else(|| self.holder_behind_body(tokens))
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
            t.is_capital() && !t.is(Class::GIVEN | Class::HONORIFIC)
                || matches!(t.tag, Tag::And | Tag::Prep | Tag::Det)
                || t.kind == TokenKind::Comma
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

    /// *Office of Management and Budget spokesman Ines Varga*, *programme coordinator for the Committee to Protect Boats Ines Varga*: an
    /// office without an article, whatever body it is of, and a name in full; nobody else is named there.
    fn holder_behind_body(&self, tokens: &Range<usize>) -> Option<&NameMention> {
        const WORKS: &[&str] =
            &["film", "movie", "book", "novel", "play", "show", "series", "song", "album", "boat", "ship"];
        let text = self.text;
        let m = self.people.mention_at(tokens.end.checked_sub(1)?)?;
        let before = m.tokens.start.checked_sub(1).filter(|&b| b > tokens.start)?;
        let body = &text.tokens[before];
        let words = tokens.start..m.tokens.start;
        let first = &text.tokens[m.tokens.start];
        let initial = first.shape.contains(Shape::ABBREVIATION) && first.span.len() == 2;
        let full = m.tokens.end == tokens.end
            && m.tokens.len() > 1
            && (first.is(Class::GIVEN) || initial)
            && self.people.people[m.person].signs.is_person;
        let office = |i: &usize| {
            let t = &text.tokens[*i];
            t.is(Class::ROLE | Class::TITLE | Class::TITLE_PHRASE) && !t.is(Class::PLURAL | Class::GROUP)
        };
        let holder = words.clone().find(office)?;
        let linked = (holder + 1..before).any(|i| matches!(text.word(i), "of" | "for" | "at" | "in" | "on"));
        // "Green Party politician and member of parliament Ines Varga": her office stands before her, or a body whose office is further on.
        let straight = office(&before);
        let of_body = linked
            && matches!(body.tag, Tag::Name | Tag::Noun)
            && !straight
            && !body.is(Class::PERSON | Class::TITLE_PHRASE);
        // "Office of Boats and Tides spokesman", but "Oslo and Minister Ines Varga", "Oslotec and former pilot Ines Varga"
        let and = (tokens.start..holder).find(|&i| text.tokens[i].tag == Tag::And);
        let one_body = |and: usize| {
            let of = (tokens.start + 1..and).find(|&i| text.word(i) == "of");
            and + 1 < holder
                && text.tokens[and + 1].is_capital()
                && of.is_some_and(|of| text.tokens[of - 1].is(Class::GROUP))
        };
        let joined = and.is_some_and(|and| !one_body(and));
        let articled = text.tokens[tokens.start].is(Class::DET | Class::POSS);
        let apart = words.clone().any(|i| text.tokens[i].kind == TokenKind::Comma);
        // "supporters of Democrat Ines Varga"
        let head = &text.tokens[self.head_of(tokens)];
        let others = head.is(Class::PLURAL) && head.is(Class::ROLE | Class::PERSON);
        let alone = !articled && !apart && !others && !WORKS.contains(&text.word(before)) && self.names_nobody(words);
        // "Former Oslo striker and Boat of the Day pundit Ines Varga": both are hers; "a spokesman for actor Ines Varga" is not she.
        // "Oslo District Commander Col. Ines Varga": the office and her rank.
        let own = straight && ((holder..before).all(|i| office(&i)) || text.tokens[holder + 1].tag == Tag::And);
        (full && alone && !joined && (of_body || own)).then_some(m)
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
        let body = &text.tokens[start.checked_sub(1).filter(|&b| b > head)?];
        // "the director of the Oslo camp Ines Varga"
        let definite = first.tag == Tag::Det
            && text.word(tokens.start).eq_ignore_ascii_case("the")
            && body.is(Class::GROUP)
            && !body.is_capital();
        let owned = first.is(Class::DET | Class::POSS) && !definite;
        if !office || owned || self.is_plural(tokens) || text.word(head).ends_with('s') {
            return None;
        }
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
