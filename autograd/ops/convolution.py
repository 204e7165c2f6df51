"""Convolution and the two operations that are its derivatives; the derivatives of each of the three are the other two.

With images x, kernels w and the gradient y of an output, they are one trilinear form, Σ y · (x * w): `convolution` is
its derivative with respect to y, `transposed_convolution` to x, and `kernel_correlation` to w. There may be any number
of spatial axes.

Arrays: x (N, C, *size), weight (O, C / groups, *kernel), y (N, O, *count). ``count``, ``stride``, ``padding`` and
``dilation`` are what they are in `windows`; outside of the image, x is 0.

The windows of x are copied into a matrix, those of a few samples at a time (or of some rows of one sample), so that it
stays in the cache. It is not kept for the backward pass: copying takes a fraction of the time of the product. With many
channels the windows are rows of the matrix and channels come last, so that what is copied lies together; with few
channels, and in groups, the windows are columns.
"""

import functools
import math

import numpy as np

from ..core.primitive import primitive
from ..core.sums import total
from . import winograd
from .memory import rearrange, scratch, shaped
from .windows import extent, inside, offsets, reads

_BLOCK = 1 << 19  # elements of the matrix of windows: two megabytes in float32
_MANY = 12  # channels from which on windows are rows


@primitive(
    x=lambda g, x_shape, weight, stride, padding, dilation, groups: transposed_convolution(
        g, weight, size=x_shape[2:], stride=stride, padding=padding, dilation=dilation, groups=groups
    ),
    weight=lambda g, x, weight_shape, stride, padding, dilation, groups: kernel_correlation(
        x, g, kernel=weight_shape[2:], stride=stride, padding=padding, dilation=dilation, groups=groups
    ),
    bias=lambda g: total(g, (0, *range(2, len(g.shape)))),
)
def convolution(x, weight, bias=None, *, count, stride, padding, dilation, groups):
    """The windows of x times ``weight``, plus ``bias``: (N, O, *count)."""
    if winograd.fits(x, weight.shape, count, count, stride, dilation, groups):
        result = winograd.convolution(x, weight, bias, count, padding)
        if result is not None:
            return result
    plan = _plan(x.shape[2:], weight.shape, count, stride, padding, dilation, groups)
    result = np.empty_like(x, shape=(len(x), weight.shape[0], *count), order="C")
    matrix = plan.matrix(weight)
    for samples, rows, windows in plan.windows(x):
        plan.multiply(windows, matrix, bias, result[samples, :, rows])
    return result


