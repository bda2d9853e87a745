//! Text that no newspaper prints, at a size that no article has: how long it takes and how much memory, beside news of the same size.
//!
//!     cargo bench --bench hostile                        20 MB of each, of which an article may have 32
//!     cargo bench --bench hostile -- 100                 100 MB of each
//!     cargo bench --bench hostile -- 20 said emoji       those whose names begin so, and news
//!
//! Each is written to a file and read by the program itself on one thread. Processor time and memory are those that GNU time tells.

#[path = "../tests/support/hostile.rs"]
mod hostile;

use std::path::Path;
use std::process::{Command, Stdio};

use hostile::TEXTS;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let megabytes = args.iter().find_map(|a| a.parse().ok()).unwrap_or(20);
    let only: Vec<&String> = args.iter().filter(|a| a.parse::<usize>().is_err()).collect();
    let program = std::env::var("WHOSAID").unwrap_or_else(|_| env!("CARGO_BIN_EXE_whosaid").to_owned());
    let folder = tempfile::tempdir().expect("a folder for the texts");
    println!("{megabytes} MB, {program}");
    println!("{:24} {:>8} {:>8} {:>8} {:>9}", "text", "seconds", "times", "MB", "records");
    let mut news = None;
    for text in TEXTS {
        if !(text.name.starts_with("news") || only.is_empty() || only.iter().any(|o| text.name.starts_with(o.as_str())))
        {
            continue;
        }
        let path = folder.path().join(format!("{}.{}", text.name, text.ending));
        std::fs::write(&path, text.of(megabytes * 1_000_000)).expect("the text is written");
        match run(&program, &path) {
            Ok((seconds, resident, records)) => {
                let unit = *news.get_or_insert(seconds);
                let (name, times) = (text.name, seconds / unit);
                println!("{name:24} {seconds:8.2} {times:8.2} {resident:8.0} {records:9}");
            }
            Err(said) => println!("{:24} failed, or took over five minutes: {}", text.name, said.trim_end()),
        }
        std::fs::remove_file(&path).expect("the text is removed");
    }
}

/// Processor time in seconds, resident memory in MB, records; or what the program said.
fn run(program: &str, path: &Path) -> Result<(f64, f64, usize), String> {
    let table = path.with_extension("out");
    let output = Command::new("/usr/bin/time")
        .args(["-f", "%U %S %M", "timeout", "300", program, "extract", "-q", "-j", "1", "--max-size", "1024"])
        .args(["-f", "tsv", "-o"])
        .args([&table, path])
        .stdout(Stdio::null())
        .output()
        .expect("GNU time stands in /usr/bin/time");
    let records = std::fs::read(&table).map_or(0, |t| t.split(|&b| b == b'\n').count().saturating_sub(2));
    let _ = std::fs::remove_file(&table);
    let said = String::from_utf8_lossy(&output.stderr);
    let figures: Vec<f64> = said.lines().last().unwrap_or("").split(' ').filter_map(|f| f.parse().ok()).collect();
    match figures[..] {
        [user, system, kilobytes] if output.status.success() => Ok((user + system, kilobytes / 1000.0, records)),
        _ => Err(said.into_owned()),
    }
}
