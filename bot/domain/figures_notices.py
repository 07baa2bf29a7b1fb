"""Notices about figures: coverage, statistics, reports and posters."""
