"""Sizes and growth, drawn."""

from collections.abc import Mapping
from pathlib import Path

from solvers.measuring import Run

Found = Mapping[tuple[str, str, tuple[int, int]], Run]
_DRAWN = {
    "conflict": (
        "First proven minimal conflict",
        {"conflict": "", "conflict by parts": " by parts"},
    ),
    "repair": ("Smallest repair", {"repair": ""}),
    "ranges": ("All ranges", {"ranges": "", "ranges warm": " warm", "ranges cold": " cold"}),
    "verdict": ("Verdict", {"verdict": " clean", "verdict of a conflict": " conflict"}),
}
_NAMES = {
    "ours": "claimrecon",
    "highs": "HiGHS",
    "smt": "z3",
    "scip": "SCIP",
    "constraint": "CPMpy",
    "checked": "claimrecon from JSON",
}
_SIZES = ((10, 1), (100, 1), (1_000, 5), (10_000, 50))


def plot(found: Found, folder: Path) -> None:
    """Draw one figure for each question, time against claims, into *folder*."""
    import matplotlib as mpl  # noqa: PLC0415  (only where somebody wants figures)

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "solving"
    from matplotlib import pyplot as plt  # noqa: PLC0415  (after its backend is chosen)

    for name, (title, tasks) in _DRAWN.items():
        figure, axes = plt.subplots(figsize=(6.4, 4))
        for solver, label in _NAMES.items():
            for task, words in tasks.items():
                points = [
                    (size[0], 1000 * found[task, solver, size].middle)
                    for size in _SIZES
                    if (task, solver, size) in found and found[task, solver, size].seconds
                ]
                if points:
                    width = 2.5 if solver == "ours" else 1.2
                    axes.plot(*zip(*points, strict=True), "o-", label=label + words, lw=width, ms=4)
        axes.set(xscale="log", yscale="log", xlabel="claims", ylabel="milliseconds", title=title)
        axes.grid(visible=True, alpha=0.3)
        axes.legend(frameon=False, fontsize="small")
        figure.tight_layout()
        figure.savefig(folder / f"solving-{name}.svg", metadata={"Date": None})
        plt.close(figure)
