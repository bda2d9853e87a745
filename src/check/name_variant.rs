//! A spelling close to, but not, one in the lexicon.

use std::collections::BTreeSet;
use std::ops::Range;

use super::engine::View;
use super::finding::{Edit, Fix};
use super::{Check, Example, Finding, Run, Said, Sample, Severity, person};
use crate::text::{Shape, Text, TokenKind};
use crate::words::Class;

const LEXICON: &str = "[[speaker]]\nname = \"Fjodor Lindqvist\"";

pub(super) const CHECK: Check = Check {
    id: "name-variant",
    finds: "A name spelt almost as one in the lexicon: *Fjodor Lindkvist* where the lexicon has *Fjodor Lindqvist*.",
    why: "A misspelt name is the commonest correction, and it splits one person's quotes between two names in every archive.",
    remedy: "Write the name as the lexicon has it, or add the spelling to the speaker's aliases. `--fix` does the first.",
    severity: Severity::Warning,
    settings: &[],
    examples: &[
        Example {
            articles: &[Sample::new(
                "Fjodor Lindqvist came first. “It will hold,” Lindkvist said.",
                &[Said::by("Lindkvist", "It will hold,")],
            )],
            lexicon: LEXICON,
            finds: &["Lindkvist"],
            ..Example::NONE
        },
        Example {
            articles: &[
                Sample::new(
                    "“It will hold,” Fjodor Lindqvist said. The Lindqvists nodded.",
                    &[Said::by("Fjodor Lindqvist", "It will hold,")],
                ),
                // Somebody else, named in full.
                Sample::new(
                    "Anna Lindkvist came first. “It will hold,” Lindkvist said.",
                    &[Said::by("Anna Lindkvist", "It will hold,")],
                ),
                // A word that begins a sentence, or stands small elsewhere.
                Sample::new("Lindqist trees shed their leaves. The Lindqits and a lindqits fell.", &[]),
            ],
            lexicon: LEXICON,
            ..Example::NONE
        },
    ],
    run: &[Run::Article(run)],
};

fn run(view: &View, out: &mut Vec<Finding>) {
    if view.names.is_empty() {
        return;
    }
    let text = &view.reading.text;
    let names: Vec<Range<usize>> = capitalised(text);
    let words = |name: &Range<usize>| text.span(name.clone()).of(text.src);
    // People of the article with a full name of their own: their surname alone is theirs.
    let mut strangers = BTreeSet::new();
    let mut known_here = BTreeSet::new();
    for name in &names {
        let parts = person::name_words(words(name));
        if let ([_, .., surname], None) = (parts.as_slice(), view.names.variant(words(name))) {
            strangers.insert(surname.clone());
            known_here.insert(parts.join(" "));
        }
    }
    for name in names {
        let written = words(&name);
        let Some(variant) = view.names.variant(written) else { continue };
        let alone = person::name_words(written).len() == 1;
        if alone && strangers.contains(&variant.wrong) {
            continue;
        }
        if alone && name.len() == 1 && !is_surely_a_name(text, name.start) {
            continue;
        }
        let Some(token) = name.clone().find(|&i| super::name_index::fold(text.word(i)) == variant.wrong) else {
            continue;
        };
        let location = view.locate(text.tokens[token].span.range());
        let old = text.word(token).to_owned();
        let message = format!("{written} is spelt {} in the lexicon ({})", variant.right, variant.name);
        let mut finding = Finding::new(CHECK.id, location.clone(), message);
        // A surname alone is mended only where the article names the speaker in full.
        let full = person::name_words(variant.name).join(" ");
        if (!alone || known_here.contains(&full)) && old.chars().any(char::is_lowercase) {
            let edits = vec![Edit { location, old, new: variant.right.to_owned() }];
            finding.fix = Some(Fix { title: format!("write {}", variant.right), edits });
        }
        out.push(finding);
    }
}

/// Whether a single capitalised word is one because it is a name: it begins no sentence, or speaks, and is nowhere written small.
fn is_surely_a_name(text: &Text, token: usize) -> bool {
    let begins = text.tokens[token].shape.contains(Shape::INITIAL);
    let speaks = text.tokens.get(token + 1).is_some_and(|t| t.is(Class::CUE));
    let small = super::name_index::fold(text.word(token));
    (!begins || speaks) && !(0..text.tokens.len()).any(|i| text.word(i) == small)
}

/// Runs of capitalised words that may be a name: without what begins a sentence by its place alone, where that is a common word.
fn capitalised(text: &Text) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = None;
    for (i, token) in text.tokens.iter().enumerate() {
        let small = Class::FUNCTION | Class::DAY | Class::MONTH | Class::TIME;
        let named = token.kind == TokenKind::Word && token.is_capital() && !token.is(small & !Class::GIVEN);
        match (named, start) {
            (true, None) => start = Some(i),
            (false, Some(from)) => {
                out.push(from..i);
                start = None;
            }
            _ => {}
        }
    }
    out.extend(start.map(|from| from..text.tokens.len()));
    out
}
