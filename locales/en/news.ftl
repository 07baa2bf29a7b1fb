news-opening =
    { $near ->
        [yes] A police station has opened in your community. It may be closed during an air alert.
       *[no] A police station has opened.
    }
news-openings =
    { $near ->
        [yes] Police stations have opened near you:
       *[no] Police stations have opened:
    }
news-opening-line = • <b>{ $name }</b>, { $address }
ask-news =
    Shall I write to you when a police station opens near you?

    I will not unless you say yes. Other announcements for your community: /news. You can change your mind there, too.
news-choice =
    <b>News for your community</b>

    Station openings: { $opening ->
        [yes] I send them
       *[no] I do not send them
    }
    Other announcements: { $announcement ->
        [yes] I send them
       *[no] I do not send them
    }

    This does not change your messages to and from the officer.
news-stopped =
    All right, no more news. This does not change your messages to and from the officer.

    To turn news on: /news.
button-news-welcome = Yes, please
button-news-unwelcome = No, thank you
button-news-stop-opening = Stop station news
button-news-stop-announcement = Stop other announcements
button-news-on-opening = Send me station openings
button-news-off-opening = Stop station openings
button-news-on-announcement = Send me other announcements
button-news-off-announcement = Stop other announcements
button-station-card = About the station
button-station-location = Show on the map
command-news = News of your community
command-stop = Stop the news
refused-broadcast-elsewhere = This cannot be done now: { $status ->
        [draft] it is still a draft.
        [waiting] the broadcast waits for approval.
        [scheduled] the broadcast is approved already.
        [running] the broadcast is under way.
        [paused] the broadcast is paused.
        [done] the broadcast is finished.
        [cancelled] the broadcast was cancelled.
       *[other] the broadcast was not approved.
    }
refused-broadcast-changed = The author has changed this announcement since you saw it, so this yes does not count. The new one is further down in the chat, or in /broadcasts.
refused-own-broadcast = You cannot approve your own announcement. Ask another admin.
refused-unknown-placeholder = There is a word in braces that I do not know. These are possible: { "{station}" }, { "{address}" }, { "{hours}" }, { "{phone}" }, { "{settlement}" }, { "{hromada}" }, { "{officer}" }.
refused-text-too-long = The text is too long: { $most } characters at most.
refused-too-many-pictures = Too many pictures: { $most } at most.
refused-nothing-to-announce = There is nothing to send yet: write a text or choose stations.
refused-nobody-to-tell = Nobody is chosen yet: name a territory and a language.
refused-wrong-time = This time does not fit: choose one between now and a week ahead.
refused-nothing-to-retry = There is nobody to try again: none failed.
refused-no-reason = Write the reason: why broadcasts are stopped in this oblast.