@primitive(
    y=lambda g, y_shape, weight, stride, padding, dilation, groups: convolution(
        g, weight, count=y_shape[2:], stride=stride, padding=padding, dilation=dilation, groups=groups
    ),
    weight=lambda g, y, weight_shape, stride, padding, dilation, groups: kernel_correlation(
        g, y, kernel=weight_shape[2:], stride=stride, padding=padding, dilation=dilation, groups=groups
    ),
    bias=lambda g: total(g, (0, *range(2, len(g.shape)))),
)
def transposed_convolution(y, weight, bias=None, *, size, stride, padding, dilation, groups):
    """``weight`` times each element of y, added up where its window is, plus ``bias``: (N, C, *size)."""
    if winograd.fits(y, weight.shape, size, y.shape[2:], stride, dilation, groups) and max(padding) <= 2:
        turned = weight[:, :, ::-1, ::-1].swapaxes(0, 1)
        result = winograd.convolution(y, turned, bias, size, tuple([2 - p for p in padding]))
        if result is not None:
            return result
    plan = _plan(size, weight.shape, y.shape[2:], stride, padding, dilation, groups)
    result = np.empty_like(y, shape=(len(y), plan.channels, *size), order="C")
    plan.scatter(y, plan.matrix(weight), result)
    if bias is not None:
        result += bias.reshape((-1, *(1,) * len(size)))
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
    """Each window of x times its element of y, added up over windows and samples: (O, C / groups, *kernel)."""
    shape, count = (y.shape[1], x.shape[1] // groups, *kernel), y.shape[2:]
    if winograd.fits(x, shape, count, count, stride, dilation, groups):
        result = winograd.kernel_correlation(x, y, padding)
        if result is not None:
            return result
    plan = _plan(x.shape[2:], shape, count, stride, padding, dilation, groups)
    total = plan.matrix(np.zeros_like(y, shape=shape, order="C"))
    for samples, rows, windows in plan.windows(x):
        total += plan.correlate(y[samples, :, rows], windows)
    return plan.kernels(total)


def _plan(size, weight_shape, count, stride, padding, dilation, groups):
    outputs, inputs, *kernel = weight_shape
    pointwise = math.prod(kernel) == 1 and extent(count, kernel, stride, dilation) == size == count and not any(padding)
    layout = _Pointwise if pointwise else _ChannelsLast if groups == 1 and inputs >= _MANY else _ChannelsFirst
    return layout(size, outputs, inputs, tuple(kernel), count, stride, padding, dilation, groups)


class _Plan:
    """How a convolution is computed: how much at a time, and, in the subclasses, in which layout.

    A block is some samples, or some rows of windows of one. It has three arrays: images with zeros around them, the
    elements of their windows ("parts"), and results.
    """

    def __init__(self, size, outputs, inputs, kernel, count, stride, padding, dilation, groups):
        self.outputs, self.inputs, self.channels, self.groups = outputs, inputs, inputs * groups, groups
        self.size, self.kernel, self.count = size, kernel, count
        self.stride, self.padding, self.dilation = stride, padding, dilation
        self.extent = extent(count, kernel, stride, dilation)
        self.width = inputs * math.prod(kernel)
        elements = max(1, self.width * groups * math.prod(count))  # of a sample's matrix of windows
        self.block = max(1, _BLOCK // elements)
        step = max(1, min(count[0], count[0] * _BLOCK // elements))
        self.rows = [slice(start, min(start + step, count[0])) for start in range(0, count[0], step)]

    def images(self, x):
        """Get memory for the arrays of a block; yield the samples of each block, and what will hold its images."""
        block, rows = min(self.block, max(1, len(x))), self.rows[0]
        of_rows = (self.parts_shape, self.results_shape, self.lines_shape)
        self.memory = scratch(x, self.image_shape(block), *[shape(block, rows) for shape in of_rows])
        for start in range(0, len(x), self.block):
            samples = slice(start, min(start + self.block, len(x)))
            yield samples, shaped(self.memory[0], self.image_shape(samples.stop - start))

    def counts(self, rows):
        return rows.stop - rows.start, *self.count[1:]

    def results_shape(self, samples, rows):
        return samples * math.prod(self.counts(rows)), self.outputs

    def lines_shape(self, samples, rows):
        return (0,)

    def windows(self, x):
        """Yield the samples and the rows of windows of each block, and its matrix of windows."""
        for samples, image in self.images(x):
            self.put_in(x[samples], image)
            for rows in self.rows:
                parts = shaped(self.memory[1], self.parts_shape(samples.stop - samples.start, rows))
                self.gather(image, rows, parts)
                yield samples, rows, self.as_matrix(parts)

    def gather(self, image, rows, parts):
        """Copy the elements of some rows of windows into ``parts``."""
        for offset, place in self.places(image, rows):
            parts[self.at(offset)] = place

    def scatter(self, y, matrix, result):
        """Write into ``result`` the kernels times the elements of y, added up where their windows are."""
        for samples, image in self.images(y):
            image[...] = 0
            for rows in self.rows:
                parts = self.spread(y[samples, :, rows], matrix)
                for offset, place in self.places(image, rows):
                    place += parts[self.at(offset)]
            self.take_out(image, result[samples])

    def put_in(self, x, image):
        """Copy the images x into those of a block, with zeros around them."""
        there, here = inside(self.size, self.extent, self.padding)
        if any(self.padding) or any(n < m for n, m in zip(self.size, self.extent, strict=True)):
            image[...] = 0
        rearrange(self.channels_second(image)[there], x[here])

    def take_out(self, image, target):
        """Copy the images of a block into ``target``; what no window reads is 0."""
        there, here = inside(self.size, self.extent, self.padding)
        if any(n > m - p for n, m, p in zip(self.size, self.extent, self.padding, strict=True)):
            target[...] = 0
        target[here] = self.channels_second(image)[there]

    def places(self, image, rows):
        """Yield each offset in a window, and the part of the image that these rows of windows have there."""
        first = rows.start * self.stride[0]
        for offset, at in _places(first, self.kernel, self.counts(rows), self.stride, self.dilation):
            yield offset, image[(*self.before, *at)]


@functools.lru_cache(maxsize=256)
def _places(first, kernel, counts, stride, dilation):
    """Return each offset in a window, and the slices of what windows have there, if the first is at row ``first``."""
    starts = first, *(0,) * (len(kernel) - 1)
    return [
        (offset, tuple([reads(*each) for each in zip(offset, counts, stride, dilation, starts, strict=True)]))
        for offset in offsets(kernel)
    ]


class _ChannelsLast(_Plan):
    """Windows are the rows of one matrix for all samples.

    Arrays are (positions..., samples, channels), so that long pieces of memory are copied and added.
    """

    before = ()

    def at(self, offset):
        return (..., *offset, slice(None))

    def image_shape(self, samples):
        return *self.extent, samples, self.channels

    def parts_shape(self, samples, rows):
        return *self.counts(rows), samples, *self.kernel, self.channels

    def channels_second(self, image):
        return np.moveaxis(image, (-2, -1), (0, 1))

    def as_matrix(self, parts):
        return parts.reshape((-1, self.width))

    def matrix(self, weight):
        return np.moveaxis(weight, 1, -1).reshape((self.outputs, self.width))

    def kernels(self, matrix):
        return np.ascontiguousarray(np.moveaxis(matrix.reshape((self.outputs, *self.kernel, self.inputs)), -1, 1))

    def lines_shape(self, samples, rows):
        height = (rows.stop - rows.start - 1) * self.stride[0] + (self.kernel[0] - 1) * self.dilation[0] + 1
        return height, *self.extent[1:-1], self.count[-1], samples, self.kernel[-1], self.channels

    def gather(self, image, rows, parts):
        # First the windows along the last axis: then their elements lie together, and longer pieces are copied.
        if len(self.kernel) == 1:
            super().gather(image, rows, parts)
            return
        lines = shaped(self.memory[3], self.lines_shape(image.shape[-2], rows))
        start, (n, s, d) = rows.start * self.stride[0], (self.count[-1], self.stride[-1], self.dilation[-1])
        there = (slice(start, start + len(lines)), *[slice(None)] * (len(self.kernel) - 2))
        for k in range(self.kernel[-1]):
            lines[..., k, :] = image[(*there, reads(k, n, s, d))]
        for offset, at in _places(0, self.kernel[:-1], self.counts(rows)[:-1], self.stride[:-1], self.dilation[:-1]):
            parts[(..., *offset, slice(None), slice(None))] = lines[at]

    def multiply(self, windows, matrix, bias, target):
        y = shaped(self.memory[2], (len(windows), self.outputs))
        np.matmul(windows, matrix.T, out=y)
        if bias is not None:
            y += bias
        target[...] = self.channels_second(y.reshape((*target.shape[2:], len(target), self.outputs)))

    def spread(self, y, matrix):
        # There is one product for each offset, so that what is added to the images lies together.
        matrices = np.moveaxis(matrix.reshape((self.outputs, -1, self.channels)), 1, 0)
        parts = shaped(self.memory[1], (len(matrices), math.prod(y.shape[2:]) * len(y), self.channels))
        np.matmul(self._rows(y), matrices, out=parts)
        parts = parts.reshape((*self.kernel, *y.shape[2:], len(y), self.channels))
        axes = range(len(self.kernel))
        return np.moveaxis(parts, axes, [axis - len(axes) - 1 for axis in axes])

    def correlate(self, y, windows):
        return self._rows(y).T @ windows

    def _rows(self, y):
        rows = shaped(self.memory[2], (*y.shape[2:], len(y), self.outputs))
        rearrange(self.channels_second(rows), y)
        return rows.reshape((-1, self.outputs))


class _ChannelsFirst(_Plan):
    """Windows are the columns of a matrix for each sample and group; its products need not be rearranged."""

    before = (slice(None),) * 2

    def at(self, offset):
        return (slice(None), slice(None), *offset)

    def image_shape(self, samples):
        return samples, self.channels, *self.extent

    def parts_shape(self, samples, rows):
        return samples, self.channels, *self.kernel, *self.counts(rows)

    def results_shape(self, samples, rows):
        return (samples, self.outputs, *self.counts(rows)) if len(self.rows) > 1 else (0,)

    def channels_second(self, image):
        return image

    def as_matrix(self, parts):
        return parts.reshape((len(parts), self.groups, self.width, -1))

    def matrix(self, weight):
        return weight.reshape((self.groups, self.outputs // self.groups, self.width))

    def kernels(self, matrix):
        return matrix.reshape((self.outputs, self.inputs, *self.kernel))

    def columns(self, y):
        return y.reshape((len(y), self.groups, y.shape[1] // self.groups, math.prod(y.shape[2:])))

    def multiply(self, windows, matrix, bias, target):
        whole = len(self.rows) == 1
        y = target if whole else shaped(self.memory[2], target.shape)
        np.matmul(matrix, windows, out=self.columns(y))
        if bias is not None:
            y += bias.reshape((-1, *(1,) * len(self.count)))
        if not whole:
            target[...] = y

    def spread(self, y, matrix):
        windows = shaped(self.memory[1], (len(y), self.channels, *self.kernel, *y.shape[2:]))
        # The product of a column and a row is faster element by element.
        product = np.multiply if self.outputs == self.groups else np.matmul
        product(matrix.mT, self.columns(y), out=self.as_matrix(windows))
        return windows

    def correlate(self, y, windows):
        return np.add.reduce(np.matmul(self.columns(y), windows.mT), axis=0)


class _Pointwise(_ChannelsFirst):
    """Kernels have one element: the image is the matrix of windows."""

    def windows(self, x):
        self.rows = [slice(0, self.count[0])]
        yield slice(0, len(x)), self.rows[0], self.columns(x)

    def scatter(self, y, matrix, result):
        np.matmul(matrix.mT, self.columns(y), out=self.columns(result))
