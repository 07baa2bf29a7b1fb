# What admins say about station openings and announcements.

command-announce = Tell residents: a new station, an announcement
command-broadcasts = Broadcasts: what is going on, what has gone out
command-hold = Stop broadcasts in an oblast (air alert, power cut)

announcement-kind-opening = Station opening
announcement-kind-announcement = Announcement
announcement-status-draft = draft
announcement-status-waiting = waits for approval
announcement-status-scheduled = approved, waits for its time
announcement-status-running = under way
announcement-status-paused = paused
announcement-status-done = finished
announcement-status-cancelled = cancelled
announcement-status-rejected = not approved
announcement-title = <b>{ $kind } No. { $number }</b> — { $status }
announcement-language-uk = in Ukrainian
announcement-language-en = in English
announcement-country = the whole country

announcement-kinds =
    What would you like to tell residents?

    Each of them gets one announcement, only about their own place. You can see and check everything before it goes out.
announcement-kinds-drafts =
    { $n ->
        [one] You have an unfinished draft.
       *[other] You have unfinished drafts.
    }

announcement-outline-stations =
    { $n ->
        [0] Stations: none chosen yet
        [one] { $n } station: { $names }
       *[other] { $n } stations: { $names }
    }
announcement-and-more =
    { $n ->
        [one] { $names } and { $n } more
       *[other] { $names } and { $n } more
    }
announcement-outline-words =
    { $own ->
        [ready] Text: the ready one
        [none] Text: none yet
       *[other] Text: yours, { $own }
    }
announcement-outline-media =
    { $n ->
        [0] Photos and videos: none
        [one] { $n } photo or video
       *[other] { $n } photos or videos
    }
announcement-outline-button =
    { $button ->
        [card] Button: the station’s address and hours
        [location] Button: the station on the map
       *[none] Button: none
    }
announcement-outline-areas =
    { $by ->
        [stations] To: residents of these stations’ beats
        [none] To: nobody chosen yet
       *[areas] To: { $areas }
    }
announcement-outline-languages =
    { $all ->
        [yes] Languages: all
       *[no] Languages: only { $languages }
    }
announcement-outline-time =
    { $at ->
        [now] When: as soon as it is approved
       *[other] When: { $at }
    }
announcement-audience =
    { $total ->
        [0] <b>Nobody would get this now.</b>
        [one] <b>{ $total } resident will get it</b>: { $languages }.
       *[other] <b>{ $total } residents will get it</b>: { $languages }.
    }
announcement-audience-counting = Counting how many people will get it…
announcement-audience-language = { $language } — { $n }
announcement-audience-held =
    { $n ->
        [one] { $n } of them will wait, as broadcasts are stopped: { $oblast } ({ $reason }).
       *[other] { $n } of them will wait, as broadcasts are stopped: { $oblast } ({ $reason }).
    }
announcement-audience-silent =
    { $n ->
        [one] { $n } more lives in a silent community: broadcasts do not go there.
       *[other] { $n } more live in silent communities: broadcasts do not go there.
    }
announcement-audience-unreachable =
    { $n ->
        [one] { $n } more has blocked the bot and gets nothing.
       *[other] { $n } more have blocked the bot and get nothing.
    }
announcement-audience-unwilling =
    { $n ->
        [one] { $n } more has not agreed to such news.
       *[other] { $n } more have not agreed to such news.
    }
announcement-audience-note = Openings go to those who agreed to them, other announcements only to those who switched them on in /news.

announcement-panel-missing-stations = Next, choose the stations.
announcement-panel-missing-words = Next, write the text.
announcement-panel-missing-audience = Next, choose who gets it.
announcement-panel-complete = All is ready. Look at it as residents will see it, and send it to yourself as a trial.
announcement-untranslated =
    { $n ->
        [one] There is no text { $language }: { $n } resident will see the Ukrainian one.
       *[other] There is no text { $language }: { $n } residents will see the Ukrainian one.
    }
announcement-unknown-codes = I know no such stations of yours, they were left out: { $codes }

announcement-stations =
    { $chosen ->
        [0] Which stations have opened? Tap each of them.
        [one] { $chosen } station chosen.
       *[other] { $chosen } stations chosen.
    }

    You can also send a file (Excel or CSV) with the codes of stations. Or a date such as 01.11.2026: I choose all that have appeared in the directory since.
announcement-stations-none = There are no stations in your territory yet. Add them to the directory.
announcement-ask-words =
    { $ready ->
        [yes] There is a ready text for openings: the station’s name, address, hours and phone. Keep it or write your own.
       *[no] Write the text of the announcement { $language }.
    }

    Put words in braces where needed, and each resident will see their own:
    • { "{station}" } — the station’s name
    • { "{address}" }, { "{hours}" }, { "{phone}" } — its address, opening hours and phone
    • { "{settlement}" } — the resident’s city, town or village
    • { "{hromada}" } — their community
    • { "{officer}" } — their community officer

    For example: “{ "{settlement}" }: { "{station}" } is open, { "{address}" }”. Bold letters and links stay. You can also send a photo with a caption at once.
