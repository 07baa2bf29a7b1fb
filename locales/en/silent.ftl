# Communities where people are safer when the bot knows and shows less. Not a word that could give a reader away.

quiet-place =
    { $level ->
        [officers] For this community I do not show officers’ names, phones or station addresses. That is safer for everyone.
        [locations] For this community I do not show officers’ names, phones or station addresses. I take no locations here and keep none, and of your place I remember only the community. That is safer for you.
       *[relay] For this community I pass nothing on and do not remember where you are. That is safer for you.
    }
quiet-writing =
    { $can ->
        [yes] You can write. A police officer gets the report, and the answer comes here.
       *[no] Right now nobody can get a report.
    }
quiet-dropped =
    { $level ->
        [locations] I have not kept the location you sent.
       *[relay] What you have just written I have not kept and not passed on.
    }
quiet-contacts =
    { $level ->
        [relay] Call only if it is safe. Emergency numbers reach whoever serves your network. Think first who will answer.
            <b>1545</b> — government hotline
            <b>0 800 50 17 20</b> — Commissioner for Human Rights
       *[other] If it is safe for you to call:
            <b>102</b> — police
            <b>112</b> — all emergency services
            <b>1545</b> — government hotline
            <b>0 800 50 17 20</b> — Commissioner for Human Rights
    }
quiet-erase = To erase everything I keep about you: /forget. The chat itself can be deleted in Telegram.
quiet-officer = a police officer
quiet-sender = Answer · No. { $number }
refused-relay-stopped =
    For this community I pass nothing on at the moment, so that nobody comes to harm. I have not kept what you sent.

    If it is safe for you to call: the government hotline <b>1545</b>, the Commissioner for Human Rights <b>0 800 50 17 20</b>.

    Another place — /place. Erase everything — /forget.
refused-answer-stopped = Not passed on: for this community nothing is passed on now, because an answer in the chat could harm the person.
refused-no-locations-here = For this community I take no locations and pass none on: no point, no coordinates, no link to a map, no file, since a file can hold where it was made. That is safer. I have not kept this. Describe it in words, only if that is safe. Send a photo as a photo.

places-error-not-an-area = “{ $value }” is not an oblast, raion or community
places-error-not-a-level = unknown level “{ $value }”; possible: 1 (hide officers), 2 (also keep no locations), 3 (pass nothing on)
silent-applied = The list of silent communities is updated.
silent-line = { $code } { $name }: { $level ->
        [none] not listed
       *[other] level { $level }
    }
silent-line-asked = { $code } { $name }: { $level ->
        [none] off the list
       *[other] level { $level }
    } — when an admin approves; until then it stays as it is

command-silent = Silent communities
button-silent-add = Add an area
button-silent-list = To the list
button-silent-level-1 = 1 · Hide officers
button-silent-level-2 = 2 · Also keep no locations
button-silent-level-3 = 3 · Pass nothing on
button-silent-remove = Take off the list
silent-areas =
    { $total ->
        [0] <b>No community is silent.</b> Occupied and front-line territories belong here.
       *[other] <b>Silent communities</b>, entries: { $total }
    }
silent-item = { $name } — level { $level }{ $waits ->
        [yes] {""}, waits for approval: less silence
       *[no] {""}
    }
silent-ask =
    { $unknown ->
        [yes] There is no such community, raion or oblast in your territory. Please try again.
       *[no] Which area? Write the name of a community, raion or oblast, or its KATOTTG code.
    }
silent-choices = Which one?
silent-area =
    <b>{ $name }</b>
    { $level ->
        [0] { $changed ->
            [yes] Taken off the list. Everything is as usual here again.
           *[no] Not on the list: everything is as usual here.
        }
       *[other] { $changed ->
            [yes] Done: level { $level }.
           *[no] Level { $level } now.
        }
    }
silent-note = Note: { $note }
silent-levels =
    1 — names, phones and stations are not shown; reports still go.
    2 — and locations are neither taken nor kept; kept ones are erased.
    3 — nothing is passed on; only official hotlines, without 102 and 112. Drafts are erased.
silent-wanted =
    { $mine ->
        [yes] Waits for your approval
       *[no] Waits for another admin’s approval
    }: { $level ->
        [0] off the list
       *[other] level { $level }
    }. Until then everything stays as it is.
button-silent-approve = Approve: less silence
button-silent-keep = Leave as it is
button-silent-sure = Yes, do it now
button-silent-not-now = No, leave as it is
silent-sure =
    <b>{ $name }</b>
    Level { $level } takes effect at once. What will happen:
silent-stops-reports =
    { $n ->
        [0] There are no open reports.
       *[other] { $level ->
            [1] { $n ->
                [one] In { $n } open report I stop showing the officer’s name.
               *[other] In { $n } open reports I stop showing officers’ names.
            }
            [2] { $n ->
                [one] I erase points and locations in { $n } open report.
               *[other] I erase points and locations in { $n } open reports.
            }
           *[other] { $n ->
                [one] I stop { $n } open report.
               *[other] I stop { $n } open reports.
            }
        }
    }
silent-stops-drafts =
    { $level ->
        [1] Drafts stay: { $n }.
        [2] Drafts stay without locations: { $n }.
       *[other] Unsent drafts are erased: { $n }.
    }
silent-stops-residents =
    { $level ->
        [1] Residents who no longer see officers: { $n }.
        [2] Residents of whom I remember the community only: { $n }.
       *[other] Residents whose place I forget: { $n }.
    }
silent-sure-lowering = Only another admin together with you can take it back. What is erased does not come back.
silent-asked =
    <b>Less silence: a second person is needed</b>
    { $name }
    { $by ->
        [none] A new list asks
       *[other] { $by } asks
    } { $after ->
        [0] to take the area off the list; level { $before } now.
       *[other] for level { $after } instead of { $before }.
    }
    Approve only if you know for certain that officers can be named there safely. Until then everything stays as it is.
silent-decided =
    <b>{ $name }</b>
    { $approved ->
        [yes] { $level ->
            [0] Taken off the list. Everything is as usual here again. Approved: { $by }.
           *[other] Level { $level } now. Approved: { $by }.
        }
       *[no] Level { $level } stays. Not approved: { $by }.
    }
rules-changed = While you waited, the rules for this place have changed, and I cannot give that answer. Please begin again: /start
refused-own-lowering = Only another admin can make a community less silent, not the one who asks for it, nor somebody they invited. Ask a colleague or a superadmin.
silent-list-asked =
    <b>Less silence: a second person is needed</b>
    { $n ->
        [one] A new list asks for less silence in { $n } area.
       *[other] A new list asks for less silence in { $n } areas.
    } Until an admin approves each, everything stays as it is.
place-clear = I see which place you mean.

command-intake = Where reports are taken
button-intake-add = Add an area
button-intake-only = Directory only
button-intake-take = Take reports again
intake-areas =
    { $total ->
        [0] <b>Reports are taken everywhere</b> where somebody can read them. Here an area can be left to the directory alone.
       *[other] <b>Directory only</b>: no reports are taken there. Areas: { $total }
    }
intake-item = • { $name }
intake-area =
    <b>{ $name }</b>
    { $stands ->
        [only] Directory only: residents see the officer, the station, phones and emergency numbers. I take no new reports and say so.
        [around] Directory only, as it was decided for a larger area.
       *[taken] Reports are taken where somebody can read them.
    }
    { $waiting ->
        [0] There are no open reports.
       *[other] Open reports: { $waiting }. This does not stop them.
    }
