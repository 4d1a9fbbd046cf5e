"""What counts as figure code: every module that a figure goes through or is judged by.

Each with the tests that belong to it. A mutant is held against these alone, so a module answers
for itself and not through the whole kit.
"""

from __future__ import annotations

from pathlib import Path

#: Modules, by pattern -> their tests, the quickest first. Of two patterns the later one counts.
FIGURE_CODE: dict[str, tuple[str, ...]] = {
    "model/figure.py": ("model/test_figure.py",),
    "model/sentence.py": ("model/test_figure.py", "model/test_sentence.py"),
    "model/period.py": ("model/test_period.py",),
    "analysis/rounding.py": ("analysis/test_rounding.py",),
    "analysis/changes.py": ("analysis/test_changes.py",),
    "analysis/difference.py": ("analysis/test_difference.py",),
    "analysis/comparators.py": ("analysis/test_comparators.py",),
    "analysis/spc.py": ("analysis/test_spc.py", "analysis/test_spc_properties.py"),
    "analysis/series.py": ("analysis/test_series.py", "analysis/test_series_edges.py"),
    "analysis/targets.py": ("analysis/test_targets.py", "analysis/test_targets_edges.py"),
    "analysis/trends.py": (
        "analysis/test_trends_edges.py",
        "analysis/test_trends.py",
        "analysis/test_withheld.py",
    ),
    "analysis/standouts.py": ("analysis/test_standouts.py",),
    "analysis/claims/holding/*.py": (
        "analysis/claims/holding",
        "analysis/claims/test_reading_and_holding.py",
    ),
    "analysis/disagreements/*.py": (
        "analysis/test_disagreements.py",
        "analysis/test_said_twice.py",
        "analysis/test_against_earlier.py",
        "analysis/test_after_publication.py",
        "analysis/test_definitions.py",
        "analysis/test_ended.py",
        "analysis/test_moved_columns.py",
        "analysis/test_no_chance.py",
        "analysis/test_parts.py",
        "analysis/test_rates.py",
        "analysis/test_twice.py",
    ),
    "analysis/misplaced.py": (
        "analysis/test_misplaced.py",
        "analysis/test_misplaced_edges.py",
        "analysis/test_columns.py",
    ),
    "analysis/columns.py": ("analysis/test_misplaced.py", "analysis/test_columns.py"),
    "analysis/choosing/*.py": (
        "analysis/choosing/test_compared.py",
        "analysis/choosing/test_month.py",
        "analysis/choosing/test_since.py",
        "analysis/choosing/test_target.py",
        "analysis/choosing/test_chosen.py",
    ),
    "analysis/choosing/told.py": ("analysis/choosing/test_told.py",),
    "analysis/published/*.py": (
        "analysis/test_published_years.py",
        "analysis/test_published_check.py",
        "analysis/test_published_edges.py",
    ),
    "model/published/*.py": (
        "model/test_published.py",
        "model/test_published_measures.py",
        "model/test_published_record.py",
        "analysis/test_published_check.py",
    ),
    "ingest/words/values.py": ("ingest/test_values.py",),
    "ingest/words/periods.py": ("ingest/test_periods.py",),
    "ingest/placing/*.py": ("ingest/placing", "ingest/test_place.py"),
    "ingest/measures/units.py": ("ingest/measures/test_units.py", "ingest/test_measures.py"),
    "ingest/measures/population.py": (
        "ingest/measures/test_population.py",
        "ingest/test_measures.py",
    ),
    "ingest/measures/match.py": ("ingest/measures/test_match.py", "ingest/test_measures.py"),
    "publish/read_back/*.py": (
        "publish/test_read_back.py",
        "publish/test_seeded_words.py",
        "publish/test_seeded_charts.py",
        "publish/test_seeded_faults.py",
        "publish/test_seeded_files.py",
        "publish/test_replies_read_back.py",
        "publish/test_seeded_places.py",
    ),
    "publish/read_back/numbers.py": ("publish/test_told.py", "publish/test_aligned.py"),
    "publish/read_back/told.py": ("publish/test_told.py",),
    "publish/read_back/aligned.py": ("publish/test_aligned.py",),
    "publish/read_back/against_store.py": ("publish/test_against_store.py",),
    "publish/read_back/worked_out.py": ("publish/test_worked_out.py",),
    "publish/read_back/from_chart.py": (
        "publish/test_chart_faults.py",
        "publish/test_seeded_charts.py",
    ),
    "publish/read_back/in_place.py": ("publish/test_in_place.py",),
    "publish/read_back/chart_axes.py": (
        "publish/test_chart_axes.py",
        "publish/test_seeded_charts.py",
    ),
    "publish/read_back/drawn.py": ("publish/test_drawn.py", "publish/test_seeded_charts.py"),
    "display/words.py": ("display",),
}


def modules(root: Path) -> dict[str, tuple[str, ...]]:
    """The modules of a checkout that are figure code, each with its tests, by their paths.

    Raises
    ------
    FileNotFoundError
        When there is no module, or no test, where one is named.
    """
    found: dict[str, tuple[str, ...]] = {}
    for pattern, tests in FIGURE_CODE.items():
        files = sorted((root / "briefing").glob(pattern))
        missing = [test for test in tests if not (root / "tests" / test).exists()]
        if missing or not files:
            raise FileNotFoundError(f"{pattern}: {', '.join(missing) or 'no such module'}")
        for file in files:
            found[str(file.relative_to(root))] = tuple(f"tests/{test}" for test in tests)
    return found
