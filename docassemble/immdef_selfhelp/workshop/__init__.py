"""What a workshop is made of: its code, its families' numbers, what the board shows, the agenda, the slides, the quiz and the counts. Pure: it knows
a cache (Valkey) and nothing of docassemble, of a session or of an answer. docs/adr/035."""
