"""The table of derivatives: NumPy functions under NumPy's names and arguments, each with its derivatives beside it.

An op records itself when one of its arguments is a tensor; of plain arrays it returns plain arrays. The functions that
users call, with PyTorch's names and arguments, are in `autograd.functions`.
"""
