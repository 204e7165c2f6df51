"""Convolutions and their derivatives, in both layouts of the windows."""

from autograd.ops import convolution
from tests.ops.cases.case import case, normal

ONCE = {d: (1,) * d for d in (1, 2, 3)}


def statics(dimensions, stride=None, padding=None, dilation=None, groups=1):
    return {
        "stride": stride or ONCE[dimensions],
        "padding": padding or (0,) * dimensions,
        "dilation": dilation or ONCE[dimensions],
        "groups": groups,
    }


def counted(size, kernel, stride, padding, dilation, **_):
    return tuple(
        (n + 2 * p - d * (k - 1) - 1) // s + 1
        for n, k, s, p, d in zip(size, kernel, stride, padding, dilation, strict=True)
    )


def forward(options):
    def convolve(torch, x, weight, bias=None):
        function = getattr(torch.nn.functional, f"conv{len(options['stride'])}d")
        return function(x, weight, bias, **options)

    return convolve


def backward(size, options):
    """Return PyTorch's gradient of an image of ``size``, as a function of the output's gradient and the weight."""

    def transposed(torch, y, weight, bias=None):
        x = y.new_zeros((len(y), weight.shape[1] * options["groups"], *size))
        out = torch.func.vjp(lambda x: forward(options)(torch, x, weight), x)[1](y)[0]
        return out if bias is None else out + bias.reshape(-1, *(1,) * len(size))

    return transposed


def of_kernel(kernel, options):
    def correlation(torch, x, y):
        weight = y.new_zeros((y.shape[1], x.shape[1] // options["groups"], *kernel))
        return torch.func.vjp(lambda weight: forward(options)(torch, x, weight), weight)[1](y)[0]

    return correlation


def cases(size, channels, outputs, kernel, *, bias=True, samples=2, checked=True, **options):
    """Return the rows of the three ops for one kind of convolution."""
    options = statics(len(size), **options)
    count = counted(size, kernel, **options)
    x, y = normal(samples, channels, *size), normal(samples, outputs, *count)
    weight = normal(outputs, channels // options["groups"], *kernel)
    biases = ([normal(outputs)], [normal(channels)]) if bias else ([], [])
    return [
        case(
            convolution.convolution,
            x,
            weight,
            *biases[0],
            torch=forward(options),
            checked=checked,
            count=count,
            **options,
        ),
        case(
            convolution.transposed_convolution,
            y,
            weight,
            *biases[1],
            torch=backward(size, options),
            checked=checked,
            size=size,
            **options,
        ),
        case(
            convolution.kernel_correlation,
            x,
            y,
            torch=of_kernel(kernel, options),
            checked=checked,
            kernel=kernel,
            **options,
        ),
    ]


CASES = [
    *cases((4,), 2, 3, (2,)),
    *cases((3, 4), 2, 2, (2, 3), bias=False, samples=1),
    *cases((3, 4), 2, 2, (2, 2), stride=(2, 1), padding=(1, 1), dilation=(1, 2), samples=1),
    *cases((3, 3), 4, 2, (2, 2), groups=2, padding=(1, 0), samples=1),
    *cases((3, 3), 2, 4, (2, 2), groups=2, samples=1),
    *cases((2, 2, 3), 1, 2, (2, 1, 2), stride=(1, 1, 2), padding=(0, 0, 1), samples=1),
    *cases((2, 2), 3, 2, (1, 1)),
    *cases((4,), 12, 2, (2,), samples=1),
    *cases((2, 3), 12, 1, (2, 2), stride=(1, 2), padding=(1, 0), samples=1, checked=False),
    *cases((6, 5, 4), 12, 3, (3, 2, 2), stride=(2, 1, 1), padding=(1, 0, 2), dilation=(1, 2, 1), checked=False),
    *cases((12, 12), 16, 3, (1, 1), stride=(2, 2), checked=False),
    # Several samples to a block, and samples that are cut into rows.
    *cases((40, 40), 3, 2, (3, 3), padding=(1, 1), samples=30, checked=False),
    *cases((130, 150), 3, 2, (5, 5), padding=(2, 2), stride=(1, 2), samples=2, checked=False),
    *cases((80, 70), 16, 2, (3, 3), padding=(1, 1), samples=2, checked=False),
]
