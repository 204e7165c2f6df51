"""Functions of shape: which results share memory with the input, changes in place, and gradients of what overlaps."""

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

import autograd
from autograd.testing import gradcheck

X = np.arange(24.0).reshape(2, 3, 4)

# Called here and in PyTorch: the result shares memory with the input here where it does there.
RESULTS = {
    "reshape": lambda x: x.reshape(4, 6),
    "reshape that copies": lambda x: x.mT.reshape(-1),
    "view": lambda x: x.view(-1),
    "ravel": lambda x: x.ravel(),
    "flatten": lambda x: x.flatten(1),
    "unflatten": lambda x: x.unflatten(2, (2, 2)),
    "squeeze": lambda x: x[:1].squeeze(),
    "unsqueeze": lambda x: x.unsqueeze(1),
    "permute": lambda x: x.permute(2, 0, 1),
    "transpose": lambda x: x.transpose(0, 1),
    "swapaxes": lambda x: x.swapaxes(0, 1),
    "movedim": lambda x: x.movedim(0, 1),
    "t": lambda x: x[0].t(),
    "expand": lambda x: x.expand(2, 2, 3, 4),
    "select": lambda x: x.select(1, 0),
    "narrow": lambda x: x.narrow(1, 0, 2),
    "split": lambda x: x.split(2, 1)[0],
    "chunk": lambda x: x.chunk(2, 1)[1],
    "tensor_split": lambda x: x.tensor_split(2, 1)[1],
    "tensor_split out of order": lambda x: x.tensor_split((2, 1), 2)[2],
    "hsplit": lambda x: x.hsplit(3)[1],
    "unbind": lambda x: x.unbind(1)[1],
    "unfold": lambda x: x.unfold(2, 3, 1),
    "as_strided": lambda x: x.as_strided((3, 3), (1, 2), 1),
    "diagonal": lambda x: x.diagonal(1, 1, 2),
    "diag of a matrix": lambda x: x[0].diag(),
    "diag of a vector": lambda x: x[0, 0].diag(),
    "diag_embed": lambda x: x.diag_embed(),
    "flip": lambda x: x.flip(0),
    "flip of nothing": lambda x: x.flip(()),
    "fliplr": lambda x: x.fliplr(),
    "roll": lambda x: x.roll(0, 0),
    "rot90": lambda x: x.rot90(),
    "rot90 by nothing": lambda x: x.rot90(0),
    "rot90 by half a turn": lambda x: x.rot90(2),
    "tril": lambda x: x.tril(9),
    "triu": lambda x: x.triu(-9),
    "repeat": lambda x: x.repeat(1, 1, 1),
    "tile": lambda x: x.tile(1),
    "repeat_interleave": lambda x: x.repeat_interleave(1, 0),
    "select_scatter": lambda x: x.select_scatter(x[0], 0, 0),
    "clone": lambda x: x.clone(),
}


@pytest.mark.parametrize("name", RESULTS)
def test_memory_is_shared_as_in_pytorch(torch, name):
    ours, theirs = autograd.tensor(X), torch.tensor(X)
    out, reference = RESULTS[name](ours), RESULTS[name](theirs)
    shared = reference.untyped_storage().data_ptr() == theirs.untyped_storage().data_ptr()
    assert np.shares_memory(out.numpy(), ours.numpy()) == shared
    if shared and name != "expand":
        out.fill_(-1)
        reference.fill_(-1)
        assert ours.tolist() == theirs.tolist()
        assert ours._version > 0, "the write is in the ledger"


VIEWS = [name for name in RESULTS if name in {"unfold", "as_strided", "diagonal"}]


@pytest.mark.parametrize("name", VIEWS)
def test_a_write_through_a_view_is_noticed(name):
    x = autograd.tensor(X, requires_grad=True)
    leaf = x * 1
    loss = (leaf * leaf).sum()
    RESULTS[name](leaf.detach()).fill_(2)
    with pytest.raises(RuntimeError, match="multiply"):
        loss.backward()


