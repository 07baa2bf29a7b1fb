"""Files from outside: read in a child process with limits, never in the bot itself.

`reading.Outside` is the way in: it starts `python -m bot.outside`, hands it the file and gets plain data back, or
raises `FileRefused`, which names the limit. What a file can do to its reader (fill the memory, run for ever, crash it)
it does to the child, which is thrown away.

    limits    what a file may cost
    reading   the parent's side: start, feed, listen, end
    child     the child's side: limits of the system, then one of the readers
    archives  a ZIP (a workbook is one): measured by its directory, then by what really comes out
    workbooks, texts (CSV), features (GeoJSON)   the readers: bytes in, lines of the answer out
    answers   the lines between the two
"""
