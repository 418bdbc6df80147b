"""On how many examples a law is tried: as many as a test run needs, or more by the profile."""

from hypothesis import settings

_USUAL = 100
"""Of a profile that says nothing about it."""


def examples(count: int) -> settings:
    """Return the settings for *count* examples, times what the profile asks for.

    Settings that name a number themselves would take no notice of the profile.
    """
    return settings(max_examples=count * settings().max_examples // _USUAL)
