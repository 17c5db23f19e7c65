"""Keeps between runs what is slow to make and always comes out the same.

A value lies in a file named by a digest of all that it is made from, the project's own code and the
version of Python included, so an outdated one is never found. A file is written beside its place and
then moved there in one step: a process that is killed leaves no half file under that name, and two
that make the same value leave one of them. Whatever is wrong with the folder or with a file, the
value is made anew.

The folder is `$CALF_CACHE`, or `calf` in the user's own folder for such files; an empty `$CALF_CACHE`
turns this off.
"""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["cached", "folder"]

_T = TypeVar("_T")
_KEPT = 8  # values; the oldest are deleted when another is written
_DIGEST = 32  # bytes
_OTHERS_WRITE = 0o022
_CODE = (".py", ".toml")
_PACKAGES = ("kg", "qa")


def cached(name: str, made_from: Iterable[bytes], make: Callable[[], _T]) -> _T:
    """The value of `make()`, which must depend on `name`, `made_from` and the code of kg and qa alone."""
    place = folder()
    if place is None:
        return make()
    file = place / f"{name}-{_digest(made_from)}"
    with suppress(OSError, ValueError):
        return cast("_T", _opened(file.read_bytes()))
    value = make()
    with suppress(OSError):
        _write(file, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        _tidy(place)
    return value


def folder() -> Path | None:
    """Where values are kept, made if need be; None if there is no place that only this user can write to."""
    wanted = os.environ.get("CALF_CACHE")
    if wanted == "":
        return None
    try:
        place = Path(wanted) if wanted else _users_own() / "calf"
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = place.stat()
    except (OSError, RuntimeError):  # the latter if there is no home
        return None
    # Opening a value can run code, so nobody else may have put it there.
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & _OTHERS_WRITE):
        return None
    return place


def _users_own() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _digest(made_from: Iterable[bytes]) -> str:
    parts = [sys.version.encode(), *_code(), *made_from]
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()


def _code() -> Iterable[bytes]:
    """The text of every module and table of words, so that a change to any of them counts."""
    root = Path(__file__).parent.parent
    for package in _PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if path.suffix in _CODE:
                yield path.relative_to(root).as_posix().encode()
                yield path.read_bytes()


def _opened(data: bytes) -> object:
    """The value in a file; ValueError if it was cut short or changed."""
    digest, body = data[:_DIGEST], data[_DIGEST:]
    if sha256(body).digest() != digest:
        msg = "not what was written"
        raise ValueError(msg)
    return pickle.loads(body)  # noqa: S301  # from a folder that only this user can write to


def _write(file: Path, body: bytes) -> None:
    """Put a value in its place in one step."""
    with NamedTemporaryFile(dir=file.parent, prefix="new-", delete=False) as draft:
        try:
            draft.write(sha256(body).digest() + body)
            draft.close()
            os.replace(draft.name, file)  # noqa: PTH105  # the draft has only a name
        except BaseException:
            Path(draft.name).unlink(missing_ok=True)
            raise


def _tidy(place: Path) -> None:
    """Delete all but the newest files, drafts of killed processes among them."""
    by_age = sorted(place.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in by_age[_KEPT:]:
        path.unlink(missing_ok=True)
