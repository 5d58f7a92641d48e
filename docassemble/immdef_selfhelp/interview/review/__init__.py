"""The review "My answers": one module a subject, each with its table of lines and the section that draws it. Nothing here changes an answer."""
