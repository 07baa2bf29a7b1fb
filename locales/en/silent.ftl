# Communities where people are safer when the bot knows and shows less. Not a word that could give a reader away.

quiet-place =
    { $level ->
        [officers] For this community I do not show officers’ names, phones or station addresses. That is safer for everyone.
        [locations] For this community I do not show officers’ names, phones or station addresses. I take no locations here and keep none, and of your place I remember only the community. That is safer for you.
       *[relay] For this community I pass nothing on and do not remember where you are. That is safer for you.
    }
quiet-writing =
    { $can ->
        [yes] You can write. A police officer gets the report, and the answer comes here.
       *[no] Right now nobody can get a report.
    }
quiet-dropped =
    { $level ->
        [locations] I have not kept the location you sent.
       *[relay] What you have just written I have not kept and not passed on.
    }
quiet-contacts =
    If it is safe for you to call:
    <b>102</b> — police
    <b>112</b> — all emergency services
    <b>1545</b> — government hotline
    <b>0 800 50 17 20</b> — Commissioner for Human Rights
quiet-erase = To erase everything I keep about you: /forget. The chat itself can be deleted in Telegram.
quiet-officer = a police officer
quiet-sender = Answer · № { $number }
refused-relay-stopped =
    For this community I pass nothing on at the moment, so that nobody comes to harm. I have not kept this message.

    If it is safe for you to call: <b>102</b>, <b>112</b>, the government hotline <b>1545</b>.

    Another place — /place. Erase everything — /forget.
refused-answer-stopped = This community is under silence now: an answer in the chat could harm the person, so I have not passed it on.
refused-no-locations-here = For this community I take no locations and pass none on, that is safer. I have not kept this one. Describe the place in words, only if that is safe.
