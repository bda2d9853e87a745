"""Who is quoted how often, month by month: the quotes of the articles in corpus/ as a pandas DataFrame, and a plot of it.

    python examples/by_month.py [CORPUS] [PLOT]

The articles in corpus/ have no dates, so each is given one here, as if four had been published every month; yours will have their own.
"""

import sys
from pathlib import Path

import matplotlib
import pandas as pd
import pyarrow as pa
import whosaid

matplotlib.use("Agg")  # draws into a file, without a screen
import matplotlib.pyplot as plt  # noqa: E402

corpus = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2] / "corpus")
plot = Path(sys.argv[2] if len(sys.argv) > 2 else "by_month.png")

# 1. The articles: a name, a text, a day.
paths = sorted(corpus.glob("*.txt"))
articles = pd.DataFrame(
    {
        "id": [path.stem for path in paths],
        "text": [path.read_bytes().decode() for path in paths],
        "date": [pd.Timestamp("2024-01-15") + pd.DateOffset(months=n // 4) for n in range(len(paths))],
    }
)

# 2. The quotes: one call, on all cores.
extractor = whosaid.Extractor()
quotes = pa.table(extractor.extract_arrow(articles)).to_pandas()
print(f"{len(quotes)} quotes in {len(articles)} articles, {quotes['speaker'].nunique()} speakers")
print(quotes[["speaker", "kind", "quote"]].head().to_string(max_colwidth=50))

# 3. Surer ones only, each with its article's month.
sure = quotes[(quotes["confidence"] >= 0.8) & quotes["speaker"].notna()]
sure = sure.merge(articles[["id", "date"]].rename(columns={"id": "source"}), on="source")
sure["month"] = sure["date"].dt.to_period("M")

# 4. The ten who are quoted most.
most = sure["speaker"].value_counts().head(10).index
counts = sure[sure["speaker"].isin(most)].pivot_table(
    index="month", columns="speaker", values="quote", aggfunc="count", fill_value=0
)[list(most)]
print(counts.T.to_string())

axes = counts.plot.bar(stacked=True, figsize=(10, 5), width=0.85, colormap="tab10")
axes.set(title="Who is quoted how often, by month", xlabel="", ylabel="quotes")
axes.legend(title="", bbox_to_anchor=(1, 1), loc="upper left", frameon=False)
plt.tight_layout()
plt.savefig(plot, dpi=120)
print(f"plot: {plot}")
