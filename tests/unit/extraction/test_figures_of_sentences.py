"""Sentences of invented places, in the manner of agencies, ministries and relief organisations."""

import pytest

from claimrecon.extraction import read

Read = tuple[str, str, str]


def _read(text: str) -> list[Read]:
    drafts = read(text, published="2024-01-15", tier="all")
    return [(draft.figure.words, "+".join(draft.measure), str(draft.stance)) for draft in drafts]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "A blast in Korun killed at least 12 people and wounded 40 others.",
            [("at least 12", "killed"), ("40", "wounded")],
        ),
        (
            "At least 300 killed and another 2,700 wounded",
            [("At least 300", "killed"), ("2,700", "wounded")],
        ),
        (
            "Bus crash in Lenz kills nine, injures dozens",
            [("nine", "killed"), ("dozens", "wounded")],
        ),
        ("Casualties: 12 dead, 34 injured", [("12", "killed"), ("34", "wounded")]),
        ("The shelling left 11 dead.", [("11", "killed")]),
        ("The raid left about 40 people dead or missing.", [("about 40", "dead_or_missing")]),
        ("The flood claimed 72 lives.", [("72", "killed")]),
        ("The toll rose to 118 from 96.", [("118", "killed"), ("96", "killed")]),
        ("Officials put the number of dead at 1,018.", [("1,018", "killed")]),
        (
            "Two medics died, bringing to 45 the number of medics killed this year.",
            [("Two", "killed"), ("45", "killed")],
        ),
        ("The mission recorded 11,743 civilian deaths in the war.", [("11,743", "killed")]),
        ("Some 1,430 of the brigade's 3,000 soldiers were killed.", [("Some 1,430", "killed")]),
        ("Thirteen U.S. soldiers were killed.", [("Thirteen", "killed")]),
        (
            "At least 25 civilians - including 7 children - were killed.",
            [("At least 25", "killed"), ("7", "killed")],
        ),
        ("Up to 4,000 people a day are killed there.", [("Up to 4,000", "killed")]),
        ("Three of the wounded later died of the blast.", [("Three", "killed")]),
        ("About 11,000 soldiers arrived in Velmor.", [("About 11,000", "arrived")]),
        ("Some 400 troops were withdrawn.", [("Some 400", "withdrawn")]),
        ("About 8,000 soldiers remain at the front.", [("About 8,000", "strength")]),
        ("More than 200 fighters laid down their arms.", [("More than 200", "captured")]),
        ("The rebels still hold 30 hostages.", [("30", "held")]),
        ("Around 40 people remain unaccounted for.", [("Around 40", "missing")]),
        ("The enemy lost 860 soldiers and 11 tanks.", [("860", "casualties_unspecified")]),
        (
            "Some 4,000 casualties, both killed and wounded, were counted.",
            [("Some 4,000", "casualties")],
        ),
        (
            "More than 3,000 households (some 15,000 people) were displaced.",
            [("some 15,000", "displaced")],
        ),
        ("There are 5.4 million internally displaced people in Velmor.", [("5.4 million", "idps")]),
        ("Their numbers have halved.", [("halved", "strength")]),
        (
            "Thousands were murdered and hundreds executed.",
            [("Thousands", "killed"), ("hundreds", "killed")],
        ),
        ("The raid killed and wounded 30 people.", [("30", "casualties")]),
        ("The army lost 15 tanks and 200 men.", [("200", "casualties_unspecified")]),
        ("The mayor raised the toll to 45 dead.", [("45", "killed")]),
        ("The mayor raised his hand; 45 were killed.", [("45", "killed")]),
        ("The attack claimed by rebels killed 12 people.", [("12", "killed")]),
        ("The strike quickly killed 14 Hutu.", [("14", "killed")]),
        ("The death toll in Korun on Friday stood at 45.", [("45", "killed")]),
        (
            "The number of wounded soldiers in hospitals of the valley and hills reached 118.",
            [("118", "wounded")],
        ),
        ("The 300 dead soldiers were buried.", [("300", "killed")]),
        ("There were 30 dead people.", [("30", "deaths_unspecified")]),
        ("They took 12 soldiers prisoner.", [("12", "captured")]),
        ("They have 112 hostages who remain held.", [("112", "held")]),
        ("They hold 112 people captive.", [("112", "held")]),
        ("Two of the five people wounded in the attack have died.", [("Two", "killed")]),
        ("Two gunmen killed 20 people.", [("20", "killed")]),
        ("12 soldiers killed 30 wounded", [("12", "killed"), ("30", "wounded")]),
        ("The war cost 12 lives.", [("12", "killed")]),
        ("40 people on the bus were killed.", [("40", "killed")]),
        (
            "40 people (among them 7 children) were killed.",
            [("40", "killed"), ("7", "killed")],
        ),
        ("40 people still remain unaccounted for.", [("40", "missing")]),
        ("The storm left 12 people dead.", [("12", "killed")]),
        ("Seven survived.", [("Seven", "strength")]),
        ("A group of 30 people was killed.", [("30", "killed")]),
        ("12 killed, mayor says", [("12", "killed")]),
    ],
)
def test_what_a_figure_counts(text: str, figures: list[tuple[str, str]]) -> None:
    """Verb, noun, headline, toll, list and share, each with its measure."""
    assert _read(text) == [(words, measure, "asserted") for words, measure in figures]


