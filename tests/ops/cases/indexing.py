"""Reading and writing at an index, and looking up rows of a table."""

import numpy as np

from autograd.ops import indexing
from tests.ops.cases.case import CUBE, case, normal

FIRST, SECOND = np.array([0, 0, 1, 0]), np.array([[2, 0], [-1, 2]])
INDICES = [
    1,
    -1,
    (1, 2),
    (1, -1, 0),
    slice(1, None),
    (slice(None), slice(None, None, 2)),
    (Ellipsis, 1),
    (0, Ellipsis),
    None,
    (slice(None), None, 1),
    (Ellipsis, None),
    FIRST,
    SECOND[0] - 1,
    (slice(None), SECOND),
    (FIRST, slice(0, 2)),
    (slice(None), slice(None), SECOND),
    (FIRST, FIRST, FIRST),
    (np.array([0, 1]), np.array([[2], [2]])),
    (slice(None), SECOND[0], None),
    CUBE > 0,
    np.array([True, False]),
    (slice(None), np.array([True, False, True])),
    (slice(None), np.array([True, False, True]), 1),
    np.array([], dtype=np.int64),
    (slice(0, 0),),
    (),
    Ellipsis,
    (np.array([0, 1]), slice(None), np.array([3, 3])),
    np.array(1),
]
LOOKED_UP = np.array([[1, 3, 1], [0, 1, 3]])


def to_torch(torch, index):
    if isinstance(index, tuple):
        return tuple(to_torch(torch, part) for part in index)
    return torch.from_numpy(np.array(index)) if isinstance(index, np.ndarray) else index


def getitems(index):
    # NumPy puts the axes of index arrays that a slice separates first; so does PyTorch.
    return case(indexing.getitem, CUBE, torch=lambda torch, x: x[to_torch(torch, index)], index=index)


def negative_steps(index):
    places = positions(index).copy()  # PyTorch has no negative steps
    return case(indexing.getitem, CUBE, torch=lambda torch, x: x.reshape(-1)[torch.from_numpy(places)], index=index)


def positions(index, shape=CUBE.shape):
    """Return where in the flattened array the elements at an index are."""
    return np.arange(np.prod(shape)).reshape(shape)[index]


def places(index, shape=CUBE.shape):
    where = np.array(positions(index, shape)).reshape(-1)
    return case(
        indexing.place,
        np.asarray(normal(*positions(index, shape).shape)),
        torch=lambda torch, x: (
            x.new_zeros(int(np.prod(shape))).index_add(0, torch.from_numpy(where), x.reshape(-1)).reshape(shape)
        ),
        index=index,
        shape=shape,
    )


def additems(index, shape=CUBE.shape):
    where = np.array(positions(index, shape)).reshape(-1)
    return case(
        indexing.additem,
        np.asarray(normal(*shape)),
        np.asarray(normal(*positions(index, shape).shape)),
        torch=lambda torch, x, value: (
            x.reshape(-1).index_add(0, torch.from_numpy(where), value.reshape(-1)).reshape(shape)
        ),
        index=index,
    )


def setitems(index, value_shape=None, compared=True):
    shape = CUBE[index].shape if value_shape is None else value_shape
    value = np.asarray(normal(*shape))

    def assign(torch, x, value):
        x = x.clone()
        x[to_torch(torch, index)] = value
        return x

    where = positions(index)

    def assign_last(torch, x, value):
        # Where an index repeats, PyTorch does not say which value stays, and gives all of them a gradient.
        last = {place: turn for turn, place in enumerate(where.reshape(-1).tolist())}
        out, values = x.reshape(-1).clone(), value.broadcast_to(where.shape).reshape(-1)
        out[list(last)] = values[list(last.values())]
        return out.reshape(x.shape)

    comparable = compared and np.unique(where).size == where.size
    return case(indexing.setitem, CUBE, value, torch=assign if comparable else assign_last, index=index)


CASES = [
    *(getitems(index) for index in INDICES),
    *(
        negative_steps(index)
        for index in (slice(None, None, -1), (slice(None), slice(2, None, -2)), (1, slice(None, None, -1)))
    ),
    *(setitems(index) for index in INDICES),
    *(setitems(index, ()) for index in INDICES if not isinstance(index, type(None))),
    setitems((slice(None), 1), (1, 4)),
    setitems((slice(None), 1), (4,)),
    setitems(slice(None), (1, 1, 4)),
    setitems(1, (1, 3, 4)),
    setitems(slice(None, None, -1), compared=False),  # PyTorch has no negative steps
    *(places(index) for index in INDICES),
    *(additems(index) for index in INDICES),
    places(FIRST, (2,)),
    *(
        case(
            indexing.put,
            x,
            torch=lambda torch, x, where=where, shape=shape: x.new_zeros(shape).put(torch.from_numpy(where), x),
            positions=where,
            shape=shape,
        )
        for x, where, shape in (
            (normal(2, 2), np.array([[3, 1], [0, 5]]), (2, 3)),
            (np.array(0.3), np.array(0), ()),
            (normal(0), np.array([], np.int64), (2, 0)),
        )
    ),
    *(
        case(
            indexing.take,
            x,
            torch=lambda torch, x, positions=positions: x.take(torch.from_numpy(positions)),
            positions=positions,
        )
        for x, positions in (
            (CUBE, np.array([[3, 3], [0, 23]])),
            (CUBE, np.array(5)),
            (CUBE.T, np.array([7, 2])),
            (CUBE, np.array([], np.int64)),
            (np.array(0.3), np.array([[0, 0]])),
        )
    ),
    *(
        case(
            indexing.embedding,
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
        for indices in (LOOKED_UP, LOOKED_UP[0], np.array(3))
    ),
]
