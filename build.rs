//! Makes the tables of words, cues and titles from their lists, so that a program that starts finds them ready.

// What the build script shares with the library it uses in part.
#![allow(dead_code)]

#[path = "src/landmarks"]
mod landmarks {
    pub mod phrase;
}
#[path = "src/lexicon"]
mod lexicon {
    mod cue;
    pub mod cue_rows;
    mod cues;

    pub use {cue::CueForm, cues::CueTable};
}
#[path = "src/words"]
mod words {
    mod class;
    mod inflect;
    pub mod layout;
    pub mod lists;
    mod spelling;
    mod table;

    pub(crate) use spelling::spellings;
    pub use {class::Class, inflect::VerbEntry};
}

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use landmarks::phrase::{self, Phrases, What};
use lexicon::CueTable;

fn main() {
    for source in ["words", "lexicon", "landmarks/phrase.rs"] {
        println!("cargo::rerun-if-changed=src/{source}");
    }
    let classes = words::lists::words().into_iter().map(|(word, class)| (word, class.bits())).collect();
    write("words.rs", &table("CLASSES", classes));
    let cues = lexicon::cue_rows::builtin();
    let phrases = phrase::phrases(&cues, 0, words::lists::titles());
    // What a benchmark looks for without the library.
    let spellings = phrases.iter().flat_map(|(word, of_word)| of_word.iter().map(move |p| format!("{word}{}", p.rest)));
    write("spellings.txt", &spellings.collect::<Vec<_>>().join("\n"));
    write("landmarks.rs", &landmarks(&cues, phrases));
}

/// The cues, the phrases of cues and titles, and for each first word where its phrases begin and, in the lowest eight bits, how many.
fn landmarks(cues: &CueTable, phrases: Phrases) -> String {
    let mut out = String::from("static CUES: &[Cue] = &[\n");
    for cue in &cues.cues {
        let (lemma, class, frames) = (&cue.lemma, cue.class, cue.frames.bits());
        line(
            &mut out,
            format_args!(
                "Cue {{ lemma: Cow::Borrowed({lemma:?}), class: CueClass::{class:?}, frames: Frames::from_bits_retain({frames}) }},"
            ),
        );
    }
    out.push_str("];\nstatic PHRASES: &[Phrase] = &[\n");
    let (mut first_words, mut count) = (BTreeMap::new(), 0);
    for (word, phrases) in phrases {
        assert!(phrases.len() < 256, "{word} begins too many phrases");
        first_words.insert(word, count << 8 | phrases.len() as u64);
        count += phrases.len() as u64;
        for phrase in phrases {
            let what = match phrase.what {
                What::Cue { cue, form, class } => {
                    let class = class.bits();
                    format!("Cue {{ cue: {cue}, form: CueForm::{form:?}, class: Class::from_bits_retain({class}) }}")
                }
                What::Title => "Title".to_owned(),
            };
            let rest = phrase.rest;
            line(&mut out, format_args!("Phrase {{ rest: Cow::Borrowed({rest:?}), what: What::{what} }},"));
        }
    }
    out.push_str("];\n");
    out + &table("FIRST_WORDS", first_words)
}

/// `static NAME: Table` of words with their numbers.
fn table(name: &str, words: BTreeMap<String, u64>) -> String {
    let (entries, long) = words::layout::lay_out(words);
    let mut out = format!("static {name}: Table = Table {{ entries: &[\n");
    for (key, number) in entries {
        line(&mut out, format_args!("({key:#x}, {number:#x}),"));
    }
    out.push_str("], long: &[\n");
    for (word, number) in long {
        line(&mut out, format_args!("({word:?}, {number:#x}),"));
    }
    out + "] };\n"
}

fn line(out: &mut String, line: std::fmt::Arguments) {
    writeln!(out, "{line}").expect("memory is large enough");
}

fn write(file: &str, code: &str) {
    let folder = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&folder).join(file), code).expect("cargo's folder can be written to");
}