@pytest.mark.parametrize(
    "text",
    [
        "The 810th brigade fired 155mm shells for 3 hours.",
        "Fifteen tanks and 27 armoured vehicles were destroyed.",
        "The town of 8,000 people was captured on Friday.",
        "A 42-year-old conscript was seen in Korun.",
        "Sergeant Oleh Dmyt, 29, was killed.",
        "No casualties were reported.",
        "Neither side reported casualties.",
        "Firefighters rescued 64 people.",
        "The court sentenced 14 people to death.",
        "Seven of those killed were from the same family.",
        "Nine of the injured are in critical condition.",
        "The general denied that any of his 3,000 men had been killed.",
        "There were 43 attacks in five days.",
        "The militants freed 30 hostages.",
        "Russia lost 12 tanks and 34 armoured personnel carriers.",
        "The number of attacks doubled.",
        "The killer of 30 women was executed.",
        "The children under five were killed.",
        "More than 40 cruise missiles were shot down.",
        "The tank was hit three times.",
        "He was born in 1943 and died in 2011.",
        "The raid hit 30 people.",
        "They saw 112 people captive.",
        "They freed 90 prisoners.",
        "Two gunmen killed people.",
        "12 lives are at stake.",
        "300 people lost contact.",
        "14 sheep were killed.",
        "Three of the wounded are recovering.",
        "40 people in Korun who said so were killed.",
        "Bringing to 45 the number of people in town.",
    ],
)
def test_what_counts_nobody_harmed_is_left_out(text: str) -> None:
    """Things, ages, homes, rescues, and parts of a figure that the text does not give."""
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The ministry denied that 300 soldiers had been killed.", ["denied"]),
        ("Reports of 40 deaths are false, the mayor said.", ["denied"]),
        (
            "The mayor said initial reports of 15 deaths were wrong and that nine people died.",
            ["denied", "asserted"],
        ),
        ("Not 300 soldiers were killed.", ["denied"]),
        ("It is not true that 500 people died.", ["denied"]),
        (
            "The army rejected the claim that 80 civilians were killed; rebels insist 200 died.",
            ["denied", "asserted"],
        ),
        ("If the dam fails, as many as 50,000 people could drown.", ["hypothetical"]),
        ("The toll could rise to 100.", ["hypothetical"]),
        ("The ministry did not confirm that 60 soldiers had died.", ["hypothetical"]),
        ("Eight rescuers are feared dead.", ["feared"]),
        ("Some 700,000 children are at risk of dying.", ["feared"]),
        ("The institute forecast that 30,000 troops would be killed.", ["projected"]),
        ("The ministry later retracted its claim that 600 men had been killed.", ["retracted"]),
        ("The toll was revised down from 120 to 87.", ["retracted", "asserted"]),
        ("At least 12 people were killed. The ministry later withdrew the figure.", ["retracted"]),
        ("The army has not said how, but 12 soldiers were killed.", ["asserted"]),
        ("Not only 12 soldiers but 30 civilians were killed.", ["asserted"]),
        ("In May 12 people were killed.", ["asserted"]),
        ("At least 12 people were killed. The figure was later denied.", ["denied"]),
        (
            "At least 12 people were killed. The ministry did not withdraw the figure.",
            ["asserted"],
        ),
        ("At least 12 people were killed. Nobody knew more.", ["asserted"]),
        ("The ministry withdrew its claim that 60 died.", ["retracted"]),
        ("They dismissed as false reports that 12 people were killed.", ["denied"]),
        ("The storm may have killed 12 people.", ["hypothetical"]),
        ("The strike will kill 12 people.", ["projected"]),
    ],
)
def test_whether_a_text_asserts_its_figures(text: str, stances: list[str]) -> None:
    """Each cue governs its own clause; a denied figure given out as asserted costs most."""
    assert [str(draft.stance) for draft in read(text, tier="all")] == stances


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Police said 12 people were killed.", ["Police"]),
        ("Twelve people were killed, the mayor wrote on Telegram.", ["mayor"]),
        ("Twelve people were killed, according to Oleh Dmyt.", ["Oleh Dmyt"]),
        ("“We lost 40 men,” said Sergeant Oleh Dmyt.", ["Sergeant Oleh Dmyt"]),
        ("Velmor's president, Oleh Dmyt, said 12 people were killed.", ["Oleh Dmyt"]),
        ("Oleh Dmyt, Velmor's president, said 12 people were killed.", ["Oleh Dmyt"]),
        ("Velmor's claim that 300 soldiers were killed is new.", ["Velmor"]),
        (
            "The New York Times, citing officials from Velmor and Karsk, said 12 were killed.",
            ["officials from Velmor and Karsk", "New York Times"],
        ),
        (
            "State television quoted the commander as saying that 12 soldiers had been killed.",
            ["commander", "State television"],
        ),
        (
            "Oleh Dmyt, quoted by Reuters, said that 12 soldiers had been killed.",
            ["Oleh Dmyt", "Reuters"],
        ),
        ("Twelve people were killed, residents told AFP by telephone.", ["residents", "AFP"]),
        ("Oleh Dmyt told reporters that 12 soldiers had been killed.", ["Oleh Dmyt"]),
        (
            "The army told lawmakers on Monday that 12 soldiers had been killed, Yonhap reported.",
            ["army", "Yonhap"],
        ),
        (
            "According to initial reports from the relief agency, 12 people were killed.",
            ["relief agency"],
        ),
        ("7 dead in Lenz missile strike - mayor", ["mayor"]),
        ("Attack on Korun kills five: police", ["police"]),
        ("Twelve people were killed.", []),
        ("The mayor told AFP that 12 people were killed.", ["mayor", "AFP"]),
        ("The mayor said in an interview with AFP that 12 people were killed.", ["mayor", "AFP"]),
        ("The governor was cited as saying 12 people were killed.", ["governor"]),
        ("It was said that 12 people were killed.", []),
        ("At least 12 people were killed, said there.", []),
        ("The hospital admitted 30 wounded people.", []),
        ("Contrary to Kyiv's claims, 300 soldiers were killed.", []),
        ("A spokesman for the army said 12 people were killed.", ["spokesman for the army"]),
        ("Twelve people were killed, said Oleh Dmyt, 29.", ["Oleh Dmyt"]),
        ("Ministry: 12 killed", ["Ministry"]),
        ("He said 12 people were killed.", []),
        ("The bridge was gone. He said 12 people were killed.", []),
    ],
)
def test_who_says_a_figure(text: str, speakers: list[str]) -> None:
    """The origin first, then who passed it on, outwards."""
    draft = read(text, tier="all")[0]

    assert [str(name) for name in draft.speakers] == speakers


