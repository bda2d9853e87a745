//! Every input format gives the same quotes; what cannot be read is named by its number and the rest goes on.

use std::io::Write;

use serde_json::{Value, json};

use super::{BERG, LIND, folder, records, run, run_with};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let mut add = |name: &str, text: &str| {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    };
    let body: String = paragraphs.iter().map(|p| format!("<w:p><w:r><w:t>{p}</w:t></w:r></w:p>")).collect();
    add(
        "word/document.xml",
        &format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"),
    );
    add(
        "docProps/core.xml",
        "<c xmlns:dc=\"d\"><dc:title>Late &amp; later</dc:title><dc:creator>Ina Holm</dc:creator><created>2016-07-15T08:00:00Z</created></c>",
    );
    archive.finish().unwrap().into_inner()
}

fn html() -> String {
    let filler = "There was much to say about the ferry, and the harbour office put up a notice that said some of it. "
        .repeat(9);
    format!(
        "<!doctype html><html><head><meta charset=utf-8><title>Late | The Post</title><link rel=canonical href=\"https://x.example/late\">\
         <meta property=\"article:published_time\" content=\"2016-07-15\"></head><body><nav>“Menu!” said nobody.</nav>\
         <article><p>{filler}</p><p>{BERG}</p><p>{LIND}</p></article></body></html>"
    )
}

fn warc(records: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    for (kind, url, block) in records {
        write!(out, "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n").unwrap();
        let content = if *kind == "response" { "application/http; msgtype=response" } else { "text/plain" };
        write!(out, "Content-Type: {content}\r\nContent-Length: {}\r\n\r\n", block.len()).unwrap();
        out.extend_from_slice(block);
        out.extend_from_slice(b"\r\n\r\n");
    }
    out
}

fn response(headers: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 200 OK\r\n{headers}\r\n\r\n").as_bytes(), body].concat()
}

#[test]
fn every_format_gives_the_same_quotes() {
    let text = format!("{BERG}\n\n{LIND}\n");
    let rain = "The rain went on over the harbour, and the boats\nlay at the quay with their hatches closed until\nthe wind turned in the early hours of the night\nand the lamps went out. ";
    let wrapped =
        format!("{rain}{BERG}\n\n{rain}{LIND}\n").replace("We are", "We\nare").replace("Nobody told", "Nobody\ntold");
    let lines = format!("{}\n{}\n", json!({ "id": "a", "text": BERG }), json!({ "id": "b", "text": LIND }));
    let csv = format!("\u{feff}id;text\r\na;\"{BERG}\"\r\nb;\"{LIND}\"\r\n");
    let utf16: Vec<u8> =
        format!("\u{feff}id\ttext\na\t{BERG}\nb\t{LIND}\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let archive = warc(&[
        ("warcinfo", "", b"software: x"),
        ("request", "https://x.example/late", b"GET / HTTP/1.1\r\n\r\n"),
        ("response", "https://x.example/late", &response("Content-Type: text/html; charset=utf-8", html().as_bytes())),
        ("response", "https://x.example/p.png", &response("Content-Type: image/png", b"\x89PNG")),
        ("response", "https://x.example/gone", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no</p>"),
    ]);
    let packed_page = response("Content-Type: text/html\r\nContent-Encoding: gzip", &gzip(html().as_bytes()));
    let chunked = [format!("{:x}\r\n", html().len()).as_bytes(), html().as_bytes(), b"\r\n0\r\n\r\n"].concat();
    let chunked = response("Content-Type: text/html\r\nTransfer-Encoding: chunked", &chunked);
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("a.txt", text.clone().into_bytes()),
        ("wrapped.txt", wrapped.into_bytes()),
        ("crlf.txt", text.replace('\n', "\r\n").into_bytes()),
        ("latin.txt", encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()),
        ("utf16.txt", format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect()),
        ("a.md", text.replace("late", "**late**").into_bytes()),
        ("a.jsonl", lines.clone().into_bytes()),
        ("a.csv", csv.into_bytes()),
        ("utf16.tsv", utf16),
        ("a.html", html().into_bytes()),
        ("a.docx", docx(&[BERG, LIND])),
        ("a.warc", archive.clone()),
        ("packed.warc", warc(&[("response", "https://x.example/late", &packed_page)])),
        ("chunked.warc", warc(&[("response", "https://x.example/late", &chunked)])),
        ("a.wet", warc(&[("conversion", "https://x.example/late", text.as_bytes())])),
        ("a.txt.gz", gzip(text.as_bytes())),
        ("a.txt.zst", zstd(text.as_bytes())),
        ("a.jsonl.gz", gzip(lines.as_bytes())),
        ("a.warc.gz", archive.split_inclusive(|b| *b == b'\n').map(gzip).collect::<Vec<_>>().concat()),
        ("a.docx.zst", zstd(&docx(&[BERG, LIND]))),
        // Without an ending the content tells.
        ("text", text.clone().into_bytes()),
        ("lines", lines.clone().into_bytes()),
        ("page", html().into_bytes()),
        ("word", docx(&[BERG, LIND])),
        ("archive", archive),
        ("packed", gzip(lines.as_bytes())),
        ("table", format!("id,text\na,\"{BERG}\"\nb,\"{LIND}\"\n").into_bytes()),
    ];
    let list: Vec<(&str, &[u8])> = files.iter().map(|(n, b)| (*n, b.as_slice())).collect();
    let folder = folder(&list);
    for (name, bytes) in &files {
        let found = records(folder.path(), &[name]);
        let got: Vec<_> =
            found.iter().map(|r| (r["quote"].as_str().unwrap(), r["speaker"].as_str().unwrap())).collect();
        assert_eq!(got, [("We are late!", "Anna Berg"), ("Nobody told us!", "Otto Lind")], "{name}");
        // The same from standard input, where the content must tell, but for what looks like plain text.
        if !name.ends_with(".md") {
            let answer = run_with(folder.path(), &["extract", "-f", "jsonl"], bytes);
            assert_eq!((answer.out.lines().count(), answer.code), (2, 0), "{name}: {}", answer.err);
        }
    }
    // All of the folder at once, in the order of names.
    let all = records(folder.path(), &["."]);
    assert_eq!(all.len(), 2 * files.iter().filter(|(n, _)| n.contains('.')).count());
}

