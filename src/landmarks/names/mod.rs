//! Takes names apart: which words of a noun phrase are the person's name, which are title, office or outlet. Who the person is, is
//! decided in `identity`.

mod beside;

use std::ops::Range;

use crate::text::{Shape, Tag, Text, Token, TokenKind, joins_firm, names_field, nickname_end};
use crate::words::{self, Class};

use beside::{BEFORE_NAME, NO_PERSON, PERSONAL};

/// The capitalised name that heads the noun phrase in `range`, with an honorific (*Mr. Putin*) but without titles and offices.
pub(crate) fn name_in(text: &Text, range: Range<usize>, head: usize) -> Option<Range<usize>> {
    let mut run = Run::around(text, range, head)?;
    run.start = run.behind_office()?;
    for behind in BEFORE_NAME {
        run.start += behind(&run);
    }
    (run.start < run.end && !NO_PERSON.iter().any(|is| is(&run))).then_some(run.start..run.end)
}

/// The names in a row of which one heads a noun phrase.
struct Run<'a> {
    text: &'a Text<'a>,
    /// The first token of the noun phrase.
    phrase: usize,
    /// The first token that may belong to the name.
    start: usize,
    end: usize,
}

/// Whether a word names an office that has a field: *minister* for boats.
pub(crate) fn has_field(word: &str) -> bool {
    const OFFICES: &[&str] =
        &["minister", "secretary", "commissioner", "ombudsman", "rapporteur", "representative", "envoy"];
    OFFICES.iter().any(|office| word.to_ascii_lowercase().ends_with(office))
}

impl<'a> Run<'a> {
    /// The names in a row around `head`, particles and a nickname among them; none if the head is no name.
    fn around(text: &'a Text<'a>, phrase: Range<usize>, head: usize) -> Option<Self> {
        let token = |i: usize| &text.tokens[i];
        let in_name = |i: usize| {
            let t = token(i);
            t.tag == Tag::Name || t.kind == TokenKind::Word && t.is(Class::SUFFIX) && t.is_capital()
        };
        if !in_name(head) {
            return None;
        }
        let mut start = head;
        while start > phrase.start {
            if let Some(given) = before_nickname(text, start).filter(|&given| given >= phrase.start) {
                start = given;
                continue;
            }
            let before = start - 1;
            // "Crumble & Daw": a firm, of whose name this is the last half.
            if joins_firm(text.src, &text.tokens, before) {
                return None;
            }
            let particle = token(before).is(Class::PARTICLE) && before > phrase.start && in_name(before - 1);
            if !(in_name(before) || particle) {
                break;
            }
            start = before;
        }
        // "Toronto-listed Harrow Lake": an adjective
        let compound = |i: usize| {
            text.word(i)
                .rsplit_once('-')
                .is_some_and(|(first, tail)| first.len() > 3 && tail.len() > 3 && tail.starts_with(char::is_lowercase))
        };
        // "South Korean-born Ines Varga"
        start = (start..head).rev().find(|&i| compound(i)).map_or(start, |i| i + 1);
        // “Dear Miss Berg”
        start += (start < head && text.word(start).eq_ignore_ascii_case("dear")) as usize;
        let end = (head + 1..phrase.end).find(|&i| !in_name(i)).unwrap_or(phrase.end.max(head + 1));
        Some(Run { text, phrase: phrase.start, start, end })
    }

    /// Where the name begins behind the last title, office, outlet or nationality of the run; none if the run is a body's name.
    fn behind_office(&self) -> Option<usize> {
        let office = |i: &usize| {
            let t = self.at(*i);
            t.is(Class::TITLE | Class::ROLE | Class::GROUP | Class::NATIONALITY | Class::TITLE_PHRASE)
                && !t.is(Class::HONORIFIC)
                && (!t.is(Class::GIVEN) || t.is(Class::TITLE))
        };
        let Some(office) = (self.start..self.end - 1).rev().find(office) else { return Some(self.start) };
        // "President Barber Varga": what follows a title is a given name, though a trade has it too.
        let trade =
            self.at(office).is(Class::ROLE) && !self.at(office).is(Class::TITLE | Class::TITLE_PHRASE | Class::GROUP);
        if trade && office > self.start && office + 2 == self.end && self.at(office - 1).is(Class::TITLE) {
            return Some(office);
        }
        // "the Democratic Front", "Network Rail": a body, as a common noun is no surname; "General Motors": no office.
        let common = if self.at(office).is(Class::NATIONALITY | Class::GROUP) {
            Class::NOUN | Class::FIRM | Class::GROUP
        } else if self.at(office).shape.contains(Shape::ABBREVIATION) {
            Class::empty()
        } else {
            Class::FIRM | Class::GROUP
        };
        let last = self.at(office + 1);
        let body = office + 2 == self.end && last.is(common) && !last.is(Class::GIVEN);
        (!body).then_some(office + 1)
    }

