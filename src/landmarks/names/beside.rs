//! Words with capitals that stand before a person's name in its noun phrase, and those that are no person's name at all, as tables: one
//! line more is one pattern more. How a name's run of words is found is decided in `names`.

use super::Run;
use crate::text::{Shape, Tag, Token, TokenKind, joins_firm, names_field};
use crate::words::Class;

/// A word that begins a person's name.
pub(super) const PERSONAL: Class = Class::GIVEN.union(Class::HONORIFIC);

/// What else may stand before a person's name in the run: how many of its tokens do.
pub(super) const BEFORE_NAME: &[fn(&Run) -> usize] = &[
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
            run.at(i)
                .class
                .difference(Class::GIVEN | Class::MASCULINE | Class::FEMININE | Class::SUFFIX | Class::PARTICLE)
                .is_empty()
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
        const KINDS: &[&str] =
            &["man", "woman", "person", "er", "or", "ist", "ian", "eer", "ess", "ers", "ors", "ists", "ies"];
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

/// What says that a run of names is no person's.
pub(super) const NO_PERSON: &[fn(&Run) -> bool] = &[
    // "Leader of the Opposition", "Father of Two", "Ambassador to Cyprus"
    |run| {
        let only = run.at(run.start);
        run.len() == 1
            && only.is(Class::TITLE | Class::ROLE | Class::HONORIFIC)
            && !only.is(Class::GIVEN)
            && run.text.tokens.get(run.end).is_some_and(|t| matches!(t.span.of(run.text.src), "of" | "to" | "for"))
    },
    // "Miss Hungary": whom a place has crowned is not called so.
    |run| {
        let place = |i: usize| run.at(i).is(Class::PLACE) && !run.at(i).is(Class::GIVEN);
        run.len() >= 2 && run.word(run.start) == "Miss" && (run.start + 1..run.end).all(place)
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
