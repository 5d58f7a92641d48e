"""What the person says: events, timeline, paragraphs, hints. Pure Python; knows nothing of docassemble or of law."""
