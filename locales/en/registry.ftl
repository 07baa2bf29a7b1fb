# Loading the registry: faults in the file, the summary, officers' invitations. Read by admins in a terminal.

registry-at-file = { $reason }
registry-at-sheet = Sheet “{ $sheet }”: { $reason }
registry-at-line = Sheet “{ $sheet }”, line { $line }: { $reason }
registry-at-cell = Sheet “{ $sheet }”, line { $line }, column “{ $column }”: { $reason }

registry-error-no-such-file = there is no such file or folder: { $file }
registry-error-unreadable-file = { $file } cannot be read: an Excel workbook (.xlsx) or a folder of CSV files is needed
registry-error-wrong-encoding = { $file } is not in UTF-8: save the file as “CSV UTF-8”
registry-error-too-large = { $file } is too large for a registry
registry-error-sheet-missing = there is no such sheet
registry-error-sheet-twice = there are several such sheets, there should be one
registry-error-header-missing = the sheet is blank, even the column names are missing
registry-error-sheet-empty = the sheet has no rows; an empty registry is not loaded
registry-error-column-missing = this required column is missing
registry-error-column-twice = this column is here already
registry-error-column-unknown = unknown column; possible ones: { $expected }. Keep your own notes in a column named “Note”
registry-error-required = this field is required
registry-error-formula-error = the formula gives the error { $value }
registry-error-too-long = the text is too long: { $length } characters, at most { $limit } fit
registry-error-not-a-katottg = “{ $value }” does not look like a KATOTTG code (UA and 17 digits)
registry-error-not-a-role = unknown role “{ $value }”; possible ones: community, district, duty
registry-error-not-a-visibility = “{ $value }”: who may see it? Write public, officers or admins
registry-error-not-a-date = “{ $value }” does not look like a date; write 01.09.2026 or 2026-09-01
registry-error-not-a-coordinate = “{ $value }” does not look like a coordinate; write degrees as a number, like 50.2547
registry-error-not-a-phone = “{ $value }” does not look like a phone number
registry-error-repeated = “{ $value }” is in line { $first } already
registry-error-unknown-reference = the code “{ $value }” is not in the sheet “{ $target }”
registry-error-half-a-point = both latitude and longitude are needed (or neither)
registry-error-dates-out-of-order = the last day is before the first
registry-error-unknown-katottg = the code { $value } is not in the codifier in force
registry-error-area-too-wide = this beat has a whole raion or oblast ({ $value }); only duty officers answer for those

registry-refused = Faults: { $count }. Nothing was changed.
registry-checked = No faults. This was only a check: nothing was changed.
registry-applied = The registry is loaded.
registry-same = The registry says the same already: nothing to change.
registry-counts = { $kind }: { $added } added, { $changed } changed, { $retired } retired
registry-kind-stations = Stations
registry-kind-officers = Officers
registry-kind-beats = Beats
registry-template-written = Template written: { $file }
registry-template-failed = Could not write { $file }: { $reason }

officers-none = The registry has no officers yet. Load one: python -m bot import registry FILE
officers-unknown = No officer in service has this number or code: { $officer }
officers-unbound = { $name }: the phone is cut off. A new invitation is needed to join again.
officers-role-community = community officer
officers-role-district = district officer
officers-role-duty = duty officer
officers-state-joined = joined
officers-state-waiting = has not joined yet
officers-state-unreachable = unreachable: blocked the bot
invite-created = Invitation for: { $name }. It opens once and works until { $until } (Kyiv time). Send it to this person only.
invite-no-username = The bot’s username is not known: add --username NAME, or write it in place of BOT in the link.
registry-rolled-back = The directory is as it was before change No. { $number }.
registry-no-such-change = There is no such change to go back to: { $number }
