alert-update-set-aside = <b>Attention.</b> An incoming message (row { $number }) could not be handled and was set aside: { $error }. Its contents are kept.
alert-notice-refused = <b>Attention.</b> Telegram did not take a “{ $notice }” message, not even a plain one: { $error }. It was not delivered.