#[test]
fn pages_and_documents_say_what_they_are() {
    let folder = folder(&[("a.html", html().as_bytes()), ("a.docx", &docx(&[BERG]))]);
    let columns = ["extract", "-q", "--columns", "title,author,date,url,element,link"];
    let page = run(folder.path(), &[&columns[..], &["a.html"]].concat()).out;
    let row = page.lines().nth(1).unwrap();
    assert!(row.starts_with("Late"), "{row}");
    assert!(row.ends_with(
        ",,2016-07-15,https://x.example/late,html > body > article:nth-of-type(1) > p:nth-of-type(2),https://x.example/late#:~:text=We%20are%20late%21"
    ), "{row}");
    let document = run(folder.path(), &[&columns[..], &["a.docx"]].concat()).out;
    assert_eq!(document.lines().nth(1), Some("Late & later,Ina Holm,2016-07-15,,,"));
}

#[test]
fn fields_are_named() {
    let line = json!({ "key": 7, "article": { "body": BERG }, "when": "15 July 2016", "href": "https://x.example/7", "head": "H" });
    let row = format!("key,body,when,href,head\n7,\"{BERG}\",2016-07-15T10:00,https://x.example/7,H\n");
    let folder = folder(&[("a.jsonl", format!("{line}\n").as_bytes()), ("a.csv", row.as_bytes())]);
    for (file, text) in [("a.jsonl", "article.body"), ("a.csv", "body")] {
        let args = [
            "extract",
            file,
            "--text-field",
            text,
            "--id-field",
            "key",
            "--date-field",
            "when",
            "--url-field",
            "href",
            "--title-field",
            "head",
            "--columns",
            "source,date,url,title,quote",
        ];
        let answer = run(folder.path(), &args);
        assert_eq!(
            answer.out.lines().nth(1),
            Some("7,2016-07-15,https://x.example/7,H,We are late!"),
            "{file}: {}",
            answer.err
        );
    }
}

#[test]
fn one_bad_record_does_not_stop_the_rest() {
    let line = |id: usize| format!("{}\n", json!({ "id": id.to_string(), "text": BERG }));
    let mut lines: String = (1..=1000).map(line).collect();
    lines = lines.replacen(&line(500), "{\"id\": \"500\", \"text\": \n", 1).replacen(&line(700), "[1]\n", 1);
    let long = format!("{{\"text\": \"{}\"}}\n", "x".repeat(2 << 20));
    lines = lines.replacen(&line(900), &long, 1);
    let mut rows = String::from("id,text\n");
    (1..=1000).for_each(|n| rows += &if n == 500 { "500,a,b\n".to_owned() } else { format!("{n},\"{BERG}\"\n") });
    let damaged = [
        warc(&[("conversion", "https://x.example/1", BERG.as_bytes())]),
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\nno length\r\n\r\n".to_vec(),
        warc(&[("conversion", "https://x.example/3", LIND.as_bytes())]),
    ]
    .concat();
    let folder = folder(&[("a.jsonl", lines.as_bytes()), ("a.csv", rows.as_bytes()), ("a.warc", &damaged)]);
    for (file, good, want) in [
        (
            "a.jsonl",
            997,
            &[
                "whosaid: a.jsonl:500: is no JSON: EOF while parsing a value at column 21",
                "whosaid: a.jsonl:700: is JSON but no object",
                "whosaid: a.jsonl:900: is larger than 1 MB, the limit for one article: raise it with --max-size",
            ][..],
        ),
        ("a.csv", 999, &["whosaid: a.csv:501: record 500 has 3 fields, the header has 2 fields"]),
        (
            "a.warc",
            2,
            &["whosaid: a.warc: record 2 has no Content-Length", "whosaid: a.warc: record 3 does not begin where"],
        ),
    ] {
        let answer = run(folder.path(), &["extract", file, "--max-size", "1", "--columns", "quote"]);
        assert_eq!(answer.code, 2);
        assert_eq!(answer.out.lines().count() - 1, good, "{file}");
        let messages: Vec<&str> = answer.err.lines().collect();
        assert_eq!(messages.len(), want.len(), "{}", answer.err);
        for (message, want) in messages.iter().zip(want) {
            assert!(message.starts_with(want), "{message:?} does not start with {want:?}");
        }
    }
}

