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
            <b>0 800 50 17 20</b> — Commissioner for Human Rights
       *[other] If it is safe for you to call:
            <b>102</b> — police
            <b>112</b> — all emergency services
            <b>1545</b> — government hotline
            <b>0 800 50 17 20</b> — Commissioner for Human Rights
    }
quiet-erase = To erase everything I keep about you: /forget. The chat itself can be deleted in Telegram.
quiet-officer = a police officer
quiet-sender = Answer · № { $number }
refused-relay-stopped =
    For this community I pass nothing on at the moment, so that nobody comes to harm. I have not kept this message.

    If it is safe for you to call: the government hotline <b>1545</b>, the Commissioner for Human Rights <b>0 800 50 17 20</b>.

    Another place — /place. Erase everything — /forget.
refused-answer-stopped = This community is under silence now: an answer in the chat could harm the person, so I have not passed it on.
refused-no-locations-here = For this community I take no locations and pass none on, that is safer. I have not kept this one. Describe the place in words, only if that is safe.

places-error-not-an-area = “{ $value }” is not an oblast, raion or hromada
places-error-not-a-level = unknown level “{ $value }”; possible: 1 (hide officers), 2 (also keep no locations), 3 (pass nothing on)
silent-applied = The list of silent hromadas is updated.
silent-line = { $code } { $name }: { $level ->
        [none] not listed
       *[other] level { $level }
    }

command-silent = Silent hromadas
button-silent-add = Add an area
button-silent-list = To the list
button-silent-level-1 = 1 · Hide officers
button-silent-level-2 = 2 · Also keep no locations
button-silent-level-3 = 3 · Pass nothing on
button-silent-remove = Take off the list
silent-areas =
    { $total ->
        [0] <b>No hromada is silent.</b> Occupied and front-line territories belong here.
       *[other] <b>Silent hromadas</b>, entries: { $total }
    }
silent-item = { $name } — level { $level }
silent-ask =
    { $unknown ->
        [yes] There is no such hromada, raion or oblast in your territory. Please try again.
       *[no] Which area? Write the name of a hromada, raion or oblast, or its KATOTTG code.
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
