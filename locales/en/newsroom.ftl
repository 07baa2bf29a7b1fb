# What admins say about station openings and announcements.

command-announce = Tell residents: a new station, an announcement
command-broadcasts = Broadcasts: what is going on, what has gone out
command-hold = Stop broadcasts in an oblast (air alert, power cut)

news-kind-opening = Station opening
news-kind-announcement = Announcement
news-status-draft = draft
news-status-waiting = waits for approval
news-status-scheduled = approved, waits for its time
news-status-running = under way
news-status-paused = paused
news-status-done = finished
news-status-cancelled = cancelled
news-status-rejected = not approved
news-title = <b>{ $kind } No. { $number }</b> — { $status }
news-language-uk = in Ukrainian
news-language-en = in English
news-country = the whole country

news-kinds =
    What would you like to tell residents?

    Each of them gets one announcement, only about their own place. You can see and check everything before it goes out.
news-kinds-drafts =
    { $n ->
        [one] You have an unfinished draft.
       *[other] You have unfinished drafts.
    }

news-outline-stations =
    { $n ->
        [0] Stations: none chosen yet
        [one] { $n } station: { $names }
       *[other] { $n } stations: { $names }
    }
news-and-more =
    { $n ->
        [one] { $names } and { $n } more
       *[other] { $names } and { $n } more
    }
news-outline-words =
    { $own ->
        [ready] Text: the ready one
        [none] Text: none yet
       *[other] Text: yours, { $own }
    }
news-outline-media =
    { $n ->
        [0] Photos and videos: none
        [one] { $n } photo or video
       *[other] { $n } photos or videos
    }
news-outline-button =
    { $button ->
        [card] Button: the station’s address and hours
        [location] Button: the station on the map
       *[none] Button: none
    }
news-outline-areas =
    { $by ->
        [stations] To: residents of these stations’ beats
        [none] To: nobody chosen yet
       *[areas] To: { $areas }
    }
news-outline-languages =
    { $all ->
        [yes] Languages: all
       *[no] Languages: only { $languages }
    }
news-outline-time =
    { $at ->
        [now] When: as soon as it is approved
       *[other] When: { $at }
    }
news-audience =
    { $total ->
        [0] <b>Nobody would get this now.</b>
        [one] <b>{ $total } resident will get it</b>: { $languages }.
       *[other] <b>{ $total } residents will get it</b>: { $languages }.
    }
news-audience-counting = Counting how many people will get it…
news-audience-language = { $language } — { $n }
news-audience-held =
    { $n ->
        [one] { $n } of them will wait, as broadcasts are stopped: { $oblast } ({ $reason }).
       *[other] { $n } of them will wait, as broadcasts are stopped: { $oblast } ({ $reason }).
    }
news-audience-silent =
    { $n ->
        [one] { $n } more lives in a silent community: broadcasts do not go there.
       *[other] { $n } more live in silent communities: broadcasts do not go there.
    }
news-audience-unreachable =
    { $n ->
        [one] { $n } more has blocked the bot and gets nothing.
       *[other] { $n } more have blocked the bot and get nothing.
    }
news-audience-unwilling =
    { $n ->
        [one] { $n } more has not agreed to such news.
       *[other] { $n } more have not agreed to such news.
    }
news-audience-note = Openings go to those who agreed to them, other announcements only to those who switched them on in /news.

news-panel-missing-stations = Next, choose the stations.
news-panel-missing-words = Next, write the text.
news-panel-missing-audience = Next, choose who gets it.
news-panel-complete = All is ready. Look at it as residents will see it, and send it to yourself as a trial.
news-untranslated =
    { $n ->
        [one] There is no text { $language }: { $n } resident will see the Ukrainian one.
       *[other] There is no text { $language }: { $n } residents will see the Ukrainian one.
    }
news-unknown-codes = I know no such stations of yours, they were left out: { $codes }

news-stations =
    { $chosen ->
        [0] Which stations have opened? Tap each of them.
        [one] { $chosen } station chosen.
       *[other] { $chosen } stations chosen.
    }

    You can also send a file (Excel or CSV) with the codes of stations. Or a date such as 01.11.2026: I choose all that have appeared in the directory since.
news-stations-none = There are no stations in your territory yet. Add them to the directory.
news-ask-words =
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
news-ask-words-own = There is a text { $language } already. A new one replaces it.
news-ask-words-none = Now we write { $language }. Without it these residents get the ready text or the Ukrainian one.
news-words-where = I have not put this anywhere. To change the text of draft No. { $number }, tap “{ button-news-words }” and send it again. To write to an officer as a resident, begin with /start.
news-ask-media =
    { $count ->
        [0] Send photos, videos or an album: up to 10 in all.
       *[other] { $count } added. Send more or tap “{ button-news-done }”.
    }
news-ask-button =
    A button to the station can stand under the announcement. A resident taps it and sees the address and hours, or the place on the map.

    With several stations each has a button of its own.
news-ask-audience =
    Who should get it? Write a name: a community, raion, oblast, city, town or village. Several are possible, one at a time.

    Tap a name below to take it out.
news-area-choices = Which one do you mean?
news-area-unknown = I know no such area, or it is outside your territory: “{ $name }”. Try another way, such as “Malynska community”.
news-preview =
    { $asks ->
        [yes] This is what residents will see ({ $place }, { $language }). Name another place, and I will show what they see there.
       *[no] This is what residents will see ({ $place }, { $language }).
    }
