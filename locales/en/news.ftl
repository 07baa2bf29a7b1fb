news-opening =
    { $near ->
        [yes] A police station has opened in your community.
       *[no] A police station has opened.
    } It may be closed during an air alert.
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
button-news-on-opening = Send me station news
button-news-off-opening = Stop station news
button-news-on-announcement = Send me other announcements
button-news-off-announcement = Stop other announcements
button-station-card = About the station
button-station-location = Show on the map
command-news = News of your community
command-stop = Stop the news
