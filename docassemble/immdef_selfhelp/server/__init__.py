"""The program a laptop runs: database, cache and web server in one command, and the `selfhelp` command itself."""
