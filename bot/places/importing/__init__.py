"""Official files into the gazetteer: each importer reads its file and plans; `run` compares, checks and writes."""
