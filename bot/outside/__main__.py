"""`python -m bot.outside`: the child that reads a file from outside. Started by `reading.Outside`, never by hand."""

import sys

from bot.outside.child import main

if __name__ == "__main__":
    sys.exit(main(sys.argv))
