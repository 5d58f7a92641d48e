"""The real docassemble engine in this process, with no web server, database or cache: walks of a case, and the gates of both languages."""
