bot-description =
    Find the police officer of your community and write to them: noise, roads, public order, questions.

    In danger now? Call 102 or 112: this bot does not send the police. Deaf or speech-impaired? Text 112: you get a link to a video call.

    The officer does not see your name or account. This bot never asks for money, codes or cards.
bot-description-operator = Run by: { $operator }
bot-description-page = Official page: { $page }
bot-about = Find your community’s police officer and write to them. In danger now? Call 102 or 112.

welcome =
    Hello! Here you can find the police officer of your community and write to them.

    <b>Is anyone in danger right now? Call 102 or 112.</b> This bot does not send the police.
welcome-kept =
    <b>I keep</b> your Telegram account number (not your phone number), your language, the place you choose and what you write.
    <b>The officer sees</b> only what you send, without your name or account. The people who run this bot could technically find out more.
    <b>I erase</b> a resolved report after { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, an unresolved one { $unresolved ->
        [365] a year
        [one] { $unresolved } day
       *[other] { $unresolved } days
    } after its last change. /forget erases everything at once. Copies the officer already has stay with them.
    <b>I write to you myself</b> when a police station opens near you. If you do not want that, choose “I agree, without news”. To change it later: /news.
welcome-operator =
    { $named ->
        [yes] This bot is run by <b>{ $operator }</b>.
       *[no] Who runs this bot is not named here.
    } It never asks for money, codes or cards. More: /privacy
welcome-question = Do you agree?
welcome-waiting =
    { $waiting ->
        [full] I did not keep this one: before you agree I can hold only a little. Send the rest afterwards. What you wrote before waits for your answer.
       *[words] What you wrote waits for your answer.
    } If you agree, I will use it. If you say no, or nothing within 24 hours, I will erase it.
without-consent =
    All right, I keep nothing.

    You can call without agreeing: <b>102</b> police, <b>112</b> all services, <b>101</b> fire, <b>103</b> ambulance.

    If you change your mind, tap /start.

privacy-operator =
    { $named ->
        [yes] This bot is run by <b>{ $operator }</b>.
       *[no] <b>Who runs this bot is not named.</b>
    }
privacy-page = Official page: { $page }
privacy-contact =
    { $told ->
        [yes] Contact: { $contact }
       *[no] How to get in touch is not said.
    }
privacy-never = This bot never asks for money, codes or cards. Whoever asks for them in its name is a fraud.
privacy-what =
    <b>What I keep, and what for.</b> To pass your report to the officer and the answer back to you: your Telegram account number (not your phone number), your language, the place you choose, your reports, whether you want news and which you got. Before you agree: only your language and what you wrote, for { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    } at most.
privacy-how-long =
    <b>How long.</b> A resolved report: { $resolved ->
        [one] { $resolved } day
       *[other] { $resolved } days
    }. An unresolved one: { $unresolved ->
        [365] a year
        [one] { $unresolved } day
       *[other] { $unresolved } days
    } after its last change. What could not be read or delivered: { $failed ->
        [one] { $failed } day
       *[other] { $failed } days
    }. The rest: until you erase it. Only counts without names and texts stay.
privacy-who =
    <b>Who sees it.</b> The officer who gets your report sees only what you send, without your name or account. The people who run this bot could technically see all that is kept here. Messages travel through Telegram under its rules.{ $maps ->
        [yes] { " " }I look street addresses up on the OpenStreetMap; it is not told who asks.
       *[no] { "" }
    }
privacy-rights =
    <b>Your rights.</b> To know what is kept about you, to have it corrected, to withdraw your consent, to have it erased{ $contact ->
        [yes] : write to the contact above.
       *[no] .
    } You can complain to the Ukrainian Parliament Commissioner for Human Rights or go to court.

    /forget — erase everything at once and withdraw consent. Copies the officer already has stay with them.
    /news — the news.
command-privacy = Who runs the bot and what it keeps
