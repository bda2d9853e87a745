//! Paths as reports name them: with forward slashes, from a root on, and as URIs.

/// Where the paths of findings begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// The folder of the run, from the root of the repository on, without slashes at the ends; empty for the root itself.
    pub prefix: String,
    /// The folder of the run as an absolute path: what lies below it is named without it.
    pub here: String,
}

impl Paths {
    /// A path from the root of the repository on; absolute where it lies outside.
    pub(super) fn relative(&self, source: &str) -> String {
        let source = source.strip_prefix(self.here.as_str()).filter(|s| s.starts_with('/')).map_or(source, |s| &s[1..]);
        if source.starts_with('/') || source.contains("://") {
            return source.to_owned();
        }
        let mut parts: Vec<&str> = self.prefix.split('/').filter(|p| !p.is_empty()).collect();
        for part in source.split('/').filter(|p| !p.is_empty() && *p != ".") {
            if part == ".." && parts.last().is_some_and(|p| *p != "..") {
                parts.pop();
            } else {
                parts.push(part);
            }
        }
        parts.join("/")
    }

    /// The same as a URI reference.
    pub(super) fn uri(&self, source: &str) -> String {
        let path = self.relative(source);
        let (start, rest) = match path.split_once("://") {
            Some((scheme, rest)) => (format!("{scheme}://"), rest),
            None if path.starts_with('/') => ("file://".to_owned(), path.as_str()),
            None => (String::new(), path.as_str()),
        };
        let mut out = start;
        for byte in rest.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(byte as char),
                _ => out.push_str(&format!("%{byte:02X}")),
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_begin_at_the_root() {
        let paths = Paths { prefix: "site/news".to_owned(), here: "/home/me/repo/site/news".to_owned() };
        for (source, relative, uri) in [
            ("a.txt", "site/news/a.txt", "site/news/a.txt"),
            ("./a b.txt", "site/news/a b.txt", "site/news/a%20b.txt"),
            ("../ä.txt", "site/ä.txt", "site/%C3%A4.txt"),
            ("/home/me/repo/site/news/x/a.txt", "site/news/x/a.txt", "site/news/x/a.txt"),
            ("/tmp/a.txt", "/tmp/a.txt", "file:///tmp/a.txt"),
            ("https://example.org/a?b", "https://example.org/a?b", "https://example.org/a%3Fb"),
            ("<stdin>", "site/news/<stdin>", "site/news/%3Cstdin%3E"),
        ] {
            assert_eq!(paths.relative(source), relative);
            assert_eq!(paths.uri(source), uri);
        }
        assert_eq!(Paths::default().relative("a.txt"), "a.txt");
    }
}
