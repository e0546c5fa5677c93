"""Room 1: what the council holds, read strictly and checked; it may contain numbers too small to print.

Files become rows that remember where they stood (`files`, `read`, `yaml_read`), rows become typed records
(`fields`, `observations`, `pages`, `assemble`), and records are checked by the rules of `checks`, one a file.
Nothing here makes a printable figure: only `disclosure` does.
"""