IN_PLACE = {
    "squeeze_": lambda x: x.squeeze_(1),
    "unsqueeze_": lambda x: x.unsqueeze_(0),
    "t_": lambda x: x.squeeze_().t_(),
    "transpose_": lambda x: x.transpose_(0, -1),
    "swapaxes_": lambda x: x.swapaxes_(0, 1),
    "swapdims_": lambda x: x.swapdims_(0, 1),
    "as_strided_": lambda x: x.as_strided_((2, 2), (1, 3), 1),
    "tril_": lambda x: x.tril_(),
    "triu_": lambda x: x.triu_(-1),
}


@pytest.mark.parametrize("name", IN_PLACE)
@pytest.mark.parametrize("requires_grad", [True, False])
def test_in_place_forms_are_pytorchs(torch, name, requires_grad):
    results = []
    for library in (autograd, torch):
        x = library.tensor(X[:, :1], requires_grad=requires_grad)
        y = x * 2
        assert IN_PLACE[name](y) is y
        results.append([tuple(y.shape), y.tolist()])
        if requires_grad:
            (y * y).sum().backward()
            results[-1].append(x.grad.tolist())
    assert results[0] == results[1]


@pytest.mark.parametrize("name", IN_PLACE)
def test_in_place_forms_refuse_leaves_and_share_memory(name):
    leaf = autograd.tensor(X[:, :1], requires_grad=True)
    with pytest.raises(RuntimeError, match="a leaf that requires grad is changed in place"):
        IN_PLACE[name](leaf)
    plain = autograd.tensor(X[:, :1])
    memory = plain.numpy()
    IN_PLACE[name](plain)
    assert np.shares_memory(plain.numpy(), memory)


def test_a_result_of_operations_keeps_its_shape_under_no_grad():
    y = autograd.tensor(X, requires_grad=True) * 2
    with autograd.no_grad(), pytest.raises(RuntimeError, match=r"transpose_: under no_grad .* keeps its shape"):
        y.transpose_(0, 1)
    assert y.shape == (2, 3, 4)


@pytest.mark.parametrize("frozen", [True, False])
def test_a_leaf_gets_another_shape_under_no_grad(frozen):
    x = autograd.tensor(X, requires_grad=True).requires_grad_(not frozen)
    with autograd.no_grad():
        x.transpose_(0, 2)
    x.requires_grad_()
    (x * x).sum().backward()
    assert x.grad.tolist() == (2 * X.transpose(2, 1, 0)).tolist()


@pytest.mark.parametrize(
    "function",
    [
        lambda x: x.as_strided((3, 3), (1, 2), 1),
        lambda x: x.as_strided((4,), (0,), 3),
        lambda x: (x * 1)[:, ::2].as_strided((2, 2), (6, 1), 4),
        lambda x: (x * 1).flip(0)[1:].as_strided((3,), (1,)),
        lambda x: (x * 1)[::-1].as_strided((3,), (1,)),
    ],
)
def test_as_strided_by_finite_differences(function):
    gradcheck(lambda x: function(x) ** 2, autograd.tensor(X[:, :, :2], requires_grad=True))


def test_as_strided_of_a_number():
    x = autograd.tensor(3.0, requires_grad=True)
    y = x.as_strided((2,), (0,))
    y.sum().backward()
    assert (y.tolist(), x.grad.item()) == ([3.0, 3.0], 2.0)


def test_as_strided_of_memory_of_other_kinds():
    order = autograd.from_numpy(np.asfortranarray(np.arange(6.0).reshape(2, 3)))
    assert order.as_strided((6,), (1,), 0).tolist() == [0, 3, 1, 4, 2, 5]
    bytes_of = autograd.tensor([1, 256], dtype=autograd.int32).view(autograd.uint8)
    assert bytes_of.as_strided((2,), (5,)).tolist() == [1, 1]
    backwards = autograd.from_numpy(np.arange(6.0)[::-2])
    assert backwards.as_strided((2,), (1,), 0).tolist() == [0, 1]
    with pytest.raises(RuntimeError, match="read-only"):
        order.as_strided((2, 2), (0, 1)).fill_(1)


def test_gradients_of_halves_stay_halves():
    x = autograd.ones(6, dtype=autograd.float16, requires_grad=True)
    y = x.unfold(0, 3, 1).repeat_interleave(autograd.tensor([1, 0, 2, 1]), 0).tile(2).roll(1).tril()
    assert y.dtype == autograd.float16
    y.sum().backward()
    assert x.grad.dtype == autograd.float16


