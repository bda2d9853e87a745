//! Every output format, read by a reader that is not ours.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use calamine::{Data, Reader};
use quick_xml::events::Event;
use serde_json::Value;

use super::{BERG, EVIL, LIND, folder, raw, run};

fn articles() -> tempfile::TempDir {
    folder(&[
        ("news/one.txt", format!("{BERG}\n\nThe rain went on.\n\n{LIND}\n").as_bytes()),
        ("news/two.md", "---\ntitle: Two\ndate: 2016-07-15\nurl: https://x.example/two\n---\n“We are **late**!” [Anna Berg](https://b.example) said.\n".as_bytes()),
        ("news/evil.txt", EVIL.as_bytes()),
    ])
}

#[test]
fn delimited_tables() {
    let folder = articles();
    for (args, separator) in [
        (&["-f", "csv"][..], b','),
        (&["-f", "tsv"], b'\t'),
        (&["--excel=comma"], b','),
        (&["--excel=semicolon"], b';'),
    ] {
        let answer = run(folder.path(), &[&["extract", "news"], args].concat());
        assert_eq!(answer.code, 0);
        assert_eq!(answer.out.starts_with('\u{feff}'), args[0].starts_with("--excel"), "{args:?}");
        let text = answer.out.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
        assert!(reader.headers().unwrap().iter().take(4).eq(["quote", "speaker", "role", "source"]));
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        let quotes: Vec<&str> = rows.iter().map(|r| &r[0]).collect();
        assert_eq!(rows.len(), 5);
        assert!(quotes.contains(&"We are late!") && quotes.contains(&"'=HYPERLINK(0)!"), "{quotes:?}");
        assert!(!text.contains(['\u{1b}', '\u{9b}']));
        let confidence = &rows[0][12];
        assert_eq!(confidence.contains(','), separator == b';', "{confidence}");
    }
    let raw = run(folder.path(), &["extract", "news/evil.txt", "--raw"]);
    assert!(raw.out.contains("\n=HYPERLINK(0)!,Otto Lind") && raw.out.contains('\u{1b}'));
}

#[test]
fn excel_is_for_csv() {
    let folder = articles();
    let answer = run(folder.path(), &["extract", "news", "-f", "json", "--excel"]);
    assert_eq!(
        (answer.code, answer.err.as_str()),
        (2, "whosaid: --excel is for CSV, not for json: leave it out, or say -f csv\n")
    );
}

#[test]
fn json_and_json_lines_hold_the_same_records() {
    let folder = articles();
    let lines = run(folder.path(), &["extract", "news", "-f", "jsonl"]).out;
    let array = run(folder.path(), &["extract", "news", "-f", "json"]).out;
    assert!(!lines.contains(['\u{1b}', '\u{9b}', '<']) && !array.contains(['\u{1b}', '\u{9b}', '<']));
    let lines: Vec<Value> = lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let array: Vec<Value> = serde_json::from_str(&array).unwrap();
    assert_eq!(lines, array);
    let evil = array.iter().find(|r| r["source"] == "news/evil.txt").unwrap();
    assert_eq!(evil["quote"], "</script><img src=x onerror=alert(1)> ]]> \u{1b}[31m\u{9b}0m & <b>so</b>!");
    // Offsets slice the file as it is, signs of Markdown included.
    for record in &array {
        let file = std::fs::read_to_string(folder.path().join(record["source"].as_str().unwrap())).unwrap();
        let chars: Vec<char> = file.chars().collect();
        for place in record["segments"].as_array().unwrap().iter().chain([&record["mention"], &record["cue"]]) {
            let at = |name: &str| place[name].as_u64().unwrap() as usize;
            assert_eq!(chars[at("start")..at("end")].iter().collect::<String>(), place["text"]);
        }
    }
    let empty = run(folder.path(), &["extract", "-f", "json", "--kinds", "mixed", "news/one.txt"]);
    assert_eq!(empty.out, "[]\n");
}

#[test]
fn markdown() {
    let folder = articles();
    let answer = run(folder.path(), &["extract", "news", "-f", "markdown"]);
    assert_eq!(answer.out.lines().count(), 7);
    assert!(answer.out.contains("[news/two.md](<https://x.example/two#:~:text=We%20are%20late%21>)"), "{}", answer.out);
    assert!(answer.out.contains("| '=HYPERLINK(0)! |") && answer.out.contains("&lt;/script&gt;&lt;img src=x"));
    let page = pulldown_cmark::Parser::new_ext(&answer.out, pulldown_cmark::Options::all());
    let is_markup =
        |e: &pulldown_cmark::Event| matches!(e, pulldown_cmark::Event::Html(_) | pulldown_cmark::Event::InlineHtml(_));
    assert!(!page.into_iter().any(|e| is_markup(&e)));
}