    /// How many names of the run are the body's whose office stands before it: *director of Tide Ratings*, and then a given name.
    fn body(&self) -> usize {
        const PLACES: &[&str] =
            &["San", "Santa", "St.", "St", "Saint", "Fort", "Port", "Mount", "Lake", "King", "Cape"];
        const THING: Class =
            Class::PLACE.union(Class::GROUP).union(Class::FIRM).union(Class::OUTLET).union(Class::NOUN);
        let article = self.start > 0 && self.at(self.start - 1).is(Class::DET);
        let Some(link) = self.start.checked_sub(1 + article as usize) else { return 0 };
        let office = |i: usize| {
            let t = self.at(i);
            let head = self.word(i).eq_ignore_ascii_case("head");
            (t.is(Class::TITLE | Class::TITLE_PHRASE) || head) && !t.is(Class::PLURAL)
        };
        let held = match self.word(link) {
            "of" | "at" | "for" | "to" => link > 0 && office(link - 1),
            // "Minister for Boats and Tides Anna Osadchy"
            "and" => self.is_held(link, office),
            _ => false,
        };
        if !held || self.at(self.start).is(PERSONAL) || self.at(self.end - 1).is(THING) {
            return 0;
        }
        let named =
            |&g: &usize| self.at(g).is(Class::GIVEN) && !self.at(g).is(THING) && !PLACES.contains(&self.word(g - 1));
        let given = (self.start + 1..self.end.saturating_sub(1)).find(named);
        given.map_or(0, |g| g - self.start)
    }

    /// How many names of the run are fields of the office before it: *Minister of Commerce*, *Secretary of State for Boats and Youth
    /// Affairs*.
    fn fields(&self) -> usize {
        let linked = |&i: &usize| matches!(self.word(i), "of" | "for" | "and");
        let Some(link) = self.start.checked_sub(1).filter(linked) else { return 0 };
        if self.len() < 3 || self.at(self.start).is(PERSONAL) || !self.is_held(link, |i| has_field(self.word(i))) {
            return 0;
        }
        let given =
            (self.start + 1..self.end - 1).find(|&i| self.at(i).is(Class::GIVEN) && !self.at(i).is(Class::NOUN));
        let field = |i: usize| names_field(self.word(i)) || self.at(i).is(Class::NOUN | Class::ADJ | Class::GROUP);
        let known = |i: &usize| field(*i) && !self.at(*i).is(PERSONAL);
        let fields = given
            .map_or_else(|| 1 + (self.start + 1..self.end - 2).take_while(known).count(), |given| given - self.start);
        let body = (self.start + fields..self.end).any(|i| self.at(i).is(Class::GROUP | Class::FIRM));
        if body { 0 } else { fields }
    }

    /// Whether an office stands before the word `link`, itself or behind other fields.
    fn is_held(&self, link: usize, office: impl Fn(usize) -> bool) -> bool {
        const LONGEST: usize = 6; // words from the office to the link
        let inside = |&i: &usize| self.at(i).is_capital() || matches!(self.word(i), "of" | "for" | "and" | "the");
        let mut behind = (link.saturating_sub(LONGEST)..link).rev().take_while(inside);
        link > 0 && office(link - 1) || behind.any(office)
    }

    fn word(&self, i: usize) -> &str {
        self.at(i).span.of(self.text.src)
    }

    fn at(&self, i: usize) -> &Token {
        &self.text.tokens[i]
    }

    fn len(&self) -> usize {
        self.end - self.start
    }

    /// A word, then a given name, then more.
    fn is_before_given(&self) -> bool {
        self.len() >= 3 && self.at(self.start + 1).is(Class::GIVEN)
    }
}

