"""Notices about announcements: to residents who get them and to admins who send them."""
