//! The article's own words for what a person is: before the name (*State Department spokesman Mark Toner*), behind it between commas
//! (*an analyst in Moscow*), or with *of* (*of the Washington Institute*).

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::people::{Gender, NameMention, People};
use crate::landmarks::names::has_field;
use crate::text::clause::Clause;
use crate::text::{Chunk, ChunkKind, Form, Shape, Tag, Text, Token, TokenKind, names_field};
use crate::words::Class;

/// What was found about people, so that nobody who speaks often is looked up more than once.
#[derive(Debug, Default)]
pub(crate) struct Roles(FxHashMap<usize, Option<Range<usize>>>);

impl Roles {
    /// The words for a person's role, from the first mention that has some.
    pub fn stated(&mut self, text: &Text, people: &People, person: usize) -> Option<Range<usize>> {
        self.0.entry(person).or_insert_with(|| stated_role(text, people, person)).clone()
    }
}

fn stated_role(text: &Text, people: &People, person: usize) -> Option<Range<usize>> {
    people.people[person].mentions.iter().find_map(|&m| role_at(text, &people.mentions[m]))
}

pub(super) fn role_at(text: &Text, mention: &NameMention) -> Option<Range<usize>> {
    let chunk = mention.chunk?;
    before_name(text, mention, chunk)
        .or_else(|| behind_name(text, mention, chunk))
        .or_else(|| described_before(text, mention, chunk))
        .or_else(|| behind_of(text, mention, chunk))
        .or_else(|| predicated(text, mention, chunk))
}

/// *Ines Varga is a retired pilot.*
fn predicated(text: &Text, mention: &NameMention, chunk: usize) -> Option<Range<usize>> {
    let clause = Clause::of(text, mention.sentence);
    let here = chunk - text.sentences[mention.sentence].chunks.start;
    let whole = text.chunks[chunk].start == mention.tokens.start && text.chunks[chunk].end == mention.tokens.end;
    let opens = here == 0 || matches!(clause.kind(here - 1), Some(ChunkKind::Comma | ChunkKind::And));
    let is = clause.chunks.get(here + 1).filter(|c| c.kind == ChunkKind::Verb && c.start + 1 == c.end && !c.negated)?;
    if !whole || !opens || !matches!(text.word(is.start), "is" | "was" | "'s" | "’s") {
        return None;
    }
    let phrase = clause.phrase_from(here + 2).filter(|p| clause.is_word(p.head, &["a", "an", "the"]))?;
    let head = &clause.chunks[phrase.head];
    let end = phrase.chunks.end;
    let closes =
        matches!(clause.kind(end), None | Some(ChunkKind::Stop | ChunkKind::Comma | ChunkKind::Wh | ChunkKind::And));
    // "a woman who" tells nothing, "the daughter of a cook" no role.
    let generic = text.tokens[head.head].is(Class::PERSON) && Gender::of_class(text.tokens[head.head].class).is_some();
    (closes && text.tokens[head.head].is(Class::ROLE) && !generic).then(|| clause.tokens(phrase.chunks))
}

/// *The harbor master, Ines Varga,*
fn described_before(text: &Text, mention: &NameMention, chunk: usize) -> Option<Range<usize>> {
    let sentence = &text.sentences[mention.sentence];
    let clause = Clause::of(text, mention.sentence);
    let here = chunk - sentence.chunks.start;
    let whole = text.chunks[chunk].start == mention.tokens.start && text.chunks[chunk].end == mention.tokens.end;
    let closes = matches!(
        clause.kind(here + 1),
        None | Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Verb | ChunkKind::Dash)
    ) || clause.is_word(here + 1, &["of"]);
    if here < 2 || clause.kind(here - 1) != Some(ChunkKind::Comma) || !whole || !closes || !clause.is_nominal(here - 2)
    {
        return None;
    }
    let mut start = clause.phrase_start(here - 2);
    let head = &clause.chunks[start];
    // "his Trade and Industry Minister, Ines Varga": one office over two fields
    let capital = text.tokens[head.head].tag == Tag::Name;
    let office = text.tokens[head.head].is(Class::TITLE | Class::ROLE) && !text.tokens[head.start].is(Class::HONORIFIC);
    let tells = (head.start..head.end).any(|i| tells_role(text, i));
    // "made by a toolmaker in Ohio, Ines Varga, who": what does something, not where it is.
    let agent =
        start > 0 && clause.is_word(start - 1, &["by", "to", "from"]) && clause.is_word(start, &["a", "an", "the"]);
    // "qualifications to be president, Ines Varga said"
    let becomes = start > 0
        && clause.kind(start - 1) == Some(ChunkKind::Verb)
        && matches!(text.word(clause.chunks[start - 1].head), "be" | "become" | "being" | "becoming");
    let opens = start == 0 || agent || !clause.is_nominal(start - 1) && clause.kind(start - 1) != Some(ChunkKind::Prep);
    let singular = !text.tokens[head.head].is(Class::PLURAL);
    if becomes || !(tells && opens && singular && (!capital || office)) {
        return None;
    }
    let field = |i: usize| {
        let chunk = &clause.chunks[i];
        clause.is_nominal(i) && text.tokens[chunk.head].is_capital() && !text.tokens[chunk.head].is(Class::GIVEN)
    };
    let fields = capital && start >= 2 && clause.kind(start - 1) == Some(ChunkKind::And) && field(start - 2);
    if fields && !text.tokens[head.start].is(Class::DET | Class::POSS) {
        start -= 2;
    }
    // "our diplomatic editor", "his Trade and Industry Minister": whose, is not in the role.
    let tokens = clause.tokens(start..here - 1);
    let first = &text.tokens[tokens.start];
    let ours = first.is(Class::FIRST_PERSON) && !first.is_capital() || capital && first.is(Class::POSS);
    Some(tokens.start + ours as usize..tokens.end)
}

