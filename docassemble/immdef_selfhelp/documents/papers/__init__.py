"""One module a paper: who gets it, and what stands in it."""
