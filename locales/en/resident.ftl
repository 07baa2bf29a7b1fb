ask-place =
    { $again ->
        [yes] All right, let us look for another place.
        [kept] I remember what you wrote. To know whom to give it to, tell me where this is.
       *[no] Where do you live, or where did it happen?
    }

    Press “Share my location” or type the name of the city, town or village.

    On a computer there is no location button. Just type the name there.
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
                [oblast] • the place with its oblast: “Іванівка, Житомирська область”;
                [name]
                    • checking the spelling;
                    • adding the oblast: “Іванівка, Житомирська область”;
               *[code] • the name of the city, town or village;
            }
            • or sharing your location.
    }
ask-settlement =
    I see a street, but no city or village. There are many such streets.

    Write it all together: “вул. Зразкова, 1, Житомир”. Or just the name of the city or village.
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
        [point] You are somewhere here. Which place is yours?
        [border] You are near the border of hromadas. Which one is yours?
        [districts] You are near the border of city districts. Which one is yours?
        [served] Tell me where you live, so that your report reaches your own officer. If your place is not here, write its name.
        [alike] I do not know just this name. Did you perhaps mean:
        [elsewhere] There is no place of that name there, but there is elsewhere. Which one is yours?
        [others] There are these, too. Which one is yours?
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
place-distance-near = { " " }— { $m } m
place-distance = { " " }— about { NUMBER($km, maximumFractionDigits: 0) } km
confirm-place =
    { $point ->
        [yes] { $hromada ->
            [none] Is your place <b>{ $title }</b>?
           *[other] Is your community <b>{ $hromada }</b>?
        }
       *[no] Is this your place?
    }

    { $title }{ $around }{ $former }
place-heading = <b>{ $title }</b>{ $around }{ $former }
officer-card-districts = The districts of this city have officers of their own. Choose your district if you know it.
officer-card-emergency = In danger now? Call <b>102</b> or <b>112</b>.
officer-line = <b>{ $name }</b>
officer-phone = Phone: { $phone }
officer-stand-in =
    { $role ->
        [duty] Not connected to the bot yet. For now your messages go to the duty officer: { $name }.
       *[other] Not connected to the bot yet. For now your messages go to { $name }.
    }
officer-nobody-joined = One cannot write here by this bot right now. Please call or visit the station.
station-card = <b>{ $name }</b>
station-address = Address: { $address }
station-hours = Hours: { $hours }
station-phone = Phone: { $phone }
station-distance = From you: { NUMBER($km, maximumFractionDigits: 1) } km
why-community =
    { $count ->
        [one] Your community has its own police officer.
       *[other] Your community has its own police officers.
    }
why-district-no-community = Your community has no community police officer yet, so the district officer will help you.
why-duty-no-district = Your community has no officer of its own yet, so the duty officer will help you.
nobody-here =
    My directory has no officer for this place yet. I noted that somebody looked here and will tell those who keep the directory.

    Do you need the police? Call <b>102</b> or <b>112</b>.
nobody-to-write =
    I take no reports about this place right now: nobody would read them here. Whom to call stands above.

    { $waiting ->
        [words] I passed nothing on. Is it about another place? Tap “Not this place?”: I remember what you wrote for a day, then I erase it.
        [full] I did not keep this one. What you wrote before I remember for a day, then I erase it.
       *[nothing] Is it about another place? Tap “Not this place?”.
    }
ask-category = What is it about?
ask-category-kept = I have kept your words for the report.
ask-category-place = Place: { $title }{ $around }.
ask-danger = Is anyone in danger right now?
ask-danger-offence = Statements of crimes are registered by the duty unit: <b>102</b>. The community officer helps but does not replace it.
emergency-numbers =
    <b>Call now. Do not wait for an answer here:</b>

    <b>102</b> — police
    <b>112</b> — all emergency services
    <b>101</b> — fire and rescue
    <b>103</b> — ambulance
    <b>104</b> — smell of gas

    Deaf or speech-impaired: text <b>112</b>, you get a link to a video call.
    Found a shell or something suspicious? Do not touch it, move away, call <b>101</b> or <b>102</b>.

    Support:
    <b>15-47</b> or <b>116 123</b> — domestic violence
    <b>116 111</b> — children and teenagers
    <b>7333</b> — thoughts of suicide
