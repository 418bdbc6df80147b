"""Numbers that say how far another may be off: "±", "-odd", a best estimate behind a range."""

from dataclasses import dataclass, replace

from claimrecon.quantities.parsing.figures import Figures
from claimrecon.quantities.parsing.span import Span
from claimrecon.quantities.phrase import Comparator
from claimrecon.quantities.rounding import last_place


@dataclass(frozen=True, slots=True)
class Margins:
    """Reads margins and best estimates of one text."""

    figures: Figures

    def odd(self, span: Span) -> Span:
        """Read "twenty-odd" as 20 to 29, "300-odd" as 300 to 399."""
        figure = span.figures[0]
        if figure.value is None or figure.comparator is not Comparator.EQ or not figure.value:
            raise self.figures.refusal("'odd' is not clear here")
        unit = last_place(figure.value)
        top = replace(figure, value=figure.value + unit - 1)
        return replace(span, figures=(figure, top), odd=True)

    def plus_minus(self, span: Span) -> Span:
        """Read "100 ± 20"."""
        tokens, figure = self.figures.tokens, span.figures[0]
        sign = [token.text for token in tokens[span.end : span.end + 3]]
        if sign[:1] == ["±"]:
            at = span.end + 1
        elif sign in (["+", "/", "-"], ["plus", "/", "minus"], ["plus", "or", "minus"]):
            at = span.end + 3
        else:
            return span
        width = self.figures.found(at)
        if width is None or width.marks or width.core.value is None or figure.value is None:
            return span
        if width.core.ratio is not None or span.relation is not None:
            raise self.figures.refusal("a margin of a ratio is not read")
        if width.core.value > figure.value or figure.comparator is not Comparator.EQ:
            raise self.figures.refusal("its margin is not clear")
        low = replace(figure, value=figure.value - width.core.value)
        high = replace(figure, value=figure.value + width.core.value)
        return replace(span, figures=(low, high), best=figure.value, end=width.end)

    def with_best(self, span: Span) -> Span:
        """Read ", with 11,000 most likely" and "(best estimate 11,000)" behind a range."""
        tokens, lexicon, at = self.figures.tokens, self.figures.lexicon, span.end
        opening = at < len(tokens) and tokens[at].text in {"(", "["}
        while at < len(tokens) and tokens[at].text in {",", "(", "[", "with", "and", ";"}:
            at += 1
        label = lexicon.best.match(tokens, at)
        if label is not None:
            at = label[1]
            while at < len(tokens) and tokens[at].text in {"of", ":", "is", "at"}:
                at += 1
        found = self.figures.found(at)
        if found is None or found.core.value is None or found.lead:
            return span
        end = found.end
        if label is None:
            label = lexicon.best.match(tokens, end)
            if label is None:
                return span
            end = label[1]
        end += opening and end < len(tokens) and tokens[end].text in {")", "]"}
        low, high = span.figures[0].value, span.figures[-1].value
        if low is None or high is None or not low <= found.core.value <= high:
            raise self.figures.refusal("its best estimate lies outside its range")
        return replace(span, best=found.core.value, end=end)
