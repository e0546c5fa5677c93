"""What the figures allow to be said: changes, comparisons, progress, movements and promises.

Pure functions from a `Publication` and the date of the page to frozen readings; no HTML, no files.
"""