/// *the former State Department spokesman* before the name, without the article.
fn before_name(text: &Text, mention: &NameMention, chunk: usize) -> Option<Range<usize>> {
    let mut start = text.chunks[chunk].start;
    let end = mention.tokens.start;
    // A possessor is no part of the role: "Mr. Rubio's spokesman Alex Conant" is his spokesman, but "the city's mayor" is a role.
    while start < end && text.tokens[start].is(Class::DET) && !text.tokens[start].is_capital()
        || start < end && text.tokens[start].is(Class::DET) && text.tokens[start].tag == Tag::Det
    {
        start += 1;
    }
    // "at the party convention Sen. Ines Varga said": nothing but what qualifies a title stands before it.
    let abbreviated =
        |i: &usize| text.tokens[*i].is(Class::TITLE) && text.tokens[*i].shape.contains(Shape::ABBREVIATION);
    if let Some(title) = (start..end).find(abbreviated) {
        let qualifies = |i: usize| {
            let t = &text.tokens[i];
            t.is_capital() || t.tag == Tag::Adj || t.is(Class::TITLE_PHRASE) || text.word(i) == "state"
        };
        // "presidential candidate Sen."
        let role = |i: &usize| text.tokens[*i].is(Class::ROLE | Class::PERSON);
        let from = (start..title).rev().find(role).unwrap_or(title);
        if from == title {
            start = (start..title).rev().find(|&i| !qualifies(i)).map_or(start, |i| i + 1);
        }
    }
    // "Rival Ines Varga": whose, is not said.
    start += (start + 1 == end && text.word(start).eq_ignore_ascii_case("rival")) as usize;
    let tells = (start..end).any(|i| tells_role(text, i));
    if tells && start == text.chunks[chunk].start {
        start = joined_before(text, chunk, start..end).unwrap_or(start);
    }
    // "Bank of Norway governor Ines Varga", "Bureau of Investigation spokesman Ines Varga"
    let common = |t: &Token| t.is(Class::NOUN) && !t.is(Class::GIVEN | Class::TITLE);
    let field = |t: &Token| t.is_capital() && (t.is(Class::PLACE) || common(t));
    let led = tells && start + 1 < end && start == text.chunks[chunk].start && field(&text.tokens[start]);
    if led {
        let body = chunk.checked_sub(2).map(|b| &text.chunks[b]).filter(|b| {
            let named = text.tokens[b.head].is_capital() && text.tokens[b.head].is(Class::GROUP | Class::OUTLET);
            b.kind == ChunkKind::Np && named && text.word(text.chunks[chunk - 1].start) == "of"
        });
        if let Some(body) = body {
            return Some(body.start + text.tokens[body.start].is(Class::DET) as usize..end);
        }
    }
    // "head of the Lund Group Ines Varga": the body stands in the phrase of the name, the office before it. "President of embattled
    // Lundtec leaves": what stands before the name qualifies a firm.
    let qualified = start < end && text.tokens[end - 1].tag == Tag::Adj && !text.tokens[end - 1].is(Class::NATIONALITY);
    let office = (start < end && !tells && !qualified).then(|| office_over(text, chunk)).flatten();
    // "Ombudsman for Children Ines Varga", "Minister for Justice Ines Varga"
    let may_be_field = tells
        && start + 1 == end
        && text.tokens[start].is_capital()
        && (!text.tokens[start].is(Class::TITLE) || text.word(start) == "Justice");
    let over = || office_over(text, chunk).filter(|&office| (office..start).any(|i| has_field(text.word(i))));
    let office = office.or_else(|| may_be_field.then(over).flatten());
    if let Some(office) = office {
        return Some(office..end);
    }
    // "the brothers Carl and Tom Moe"
    let several = end > start && text.tokens[end - 1].is(Class::PLURAL) && !text.tokens[end - 1].is_capital();
    (start < end && tells && !several).then_some(start..end)
}

