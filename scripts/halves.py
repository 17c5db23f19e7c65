"""The halves of the development questions: what is learnt from one is tried on the other."""

from __future__ import annotations

from hashlib import sha256

__all__ = ["is_in_half"]


def is_in_half(name: str, half: int) -> bool:
    """Whether the question of that id is in one half of them all: 0 or 1."""
    return int(sha256(name.encode()).hexdigest(), 16) % 2 == half
