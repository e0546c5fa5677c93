"""Charts: a frozen description goes in (`shapes`), finished SVG text comes out (`draw`).

Here: layout, drawing through Altair and Vega, finishing, and the cache. Not here: files of a council,
indicators, disclosure, or HTML; a chart is handed printed numbers and never works one out.
"""
