"""The law book for the attorney who reviews the program."""