/// Where the role begins whose last part is `role` in noun phrase `chunk`: *co-founder* before *and CEO Kit Oduya*.
fn joined_before(text: &Text, chunk: usize, role: Range<usize>) -> Option<usize> {
    let [before, and] = &text.chunks[chunk.checked_sub(2)?..chunk] else { return None };
    if before.kind != ChunkKind::Np || text.word(and.start) != "and" {
        return None;
    }
    // "Norway's Trade and Industry Minister Ines Varga", "the firm's founder and CEO Ines Varga"
    let owner = (before.start..before.end).find(|&i| text.tokens[i].tag == Tag::Genitive);
    let from = owner.map(|g| g + 1).filter(|&i| i < before.end).unwrap_or(before.start);
    // "former Alaska Gov. and presidential candidate Ines Varga", "Former Secretary of State and candidate Ines Varga"
    let plain = |t: &Token| {
        matches!(t.tag, Tag::Adj | Tag::Noun | Tag::Name) && !t.is(Class::GIVEN | Class::HONORIFIC | Class::DET)
            || t.is(Class::NATIONALITY | Class::TITLE_PHRASE)
    };
    let bare = text.tokens[from..before.end].iter().all(plain)
        && !text.tokens[before.head].is(Class::PLURAL)
        && (tells_role(text, before.head) || text.tokens[before.head].is(Class::TITLE_PHRASE));
    // "former Oslo and Bergen striker Ines Varga"
    let past = matches!(text.word(before.start), "former" | "Former" | "ex" | "Ex")
        && text.tokens[before.start + 1..before.end].iter().all(|t| t.is_capital() && plain(t))
        && role.len() > 1
        && text.tokens[role.start].is_capital();
    // "Food and Drug Administration commissioner Ines Varga", but "Varga and Drug Administration commissioner Tom Moe"
    let common = |i: usize| {
        let t = &text.tokens[i];
        let known = t.is(Class::GROUP | Class::NOUN) && !t.is(Class::GIVEN | Class::TITLE);
        t.is_capital() && (known || names_field(text.word(i)))
    };
    let is_body = |i: usize| text.tokens[i].is(Class::GROUP) && text.tokens[i].is_capital();
    let first = &text.tokens[role.start];
    let one_body = (before.start..before.end).all(common) && first.is_capital() && role.clone().skip(1).any(is_body);
    if bare || past || one_body {
        return Some(before.start);
    }
    // "Danish Trade and Industry Minister Ines Varga", "Ways and Means chairman Ines Varga"
    let nation = from + 1 < before.end && text.tokens[from].is(Class::NATIONALITY);
    let fields = role.len() > 1
        && common(role.start)
        && (from + nation as usize..before.end).all(|i| common(i) && !text.tokens[i].is(Class::GROUP));
    fields.then(|| listed_from(text, chunk - 2).unwrap_or(from))
}

/// Where a list of fields begins whose last but one is chunk `at`: *Trade, Tides and Industry Minister*.
fn listed_from(text: &Text, at: usize) -> Option<usize> {
    const MOST: usize = 3; // fields before that one
    let is_field = |c: &Chunk| {
        c.kind == ChunkKind::Np
            && text.tokens[c.head].is_capital()
            && names_field(text.word(c.head))
            && c.start == c.head
    };
    let listed = (1..=MOST).map_while(|n| {
        let [field, comma] = text.chunks.get(at.checked_sub(2 * n)?..)?.get(..2)? else { return None };
        (comma.kind == ChunkKind::Comma && is_field(field)).then_some(field.start)
    });
    listed.last()
}

