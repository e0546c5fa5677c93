"""What `transparency attack` reads, as its help says it: kept apart so that help needs no solver."""

FORMATS_OF_FILES = """\
FILE is one of two things, told apart by its name or by a leading {:

A cross-table as CSV: labels of rows in the first column, labels of columns in the first row, a row or a column
called Total or All (or as --total says) that is the sum of the others. A cell is a whole number, or one of
  c    hidden; a whole number from 1 (from 0 with --zeros-hidden)
  low  rounds to zero but is not      x, u  not available, unreliable      z  not applicable: nobody

A JSON file of facts; every key may be left out:
  {"threshold": 5, "zeros_shown": true, "keep": 3,
   "cells": {"a": {"value": 12}, "b": {"symbol": "c"}, "n": {"rounded": 45, "base": 5}, "d": {"min": 0, "max": 9}},
   "sums": [["total", ["a", "b"]]],
   "ratios": [{"numerator": "b", "denominator": "total", "value": 42.9, "decimals": 1, "scale": 100}],
   "orders": [["a", ">=", "b"]],
   "implied": [{"id": "rest", "minus": ["total", "a"]}]}
  cells    a number printed, a symbol, a number rounded to a base, or what is known of it
  sums     a total and its parts
  ratios   scale x numerator / denominator, printed to so many decimals: scale 100 for a percentage, 1 for a mean
  orders   > or >=: a sorted table, an arrow, a word
  implied  the first less all the others: is what nobody printed a small number that anybody can work out?

Verdicts: RECOVERED (one value is left), NARROWED (at most the threshold, and fewer values left than are to be
kept), EXPOSED (an implied count is certainly from 1 to the threshold), SAFE, CONTRADICTION (the numbers cannot all
be true). Exit code 4 if anything is not safe, 1 if the file cannot be read, 0 if all is safe."""