#[test]
fn bombs_are_stopped() {
    let zeros = vec![b' '; 40 << 20];
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    bomb.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    bomb.write_all(&zeros).unwrap();
    let open_quote = format!("id,text\n1,\"{}", "never closed\n".repeat(400_000));
    let folder = folder(&[
        ("a.txt.gz", &gzip(&zeros)),
        ("a.docx", &bomb.finish().unwrap().into_inner()),
        ("a.csv", open_quote.as_bytes()),
        ("deep.html", "<div>".repeat(100_000).as_bytes()),
    ]);
    for (file, want) in [
        ("a.txt.gz", "whosaid: a.txt.gz: is larger than 1 MB, the limit for one article: raise it with --max-size\n"),
        ("a.docx", "whosaid: a.docx: is larger than 1 MB, the limit for one article: raise it with --max-size\n"),
        (
            "a.csv",
            "whosaid: a.csv:2: record 1 is larger than 1 MB, the limit for one article: raise it with --max-size, or a quotation mark is never closed; what follows was not read\n",
        ),
        ("deep.html", "whosaid: deep.html: is nested more than 2000 elements deep, as no article is: leave it out\n"),
    ] {
        let answer = run(folder.path(), &["extract", file, "--max-size", "1"]);
        assert_eq!((answer.err.as_str(), answer.code), (want, 2));
    }
    let answer = run(folder.path(), &["extract", "a.txt.gz", "--max-size", "1000"]);
    assert!(answer.err.contains("unpacks to more than 400 times its size"), "{}", answer.err);
}

#[test]
fn mojibake_is_repaired_and_flagged() {
    let text = "The café was full.\n\nâ€œWe are late!â€\u{9d} Anna Berg said. She said it wasnâ€™t her fault.\n\n“Fine!” Otto Lind said.\n";
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let found = records(folder.path(), &["a.txt"]);
    let berg = &found[0];
    assert_eq!(berg["quote"], "We are late!");
    assert!(berg["flags"].as_array().unwrap().contains(&json!("repaired")));
    let lind = found.iter().find(|r| r["quote"] == "Fine!").unwrap();
    assert!(!lind["flags"].as_array().unwrap().contains(&json!("repaired")));
    let chars: Vec<char> = text.chars().collect();
    for record in &found {
        for segment in record["segments"].as_array().unwrap() {
            let at = |name: &str| segment[name].as_u64().unwrap() as usize;
            assert_eq!(Value::from(chars[at("start")..at("end")].iter().collect::<String>()), segment["text"]);
        }
    }
    assert_eq!((berg["line"].as_u64(), berg["column"].as_u64()), (Some(3), Some(4)));
}

#[test]
fn the_input_format_can_be_said() {
    let folder = folder(&[("a.data", BERG.replace("late", "**late**").as_bytes()), ("b.txt", html().as_bytes())]);
    let quote = |args: &[&str]| records(folder.path(), args)[0]["quote"].clone();
    assert_eq!(quote(&["a.data", "--input-format", "markdown"]), "We are late!");
    assert_eq!(quote(&["a.data"]), "We are **late**!");
    assert_eq!(records(folder.path(), &["b.txt", "--input-format", "html"]).len(), 2);
    let answer = run(folder.path(), &["extract", "a.data", "--input-format", "pdf"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("invalid value 'pdf' for '--input-format <FORMAT>'"), "{}", answer.err);
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_build_without_parquet_says_so() {
    let folder = folder(&[("a.parquet", b"PAR1"), ("a.txt", BERG.as_bytes())]);
    let read = run(folder.path(), &["extract", "-q", "a.parquet"]);
    let want = "whosaid: a.parquet: cannot be read by this build: build whosaid with the feature \"parquet\"\n";
    assert_eq!((read.code, read.err.as_str()), (2, want));
    let write = run(folder.path(), &["extract", "-q", "a.txt", "-o", "b.parquet"]);
    let want = "whosaid: b.parquet: cannot be written by this build: build whosaid with the feature \"parquet\"\n";
    assert_eq!((write.code, write.err.as_str()), (2, want));
}
