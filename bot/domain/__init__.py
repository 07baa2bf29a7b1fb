"""Rules in plain Python: no I/O, nothing but the standard library."""
