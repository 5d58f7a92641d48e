"""What the papers of a court filing have in common: caption, offices, words, blocks of a page; which parts a filing has, and what is missing."""
