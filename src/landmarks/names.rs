//! Takes names apart: which words of a noun phrase are the person's name, which are title, office or outlet. Who the person is, is
//! decided in `identity`.

use std::ops::Range;

use crate::text::{Shape, Tag, Text, Token, TokenKind, joins_firm, names_field, nickname_end};
use crate::words::{self, Class};

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

/// What else may stand before a person's name in the run: how many of its tokens do.
const BEFORE_NAME: &[fn(&Run) -> usize] = &[
    // "Ambassador to the United Nations Ines Varga", "to Cyprus Ines Varga": a body or a place, and who is sent there.
    |run| {
        const ELSEWHERE: Class = Class::PLACE.union(Class::NATIONALITY).union(Class::GROUP).union(Class::FIRM);
        const THING: Class = ELSEWHERE.union(Class::OUTLET).union(Class::NOUN);
        let Some(given) = run.end.checked_sub(2).filter(|&g| g > run.start) else { return 0 };
        let sent = run.at(given).is(Class::GIVEN) && !run.at(given).is(Class::PLACE);
        let elsewhere = || {
            run.at(given - 1).is(ELSEWHERE) && !run.at(given - 1).is(Class::GIVEN)
                || run.start > run.phrase && run.at(run.start - 1).is(Class::DET)
        };
        let personal = || run.at(given + 1).is(THING) || run.at(run.start).is(PERSONAL);
        if sent && elsewhere() && !personal() { given - run.start } else { 0 }
    },
    // "nutritionist at Public Health Norway Dr Ines Varga": the honorific begins the name.
    |run| {
        const HONORIFICS: &[&str] = &["Dr", "Mr", "Mrs", "Ms", "Sir", "Dame", "Lord", "Monsignor", "Msgr", "Rev"];
        // "Prof Sir Omar Teague" has two.
        let titled = |i: usize| run.at(i - 1).is(Class::HONORIFIC | Class::TITLE);
        let mut inside = run.start + 1..run.end.saturating_sub(1);
        inside
            .find(|&i| HONORIFICS.contains(&run.word(i).trim_end_matches('.')) && !titled(i))
            .map_or(0, |h| h - run.start)
    },
    // "director of Tide Ratings Anna Osadchy", but "mayor of San Juan Alto", "father of Adil Ben Salem"
    |run| run.body(),
    // "In Frankfurt F. Wilhelm Berg said", "In quiet Oslo Father Berg said": where, and who.
    |run| {
        let first = run.at(run.start);
        let whence = |i: usize| matches!(run.word(i), "In" | "At" | "From");
        let described = || run.start >= 2 && run.at(run.start - 1).tag == Tag::Adj && whence(run.start - 2);
        let opens = run.start >= 1 && (whence(run.start - 1) || described());
        let named = run.start + 1 < run.end && {
            let next = run.at(run.start + 1);
            let initial = next.shape.contains(Shape::ABBREVIATION) && next.span.len() == 2;
            next.is(Class::GIVEN | Class::TITLE | Class::HONORIFIC) || initial
        };
        let place = first.is(Class::PLACE) && !first.is(Class::GIVEN);
        (run.len() >= 3 && opens && place && named) as usize
    },
    // "Ambassador to Cyprus Stanislav Osadchy": two words that no list has behind an office and a place.
    |run| {
        let unknown = |i: usize| {
            run.at(i).class.difference(Class::GIVEN | Class::MASCULINE | Class::FEMININE | Class::SUFFIX).is_empty()
        };
        let first = run.at(run.start);
        let body = first.shape.contains(Shape::ALL_CAPS) && first.span.len() <= 5;
        let place = (3..=4).contains(&run.len()) && (first.is(Class::PLACE) || body) && !first.is(Class::GIVEN);
        let sent = || {
            let article = (run.start > 0 && run.word(run.start - 1) == "the") as usize;
            let [Some(to), Some(office)] = [1, 2].map(|back| run.start.checked_sub(back + article)) else {
                return false;
            };
            run.at(to).tag == Tag::Prep && run.at(office).is(Class::TITLE | Class::ROLE)
        };
        // "Minister for EU Affairs Ines Varga"
        let field = || names_field(run.word(run.start + 1));
        (place && !field() && sent() && (run.start + 1..run.end).all(unknown)) as usize
    },
    // "Minister of Commerce Omar Teague": a field, and who has it.
    |run| run.fields(),
    // "former Mariner Omar Teague": what he was, if no list has it
    |run| {
        let before = run.start.checked_sub(1).filter(|&b| b >= run.phrase).map(|b| run.word(b));
        let was = matches!(before, Some("former" | "ex" | "onetime" | "then"));
        (was && run.is_before_given() && !run.at(run.start).is(PERSONAL)) as usize
    },
    // "Director of Government Affairs Ines Varga": the last word of the field.
    |run| (run.is_before_given() && run.start > run.phrase && names_field(run.word(run.start))) as usize,
    // "New Yorker Ines Varga"
    |run| {
        const OF: &[(&str, &str)] =
            &[("New", "Yorker"), ("New", "Zealander"), ("New", "Englander"), ("Hong", "Konger"), ("Long", "Islander")];
        let of = || OF.contains(&(run.word(run.start), run.word(run.start + 1)));
        if run.len() >= 4 && of() { 2 } else { 0 }
    },
    // "Tory Ines Varga", but "Tory Varga"
    |run| {
        const PARTIES: &[&str] = &["Labour", "Ukip", "Republican", "Democrat"];
        let first = run.word(run.start);
        let member = first == "Tory" || PARTIES.contains(&first) && run.is_before_given();
        (run.len() >= 3 && member) as usize
    },
    // "Dairyman Ed Kroll": a noun at the start of a sentence before a given name
    |run| {
        let first = run.at(run.start);
        const KINDS: &[&str] = &["man", "woman", "person", "er", "or", "ist", "ian", "eer", "ess", "s"];
        let word = run.word(run.start);
        // "Mohamud Ahmed Eynab", "A. William Reynolds": what no list has may be a name.
        let kind = !first.class.is_empty() && !word.ends_with('.')
            || word.contains('-')
            || KINDS.iter().any(|end| word.ends_with(end));
        (run.is_before_given() && first.shape.contains(Shape::INITIAL) && !first.is(PERSONAL) && kind) as usize
    },
    // "LHP Omar Teague": letters that stand for what he is.
    |run| {
        let first = run.at(run.start);
        let letters = first.shape.contains(Shape::ALL_CAPS) && first.span.len() <= 4;
        (run.is_before_given() && letters && !first.is(Class::GIVEN)) as usize
    },
    // "Night Nurse Anna Berg": common nouns with capitals before a given name are what she is.
    |run| {
        let common = |i: usize| run.at(i).is(Class::NOUN | Class::ROLE) && !run.at(i).is(PERSONAL);
        let given = (run.start + 1..run.end.saturating_sub(1)).find(|&i| run.at(i).is(Class::GIVEN));
        given.filter(|&g| (run.start..g).all(common)).map_or(0, |g| g - run.start)
    },
];

