"""Government forms as PDFs: never shipped, added by whoever runs the program, filled with our own letters and read back from the page (ADR 029)."""
