"""Comparison with PyTorch: values, gradients and second-order gradients of two functions of the same arrays."""

import functools

import numpy as np

import autograd

TOLERANCE = {"float64": 1e-10, "float32": 2e-5}


def compare(ours, theirs, torch, arrays, dtype="float64", order=2, tolerance=None):
    """Assert that two functions of tensors agree, NaN and infinities included.

    Gradients are those of a random combination of the outputs; the second order is that of a random combination of the
    gradients, with respect to the arrays and to the combination's coefficients.
    """
    tolerance = TOLERANCE[dtype] if tolerance is None else tolerance
    arrays = [np.array(a, dtype) if np.asarray(a).dtype.kind == "f" else np.asarray(a) for a in arrays]
    xs = [autograd.tensor(a, requires_grad=a.dtype.kind == "f") for a in arrays]
    ts = [torch.tensor(a, requires_grad=a.dtype.kind == "f") for a in arrays]
    outs, refs = _tuple(ours(*xs)), _tuple(theirs(*ts))
    assert len(outs) == len(refs), f"{len(outs)} outputs, PyTorch has {len(refs)}"
    for i, (out, ref) in enumerate(zip(outs, refs, strict=True)):
        close(f"output {i}", out, ref, tolerance)
    if not order:
        return
    pairs = [(out, ref) for out, ref in zip(outs, refs, strict=True) if ref.requires_grad]
    for out, ref in zip(outs, refs, strict=True):
        assert out.requires_grad == ref.requires_grad, (
            f"requires_grad is {out.requires_grad}, PyTorch's {ref.requires_grad}"
        )
    if not pairs:
        return
    seeds = [_seed(tuple(ref.shape), dtype, i) for i, (_, ref) in enumerate(pairs)]
    gs = [autograd.tensor(s, requires_grad=True) for s in seeds]
    hs = [torch.tensor(s, requires_grad=True) for s in seeds]
    wanted = [i for i, x in enumerate(xs) if x.requires_grad]
    got = autograd.grad([o for o, _ in pairs], [xs[i] for i in wanted], gs, create_graph=order > 1, allow_unused=True)
    want = torch.autograd.grad(
        [r for _, r in pairs], [ts[i] for i in wanted], hs, create_graph=order > 1, allow_unused=True
    )
    for i, a, b in zip(wanted, got, want, strict=True):
        close(f"gradient of argument {i}", a, b, tolerance, arrays[i])
    if order < 2:
        return
    seeds = [_seed(arrays[i].shape, dtype, 10 + i) for i in wanted]
    total = _combined(autograd, got, seeds)
    reference = _combined(torch, want, seeds)
    inputs, others = [xs[i] for i in wanted] + gs, [ts[i] for i in wanted] + hs
    second = autograd.grad(total, inputs, allow_unused=True) if total is not None else [None] * len(inputs)
    second_want = (
        torch.autograd.grad(reference, others, allow_unused=True) if reference is not None else [None] * len(inputs)
    )
    for i, (x, a, b) in enumerate(zip(inputs, second, second_want, strict=True)):
        close(f"second-order gradient {i}", a, b, 10 * tolerance, x.detach().numpy())


def _combined(library, gradients, seeds):
    terms = [
        (g * library.tensor(s)).sum()
        for g, s in zip(gradients, seeds, strict=True)
        if g is not None and g.requires_grad
    ]
    return sum(terms[1:], terms[0]) if terms else None


def _tuple(outputs):
    return tuple(outputs) if isinstance(outputs, (tuple, list)) else (outputs,)


@functools.cache
def _seed(shape, dtype, number):
    rng = np.random.default_rng(number)
    return np.asarray(rng.uniform(0.5, 1.5, shape) * rng.choice([-1.0, 1.0], shape), dtype)


def close(what, got, want, tolerance, like=None):
    """Assert that two tensors agree; None, where the other library found zeros, is a zero too."""
    if got is None and want is None:
        return
    zeros = None if like is None else np.zeros_like(like)
    got = zeros if got is None else got.detach().numpy()
    want = zeros if want is None else want.detach().numpy(force=True)
    assert got.shape == want.shape, f"{what}: shape {got.shape}, PyTorch's is {want.shape}"
    assert got.dtype == want.dtype, f"{what}: dtype {got.dtype}, PyTorch's is {want.dtype}"
    greatest = np.max(np.abs(want[np.isfinite(want)]), initial=1.0) if want.dtype.kind in "fc" else 1.0
    assert_near(got, want, tolerance, 0.1 * tolerance * greatest, what)


def assert_near(got, want, rtol, atol=0.0, what=""):
    """Do what `np.testing.assert_allclose` does, of equal shapes in a fifth of its time."""
    if got.shape == want.shape and want.dtype.kind in "fc":
        with np.errstate(invalid="ignore"):
            near = np.isfinite(want) & (np.abs(got - want) <= atol + rtol * np.abs(want))
            if (near | (got == want) | ((got != got) & (want != want))).all():
                return
    np.testing.assert_allclose(got, want, rtol, atol, err_msg=what)
