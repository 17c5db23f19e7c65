"""The stores there are. A new one is a module beside this file and a line in `STORES`."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType

from kg.errors import StoreError
from kg.store import Store

__all__ = ["STORES", "open_store"]

# Named, not imported: opening one store must not pay for the libraries of the others.
STORES = MappingProxyType(
    {
        "oxigraph": ("kg.stores.oxigraph_store", "OxigraphStore"),
        "rdflib": ("kg.stores.rdflib_store", "RdflibStore"),
        "remote": ("kg.stores.remote_store", "RemoteStore"),
    }
)


def open_store(name: str, **options: str) -> Store:
    """Open the store registered as `name`; `options` go to its constructor.

    Raises `StoreError` for an unknown name or option.
    """
    if name not in STORES:
        raise StoreError(f"there is no store named {name!r}", f"choose one of {', '.join(STORES)}")
    module, kind = STORES[name]
    try:
        store = getattr(import_module(module), kind)(**options)
    except TypeError as error:
        raise StoreError(f"the store {name!r} was given wrong options: {error}") from error
    if not isinstance(store, Store):
        raise StoreError(f"{module}.{kind} is not a Store")
    return store
