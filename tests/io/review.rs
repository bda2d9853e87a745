//! The round trip: export, review, correct, apply again; new people become lexicon entries.

use rust_xlsxwriter::Workbook;

use super::{BERG, LIND, folder, records, run};

#[test]
fn a_reviewed_table_corrects_later_runs() {
    let folder = folder(&[("a.txt", format!("{BERG}\n\n{LIND}\n\n“Not I!” Ina Holm said.\n").as_bytes())]);
    let path = folder.path();
    std::fs::write(
        path.join("speakers.toml"),
        "[[speaker]]\nname = \"Tove Sand\"\nroles = [{ title = \"captain\" }]\n",
    )
    .unwrap();
    let exported = run(path, &["extract", "a.txt", "--review"]).out;
    let mut rows: Vec<csv::StringRecord> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(exported.as_bytes())
        .records()
        .map(Result::unwrap)
        .collect();
    let at = |name: &str| rows[0].iter().position(|n| n == name).unwrap();
    let (quote, speaker, role, review) = (at("quote"), at("speaker"), at("role"), at("review"));
    assert_eq!(review, 5);
    let mut edit = |row: usize, cells: &[(usize, &str)]| {
        let mut new: Vec<String> = rows[row].iter().map(str::to_owned).collect();
        cells.iter().for_each(|(i, text)| new[*i] = (*text).to_owned());
        rows[row] = new.into();
    };
    edit(1, &[(speaker, "Tove Sand"), (quote, "We are late."), (review, "ok")]);
    edit(2, &[(review, "no quote")]);
    edit(3, &[(role, "painter")]);

    // As a spreadsheet of another locale saves it, and as a workbook.
    let mut semicolons = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    rows.iter().for_each(|r| semicolons.write_record(r).unwrap());
    let text = String::from_utf8(semicolons.into_inner().unwrap()).unwrap();
    std::fs::write(path.join("reviewed.csv"), encoding_rs::WINDOWS_1252.encode(&text).0).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (r, row) in rows.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            sheet.write_string(r as u32, c as u16, cell).unwrap();
        }
    }
    book.save(path.join("reviewed.xlsx")).unwrap();

    for file in ["reviewed.csv", "reviewed.xlsx"] {
        let answer = run(path, &["extract", "a.txt", "--corrections", file, "-f", "jsonl"]);
        assert_eq!(answer.code, 0, "{}", answer.err);
        let records: Vec<serde_json::Value> = answer.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        let got: Vec<_> =
            records.iter().map(|r| (r["quote"].as_str().unwrap(), r["speaker"].as_str().unwrap())).collect();
        assert_eq!(got, [("We are late.", "Tove Sand"), ("Not I!", "Ina Holm")], "{file}");
        assert_eq!((&records[0]["role"], &records[0]["speaker_id"]), (&"captain".into(), &"tove-sand".into()));
        assert_eq!(records[0]["flags"], serde_json::json!(["reviewed"]));
        assert_eq!(
            answer.err,
            format!(
                "whosaid: {file}: 1 row differs from what is found, without a decision in the column review: not applied\n\
                 whosaid: {file}: 2 decisions applied\n"
            )
        );
    }

    // The text changes: what no longer applies is named, what belongs elsewhere is counted.
    std::fs::write(path.join("a.txt"), format!("{LIND}\n")).unwrap();
    std::fs::write(path.join("b.txt"), BERG).unwrap();
    let answer = run(path, &["extract", "a.txt", "--corrections", "reviewed.csv"]);
    assert!(answer.err.contains("whosaid: reviewed.csv:2: no longer applies: a.txt has no quote "), "{}", answer.err);
    assert!(
        answer.err.contains("(We are late.)\n") && answer.err.ends_with("reviewed.csv: 1 decision applied\n"),
        "{}",
        answer.err
    );
    let answer = run(path, &["extract", "b.txt", "--corrections", "reviewed.csv"]);
    assert!(answer.err.contains("reviewed.csv: 2 decisions are for articles that were not read\n"), "{}", answer.err);
}

#[test]
fn a_table_that_cannot_be_used_is_named() {
    let folder = folder(&[
        ("a.txt", BERG.as_bytes()),
        ("plain.csv", b"quote,speaker\nx,y\n"),
        ("bad.csv", b"id,review\n1,perhaps\n"),
        ("broken.xlsx", b"PK\x03\x04rest"),
    ]);
    for (file, code, want) in [
        ("plain.csv", 2, "whosaid: plain.csv: has no column \"id\": export with -f xlsx, or as CSV with --review"),
        ("bad.csv", 2, "whosaid: bad.csv:2: review says \"perhaps\": write \"ok\" or \"no quote\""),
        ("broken.xlsx", 2, "whosaid: broken.xlsx: is no workbook that can be read"),
        ("none.csv", 2, "whosaid: none.csv: cannot be read: no such file or directory"),
    ] {
        let answer = run(folder.path(), &["extract", "a.txt", "--corrections", file]);
        assert_eq!(answer.code, code, "{file}");
        assert!(answer.err.starts_with(want), "{}", answer.err);
    }
}

#[test]
fn new_people_become_entries_that_load() {
    let folder = folder(&[("a.txt", format!("{BERG}\n\n{LIND}\n\n“Yes!” Anna Berg said.\n").as_bytes())]);
    let path = folder.path();
    let suggested = run(path, &["speakers", "a.txt", "--suggest"]);
    assert_eq!(suggested.code, 0);
    assert!(
        suggested.out.starts_with("# 2 quotes, first in a.txt\n[[speaker]]\nname = \"Anna Berg\"\n"),
        "{}",
        suggested.out
    );
    std::fs::write(path.join("speakers.toml"), &suggested.out).unwrap();
    assert_eq!(records(path, &["a.txt"])[0]["kind"], "direct");
    // In the lexicon now, so there is nobody to suggest, unless the records do not name the lexicon's people yet.
    std::fs::write(path.join("r.csv"), "id,review,speaker,role\n1,ok,Anna Berg,harbour master\n2,ok,Ole Lund,cook\n")
        .unwrap();
    let from = run(path, &["speakers", "--from", "r.csv"]);
    assert_eq!(
        from.out,
        "# 1 reviewed quote in r.csv\n[[speaker]]\nname = \"Ole Lund\"\nroles = [{ title = \"cook\" }]\n"
    );
    assert_eq!(from.err, "whosaid: r.csv: 1 new speaker\n");
}
