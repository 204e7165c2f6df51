"""Linear algebra beside PyTorch's values: singular matrices, arbitrary vectors, dtypes, contractions of any form."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import autograd
import nn.functional as F
from autograd import linalg
from autograd.core.op import watchers
from autograd.ops import determinant
from autograd.testing import check_op, gradcheck

RNG = np.random.default_rng(0)


def normal(*shape):
    return RNG.standard_normal(shape)


RANK_2 = np.array([[1.0, 2, 3], [2, 4, 6], [1, 0, 1]])
RANK_1 = np.array([[1.0, 2, 3], [2, 4, 6], [3, 6, 9]])
SINGULAR = [RANK_2, RANK_1, np.zeros((3, 3)), np.stack([RANK_1, np.eye(3)]), np.zeros((2, 2)), np.zeros((1, 1))]


@pytest.mark.parametrize("x", SINGULAR, ids=lambda x: f"rank {np.linalg.matrix_rank(x)}")
def test_det_of_singular_matrices_has_its_derivatives(x):
    check_op(determinant.det, x)
    check_op(determinant.cofactor, x, order=1)


def test_third_derivative_of_det_at_a_singular_matrix():
    check_op(determinant.det, RANK_2, order=3)


def test_third_derivative_of_det_where_singular_values_are_equal():
    check_op(determinant.det, np.eye(3), order=3)
    check_op(determinant.det, np.stack([2 * np.eye(4), normal(4, 4)]), order=3)
    for x in (RANK_1, np.zeros((3, 3)), np.diag([1.0, 1.0, 1e-5])):
        x = autograd.tensor(x, requires_grad=True)
        slope = autograd.grad(linalg.det(x), x, create_graph=True)[0]
        curvature = autograd.grad(slope[0].sum(), x, create_graph=True)[0]
        with pytest.raises(RuntimeError, match="det: the third derivative is known for matrices that are well-cond"):
            autograd.grad(curvature.sum(), x)


@pytest.mark.parametrize("name", ["svd", "svdvals", "pinv", "eigh", "eigvalsh", "matrix_rank"])
@pytest.mark.parametrize("value", [np.inf, np.nan])
def test_decompositions_refuse_what_is_not_finite(name, value):
    x = normal(3, 3)
    x[0, 0], x[0, 1] = value, -value  # LAPACK's svd of this may run forever
    with pytest.raises(linalg.LinAlgError, match="did not converge; the matrix has elements that are not finite"):
        getattr(linalg, name)(autograd.tensor(x))


def test_the_triangle_that_is_not_read_may_be_anything():
    x = np.array([[2.0, np.nan], [1.0, 2.0]])
    np.testing.assert_allclose(linalg.eigvalsh(autograd.tensor(x)).numpy(), [1, 3])
    np.testing.assert_allclose(linalg.eigh(autograd.tensor(x.T), "U").eigenvalues.numpy(), [1, 3])


def test_gradient_of_det_beside_one_that_is_nearly_singular():
    nearly = np.diag([1.0, 1.0, 1e-12])
    x = autograd.tensor(np.stack([nearly, 2 * np.eye(3)]), requires_grad=True)
    linalg.det(x).sum().backward()
    np.testing.assert_allclose(x.grad.numpy()[0], np.diag([1e-12, 1e-12, 1.0]), rtol=1e-12, atol=1e-24)
    np.testing.assert_allclose(x.grad.numpy()[1], 4 * np.eye(3), rtol=1e-14)


# What is differentiated is a function of symmetric matrices: so is what is given.
SYMMETRIC = {
    "cholesky": lambda x: linalg.cholesky(x @ x.mT + np.eye(3)),
    "cholesky, upper": lambda x: linalg.cholesky(x @ x.mT + np.eye(3), upper=True),
    "eigvalsh": lambda x: linalg.eigvalsh(x + x.mT),
    "eigh": lambda x: (lambda w, v: (w, v**2))(*linalg.eigh(x + x.mT, "U")),
    "pinv": lambda x: linalg.pinv(x + x.mT, hermitian=True),
}


@pytest.mark.parametrize("name", SYMMETRIC)
@pytest.mark.parametrize("shape", [(3, 3), (2, 3, 3)])
def test_derivatives_for_symmetric_matrices(name, shape):
    gradcheck(SYMMETRIC[name], normal(*shape))


@pytest.mark.parametrize("upper", [False, True])
def test_cholesky_reads_one_triangle(upper):
    whole = normal(3, 3) / 5
    whole = whole @ whole.T + np.eye(3)
    half = np.triu(whole) if upper else np.tril(whole)
    factor = linalg.cholesky(autograd.tensor(half), upper=upper).numpy()
    np.testing.assert_allclose(factor.T @ factor if upper else factor @ factor.T, whole, rtol=1e-12)


@pytest.mark.parametrize("shape", [(4, 2), (2, 4), (2, 4, 3)])
def test_spaces_beyond_the_singular_values(shape):
    """The projections on the other columns of U and V have a gradient, which PyTorch leaves out."""

    def projections(x):
        u, s, vh = linalg.svd(x)
        k = s.shape[-1]
        return (
            u[..., k:] @ u[..., k:].mT,
            vh[..., k:, :].mT @ vh[..., k:, :],
            (u[..., :k] * s[..., None, :]) @ vh[..., :k, :],
        )

    gradcheck(projections, normal(*shape))


@pytest.mark.parametrize("shape", [(4, 2), (2, 4, 3), (3, 1)])
def test_space_beyond_the_columns_of_a_complete_qr(shape):
    def parts(x):
        q, r = linalg.qr(x, "complete")
        k = shape[-1]
        return q[..., k:] @ q[..., k:].mT, q[..., :k], r

    gradcheck(parts, normal(*shape))


def test_r_alone_has_a_gradient():
    gradcheck(lambda x: linalg.qr(x, "r").R, normal(4, 3))


@pytest.mark.parametrize("p", [1, -1, math.inf, -math.inf, "fro"])
def test_condition_numbers_have_gradients(p):
    gradcheck(lambda x: linalg.cond(x, p), normal(3, 3))


def test_equal_eigenvalues():
    x = autograd.eye(3, dtype=autograd.float64).requires_grad_()
    for function in (lambda x: linalg.eigvalsh(x), lambda x: linalg.eigh(x).eigenvalues):
        (gradient,) = autograd.grad((function(x) ** 2).sum(), x)
        np.testing.assert_allclose(gradient.numpy(), 2 * np.eye(3), atol=1e-14)
    for function in (linalg.svdvals, lambda x: linalg.svd(x).S, lambda x: linalg.matrix_norm(x, "nuc")[None]):
        (gradient,) = autograd.grad(function(x).sum(), x)
        np.testing.assert_allclose(gradient.numpy(), np.eye(3), atol=1e-14)
    # What is not determined is seen: the second derivative needs the vectors, which are arbitrary.
    (gradient,) = autograd.grad((linalg.eigvalsh(x) ** 2).sum(), x, create_graph=True)
    (second,) = autograd.grad((gradient * autograd.tensor(normal(3, 3))).sum(), x)
    assert not np.isfinite(second.numpy()).any()


def test_symmetric_gradients():
    x = autograd.tensor(np.diag([1.0, 2.0, 4.0]), requires_grad=True)
    for out in (linalg.cholesky(x), linalg.eigh(x).eigenvectors ** 2, linalg.eigvalsh(x)):
        (gradient,) = autograd.grad(out, x, autograd.tensor(normal(*out.shape)))
        np.testing.assert_allclose(gradient.numpy(), gradient.numpy().T, atol=1e-14)


@pytest.mark.parametrize("shapes", [((4, 3), (5, 3)), ((2, 4, 3), (2, 3)), ((30, 2), (3, 2))])
@pytest.mark.parametrize("p", [0.5, 1, 1.5, 2, 3, math.inf])
def test_distances_to_second_order(shapes, p):
    # Apart in every coordinate, where the powers are smooth.
    points = [RNG.uniform(low, low + 1, shape) for low, shape in zip((1, -2), shapes, strict=True)]
    gradcheck(lambda a, b: autograd.cdist(a, b, p), points)


def test_distances_far_from_the_origin():
    a = (normal(40, 3) + 1000).astype(np.float32)
    x = autograd.tensor(a, requires_grad=True)
    distances = autograd.cdist(x, autograd.tensor(a[::-1].copy()))
    exact = np.sqrt(((a[:, None].astype(float) - a[::-1]) ** 2).sum(-1))
    np.testing.assert_allclose(distances.detach().numpy(), exact, rtol=1e-4, atol=5e-3)
    distances.sum().backward()
    y = autograd.tensor(a.astype(float), requires_grad=True)
    mode = "donot_use_mm_for_euclid_dist"
    autograd.cdist(y, autograd.tensor(a[::-1].astype(float)), compute_mode=mode).sum().backward()
    np.testing.assert_allclose(x.grad.numpy(), y.grad.numpy(), rtol=1e-3, atol=1e-2)


def test_matrices_are_multiplied_in_the_best_order():
    sizes = [10, 100, 5, 50, 1]
    matrices = [normal(m, n) for m, n in pairwise(sizes)]
    watched = []
    watchers.append(lambda node: watched.append(node.shape))
    try:
        out = linalg.multi_dot([autograd.tensor(x, requires_grad=True) for x in matrices])
    finally:
        watchers.pop()
    assert [shape for shape in watched if shape != out.shape] == [(5, 1), (100, 1)]
    np.testing.assert_allclose(out.detach().numpy(), np.linalg.multi_dot(matrices), rtol=1e-12)


LETTERS = "abcd"
SIZES = {"a": 2, "b": 3, "c": 1, "d": 2}


@st.composite
def equations(draw):
    """Return an equation of one to four operands, with indices that repeat, and the sizes of each operand."""
    terms = draw(st.lists(st.text(LETTERS, max_size=3), min_size=1, max_size=4))
    letters = sorted(set("".join(terms)))
    output = draw(st.permutations(letters).flatmap(lambda x: st.integers(0, len(x)).map(lambda n: "".join(x[:n]))))
    return f"{','.join(terms)}->{output}", [tuple(SIZES[i] for i in term) for term in terms]


@settings(deadline=None, max_examples=150)
@given(equations())
def test_einsum_of_any_form_is_numpys(case):
    equation, shapes = case
    arrays = [np.asarray(normal(*shape)) for shape in shapes]
    out = autograd.einsum(equation, *map(autograd.tensor, arrays))
    np.testing.assert_allclose(out.numpy(), np.einsum(equation, *arrays), rtol=1e-10, atol=1e-12)
    (_, term), seeds = equation.split("->"), normal(*out.shape)
    tensors = [autograd.tensor(x, requires_grad=True) for x in arrays]
    gradients = autograd.grad(autograd.einsum(equation, *tensors), tensors, autograd.tensor(np.asarray(seeds)))
    left = equation.split("->")[0].split(",")
    for i, (gradient, x) in enumerate(zip(gradients, arrays, strict=True)):
        direction = np.asarray(normal(*x.shape))  # the sum is linear in each operand
        others = [direction if j == i else y for j, y in enumerate(arrays)]
        slope = np.einsum(f"{','.join(left)},{term}->", *others, np.asarray(seeds))
        np.testing.assert_allclose((gradient.numpy() * direction).sum(), slope, rtol=1e-9, atol=1e-10)


def test_einsum_of_two_is_one_node():
    x = autograd.ones(2, 3, 4, requires_grad=True)
    assert autograd.einsum("bij,bkj->bik", x, x).grad_fn.op.name == "einsum"
    assert autograd.tensordot(x, x, ([1, 2], [1, 2])).grad_fn.op.name == "einsum"


def test_exponentials():
    x = normal(3, 3)
    x -= x.T  # of an antisymmetric matrix: a rotation
    rotation = linalg.matrix_exp(autograd.tensor(100 * x)).numpy()
    np.testing.assert_allclose(rotation @ rotation.T, np.eye(3), atol=1e-11)
    np.testing.assert_allclose(linalg.matrix_exp(autograd.tensor([[-1000.0]])).numpy(), [[0.0]])
    assert np.isnan(linalg.matrix_exp(autograd.tensor([[math.nan, 0.0], [0.0, 1.0]])).numpy()).any()


def test_arrays_give_arrays():
    x = normal(3, 3)
    for function in (linalg.inv, linalg.det, linalg.pinv, linalg.matrix_rank, linalg.matrix_exp, linalg.vector_norm):
        assert isinstance(function(x), (np.ndarray, np.generic))
    assert all(isinstance(part, np.ndarray) for part in linalg.lstsq(x, x))
    assert isinstance(autograd.einsum("ij,jk", x, x), np.ndarray)


def test_integers_stay_integers_in_products():
    x = autograd.tensor([[1, 2], [3, 4]])
    for out in (x @ x, autograd.einsum("ij,jk", x, x), F.linear(x, x), autograd.addmm(x, x, x), x.matrix_power(3)):
        assert out.dtype == autograd.int64


def test_a_singular_matrix_is_an_error_of_both_kinds():
    for kind in (RuntimeError, np.linalg.LinAlgError, linalg.LinAlgError):
        with pytest.raises(kind):
            linalg.inv(autograd.zeros(2, 2))
