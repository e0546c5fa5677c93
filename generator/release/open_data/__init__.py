"""The figures and facts as open data, in the forms that other people's tools read without being told anything.

One declaration of the tables (`tables`) makes the CSV headings, the Table Schemas, the CSV on the Web metadata and
the static API. Every date in these files comes from the council's folder, so that the same folder gives the same
bytes. Not here: pages for people (`release.pages`).
"""
