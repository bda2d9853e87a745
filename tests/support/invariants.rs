//! What holds for the records of any article, whatever stands in it. Property tests and fuzz targets share it.

use whosaid::{Article, Kind, Place, Record};

/// Panics where something does not hold.
pub fn hold(article: &Article, records: &[Record]) {
    let original: Vec<char> = article.original().chars().collect();
    let mut direct: Vec<&Place> = Vec::new();
    for record in records {
        assert!(!record.segments.is_empty(), "{record:?}");
        for place in record.segments.iter().chain(&record.mention).chain(&record.cue) {
            assert!(place.start < place.end, "{place:?}");
            assert!(original[place.start..place.end].iter().copied().eq(place.text.chars()), "{place:?}");
            if article.repairs.is_empty() {
                assert_eq!(&article.body[place.bytes.clone()], place.text);
            }
        }
        assert!(record.segments.windows(2).all(|w| w[0].end <= w[1].start), "{:?}", record.segments);
        assert!((0.0..=1.0).contains(&record.confidence), "{record:?}");
        assert!(!record.quote.trim().is_empty(), "{record:?}");
        if record.kind == Kind::Direct {
            direct.extend(&record.segments);
        }
    }
    direct.sort_by_key(|s| s.start);
    assert!(direct.windows(2).all(|w| w[0].end <= w[1].start), "{direct:?}");
    let starts: Vec<usize> = records.iter().map(|r| r.segments[0].start).collect();
    assert!(starts.is_sorted(), "not in reading order: {starts:?}");
}
