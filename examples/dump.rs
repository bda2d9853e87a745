//! Shows what the parser made of an article: sentences, chunks, tags, and the records with their rules.
//!
//!     cargo run --example dump -- FILE|- [WORDS]

use whosaid::{Article, Extractor, lexicon::Lexicon};
fn main() {
    let mut args = std::env::args().skip(1);
    let file = args.next().unwrap();
    let filter = args.next().unwrap_or_default();
    let body = if file == "-" {
        std::io::read_to_string(std::io::stdin()).unwrap()
    } else {
        std::fs::read_to_string(&file).unwrap()
    };
    let a = Article::new(file, body);
    let ex = Extractor::new(Lexicon::builtin());
    let r = ex.read(&a);
    for (n, s) in r.text.sentences.iter().enumerate() {
        let src = r.text.span(s.tokens.clone()).of(r.text.src);
        if !src.contains(&filter) {
            continue;
        }
        println!("## {n} ¶{} {src}", s.paragraph);
        let mut line = String::new();
        for c in r.text.chunks_of(n) {
            let words: Vec<String> =
                (c.start..c.end).map(|i| format!("{}/{:?}", r.text.word(i), r.text.tokens[i].tag)).collect();
            if c.kind == whosaid::text::ChunkKind::Quote {
                line += &format!("[Quote {}…] ", r.text.word((c.start + 1).min(c.end - 1)));
            } else {
                line += &format!(
                    "[{:?}{} {}] ",
                    c.kind,
                    if c.kind == whosaid::text::ChunkKind::Verb {
                        format!(":{:?}{}", c.form, if c.passive { "P" } else { "" })
                    } else {
                        String::new()
                    },
                    words.join(" ")
                );
            }
        }
        println!("   {line}");
        for rec in r.records.iter().filter(|q| {
            let b = q.segments[0].bytes.start as u32;
            let sp = r.text.span(s.tokens.clone());
            sp.start <= b && b < sp.end
        }) {
            println!(
                "   => {} {} {:?} cue={:?} | {}",
                rec.rule,
                rec.kind,
                rec.speaker,
                rec.cue.as_ref().map(|c| &c.text),
                rec.segments.iter().map(|s| s.text.clone()).collect::<Vec<_>>().join(" ⋯ ")
            );
        }
    }
}
