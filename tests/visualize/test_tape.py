"""Recordings of backward passes, and of the lines where ops were called."""

import inspect
import threading

import numpy as np
import pytest

import autograd
from autograd import draw, record_backward, record_source
from autograd.core.engine import observers
from autograd.core.op import watchers

from .pictures import leaf, network, texts, titles


def test_steps_in_the_order_of_the_engine():
    x = leaf(3.0, "x")
    with record_backward() as tape:
        (x * x + x).backward()
    assert [(step.index, step.op) for step in tape.steps] == [(0, "add"), (1, "multiply")]
    assert [step.gradient[0].values for step in tape.steps] == [(1.0,), (1.0,)]
    add, multiply = tape.steps
    given = [
        [(c.position, c.gradient.values, c.count, c.accumulated.values) for c in s.contributions]
        for s in (add, multiply)
    ]
    assert given == [[(0, (1.0,), 1, (1.0,)), (1, (1.0,), 1, (1.0,))], [(0, (3.0,), 2, (4.0,)), (1, (3.0,), 3, (7.0,))]]
    assert x.grad.item() == 7
    assert all(step.seconds >= 0 for step in tape.steps)


def test_contributions_have_the_shape_of_the_argument():
    x = leaf([1.0, 2.0], "x")
    with record_backward() as tape:
        (x + autograd.ones(3, 2)).sum().backward()
    assert tape.steps[1].contributions[0].gradient.values == (3.0, 3.0)


def test_large_arrays_are_recorded_as_statistics():
    small, large = leaf(np.ones(64)), leaf(np.ones(65))
    with record_backward() as tape:
        (small.sum() + large.sum()).backward()
    kept = [c.gradient.values is not None for step in tape.steps for c in step.contributions if step.op == "sum"]
    assert sorted(kept) == [False, True]


def test_recording_changes_nothing():
    def gradients(recorded):
        model, _, loss = network()
        if recorded:
            with record_backward():
                loss.backward()
        else:
            loss.backward()
        return [parameter.grad.numpy() for parameter in model.parameters()]

    for plain, recorded in zip(gradients(False), gradients(True), strict=True):
        np.testing.assert_array_equal(plain, recorded)


def test_gradients_do_not_share_memory_with_the_tape():
    x, y = leaf([1.0, 2.0]), leaf([3.0, 4.0])
    with record_backward():
        (x + y).sum().backward()
        x.grad *= 10
    assert y.grad.tolist() == [1.0, 1.0]


def test_recording_ends_with_the_block_and_nests():
    with pytest.raises(ZeroDivisionError), record_backward():
        raise ZeroDivisionError
    assert observers == []
    with record_backward() as outer:
        leaf(1.0).tanh().backward()
        with record_backward() as inner:
            leaf(1.0).tanh().backward()
    assert (len(outer.steps), len(inner.steps)) == (2, 1)
    assert observers == []


def test_second_derivatives_and_several_outputs():
    x = leaf([[1.0, 3.0], [2.0, 0.5]], "x")
    with record_backward() as tape:
        left, right = x.split(1, dim=1)
        (gradient,) = autograd.grad((left * right**3).sum(), x, create_graph=True)
        (gradient * gradient).sum().backward()
    assert len(tape.roots) == 2
    assert "split" in titles(draw(tape))
    assert x.grad is not None


def test_a_picture_of_a_tape_has_gradients_on_boxes_and_arrows():
    model, _, loss = network()
    with record_backward() as tape:
        loss.backward()
    picture = draw(tape)
    assert picture.node("tanh").gradient.rms > 0
    assert picture.node("tanh").step is not None
    assert titles(picture, "parameter") == ["0.weight", "0.bias", "2.weight", "2.bias"]
    gradients = {
        u["argument"]: u["gradient"]["values"] for u in picture.to_dict()["uses"] if u.get("argument") == "bias"
    }
    assert gradients["bias"] == model[2].bias.grad.tolist()
    dot = picture.dot()
    assert dot.count("#D55E00") >= 8
    assert 'class="use gradient"' in dot
    assert "gradient, rms" in texts(picture)
    assert "#D55E00" not in draw(loss).dot()
    assert "#D55E00" not in draw(tape, view="forward").dot()
    assert draw(model, tape).dot() == dot


def test_width_and_number_of_an_arrow_follow_the_gradient():
    x = leaf([1.0], "x")
    with record_backward() as tape:
        (x * 1e-6).tanh().sum().backward()
    lines = [line for line in draw(tape, names={"x": x}).dot().splitlines() if "penwidth=0.60" in line]
    assert len(lines) == 1
    assert 'label="1e-06"' in lines[0]
    zero = leaf([1.0])
    with record_backward() as tape:
        (zero * 0.0).sum().backward()
    assert 'label="0"' in draw(tape).dot()


def test_nan_on_arrows():
    x = leaf([0.0])
    with record_backward() as tape:
        (x.sqrt() * 0.0).sum().backward()
    dot = draw(tape).dot()
    assert 'label="NaN"' in dot
    assert "#A6006B" in dot


def test_a_wrong_formula_is_still_the_engines_to_complain_of():
    broken = autograd.primitive(lambda x: x * 2.0, x=lambda g: 1.0)
    with record_backward(), pytest.raises(TypeError, match=r"returned 1\.0, not an array"):
        broken(leaf(1.0)).backward()


def test_an_empty_tape():
    with record_backward() as tape:
        pass
    with pytest.raises(RuntimeError, match="the tape is empty: no backward pass ran"):
        draw(tape)
    assert repr(tape) == "<tape of 0 steps>"


def test_long_passes():
    y = leaf(1.0)
    for _ in range(5000):
        y = y * 1.0
    with record_backward() as tape:
        y.backward()
    assert len(tape.steps) == 5000
    assert len(titles(draw(tape))) < 150


def test_record_source():
    x = leaf(1.0)
    with record_source():
        y = (
            x.tanh()
            * 2.0
        )  # fmt: skip
        line = inspect.currentframe().f_lineno
    assert y.grad_fn.source[0] == __file__
    assert line - 4 <= y.grad_fn.source[1] < line
    assert x.tanh().grad_fn.source is None
    assert watchers == []


def test_record_source_sees_through_modules_and_functions():
    with record_source():
        model, _, loss = network()
    source = draw(loss).node("linear").source
    assert source[0].endswith("pictures.py")
    del model


def test_record_source_as_a_switch():
    record_source()
    try:
        assert leaf(1.0).tanh().grad_fn.source is not None
        with record_source(False):
            assert leaf(1.0).tanh().grad_fn.source is None
        assert leaf(1.0).tanh().grad_fn.source is not None
    finally:
        record_source(False)
    assert watchers == []


def test_threads_without_user_code_below_them():
    with record_source():
        result = []
        thread = threading.Thread(target=leaf(1.0).tanh)
        thread.start()
        thread.join()
        result.append(leaf(1.0).tanh().grad_fn.source)
    assert result[0][0] == __file__