announcement-ask-words-own = There is a text { $language } already. A new one replaces it.
announcement-ask-words-none = Now we write { $language }. Without it these residents get the ready text or the Ukrainian one.
announcement-words-where = I have not put this anywhere. To change the text of draft No. { $number }, tap “{ button-announcement-words }” and send it again. To write to an officer as a resident, begin with /start.
announcement-ask-media =
    { $count ->
        [0] Send photos, videos or an album: up to 10 in all.
       *[other] { $count } added. Send more or tap “{ button-announcement-done }”.
    }
announcement-ask-button =
    A button to the station can stand under the announcement. A resident taps it and sees the address and hours, or the place on the map.

    With several stations each has a button of its own.
announcement-ask-audience =
    Who should get it? Write a name: a community, raion, oblast, city, town or village. Several are possible, one at a time.

    Tap a name below to take it out.
announcement-area-choices = Which one do you mean?
announcement-area-unknown = I know no such area, or it is outside your territory: “{ $name }”. Try another way, such as “Malynska community”.
announcement-preview =
    { $asks ->
        [yes] This is what residents will see ({ $place }, { $language }). Name another place, and I will show what they see there.
       *[no] This is what residents will see ({ $place }, { $language }).
    }
announcement-preview-anywhere = anywhere
announcement-ask-time =
    When should it go out?

    { $approval ->
        [yes] First another admin approves it. “At once” means: as soon as they do.
       *[no] “At once” means: right now.
    }
announcement-quiet-now = These are quiet hours: nobody is written to until { $until }. The broadcast will begin after them.
announcement-quiet-rule = Quiet hours: { $hours }, Kyiv time. A broadcast waits then, and goes on afterwards.
announcement-ask-hour = { $day }: at what time should it begin?
announcement-dropped = Draft No. { $number } is cancelled. Nothing was sent.

announcement-submitted-waits = Broadcast No. { $number } waits for approval: { $names }. I will tell you as soon as somebody decides.
announcement-submitted-nobody = Broadcast No. { $number } waits for approval, but nobody can give it: there is no other admin with such a territory. Invite one, and they will find it in /broadcasts.
announcement-paid = <b>Paid sending is on.</b> For whatever goes out faster than the free 30 messages a second, Telegram takes Stars from the bot’s balance.
announcement-submitted-decided =
    { $status ->
        [draft] Broadcast No. { $number } is a draft again, to be improved.
       *[other] Broadcast No. { $number } no longer waits for approval. What was decided is below.
    }
announcement-submitted-goes = Broadcast No. { $number } is accepted.
announcement-starts-at = It begins: { $at }.
announcement-approval =
    { $author } asks for approval. Read what residents will see: it is above.{ $mine ->
        [yes] { "" }
       *[no] { " " }{ refused-beholden }
    }
announcement-approval-decided =
    { $status ->
        [rejected] Not approved: { $by }.
        [cancelled] The author cancelled it.
        [draft] The author took it back to improve it.
       *[other] Approved: { $by }.
    }
announcement-ask-reason = Why not? Write one message, and the author will get it.
announcement-decided =
    { $approved ->
        [yes] Broadcast No. { $number } is approved: { $by }.
       *[no] Broadcast No. { $number } is not approved: { $by }.
    }
announcement-decided-reason = Reason: { $reason }
announcement-decided-back = It is yours again: improve it and send it once more.

announcement-progress-sent = Sent: { $sent } of { $total }
announcement-progress-filling = Listing the recipients: { $total } so far
announcement-progress-waiting = Waiting: { $n }
announcement-progress-held = Waiting, as broadcasts are stopped: { $n }. { $oblasts }
announcement-progress-blocked = Blocked the bot: { $n }
announcement-progress-failed = Failed: { $n }
announcement-progress-skipped = Said no or erased their data: { $n }
announcement-progress-repeated = May have come twice: { $n }
announcement-progress-rate = Rate: { NUMBER($rate, maximumFractionDigits: 1) } a second
announcement-progress-left = Left: { $left }
announcement-left-seconds = less than a minute
announcement-left-minutes = { $n } min
announcement-left-hours = { $hours } h { $minutes } min
announcement-progress-quiet = Quiet hours ({ $hours }). I will go on after them.
announcement-report-title = <b>{ $kind } No. { $number }</b>: { $status ->
        [cancelled] cancelled
       *[done] finished
    }
