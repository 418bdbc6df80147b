"""Primitives of what people look at: HTML, SVG, Markdown and the terminal; no word of the domain.

Plain values in, text out. Whatever comes in is text that somebody else wrote: it is escaped here,
once and always, so that nothing above has to think of it.

=========================  =====================================================================
``markup``, ``blocks``     elements of HTML and SVG, escaped by construction
``markdown``, ``plain``    the same care for Markdown, CSV and terminals
``style``                  the colours and shapes that stand for things, and the style sheet
``scales``                 numbers and days on a line, and where its ticks are
``pictures``               what is in a picture, before anybody draws it
``marks``                  the small shapes that pictures are made of
``timeline``, ``whiskers`` pictures as SVG
``matrix``
``cards``                  one thing to share, as a file of its own
``terminal``, ``progress`` colour and width where somebody looks; how long something takes
=========================  =====================================================================

A picture has no width of its own: across, everything is in percent, so that text keeps its size on
a telephone and on paper. Floating point is for places on paper; no verdict is near it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimrecon.display.blocks import card, folded, table
    from claimrecon.display.cards import Card, card_svg
    from claimrecon.display.markdown import escaped_markdown, fenced
    from claimrecon.display.markup import Markup, element, joined, text
    from claimrecon.display.matrix import matrix_svg
    from claimrecon.display.pictures import (
        Band,
        Key,
        Lane,
        Line,
        Mark,
        Matrix,
        MatrixRow,
        Reach,
        Timeline,
        Whisker,
        Whiskers,
    )
    from claimrecon.display.plain import clean, csv_cell, json_text
    from claimrecon.display.progress import Waiting
    from claimrecon.display.scales import Scale, Tick, day_ticks, number_scale
    from claimrecon.display.style import COLOURS, SHAPES, card_style, page_style
    from claimrecon.display.terminal import styled, width_of
    from claimrecon.display.timeline import timeline_svg
    from claimrecon.display.whiskers import whiskers_svg
else:
    from claimrecon import ondemand

    __getattr__, __dir__ = ondemand.on_demand(
        __name__,
        {
            "claimrecon.display.blocks": ("card", "folded", "table"),
            "claimrecon.display.cards": ("Card", "card_svg"),
            "claimrecon.display.markdown": ("escaped_markdown", "fenced"),
            "claimrecon.display.markup": ("Markup", "element", "joined", "text"),
            "claimrecon.display.matrix": ("matrix_svg",),
            "claimrecon.display.pictures": (
                "Band",
                "Key",
                "Lane",
                "Line",
                "Mark",
                "Matrix",
                "MatrixRow",
                "Reach",
                "Timeline",
                "Whisker",
                "Whiskers",
            ),
            "claimrecon.display.plain": ("clean", "csv_cell", "json_text"),
            "claimrecon.display.progress": ("Waiting",),
            "claimrecon.display.scales": ("Scale", "Tick", "day_ticks", "number_scale"),
            "claimrecon.display.style": ("COLOURS", "SHAPES", "card_style", "page_style"),
            "claimrecon.display.terminal": ("styled", "width_of"),
            "claimrecon.display.timeline": ("timeline_svg",),
            "claimrecon.display.whiskers": ("whiskers_svg",),
        },
    )

__all__ = [
    "COLOURS",
    "SHAPES",
    "Band",
    "Card",
    "Key",
    "Lane",
    "Line",
    "Mark",
    "Markup",
    "Matrix",
    "MatrixRow",
    "Reach",
    "Scale",
    "Tick",
    "Timeline",
    "Waiting",
    "Whisker",
    "Whiskers",
    "card",
    "card_style",
    "card_svg",
    "clean",
    "csv_cell",
    "day_ticks",
    "element",
    "escaped_markdown",
    "fenced",
    "folded",
    "joined",
    "json_text",
    "matrix_svg",
    "number_scale",
    "page_style",
    "styled",
    "table",
    "text",
    "timeline_svg",
    "whiskers_svg",
    "width_of",
]