/// Whether a word names an office that has a field: *minister* for boats.
pub(crate) fn has_field(word: &str) -> bool {
    const OFFICES: &[&str] =
        &["minister", "secretary", "commissioner", "ombudsman", "rapporteur", "representative", "envoy"];
    OFFICES.iter().any(|office| word.to_ascii_lowercase().ends_with(office))
}

/// What says that a run of names is no person's.
const NO_PERSON: &[fn(&Run) -> bool] = &[
    // "Leader of the Opposition", "Father of Two", "Ambassador to Cyprus"
    |run| {
        let only = run.at(run.start);
        run.len() == 1
            && only.is(Class::TITLE | Class::ROLE | Class::HONORIFIC)
            && !only.is(Class::GIVEN)
            && run.text.tokens.get(run.end).is_some_and(|t| matches!(t.span.of(run.text.src), "of" | "to" | "for"))
    },
    // "Assistant Commissioner", but "Assistant Varga"
    |run| {
        const RANKED: &[&str] = &[
            "Assistant",
            "Associate",
            "Deputy",
            "Vice",
            "Acting",
            "Senior",
            "Managing",
            "Executive",
            "General",
            "Chief",
        ];
        let office = run.at(run.end - 1);
        run.len() >= 2
            && RANKED.contains(&run.word(run.start))
            && office.is(Class::TITLE | Class::ROLE)
            && !office.is(Class::GIVEN)
    },
    // "UN High Commissioner for Human Rights", "Kansas City FBI Special Agent in Charge": who holds it is named behind the field.
    |run| {
        let office = run.at(run.end - 1);
        let link = run.text.tokens.get(run.end).map(|t| t.span.of(run.text.src));
        let behind = run.text.tokens.get(run.end + 1);
        let field = behind.is_some_and(|t| t.is_capital() || t.is(Class::DET));
        let of_field = behind.is_some_and(|t| t.is(Class::GROUP) || names_field(t.span.of(run.text.src)));
        run.len() >= 2
            && office.is(Class::TITLE | Class::ROLE)
            && !office.is(Class::GIVEN)
            && matches!(link, Some("of" | "for" | "to" | "in"))
            && field
            && (run.start..run.end).all(|i| !run.at(i).is(PERSONAL))
            && (of_field
                || (run.start..run.end - 1).any(|i| {
                    let t = run.at(i);
                    t.shape.intersects(Shape::ALL_CAPS | Shape::ABBREVIATION)
                        || t.is(Class::PLACE | Class::NATIONALITY | Class::ADJ | Class::GROUP | Class::TITLE)
                }))
    },
    // "the Greens", "the Austrian", "This Is My Face": with an article or an owner before it.
    |run| {
        let before = run.start.checked_sub(1).filter(|&b| b >= run.phrase).map(|b| run.at(b));
        before.is_some_and(|t| (t.is(Class::DET) || t.is(Class::POSS) && t.is_capital()) && t.tag != Tag::Name)
            && (run.len() == 1 || !run.at(run.start).is(Class::HONORIFIC))
    },
    // "the Irish Reptile Rescue": a body, unlike "the Irish Ines Varga".
    |run| {
        run.start >= run.phrase + 2
            && run.at(run.start - 1).is(Class::NATIONALITY)
            && run.at(run.start - 2).is(Class::DET)
            && run.len() >= 2
            && !run.at(run.start).is(PERSONAL)
    },
    // "Permanent Representative", "Special Agent": an office in words that every list has; "the acting Immigration Minister".
    |run| {
        let known = Class::ADJ | Class::NOUN | Class::GROUP | Class::FIRM | Class::NATIONALITY;
        let office = run.end - 1;
        run.len() >= 2
            && run.at(office).is(Class::TITLE | Class::ROLE)
            && (run.start..run.end).all(|i| !run.at(i).is(PERSONAL))
            && (run.at(run.phrase).is(Class::DET) || (run.start..office).all(|i| run.at(i).is(known)))
    },
    // "Varga, Lund & Moe": partners of a firm.
    |run| {
        const LONGEST: usize = 4; // partners before the last
        let token = |i: usize| run.text.tokens.get(i);
        let is_ampersand = |i: usize| joins_firm(run.text.src, &run.text.tokens, i);
        let comma = |i: usize| token(i).is_some_and(|t| t.kind == TokenKind::Comma);
        let listed = (0..LONGEST).map(|n| run.end + 2 * n).find(|&i| !comma(i));
        let alone = run.len() == 1 && !run.at(run.start).is(PERSONAL);
        let before = run.start.checked_sub(1).is_some_and(is_ampersand);
        is_ampersand(run.end) && !run.at(run.start).is(PERSONAL)
            || alone && (before || listed.is_some_and(|i| i > run.end && is_ampersand(i)))
    },
    // "Christie's said", "says Christie's.": a house by the name of its founder.
    |run| {
        let behind = run.text.tokens.get(run.end + 1);
        let speaks = |t: &Token| matches!(t.tag, Tag::VerbPast | Tag::VerbS) && t.is(Class::SPEECH_CUE);
        let ends = |t: &Token| matches!(t.kind, TokenKind::Stop | TokenKind::Comma);
        run.len() == 1 && run.text.is_possessor(run.end) && behind.is_none_or(|t| speaks(t) || ends(t))
    },
];

/// A word that begins a person's name.
const PERSONAL: Class = Class::GIVEN.union(Class::HONORIFIC);

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
        let person = given.is(Class::GIVEN) && !given.is(Class::ADJ | Class::PLACE | Class::NATIONALITY | Class::NOUN);
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
