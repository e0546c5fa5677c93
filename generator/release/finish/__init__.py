"""What is done to the built folder after MkDocs: tidy, search index, security policy.

Every step reads and writes files under the folder it is given and nothing else: no clock, no environment, no
network. The order is `tidy`, then fragments (elsewhere), then `secure`, then `index_for_search`; each may be
run twice with the same result.
"""