/// Where the office begins that governs the body in noun phrase `chunk`: *head*, *CEO* before *of*.
fn office_over(text: &Text, chunk: usize) -> Option<usize> {
    const LONGEST: usize = 4; // "head of the department for trade of the Lund Group"
    let mut at = chunk;
    for _ in 0..LONGEST {
        let [np, link] = text.chunks.get(at.checked_sub(2)?..at)? else { return None };
        let linked = np.kind == ChunkKind::Np && link.kind == ChunkKind::Prep;
        let head = &text.tokens[np.head];
        // "Minister of Trade and Industry Ines Varga", "director of the Office of Ports and Harbour Ines Varga"
        let joined = link.kind == ChunkKind::And
            && text.word(link.start) == "and"
            && np.kind == ChunkKind::Np
            && head.is_capital()
            && !head.is(Class::GIVEN | Class::HONORIFIC);
        if joined {
            at -= 2;
            continue;
        }
        // "Ambassador to Norway Ines Varga"
        let body = &text.chunks[at];
        let placed = || (body.start..body.end).any(|i| text.tokens[i].is(Class::PLACE));
        let sent = (text.word(link.start) == "to" || text.word(link.start) == "in" && placed())
            && head.is(Class::ROLE | Class::TITLE);
        if !linked || !(sent || ["of", "for", "at"].contains(&text.word(link.start))) {
            return None;
        }
        at -= 2;
        if head.is(Class::ROLE | Class::TITLE | Class::TITLE_PHRASE) && !head.is(Class::PLURAL) {
            return Some(np.start + text.tokens[np.start].is(Class::DET) as usize);
        }
    }
    None
}

/// The apposition between commas behind the name, or *of* and a body.
fn behind_name(text: &Text, mention: &NameMention, chunk: usize) -> Option<Range<usize>> {
    if mention.tokens.end != text.chunks[chunk].end {
        return None;
    }
    let sentence = &text.sentences[mention.sentence];
    let clause = Clause::of(text, mention.sentence);
    let here = chunk - sentence.chunks.start;
    match clause.kind(here + 1)? {
        ChunkKind::Comma => {
            let mut at = here + 2;
            // "Jane Roe, 62, a teacher", "Jane Roe, MD, president of"
            let passes = |i: usize| {
                let head = &text.tokens[clause.chunks[i].head];
                head.tag == Tag::Num || DEGREES.contains(&head.span.of(text.src))
            };
            if clause.is_nominal(at) && passes(at) && clause.kind(at + 1) == Some(ChunkKind::Comma) {
                at += 2;
            }
            // "Ines Varga, of the Tide Party, said", but "of Elm Street"
            if clause.kind(at) == Some(ChunkKind::Prep) && clause.is_word(at, &["of"]) {
                let closes = |end: usize| matches!(clause.kind(end), None | Some(ChunkKind::Comma | ChunkKind::Stop));
                let is_body = |body: &Range<usize>| {
                    text.tokens[body.clone()].iter().any(|t| t.is(Class::GROUP))
                        && !STREETS.contains(&text.word(body.end - 1))
                };
                return of_body(&clause, at + 1)
                    .filter(|(body, end)| closes(*end) && is_body(body))
                    .map(|(body, _)| body);
            }
            apposition(&clause, at)
        }
        // "Ines Varga - a pilot and mother - told"
        ChunkKind::Dash => {
            let role = apposition(&clause, here + 2)?;
            let close = (here + 2..clause.chunks.len()).find(|&i| clause.chunks[i].start >= role.end)?;
            (clause.kind(close) == Some(ChunkKind::Dash)).then_some(role)
        }
        _ => None,
    }
}

/// *Ines Varga of the Oslo Institute*.
fn behind_of(text: &Text, mention: &NameMention, chunk: usize) -> Option<Range<usize>> {
    let clause = Clause::of(text, mention.sentence);
    let here = chunk - text.sentences[mention.sentence].chunks.start;
    let whole = mention.tokens.end == text.chunks[chunk].end;
    if !whole || clause.kind(here + 1) != Some(ChunkKind::Prep) || !clause.is_word(here + 1, &["of"]) {
        return None;
    }
    let (body, end) = of_body(&clause, here + 2)?;
    // "Ines Varga of Salem, Oregon, who": where she lives
    (!is_state_behind(&clause, end)).then_some(body)
}

