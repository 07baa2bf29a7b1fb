# Loading official files about places: faults, summary. Admins read it in a terminal.

places-at-line = line { $line }: { $reason }
places-at-field = line { $line }, field “{ $field }”: { $reason }
places-at-feature = feature { $number }: { $reason }

places-error-header-missing = there is no header with the columns { $expected }
places-error-empty = { $file } has no records
places-error-edition-missing = the date of the edition is unknown: { $file }. Add it: --edition 2026-07-07
places-error-edition-in-future = the edition is dated { $edition }, and today is { $today }. Look at the file’s name, or give the date: --edition 2026-07-07
places-error-oblasts-missing = the file seems incomplete: whole oblasts or cities are missing ({ $oblasts }), { $gone } of { $count } units in force would be withdrawn. Download it again; if it really is whole, add --shrink
places-error-too-many-withdrawn = the file seems incomplete: { $gone } of { $count } units in force would be withdrawn. Download it again; if it really is whole, add --shrink
places-error-not-a-katottg = “{ $value }” is not a KATOTTG code (UA and 17 digits)
places-error-not-a-pcode = “{ $value }” is neither a settlement’s p-code (UA and 10 digits) nor a KATOTTG code
places-error-not-a-category = unknown category “{ $value }”; possible: O, K, P, H, M, X, C, B (T in older editions)
places-error-not-of-category = the category “{ $value }” does not fit the code { $code }: its digits are of another level
places-error-not-a-kind = unknown kind of name “{ $value }”; possible: former, foreign
places-error-required = this field is required
places-error-repeated = “{ $value }” is in line { $first } already
places-error-repeated-feature = “{ $value }” is in feature { $first } already
places-error-too-long = the text is too long: { $length } characters, at most { $limit } are allowed
places-error-not-a-number = “{ $value }” is not a number
places-error-not-a-coordinate = “{ $value }” is not a coordinate; degrees as a number are needed, such as 50.2547
places-error-outside-ukraine = the coordinate { $value } is outside Ukraine; are latitude and longitude swapped?
places-error-no-population = { $file } has neither table 5 nor table 6 of the State Statistics Service
places-error-not-a-feature = this is no GeoJSON feature with geometry and properties
places-error-no-geometry = the geometry is empty
places-error-not-a-polygon = a Polygon or MultiPolygon is needed, this is a { $value }

check-no-database = There is no database { $file } yet: the check takes it for an empty one and creates nothing.
places-refused = Faults: { $count }. Nothing was changed.
places-checked = No faults. This was only a check: nothing was changed.
places-applied = Loaded.
places-same = Nothing to change: the data are the same.
places-older = The edition in force is newer ({ $edition }): only former names were taken from this one.
places-unmatched = Not matched, left out: { $count }
places-withdrawn = Withdrawn from the codifier (the codes stay valid for beats, residents and reports): { $count }
places-count-added = added { $n }
places-count-renamed = renamed { $n }
places-count-changed = changed { $n }
places-count-withdrawn = withdrawn { $n }
places-count-aliases = other names added { $n }
places-count-same = unchanged { $n }
places-count-repaired = polygons repaired { $n }
