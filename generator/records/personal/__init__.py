"""The guard against personal data in words: kinds of personal data, the allow-list, and which texts are read.

A text is never repeated in a message: only its place and the kind of thing that was found. No rule catches a
bare first name, so each free text also names the role that checked it.
"""
