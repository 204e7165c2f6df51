"""What normalizations are made of."""

from autograd.ops import normalization
from tests.ops.cases.case import CUBE, between, case, floats, normal

AXES = [(2,), (0, 2), (0,), (1, 2)]


def variance(torch, x, axis):
    return torch.var(x, dim=axis, correction=0, keepdim=True)


def standardized(axis, eps):
    def run(torch, x):
        scale = (variance(torch, x, axis) + eps) ** -0.5
        return (x - x.mean(axis, keepdim=True)) * scale, scale

    return run


def centered(axis):
    def run(torch, x):
        mean = x.mean(axis, keepdim=True)
        return x - mean, mean, variance(torch, x, axis)

    return run


def scaled(axis, eps):
    def run(torch, x):
        scale = ((x * x).mean(axis, keepdim=True) + eps) ** -0.5
        return x * scale, scale

    return run


CASES = [
    *(
        case(normalization.average, CUBE, torch=lambda torch, x, axis=axis: x.mean(axis, keepdim=True), axis=axis)
        for axis in AXES
    ),
    *(
        case(
            normalization.average_product,
            CUBE,
            normal(2, 3, 4),
            torch=lambda torch, a, b, axis=axis: (a * b).mean(axis, keepdim=True),
            axis=axis,
        )
        for axis in AXES
    ),
    case(
        normalization.inverse_deviation,
        between(0.5, 2, 3),
        torch=lambda torch, x: (x + 0.1) ** -0.5,
        special=[floats(0, 1000)],
        eps=0.1,
    ),
    *(
        case(
            normalization.standardize,
            CUBE,
            torch=standardized(axis, 0.1),
            special=[floats(3, 3, 3, 1000, -1000, 0.5).reshape(1, 2, 3)],
            axis=axis,
            eps=0.1,
        )
        for axis in AXES
    ),
    *(
        case(
            normalization.scale_to_one,
            CUBE,
            torch=scaled(axis, 0.1),
            special=[floats(0, 0, 0, 1000, -1000, 0.5).reshape(1, 2, 3)],
            axis=axis,
            eps=0.1,
        )
        for axis in AXES
    ),
    *(
        case(
            normalization.scale_shift,
            x,
            scale,
            shift,
            torch=lambda torch, x, scale, shift: x * scale + shift,
            special=[(x, scale, shift.reshape(()))] if shift.size == 1 else (),
        )
        for x, scale, shift in (
            (normal(2, 3), normal(3), normal(3)),
            (normal(2, 3), normal(2, 1), normal(1)),
            (normal(2, 3, 4), normal(3, 1), normal(3, 1)),
            (normal(2, 3, 4), normal(4), normal(3, 4)),
        )
    ),
    case(normalization.scale_shift, normal(2, 3), normal(3), torch=lambda torch, x, scale: x * scale),
    *(
        case(
            normalization.sum_product_to,
            normal(2, 3, 4),
            normal(2, 3, 4),
            torch=lambda torch, a, b, shape=shape: (a * b).sum_to_size(shape),
            shape=shape,
        )
        for shape in ((3, 1), (4,), (2, 1, 1), (2, 3, 4))
    ),
    *(
        case(normalization.sum_to, CUBE, torch=lambda torch, x, shape=shape: x.sum_to_size(shape), shape=shape)
        for shape in ((3, 1), (4,), (2, 1, 1), (2, 3, 4))
    ),
    case(
        normalization.corrected,
        normal(2, 3),
        normal(2, 3),
        normal(2, 1),
        normal(2, 1),
        torch=lambda torch, gradient, values, level, slope: gradient - level - values * slope,
    ),
    case(
        normalization.corrected,
        normal(2, 3),
        normal(2, 3),
        normal(2, 1),
        normal(2, 1),
        normal(2, 1),
        torch=lambda torch, gradient, values, level, slope, scale: (gradient - level - values * slope) * scale,
    ),
    *(case(normalization.center, CUBE, torch=centered(axis), special=[1000 + CUBE], axis=axis) for axis in AXES),
]
