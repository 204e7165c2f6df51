"""The functions behind the layers and losses: what they compute, without parameters of their own.

Written by `python -m tests.stubs`.
"""

import builtins
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol, Self, overload

import numpy as np
from numpy.typing import NDArray

from autograd.tensor.tensor import Tensor as Tensor
from nn.functional.activations import celu as celu
from nn.functional.activations import celu_ as celu_
from nn.functional.activations import elu as elu
from nn.functional.activations import elu_ as elu_
from nn.functional.activations import gelu as gelu
from nn.functional.activations import glu as glu
from nn.functional.activations import gumbel_softmax as gumbel_softmax
from nn.functional.activations import hardsigmoid as hardsigmoid
from nn.functional.activations import hardswish as hardswish
from nn.functional.activations import hardtanh as hardtanh
from nn.functional.activations import hardtanh_ as hardtanh_
from nn.functional.activations import leaky_relu as leaky_relu
from nn.functional.activations import leaky_relu_ as leaky_relu_
from nn.functional.activations import mish as mish
from nn.functional.activations import relu as relu
from nn.functional.activations import relu6 as relu6
from nn.functional.activations import relu_ as relu_
from nn.functional.activations import rrelu as rrelu
from nn.functional.activations import rrelu_ as rrelu_
from nn.functional.activations import selu as selu
from nn.functional.activations import selu_ as selu_
from nn.functional.activations import silu as silu
from nn.functional.activations import softmin as softmin
from nn.functional.activations import softplus as softplus
from nn.functional.activations import softshrink as softshrink
from nn.functional.activations import tanhshrink as tanhshrink
from nn.functional.activations import threshold as threshold
from nn.functional.activations import threshold_ as threshold_
from nn.functional.affine import bilinear as bilinear
from nn.functional.affine import linear as linear
from nn.functional.alignment_losses import ctc_loss as ctc_loss
from nn.functional.attention import multi_head_attention_forward as multi_head_attention_forward
from nn.functional.attention import scaled_dot_product_attention as scaled_dot_product_attention
from nn.functional.class_losses import cross_entropy as cross_entropy
from nn.functional.class_losses import multi_margin_loss as multi_margin_loss
from nn.functional.class_losses import multilabel_margin_loss as multilabel_margin_loss
from nn.functional.class_losses import multilabel_soft_margin_loss as multilabel_soft_margin_loss
from nn.functional.class_losses import nll_loss as nll_loss
from nn.functional.convolutions import conv1d as conv1d
from nn.functional.convolutions import conv2d as conv2d
from nn.functional.convolutions import conv3d as conv3d
from nn.functional.convolutions import conv_transpose1d as conv_transpose1d
from nn.functional.convolutions import conv_transpose2d as conv_transpose2d
from nn.functional.convolutions import conv_transpose3d as conv_transpose3d
from nn.functional.convolutions import fold as fold
from nn.functional.convolutions import unfold as unfold
from nn.functional.distances import cosine_similarity as cosine_similarity
from nn.functional.distances import pairwise_distance as pairwise_distance
from nn.functional.distances import pdist as pdist
from nn.functional.dropouts import alpha_dropout as alpha_dropout
from nn.functional.dropouts import dropout as dropout
from nn.functional.dropouts import dropout1d as dropout1d
from nn.functional.dropouts import dropout2d as dropout2d
from nn.functional.dropouts import dropout3d as dropout3d
from nn.functional.dropouts import feature_alpha_dropout as feature_alpha_dropout
from nn.functional.embeddings import embedding as embedding
from nn.functional.embeddings import embedding_bag as embedding_bag
from nn.functional.embeddings import one_hot as one_hot
from nn.functional.losses import binary_cross_entropy as binary_cross_entropy
from nn.functional.losses import binary_cross_entropy_with_logits as binary_cross_entropy_with_logits
from nn.functional.losses import gaussian_nll_loss as gaussian_nll_loss
from nn.functional.losses import huber_loss as huber_loss
from nn.functional.losses import kl_div as kl_div
from nn.functional.losses import l1_loss as l1_loss
from nn.functional.losses import mse_loss as mse_loss
from nn.functional.losses import poisson_nll_loss as poisson_nll_loss
from nn.functional.losses import smooth_l1_loss as smooth_l1_loss
from nn.functional.losses import soft_margin_loss as soft_margin_loss
from nn.functional.margin_losses import cosine_embedding_loss as cosine_embedding_loss
from nn.functional.margin_losses import hinge_embedding_loss as hinge_embedding_loss
from nn.functional.margin_losses import margin_ranking_loss as margin_ranking_loss
from nn.functional.margin_losses import triplet_margin_loss as triplet_margin_loss
from nn.functional.margin_losses import triplet_margin_with_distance_loss as triplet_margin_with_distance_loss
from nn.functional.normalizations import batch_norm as batch_norm
from nn.functional.normalizations import group_norm as group_norm
from nn.functional.normalizations import instance_norm as instance_norm
from nn.functional.normalizations import layer_norm as layer_norm
from nn.functional.normalizations import local_response_norm as local_response_norm
from nn.functional.normalizations import normalize as normalize
from nn.functional.normalizations import rms_norm as rms_norm
from nn.functional.padding import pad as pad
from nn.functional.poolings import adaptive_avg_pool1d as adaptive_avg_pool1d
from nn.functional.poolings import adaptive_avg_pool2d as adaptive_avg_pool2d
from nn.functional.poolings import adaptive_avg_pool3d as adaptive_avg_pool3d
from nn.functional.poolings import adaptive_max_pool1d as adaptive_max_pool1d
from nn.functional.poolings import adaptive_max_pool1d_with_indices as adaptive_max_pool1d_with_indices
from nn.functional.poolings import adaptive_max_pool2d as adaptive_max_pool2d
from nn.functional.poolings import adaptive_max_pool2d_with_indices as adaptive_max_pool2d_with_indices
from nn.functional.poolings import adaptive_max_pool3d as adaptive_max_pool3d
from nn.functional.poolings import adaptive_max_pool3d_with_indices as adaptive_max_pool3d_with_indices
from nn.functional.poolings import avg_pool1d as avg_pool1d
from nn.functional.poolings import avg_pool2d as avg_pool2d
from nn.functional.poolings import avg_pool3d as avg_pool3d
from nn.functional.poolings import lp_pool1d as lp_pool1d
from nn.functional.poolings import lp_pool2d as lp_pool2d
from nn.functional.poolings import lp_pool3d as lp_pool3d
from nn.functional.poolings import max_pool1d as max_pool1d
from nn.functional.poolings import max_pool1d_with_indices as max_pool1d_with_indices
from nn.functional.poolings import max_pool2d as max_pool2d
from nn.functional.poolings import max_pool2d_with_indices as max_pool2d_with_indices
from nn.functional.poolings import max_pool3d as max_pool3d
from nn.functional.poolings import max_pool3d_with_indices as max_pool3d_with_indices
from nn.functional.poolings import max_unpool1d as max_unpool1d
from nn.functional.poolings import max_unpool2d as max_unpool2d
from nn.functional.poolings import max_unpool3d as max_unpool3d
from nn.functional.vision import affine_grid as affine_grid
from nn.functional.vision import channel_shuffle as channel_shuffle
from nn.functional.vision import grid_sample as grid_sample
from nn.functional.vision import interpolate as interpolate
from nn.functional.vision import pixel_shuffle as pixel_shuffle
from nn.functional.vision import pixel_unshuffle as pixel_unshuffle

