"""Special functions under PyTorch's names: what torch.special has, but for Bessel functions and polynomials.

What PyTorch has in both places, such as `erf` and `digamma`, is a member of `autograd` too; `erfcx` and `ndtr` are not.
"""

from . import exports
from .core.primitive import named
from .functions.elementwise import exp2, expm1, log1p, round, sigmoid
from .functions.reduction import log_softmax, logsumexp, softmax
from .functions.special import digamma, erf, erfc, erfinv, lgamma, logit, mvlgamma, polygamma, sinc, xlogy
from .ops import erf as erf_ops, special as ops

entr = named(ops.entr)
erfcx = named(erf_ops.erfcx)
expit = sigmoid
gammaln = lgamma
log_ndtr = named(erf_ops.log_ndtr)
multigammaln = mvlgamma
ndtr = named(erf_ops.ndtr)
ndtri = named(erf_ops.ndtri)
psi = digamma
xlog1py = named(ops.xlog1py)

_ALIASES = "expit gammaln multigammaln psi".split()
_IN_BOTH = (
    "digamma erf erfc erfinv exp2 expm1 log1p log_softmax logit logsumexp polygamma round sinc softmax xlogy".split()
)

exports.public(globals(), *_ALIASES, *_IN_BOTH)
