"""Properties that are kept with their object."""

from __future__ import annotations

from qa.lazily import Lazy


class _Asked:
    """Counts how often it is asked."""

    times = 0

    @Lazy
    def answer(self) -> int:
        """What is found."""
        self.times += 1
        return self.times


def test_a_property_is_found_once_for_each_object():
    """A second look finds what the first did; another object has its own."""
    one, other = _Asked(), _Asked()
    assert [one.answer, one.answer, other.answer] == [1, 1, 1]
    assert (one.times, other.times) == (1, 1)


def test_a_class_shows_the_property_with_its_docstring():
    """So that help() and documentation find it."""
    assert _Asked.answer.__doc__ == "What is found."
