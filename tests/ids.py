"""Names of tests that are made from tables."""

import collections


def numbered(texts):
    """Return the texts, equal ones numbered; pytest does that too, but in a time that grows with their square."""
    seen = collections.Counter()
    names = []
    for text in texts:
        seen[text] += 1
        names.append(text if seen[text] == 1 else f"{text} #{seen[text]}")
    return names