def test_he_points_at_the_speaker_of_the_sentence_before() -> None:
    """And says so, for a person to look at."""
    text = "Oleh Dmyt said the bridge was gone. He said 12 soldiers were killed."
    draft = read(text)[0]

    assert [str(name) for name in draft.speakers] == ["Oleh Dmyt"]
    assert draft.doubts == ("its speaker is named in an earlier sentence",)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said 12 people were killed, adding that 30 were wounded.",
        "The minister said 12 people were killed and said 30 were wounded.",
    ],
)
def test_a_speaker_goes_on(text: str) -> None:
    """A second verb of saying has the subject of the first."""
    assert [str(draft.speakers[0]) for draft in read(text)] == ["minister", "minister"]


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("About 4.500 soldiers were killed.", "its digits are grouped by points"),
        ("Twelve were killed that day.", "'that day' hangs on another date"),
        (
            "12 people were killed; another 30 people were killed in Lenz.",
            "it comes on top of another figure",
        ),
        ("A third of them were killed.", "the count it is a share of is not found"),
    ],
)
def test_what_a_person_should_look_at_is_said(text: str, doubts: str) -> None:
    """A figure that may be read otherwise carries the reason."""
    assert read(text, published="2024-01-15", tier="all")[-1].doubts == (doubts,)