announcement-report-sent =
    { $sent ->
        [0] Nobody got it.
        [one] { $sent } resident got it.
       *[other] { $sent } residents got it.
    }
announcement-report-time = It took: { $time }
announcement-report-unsent = Not sent: { $n }

announcement-list = <b>Broadcasts</b>
announcement-list-none = There are no broadcasts yet. Begin with /announce.
announcement-list-line = No. { $number } · { $kind } · { $status } · { $author } · { $at }
announcement-list-sent = { " " }· { $sent } of { $total }
announcement-table = Results of broadcast No. { $number }
job-announcement-stations = Reading the file with stations
job-announcement-results = Table of results

holds =
    { $n ->
        [0] Broadcasts go everywhere now.
       *[other] <b>Broadcasts are stopped here</b>
    }

    An air alert or a power cut? Stop broadcasts in the oblast: they wait there, the rest goes on.
holds-line = • { $oblast } — { $reason }
hold-where = In which oblast?
hold-why = { $oblast }: why?
hold-why-words = { $oblast }: write the reason in a few words.
hold-reason-alert = air alert
hold-reason-power = power cut

button-announcement-opening = Station opening
button-announcement-announcement = Another announcement
button-announcement-draft = Draft No. { $number }
button-announcement-stations = Stations
button-announcement-words = Text
button-announcement-media = Photos, videos
button-announcement-button = Button
button-announcement-audience = To whom
button-announcement-preview = As residents see it
button-announcement-trial = Send to myself
button-announcement-when = Next: when to send
button-announcement-drop = Cancel
button-announcement-done = Done
button-announcement-back = Back
button-announcement-week = New this week
button-announcement-month = New this month
button-announcement-all = All ({ $n })
button-announcement-none = None
button-announcement-ready = Keep the ready one
button-announcement-in = Text { $language }
button-announcement-no-media = Take all out
button-announcement-card = Address and hours
button-announcement-location = On the map
button-announcement-no-button = No button
button-announcement-beats = These stations’ beats
button-announcement-country = The whole country
button-announcement-now = At once
button-announcement-approve = Approve
button-announcement-reject = Do not approve
button-announcement-no-reason = Without a reason
button-announcement-withdraw = Take it back
button-announcement-pause = Pause
button-announcement-resume = Go on
button-announcement-cancel = Stop for good
button-announcement-retry = Retry the failed
button-announcement-table = Table (Excel)
button-announcement-show = No. { $number }
button-announcement-open = Open
button-hold-add = Stop in an oblast
button-hold-release = Resume: { $oblast }
button-hold-alert = Air alert
button-hold-power = Power cut
button-hold-words = Another reason
weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun
refused-not-your-announcement = Another admin is writing this broadcast.
refused-unreadable-codes = I cannot read this file. It must be an Excel workbook (.xlsx) or a CSV with a column of station codes.
announcement-voided =
    A station of broadcast No. { $number } has changed since it was approved, so the approval no longer holds. Nothing was sent.

    The other admins see the broadcast again, with the new data.
refused-beholden = Somebody else must approve: you look after these areas only by the author’s invitation.
button-picked = Chosen: { $name }
button-taken-out = Remove: { $name }
announcement-results-columns = Oblast|Community|Place|In all|Got it|Blocked the bot|Failed|Said no|Waiting
announcement-results-few = fewer than 5 recipients
announcement-results-total = Sum
announcement-results-sheet = Broadcast { $number }
refused-announcement-elsewhere = This cannot be done now: { $status ->
        [draft] it is still a draft.
        [waiting] the broadcast waits for approval.
        [scheduled] the broadcast is approved already.
        [running] the broadcast is under way.
        [paused] the broadcast is paused.
        [done] the broadcast is finished.
        [cancelled] the broadcast was cancelled.
       *[other] the broadcast was not approved.
    }
refused-announcement-changed = The author has changed this announcement since you saw it, so this yes does not count. The new one is further down in the chat, or in /broadcasts.
refused-own-announcement = You cannot approve your own announcement. Ask another admin.
refused-unknown-placeholder = There is a word in braces that I do not know. These are possible: { "{station}" }, { "{address}" }, { "{hours}" }, { "{phone}" }, { "{settlement}" }, { "{hromada}" }, { "{officer}" }.
refused-text-too-long = The text is too long: { $most } characters at most.
refused-too-many-pictures = Too many pictures: { $most } at most.
refused-nothing-to-announce = There is nothing to send yet: write a text or choose stations.
refused-nobody-to-tell = Nobody is chosen yet: name a territory and a language.
refused-wrong-time = This time does not fit: choose one between now and a week ahead.
refused-nothing-to-retry = There is nobody to try again: none failed.
refused-no-reason = Write the reason: why broadcasts are stopped in this oblast.
