"""Starting a council's folder: from its name alone, or from national statistics and Ofsted's list of inspections.

`skeleton` writes the files that every folder has, `from_statistics` the figures, neighbours and inspections, and
`history` reads Ofsted's list. Nothing here builds a site.
"""
