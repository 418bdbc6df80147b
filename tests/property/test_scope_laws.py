"""Laws of name trees, against sets of persons."""

from collections.abc import Iterator
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claimrecon.scopes import Facet, NameTree, Node

MOST_NAMES = 7
STRANGERS = ("X", "Y")


@st.composite
def trees(draw: st.DrawFn) -> NameTree:
    """Draw a tree of up to seven names with facets, some of them complete."""
    names = [chr(ord("a") + index) for index in range(draw(st.integers(1, MOST_NAMES)))]
    facets_of: dict[str, list[list[str]]] = {name: [] for name in names}
    roots = []
    for index, name in enumerate(names):
        above = draw(st.none() | st.sampled_from(names[:index])) if index else None
        if above is None:
            roots.append(name)
            continue
        facets = facets_of[above]
        place = draw(st.integers(0, len(facets)))
        if place == len(facets):
            facets.append([])
        facets[place].append(name)

    def node(name: str) -> Node:
        return Node(
            name,
            tuple(
                Facet(tuple(node(child) for child in children), draw(st.booleans()))
                for children in facets_of[name]
            ),
        )

    return NameTree(tuple(node(root) for root in roots))


def nodes(tree: NameTree) -> Iterator[Node]:
    """Yield every node of the tree."""
    waiting = list(tree.roots)
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(child for facet in node.facets for child in facet.children)


def allowed(person: frozenset[str], tree: NameTree) -> bool:
    """Whether what the tree says is true of this person, node by node and facet by facet."""
    for node in nodes(tree):
        for facet in node.facets:
            inside = sum(child.name in person for child in facet.children)
            if inside > 1 or (inside and node.name not in person):
                return False
            if facet.complete and node.name in person and not inside:
                return False
    return True


def everyone(tree: NameTree) -> list[frozenset[str]]:
    """Return one person of each kind that the tree allows, strangers' names included."""
    names = (*tree.names, *STRANGERS)
    groups = (
        frozenset(group) for size in range(len(names) + 1) for group in combinations(names, size)
    )
    return [person for person in groups if allowed(person, tree)]


def names_of(tree: NameTree) -> st.SearchStrategy[str]:
    """Draw a name of the tree, or a stranger's."""
    return st.sampled_from((*tree.names, *STRANGERS))


@given(trees(), st.data())
def test_the_cells_are_exactly_the_memberships_of_possible_persons(
    tree: NameTree, data: st.DataObject
) -> None:
    """Nobody possible is left out, and no cell is empty by the tree's own word."""
    wanted = frozenset(data.draw(st.sets(names_of(tree))))
    cells = tree.cells(sorted(wanted))

    assert set(cells) == {person & wanted for person in everyone(tree)}
    assert len(set(cells)) == len(cells)
    assert cells[0] == frozenset()


@given(trees(), st.data())
def test_two_names_are_disjoint_exactly_where_nobody_can_be_in_both(
    tree: NameTree, data: st.DataObject
) -> None:
    """What the tree cannot rule out may be."""
    one, other = data.draw(names_of(tree)), data.draw(names_of(tree))

    assert tree.disjoint(one, other) == (
        not any({one, other} <= person for person in everyone(tree))
    )
    assert tree.disjoint(one, other) == tree.disjoint(other, one)


@given(trees(), st.data())
def test_a_name_that_encloses_another_holds_everybody_in_it(
    tree: NameTree, data: st.DataObject
) -> None:
    """And it is said wherever it is so, but for an only child that is its whole parent."""
    outer, inner = data.draw(names_of(tree)), data.draw(names_of(tree))
    holds = all(outer in person for person in everyone(tree) if inner in person)
    only_children = any(
        facet.complete and len(facet.children) == 1 for node in nodes(tree) for facet in node.facets
    )

    if tree.encloses(outer, inner):
        assert holds
    elif not only_children:
        assert not holds


@given(trees(), st.data())
def test_the_overlap_of_unrelated_names_is_free(tree: NameTree, data: st.DataObject) -> None:
    """In both, in either, in none: nothing is ruled out."""
    one, other = data.draw(names_of(tree)), data.draw(names_of(tree))

    assert tree.related(one, other) == tree.related(other, one)
    if not tree.related(one, other):
        assert {person & {one, other} for person in everyone(tree)} == {
            frozenset(),
            frozenset({one}),
            frozenset({other}),
            frozenset({one, other}),
        }


@given(trees(), st.data())
def test_cells_of_fewer_names_are_those_of_more_names_put_together(
    tree: NameTree, data: st.DataObject
) -> None:
    """So a count over a set is the same sum, however finely the set is cut."""
    more = data.draw(st.sets(names_of(tree)))
    fewer = frozenset(name for name in sorted(more) if data.draw(st.booleans()))

    assert set(tree.cells(sorted(fewer))) == {cell & fewer for cell in tree.cells(sorted(more))}


@given(trees())
def test_a_line_ends_at_a_root_and_every_step_encloses(tree: NameTree) -> None:
    """Parents come before their children in the order of names."""
    roots = {root.name for root in tree.roots}
    for name in tree.names:
        line = tree.line(name)

        assert line[0] == name
        assert line[-1] in roots
        assert all(tree.encloses(outer, name) for outer in line)
        assert [tree.names.index(step) for step in line] == sorted(
            (tree.names.index(step) for step in line), reverse=True
        )