emergency-asking =
    Your report has <b>not been sent</b>. Is the danger over, or can it wait? Tap “It can wait”.
ask-entries =
    { $locations ->
        [yes] Tell what happened: where, when, who.
       *[no] Tell what happened. Do not write anything that could harm you.
    }

    Write as much as you like. You can add photos, videos, voice messages, documents{ $locations ->
        [yes] , a location
       *[no] { "" }
    }. The officer will not see your name.

    Do not send what you do not want to show to the officer.
draft-panel =
    { $entries ->
        [one] Added. The report has { $entries } entry.
       *[other] Added. The report has { $entries } entries.
    } Write more or press “Done”.
summary =
    <b>Please check before sending</b>

    About: { $category }
    Place: { $title }{ $around }
    Entries: { $counts }
    { $can_write ->
        [yes] Goes to: { $officers }
        [unnamed] Goes to a police officer of this community.
       *[no] Nobody can get it right now, so it cannot be sent. Whom to call stands above. The draft stays until you cancel it.
    }
summary-point-asked = Add the point you shared to find the officer? I do not pass it on unless you say so.
summary-point-yes = The point you shared goes along with the report.
file-tells = A file goes on together with its name. The name, and the inside of a photo or document, can hold a name or a place. If that is too much, send a photo as a photo.
draft-dropped = Cancelled. Nothing was sent, the draft is erased.
draft-waits = You have a report that was not sent. Send it or cancel it?
report-kept =
    { $named ->
        [yes] Sent. This is <b>report № { $number }</b>.

            To: { $officers }.
       *[no] Sent. This is <b>report № { $number }</b>. A police officer of this community has it.
    }

    The answer will come here. Whatever you write next is added to it; if several reports are open, I will ask which one you mean.

    This is not a statement of a crime. Those are taken by the duty unit: <b>102</b>.
entry-lost = One of the entries of report № { $number } could not be handed to the officer. Please send it again or describe it in words.
entry-added =
    Added to report № { $number }.{ $unheard ->
        [yes] { " " }Nobody can read it right now: I pass it on as soon as there is an officer. The station: /place.
       *[no] { "" }
    }
report-unread = Nobody can read report № { $number } right now: its officer is out of reach. I pass it on as soon as somebody is there. The station: /place.
officer-back = { $officer } is back and reads your report № { $number }. The answer will come here.
report-moved-accepted = Your report № { $number } is accepted. { $officer } is taking care of it.
report-moved-resolved =
    Report № { $number } is marked as resolved.

    Anything else? Just reply to this message and it opens again.
report-moved-new = Your report № { $number } now goes to { $officer }. The answer will come here.
my-reports = <b>Your reports</b>
my-reports-none = You have not sent any reports yet.
my-reports-line = № { $number } · { $category } · { $status }
write-how =
    To write to the officer press /report. To find another place press /place.
danger-now = In danger now? Call <b>102</b> or <b>112</b>.
help =
    I help you find the police officer of your community and write to them.

    /place — find the officer and the station
    /report — write to the officer
    /my — your reports
    /news — news of your community
    /emergency — emergency numbers
    /language — language
    /forget — erase everything about me
    /privacy — who runs the bot and what it keeps

    Places: the codifier KATOTTG of the Ministry for Development; GeoNames, CC BY 4.0.
confirm-forget =
    { $reports ->
        [0] Erase everything I keep about you?
        [one] Erase everything I keep about you, and { $reports } report?
       *[other] Erase everything I keep about you, and { $reports } reports?
    } This cannot be undone. What is already in the officer’s chat stays there.
forgotten = Done, everything is erased. To begin again press /start.
not-shown = One of my messages could not be sent to you. Please try again or press /help. Emergency numbers: /emergency
