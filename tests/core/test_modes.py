"""Grad modes: nested, decorating, in generators, with exceptions, per thread."""

import asyncio
import inspect
import threading

import pytest

import autograd
from autograd import enable_grad, is_grad_enabled, no_grad, set_grad_enabled

X = autograd.tensor([1.0], requires_grad=True)


def test_nesting():
    assert is_grad_enabled()
    with no_grad():
        assert not is_grad_enabled()
        with enable_grad():
            assert is_grad_enabled()
            assert (X * 2).requires_grad
            with no_grad():
                assert not (X * 2).requires_grad
            assert is_grad_enabled()
        assert not is_grad_enabled()
    assert is_grad_enabled()


def test_one_object_entered_again():
    mode = no_grad()
    with mode:
        with mode:
            assert not is_grad_enabled()
        assert not is_grad_enabled()
        with enable_grad(), mode:
            assert not is_grad_enabled()
    assert is_grad_enabled()


def test_exceptions_restore_the_mode():
    with pytest.raises(ZeroDivisionError), no_grad(), enable_grad():
        raise ZeroDivisionError
    assert is_grad_enabled()


@pytest.mark.parametrize("decorator", [lambda: no_grad, lambda: no_grad(), lambda: set_grad_enabled(False)])
def test_decorated_functions(decorator):
    @decorator()
    def depth(n):
        """Recursive."""
        assert not is_grad_enabled()
        with enable_grad():
            if n:
                depth(n - 1)
            assert is_grad_enabled()
        assert not is_grad_enabled()
        if n == 2:
            raise ValueError
        return n

    assert depth.__name__ == "depth"
    assert depth.__doc__ == "Recursive."
    assert depth(1) == 1
    with pytest.raises(ValueError):  # noqa: PT011
        depth(3)
    assert is_grad_enabled()


def test_enable_grad_decorates():
    @enable_grad()
    def square(x):
        return x * x

    with no_grad():
        assert square(X).requires_grad
        assert not is_grad_enabled()


def test_set_grad_enabled_as_a_statement():
    set_grad_enabled(False)
    assert not is_grad_enabled()
    set_grad_enabled(True)
    assert is_grad_enabled()


def test_set_grad_enabled_as_a_context():
    for mode in (True, False):
        with set_grad_enabled(mode):
            assert is_grad_enabled() == mode
        assert is_grad_enabled()
    with no_grad():
        with set_grad_enabled(True):
            assert is_grad_enabled()
        assert not is_grad_enabled()


def test_generators_have_a_mode_of_their_own():
    @no_grad()
    def counter():
        try:
            for i in range(3):
                assert not is_grad_enabled()
                received = yield i
                assert not is_grad_enabled()
                assert received in (None, "sent")
        except ZeroDivisionError:
            assert not is_grad_enabled()
            yield "caught"
        finally:
            assert not is_grad_enabled()
        return "end"

    generator = counter()
    assert is_grad_enabled()
    assert next(generator) == 0
    assert is_grad_enabled()
    assert generator.send("sent") == 1
    assert generator.throw(ZeroDivisionError) == "caught"
    assert is_grad_enabled()
    with pytest.raises(StopIteration) as stop:
        next(generator)
    assert stop.value.value == "end"
    other = counter()
    next(other)
    other.close()
    assert is_grad_enabled()
    assert list(counter()) == [0, 1, 2]


def test_a_generator_in_the_callers_no_grad():
    @enable_grad()
    def values():
        yield (X * 2).requires_grad

    with no_grad():
        assert list(values()) == [True]
        assert not is_grad_enabled()


def test_threads_start_with_recording():
    seen = {}

    def work():
        seen["start"] = is_grad_enabled()
        set_grad_enabled(False)
        seen["end"] = is_grad_enabled()

    with no_grad():
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert not is_grad_enabled()
    assert seen == {"start": True, "end": False}
    assert is_grad_enabled()


@pytest.mark.parametrize("make", [lambda: no_grad(), lambda: set_grad_enabled(False)])
def test_one_object_decorates_several_functions(make):
    decorator = make()
    first, second = decorator(is_grad_enabled), decorator(is_grad_enabled)
    assert is_grad_enabled()
    assert (first(), second(), is_grad_enabled()) == (False, False, True)


def test_an_object_of_set_grad_enabled_as_a_context_later(torch):
    for library in (autograd, torch):
        seen = []
        mode = library.set_grad_enabled(False)
        seen.append(library.is_grad_enabled())
        with mode:
            seen.append(library.is_grad_enabled())
        seen.append(library.is_grad_enabled())
        with mode:
            seen.append(library.is_grad_enabled())
        seen.append(library.is_grad_enabled())
        assert seen == [False, False, True, False, True], library.__name__


def test_coroutines_have_a_mode_of_their_own():
    @no_grad()
    async def work(name, seen):
        for _ in range(3):
            seen.append(is_grad_enabled())
            await asyncio.sleep(0)
            seen.append((X * 2).requires_grad)
        return name

    async def other(seen):
        for _ in range(6):
            seen.append(is_grad_enabled())
            await asyncio.sleep(0)

    async def main():
        without, recorded = [], []
        results = await asyncio.gather(work("a", without), other(recorded), work("b", without))
        return results, without, recorded

    assert inspect.iscoroutinefunction(work)
    assert asyncio.run(main()) == (["a", None, "b"], [False] * 12, [True] * 6)
    assert is_grad_enabled()


def test_an_exception_reaches_a_decorated_coroutine():
    @no_grad()
    async def work():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            assert not is_grad_enabled()
            raise

    async def main():
        task = asyncio.ensure_future(work())
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert is_grad_enabled()

    asyncio.run(main())


def test_methods_of_every_kind():
    class Model:
        @no_grad()
        def plain(self):
            return self, is_grad_enabled()

        @staticmethod
        @no_grad()
        def static():
            return is_grad_enabled()

        @classmethod
        @no_grad()
        def of_class(cls):
            return cls, is_grad_enabled()

    model = Model()
    assert (model.plain(), model.static(), model.of_class()) == ((model, False), False, (Model, False))


async def asynchronous_generator():
    yield


@pytest.mark.parametrize(
    "wrong", [3, "name", asynchronous_generator], ids=lambda wrong: getattr(wrong, "__name__", repr(wrong))
)
@pytest.mark.parametrize(
    "decorator", [no_grad, no_grad(), enable_grad()], ids=["no_grad", "no_grad()", "enable_grad()"]
)
def test_what_cannot_be_decorated(decorator, wrong):
    with pytest.raises(TypeError, match="a grad mode decorates functions, generators and coroutines, not"):
        decorator(wrong)


def test_classes_are_refused():
    with pytest.raises(TypeError, match="decorates functions, not the class Model: decorate its methods"):

        @no_grad()
        class Model:
            pass


def test_creation_under_no_grad_may_require_grad():
    with no_grad():
        x = autograd.tensor([1.0], requires_grad=True)
    assert x.requires_grad
    assert (x * 2).requires_grad


def test_backward_under_no_grad():
    y = (X * X).sum()
    with no_grad():
        (gradient,) = autograd.grad(y, X)
    assert gradient.tolist() == [2.0]
    assert not gradient.requires_grad


def test_one_context_manager_in_two_threads():
    off, on, modes = no_grad(), enable_grad(), {}
    entered, left = threading.Event(), threading.Event()

    def work():
        with on, off:
            entered.set()
            left.wait(10)
            modes["inside"] = is_grad_enabled()
        modes["after"] = is_grad_enabled()

    thread = threading.Thread(target=work)
    with off:
        thread.start()
        entered.wait(10)
        with on:
            assert is_grad_enabled()
        assert not is_grad_enabled()
    assert is_grad_enabled()
    left.set()
    thread.join()
    assert modes == {"inside": False, "after": True}
