"""The stores there are. A new one is a module beside this file and a line in `STORES`."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType

from kg.errors import StoreError
from kg.store import Store
from kg.stores.isolated import IsolatedStore

__all__ = ["STORES", "open_store"]

# Named, not imported: opening one store must not pay for the libraries of the others.
STORES = MappingProxyType(
    {
        "oxigraph": ("kg.stores.oxigraph_store", "OxigraphStore"),
        "rdflib": ("kg.stores.rdflib_store", "RdflibStore"),
        "remote": ("kg.stores.remote_store", "RemoteStore"),
    }
)


ISOLATED = frozenset({"oxigraph", "rdflib"})  # they work in this process and cannot be interrupted there


def open_store(name: str, *, isolated: bool = True, **options: str) -> Store:
    """Open the store registered as `name`; `options` go to its constructor.

    A store that works in memory runs in a child process, which a query's time limit ends. With
    `isolated=False` it runs in this process, where the limit is only looked at between rows.

    Raises `StoreError` for an unknown name or option.
    """
    if name not in STORES:
        raise StoreError(f"There is no store named {name!r}", f"Choose one of {', '.join(STORES)}")
    if isolated and name in ISOLATED:
        return IsolatedStore(name, **options)
    module, kind = STORES[name]
    try:
        store = getattr(import_module(module), kind)(**options)
    except TypeError as error:
        raise StoreError(f"The store {name!r} was given wrong options: {error}") from error
    if not isinstance(store, Store):
        raise StoreError(f"{module}.{kind} is not a Store")
    return store
