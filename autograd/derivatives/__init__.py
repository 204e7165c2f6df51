"""Derivatives of functions (`func`, `functional`), and ops whose derivative is written as a class (`custom`)."""
