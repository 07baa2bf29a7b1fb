# Files from outside that could not be read within their limits. { $at }: the cell or line where it happened.
file-trouble = { $what ->
    [absent] no such file or folder: { $file }
    [empty] { $file } is empty
    [kind] { $file } cannot be read: an Excel workbook (.xlsx) or a CSV is needed
    [no-sheets] { $file } has no sheet with cells
    [damaged] { $file } is damaged or was not downloaded whole. Save it again in your program
    [password] { $file } is protected by a password. Save a copy without one
    [encoding] { $file } is in an unknown encoding: save it as “CSV UTF-8”
    [quotes] { $file } has quotes that are not closed; line { $at }
    [geojson] { $file } is no GeoJSON (FeatureCollection)
    [crs] { $file } has coordinates in the system { $at }; WGS 84 is needed (CRS84 or EPSG:4326)
    [names] the archive { $file } has a file with a path that is not allowed (with “..”)
    [bytes] { $file } is too big: at most { $limit } MB
    [unpacked] { $file } is too big: unpacked it must not exceed { $limit } MB
    [entries] the archive { $file } has too many files: at most { $limit }
    [sheets] { $file } has too many sheets or tables: at most { $limit }
    [rows] { $file } has too many rows: at most { $limit }, and it is filled up to { $at }
    [columns] { $file } has too many columns: at most { $limit }, and it is filled up to { $at }
    [cells] { $file } is too big: a table has at most { $limit } cells, and it is filled up to { $at }
    [cell] { $file } has too long a text in one cell ({ $at }): at most { $limit } characters
    [line] { $file } has too long a line { $at }: at most { $limit } characters
    [features] { $file } has too many features: at most { $limit }
    [depth] { $file } has too many brackets within brackets: at most { $limit }
    [memory] { $limit } MB of memory are not enough to read { $file }. Split the file, or save it without formatting
    [time] { $file } takes longer than { $limit } seconds to read. Split the file, or save it without formatting
   *[crashed] reading { $file } broke off. The file seems to be damaged: save it again in your program
    }
refused-file = I could not read the file: { file-trouble }.
registry-error-file = { file-trouble }
places-error-file = { file-trouble }
