"""One paginated filing from its parts: page arithmetic, contents, numbers, outline. It knows nothing of a case; see docs/adr/030."""
