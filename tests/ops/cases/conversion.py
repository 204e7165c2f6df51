"""The same values in other memory."""

import numpy as np

from autograd.ops import conversion
from tests.ops.cases.case import EMPTY, NOT_FINITE, SCALAR, A, case

CASES = [
    *(
        case(
            conversion.astype,
            A,
            torch=lambda torch, x, to=to: x.to(getattr(torch, to)),
            dtype=np.dtype(to),
            checked=False,
        )
        for to in ("float64", "float32")
    ),
    case(conversion.copy, A, torch="clone", special=[EMPTY, SCALAR, NOT_FINITE]),
]
