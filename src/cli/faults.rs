//! A fault of the program's own in one article: it is told like a file that cannot be read, and the other articles go on. Whoever reads
//! ten years of news does not lose nine of them to one sentence that nobody thought of.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// Where the fault lay that this thread is about to catch; none where it catches nothing.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Does `work`, or tells where in the program it stopped: *src/landmarks/names/mod.rs:115*. Nothing is printed of a fault that is caught, as
/// its words may be the article's; any other is printed as ever.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let print = take_hook();
        set_hook(Box::new(move |info| {
            if !note(info) {
                print(info);
            }
        }));
    });
    let outer = PLACE.replace(Some(String::new()));
    let done = catch_unwind(AssertUnwindSafe(work));
    let place = PLACE.replace(outer);
    done.map_err(|_| place.unwrap_or_default())
}

/// Notes where a fault lies, if this thread is about to catch it.
fn note(info: &PanicHookInfo) -> bool {
    PLACE.with_borrow_mut(|place| {
        let Some(place) = place else { return false };
        if let Some(at) = info.location() {
            *place = format!("{}:{}", at.file(), at.line());
        }
        true
    })
}

/// What a reader is told of it.
pub(super) fn message(place: &str) -> String {
    format!("whosaid itself failed here, at {place}; the rest was read. Please report it, if you may with the article")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_with_its_place_and_the_next_work_is_done() {
        let none: Vec<u8> = Vec::new();
        let place = caught(|| none[std::hint::black_box(3)]).unwrap_err();
        assert!(place.contains("faults.rs:"), "{place}");
        assert_eq!(caught(|| 7), Ok(7));
        assert_eq!(caught(|| caught(|| panic!("inside")).is_err()), Ok(true));
    }
}
