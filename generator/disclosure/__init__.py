"""The door between what the council holds and what the public sees, and the intruder that tests it."""
