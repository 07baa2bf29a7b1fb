"""Faces of announcements."""
