ask-place =
    { $again ->
        [yes] All right, let’s find another place.
        [kept] I have kept what you wrote, but not passed it on yet. Where did it happen?
       *[no] Where did it happen, or where do you live?
    }

    Type the name of the city, town or village.
ask-place-share = On a phone you can tap “{ button-share-location }”.
place-unknown =
    { $why ->
        [outside] This place is not in Ukraine, or I know no place near it.
        [oblast] An oblast is large and has many officers. Please add the city, town or village.
        [postcode] This is a postcode. I do not search by postcode.
        [plus-code] This is a code from a map (plus code), but a short one: it is not enough alone.
        [three-words] This is an address of three words (what3words). I cannot see its point.
        [short-link] This is a short link to a map. It does not hold the point itself.
       *[name] I do not know such a name.
    }

    { $why ->
        [outside] Write the name of the city, town or village.
       *[other] Please try:
            { $why ->
                [oblast] • the place with its oblast: “Ivanivka, Zhytomyrska oblast”
                [name]
                    • checking the spelling
                    • adding the oblast: “Ivanivka, Zhytomyrska oblast”
               *[code] • the name of the city, town or village
            }
    }
place-unknown-share = • sharing your location
ask-settlement =
    I see a street, but no city or village. There are many such streets.

    Write it all together: “vul. Zrazkova, 1, Zhytomyr”. Or just the name of the city or village.
address-sought =
    One moment, I am looking for this address on the OpenStreetMap map.

    The map gets the address only. I do not tell it who asks.
address-unused =
    { $why ->
        [never] I know no streets, so I search by the name of the city or village only.
        [away] The map does not answer now, so I search by the name of the city or village only.
       *[not-found] This address is not on the map. Here is what I know about the city or village.
    }
place-choices =
    { $why ->
        [point] You are somewhere here. Which of these is near you?
        [border] You are close to a community border. Which community is yours?
        [districts] You are close to the border of city districts. Which district is yours?
        [served] Tell me where you live, so that your report reaches your own officer. If your place is not here, write its name.
        [alike] I do not know exactly this name. Perhaps you meant:
        [elsewhere] There is no place of that name there, but there is elsewhere. Which one is yours?
        [others] There are these, too. Which one is yours?
        [told] I remember what you wrote. Which of these places is it about?
       *[namesakes] { $total ->
            [one] I found { $total } place.
           *[other] I found { $total } places.
        } Which one is yours?
    }
list-more = …and { $n } more
list-more-named = …and { $n } more. Write the name more exactly.
page = Page { $page } of { $pages }
place-choices-line = { $number }. { $title }{ $around }{ $former }{ $distance }
place-former = { " " }(found by the name “{ $name }”)
place-distance-near = { " " }— { $m } m
place-distance = { " " }— about { NUMBER($km, maximumFractionDigits: 0) } km
confirm-place =
    { $point ->
        [yes] { $hromada ->
            [none] Is your place <b>{ $title }</b>?
           *[other] Is your community <b>{ $hromada }</b>?
        }
        [kept] I remember what you wrote. Did it happen here?
       *[no] Is this your place?
    }

    { $begun }{ $around }{ $former }
place-heading = <b>{ $title }</b>{ $around }{ $former }
officer-card-districts = The districts of this city have officers of their own. Choose your district if you know it.
officer-card-emergency = In danger now? Call <b>102</b> or <b>112</b>.
officer-line = <b>{ $name }</b>
officer-phone = Phone: { $phone }
officer-stand-in =
    { $count ->
        [one] This officer is not in the bot yet.
       *[other] These officers are not in the bot yet.
    } For now your reports go to { $name }.
officer-nobody-joined =
    Nobody can be written to here through the bot right now. { $how ->
        [both] Please call or visit the station.
        [phone] Please call.
        [station] Please visit the station.
       *[none] Call <b>102</b>.
    }
station-card = <b>{ $name }</b>
station-address = Address: { $address }
station-hours = Hours: { $hours }
station-phone = Phone: { $phone }
station-distance = From you: { NUMBER($km, maximumFractionDigits: 1) } km
why-community =
    { $count ->
        [one] The police officer of your community:
       *[other] The police officers of your community:
    }
why-district-no-community =
    { $count ->
        [one] There is no community officer here yet, but there is a district police officer:
       *[other] There is no community officer here yet, but there are district police officers:
    }
why-duty-no-district = Your community has no officer of its own yet, but there is a police duty unit:
nobody-here =
    My directory has no officer for this place yet, so you cannot write to anyone here through the bot. I have noted that somebody looked here and will tell those who keep the directory.

    Do you need the police? Call <b>102</b> or <b>112</b>.
nobody-to-write =
    I take no reports about this place right now: nobody would read them here. Whom to call is written above.

    { $waiting ->
        [words] I have passed nothing on. Is it about another place? Tap “{ button-other-place }”: I remember what you wrote for a day, then I erase it.
        [full] I did not keep this one. What you wrote before I remember for a day, then I erase it.
       *[nothing] Is it about another place? Tap “{ button-other-place }”.
    }
ask-category = What is it about?
ask-category-kept = I have kept your words for the report.
ask-category-place = Place: { $title }{ $around }.
ask-danger = <b>Is anyone in danger right now?</b>{ $hushed ->
        [yes] { "" }
       *[no] { " " }If so, call <b>102</b> or <b>112</b>.
    }
