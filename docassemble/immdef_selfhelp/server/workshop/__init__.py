"""The pages of a workshop: a family joins, a leader sees the board, the wall shows code and slides. Only with `selfhelp serve --workshop`."""
