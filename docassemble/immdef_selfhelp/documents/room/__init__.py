"""Papers for a room of families, about nobody: worksheets to fill in by hand, problem cards to cut out, an agenda with notes."""
