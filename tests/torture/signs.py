"""Signs and good files that fuzzing begins with."""

SIGNS = list("abz019 ,;:\"'`\n\r\t-+=.|{}[]()<>&*!#%@~^$\\/_?£é\u00a0\u2212\u0663\x00\u202e\ufeff") + [
    "---\n", "[[figure:", "]]", "null", "true", "NO", "!!python/object:x", "&a", "*a", "<<:", "9" * 40, "1e999", "-0", "NaN", "[c]", "\\u0000", "🤷"
]  # fmt: skip
FACTS = b'{"cells": {"a": {"value": 3}, "b": "c", "t": 12}, "sums": [{"total": "t", "parts": ["a", "b"]}], "threshold": 5}'
CROSS = b"area,girls,boys,Total\nnorth,7,c,12\nsouth,c,9,20\nTotal,15,17,32\n"
