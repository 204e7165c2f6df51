"""Methods: the functions that are methods of `Tensor` too, under the same names, and their in-place forms.

One line for each, so that what a tensor can do is read off one page; ``x.tanh`` is the function itself, without a layer
between.
"""

from collections.abc import Callable
from typing import Any

from .. import functions


def in_place(name: str, function: Callable[..., Any], *, strict: bool = True) -> Callable[..., Any]:
    """Return the method that gives a tensor the values of ``function`` of it: see `Tensor._replace`."""

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        self._check_in_place(name)
        return self._replace(function(self, *args, **kwargs), name, strict=strict)

    method.__name__ = method.__qualname__ = name
    method.__doc__ = f"In-place form of `{getattr(function, '__name__', name)}`."
    return method


def view_in_place(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the method that makes a tensor the view of its own memory that ``function`` of it is."""

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        self._check_in_place(name)
        view = function(self, *args, **kwargs)
        if view._node is not None:
            self._array, self._node = view._array, view._node
        elif self.is_leaf:
            self.data = view
        else:
            raise RuntimeError(f"{name}: under no_grad the result of operations keeps its shape; change a .detach()")
        return self

    method.__name__ = method.__qualname__ = name
    method.__doc__ = f"In-place form of `{getattr(function, '__name__', name)}`: changes the shape, copies nothing."
    return method


class Methods:
    """The methods of `Tensor` that are functions of `autograd.functions`."""

    __slots__ = ()

    abs = absolute = functions.abs
    acos = arccos = functions.acos
    acosh = arccosh = functions.acosh
    add = functions.add
    addbmm = functions.addbmm
    addcdiv = functions.addcdiv
    addcmul = functions.addcmul
    addmm = functions.addmm
    addmv = functions.addmv
    addr = functions.addr
    all = functions.all
    allclose = functions.allclose
    amax = functions.amax
    amin = functions.amin
    aminmax = functions.aminmax
    any = functions.any
    argmax = functions.argmax
    argmin = functions.argmin
    argsort = functions.argsort
    argwhere = functions.argwhere
    as_strided = functions.as_strided
    asin = arcsin = functions.asin
    asinh = arcsinh = functions.asinh
    atan = arctan = functions.atan
    atan2 = arctan2 = functions.atan2
    atanh = arctanh = functions.atanh
    baddbmm = functions.baddbmm
    bincount = functions.bincount
    bitwise_and = functions.bitwise_and
    bitwise_left_shift = functions.bitwise_left_shift
    bitwise_not = functions.bitwise_not
    bitwise_or = functions.bitwise_or
    bitwise_right_shift = functions.bitwise_right_shift
    bitwise_xor = functions.bitwise_xor
    bmm = functions.bmm
    broadcast_to = functions.broadcast_to
    ceil = functions.ceil
    cholesky = functions.cholesky
    cholesky_inverse = functions.cholesky_inverse
    cholesky_solve = functions.cholesky_solve
    chunk = functions.chunk
    clamp = clip = functions.clamp
    clamp_max = functions.clamp_max
    clamp_min = functions.clamp_min
    clone = functions.clone
    copysign = functions.copysign
    corrcoef = functions.corrcoef
    cos = functions.cos
    cosh = functions.cosh
    count_nonzero = functions.count_nonzero
    cov = functions.cov
    cross = functions.cross
    cummax = functions.cummax
    cummin = functions.cummin
    cumprod = functions.cumprod
    cumsum = functions.cumsum
    deg2rad = functions.deg2rad
    det = functions.det
    diag = functions.diag
    diag_embed = functions.diag_embed
    diagflat = functions.diagflat
    diagonal = functions.diagonal
    diagonal_scatter = functions.diagonal_scatter
    diff = functions.diff
    digamma = functions.digamma
    dist = functions.dist
    div = divide = true_divide = functions.div
    dot = functions.dot
    dsplit = functions.dsplit
    eq = functions.eq
    equal = functions.equal
    erf = functions.erf
    erfc = functions.erfc
    erfinv = functions.erfinv
    exp = functions.exp
    exp2 = functions.exp2
    expand = functions.expand
    expm1 = functions.expm1
    flatten = functions.flatten
    flip = functions.flip
    fliplr = functions.fliplr
    flipud = functions.flipud
    float_power = functions.float_power
    floor = functions.floor
    floor_divide = functions.floor_divide
    fmax = functions.fmax
    fmin = functions.fmin
    fmod = functions.fmod
    frac = functions.frac
    gather = functions.gather
    gcd = functions.gcd
    ge = greater_equal = functions.ge
    ger = functions.ger
    gt = greater = functions.gt
    heaviside = functions.heaviside
    hardshrink = functions.hardshrink
    histc = functions.histc
    histogram = functions.histogram
    hsplit = functions.hsplit
    hypot = functions.hypot
    index_add = functions.index_add
    index_copy = functions.index_copy
    index_fill = functions.index_fill
    index_put = functions.index_put
    index_reduce = functions.index_reduce
    index_select = functions.index_select
    inner = functions.inner
    inverse = functions.inverse
    is_complex = functions.is_complex
    is_nonzero = functions.is_nonzero
    isclose = functions.isclose
    isfinite = functions.isfinite
    isinf = functions.isinf
    isnan = functions.isnan
    isneginf = functions.isneginf
    isposinf = functions.isposinf
    isreal = functions.isreal
    kron = functions.kron
    kthvalue = functions.kthvalue
    lcm = functions.lcm
    ldexp = functions.ldexp
    le = less_equal = functions.le
    lerp = functions.lerp
    lgamma = functions.lgamma
    log = functions.log
    log10 = functions.log10
    log1p = functions.log1p
    log2 = functions.log2
    log_softmax = functions.log_softmax
    logaddexp = functions.logaddexp
    logaddexp2 = functions.logaddexp2
    logcumsumexp = functions.logcumsumexp
    logdet = functions.logdet
    logical_and = functions.logical_and
    logical_not = functions.logical_not
    logical_or = functions.logical_or
    logical_xor = functions.logical_xor
    logit = functions.logit
    logsumexp = functions.logsumexp
    lt = less = functions.lt
    masked_fill = functions.masked_fill
    masked_scatter = functions.masked_scatter
    masked_select = functions.masked_select
    matmul = functions.matmul
    matrix_exp = functions.matrix_exp
    matrix_power = functions.matrix_power
    max = functions.max
    maximum = functions.maximum
    mean = functions.mean
    median = functions.median
    min = functions.min
    minimum = functions.minimum
    mm = functions.mm
    mode = functions.mode
    movedim = moveaxis = functions.movedim
    msort = functions.msort
    mul = multiply = functions.mul
    mv = functions.mv
    mvlgamma = functions.mvlgamma
    nan_to_num = functions.nan_to_num
    nanmean = functions.nanmean
    nanmedian = functions.nanmedian
    nanquantile = functions.nanquantile
    nansum = functions.nansum
    narrow = functions.narrow
    ne = not_equal = functions.ne
    neg = negative = functions.neg
    nextafter = functions.nextafter
    nonzero = functions.nonzero
    norm = functions.norm
    outer = functions.outer
    permute = functions.permute
    pinverse = functions.pinverse
    positive = functions.positive
    pow = functions.pow
    prelu = functions.prelu
    prod = functions.prod
    put = functions.put
    qr = functions.qr
    quantile = functions.quantile
    rad2deg = functions.rad2deg
    ravel = functions.ravel
    reciprocal = functions.reciprocal
    relu = functions.relu
    remainder = functions.remainder
    renorm = functions.renorm
    repeat = functions.repeat
    repeat_interleave = functions.repeat_interleave
    reshape = functions.reshape
    roll = functions.roll
    rot90 = functions.rot90
    round = functions.round
    rsqrt = functions.rsqrt
    scatter = functions.scatter
    scatter_add = functions.scatter_add
    scatter_reduce = functions.scatter_reduce
    select = functions.select
    select_scatter = functions.select_scatter
    sgn = functions.sgn
    sigmoid = functions.sigmoid
    sign = functions.sign
    signbit = functions.signbit
    sin = functions.sin
    sinc = functions.sinc
    sinh = functions.sinh
    slice_scatter = functions.slice_scatter
    slogdet = functions.slogdet
    softmax = functions.softmax
    sort = functions.sort
    split = functions.split
    sqrt = functions.sqrt
    square = functions.square
    squeeze = functions.squeeze
    std = functions.std
    sub = subtract = functions.sub
    sum = functions.sum
    svd = functions.svd
    swapaxes = functions.swapaxes
    t = functions.t
    take = functions.take
    take_along_dim = functions.take_along_dim
    tan = functions.tan
    tanh = functions.tanh
    tensor_split = functions.tensor_split
    tile = functions.tile
    topk = functions.topk
    trace = functions.trace
    transpose = swapdims = functions.transpose
    tril = functions.tril
    triu = functions.triu
    trunc = fix = functions.trunc
    unbind = functions.unbind
    unflatten = functions.unflatten
    unfold = functions.unfold
    unique = functions.unique
    unique_consecutive = functions.unique_consecutive
    unsqueeze = functions.unsqueeze
    var = functions.var
    vdot = functions.vdot
    view = functions.view
    vsplit = functions.vsplit
    xlogy = functions.xlogy

    def polygamma(self, n: int) -> Any:
        """Return the n-th derivative of `digamma` at self; see `autograd.polygamma`."""
        return functions.polygamma(n, self)

    def where(self, condition: Any, other: Any) -> Any:
        """Return self where ``condition``, ``other`` elsewhere; see `autograd.where`."""
        return functions.where(condition, self, other)

    # --- in place ---

    abs_ = in_place("abs_", functions.abs)
    absolute_ = in_place("absolute_", functions.absolute)
    acos_ = in_place("acos_", functions.acos)
    acosh_ = in_place("acosh_", functions.acosh)
    add_ = in_place("add_", functions.add)
    addbmm_ = in_place("addbmm_", functions.addbmm)
    addcdiv_ = in_place("addcdiv_", functions.addcdiv)
    addcmul_ = in_place("addcmul_", functions.addcmul)
    addmm_ = in_place("addmm_", functions.addmm)
    addmv_ = in_place("addmv_", functions.addmv)
    addr_ = in_place("addr_", functions.addr)
    arccos_ = in_place("arccos_", functions.arccos)
    arccosh_ = in_place("arccosh_", functions.arccosh)
    arcsin_ = in_place("arcsin_", functions.arcsin)
    arcsinh_ = in_place("arcsinh_", functions.arcsinh)
    arctan2_ = in_place("arctan2_", functions.arctan2)
    arctan_ = in_place("arctan_", functions.arctan)
    arctanh_ = in_place("arctanh_", functions.arctanh)
    as_strided_ = view_in_place("as_strided_", functions.as_strided)
    asin_ = in_place("asin_", functions.asin)
    asinh_ = in_place("asinh_", functions.asinh)
    atan2_ = in_place("atan2_", functions.atan2)
    atan_ = in_place("atan_", functions.atan)
    atanh_ = in_place("atanh_", functions.atanh)
    baddbmm_ = in_place("baddbmm_", functions.baddbmm)
    bitwise_and_ = in_place("bitwise_and_", functions.bitwise_and)
    bitwise_left_shift_ = in_place("bitwise_left_shift_", functions.bitwise_left_shift)
    bitwise_not_ = in_place("bitwise_not_", functions.bitwise_not)
    bitwise_or_ = in_place("bitwise_or_", functions.bitwise_or)
    bitwise_right_shift_ = in_place("bitwise_right_shift_", functions.bitwise_right_shift)
    bitwise_xor_ = in_place("bitwise_xor_", functions.bitwise_xor)
    ceil_ = in_place("ceil_", functions.ceil)
    clamp_ = in_place("clamp_", functions.clamp)
    clamp_max_ = in_place("clamp_max_", functions.clamp_max)
    clamp_min_ = in_place("clamp_min_", functions.clamp_min)
    clip_ = in_place("clip_", functions.clip)
    copysign_ = in_place("copysign_", functions.copysign)
    cos_ = in_place("cos_", functions.cos)
    cosh_ = in_place("cosh_", functions.cosh)
    cumprod_ = in_place("cumprod_", functions.cumprod)
    cumsum_ = in_place("cumsum_", functions.cumsum)
    deg2rad_ = in_place("deg2rad_", functions.deg2rad)
    digamma_ = in_place("digamma_", functions.digamma)
    div_ = in_place("div_", functions.div)
    divide_ = in_place("divide_", functions.divide)
    eq_ = in_place("eq_", functions.eq)
    erf_ = in_place("erf_", functions.erf)
    erfc_ = in_place("erfc_", functions.erfc)
    erfinv_ = in_place("erfinv_", functions.erfinv)
    exp2_ = in_place("exp2_", functions.exp2)
    exp_ = in_place("exp_", functions.exp)
    expm1_ = in_place("expm1_", functions.expm1)
    fix_ = in_place("fix_", functions.fix)
    float_power_ = in_place("float_power_", functions.float_power)
    floor_ = in_place("floor_", functions.floor)
    floor_divide_ = in_place("floor_divide_", functions.floor_divide)
    fmod_ = in_place("fmod_", functions.fmod)
    frac_ = in_place("frac_", functions.frac)
    gcd_ = in_place("gcd_", functions.gcd)
    ge_ = in_place("ge_", functions.ge)
    greater_ = in_place("greater_", functions.greater)
    greater_equal_ = in_place("greater_equal_", functions.greater_equal)
    gt_ = in_place("gt_", functions.gt)
    heaviside_ = in_place("heaviside_", functions.heaviside)
    hypot_ = in_place("hypot_", functions.hypot)
    index_add_ = in_place("index_add_", functions.index_add)
    index_copy_ = in_place("index_copy_", functions.index_copy)
    index_fill_ = in_place("index_fill_", functions.index_fill)
    index_put_ = in_place("index_put_", functions.index_put)
    index_reduce_ = in_place("index_reduce_", functions.index_reduce)
    lcm_ = in_place("lcm_", functions.lcm)
    ldexp_ = in_place("ldexp_", functions.ldexp)
    le_ = in_place("le_", functions.le)
    lerp_ = in_place("lerp_", functions.lerp)
    less_ = in_place("less_", functions.less)
    less_equal_ = in_place("less_equal_", functions.less_equal)
    lgamma_ = in_place("lgamma_", functions.lgamma)
    log10_ = in_place("log10_", functions.log10)
    log2_ = in_place("log2_", functions.log2)
    log_ = in_place("log_", functions.log)
    log1p_ = in_place("log1p_", functions.log1p)
    logical_and_ = in_place("logical_and_", functions.logical_and)
    logical_not_ = in_place("logical_not_", functions.logical_not)
    logical_or_ = in_place("logical_or_", functions.logical_or)
    logical_xor_ = in_place("logical_xor_", functions.logical_xor)
    logit_ = in_place("logit_", functions.logit)
    lt_ = in_place("lt_", functions.lt)
    masked_fill_ = in_place("masked_fill_", functions.masked_fill)
    masked_scatter_ = in_place("masked_scatter_", functions.masked_scatter)
    mul_ = in_place("mul_", functions.mul)
    multiply_ = in_place("multiply_", functions.multiply)
    mvlgamma_ = in_place("mvlgamma_", functions.mvlgamma)
    nan_to_num_ = in_place("nan_to_num_", functions.nan_to_num)
    ne_ = in_place("ne_", functions.ne)
    neg_ = in_place("neg_", functions.neg)
    negative_ = in_place("negative_", functions.negative)
    nextafter_ = in_place("nextafter_", functions.nextafter)
    not_equal_ = in_place("not_equal_", functions.not_equal)
    polygamma_ = in_place("polygamma_", polygamma)
    pow_ = in_place("pow_", functions.pow)
    put_ = in_place("put_", functions.put)
    rad2deg_ = in_place("rad2deg_", functions.rad2deg)
    reciprocal_ = in_place("reciprocal_", functions.reciprocal)
    relu_ = in_place("relu_", functions.relu)
    remainder_ = in_place("remainder_", functions.remainder)
    renorm_ = in_place("renorm_", functions.renorm)
    round_ = in_place("round_", functions.round)
    rsqrt_ = in_place("rsqrt_", functions.rsqrt)
    scatter_ = in_place("scatter_", functions.scatter)
    scatter_add_ = in_place("scatter_add_", functions.scatter_add)
    scatter_reduce_ = in_place("scatter_reduce_", functions.scatter_reduce)
    sgn_ = in_place("sgn_", functions.sgn)
    sigmoid_ = in_place("sigmoid_", functions.sigmoid)
    sign_ = in_place("sign_", functions.sign)
    sin_ = in_place("sin_", functions.sin)
    sinc_ = in_place("sinc_", functions.sinc)
    sinh_ = in_place("sinh_", functions.sinh)
    sqrt_ = in_place("sqrt_", functions.sqrt)
    square_ = in_place("square_", functions.square)
    squeeze_ = view_in_place("squeeze_", functions.squeeze)
    sub_ = in_place("sub_", functions.sub)
    subtract_ = in_place("subtract_", functions.subtract)
    swapaxes_ = view_in_place("swapaxes_", functions.swapaxes)
    swapdims_ = view_in_place("swapdims_", functions.swapdims)
    t_ = view_in_place("t_", functions.t)
    tan_ = in_place("tan_", functions.tan)
    tanh_ = in_place("tanh_", functions.tanh)
    transpose_ = view_in_place("transpose_", functions.transpose)
    tril_ = in_place("tril_", functions.tril)
    triu_ = in_place("triu_", functions.triu)
    true_divide_ = in_place("true_divide_", functions.true_divide)
    trunc_ = in_place("trunc_", functions.trunc)
    unsqueeze_ = view_in_place("unsqueeze_", functions.unsqueeze)
    xlogy_ = in_place("xlogy_", functions.xlogy)