@pytest.mark.parametrize(("day", "year"), [("9 January", 2025), ("1 March", 2024)])
def test_a_forecast_looks_ahead(day: str, year: int) -> None:
    """Days without a year look back from publication, except where they are still to come."""
    text = f"The institute forecast that 30,000 troops would be killed by {day}."

    when = read(text, published="2024-01-15")[0].date

    assert when is not None
    assert when.last is not None
    assert when.last.year == year


def test_two_sides_each_have_their_figure() -> None:
    """The verb of the second is left out."""
    drafts = read("The rebels say they killed 80 soldiers; the army admits to only seven.")

    assert [(str(draft.speakers[0]), draft.measure) for draft in drafts] == [
        ("rebels", ("killed",)),
        ("army", ("killed",)),
    ]


def test_a_part_is_never_a_figure_of_its_own() -> None:
    """It names the whole, and keeps its own population."""
    whole, part = read("Twelve people, including three children, were killed.")

    assert part.subset_of == whole.id
    assert str(part.population) == "children"


def test_the_second_of_two_figures_counts_the_same_people() -> None:
    """Its noun is left out."""
    drafts = read("At least 300 North Korean soldiers were killed and another 2,700 wounded.")

    assert [str(draft.population) for draft in drafts] == 2 * ["North Korean soldiers"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("On 9 January 12 people were killed.", "2024-01-09", "2024-01-09"),
        ("Twelve people were killed last week.", "2024-01-08", "2024-01-14"),
        ("Twelve people have been killed since Friday.", "2024-01-12", "2024-01-15"),
        ("As of 10 January, 12 people had been killed.", "None", "2024-01-10"),
        ("The toll rose to 118 on Sunday.", "None", "2024-01-14"),
        ("Twelve people were killed in the deadliest attack since 2009.", "no date", "no date"),
        (
            "It was the deadliest attack since 2009, when 12 people were killed.",
            "2009-01-01",
            "2009-12-31",
        ),
    ],
)
def test_when_a_figure_was_true(text: str, first: str, last: str) -> None:
    """The date nearest to it; that of a superlative is none."""
    when = read(text, published="2024-01-15")[0].date

    assert str(when.first if when else "no date") == first
    assert str(when.last if when else "no date") == last


def test_a_day_before_another_day_of_its_sentence_is_counted_from_that() -> None:
    """And never from publication, where the sentence gives the other day."""
    text = "The toll rose to 118 on Sunday from 96 a day earlier, the agency said."
    later, earlier = read(text, published="2024-01-18")

    assert later.date is not None
    assert earlier.date is not None
    assert str(later.date.last) == "2024-01-14"
    assert str(earlier.date.last) == "2024-01-13"


def test_the_day_of_saying_is_not_the_day_of_the_deaths() -> None:
    """A total "said on Monday" runs up to Monday."""
    text = "The army told lawmakers on Monday that 12 soldiers had been killed."
    when = read(text, published="2024-01-17")[0].date

    assert when is not None
    assert when.of_saying
    assert str(when.last) == "2024-01-15"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Twelve people were killed near the town of Drenova.", "Drenova"),
        ("A strike on Korun killed 12 people.", "Korun"),
        ("About 400 troops were sent to Velmor.", "Velmor"),
        ("Twelve people were killed in March.", "None"),
        ("Twelve people were killed, the mayor wrote on Telegram.", "None"),
    ],
)
def test_where_a_figure_belongs(text: str, place: str) -> None:
    """A name behind a preposition; months and channels are no places."""
    assert str(read(text)[0].place) == place


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("An explosion hit Korun. Twelve people died.", "killed"),
        ("Twelve people died of cholera.", "deaths_unspecified"),
        ("Twelve people died.", "deaths_unspecified"),
        ("Twelve people are feared dead.", "killed"),
    ],
)
def test_the_dead_are_killed_where_the_text_tells_of_what_kills(text: str, measure: str) -> None:
    """Elsewhere the cause is not said, and nothing is added (§3)."""
    assert read(text)[0].measure == (measure,)


def test_the_sure_tier_holds_back_what_a_person_should_look_at() -> None:
    """An unknown noun behind the number."""
    drafts = read("Some 12 zorvaks were killed.")

    assert len(drafts) == 0
    assert [str(draft.tier) for draft in drafts.with_all()] == ["all"]
