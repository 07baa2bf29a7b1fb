alert-update-set-aside = <b>Attention.</b> An incoming message (row { $number }) could not be handled and was set aside: { $error }. Its contents are kept.
