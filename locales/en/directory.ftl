# The directory: files, going back, single entries. Read by admins in the chat.

command-directory = Stations, officers, beats: find, change
command-template = The empty directory workbook
command-rollback = Latest changes of the directory, and how to undo them
job-registry-apply = Loading the directory
job-registry-template = The empty workbook
job-registry-export = The directory as a file

template-file =
    The empty directory workbook.

    Every sheet has an example; I do not read rows that begin with «ПРИКЛАД» or “EXAMPLE”. Fill it in and send it here: I only check it at first.
registry-file = The directory as it is now. Change what you need and send it back: I only check it at first.
import-how = Send the directory as an Excel workbook (.xlsx) or a .zip archive with the five CSV files. The empty workbook: /template.
import-checked =
    <b>{ $name }</b>: nothing is wrong. Nothing was changed yet.
    { $part ->
        [yes] This is about your territory only.
       *[no] This is the whole directory: what the file does not name will be retired.
    }
import-checked-how = The workbook has every change: before and after.
import-moved = While the file waited, somebody changed the directory. This is what would change now.
import-faulty =
    <b>{ $name }</b>: { $n ->
        [one] { $n } fault
       *[other] { $n } faults
    }. Nothing was changed.
import-faulty-rest =
    { $n ->
        [one] { $n } more is in the workbook.
       *[other] { $n } more are in the workbook.
    } Correct it and send the file again.
import-same = <b>{ $name }</b>: nothing to change, the data are the same.
import-applied = <b>{ $name }</b> is loaded. This is change No. { $number }; /rollback undoes it.
import-discarded = <b>{ $name }</b> is discarded. Nothing was changed.
directory-counts = { $kind }: { $added } added, { $changed } changed, { $retired } retired
button-import-apply = Load it
button-import-discard = Discard

directory-history = <b>Latest changes of the directory</b>
directory-history-none = Nobody has changed the directory yet.
directory-history-line = <b>No. { $number }</b> · { $at } · { $who }: { $what }
directory-history-terminal = terminal
directory-history-import = file { $label }
directory-history-edit =
    { $kind ->
        [stations] station { $code }
        [officers] officer { $code }
       *[beats] beat { $code }
    }
directory-history-rollback = restored the state before No. { $label }
directory-history-how = Choose a change, and the directory goes back to what it was before it. I show first what that changes.
button-rollback-before = Before No. { $number }
rollback-confirm =
    Take the directory back to before change No. { $number }? { $n ->
        [one] { $n } change is undone.
       *[other] { $n } changes are undone.
    } Officers who are in the bot stay in it.
rollback-nothing = Nothing to change: the data are the same.
button-rollback-do = Yes, go back
button-keep-as-is = No, keep it
rolled-back = Done: the directory is as it was before change No. { $number }. This is a change too, and can be undone.
rollback-dropped = All right, everything stays as it is.

directory-home =
    <b>Directory</b>

    Stations: { $stations }
    Officers: { $officers }
    Beats: { $beats }

    Type a code or a name and I will find it. Or send an .xlsx file: I check it and show what would change.
directory-list =
    { $giving ->
        [yes] { $kind ->
            [stations] Which station?
           *[officers] Who will serve here?
        } Choose, or type a name or code.
       *[no] { $kind ->
            [stations] <b>Stations</b>
            [officers] <b>Officers</b>
            [beats] <b>Beats</b>
           *[all] <b>All that was found</b>
        }
    }
    { $query ->
        [none] In all: { $n }
       *[other] “{ $query }”: { $n } found
    }
directory-list-line = { $number }. { $name } · <code>{ $code }</code>
button-to-directory = To the directory
button-new-beat = New beat
button-whole-file = All as a file
button-new-officer = New officer
button-new-station = New station
button-no-station = No station
button-retire = Retire
button-retire-really = Yes, retire
button-invite = Invite
button-unbind = Cut off the phone
button-unbind-really = Yes, cut it off
button-area-add = Add a territory
button-area-remove = Remove a territory
button-appoint = Appoint an officer
button-end-post = End a post
button-empty = Remove
button-today = Today

entry-heading =
    { $kind ->
        [stations] Station
        [officers] Officer
       *[beats] Beat
    } <b>{ $name }</b>
    Code: <code>{ $code }</code>
entry-line = { $label }: { $value }{ $seen }
field-name =
    { $kind ->
        [officers] Full name
       *[other] Name
    }
