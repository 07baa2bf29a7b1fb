# The log of changes: who, what, when, before, after.

command-audit = Log of changes
button-audit-older = Older
button-audit-newest = Newest
button-audit-export = Export
job-audit-export = The log of changes as a file
audit-head = <b>Log of changes</b>
audit-none = There is no record yet.
audit-record = { $when } · { $who }: <b>{ $deed }</b>
audit-subject-line = { $subject }
audit-change = • { $change }
audit-other = another deed ({ $action })
audit-nobody = command line or settings
audit-yes = yes
audit-no = no
audit-file =
    Log of changes: { $count ->
        [one] { $count } record
       *[other] { $count } records
    }.
audit-sheet = Log
audit-column-when = When
audit-column-who = Who
audit-column-deed = What was done
audit-column-subject = To what
audit-column-areas = Areas
audit-column-changes = What changed
audit-written =
    { $count ->
        [one] { $count } record written
       *[other] { $count } records written
    }: { $file }
audit-not-written = { $file } could not be written: { $reason }
audit-admin-invited = admin invited
audit-admin-added = new admin
audit-admin-removed = admin removed
audit-silent-changed = silent hromadas changed
audit-registry-imported = registry loaded
audit-registry-rolled-back = earlier registry restored
audit-station-changed = station changed
audit-beat-changed = beat changed
audit-officer-changed = officer changed
audit-officer-invited = officer invited
audit-officer-unbound = officer’s phone cut off
audit-oblast-held = broadcasts to an oblast held
audit-oblast-released = broadcasts to an oblast released
audit-broadcast-created = broadcast created
audit-broadcast-submitted = broadcast handed in for approval
audit-broadcast-approved = broadcast approved
audit-broadcast-rejected = broadcast rejected
audit-broadcast-started = broadcast started
audit-broadcast-paused = broadcast paused
audit-broadcast-resumed = broadcast resumed
audit-broadcast-cancelled = broadcast cancelled
audit-broadcast-retried = broadcast retried for those it had not reached
audit-broadcast-revised = announcement taken back to a draft
audit-broadcast-finished = announcement finished
audit-subject-admin = admin № { $name }
audit-subject-silent = { $name }
audit-subject-station = station { $name }
audit-subject-officer = officer { $name }
audit-subject-beat = beat { $name }
audit-subject-broadcast = broadcast № { $name }
audit-subject-registry = registry { $name }
audit-subject-oblast = oblast { $name }
audit-field-name = name
audit-field-scope = territory
audit-field-superadmin = superadmin
audit-field-level = level
audit-field-note = note
audit-field-address = address
audit-field-hours = hours
audit-field-phone = phone
audit-field-address_seen = who sees the address
audit-field-name_seen = who sees the name
audit-field-phone_seen = who sees the phone
audit-field-photo_seen = who sees the photo
audit-field-photo = photo
audit-field-point = point
audit-field-rank = rank
audit-field-role = role
audit-field-station = station
audit-field-areas = areas
audit-field-posts = posts
audit-field-since = since
audit-field-until = until
audit-field-text = text
audit-field-audience = audience
audit-field-generation = generation
audit-field-label = source
