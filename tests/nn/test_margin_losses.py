"""Derivatives that PyTorch does not have, of losses with margins and of distances."""

import math

import numpy as np
import pytest

import autograd
import nn.functional as F
from autograd.testing import gradcheck

RNG = np.random.default_rng(0)

INF = math.inf


@pytest.mark.parametrize("p", [1, 2])
def test_second_derivatives_of_multi_margin_loss(p):
    target = autograd.tensor([0, 3, 1])
    gradcheck(lambda x: F.multi_margin_loss(x, target, p, reduction="none"), [RNG.standard_normal((3, 4))])


def test_second_derivatives_of_multilabel_margin_loss():
    target = autograd.tensor([[0, 2, -1, 1], [3, -1, 0, 0], [-1, 0, 0, 0]])
    gradcheck(lambda x: F.multilabel_margin_loss(x, target, reduction="none"), [RNG.standard_normal((3, 4))])


def test_second_derivatives_of_nll_loss():
    target, weight = autograd.tensor([0, 3, 1]), autograd.tensor(RNG.random(4))
    gradcheck(lambda x: F.nll_loss(x.square(), target, weight, ignore_index=1), [RNG.standard_normal((3, 4))])


@pytest.mark.parametrize("p", [1.5, 2, 3])
def test_second_derivatives_of_pdist(p):
    gradcheck(lambda x: F.pdist(x, p), [RNG.standard_normal((4, 3))])


def test_equal_vectors_have_gradient_0():
    x = autograd.tensor([[1.0, 2.0], [1.0, 2.0]], requires_grad=True)
    for distances in (F.pdist(x), F.pairwise_distance(x[0], x[1], eps=0)):
        assert autograd.grad(distances.sum(), x)[0].tolist() == [[0.0, 0.0], [0.0, 0.0]]
