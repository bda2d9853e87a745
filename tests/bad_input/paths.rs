//! Paths that lead to no article.

use insta::assert_snapshot;

use super::{BERG, extract, folder};

#[test]
fn missing() {
    assert_snapshot!(extract(&folder(&[]), &["nowhere.txt", "good.txt"]), @r#"
    exit 2
    We are late!,Anna Berg
    ---
    whosaid: nowhere.txt: does not exist
    "#);
}

#[cfg(unix)]
#[test]
fn unreadable() {
    use std::os::unix::fs::PermissionsExt;
    let folder =
        folder(&[("secret.txt", BERG), ("closed/a.txt", BERG), ("news/b.txt", BERG), ("news/deep/c.txt", BERG)]);
    let mode = |name: &str, mode| {
        std::fs::set_permissions(folder.path().join(name), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    ["secret.txt", "closed", "news/deep"].iter().for_each(|name| mode(name, 0o000));
    if std::fs::read(folder.path().join("secret.txt")).is_ok() {
        eprintln!("skipped: this user can read everything");
    } else {
        assert_snapshot!(extract(&folder, &["secret.txt", "closed", "news", "good.txt"]), @r#"
        exit 2
        We are late!,Anna Berg
        We are late!,Anna Berg
        ---
        whosaid: secret.txt: cannot be read: permission denied
        whosaid: closed: cannot be read: permission denied
        whosaid: news/deep: cannot be read: permission denied
        "#);
    }
    // So that the folder can be removed.
    ["closed", "news/deep"].iter().for_each(|name| mode(name, 0o755));
}

#[test]
fn folder_without_articles() {
    let folder = folder(&[("pictures/a.png", "x"), ("pictures/notes.bak", BERG)]);
    assert_snapshot!(extract(&folder, &["pictures", "good.txt"]), @r#"
    exit 2
    We are late!,Anna Berg
    ---
    whosaid: pictures: holds no articles: name the files, or a folder with files that end in .txt, .html, .jsonl and the like
    "#);
}

#[test]
fn a_file_named_twice_is_read_twice() {
    assert_snapshot!(extract(&folder(&[]), &["good.txt", "good.txt"]), @r#"
    exit 0
    We are late!,Anna Berg
    We are late!,Anna Berg
    ---
    "#);
}
