"""Convolutions, unfold and fold."""

import autograd
import nn.functional as F
from tests.calls.call import RNG, call

SIZES = {1: (9,), 2: (7, 8), 3: (5, 6, 4)}
KERNELS = {1: (3,), 2: (3, 2), 3: (2, 3, 2)}


def convolution(dimensions, channels=4, outputs=6, groups=1, bias=True, batch=(2,), size=None, kernel=None, **kwargs):
    """Return the row of a convolution of small random arrays."""
    x = RNG.standard_normal((*batch, channels, *(size or SIZES[dimensions])))
    weight = RNG.standard_normal((outputs, channels // groups, *(kernel or KERNELS[dimensions])))
    arrays = (x, weight, RNG.standard_normal(outputs)) if bias else (x, weight)
    given = {"groups": groups, **kwargs} if groups > 1 else kwargs
    return call(f"conv{dimensions}d", *arrays, module="nn.functional", **given)


def transposed(dimensions, channels=6, outputs=4, groups=1, bias=True, batch=(2,), size=None, kernel=None, **kwargs):
    x = RNG.standard_normal((*batch, channels, *(size or SIZES[dimensions])))
    weight = RNG.standard_normal((channels, outputs // groups, *(kernel or KERNELS[dimensions])))
    arrays = (x, weight, RNG.standard_normal(outputs)) if bias else (x, weight)
    given = {"groups": groups, **kwargs} if groups > 1 else kwargs
    return call(f"conv_transpose{dimensions}d", *arrays, module="nn.functional", **given)


CALLS = [
    *(
        convolution(d, bias=bias, batch=batch)
        for d in (1, 2, 3)
        for bias in (True, False)
        for batch in ((2,), (), (0,))
    ),
    *(
        convolution(d, channels, outputs, groups, stride=stride, padding=padding, dilation=dilation)
        for d in (1, 2, 3)
        for channels, outputs, groups in ((3, 2, 1), (16, 5, 1), (4, 6, 2), (4, 4, 4), (3, 6, 3))
        for stride, padding, dilation in ((2, 1, 1), (1, 2, 2), ((3, 1, 2)[:d], (1, 0, 2)[:d], (1, 2, 1)[:d]))
    ),
    *(
        convolution(d, channels, kernel=(3, 1, 5)[:d], padding=padding, dilation=dilation, size=(5, 6, 4)[:d])
        for d in (1, 2, 3)
        for channels in (3, 16)
        for padding, dilation in (("same", 1), ("same", 2), ("valid", 1))
        if d < 3 or padding == "same"
    ),
    # 1x1: a matrix product.
    *(
        convolution(2, channels, kernel=(1, 1), groups=groups, stride=stride)
        for channels, groups in ((3, 1), (16, 1), (4, 2))
        for stride in (1, 2)
    ),
    convolution(2, kernel=(1, 1), padding=1),
    convolution(2, 16, kernel=(1, 1), padding=(1, 0)),
    # A kernel as large as the image, and more padding than image.
    convolution(2, 16, size=(3, 2)),
    convolution(1, 2, size=(1,), padding=4, stride=3),
    convolution(1, 16, size=(1,), padding=4, stride=3),
    *(transposed(d, bias=bias, batch=batch) for d in (1, 2, 3) for bias in (True, False) for batch in ((2,), (), (0,))),
    *(
        transposed(
            d, channels, outputs, groups, stride=stride, padding=padding, output_padding=extra, dilation=dilation
        )
        for d in (1, 2, 3)
        for channels, outputs, groups in ((2, 3, 1), (5, 16, 1), (6, 4, 2), (4, 4, 4))
        for stride, padding, extra, dilation in (
            (2, 1, 1, 1),
            (1, 2, 1, 2),
            (3, 0, 2, 1),
            ((3, 1, 2)[:d], (1, 0, 2)[:d], (2, 0, 1)[:d], (1, 2, 1)[:d]),
        )
    ),
    transposed(2, kernel=(1, 1), outputs=16),
    transposed(2, kernel=(1, 1), stride=2, output_padding=1),
    *(
        call("unfold", RNG.standard_normal(shape), args=(kernel, dilation, padding, stride), module="nn.functional")
        for shape in ((2, 3, 7, 6), (3, 7, 6))
        for kernel, dilation, padding, stride in ((2, 1, 0, 1), (3, 1, 1, 2), ((2, 3), (2, 1), (1, 2), (1, 3)))
    ),
    *(
        call(
            "fold",
            RNG.standard_normal((*batch, 2 * kernel[0] * kernel[1], count)),
            output_size=size,
            kernel_size=kernel,
            dilation=dilation,
            padding=padding,
            stride=stride,
            module="nn.functional",
        )
        for batch in ((2,), ())
        for size, kernel, dilation, padding, stride, count in (
            ((4, 5), (2, 2), 1, 0, 1, 12),
            (6, (3, 3), 1, 1, 2, 9),
            ((7, 6), (2, 3), (2, 1), (1, 2), (1, 3), 7 * 3),
        )
    ),
    call("fold", RNG.standard_normal((1, 4, 9)), args=(4, 2), module="nn.functional"),
]

ONES = autograd.ones
IMAGE, WEIGHT = ONES(1, 3, 8, 8), ONES(4, 3, 3, 3)

ERRORS = [
    (
        lambda: F.conv2d(IMAGE, WEIGHT[:, :, :0]),
        RuntimeError,
        r"conv2d: the kernel must not be empty, .* \(4, 3, 0, 3\)",
    ),
    (
        lambda: F.conv_transpose1d(ONES(1, 3, 4), ONES(3, 2, 0)),
        RuntimeError,
        r"conv_transpose1d: the kernel must not be empty, got a weight of shape \(3, 2, 0\)",
    ),
    (
        lambda: F.conv2d(IMAGE, ONES(4, 2, 3, 3)),
        RuntimeError,
        r"conv2d: an input of shape \(1, 3, 8, 8\) has 3 channels, a weight of shape .* with groups=1 takes 2",
    ),
    (
        lambda: F.conv2d(IMAGE, ONES(4, 1, 3, 3), groups=3),
        RuntimeError,
        r"has 4 outputs: groups=3 does not divide them",
    ),
    (lambda: F.conv2d(IMAGE, WEIGHT, groups=0), RuntimeError, r"conv2d: groups must be at least 1, got 0"),
    (
        lambda: F.conv2d(ONES(1, 3, 2, 8), WEIGHT),
        RuntimeError,
        r"covers \(3, 3\), more than the padded input.* \(2, 8\)",
    ),
    (
        lambda: F.conv2d(IMAGE, WEIGHT, padding="same", stride=2),
        RuntimeError,
        r'conv2d: padding="same" needs stride 1, got stride=2',
    ),
    (lambda: F.conv2d(IMAGE, WEIGHT, padding="full"), RuntimeError, r"conv2d: padding is \"same\", \"valid\".*'full'"),
    (lambda: F.conv2d(IMAGE, WEIGHT, padding=-1), RuntimeError, r"conv2d: padding must be at least 0, got -1"),
    (lambda: F.conv2d(IMAGE, WEIGHT, stride=0), RuntimeError, r"conv2d: stride must be at least 1, got 0"),
    (lambda: F.conv2d(IMAGE, WEIGHT, dilation=(1, 0)), RuntimeError, r"dilation must be at least 1, got \(1, 0\)"),
    (
        lambda: F.conv2d(IMAGE, WEIGHT, stride=(1, 1, 1)),
        RuntimeError,
        r"stride is one integer or 2, .* got \(1, 1, 1\)",
    ),
    (lambda: F.conv2d(IMAGE, WEIGHT, stride=1.5), TypeError, r"conv2d: stride is an integer .* got 1.5"),
    (
        lambda: F.conv2d(ONES(8, 8), WEIGHT),
        RuntimeError,
        r"conv2d: the input has shape \(N, C, H, W\) or \(C, H, W\), got \(8, 8\)",
    ),
    (lambda: F.conv1d(IMAGE, ONES(4, 3, 3)), RuntimeError, r"conv1d: the input has shape \(N, C, L\)"),
    (lambda: F.conv2d(IMAGE, ONES(4, 3, 3)), RuntimeError, r"the weight has 4 dimensions, .* got shape \(4, 3, 3\)"),
    (
        lambda: F.conv2d(IMAGE, WEIGHT, ONES(3)),
        RuntimeError,
        r"conv2d: the bias has a number for each of the 4 outputs",
    ),
    (
        lambda: F.conv2d(IMAGE, WEIGHT.double()),
        RuntimeError,
        r"conv2d: the input is float32, the weight float64: convert one",
    ),
    (
        lambda: F.conv_transpose2d(IMAGE, ONES(4, 2, 3, 3)),
        RuntimeError,
        r"conv_transpose2d: an input of shape \(1, 3, 8, 8\) has 3 channels, a weight .* takes 4",
    ),
    (
        lambda: F.conv_transpose2d(IMAGE, ONES(3, 2, 3, 3), groups=2),
        RuntimeError,
        r"takes 3 channels: groups=2 does not divide them",
    ),
    (
        lambda: F.conv_transpose2d(IMAGE, ONES(3, 2, 3, 3), output_padding=1),
        RuntimeError,
        r"output_padding must be smaller than stride or dilation, got output_padding=1, stride=1, dilation=1",
    ),
    (
        lambda: F.conv_transpose1d(ONES(1, 1, 1), ONES(1, 1, 2), padding=1),
        RuntimeError,
        r"conv_transpose1d: .* would give an output of size \(0,\): take less padding",
    ),
    (lambda: F.unfold(ONES(1, 1, 2, 2), 3), RuntimeError, r"unfold: the kernel covers \(3, 3\)"),
    (lambda: F.unfold(ONES(2, 2), 1), RuntimeError, r"unfold: the input has shape"),
    (
        lambda: F.fold(ONES(1, 4, 8), (4, 4), 2),
        RuntimeError,
        r"fold: an output of \(4, 4\) has 9 windows, \(3, 3\), of 4",
    ),
    (lambda: F.fold(ONES(4), (4, 4), 2), RuntimeError, r"fold: the input has shape \(N, C · kernel, L\)"),
]
