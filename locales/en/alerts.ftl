alert-update-set-aside = <b>Attention.</b> An incoming message (row { $number }) could not be handled and was set aside: { $error }. Its contents are kept.
alert-notice-refused = <b>Attention.</b> Telegram did not take a “{ $notice }” message, not even a plain one: { $error }. It was not delivered.
alert-silent-list-missing = <b>Attention.</b> No list of occupied and front-line territories was imported yet. Only Crimea and Sevastopol are silent: in other dangerous hromadas I show residents officers and stations and take locations. Import the list: <code>python -m bot import silent FILE</code>, or add areas here: /silent
alert-silent-list-old = <b>Attention.</b> The list of silent territories is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } old. The front may have moved. Import a new list: <code>python -m bot import silent FILE</code>, or check it here: /silent
