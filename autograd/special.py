"""Special functions under PyTorch's names: what torch.special has, but for Bessel functions and polynomials.

What PyTorch has in both places, such as `erf` and `digamma`, is a member of `autograd` too; `erfcx` and `ndtr` are not.
"""

from .core.primitive import named
from .functions.elementwise import exp2, expm1, log1p, round, sigmoid
from .functions.reduction import log_softmax, logsumexp, softmax
from .functions.special import digamma, erf, erfc, erfinv, lgamma, logit, mvlgamma, polygamma, sinc, xlogy
from .ops import special as ops

__all__ = [
    "digamma",
    "entr",
    "erf",
    "erfc",
    "erfcx",
    "erfinv",
    "exp2",
    "expit",
    "expm1",
    "gammaln",
    "log1p",
    "log_ndtr",
    "log_softmax",
    "logit",
    "logsumexp",
    "multigammaln",
    "ndtr",
    "ndtri",
    "polygamma",
    "psi",
    "round",
    "sinc",
    "softmax",
    "xlog1py",
    "xlogy",
]

entr = named(ops.entr)
erfcx = named(ops.erfcx)
expit = sigmoid
gammaln = lgamma
log_ndtr = named(ops.log_ndtr)
multigammaln = mvlgamma
ndtr = named(ops.ndtr)
ndtri = named(ops.ndtri)
psi = digamma
xlog1py = named(ops.xlog1py)
