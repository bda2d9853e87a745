//! A folder of articles that lives as long as a test, and the real binary run in it.

#![allow(dead_code)] // each test file uses a part

use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// A temporary folder.
pub struct Folder(tempfile::TempDir);

/// How a run ended.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Folder {
    /// A folder with these files; names may have folders in them.
    pub fn new(files: &[(&str, &str)]) -> Self {
        let folder = Folder(tempfile::tempdir().expect("a temporary folder"));
        for (name, text) in files {
            folder.write(name, text.as_bytes());
        }
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a name has a folder")).expect("the folder can be made");
        std::fs::write(path, bytes).expect("the file can be written");
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.path().join(name)).expect("the file can be read")
    }

    /// Runs `whosaid` with these arguments, here or in a folder below, away from the environment of whatever builds this.
    pub fn run_in(&self, below: &str, args: &[&str]) -> Run {
        let output = Command::cargo_bin("whosaid")
            .expect("the binary is built")
            .current_dir(self.0.path().join(below))
            .env_remove("GITHUB_WORKSPACE")
            .env_remove("CI_PROJECT_DIR")
            .env_remove("COLUMNS")
            .env("SOURCE_DATE_EPOCH", "1468571400") // reports say when they were made
            .args(args)
            .output()
            .expect("the binary runs");
        Run {
            code: output.status.code().expect("no signal"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    pub fn run(&self, args: &[&str]) -> Run {
        self.run_in("", args)
    }

    /// The findings of `whosaid check` as `source:line:column check`.
    pub fn check(&self, args: &[&str]) -> Vec<String> {
        let all: Vec<&str> = ["check", "--format", "jsonl"].iter().chain(args).copied().collect();
        let run = self.run(&all);
        assert!(run.code < 2, "{}", run.err);
        findings(&run.out)
    }
}

/// The findings of JSON lines as `source:line:column check`.
pub fn findings(jsonl: &str) -> Vec<String> {
    jsonl
        .lines()
        .map(|line| {
            let f: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let place = &f["location"];
            format!(
                "{}:{}:{} {}",
                f["source"].as_str().unwrap(),
                place["line"],
                place["column"],
                f["check"].as_str().unwrap()
            )
        })
        .collect()
}

/// The shared material beside the checkout, if it is there; says so if not.
pub fn shared(what: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(what);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.display());
    None
}
