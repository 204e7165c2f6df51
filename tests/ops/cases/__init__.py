"""The table of ops: sample arguments, the hard points of every domain, and PyTorch's function for the same.

One module for each family of ops; `case.py` says what a row is.
"""

import importlib
import pkgutil

CASES = [
    case
    for family in pkgutil.iter_modules(__path__)
    if family.name != "case"
    for case in importlib.import_module(f"{__name__}.{family.name}").CASES
]
