"""Going on with another phone, without an account: a code of five words, or a file and a password."""
