"""What an update means. A handler parses, asks a service, tells; it never talks to Telegram itself."""
