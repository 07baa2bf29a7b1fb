poster-emergency = Danger right now? Call:
poster-102 = police
poster-112 = all emergency services
poster-title-community =
    { $count ->
        [one] Community police officer
       *[other] Community police officers
    }
poster-title-district =
    { $count ->
        [one] District police officer
       *[other] District police officers
    }
poster-title-duty = Your police station
poster-hromadas =
    { $count ->
        [one] { $count } community
       *[other] { $count } communities
    }
poster-officers =
    { $count ->
        [0] The bot tells who answers for your town or village.
        [one] { $count } officer works here. The bot finds yours by your town or village.
       *[other] { $count } officers work here. The bot finds yours by your town or village.
    }
poster-write = Write to the officer on Telegram
poster-how-scan = Point your phone’s camera at the code and open the link.
poster-how-what = Noise, parking, street disorder, questions. You can add photos, videos, voice messages.
poster-how-anonymous = The officer does not see your name or number. The answer comes to the same chat.
poster-not-for = The bot does not call the police. A crime or a threat: only 102 or 112.
poster-issued = As of { $day }. The bot shows who works here now.

deep-link-card =
    { $around ->
        [none] <b>{ $name }</b>
       *[other] <b>{ $name }</b>
    { $around }
    }
deep-link-card-many =
    { $count ->
        [one] { $count } officer works here. Choose your town or village, and I show yours.
       *[other] { $count } officers work here. Choose your town or village, and I show yours.
    }
deep-link-outdated = This poster is out of date: what it points to is no longer in my directory. Never mind, we find your officer by your place.

command-poster = A poster with a QR code for a station or community
poster-ask =
    { $total ->
        [0] There are no stations in your territory yet. Write the name of a community, and I make a poster for it.
       *[other] Which station or community is the poster for? Choose a station or write a name: of a station, an address or a community.
    }
poster-found =
    { $total ->
        [0] Nothing in your territory fits “{ $query }”. Try another way: a part of a station’s name, address or community.
       *[other] This fits “{ $query }”. Which one is the poster for?
    }
poster-option = • { $name }{ $about }
poster-picture = This is the poster: { $name }. The file to print follows.
poster-sheet = An A4 poster to print. Its code leads here: { $link }
poster-bundle =
    { $count ->
        [one] { $count } A4 poster to print.
       *[other] { $count } A4 posters to print.
    }
poster-part = Part { $part } of { $parts }.
poster-skipped =
    { $count ->
        [one] { $count } station was left out: its officers are not shown at present.
       *[other] { $count } stations were left out: their officers are not shown at present.
    }
button-poster-all = All stations in one archive
job-poster = The poster
job-posters = Posters for all stations
refused-poster-unknown = There is no such station or community, or it is outside your territory. Begin again: /poster.
refused-poster-silent = I make no poster for this community: its officers are not shown at present.

command-digest = The morning summary: on or off
command-halfyear = Half-yearly report to the community
digest = <b>Good morning! This is waiting:</b>
digest-new =
    { $n ->
        [one] • { $n } new report nobody has accepted yet
       *[other] • { $n } new reports nobody has accepted yet
    }
digest-waiting =
    { $n ->
        [one] • { $n } report of yours waits for an answer
       *[other] • { $n } reports of yours wait for an answer
    }
digest-ending = • the post on the beat “{ $beat }” ends on { $day }
digest-unattended =
    { $n ->
        [one] • { $n } report that nobody can receive
       *[other] • { $n } reports that nobody can receive
    }
digest-unreachable =
    { $n ->
        [one] • { $n } officer blocked the bot
       *[other] • { $n } officers blocked the bot
    }
digest-gaps =
    { $n ->
        [one] • { $n } place where an officer was looked for and not found
       *[other] • { $n } places where an officer was looked for and not found
    }
digest-announcements =
    { $n ->
        [one] • { $n } broadcast waits for approval
       *[other] • { $n } broadcasts wait for approval
    }
digest-how = Not every day? /digest
digest-settings =
    { $on ->
        [yes] Every day at { $hour } I send a short list of what is waiting for you. When there is nothing, I keep quiet.
       *[no] The morning summary is off.
    }
button-queue = Show the queue
button-digest-off = Turn off
button-digest-on = Turn on
job-halfyear = The half-yearly report
halfyear-sheet =
    Report for the { $half ->
        [1] first
       *[2] second
    } half of { $year }, { $officer }. Two A4 pages: print, sign and hand them to the community’s executive.
refused-half-unclear = I cannot find such a half-year. Write, for example: /halfyear 2026-1
refused-no-beat = There is nothing to report on: no officer of this code in your territory, or one without a beat. An admin writes: /halfyear CODE
halfyear-title = The police officer’s report to the community
halfyear-for =
    for the { $half ->
        [1] first
       *[2] second
    } half of { $year } ({ $first } – { $last })
halfyear-reports = Residents’ reports through the bot
halfyear-before = the one before
halfyear-received = Received
halfyear-accepted = Accepted or resolved
halfyear-resolved = Resolved
halfyear-open = Still open
halfyear-time = How quickly, from sending
halfyear-time-median = half within
halfyear-time-most = 90% within
halfyear-time-before = half, the one before
halfyear-step-accepted = Accepted by an officer
halfyear-step-answered = First answer to the resident
halfyear-step-resolved = Resolved
halfyear-officers = Officers who serve there
halfyear-stations = Police stations
halfyear-words = In the officer’s words: what was done, what comes next
halfyear-signed = { $officer }, signature, date
halfyear-heard = Report heard: position, signature, date
halfyear-categories = What they were about
halfyear-rest = All other topics
halfyear-few = fewer than 5
halfyear-months = Reports by month
halfyear-beat = Whom the beat serves
halfyear-settlements = Settlements
halfyear-people = People (as far as known)
halfyear-hromadas = Communities: { $names }
halfyear-notes = How to read this report
halfyear-note-area = Reports are counted by the communities the officer serves in. Of erased reports only counts are kept.
halfyear-note-few = Counts below 5 are not shown by themselves, so that they point to nobody. Topics with small counts are joined.
halfyear-note-duty = Crime reports are taken by calling 102 or at a duty unit. They are not in this report.
poster-nobody = There is no such station or community, or its officers are not shown at present:
