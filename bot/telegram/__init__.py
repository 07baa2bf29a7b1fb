"""Telegram in and out: updates into the inbox, the outbox to Telegram, keyboards, dialogue storage."""