_Number = builtins.bool | builtins.int | builtins.float | builtins.complex | np.generic
_Array = NDArray[Any] | _Number
_Value = Tensor | _Array

@overload
def hardshrink(input: Tensor, lambd: builtins.float = ...) -> Tensor:
    """Return 0 where |x| <= lambd, where the derivative is 0 too, and x elsewhere.

    >>> import autograd
    >>> autograd.hardshrink(autograd.tensor([-2.0, 0.3, 1.0]))
    tensor([-2.,  0.,  1.])
    """
@overload
def hardshrink(input: _Array, lambd: builtins.float = ...) -> NDArray[Any]: ...
@overload
def log_softmax(input: Tensor, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> Tensor:
    """Return x - log sum exp(x) along ``dim``, without overflow; see `softmax`, also for what it raises.

    >>> import autograd
    >>> autograd.log_softmax(autograd.tensor([1000.0, 0.0]), dim=0)
    tensor([    0., -1000.])
    """
@overload
def log_softmax(input: _Array, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def logsigmoid(input: Tensor) -> Tensor:
    """log(1 / (1 + exp(-x))), as min(x, 0) - log(1 + exp(-|x|)), without overflow."""
@overload
def logsigmoid(input: _Array) -> NDArray[Any]: ...
@overload
def prelu(input: Tensor, weight: _Value) -> Tensor:
    """Return x where x > 0 and ``weight`` x elsewhere: a leaky_relu whose slope is learned (He et al., 2015).

    ``weight`` is one slope, or a vector of one for each channel, for each position of the input's second dimension.
    The derivative at 0 is the weight. Raises RuntimeError for a weight of another size.

    >>> import autograd
    >>> autograd.prelu(autograd.tensor([[-1.0, -1.0], [2.0, 3.0]]), autograd.tensor([0.1, 0.5]))
    tensor([[-0.1000, -0.5000],
            [ 2.0000,  3.0000]])
    """
@overload
def prelu(input: _Array, weight: Tensor) -> Tensor: ...
@overload
def prelu(input: _Array, weight: _Array) -> NDArray[Any]: ...
@overload
def sigmoid(input: Tensor) -> Tensor:
    """Logistic function: 1 / (1 + exp(-x))."""
@overload
def sigmoid(input: _Array) -> NDArray[Any]: ...
@overload
def softmax(input: Tensor, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> Tensor:
    """Return exp(x) / sum exp(x) along ``dim``, without overflow.

    Raises TypeError without ``dim``, RuntimeError for integers and booleans unless a ``dtype`` is given.

    >>> import autograd
    >>> autograd.softmax(autograd.tensor([1000.0, 1000.0]), dim=0)
    tensor([0.5000, 0.5000])
    """
@overload
def softmax(input: _Array, dim: builtins.int | None = None, *, dtype: Any = None, axis: builtins.int | None = None) -> NDArray[Any]: ...
@overload
def softsign(input: Tensor) -> Tensor:
    """x / (1 + |x|)."""
@overload
def softsign(input: _Array) -> NDArray[Any]: ...
@overload
def tanh(input: Tensor) -> Tensor:
    """Compute hyperbolic tangent element-wise."""
@overload
def tanh(input: _Array) -> NDArray[Any]: ...
__all__ = ['adaptive_avg_pool1d', 'adaptive_avg_pool2d', 'adaptive_avg_pool3d', 'adaptive_max_pool1d', 'adaptive_max_pool1d_with_indices', 'adaptive_max_pool2d', 'adaptive_max_pool2d_with_indices', 'adaptive_max_pool3d', 'adaptive_max_pool3d_with_indices', 'affine_grid', 'alpha_dropout', 'avg_pool1d', 'avg_pool2d', 'avg_pool3d', 'batch_norm', 'bilinear', 'binary_cross_entropy', 'binary_cross_entropy_with_logits', 'celu', 'celu_', 'channel_shuffle', 'conv1d', 'conv2d', 'conv3d', 'conv_transpose1d', 'conv_transpose2d', 'conv_transpose3d', 'cosine_embedding_loss', 'cosine_similarity', 'cross_entropy', 'ctc_loss', 'dropout', 'dropout1d', 'dropout2d', 'dropout3d', 'elu', 'elu_', 'embedding', 'embedding_bag', 'feature_alpha_dropout', 'fold', 'gaussian_nll_loss', 'gelu', 'glu', 'grid_sample', 'group_norm', 'gumbel_softmax', 'hardshrink', 'hardsigmoid', 'hardswish', 'hardtanh', 'hardtanh_', 'hinge_embedding_loss', 'huber_loss', 'instance_norm', 'interpolate', 'kl_div', 'l1_loss', 'layer_norm', 'leaky_relu', 'leaky_relu_', 'linear', 'local_response_norm', 'log_softmax', 'logsigmoid', 'lp_pool1d', 'lp_pool2d', 'lp_pool3d', 'margin_ranking_loss', 'max_pool1d', 'max_pool1d_with_indices', 'max_pool2d', 'max_pool2d_with_indices', 'max_pool3d', 'max_pool3d_with_indices', 'max_unpool1d', 'max_unpool2d', 'max_unpool3d', 'mish', 'mse_loss', 'multi_head_attention_forward', 'multi_margin_loss', 'multilabel_margin_loss', 'multilabel_soft_margin_loss', 'nll_loss', 'normalize', 'one_hot', 'pad', 'pairwise_distance', 'pdist', 'pixel_shuffle', 'pixel_unshuffle', 'poisson_nll_loss', 'prelu', 'relu', 'relu6', 'relu_', 'rms_norm', 'rrelu', 'rrelu_', 'scaled_dot_product_attention', 'selu', 'selu_', 'sigmoid', 'silu', 'smooth_l1_loss', 'soft_margin_loss', 'softmax', 'softmin', 'softplus', 'softshrink', 'softsign', 'tanh', 'tanhshrink', 'threshold', 'threshold_', 'triplet_margin_loss', 'triplet_margin_with_distance_loss', 'unfold']