def test_gradients_are_owned():
    x = autograd.ones(2, 2, requires_grad=True)
    y = autograd.ones(2, 2, requires_grad=True)
    autograd.block_diag(x, y).flip(0, 1).backward(autograd.ones(4, 4))
    x.grad.mul_(0)
    assert y.grad.tolist() == [[1, 1], [1, 1]]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_windows_and_their_adjoint(data):
    """<windows(x), g> = <x, add_windows(g)>, for all sizes and steps."""
    length = data.draw(st.integers(1, 9))
    size, step = data.draw(st.integers(1, length)), data.draw(st.integers(1, 5))
    x = np.random.default_rng(length).standard_normal((2, length, 3))
    t = autograd.tensor(x, requires_grad=True)
    out = t.unfold(1, size, step)
    every = [x[:, i : i + size].swapaxes(1, 2) for i in range(0, length - size + 1, step)]
    np.testing.assert_array_equal(out.detach().numpy(), np.stack(every, 1))
    g = np.random.default_rng(size).standard_normal(out.shape)
    out.backward(autograd.tensor(g))
    assert (out.detach().numpy() * g).sum() == pytest.approx((x * t.grad.numpy()).sum(), rel=1e-12, abs=1e-12)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_repeated_slices_add_up_again(repeats):
    x = autograd.tensor(np.arange(2.0 * len(repeats)).reshape(2, -1), requires_grad=True)
    out = x.repeat_interleave(autograd.tensor(repeats), dim=1)
    assert out.shape == (2, sum(repeats))
    out.sum().backward()
    assert x.grad.tolist() == [repeats, repeats]


@given(st.lists(st.integers(0, 3), min_size=2, max_size=4))
@settings(max_examples=60, deadline=None)
def test_copies_add_up_again(counts):
    x = autograd.tensor(np.arange(6.0).reshape(2, 3), requires_grad=True)
    out = x.repeat(counts)
    np.testing.assert_array_equal(out.detach().numpy(), np.tile(np.arange(6.0).reshape(2, 3), counts))
    out.sum().backward()
    assert x.grad.tolist() == np.full((2, 3), np.prod(counts)).tolist()


@pytest.mark.parametrize("convert", [int, np.int64, autograd.tensor])
def test_integers_of_any_kind_are_sizes_and_dimensions(convert):
    x, two, one = autograd.tensor(X), convert(2), convert(1)
    assert x.reshape(two, -1).shape == (2, 12)
    assert x.unsqueeze(one).shape == (2, 1, 3, 4)
    assert x.narrow(one, one, two).shape == (2, 2, 4)
    assert x.repeat(one, two, one).shape == (2, 6, 4)
    assert x.split(two, one)[0].shape == (2, 2, 4)
    assert x.chunk(two, one)[1].shape == (2, 1, 4)
    assert x.roll(one, two).shape == x.shape
    assert x.flip(one)[0, 0, 0].item() == 8
    assert x.transpose(one, two).shape == (2, 4, 3)
    assert x.repeat_interleave(two, one).shape == (2, 6, 4)


@pytest.mark.parametrize("name", ["tril", "triu"])
@pytest.mark.parametrize("shape", [(1, 1), (64, 64), (65, 63), (130, 70), (70, 130), (2, 129, 5), (0, 3), (3, 0)])
def test_triangles_of_all_sizes_are_numpys(name, shape):
    x = np.random.default_rng(0).standard_normal(shape)
    for k in (-200, -129, -65, -64, -1, 0, 1, 2, 63, 64, 66, 200):
        got = getattr(autograd.tensor(x), name)(k).numpy()
        np.testing.assert_array_equal(got, getattr(np, name)(x, k), err_msg=f"diagonal {k}")


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_not_changed_in_place_while_gradients_are_recorded(name):
    x = autograd.tensor(X, requires_grad=True) * 1
    with pytest.raises(RuntimeError, match="mul_: this tensor is a view of another one"):
        RESULTS[name](x).mul_(2)
