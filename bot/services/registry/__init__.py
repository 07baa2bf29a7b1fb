"""The registry as a file: `sheets` says what it looks like, `reading` opens it, `parsing` understands its cells,
`checking` holds the rows against each other, `importing` makes it the edition in force, `template` writes an empty one.
"""
