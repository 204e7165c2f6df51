"""The tables of public functions: how each is called, with every argument it has, here and in PyTorch alike.

One module for each family, with ``CALLS`` and ``ERRORS``; `call.py` says what a row is. There are no rows for

- functions that are an op itself: the cases of the op cover them (`tests.ops.cases`), unless other arguments do more;
- methods, which are the functions: `tests/tensor/test_methods.py` checks that, and derives forms in place from rows.
"""

import importlib
import pkgutil

_FAMILIES = [
    importlib.import_module(f"{__name__}.{family.name}")
    for family in pkgutil.iter_modules(__path__)
    if family.name != "call"
]
CALLS = [row for family in _FAMILIES for rows in family.CALLS for row in (rows if isinstance(rows, list) else [rows])]
ERRORS = [error for family in _FAMILIES for error in family.ERRORS]
