"""What changed between two releases: figures, statuses, pages and words, as the public saw and will see them.

Only protected figures are compared. A number that is hidden or gone now is not printed again, and neither are the
words that may have held it. Not here: reading a council's folder or git (`commands.diff`).
"""