/// Whether a comma stands at chunk `comma` and then a place and nothing else: *Salem, Oregon*, *University of California, San Diego*.
fn is_state_behind(clause: &Clause, comma: usize) -> bool {
    const FIRST: &[&str] = &["San", "Santa", "Los", "Nova", "New", "North", "South", "East", "West", "St.", "British"];
    let np = clause.chunks.get(comma + 1).filter(|np| np.kind == ChunkKind::Np);
    let compound = np.is_some_and(|np| np.start + 2 == np.end && FIRST.contains(&clause.text.word(np.start)));
    let abbreviated =
        |t: &Token| t.is(Class::ABBR) && !t.is(Class::MONTH | Class::DAY | Class::HONORIFIC | Class::TITLE);
    let place = |t: &Token| {
        (t.is(Class::PLACE) || compound || abbreviated(t)) && t.is_capital() && (compound || !t.is(Class::GIVEN))
    };
    let ends = matches!(clause.kind(comma + 2), None | Some(ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Wh));
    clause.kind(comma) == Some(ChunkKind::Comma)
        && np.is_some_and(|np| clause.text.tokens[np.start..np.end].iter().all(place))
        && ends
}

/// The body whose name begins with chunk `at`, without its article, and the chunk behind it.
fn of_body(clause: &Clause, at: usize) -> Option<(Range<usize>, usize)> {
    let body = clause.phrase_from(at)?;
    let head = &clause.chunks[body.head];
    let tokens = &clause.text.tokens;
    let named = tokens[head.start..head.end].iter().any(|t| t.tag == Tag::Name);
    (named && !tokens[head.start].is(Class::PLACE)).then(|| {
        let range = clause.tokens(body.chunks.clone());
        let skip = tokens[range.start].is(Class::DET) as usize;
        (range.start + skip..range.end, body.chunks.end)
    })
}

/// Where somebody lives.
const STREETS: &[&str] =
    &["Street", "Road", "Court", "Close", "Avenue", "Lane", "Drive", "Way", "Place", "Square", "House"];

/// Letters behind a name that are no role.
const DEGREES: &[&str] =
    &["MD", "M.D.", "PhD", "Ph.D.", "RN", "JD", "MBA", "DO", "DDS", "DVM", "CPA", "QC", "KC", "OBE", "MBE", "CBE"];

fn apposition(clause: &Clause, at: usize) -> Option<Range<usize>> {
    let phrase = clause.phrase_from(at)?;
    let text = clause.text;
    let head = &clause.chunks[phrase.head];
    let tells = (head.start..head.end).any(|i| tells_role(text, i));
    let indefinite = clause.is_word(phrase.head, &["a", "an", "our"]) && text.tokens[head.head].tag == Tag::Noun;
    // "Along with Lund, fellow pilot Ines Varga": somebody else.
    let other = text.tokens[head.head].tag == Tag::Name && !tells_role(text, head.head);
    // "to thank Varga, the liberals, and": others
    let several = text.tokens[head.head].is(Class::PLURAL) && clause.is_word(phrase.head, &["the"]);
    // "songs of Berg, “Mayor of the Quay” by Lund and": a title
    let opens = &text.tokens[clause.chunks[phrase.chunks.start].start];
    let marked = matches!(opens.kind, TokenKind::Double | TokenKind::Single);
    if !(tells || indefinite) || other || several || marked || text.tokens[head.start].tag == Tag::Pron {
        return None;
    }
    // It must end where an apposition ends.
    let mut end = phrase.chunks.end;
    // "the teacher responsible for the show"
    let qualified = clause.kind(end) == Some(ChunkKind::Adj) && clause.kind(end + 1) == Some(ChunkKind::Prep);
    if tells && qualified && clause.is_nominal(end + 2) {
        end += 3;
    }
    // "the leader of a delegation backed by Moscow at the talks": participles and what hangs on them belong to it.
    while end < clause.chunks.len() {
        match clause.kind(end) {
            Some(ChunkKind::Verb) if !clause.chunks[end].is_finite() || is_participle(clause, end) => end += 1,
            // "an aide in Salem for nearly ten years"
            Some(ChunkKind::Adv)
                if clause.kind(end - 1) == Some(ChunkKind::Prep)
                    && matches!(clause.kind(end + 1), Some(ChunkKind::Np | ChunkKind::Time)) =>
            {
                end += 1
            }
            // "the strategist for her campaign four years ago"
            Some(ChunkKind::Time) => end += 1,
            Some(ChunkKind::Adv) if clause.is_word(end, &["ago"]) && end > phrase.chunks.end => end += 1,
            Some(ChunkKind::Prep | ChunkKind::Np)
                if end > phrase.chunks.end || clause.kind(end) == Some(ChunkKind::Prep) =>
            {
                end += 1
            }
            Some(ChunkKind::And) if joins_field(clause, end) => end += 2,
            _ => break,
        }
    }
    // "the author of “Polk”"
    if clause.kind(end.wrapping_sub(1)) == Some(ChunkKind::Prep) {
        end = match clause.kind(end) {
            Some(ChunkKind::Quote) => end + 1,
            Some(ChunkKind::Mark) => (end + 1..clause.chunks.len())
                .find(|&i| clause.kind(i) == Some(ChunkKind::Mark))
                .map_or(end, |close| close + 1),
            _ => end,
        };
    }
    // "a pilot from Salem, Ore.,", "a professor at the University of California, San Diego,"
    let named = end > phrase.head && text.tokens[clause.chunks[end - 1].head].tag == Tag::Name;
    if named && clause.kind(end.wrapping_sub(2)) == Some(ChunkKind::Prep) && is_state_behind(clause, end) {
        end += 2;
    }
    // "founder of Berg Creameries, Inc.,"
    let company = |i: usize| clause.is_word(i, &["inc.", "inc", "ltd.", "ltd", "llc", "co.", "corp.", "plc"]);
    if clause.kind(end) == Some(ChunkKind::Comma) && company(end + 1) {
        end += 2;
    }
    let closes = matches!(
        clause.kind(end),
        None | Some(
            ChunkKind::Comma | ChunkKind::Stop | ChunkKind::Verb | ChunkKind::Wh | ChunkKind::And | ChunkKind::Dash
        )
    );
    // "Berg, the mayor told …", "Berg, director of works said": the verb ends it as a comma would, but not in "Lund, firm's director meet".
    let says = clause.class(end.min(clause.chunks.len() - 1)).contains(Class::SPEECH_CUE)
        && text.tokens[head.head].is(Class::ROLE | Class::TITLE)
        && !clause.ends_in_holder(end - 1);
    let open = clause.kind(end) == Some(ChunkKind::Verb) && !says && !text.tokens[head.start].is(Class::DET);
    (closes && !open).then(|| clause.tokens(at..end))
}

