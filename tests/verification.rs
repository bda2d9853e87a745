//! The record tells altered quotes from untouched ones, at the rates the documentation promises.

#[path = "support/verification.rs"]
mod verification;

use verification::{Random, Rates, index, measure, synthetic};

#[test]
fn altered_quotes_are_reported_and_untouched_ones_are_not() {
    let mut random = Random(1);
    let (texts, quotes) = synthetic(60, 600, &mut random);
    let rates = measure(&index(&texts), &quotes, 600, &mut random);
    assert!(rates.altered > 200 && rates.untouched > 200, "{} and {} asked", rates.altered, rates.untouched);
    let (found, wrong) =
        (Rates::share(rates.altered_reported, rates.altered), Rates::share(rates.untouched_reported, rates.untouched));
    assert!(found >= 0.99, "{found} of the altered quotes are reported; missed: {:?}", rates.missed);
    assert!(wrong <= 0.005, "{wrong} of the untouched quotes are reported: {:?}", rates.wrong);
    let traced = Rates::share(rates.traced, rates.altered);
    assert!(traced >= 0.95, "only {traced} of the altered quotes are traced to where they come from");
}
