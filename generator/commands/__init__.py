"""One command a file, thin: each reads the council's folder, calls the rooms, and says what happened."""