/// The given name before the nickname that ends before token `surname`: *Joseph “Joe” Marsh*.
pub(crate) fn before_nickname(text: &Text, surname: usize) -> Option<usize> {
    let open = (surname.saturating_sub(5)..surname.saturating_sub(2)).rev();
    let close = text.tokens[surname.checked_sub(1)?].kind;
    if !matches!(close, TokenKind::Double | TokenKind::Single) {
        return None;
    }
    open.filter(|&o| text.tokens[o].kind == close)
        .find(|&o| nickname_end(&text.tokens, o) == Some(surname))?
        .checked_sub(1)
}

/// *MPs*, *CEOs*: more than one of what letters stand for.
fn is_plural_of_letters(word: &str) -> bool {
    word.strip_suffix('s').is_some_and(|w| w.len() >= 2 && w.bytes().all(|b| b.is_ascii_uppercase()))
}

/// *radio station Ekho*, *the metalworkers' union Verkstad*: whether the noun before a name says that it is a body's.
pub(crate) fn is_behind_body(text: &Text, name: &Range<usize>, phrase: usize) -> bool {
    let Some(noun) = name.start.checked_sub(1).filter(|&n| n >= phrase).map(|n| &text.tokens[n]) else { return false };
    let person = text.tokens[name.start].is(Class::GIVEN | Class::HONORIFIC);
    let body = noun.is(Class::GROUP | Class::OUTLET) && !noun.is(Class::ROLE | Class::PERSON | Class::TITLE);
    noun.tag == Tag::Noun && !noun.is_capital() && body && !person
}

/// *the Chicago Board of Trade*: whether a name of one word is the end of a body's.
pub(crate) fn ends_body(text: &Text, name: &Range<usize>) -> bool {
    let [.., body, of] = &text.tokens[..name.start] else { return false };
    name.len() == 1
        && of.span.of(text.src) == "of"
        && body.is_capital()
        && body.is(Class::GROUP)
        && !text.tokens[name.start].is(Class::GIVEN)
}

/// *Titan Concrete*: no given name, and a common word.
pub(crate) fn is_firm_name(text: &Text, name: &Range<usize>) -> bool {
    let tokens = &text.tokens[name.clone()];
    !tokens[0].is(Class::GIVEN | Class::HONORIFIC | Class::TITLE)
        && tokens.iter().any(|t| t.is(Class::NOUN | Class::ADJ) && !t.is(Class::GIVEN))
}

/// Whether a name is that of a body, a place or an outlet rather than a person's.
pub(crate) fn is_group_name(text: &Text, name: &Range<usize>) -> bool {
    let tokens = &text.tokens[name.clone()];
    if tokens.len() == 1 {
        let t = &tokens[0];
        return words::is_party_tag(t.span.of(text.src))
            || t.is(Class::PLACE | Class::NATIONALITY | Class::GROUP | Class::OUTLET)
            || t.shape.contains(Shape::ALL_CAPS) && t.span.len() <= 5 && !t.is(Class::GIVEN)
            || is_plural_of_letters(t.span.of(text.src));
    }
    // "Lenny Fox", "Lenny Brewer"
    if let [given, surname] = tokens {
        // "Al Jazeera" is nobody called Al.
        let other = Class::ADJ | Class::PLACE | Class::NATIONALITY | Class::NOUN | Class::PARTICLE;
        let person = given.is(Class::GIVEN) && !given.is(other);
        let trade = surname.is(Class::ROLE) && !surname.is(Class::PLURAL);
        if person && (surname.is(Class::OUTLET) || trade) && !surname.shape.contains(Shape::ALL_CAPS) {
            return false;
        }
    }
    // "North Korea", "New Delhi"
    let direction = matches!(tokens[0].span.of(text.src), "North" | "South" | "East" | "West" | "New" | "Capitol");
    tokens.iter().any(|t| t.is(Class::GROUP | Class::OUTLET) && !t.is(Class::GIVEN))
        || direction && tokens.len() == 2
        || matches!(tokens[0].span.of(text.src), "USS" | "HMS" | "HMCS" | "HMAS" | "RMS" | "MV" | "SS" | "MS")
        || tokens.last().is_some_and(|t| t.is(Class::FIRM))
            && !tokens[0].is(Class::GIVEN | Class::HONORIFIC | Class::TITLE)
        || tokens.iter().all(|t| t.is(Class::PLACE | Class::NATIONALITY) && !t.is(Class::GIVEN))
}
