"""Grad mode and scopes: what the recorder asks before it adds a node to the graph.

One thread-local object answers both questions of the recorder with a single attribute: ``state.scope`` is ``None``
while recording is off, and otherwise the module call in progress (``TOP`` outside of all modules).
"""

import functools
import inspect
import threading
import types
import weakref
from collections.abc import Callable
from typing import Any, TypeVar

AnyCallable = TypeVar("AnyCallable", bound=Callable[..., Any])


class Scope:
    """One call of a module: what a node remembers about where it was made."""

    __slots__ = ("kind", "module", "parent")

    def __init__(self, module: Any, parent: "Scope | None") -> None:
        self.kind = type(module).__name__
        self.module = weakref.ref(module)  # a module may keep its output, whose node keeps this scope: no cycle
        self.parent = parent


TOP = Scope(threading.current_thread(), None)  # outside of all modules: in place of one, an object that lives on


class _State(threading.local):
    """Of each thread: ``call`` is the module call in progress, ``scope`` the same while recording and None else."""

    call: Scope = TOP
    scope: Scope | None = TOP


state = _State()


def is_grad_enabled() -> bool:
    """Return whether operations on this thread are recorded.

    >>> import autograd
    >>> with autograd.no_grad():
    ...     autograd.is_grad_enabled()
    False
    """
    return state.scope is not None


class set_grad_enabled:
    """Turn recording on or off: from here on, for a ``with`` block, or for the calls of a decorated function.

    Applies to the current thread only, nests, and is undone when the block is left by an exception. A decorated
    generator or coroutine has its own mode while it runs and gives back the caller's at every ``yield`` or ``await``.

    >>> import autograd
    >>> x = autograd.tensor(2.0, requires_grad=True)
    >>> with autograd.set_grad_enabled(False):
    ...     (x * x).requires_grad
    False
    """

    def __init__(self, mode: bool) -> None:
        self.mode = bool(mode)
        self._previous = _Previous()
        self._previous.push()
        self._called = True  # as a plain statement: this mode holds from here on
        _switch(self.mode)

    def __enter__(self) -> None:
        if not self._called:
            self._previous.push()
        self._called = False
        _switch(self.mode)

    def __exit__(self, *exception: object) -> None:
        _switch(self._previous.pop())

    def __call__(self, function: AnyCallable) -> AnyCallable:
        if self._called:
            self.__exit__()  # as decorator: the switch is for the calls, not for the definition
            self._called = False
        return _decorate(function, lambda: set_grad_enabled(self.mode))  # type: ignore[no-any-return]


def _switch(mode: bool) -> None:
    state.scope = state.call if mode else None


class _Previous:
    """The modes to go back to, by thread: one context manager may be entered in several threads at a time."""

    def __init__(self) -> None:
        self._modes: dict[int, list[bool]] = {}

    def push(self) -> None:
        """Remember the mode of the current thread."""
        self._modes.setdefault(threading.get_ident(), []).append(is_grad_enabled())

    def pop(self) -> bool:
        """Return the mode of the current thread that was remembered last."""
        return self._modes[threading.get_ident()].pop()


class _Mode:
    """A grad mode for a ``with`` block or a decorated function; re-entrant, per thread."""

    mode: bool

    def __init__(self) -> None:
        self._previous = _Previous()

    def __new__(cls, function: Any = None) -> Any:
        if function is None:
            return super().__new__(cls)
        return _decorate(function, cls)  # @no_grad without parentheses

    def __enter__(self) -> None:
        self._previous.push()
        _switch(self.mode)

    def __exit__(self, *exception: object) -> None:
        _switch(self._previous.pop())

    def __call__(self, function: AnyCallable) -> AnyCallable:
        return _decorate(function, type(self))  # type: ignore[no-any-return]


class no_grad(_Mode):
    """Do not record: results inside the block, or of the decorated function, need no gradient.

    >>> import autograd
    >>> x = autograd.tensor([1.0, 2.0], requires_grad=True)
    >>> with autograd.no_grad():
    ...     y = x * 2
    >>> y.requires_grad
    False
    """

    mode = False


class enable_grad(_Mode):
    """Record, inside a `no_grad` block or function.

    >>> import autograd
    >>> x = autograd.tensor(3.0, requires_grad=True)
    >>> with autograd.no_grad(), autograd.enable_grad():
    ...     (x * x).requires_grad
    True
    """

    mode = True


def _decorate(function: Any, mode: Callable[[], Any]) -> Any:
    """Return a function that runs in the grad mode that ``mode`` makes; so does a generator, between its yields."""
    if inspect.isclass(function):
        raise TypeError(f"a grad mode decorates functions, not the class {function.__name__}: decorate its methods")
    if not callable(function) or inspect.isasyncgenfunction(function):
        raise TypeError(f"a grad mode decorates functions, generators and coroutines, not {function!r}")
    if inspect.isgeneratorfunction(function) or inspect.iscoroutinefunction(function):

        @types.coroutine  # which leaves a generator what it is
        @functools.wraps(function)
        def generator(*args: Any, **kwargs: Any) -> Any:
            inner = function(*args, **kwargs)
            step: Callable[[], Any] = functools.partial(inner.send, None)
            try:
                while True:
                    try:
                        with mode():
                            value = step()
                    except StopIteration as stop:
                        return stop.value
                    try:
                        sent = yield value
                        step = functools.partial(inner.send, sent)
                    except GeneratorExit:
                        raise
                    except BaseException as error:
                        step = functools.partial(inner.throw, error)
            finally:
                with mode():
                    inner.close()

        if inspect.iscoroutinefunction(function):

            @functools.wraps(function)
            async def coroutine(*args: Any, **kwargs: Any) -> Any:
                return await generator(*args, **kwargs)

            return coroutine
        return generator

    @functools.wraps(function)
    def decorated(*args: Any, **kwargs: Any) -> Any:
        with mode():
            return function(*args, **kwargs)

    return decorated