field-address = Address
field-point = Point on the map
field-hours = Opening hours
field-phone = Phone
field-photo = Photo
field-rank = Rank
field-role = Role
field-station = Station
field-beats = Beats
field-address_seen = Who sees the address
field-phone_seen = Who sees the phone
field-name_seen = Who sees the name
field-photo_seen = Who sees the photo
seen-public = seen by everybody
seen-officers = seen by officers only
seen-admins = seen by admins only
photo-is-there = there
beat-areas = Territories:
beat-area = • { $name }
beat-posts = Who serves here:
beat-vacant = <b>No officer is here.</b>
beat-vacant-after = <b>After { $day } no officer will be here.</b>
post-line = • { $name }, from { $since }{ $until }
post-until = { " " }to { $day }
officer-state-waiting = Not in the bot yet. Tap “Invite” and hand the link to the officer.
officer-state-joined = In the bot, gets reports.
officer-state-unreachable = Blocked the bot: reports do not arrive.

ask-field-name =
    { $kind ->
        [officers] The officer’s name?
        [stations] What is the station called?
       *[beats] What is the beat called?
    }{ $new ->
        [yes] {""}
       *[no] { " " }Write it as it should be.
    }
ask-field-address = What is the address? Street, house, town or village.
ask-field-point = Where is the station on the map? Share a location or write coordinates: 50.2547, 28.6587.
ask-field-hours = When is the station open? In words: Mon–Fri 09:00–18:00.
ask-field-phone = Which phone? Several are possible, with commas.
ask-field-photo = Send a photo.
ask-field-rank = Which rank?
ask-field-now = Now: { $now }
ask-choice-role = Which role?
ask-choice-name_seen = Who sees the name and rank? The others see the role only.
ask-choice-phone_seen = Who sees the phone?
ask-choice-photo_seen = Who sees the photo?
ask-choice-address_seen = Who sees where the station is: address, point on the map, photo?
ask-area = What does the beat answer for? Write the name of a community, town or village, or a KATOTTG code.
ask-area-which = Which one?
ask-area-none = I know no such place in your territory. Write it another way: a community, a town, a village, or a KATOTTG code.
ask-area-removing = Which territory should go?
ask-post-end =
    { $anyone ->
        [yes] Whose post ends?
       *[no] Nobody serves here now.
    }
ask-post-day =
    { $last ->
        [yes] { $name }: the last day on the beat?
       *[no] { $name }: the first day on the beat?
    } Write a date: 01.09.2026.
edit-faulty = Not saved. Nothing was changed.
edit-faulty-reason = Why: { $reason }.
entry-retired =
    { $kind ->
        [stations] The station “{ $name }” is retired.
        [officers] The officer is retired: { $name }.
       *[beats] The beat “{ $name }” is retired.
    } To undo: /rollback.
confirm-retire =
    { $kind ->
        [stations] Retire the station “{ $name }”?
        [officers] Retire the officer: { $name }?
       *[beats] Retire the beat “{ $name }”?
    }
confirm-unbind = Cut off the phone of { $name }? Reports will no longer go there. To return to the bot, a new invitation is needed.
invite-link =
    Invitation for { $name }

    { $link }

    Send it to this person only. It opens once and works until { $until }. Earlier links no longer work.
officer-cut-off = { $name }: the phone is cut off. Until the officer returns to the bot, nothing is passed on to them.

report-errors = Faults
report-added = Added
report-changed = Changed
report-missing = Retired
report-errors-columns = Sheet|Row|Column|What is wrong
report-added-columns = Sheet|Code|Name|Where, who
report-changed-columns = Sheet|Code|Name|Field|Before|After
report-missing-columns = Sheet|Code|Name

refused-directory-moved = While you were deciding, somebody changed the directory. Look again: /rollback.
refused-import-decided = This file was loaded or discarded already, or waited for more than a day. Send it again.
refused-bot-nameless = Telegram has not told me yet what I am called. Try again in a minute.

registry-error-outside-territory = “{ $value }” lies outside your territory: nothing can be changed there
registry-error-nowhere = “{ $value }”: nothing says whether it lies in your territory; add a beat
registry-error-not-that = words are needed here
registry-error-not-a-photo = a photo is needed, sent as a photo
officer-to-confirm =
    <b>Is it really this person?</b>

    Somebody opened the invitation: { $name } ({ $code }).{ $again ->
        [yes] { " " }The earlier account is cut off.
       *[no] { "" }
    }

    Call the number in the directory: { $phone }. No residents’ reports come until you confirm.
officer-admitted = Confirmed: { $name }. Residents’ reports now arrive.
officer-state-pending =
    In the bot, waits to be confirmed: gets no reports yet.{ $own ->
        [yes] { " " }{ refused-own-account }
       *[no] { "" }
    }
button-confirm = It is them
button-not-them = It is somebody else
refused-own-account = You cannot confirm yourself. Another admin will.
button-found =
    { $kind ->
        [stations] Station
        [officers] Officer
       *[beats] Beat
    }: { $name }