news-preview-anywhere = anywhere
news-ask-time =
    When should it go out?

    { $approval ->
        [yes] First another admin approves it. “At once” means: as soon as they do.
       *[no] “At once” means: right now.
    }
news-quiet-now = These are quiet hours: nobody is written to until { $until }. The broadcast will begin after them.
news-quiet-rule = Quiet hours: { $hours }, Kyiv time. A broadcast waits then, and goes on afterwards.
news-ask-hour = { $day }: at what time should it begin?
news-dropped = Draft No. { $number } is cancelled. Nothing was sent.

news-submitted-waits = Broadcast No. { $number } waits for approval: { $names }. I will tell you as soon as somebody decides.
news-submitted-nobody = Broadcast No. { $number } waits for approval, but nobody can give it: there is no other admin with such a territory. Invite one, and they will find it in /broadcasts.
news-paid = <b>Paid sending is on.</b> For whatever goes out faster than the free 30 messages a second, Telegram takes Stars from the bot’s balance.
news-submitted-decided =
    { $status ->
        [draft] Broadcast No. { $number } is a draft again, to be improved.
       *[other] Broadcast No. { $number } no longer waits for approval. What was decided is below.
    }
news-submitted-goes = Broadcast No. { $number } is accepted.
news-starts-at = It begins: { $at }.
news-approval =
    { $author } asks for approval. Read what residents will see: it is above.{ $mine ->
        [yes] { "" }
       *[no] { " " }{ refused-beholden }
    }
news-approval-decided =
    { $status ->
        [rejected] Not approved: { $by }.
        [cancelled] The author cancelled it.
        [draft] The author took it back to improve it.
       *[other] Approved: { $by }.
    }
news-ask-reason = Why not? Write one message, and the author will get it.
news-decided =
    { $approved ->
        [yes] Broadcast No. { $number } is approved: { $by }.
       *[no] Broadcast No. { $number } is not approved: { $by }.
    }
news-decided-reason = Reason: { $reason }
news-decided-back = It is yours again: improve it and send it once more.

news-progress-sent = Sent: { $sent } of { $total }
news-progress-filling = Listing the recipients: { $total } so far
news-progress-waiting = Waiting: { $n }
news-progress-held = Waiting, as broadcasts are stopped: { $n }. { $oblasts }
news-progress-blocked = Blocked the bot: { $n }
news-progress-failed = Failed: { $n }
news-progress-skipped = Said no or erased their data: { $n }
news-progress-repeated = May have come twice: { $n }
news-progress-rate = Rate: { NUMBER($rate, maximumFractionDigits: 1) } a second
news-progress-left = Left: { $left }
news-left-seconds = less than a minute
news-left-minutes = { $n } min
news-left-hours = { $hours } h { $minutes } min
news-progress-quiet = Quiet hours ({ $hours }). I will go on after them.
news-report-title = <b>{ $kind } No. { $number }</b>: { $status ->
        [cancelled] cancelled
       *[done] finished
    }
news-report-sent =
    { $sent ->
        [0] Nobody got it.
        [one] { $sent } resident got it.
       *[other] { $sent } residents got it.
    }
news-report-time = It took: { $time }
news-report-unsent = Not sent: { $n }

news-list = <b>Broadcasts</b>
news-list-none = There are no broadcasts yet. Begin with /announce.
news-list-line = No. { $number } · { $kind } · { $status } · { $author } · { $at }
news-list-sent = { " " }· { $sent } of { $total }
news-table = Results of broadcast No. { $number }
job-news-stations = Reading the file with stations
job-news-results = Table of results

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

button-news-opening = Station opening
button-news-announcement = Another announcement
button-news-draft = Draft No. { $number }
button-news-stations = Stations
button-news-words = Text
button-news-media = Photos, videos
button-news-button = Button
button-news-audience = To whom
button-news-preview = As residents see it
button-news-trial = Send to myself
button-news-when = Next: when to send
button-news-drop = Cancel
button-news-done = Done
button-news-back = Back
button-news-week = New this week
button-news-month = New this month
button-news-all = All ({ $n })
button-news-none = None
button-news-ready = Keep the ready one
button-news-in = Text { $language }
button-news-no-media = Take all out
button-news-card = Address and hours
button-news-location = On the map
button-news-no-button = No button
button-news-beats = These stations’ beats
button-news-country = The whole country
button-news-now = At once
button-news-approve = Approve
button-news-reject = Do not approve
button-news-no-reason = Without a reason
button-news-withdraw = Take it back
button-news-pause = Pause
button-news-resume = Go on
button-news-cancel = Stop for good
button-news-retry = Retry the failed
button-news-table = Table (Excel)
button-news-show = No. { $number }
button-news-open = Open
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
refused-not-your-broadcast = Another admin is writing this broadcast.
refused-unreadable-codes = I cannot read this file. It must be an Excel workbook (.xlsx) or a CSV with a column of station codes.
news-voided =
    A station of broadcast No. { $number } has changed since it was approved, so the approval no longer holds. Nothing was sent.

    The other admins see the broadcast again, with the new data.
refused-beholden = Somebody else must approve: you look after these areas only by the author’s invitation.
button-picked = Chosen: { $name }
button-taken-out = Remove: { $name }
news-results-columns = Oblast|Community|Place|In all|Got it|Blocked the bot|Failed|Said no|Waiting
news-results-few = fewer than 5 recipients
news-results-total = Sum
news-results-sheet = Broadcast { $number }
