//! Makes the word table of `src/words` from its lists, so that a program that starts finds it ready.

// What the build script shares with the library it uses in part.
#![allow(dead_code)]

#[path = "src/words/class.rs"]
mod class;
#[path = "src/words/inflect.rs"]
mod inflect;
#[path = "src/words/layout.rs"]
mod layout;
#[path = "src/words/lists.rs"]
mod lists;
#[path = "src/words/spelling.rs"]
mod spelling;
#[path = "src/words/table.rs"]
mod table;

use std::fmt::Write;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=src/words");
    let (entries, long) = layout::lay_out(lists::words());
    let mut out = format!("static ENTRIES: [table::Entry; {}] = [\n", entries.len());
    for (key, class) in entries {
        writeln!(out, "({key:#x}, {class:#x}),").expect("memory is large enough");
    }
    out.push_str("];\nstatic LONG: &[(&str, u64)] = &[\n");
    for (word, class) in long {
        writeln!(out, "({word:?}, {class:#x}),").expect("memory is large enough");
    }
    out.push_str("];\nstatic TABLE: Table = Table { entries: &ENTRIES, long: LONG };\n");
    let folder = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&folder).join("words.rs"), out).expect("cargo's folder can be written to");
}
