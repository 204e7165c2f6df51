"""Convolution, and the two operations that are its derivatives; each of the three has the other two as its own.

With images x, kernels w and the gradient y of an output, all are one trilinear form, Σ y · (x * w): `convolution`
leaves out y, `transposed_convolution` x, and `kernel_correlation` w. There may be any number of spatial axes.

Arrays: x (N, C, *size), weight (O, C / groups, *kernel), y (N, O, *count). What `windows` says of ``count``,
``stride``, ``padding`` and ``dilation`` holds here; outside, x is 0.

The windows of x are copied into a matrix, those of a few samples at a time (or of some rows of one), so that it stays
in the cache, and none of it is kept for the backward pass: copying takes a fraction of the time of the product. With
many channels the windows are rows of the matrix and channels come last, so that what is copied lies together; with
few, and in groups, they are columns.
"""

import math

import numpy as np

from ..primitive import primitive
from .windows import cropped, extent, inside, offsets, padded

_BLOCK = 1 << 19  # elements of the matrix: two megabytes in float32
_MANY = 12  # channels


@primitive(
    x=lambda g, x_shape, weight, stride, padding, dilation, groups: transposed_convolution(
        g, weight, size=x_shape[2:], stride=stride, padding=padding, dilation=dilation, groups=groups
    ),
    weight=lambda g, x, weight_shape, stride, padding, dilation, groups: kernel_correlation(
        x, g, kernel=weight_shape[2:], stride=stride, padding=padding, dilation=dilation, groups=groups
    ),
    bias=lambda g: np.add.reduce(g, axis=(0, *range(2, len(g.shape)))),
)
def convolution(x, weight, bias=None, *, count, stride, padding, dilation, groups):
    """The windows of x times ``weight``, plus ``bias``: (N, O, *count)."""
    plan = _Plan(x.shape[2:], weight.shape, count, stride, padding, dilation, groups)
    result = np.empty_like(x, shape=(len(x), plan.outputs, *count), order="C")
    matrix = plan.matrix(weight)
    if plan.channels_last:
        for samples, rows, windows in plan.windows(x):
            y = windows @ matrix.T
            if bias is not None:
                y += bias
            target = result[samples, :, rows]
            target[...] = np.moveaxis(y.reshape((len(target), *target.shape[2:], -1)), -1, 1)
        return result
    for samples, rows, windows in plan.windows(x):
        target = result[samples, :, rows]
        if plan.whole:
            np.matmul(matrix, windows, out=plan.columns(target))
        else:
            target[...] = np.matmul(matrix, windows).reshape(target.shape)
        if bias is not None:
            target += bias.reshape((-1, *(1,) * len(count)))
    return result


@primitive(
    y=lambda g, y_shape, weight, stride, padding, dilation, groups: convolution(
        g, weight, count=y_shape[2:], stride=stride, padding=padding, dilation=dilation, groups=groups
    ),
    weight=lambda g, y, weight_shape, stride, padding, dilation, groups: kernel_correlation(
        g, y, kernel=weight_shape[2:], stride=stride, padding=padding, dilation=dilation, groups=groups
    ),
    bias=lambda g: np.add.reduce(g, axis=(0, *range(2, len(g.shape)))),
)
def transposed_convolution(y, weight, bias=None, *, size, stride, padding, dilation, groups):
    """``weight`` times each element of y, added where its window is, plus ``bias``: (N, C, *size)."""
    plan = _Plan(size, weight.shape, y.shape[2:], stride, padding, dilation, groups)
    result = np.empty_like(y, shape=(len(y), plan.channels, *size), order="C")
    matrix = plan.matrix(weight)
    for samples in plan.samples(len(y)):
        target = result[samples]
        if plan.pointwise:
            np.matmul(matrix.mT, plan.columns(y[samples]), out=plan.columns(target))
        elif plan.channels_last:
            total = np.zeros_like(y, shape=(len(target), *plan.extent, plan.channels), order="C")
            for rows in plan.rows:
                parts = plan.channels_to_end(y[samples, :, rows]) @ matrix
                for at, part in plan.pieces(parts, rows):
                    total[at] += part
            target[...] = cropped(np.moveaxis(total, -1, 1), size, padding)
        else:
            total = np.zeros_like(y, shape=(len(target), plan.channels, *plan.extent), order="C")
            for rows in plan.rows:
                parts = np.matmul(matrix.mT, plan.columns(y[samples, :, rows]))
                for at, part in plan.pieces(parts, rows):
                    total[at] += part
            target[...] = cropped(total, size, padding)
        if bias is not None:
            target += bias.reshape((-1, *(1,) * len(size)))
    return result


