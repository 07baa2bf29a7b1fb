ask-language = Which language suits you?
language-set = All right, English from now on.
language-uk = Українська
language-en = English

category-noise = Noise, neighbours
category-order = Street disorder
category-road = Road, parking
category-theft = Theft, fraud
category-threat = Threats, violence
category-drugs = Drugs
category-question = A question
category-other = Something else

status-draft = draft
status-new = sent, not accepted yet
status-accepted = accepted
status-resolved = resolved

role-community = community police officer
role-district = district police officer
role-duty = duty officer
role-short-community = Community officer
role-short-district = District officer
role-short-duty = Duty officer

entries-text =
    { $n ->
        [one] { $n } text
       *[other] { $n } texts
    }
part-unread = I could not read all of your last message: I took the words, not the rest. Please send what is missing by itself: a photo as a photo, a place as a place.
live-point = A live location does not move here: I take only the point where you are now. If you go elsewhere, send a new one.
reaction-unseen = I do not pass on reactions: nobody on the other side sees them. If it is an answer, please write it in words.
entries-photo =
    { $n ->
        [one] { $n } photo
       *[other] { $n } photos
    }
entries-live_photo =
    { $n ->
        [one] { $n } live photo
       *[other] { $n } live photos
    }
entries-video =
    { $n ->
        [one] { $n } video
       *[other] { $n } videos
    }
entries-voice =
    { $n ->
        [one] { $n } voice message
       *[other] { $n } voice messages
    }
entries-video_note =
    { $n ->
        [one] { $n } video message
       *[other] { $n } video messages
    }
entries-audio =
    { $n ->
        [one] { $n } audio
       *[other] { $n } audios
    }
entries-animation =
    { $n ->
        [one] { $n } animation
       *[other] { $n } animations
    }
entries-document =
    { $n ->
        [one] { $n } document
       *[other] { $n } documents
    }
entries-location =
    { $n ->
        [one] { $n } location
       *[other] { $n } locations
    }

place-title-K = city of { $name }
place-title-M = city of { $name }
place-title-X = town of { $name }
place-title-C = village of { $name }
place-title-B = { $name } district
place-title-H = { $name } community
place-title-P = { $name } raion
place-title-O = { $name } oblast
place-short-K = { $name } city
place-short-M = { $name } city
place-short-X = { $name } town
place-short-C = { $name } village
place-short-B = { $name } district
place-short-H = { $name } community
place-short-P = { $name } raion
place-short-O = { $name } oblast
around-city = { $name } city
around-hromada = { $name } community
around-raion = { $name } raion
around-oblast = { $name } oblast
around-short-city = { $name } city
around-short-hromada = { $name } community
around-short-raion = { $name } raion
around-short-oblast = { $name } oblast

refused-stale-button = This button no longer works. Please begin with /start or /help.
refused-report-gone =
    This report is no longer here. { $copied ->
        [no] { "" }
       *[other] The database was restored as of { $copied }; what was written later is lost.
    }
refused-report-erased = This report is no longer here: the resident erased their data.
refused-own-erased = This report is no longer here: you erased your data.
refused-not-an-officer = This account is not an officer’s. Nothing was passed on or changed.
refused-already-sent = Already sent: it is report No. { $number }.
refused-invite-unknown = I do not know this invitation. Please ask for a new link.
refused-invite-used = This invitation has been used already. Please ask for a new link.
refused-invite-expired = This invitation has expired. Please ask for a new link.
refused-invite-foreign = This account already belongs to another officer. Open the link on your own phone.
refused-not-your-report = Report No. { $number } is not here: it was not given to you, or the resident erased it, or it was kept long enough.
refused-move-not-allowed = This cannot be done now: { $status ->
        [draft] the report has not been sent yet.
        [new] accept the report first.
        [accepted] the report is accepted already.
       *[resolved] the report is resolved already.
    }
refused-report-taken = Report No. { $number } is already with { $officer }.
refused-cannot-carry =
    I cannot pass on { $what ->
        [sticker] stickers
        [poll] polls
        [dice] dice
        [game] games
        [checklist] checklists
        [story] stories
        [paid_media] paid photos and videos
        [invoice] invoices
        [giveaway] giveaways
       *[other] this
    }. Please send text, a photo, a video, a voice message, a document or a location.
refused-nothing-seen = There is not one visible character in what you sent. Please write in words.
refused-cannot-carry-contact =
    I do not pass on contacts, so that nobody’s number is given away by chance. If the officer really needs it, type it as text.
slow-down = You are writing faster than I can pass it on. All of it is kept and goes on bit by bit. Please wait until { $until } and then go on.
slow-down-danger = If there is danger, call <b>102</b> or <b>112</b>.
slow-down-hushed = If there is danger, do not wait for an answer here.
not-taken =
    Something broke on my side, and I did not take in the last thing you did. Please try again.
refused-too-much = A report holds at most { $most } parts. Please send it and begin a new one.
refused-too-much-sent = Report No. { $number } takes no more: it has { $most } parts already. I did not pass this on. Start a new one with /report and send this again.
refused-nothing-to-send = There is nothing here yet. Write what happened or add a photo.
refused-not-kept = I no longer have this, so there is nothing to correct. If it matters, please send the corrected one again.
refused-no-corrections = This has been passed on already and cannot be changed there. Please send the correction separately.
