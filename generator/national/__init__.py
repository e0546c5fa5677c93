"""Many councils at once: which share of them a machine builds, how they run side by side, and the page that lists them.

What building one council means is given from outside (`commands`); making their folders is `starting`.
"""