/// *a professor of planning and public works at Oslo*: whether *and* at chunk `and` joins two fields in small letters.
fn joins_field(clause: &Clause, and: usize) -> bool {
    let text = clause.text;
    let field = |i: usize| {
        let gerund = |c: &Chunk| c.form == Form::Ing && c.start + 1 == c.end;
        let Some(np) = clause.chunks.get(i).filter(|c| c.kind == ChunkKind::Np || gerund(c)) else { return false };
        let plain = |t: &Token| matches!(t.tag, Tag::Noun | Tag::Adj | Tag::VerbIng) && !t.is_capital();
        text.tokens[np.start..np.end].iter().all(plain)
            && !text.tokens[np.head].is(Class::ROLE | Class::TITLE | Class::PERSON | Class::PLURAL)
    };
    clause.is_word(and, &["and"])
        && and >= 2
        && clause.kind(and - 2) == Some(ChunkKind::Prep)
        && field(and - 1)
        && field(and + 1)
}

/// Whether a word is a role, or a noun that by its ending names who does something: *coordinator*, *dairyman*.
fn tells_role(text: &Text, i: usize) -> bool {
    const ENDINGS: &[&str] = &[
        "ator", "itor", "man", "woman", "person", "master", "keeper", "holder", "ologist", "wright", "maker", "odian",
        "arian", "smith",
    ];
    let token = &text.tokens[i];
    let word = text.word(i);
    let by_ending = || {
        let small = word.to_lowercase();
        let before_name = token.tag == Tag::Name && text.tokens.get(i + 1).is_some_and(|n| n.is(Class::GIVEN));
        (token.tag == Tag::Noun || before_name)
            && !token.is(Class::GIVEN | Class::PLACE)
            && ENDINGS.iter().any(|e| small.len() > e.len() + 2 && small.ends_with(e))
    };
    // "septuagenarian Ines Varga"
    let age = || word.ends_with("genarian") || word.ends_with("-year-old");
    (token.is(Class::ROLE | Class::TITLE | Class::TITLE_PHRASE | Class::PERSON) || by_ending()) && !age()
}

fn is_participle(clause: &Clause, i: usize) -> bool {
    let chunk = &clause.chunks[i];
    let by = clause.is_word(i + 1, &["by", "with", "in", "at", "to", "for", "from", "on"]);
    chunk.start + 1 == chunk.end
        && clause.text.tokens[chunk.head].is(Class::VERB_PART)
        && !clause.text.tokens[chunk.head].is(Class::CUE)
        && by
}
