"""What the law says: dated provisions and what follows from them. Pure Python; knows nothing of docassemble, stories or documents."""