#[test]
fn workbook() {
    let folder = articles();
    let answer = run(folder.path(), &["extract", "news", "-o", "q.xlsx"]);
    assert_eq!(answer.code, 0);
    assert!(answer.err.starts_with("whosaid: 3 articles, 5 quotes, 2 speakers, 0 unattributed, "), "{}", answer.err);
    let path = folder.path().join("q.xlsx");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).unwrap();
    assert_eq!(book.sheet_names(), ["Quotes", "Speakers", "How it was made"]);
    let quotes = book.worksheet_range("Quotes").unwrap();
    let header: Vec<String> = quotes.rows().next().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(header[..6], ["quote", "speaker", "role", "source", "kind", "review"]);
    let formula = quotes.rows().find(|r| r[0] == Data::String("=HYPERLINK(0)!".to_owned()));
    assert!(formula.is_some(), "a formula's text is a string cell");
    assert!(quotes.rows().skip(1).all(|r| matches!(r[8], Data::Float(c) if (0.0..=1.0).contains(&c))));
    let formulas = book.worksheet_formula("Quotes").unwrap();
    assert!(formulas.is_empty() || formulas.used_cells().next().is_none());
    let speakers = book.worksheet_range("Speakers").unwrap();
    let berg = speakers.rows().find(|r| r[0] == Data::String("Anna Berg".to_owned())).unwrap();
    assert_eq!((&berg[2], &berg[6]), (&Data::Float(3.0), &Data::Float(3.0)));
    let made: Vec<String> = book.worksheet_range("How it was made").unwrap().rows().map(|r| r[1].to_string()).collect();
    assert!(
        made.contains(&"speakers.toml".to_owned()) && made.contains(&"2016-07-15 00:00 UTC".to_owned()),
        "{made:?}"
    );

    // What calamine does not read: pane, filter, links, colours.
    let part = |name: &str| {
        let mut archive = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
        std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
    };
    let sheet = part("xl/worksheets/sheet1.xml");
    for want in
        ["state=\"frozen\"", "<autoFilter ref=\"A1:T6\"", "<conditionalFormatting", "<dataValidation ", "<hyperlink "]
    {
        assert!(sheet.contains(want), "{want}");
    }
    assert!(sheet.contains("location=\":~:text=We%20are%20late%21\""));
    let links = part("xl/worksheets/_rels/sheet1.xml.rels");
    assert!(links.contains("https://x.example/two") && links.contains("news/one.txt"), "{links}");
    // The same articles give the same bytes.
    let first = std::fs::read(&path).unwrap();
    run(folder.path(), &["extract", "news", "-o", "q.xlsx", "-j", "1"]);
    let strip = |bytes: &[u8]| bytes.len();
    assert!(strip(&first).abs_diff(strip(&std::fs::read(&path).unwrap())) < 64, "only the command differs");
}

#[test]
fn page() {
    let folder = articles();
    run(folder.path(), &["extract", "news", "-o", "out.html"]);
    let page = std::fs::read_to_string(folder.path().join("out.html")).unwrap();
    // The article's text can neither end its element nor begin one.
    assert!(!page.contains("<img") && !page.contains("<b>so"));
    assert_eq!(page.matches("<script").count(), page.matches("</script>").count());
    assert_eq!(page.matches("<script type=\"application/json\"").count(), 4);
    for policy in
        ["default-src 'none'", "script-src 'sha256-", "style-src 'sha256-", "base-uri 'none'", "form-action 'none'"]
    {
        assert!(page.contains(policy));
    }
    assert!(!page.contains("src=\"") && !page.contains("@import") && !page.contains("url("), "nothing is loaded");
    let block = |id: &str| -> Value {
        let (_, rest) = page.split_once(&format!("<script type=\"application/json\" id=\"{id}\">")).unwrap();
        serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
    };
    let index = block("index");
    assert_eq!(index["records"].as_array().unwrap().len(), 5);
    // Offsets count as scripts do.
    for record in index["records"].as_array().unwrap() {
        let text = block(&format!("t{}", record[0]));
        let units: Vec<u16> = text.as_str().unwrap().encode_utf16().collect();
        let (from, to) = (record[8][0][0].as_u64().unwrap() as usize, record[8][0][1].as_u64().unwrap() as usize);
        assert_eq!(String::from_utf16(&units[from..to]).unwrap(), record[12].as_str().unwrap());
    }
    // A folder that holds the report does not read it as an article.
    std::fs::rename(folder.path().join("out.html"), folder.path().join("news/out.html")).unwrap();
    run(folder.path(), &["extract", "news", "-o", "news/quotes.csv"]);
    run(folder.path(), &["extract", "news", "-o", "news/quotes.jsonl"]);
    run(folder.path(), &["extract", "news", "-o", "news/quotes.md"]);
    assert_eq!(super::records(folder.path(), &["news"]).len(), 5);
}

