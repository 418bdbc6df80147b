"""Trees of names and the sets they stand for (§2, §4)."""

import pytest

from claimrecon.scopes import Extent, Facet, NameTree, Node, tree_from_mapping

RESIDENTS = tree_from_mapping(
    {
        "Residents": {
            "facets": [
                {"women": {}, "men": {}, "children": {"girls": {}, "boys": {}}, "complete": True},
                {"medics": {}, "teachers": {}},
            ]
        },
        "Visitors": {},
    }
)


def cells(tree: NameTree, *names: str) -> list[str]:
    """Write the cells of some names, each as its names in order."""
    return [" ".join(sorted(cell)) for cell in tree.cells(names)]


def test_a_mapping_becomes_a_tree_with_parents_first() -> None:
    """Names keep the order of the file."""
    assert RESIDENTS.names == (
        "Residents",
        "women",
        "men",
        "children",
        "girls",
        "boys",
        "medics",
        "teachers",
        "Visitors",
    )
    assert "girls" in RESIDENTS
    assert "Martians" not in RESIDENTS


def test_children_without_facets_are_one_facet() -> None:
    """Two ways to write one tree."""
    short = tree_from_mapping({"Russia": {"Kursk Oblast": {}, "Belgorod Oblast": None}})
    long = tree_from_mapping({"Russia": {"facets": [{"Kursk Oblast": {}, "Belgorod Oblast": {}}]}})
    built = NameTree(
        (Node("Russia", (Facet((Node("Kursk Oblast"), Node("Belgorod Oblast"))),)),),
    )

    assert short == long == built
    assert hash(short) == hash(built)
    assert short != tree_from_mapping({"Russia": {"Kursk Oblast": {}}})
    assert repr(short) == "NameTree(Russia)"


def test_a_name_knows_all_that_enclose_it() -> None:
    """Innermost first, itself included; a stranger stands alone."""
    assert RESIDENTS.line("girls") == ("girls", "children", "Residents")
    assert RESIDENTS.line("Martians") == ("Martians",)
    assert RESIDENTS.parent("girls") == "children"
    assert RESIDENTS.parent("Residents") is None
    assert RESIDENTS.parent("Martians") is None


@pytest.mark.parametrize(
    ("outer", "inner", "encloses"),
    [
        ("Residents", "girls", True),
        ("girls", "girls", True),
        ("Martians", "Martians", True),
        ("girls", "Residents", False),
        ("men", "women", False),
        ("Visitors", "girls", False),
        ("Martians", "girls", False),
    ],
)
def test_a_name_encloses_itself_and_what_stands_below(
    outer: str, inner: str, *, encloses: bool
) -> None:
    """Nothing is known beyond the tree."""
    assert RESIDENTS.encloses(outer, inner) is encloses


@pytest.mark.parametrize(
    ("one", "other", "disjoint"),
    [
        ("women", "men", True),
        ("women", "girls", True),
        ("girls", "boys", True),
        ("medics", "teachers", True),
        ("women", "medics", False),
        ("girls", "medics", False),
        ("children", "girls", False),
        ("women", "women", False),
        ("women", "Visitors", False),
        ("women", "Martians", False),
        ("Martians", "Venusians", False),
    ],
)
def test_only_siblings_of_one_facet_and_what_is_in_them_share_nobody(
    one: str, other: str, *, disjoint: bool
) -> None:
    """Facets, roots and strangers overlap freely; the order of the two does not matter."""
    assert RESIDENTS.disjoint(one, other) is disjoint
    assert RESIDENTS.disjoint(other, one) is disjoint


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ("girls", "medics", True),
        ("Residents", "girls", True),
        ("Residents", "Visitors", False),
        ("Residents", "Martians", False),
        ("Martians", "Martians", True),
    ],
)
def test_names_under_one_root_are_related(one: str, other: str, *, related: bool) -> None:
    """The overlap of the others is free."""
    assert RESIDENTS.related(one, other) is related


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), [""]),
        (("Residents",), ["", "Residents"]),
        (("women", "men"), ["", "women", "men"]),
        (("Residents", "women"), ["", "Residents", "Residents women"]),
        (
            ("Residents", "women", "men", "children"),
            ["", "Residents women", "Residents men", "Residents children"],
        ),
        (
            ("Residents", "women", "men", "girls", "boys"),
            [
                "",
                "Residents women",
                "Residents men",
                "Residents",
                "Residents girls",
                "Residents boys",
            ],
        ),
        (("women", "medics"), ["", "medics", "women", "medics women"]),
        (("medics", "teachers"), ["", "medics", "teachers"]),
        (("girls", "Visitors"), ["", "Visitors", "girls", "Visitors girls"]),
        (("Martians", "Venusians"), ["", "Venusians", "Martians", "Martians Venusians"]),
    ],
    ids=str,
)
def test_cells_are_the_ways_to_be_in_some_names_and_out_of_the_others(
    names: tuple[str, ...], expected: list[str]
) -> None:
    """The cell outside of everything comes first, and the rest follows the tree."""
    assert cells(RESIDENTS, *names) == expected


