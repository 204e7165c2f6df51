"""Convolution with 3x3 kernels and stride 1 by Winograd's minimal filtering: 16 products for 4 outputs instead of 36.

An image is cut into tiles of 4x4 that overlap by 2; each gives 2x2 outputs. With a tile d, a kernel w and outputs y,

    y = Aᵀ [(G w Gᵀ) ⊙ (Bᵀ d B)] A

where, with channels, ⊙ is a matrix product at each of the 16 places, and A and B hold only 0, 1 and -1. The gradient of
w is Gᵀ [(Bᵀ d B) ⊙ (A g Aᵀ)] G for the gradient g of the outputs; that of the image is another convolution.

Rounding errors are relative to the greatest element of a tile, not of a window. If an element is not finite, all
outputs of its tile may be NaN: so the functions return None if any result is not finite.

A. Lavin and S. Gray, Fast Algorithms for Convolutional Neural Networks, 2015, https://arxiv.org/abs/1509.09308.
"""

import functools
import math

import numpy as np

from .memory import rearrange, scratch, shaped
from .windows import inside

_BLOCK = 1 << 18  # elements at all places that are computed at a time, so that they stay in the cache


def fits(x, weight_shape, count, positions, stride, dilation, groups):
    """Return whether a convolution to ``count`` can be computed in this way, and faster than with a product for each of
    the 9 elements of a kernel at ``positions``."""
    outputs, channels, *kernel = weight_shape
    if kernel != [3, 3] or stride != (1, 1) or dilation != (1, 1) or groups != 1 or x.dtype.char not in "fd":
        return False
    places = 16 * math.prod([-(-n // 2) for n in count])
    spared = 9 * math.prod(positions) - places
    return channels * outputs * spared >= _PRICE * (channels + outputs) * places


_PRICE = 14  # what an element at one of the places costs, in multiplications


@functools.cache
def _both_sides(dtype):
    """Return the 16 x 9 matrix that makes G w Gᵀ, flattened, of a flattened kernel w."""
    g = np.array([[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]], dtype)
    return np.kron(g, g)


def convolution(x, weight, bias, count, padding):
    """Return the convolution of x, (N, C, H, W), with ``weight``, (O, C, 3, 3); None if that is not finite."""
    outputs, channels = weight.shape[:2]
    kernels = weight.reshape((outputs * channels, 9)) @ _both_sides(x.dtype).T
    kernels = np.ascontiguousarray(kernels.reshape((outputs, channels, 16)).transpose(2, 1, 0))
    result = np.empty_like(x, shape=(len(x), outputs, *count), order="C")
    with np.errstate(all="ignore"):
        for samples, rows, block in _blocks(x, channels, outputs, count, padding):
            target = result[samples, :, rows]
            y = block.outputs(np.matmul(block.places(x[samples]), kernels, out=block.products))
            if bias is not None:
                y += bias
            target[...] = y[: target.shape[2], : target.shape[3]].transpose(2, 3, 0, 1)
        return result if math.isfinite(np.add.reduce(result, axis=None)) else None


def kernel_correlation(x, y, padding):
    """Return the gradient of kernels, (O, C, 3, 3), for images x and a gradient y of outputs; None if not finite."""
    channels, outputs = x.shape[1], y.shape[1]
    total = np.zeros_like(x, shape=(16, channels, outputs), order="C")
    with np.errstate(all="ignore"):
        for samples, rows, block in _blocks(x, channels, outputs, y.shape[2:], padding):
            total += block.places(x[samples]).mT @ block.spread(y[samples, :, rows])
        result = np.ascontiguousarray(total.transpose(2, 1, 0)) @ _both_sides(x.dtype)
        return result.reshape((outputs, channels, 3, 3)) if math.isfinite(np.add.reduce(result, axis=None)) else None


def _blocks(x, channels, outputs, count, padding):
    """Yield some samples at a time, or some rows of outputs of one, with memory for their tiles."""
    rows, columns = [-(-n // 2) for n in count]
    most = max(1, _BLOCK // (16 * columns * max(channels, outputs)))  # rows of tiles
    most = max(1, min(most // rows, len(x))), min(most, rows)
    shapes = _Block.shapes(*most, columns, channels, outputs)
    memory = scratch(x, *shapes)
    for start in range(0, len(x), most[0]):
        samples = slice(start, min(start + most[0], len(x)))
        for first in range(0, rows, most[1]):
            last = min(first + most[1], rows)
            block = _Block(memory, samples.stop - start, last - first, columns, channels, outputs)
            block.padding = padding[0] - 2 * first, padding[1]
            yield samples, slice(2 * first, min(2 * last, count[0])), block


class _Block:
    """The tiles of a few images, in memory that all blocks use.

    Images are (rows, columns, samples, channels) here, so that what is added lies together.
    """

    def __init__(self, memory, samples, rows, columns, channels, outputs):
        self.shape = rows, columns, samples
        shapes = self.shapes(samples, rows, columns, channels, outputs)
        self.image, self.lines, self.tiles, self.products, self.output, self.output_lines = map(shaped, memory, shapes)

    @staticmethod
    def shapes(samples, rows, columns, channels, outputs):
        return (
            (2 * rows + 2, 2 * columns + 2, samples, channels),
            (4, rows, 2 * columns + 2, samples, channels),
            (4, 4, rows, columns, samples, channels),
            (16, rows * columns * samples, outputs),
            (2 * rows, 2 * columns, samples, outputs),
            (4, rows, 2 * columns, samples, outputs),
        )

    def places(self, x):
        """Return Bᵀ d B for the tiles of images: (16, tiles, channels)."""
        rows, columns, _ = self.shape
        (_, *there), here = inside(x.shape[2:], self.image.shape[:2], self.padding)
        self.image[...] = 0
        rearrange(self.image[tuple(there)].transpose(2, 3, 0, 1), x[here])
        _differences([self.image[i : i + 2 * rows : 2] for i in range(4)], self.lines)
        _differences([self.lines[:, :, i : i + 2 * columns : 2] for i in range(4)], self.tiles.swapaxes(0, 1))
        return self.tiles.reshape((16, -1, x.shape[1]))

    def outputs(self, products):
        """Return Aᵀ m A, the images of outputs, for the products m at all places."""
        rows, columns, samples = self.shape
        lines = self.output_lines.reshape((2, 4, *self.shape, -1))  # the same memory as that of the lines of A g
        _sums(products.reshape((4, 4, *self.shape, -1)), lines)
        pairs = self.output.reshape((rows, 2, columns, 2, samples, -1))
        _sums(lines.swapaxes(0, 1), pairs.transpose(3, 1, 0, 2, 4, 5))
        return self.output

    def spread(self, g):
        """Return A g Aᵀ for the gradient g of outputs: (16, tiles, outputs)."""
        self.output[...] = 0
        rearrange(self.output[: g.shape[2], : g.shape[3]].transpose(2, 3, 0, 1), g)
        _adjoint_of_sums(self.output[0::2], self.output[1::2], self.output_lines)
        places = self.products.reshape((4, 4, *self.shape, -1))
        _adjoint_of_sums(self.output_lines[:, :, 0::2], self.output_lines[:, :, 1::2], places.swapaxes(0, 1))
        return self.products


def _differences(d, out):
    """Write Bᵀ d."""
    np.subtract(d[0], d[2], out=out[0])
    np.add(d[1], d[2], out=out[1])
    np.subtract(d[2], d[1], out=out[2])
    np.subtract(d[1], d[3], out=out[3])


def _sums(m, out):
    """Write Aᵀ m."""
    np.add(m[1], m[2], out=out[0])
    np.add(out[0], m[0], out=out[0])
    np.subtract(m[1], m[2], out=out[1])
    np.subtract(out[1], m[3], out=out[1])


def _adjoint_of_sums(even, odd, out):
    """Write A g."""
    out[0] = even
    np.add(even, odd, out=out[1])
    np.subtract(even, odd, out=out[2])
    np.negative(odd, out=out[3])
