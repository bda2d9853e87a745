//! Articles whose bytes or lines are not as they should be.

use insta::assert_snapshot;

use super::{BERG, extract, folder, shown};

fn bytes(name: &str, bytes: &[u8]) -> String {
    let folder = folder(&[]);
    folder.write(name, bytes);
    extract(&folder, &[name, "good.txt"])
}

#[test]
fn empty_file() {
    assert_snapshot!(bytes("empty.txt", b""), @r#"
    exit 0
    We are late!,Anna Berg
    ---
    "#);
    assert_snapshot!(bytes("blank.txt", b" \r\n\t\n"), @r#"
    exit 0
    We are late!,Anna Berg
    ---
    "#);
    assert_snapshot!(bytes("empty.jsonl", b""), @r#"
    exit 0
    We are late!,Anna Berg
    ---
    "#);
    assert_snapshot!(bytes("empty.csv", b""), @r#"
    exit 0
    We are late!,Anna Berg
    ---
    "#);
    assert_snapshot!(bytes("empty.html", b""), @r#"
    exit 2
    We are late!,Anna Berg
    ---
    whosaid: empty.html: holds no text: a page that is filled by a script must be saved from the browser
    "#);
}

#[test]
fn binary_file() {
    assert_snapshot!(bytes("program.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0"), @r#"
    exit 2
    We are late!,Anna Berg
    ---
    whosaid: program.txt: is a binary file, no text: leave it out or convert it to text
    "#);
    assert_snapshot!(bytes("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x03\0\x08\x06"), @r#"
    exit 2
    We are late!,Anna Berg
    ---
    whosaid: picture.txt: is a binary file, no text: leave it out or convert it to text
    "#);
}

#[test]
fn windows_1252_is_decoded() {
    assert_snapshot!(bytes("wire.txt", b"\x93It\x92s late,\x94 said Zo\xeb Berg.\n"), @r#"
    exit 0
    "It’s late,",Zoë Berg
    We are late!,Anna Berg
    ---
    "#);
}

#[test]
fn a_few_bad_bytes_in_utf8() {
    assert_snapshot!(bytes("torn.txt", "“Ça va, ça va très bien, à bientôt, René, à Évian, où l’été s’achève déjà,” said Zoë Berg.\n".as_bytes().iter().copied().chain(*b"\xe2\x80 and more\n").collect::<Vec<u8>>().as_slice()), @r#"
    exit 0
    "Ça va, ça va très bien, à bientôt, René, à Évian, où l’été s’achève déjà,",Zoë Berg
    We are late!,Anna Berg
    ---
    "#);
}

#[test]
fn nul_bytes_in_a_text() {
    assert_snapshot!(bytes("nul.txt", format!("“We are\0 late,” said Zoë Berg, who had waited for an hour.\n{BERG}").as_bytes()), @r#"
    exit 0
    "We are late,",Zoë Berg
    We are late!,Anna Berg
    We are late!,Anna Berg
    ---
    "#);
}

#[test]
fn carriage_returns() {
    assert_snapshot!(bytes("dos.txt", b"\"We are late,\" said Ada Lund.\r\n\r\n\"Nobody told us,\" Otto Lind said.\r\n"), @r#"
    exit 0
    "We are late,",Ada Lund
    "Nobody told us,",Otto Lind
    We are late!,Anna Berg
    ---
    "#);
    assert_snapshot!(bytes("mac.txt", b"\"We are late,\" said Ada Lund.\r\r\"Nobody told us,\" Otto Lind said.\r"), @r#"
    exit 0
    "We are late,",Ada Lund
    "Nobody told us,",Otto Lind
    We are late!,Anna Berg
    ---
    "#);
}

#[test]
fn byte_order_mark() {
    let text = "\u{feff}“We are late,” said Ada Lund.\n";
    assert_snapshot!(bytes("marked.txt", text.as_bytes()), @r#"
    exit 0
    "We are late,",Ada Lund
    We are late!,Anna Berg
    ---
    "#);
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_snapshot!(bytes("wide.txt", &wide), @r#"
    exit 0
    "We are late,",Ada Lund
    We are late!,Anna Berg
    ---
    "#);
    let folder = folder(&[("marked.txt", text)]);
    let run = folder.run(&["extract", "marked.txt", "--columns", "segments,line,column"]);
    assert_snapshot!(shown(&run), @r#"
    exit 0
    2-14,1,3
    ---
    "#);
}

#[test]
fn formulas() {
    let text = "“=HYPERLINK(0)!” Anna Berg said.\n\n“+1, I am in!” Otto Lind said.\n\n“-5 degrees!” Ina Holm said.\n\n“@home, all of us!” Bo Ek said.\n";
    assert_snapshot!(bytes("formulas.txt", text.as_bytes()), @r#"
    exit 0
    '=HYPERLINK(0)!,Anna Berg
    "'+1, I am in!",Otto Lind
    '-5 degrees!,Ina Holm
    "'@home, all of us!",Bo Ek
    We are late!,Anna Berg
    ---
    "#);
    let raw = folder(&[("formulas.txt", text)]);
    assert_snapshot!(extract(&raw, &["formulas.txt", "--raw"]), @r#"
    exit 0
    =HYPERLINK(0)!,Anna Berg
    "+1, I am in!",Otto Lind
    -5 degrees!,Ina Holm
    "@home, all of us!",Bo Ek
    ---
    "#);
}

#[test]
fn records_that_cannot_be_used() {
    let text = "{\"id\": \"1\", \"text\": \"“We are late!” Anna Berg said.\"}\n{\"id\": \"2\"\n\n[]\n{\"body\": \"x\"}\n{\"text\": 5}\n";
    assert_snapshot!(bytes("mixed.jsonl", text.as_bytes()), @r#"
    exit 2
    We are late!,Anna Berg
    We are late!,Anna Berg
    ---
    whosaid: mixed.jsonl:2: is no JSON: EOF while parsing an object at column 10
    whosaid: mixed.jsonl:4: is JSON but no object: write {"id": …, "text": …}
    whosaid: mixed.jsonl:5: has no field "text"; it has "body": name the one with the text with --text-field
    whosaid: mixed.jsonl:6: the field "text" is no string
    "#);
}

#[test]
fn text_that_ends_in_the_middle() {
    for text in
        ["say a, the", "Anna Berg said a,", "“We are late, Anna Berg", "according to", "said “", "Anna Berg told"]
    {
        let shown = bytes("torn.txt", text.as_bytes());
        assert!(shown.starts_with("exit 0\n"), "{text:?}: {shown}");
    }
}