ask-danger-offence = This bot does not register crime reports. To report a crime, call <b>102</b> or go to any police duty unit, day or night.
emergency-numbers =
    <b>Call now. Do not wait for an answer here:</b>

    <b>102</b> — police
    <b>112</b> — all emergency services
    <b>101</b> — fire and rescue
    <b>103</b> — ambulance
    <b>104</b> — smell of gas

    Deaf or speech-impaired? Text <b>112</b>: you get a link to a video call.
    Found a shell or something suspicious? Do not touch it, move away, call <b>101</b> or <b>102</b>.

    Support:
    <b>15-47</b> or <b>116 123</b> — domestic violence
    <b>116 111</b> — children and teenagers
    <b>7333</b> — thoughts of suicide
emergency-asking =
    Your report has <b>not been sent</b>. Is the danger over, or can it wait? Tap “{ button-can-wait }”.
ask-entries =
    { $locations ->
        [yes] Tell us in your own words: what, where, when.
       *[no] Tell us in your own words. Do not write anything that could harm you.
    }

    Any language will do, and you can write in parts. You can add photos, videos, voice messages{ $locations ->
        [yes] , documents, a location
       *[no] { "" }
    }. When you have finished, tap “{ button-done }”.

    The officer will not see your name. But a voice, a face, a yard in a photo or data inside a file can show who you are.
watched-phone = Could somebody else use your phone? My notifications show on its screen: mute this chat. After sending you can delete the chat in Telegram, but an answer will make it appear again. /forget erases everything I keep, and then no answer comes.
watched-phone-call = It is safer to call from another phone: <b>102</b>, <b>15-47</b> or <b>116 123</b>.
draft-panel =
    { $entries ->
        [1] Added.
       *[other] Added. { $entries } in all so far.
    } Write more or tap “{ button-done }”.
summary =
    <b>Please check before sending</b>

    About: { $category }
    Place: { $title }{ $around }
    Added: { $counts }
    { $can_write ->
        [yes] To: { $officers }
        [unnamed] To: a police officer of this community
       *[no] Nobody can get it right now, so it cannot be sent. Whom to call is written above. The draft stays until you cancel it.
    }
summary-point-asked = Add the point you shared to find the officer? I do not pass it on unless you say so.
summary-point-yes = The point you shared goes along with the report.
file-tells = A file goes on together with its name. The name, and the inside of a photo or document, can hold a name or a place. If that is too much, send a photo as a photo.
draft-dropped = Cancelled. Nothing was sent, the draft is erased.
draft-waits = You have a report that was not sent. What shall I do with it?
report-kept =
    Sent: <b>report No. { $number }</b>.

    { $named ->
        [yes] To: { $officers }.
       *[no] To: a police officer of this community. I show no names here.
    }

    Any answer will come here. The bot cannot say when. To add something, just write.

    In danger now? Call <b>102</b> or <b>112</b>. This is not a crime report: to make one, call <b>102</b> or go to a police duty unit, day or night.
entry-lost = A part of report No. { $number } could not be handed to the officer. Please send it again or describe it in words.
entry-added =
    Added to report No. { $number }.{ $reopened ->
        [yes] { " " }It is open again.
       *[no] { "" }
    }{ $unheard ->
        [yes] { " " }Nobody can read it right now: I pass it on as soon as there is an officer. I do not know when that will be. The station’s address: /place.
       *[no] { "" }
    }
report-unread = Nobody can read report No. { $number } right now: its officer is out of reach. I pass it on as soon as somebody is there. I do not know when that will be. The station’s address: /place.
officer-back = There is somebody to read your report No. { $number } again: { $officer } is back. Any answer will come here.
report-moved-accepted = Your report No. { $number } is accepted. It is now with { $officer }.
report-moved-resolved =
    The officer has marked report No. { $number } as resolved.

    Not resolved? Press this text, choose “Reply” and say why. Report No. { $number } will open again.
report-moved-new =
    Your report No. { $number } has been handed on. { $named ->
        [yes] It now goes to: { $officer }.
       *[no] It now goes to other officers.
    } Any answer will come here.
my-reports = <b>Your reports</b>
my-reports-none = You have not sent any reports yet.
my-reports-line = No. { $number } · { $category } · { $status }
write-how =
    To write to the officer tap /report. To find another place tap /place.
danger-now = In danger now? Call <b>102</b> or <b>112</b>.
help =
    I help you find the police officer of your community and write to them.

    /place — find the police officer and the station
    /report — write to the police officer
    /my — your reports
    /news — news of your community
    /stop — stop the news
    /emergency — emergency numbers
    /language — language
    /forget — erase everything about me
    /privacy — who runs the bot and what it keeps

    No answer for a long time? Call or visit the station: /place.
    A report here is not an appeal under the Law “On Citizens’ Appeals”: its time limits for an answer do not apply.
confirm-forget =
    <b>Erase everything I keep about you?</b>

    { $reports ->
        [0] You have sent no reports.
        [one] { $reports } report will go, and the officer will no longer be able to answer it.
       *[other] { $reports } reports will go, and officers will no longer be able to answer them.
    } This cannot be undone.

    What an officer already has stays in their chat.
forgotten = Done: everything I kept about you is erased. You can delete this chat in Telegram. To begin again: /start.
not-shown = My answer could not be sent to you. Please try again or tap /help. Emergency numbers: /emergency
help-sources = Places: the codifier KATOTTG of the Ministry for Development; GeoNames, CC BY 4.0.
place-choices-narrow = This is quicker: add the oblast, for example “{ $example }”.
place-near = { " " }(nearest: { $title })
officer-card-place = Place: <b>{ $title }</b>{ $around }{ $former }
officer-unnamed = I show no name here.
answer-passed = Passing it on to the resident: report No. { $number }. From now on a sign below your words will say so.
