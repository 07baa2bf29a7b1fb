"""All SQL. `engine` knows the database, `schema` holds every table, one module per table family."""