@primitive(
    x=lambda g, x_shape, y, stride, padding, dilation, groups: transposed_convolution(
        y, g, size=x_shape[2:], stride=stride, padding=padding, dilation=dilation, groups=groups
    ),
    y=lambda g, x, y_shape, stride, padding, dilation, groups: convolution(
        x, g, count=y_shape[2:], stride=stride, padding=padding, dilation=dilation, groups=groups
    ),
)
def kernel_correlation(x, y, *, kernel, stride, padding, dilation, groups):
    """The windows of x, each times its element of y, added up over windows and samples: (O, C / groups, *kernel)."""
    shape = y.shape[1], x.shape[1] // groups, *kernel
    plan = _Plan(x.shape[2:], shape, y.shape[2:], stride, padding, dilation, groups)
    total = np.zeros_like(y, shape=plan.matrix_shape)
    for samples, rows, windows in plan.windows(x):
        if plan.channels_last:
            total += plan.channels_to_end(y[samples, :, rows]).T @ windows
        else:
            total += np.add.reduce(np.matmul(plan.columns(y[samples, :, rows]), windows.mT), axis=0)
    return np.moveaxis(total.reshape((shape[0], *kernel, -1)), -1, 1) if plan.channels_last else total.reshape(shape)


class _Plan:
    """The sizes of a convolution, and how it is computed: in which layout, and how much at a time."""

    def __init__(self, size, weight_shape, count, stride, padding, dilation, groups):
        self.outputs, inputs, *kernel = weight_shape
        self.kernel, self.channels, self.groups = tuple(kernel), inputs * groups, groups
        self.size, self.count, self.stride, self.padding, self.dilation = size, count, stride, padding, dilation
        self.extent = extent(count, self.kernel, stride, dilation)
        self.pointwise = math.prod(kernel) == 1 and self.extent == size == count
        self.channels_last = groups == 1 and self.channels >= _MANY and not self.pointwise
        self.width = inputs * math.prod(kernel)
        elements = self.width * groups * math.prod(count)  # of the matrix, for a sample
        self.whole = self.pointwise or elements <= _BLOCK  # whether a block holds all rows of a sample
        self.block = max(1, _BLOCK // max(1, elements)) if not self.pointwise else None
        step = count[0] if self.whole else max(1, count[0] * _BLOCK // elements)
        self.rows = [slice(start, min(start + step, count[0])) for start in range(0, count[0], step)]

    def samples(self, number):
        """Return the blocks of ``number`` samples."""
        block = self.block or max(1, number)
        return [slice(start, min(start + block, number)) for start in range(0, number, block)]

    @property
    def matrix_shape(self):
        return (
            (self.outputs, self.width) if self.channels_last else (self.groups, self.outputs // self.groups, self.width)
        )

    def matrix(self, weight):
        """Return the kernels as a matrix, or one for each group."""
        return (np.moveaxis(weight, 1, -1) if self.channels_last else weight).reshape(self.matrix_shape)

    def columns(self, y):
        """Return an array of outputs, or of images, as one matrix for each sample and group, positions last."""
        return y.reshape((len(y), self.groups, y.shape[1] // self.groups, math.prod(y.shape[2:])))

    def channels_to_end(self, y):
        """Return an array of outputs as a matrix, channels last."""
        return np.moveaxis(y, 1, -1).reshape((-1, y.shape[1]))

    def windows(self, x):
        """Yield the blocks, as samples and rows of windows, each with the matrix of windows."""
        buffer = None
        for samples in self.samples(len(x)):
            some = x[samples]
            if self.pointwise:
                yield samples, self.rows[0], self.columns(some)
                continue
            if self.channels_last:
                image = np.zeros_like(x, shape=(len(some), *self.extent, self.channels), order="C")
                there, here = inside(self.size, self.extent, self.padding)
                np.moveaxis(image, -1, 1)[there] = some[here]
            else:
                image = padded(some, self.extent, self.padding)
            for rows in self.rows:
                shape = self._parts_shape(len(some), rows)
                if buffer is None or buffer.shape != shape:
                    buffer = np.empty_like(x, shape=shape, order="C")
                for at, piece in self.pieces(buffer, rows):
                    piece[...] = image[at]
                if self.channels_last:
                    yield samples, rows, buffer.reshape((-1, self.width))
                else:
                    yield samples, rows, buffer.reshape((len(some), self.groups, self.width, -1))

    def _parts_shape(self, samples, rows):
        count = rows.stop - rows.start, *self.count[1:]
        if self.channels_last:
            return samples, *count, *self.kernel, self.channels
        return samples, self.channels, *self.kernel, *count

    def pieces(self, parts, rows):
        """Yield for each offset the index of what windows have there in an image, and the place in their matrix."""
        count = rows.stop - rows.start, *self.count[1:]
        if self.channels_last:
            parts = parts.reshape((-1, *count, *self.kernel, self.channels))
        else:
            parts = parts.reshape((-1, self.channels, *self.kernel, *count))
        before = (slice(None),) * (1 + len(count) if self.channels_last else 2)
        first = rows.start * self.stride[0], *(0,) * (len(count) - 1)
        for offset in offsets(self.kernel):
            at = [
                slice(f + k * d, f + k * d + (n - 1) * s + 1, s)
                for f, k, d, n, s in zip(first, offset, self.dilation, count, self.stride, strict=True)
            ]
            yield before[:1] + (() if self.channels_last else before[:1]) + tuple(at), parts[before + offset]
