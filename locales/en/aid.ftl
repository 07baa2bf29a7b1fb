# Whoever writes of danger gets this first of all. A lock screen shows the first line: it is neutral.
# Numbers and advice are from official sources. Nothing the bot cannot do: no call, no time of arrival.

aid-first = Some useful numbers, just in case.
aid-last = This bot does not call the police: call <b>102</b> or <b>112</b>.
aid-last-hushed = This bot calls nobody. Are you somewhere else now? Name it: /place.
aid-child = If you are under 18: <b>116 111</b> or <b>0 800 500 225</b>, free of charge. They will listen and advise you.

aid-call =
    <b>102</b> — police, <b>112</b> — all emergency services. Call now, do not wait for an answer here.
    <b>101</b> — rescuers, <b>103</b> — ambulance, <b>104</b> — smell of gas.
    <b>15-47</b> or <b>116 123</b> — violence at home, <b>116 111</b> — children and teenagers, <b>7333</b> — thoughts of suicide.
    Deaf or speech-impaired? Text <b>112</b>: you get a link to a video call.

aid-danger =
    <b>102</b> or <b>112</b> — call now, say the address first. Somebody is hurt — <b>103</b>.
    You cannot speak? Ask somebody near you to call. Deaf or speech-impaired? Text <b>112</b>: you get a link to a video call.
aid-danger-how = If you can, go somewhere safe or lock yourself in. Do not run after the attacker.

aid-violence_home =
    <b>102</b> or <b>112</b> — if you are being hit or are afraid now. Somebody is hurt — <b>103</b>.
    <b>15-47</b> or <b>116 123</b> (<b>0 800 500 335</b>) — advice, shelter, a psychologist: day and night, free of charge.
    The police can order the offender to leave the home at once, even if it is theirs.
aid-violence_home-how =
    Stay closer to the way out, away from the kitchen and sharp things.
    Could somebody else see your phone? Delete this chat.

aid-suicide =
    You are not alone. Call <b>7333</b> or <b>112</b> — now. Psychologists: <b>0 800 100 102</b>.
    Pills taken already, or an injury — <b>103</b> or <b>112</b> at once.
aid-suicide-how = Call somebody close to you. If it is about another person: do not leave them alone, speak openly, put dangerous things away.

aid-fire =
    <b>101</b> or <b>112</b> — call now, say the address first. Smell of gas — <b>104</b>. Poisoned by smoke — <b>103</b>.
aid-fire-how =
    Get out and lead others out: by the stairs, not the lift; in smoke bend low, a wet cloth over mouth and nose.
    You cannot get out? Seal the door, stand at the window, call.
    Gas: no switches, no flame; open the windows, get out and call from outside.

aid-medical =
    <b>103</b> or <b>112</b> — the address, what happened, how many people, are they breathing. Stay on the line and do what the dispatcher says.
    A road accident — <b>102</b>, too. Water, ice, collapse — <b>101</b>.
aid-medical-how =
    First make sure that you are in no danger yourself.
    Heavy bleeding: press hard on the wound; do not pull an object out of it.

aid-ordnance =
    <b>101</b>, <b>102</b> or <b>112</b> — call once you are away: do not use the phone beside the object.
aid-ordnance-how =
    Do not touch, move, cover, bury or wet it.
    Go back the way you came, at least 100 m, and warn people. A bomb threat — leave the building and lead others out.
    I need no photo: do not go near it. Do not publish pieces of a drone.

aid-missing =
    <b>102</b> or <b>112</b> — if somebody is missing, do not wait a day: any police station takes the report on the same day.
    A child — <b>116 000</b>, too. Forest, water — <b>101</b>. A missing soldier — <b>0 800 21 21 51</b>, <b>1698</b>, <b>1648</b>.
aid-missing-how =
    Have ready: a photo, height, clothes, marks, the phone number, where and when they were last seen.
    You are lost yourself? Stay where you are, save the battery. Found a child or a confused person? Stay with them.
