"""Tests of what is done to the built folder, and of the shell that every page wears."""
