"""What the law says: dated facts and what follows from them. Pure Python; knows nothing of docassemble, stories or documents."""
