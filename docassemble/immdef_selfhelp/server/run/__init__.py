"""The program a laptop runs: database, cache and web server as children of one command."""
