"""The facts of a case that the rules read: typed, without a word of free text; days and ages are counted here."""
