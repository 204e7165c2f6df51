"""Ops: differentiable NumPy functions, under NumPy's names and arguments, each with its derivatives.

They record themselves when an argument is a tensor and return plain arrays for plain arrays. The functions that users
call, with PyTorch's names and arguments, are in `autograd.functions`.
"""
