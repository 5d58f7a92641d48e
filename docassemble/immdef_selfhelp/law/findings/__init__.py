"""What the rules find, in order and in words."""
