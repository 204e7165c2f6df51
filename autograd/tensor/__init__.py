"""Tensors: the class, what makes them, how they are printed, and what NumPy's functions do with them."""
