//! temporary
use std::io::Write;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let ex = whosaid::Extractor::new(whosaid::lexicon::Lexicon::builtin());
    let mut files = vec![];
    for a in args.iter().skip(3) {
        let p = std::path::Path::new(a);
        if p.is_dir() { let mut v: Vec<_> = std::fs::read_dir(p).unwrap().map(|e| e.unwrap().path()).collect(); v.sort(); files.extend(v); } else { files.push(p.to_owned()); }
    }
    let out = std::io::stdout(); let mut out = std::io::BufWriter::new(out.lock());
    for f in files {
        let body = String::from_utf8(std::fs::read(&f).unwrap()).unwrap();
        for r in ex.extract(&whosaid::Article::new(f.display().to_string(), body)) {
            serde_json::to_writer(&mut out, &r).unwrap(); out.write_all(b"\n").unwrap();
        }
    }
}
