"""Tests of the charts: descriptions, layout, finished pictures, cache."""
