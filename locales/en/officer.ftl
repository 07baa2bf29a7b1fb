officer-joined =
    { $already ->
        [yes] You are in the bot already: { $name }. All is well.
       *[no] Welcome! You are in the bot now: { $name }. Residents’ reports will come here.
    }

    To answer a resident, press their entry or the card and choose “Reply”. They do not see your account, you do not see theirs.

    /queue — what is waiting for you
report-card =
    { $status ->
        [new] New report No. { $number }
        [accepted] Report No. { $number } — { $mine ->
            [yes] accepted by you
           *[no] accepted by { $owner }
        }
       *[resolved] Report No. { $number } — resolved
    }
    About: <b>{ $category }</b>
    Place: { $title }{ $around }{ $point }
    Entries: { $entries }
    Sent: { $since }
report-card-colleague = a colleague
report-card-point = { " " }(point: { $lat }, { $lon })
report-card-danger =
    <b>The text has signs of danger: { $kinds }.</b>{ $child ->
        [yes] { " " }<b>A child seems to be writing.</b>
       *[no] { "" }
    }
report-card-declared = <b>The resident said that there was danger,</b> and then that it could wait.
report-card-shown =
    { $hushed ->
        [yes] The resident was shown official lines. 102 and 112 were not shown: where they live or write from, the occupier may answer.
       *[no] The resident was shown the numbers { $numbers }.
    }
danger-danger = a threat to somebody
danger-violence_home = violence at home
danger-suicide = thoughts of suicide
danger-fire = fire or gas
danger-medical = medical help needed
danger-ordnance = an explosive object
danger-missing = a missing person
report-card-first = This is the first report from this account. Before you go there, check everything with the duty unit.
report-card-offence = Signs of a criminal offence? Pass it to the duty unit at once for registration (art. 214 of the Criminal Procedure Code, MIA order 100).
answer-here = Report No. { $number }. Write the answer here, and I pass it on to the resident.
answer-how =
    I do not know whom this is for.

    Press a resident’s entry or the card of a report and choose “Reply”. The list: /queue.
queue =
    { $count ->
        [0] Nothing is waiting for you now.
        [one] <b>{ $count } report is waiting for you</b>
       *[other] <b>{ $count } reports are waiting for you</b>
    }
queue-line = No. { $number } · { $category } · { $place } · { $since } · { $status ->
        [new] new
       *[accepted] yours
    }
not-delivered =
    The answer to report No. { $number } could not be delivered. { $gone ->
        [yes] The resident blocked the bot or deleted the account.
       *[no] Please send it again, or in another way: as text, as a file.
    }
relayed-resident = Resident · No. { $number }
relayed-forwarded =
    Forwarded { $origin ->
        [channel] from the channel “{ $title }”
        [chat] from the chat “{ $title }”
        [hidden] from a hidden account
        [bot] from a bot
       *[person] from another person
    }
relayed-quoted = In reply to the words: “{ $words }”
relayed-quoted-elsewhere =
    In reply to words { $origin ->
        [channel] from the channel “{ $title }”
        [chat] from the chat “{ $title }”
        [hidden] from a hidden account
        [bot] of a bot in another chat
       *[person] of a person in another chat
    }: “{ $words }”
relayed-answers-elsewhere =
    In reply to a message { $origin ->
        [channel] from the channel “{ $title }”
        [chat] from the chat “{ $title }”
        [hidden] from a hidden account
        [bot] of a bot in another chat
       *[person] of a person in another chat
    }
relayed-sender = { $role } · No. { $number }
help-both = You are a resident too: /place to find the officer, /report to write to them, /my for your reports, /forget to erase everything about you.
help-officer =
    Residents’ reports come here as a card with the entries below it.

    • “{ button-accept }”: you take the report, colleagues see it.
    • To answer, press an entry or the card and choose “Reply”. Text, photo, voice and location all work.
    • “{ button-resolve }”: the matter is settled, the resident is told.

    /queue — what is waiting for you
    /halfyear — the half-yearly report to the community
    /digest — the morning summary
    /emergency — emergency numbers
    /language — language
officer-pending =
    Welcome! The invitation is accepted: { $name }.

    One step is left. An admin will call the number in the directory and confirm that it is you. Until then no residents’ reports come here, and what you write here goes to nobody.
account-cut-off =
    This account is cut off: { $name }. Residents’ reports do not come here, and what is written here does not reach them.

    If this is a mistake, tell an admin.
not-officers =
    This account is no longer an officer’s. What you wrote was neither passed on nor kept.

    If this is a mistake, tell an admin. To write as a resident, tap /start and agree to the terms. In danger now — <b>102</b> or <b>112</b>.
card-erased = Report No. { $number }: the resident erased their data. It can no longer be answered.
officer-elsewhere =
    This account is cut off: { $name } now uses the bot from another account. Residents’ reports no longer come here.

    Was it not you? Tell an admin at once.
