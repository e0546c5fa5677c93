"""Room 2: what the public sees. Handed figures and words, never counts as recorded."""
