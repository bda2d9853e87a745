//! A folder of 5,000 mixed files with twenty broken ones: every good record, twenty clear messages, exit 2.

use std::io::Write;

use super::{BERG, LIND, folder, run};

#[test]
fn twenty_broken_files_among_five_thousand() {
    let root = folder(&[]);
    let path = |n: usize, ending: &str| root.path().join(format!("news/{:02}/{n:04}.{ending}", n % 50));
    (0..50).for_each(|n| std::fs::create_dir_all(root.path().join(format!("news/{n:02}"))).unwrap());
    let text = format!("{BERG}\n\n{LIND}\n");
    let gzip = |bytes: &[u8]| {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        writer.write_all(bytes).unwrap();
        writer.finish().unwrap()
    };
    let docx = |body: &str| {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(body.as_bytes()).unwrap();
        archive.finish().unwrap().into_inner()
    };
    let word = |text: &str| {
        docx(&format!(
            "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
        ))
    };
    let line = |text: &str| format!("{}\n", serde_json::json!({ "id": "x", "text": text }));
    let mut good = 0;
    let mut broken = Vec::new();
    for n in 0..5000 {
        if n % 250 == 7 {
            let kinds: [(&str, Vec<u8>, &str); 10] = [
                ("txt", b"\x7fELF\x01\x02\x03\x04\0\0\0\0".to_vec(), "is a binary file, no text"),
                ("jsonl", b"{\"text\": \"cut".to_vec(), "is no JSON"),
                ("jsonl", b"{\"body\": \"x\"}\n".to_vec(), "has no field \"text\"; it has \"body\""),
                ("csv", b"id,body\n1,x\n".to_vec(), "has no field \"text\"; it has \"id\", \"body\""),
                ("csv", b"id,text\n1,x,y\n".to_vec(), "record 1 has 3 fields, the header has 2 fields"),
                ("docx", b"no archive".to_vec(), "is no Word document"),
                ("docx", docx("<w:p><w:r></w:p>"), "word/document.xml in it is broken"),
                ("html", b"<html><script>fill()</script></html>".to_vec(), "holds no text"),
                ("txt.gz", gzip(text.as_bytes())[..20].to_vec(), "cannot be read: the packed file is"),
                (
                    "warc",
                    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999\r\n\r\nHTTP/1.1 200 OK".to_vec(),
                    "is cut short",
                ),
            ];
            let (ending, bytes, message) = kinds[broken.len() % 10].clone();
            std::fs::write(path(n, ending), bytes).unwrap();
            broken.push((format!("news/{:02}/{n:04}.{ending}", n % 50), message));
            continue;
        }
        good += 2;
        let (ending, bytes) = match n % 9 {
            0 | 1 => ("txt", text.clone().into_bytes()),
            2 => ("md", text.replace("late", "*late*").into_bytes()),
            3 => ("html", format!("<html><body><p>{BERG}</p><p>{LIND}</p></body></html>").into_bytes()),
            4 => ("jsonl", [line(BERG), line(LIND)].concat().into_bytes()),
            5 => ("csv", format!("id,text\nx,\"{BERG}\"\ny,\"{LIND}\"\n").into_bytes()),
            6 => ("docx", word(&format!("{BERG}</w:t></w:r></w:p><w:p><w:r><w:t>{LIND}"))),
            7 => ("txt.gz", gzip(text.as_bytes())),
            _ => ("txt", encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()),
        };
        std::fs::write(path(n, ending), bytes).unwrap();
    }
    let answer = run(root.path(), &["extract", "news", "--columns", "quote,speaker"]);
    assert_eq!(answer.code, 2);
    let rows: Vec<&str> = answer.out.lines().skip(1).collect();
    assert_eq!(rows.len(), good);
    assert!(rows.iter().all(|r| ["We are late!,Anna Berg", "Nobody told us!,Otto Lind"].contains(r)));
    assert_eq!(rows.iter().filter(|r| r.starts_with("We")).count() * 2, good);
    let messages: Vec<&str> = answer.err.lines().collect();
    assert_eq!(messages.len(), 20, "{}", answer.err);
    assert_eq!(broken.len(), 20);
    for (file, want) in broken {
        let message = messages.iter().find(|m| m.contains(&file)).unwrap_or_else(|| panic!("{file}: {}", answer.err));
        assert!(message.contains(want), "{message:?} does not say {want:?}");
    }
}
