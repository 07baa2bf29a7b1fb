"""Notices into words. Knows languages, knows no channel."""
