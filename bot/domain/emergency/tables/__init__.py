"""The tables of words and phrases: one module a kind of danger, the words they share, and what is harmless."""
