alert-update-set-aside = <b>Attention.</b> An incoming message (row { $number }) could not be handled and was set aside: { $error }. Its contents are kept.
alert-update-deadly = <b>Attention.</b> An incoming message (row { $number }) stopped the bot again and again and was set aside. Its contents are kept.
alert-address-deadly = <b>Attention.</b> Looking for an address (request { $number }) stopped the bot again and again. It was given up; the person heard that it was not found.
alert-job-given-up = <b>Attention.</b> The job “{ $job }” could not be done and was given up: { $error }.
alert-database-trouble = <b>Attention.</b> The database refuses to work: { $error }. What people write is kept and waits. See whether the disk is full and whether the database can be reached.
alert-notice-refused = <b>Attention.</b> Telegram did not take a “{ $notice }” message, not even a plain one: { $error }. It was not delivered.
alert-silent-list-missing = <b>Attention.</b> No list of occupied and front-line territories was imported yet. Only Crimea and Sevastopol are silent: in other dangerous communities I show residents officers and stations and take locations. Import the list: <code>python -m bot import silent FILE</code>, or add areas here: /silent
alert-silent-list-old = <b>Attention.</b> The list of silent territories is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } old. The front may have moved. Import a new list: <code>python -m bot import silent FILE</code>, or check it here: /silent
