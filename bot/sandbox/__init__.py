"""A Telegram in a box: a Bot API server on loopback, people to act in it, and a page to look at it.

Knows aiogram's types and nothing else of this project; begin reading at `server.py`.
"""
