"""Dated sentences of law: what each says on a day, where it comes from, and the lists that rest on them."""