def test_a_complete_facet_leaves_no_place_beside_its_children() -> None:
    """Who is in the whole is in one of the parts; without ``complete`` perhaps in none."""
    parts: dict[str, object] = {"north": {}, "south": {}}
    whole = tree_from_mapping({"region": {**parts, "complete": True}})
    open_ended = tree_from_mapping({"region": {**parts, "complete": False}})

    assert cells(whole, "region", "north", "south") == ["", "north region", "region south"]
    assert "region" in cells(open_ended, "region", "north", "south")


def test_cells_do_not_depend_on_the_order_of_names_of_the_tree() -> None:
    """The tree gives the order, and a name twice is a name once."""
    assert RESIDENTS.cells(["medics", "women", "women"]) == RESIDENTS.cells(["women", "medics"])


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        (
            {"Russia": {"Kursk": {}}, "Ukraine": {"Kursk": {}}},
            (
                "the name 'Kursk' stands in two places of one tree. A name is one set: give the "
                "second one a name of its own, or use facets where groupings overlap."
            ),
        ),
        (
            {"Russia": {"Russia": {}}},
            (
                "the name 'Russia' stands in two places of one tree. A name is one set: give the "
                "second one a name of its own, or use facets where groupings overlap."
            ),
        ),
        (
            {"Russia": ["Kursk"]},
            (
                "'Russia' holds ['Kursk'], which is no mapping. Write its parts as names with {} "
                "behind them, for example  Russia: {North: {}, South: {}}."
            ),
        ),
        (
            {"Russia": {"Kursk": "front"}},
            (
                "'Kursk' holds 'front', which is no mapping. Write its parts as names with {} "
                "behind them, for example  Kursk: {North: {}, South: {}}."
            ),
        ),
        (
            {"Residents": {"facets": [{"women": {}}], "medics": {}}},
            (
                "'Residents' has 'facets' beside other parts, or not as a list. 'facets' is a "
                "reserved word: a list of groupings, and every part stands in one of them."
            ),
        ),
        (
            {"Residents": {"facets": {"women": {}}}},
            (
                "'Residents' has 'facets' beside other parts, or not as a list. 'facets' is a "
                "reserved word: a list of groupings, and every part stands in one of them."
            ),
        ),
        (
            {"Residents": {"facets": ["women"]}},
            "a facet of 'Residents' is 'women'; write it as a mapping of names.",
        ),
        (
            {"Residents": {"women": {}, "complete": "yes"}},
            (
                "'complete' under 'Residents' is 'yes'. It is a reserved word: true says that the "
                "parts make up the whole."
            ),
        ),
    ],
    ids=[
        "twice",
        "within itself",
        "list of parts",
        "text for parts",
        "facets beside parts",
        "facets no list",
        "facet no mapping",
        "complete no truth value",
    ],
)
def test_what_is_no_tree_is_refused_with_the_way_out(
    mapping: dict[str, object], message: str
) -> None:
    """Found, why, and what to do."""
    with pytest.raises(ValueError, match=r".") as refusal:
        tree_from_mapping(mapping)

    assert str(refusal.value) == message


@pytest.mark.parametrize(
    ("extent", "words"),
    [
        (Extent(), "everybody"),
        (Extent.exactly("Kursk Oblast"), "Kursk Oblast"),
        (Extent.exactly("women", "identified"), "identified and women"),
        (Extent(("Kursk Oblast",), ("Russia",)), "between Kursk Oblast and Russia"),
        (Extent(("city", "men"), ("city",)), "between city and men and city"),
        (Extent(("city",), ()), "between city and everybody"),
        (Extent(None, ("Russia",)), "somewhere within Russia"),
        (Extent(None, ()), "some part"),
    ],
)
def test_an_extent_says_itself_in_words(extent: Extent, words: str) -> None:
    """Exact sets by their names, the others by their two ends."""
    assert str(extent) == words


def test_an_extent_is_exact_where_inner_and_outer_set_are_alike() -> None:
    """Whatever the order of their names."""
    assert Extent.exactly("women", "identified").is_exact
    assert Extent(("identified", "women"), ("women", "identified")).is_exact
    assert Extent().is_exact
    assert not Extent(None, ()).is_exact
    assert not Extent(("city",), ("region",)).is_exact


def test_only_the_set_that_no_name_limits_is_everything() -> None:
    """An unknown part of everybody is not everybody."""
    assert Extent().is_everything
    assert not Extent(None, ()).is_everything
    assert not Extent(("city",), ()).is_everything
    assert not Extent.exactly("city").is_everything


def test_an_extent_lists_each_of_its_names_once() -> None:
    """Outer ones first."""
    assert Extent(("city", "men"), ("region", "men")).names == ("men", "region", "city")
    assert Extent(None, ("region",)).names == ("region",)