#[test]
fn web_annotation() {
    let folder = articles();
    let page: Value = serde_json::from_str(&run(folder.path(), &["extract", "news", "-f", "webanno"]).out).unwrap();
    assert_eq!(page["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(page["type"], "AnnotationPage");
    let items = page["items"].as_array().unwrap();
    assert_eq!(items.len(), 5);
    let ids: HashSet<&str> = items.iter().map(|i| i["id"].as_str().unwrap()).collect();
    assert!(ids.len() == 5 && ids.iter().all(|i| i.starts_with("urn:uuid:") && i.len() == 45));
    for item in items {
        assert_eq!(item["type"], "Annotation");
        let purposes: Vec<&str> =
            item["body"].as_array().unwrap().iter().filter_map(|b| b["purpose"].as_str()).collect();
        assert!(purposes.contains(&"identifying") && purposes.contains(&"classifying"));
        for target in item["target"].as_array().unwrap() {
            let source = target["source"].as_str().unwrap();
            let selectors = target["selector"].as_array().unwrap();
            let quote = &selectors[0];
            assert_eq!(quote["type"], "TextQuoteSelector");
            let Some(position) = selectors.iter().find(|s| s["type"] == "TextPositionSelector") else {
                assert_eq!(source, "https://x.example/two");
                continue;
            };
            // A reader of the model finds the same words both ways.
            let text = std::fs::read_to_string(folder.path().join(source)).unwrap();
            let (start, end) =
                (position["start"].as_u64().unwrap() as usize, position["end"].as_u64().unwrap() as usize);
            let words: String = text.chars().skip(start).take(end - start).collect();
            assert_eq!(words, quote["exact"].as_str().unwrap());
            let whole = format!("{}{words}{}", quote["prefix"].as_str().unwrap(), quote["suffix"].as_str().unwrap());
            assert_eq!(text.matches(&whole).count(), 1);
        }
    }
}

#[test]
fn schema_org() {
    let folder = articles();
    let graph: Value = serde_json::from_str(&run(folder.path(), &["extract", "news", "-f", "schemaorg"]).out).unwrap();
    assert_eq!(graph["@context"], "https://schema.org");
    let nodes = graph["@graph"].as_array().unwrap();
    let by_id: HashMap<&str, &Value> = nodes.iter().map(|n| (n["@id"].as_str().unwrap(), n)).collect();
    assert_eq!(by_id.len(), nodes.len());
    let quotations: Vec<_> = nodes.iter().filter(|n| n["@type"] == "Quotation").collect();
    assert_eq!(quotations.len(), 5);
    for quotation in &quotations {
        let article = by_id[quotation["isPartOf"]["@id"].as_str().unwrap()];
        assert_eq!(article["@type"], "NewsArticle");
        assert_eq!(quotation["spokenByCharacter"]["@type"], "Person");
    }
    let web = quotations.iter().find(|q| q["isPartOf"]["@id"] == "https://x.example/two").unwrap();
    assert_eq!(web["url"], "https://x.example/two#:~:text=We%20are%20late%21");
    assert_eq!(by_id["https://x.example/two"]["datePublished"], "2016-07-15");
}

#[test]
fn tei() {
    let folder = articles();
    let xml = run(folder.path(), &["extract", "news", "-f", "tei"]).out;
    let mut reader = quick_xml::Reader::from_str(&xml);
    reader.config_mut().check_end_names = true;
    let (mut open, mut ids, mut pointers, mut said) = (Vec::new(), HashSet::new(), Vec::new(), Vec::new());
    loop {
        let event = reader.read_event().unwrap();
        if let Event::Start(e) | Event::Empty(e) = &event {
            for attribute in e.attributes() {
                let attribute = attribute.unwrap();
                let value = attribute.value.to_string();
                match attribute.key.as_ref() {
                    "xml:id" => assert!(ids.insert(value), "an id is given twice"),
                    "who" | "ref" | "next" | "prev" | "corresp" | "ana" => pointers.push(value),
                    _ => {}
                }
            }
        }
        match event {
            Event::Start(e) => open.push(e.name().as_ref().to_owned()),
            Event::End(_) => {
                open.pop();
            }
            Event::Text(t) if open.last().is_some_and(|n| n == "said") => said.push(t.to_string()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty());
    assert!(pointers.iter().all(|p| ids.contains(p.trim_start_matches('#'))), "{pointers:?}");
    assert_eq!(said.iter().filter(|s| *s == "We are late!").count(), 2);
    assert!(!xml.contains(['\u{1b}', '\u{9b}']));
}

#[test]
fn brat() {
    let folder = articles();
    let answer = run(folder.path(), &["extract", "news", "-f", "brat"]);
    assert_eq!(answer.code, 2);
    assert_eq!(answer.err, "whosaid: brat writes several files: name a folder for them with -o FOLDER\n");
    std::fs::create_dir(folder.path().join("b")).unwrap();
    std::fs::write(folder.path().join("b/annotation.conf"), "mine").unwrap();
    run(folder.path(), &["extract", "news", "-f", "brat", "-o", "b"]);
    let mut names: Vec<_> =
        std::fs::read_dir(folder.path().join("b")).unwrap().map(|f| f.unwrap().file_name()).collect();
    names.sort();
    let want = [
        "annotation.conf",
        "news_evil.ann",
        "news_evil.txt",
        "news_one.ann",
        "news_one.txt",
        "news_two.ann",
        "news_two.txt",
    ];
    assert_eq!(names, want);
    let read = |name: &str| std::fs::read_to_string(folder.path().join("b").join(name)).unwrap();
    assert_eq!(read("annotation.conf"), "mine");
    for name in ["news_one", "news_two", "news_evil"] {
        check_brat(&read(&format!("{name}.txt")), &read(&format!("{name}.ann")));
    }
}

/// Reads standoff as brat does: every span slices to its text, every event to spans.
fn check_brat(text: &str, annotations: &str) {
    let text: Vec<char> = text.chars().collect();
    let mut spans = HashMap::new();
    let mut events = 0;
    for line in annotations.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match line.chars().next().unwrap() {
            'T' => {
                let (label, offsets) = fields[1].split_once(' ').unwrap();
                let words: Vec<String> = offsets
                    .split(';')
                    .map(|o| {
                        let (start, end) = o.split_once(' ').unwrap();
                        text[start.parse().unwrap()..end.parse().unwrap()].iter().collect()
                    })
                    .collect();
                let shown: String =
                    words.join(" ").chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
                assert_eq!(shown, fields[2]);
                spans.insert(fields[0].to_owned(), label.to_owned());
            }
            'E' => {
                events += 1;
                for (n, part) in fields[1].split(' ').enumerate() {
                    let (role, id) = part.split_once(':').unwrap();
                    assert_eq!(spans[id], role, "{line}");
                    assert_eq!(n == 0, role == "Attribution");
                }
            }
            'A' | '#' => assert!(fields[1].contains(&format!("E{events}"))),
            other => panic!("{other}"),
        }
    }
    assert!(events > 0);
}

#[test]
fn columns_and_binary_output() {
    let folder = articles();
    let answer = run(folder.path(), &["extract", "news/two.md", "--columns", "review,quote,date,title,link,id", "-q"]);
    let row = answer.out.lines().nth(1).unwrap();
    assert!(row.starts_with(",We are late!,2016-07-15,Two,https://x.example/two#:~:text=We%20are%20late%21,"), "{row}");
    let output = raw(folder.path(), &["extract", "news", "-f", "xlsx"], b"");
    assert!(output.stdout.starts_with(b"PK") && output.status.success());
    assert!(
        Path::new(folder.path()).read_dir().unwrap().all(|f| !f
            .unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with(".whosaid"))
    );
}
