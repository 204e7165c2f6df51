"""Looking up rows of a table."""

import numpy as np

from autograd.ops import embedding
from tests.ops.cases.case import case, normal

INDICES = np.array([[1, 3, 1], [0, 1, 3]])

CASES = [
    *(
        case(
            embedding.embedding,
            normal(4, 2),
            torch=lambda torch, weight, padding=padding, by_frequency=by_frequency, indices=indices: (
                torch.nn.functional.embedding(
                    torch.tensor(indices), weight, padding_idx=padding, scale_grad_by_freq=by_frequency
                )
            ),
            order=1 if by_frequency else 2,  # PyTorch's second derivative forgets the frequencies
            checked=padding != 1 and not by_frequency,  # otherwise it is not the derivative, and not to be
            indices=indices,
            padding=padding,
            by_frequency=by_frequency,
        )
        for padding in (None, 1, 2)
        for by_frequency in (False, True)
        for indices in (INDICES, INDICES[0], np.array(3))
    ),
]
