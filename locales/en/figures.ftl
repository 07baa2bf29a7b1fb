# Coverage, gaps, statistics.

command-coverage = Coverage: where officers and stations are
command-stats = Statistics of reports
job-coverage = Counting the coverage
job-gaps = Looking for gaps
job-stats = Counting reports
refused-area-unknown = I cannot find such an oblast, raion or community. Please write the whole name, for example: “Malynska community”.
refused-period-unclear = I do not understand these dates. Write them like this: 01.09.2026–30.09.2026.

figures-country = the whole of Ukraine
figures-more-areas = ; and { $n } more
area-choices = There are several. Which one?

coverage-head =
    <b>Coverage: { $area }</b>
    As of { $at }
coverage-regions = Regions with community officers: { $n } of { $all }
coverage-hromadas = Communities with a community officer: { $n } of { $all }
coverage-officers = Community officers: { $community }, district officers: { $district }, duty officers: { $duty }
coverage-stations = Police stations: { $n }
coverage-settlements = Settlements: { $n }
coverage-with-community = • with a community officer — { $settlements } (people: { $people })
coverage-with-district = • with a district officer — { $settlements } (people: { $people })
coverage-with-duty = • with a duty officer only — { $settlements } (people: { $people })
coverage-with-nobody = • with nobody — { $settlements } (people: { $people })
coverage-known = There may be more people: the population is known for { $known } of { $all } settlements only.

gaps-head = <b>What should be fixed: { $area }</b>
gaps-left = <b>The directory has changed. This should still be fixed in your territory:</b>
button-gaps-table = All details as a table
gaps-none = Nothing: there is somebody everywhere, and nothing is missing.
gaps-table = The details are in the table.
gaps-nobody = • Nobody is there: { $n ->
        [one] { $n } settlement
       *[other] { $n } settlements
    }, where at least { $people ->
        [one] { $people } person lives
       *[other] { $people } people live
    }{ $unknown ->
        [0] { "" }
       *[other] { " " }(the population of { $unknown } of them is not known)
    }
gaps-asked = • Where nobody is, people looked for an officer { $n ->
        [one] { $n } time
       *[other] { $n } times
    } ({ $places ->
        [one] { $places } place
       *[other] { $places } places
    })
gaps-not-joined = • Officers who are not in the bot yet: { $n }
gaps-unreachable = • Officers who blocked the bot: { $n }
gaps-without-beat = • Officers without a beat: { $n }
gaps-vacant = • Beats without an officer: { $n }
gaps-no-point = • Stations without a point on the map: { $n }
gaps-no-hours = • Stations without opening hours: { $n }
gaps-ending = • Posts that end within 30 days: { $n }{ $nobody ->
        [0] { "" }
       *[other] , without a successor: { $nobody }
    }
gaps-crowded = • Beats with more people than Order 650 allows: { $n }
gaps-overlaps = • Areas that are in several beats at once: { $n }

duration-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
duration-hours =
    { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
duration-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }

stats-head =
    <b>Reports: { $area }</b>
    { $first } – { $last } ({ $days ->
        [one] { $days } day
       *[other] { $days } days
    })
stats-none = There were no reports in this time.
stats-sent = Sent: { $n }
stats-status-new = • sent, not accepted yet — { $n }
stats-status-accepted = • accepted, under way — { $n }
stats-status-resolved = • resolved — { $n }
stats-accepted = Accepted: half within { $median }, 90% within { $most }
stats-accepted-none = Accepted: none so far
stats-answered = First answer: half within { $median }, 90% within { $most }
stats-answered-none = First answer: none so far
stats-resolved = Resolved: half within { $median }, 90% within { $most }
stats-resolved-none = Resolved: none so far
stats-waiting = ; still waiting: { $n }
stats-without = ; resolved without a written answer: { $n }
stats-categories = Most often: { $listed }
stats-places = Most from: { $listed }
stats-unreachable = Officers who blocked the bot: { $n }
stats-more-announcements = Broadcasts: { $n }
stats-more-delivered = Messages delivered by broadcasts: { $n }
stats-table = All figures as a table. It holds no texts of reports.
unanswered-head = The search for a place found no answer: { $n }
unanswered-line = • { $kind }: { $n }
unanswered-kind-unknown-name = no such name in the gazetteer
unanswered-kind-oblast = only an oblast was named
unanswered-kind-no-name = a greeting or another word, not a place
unanswered-kind-postcode = only a postcode
unanswered-kind-plus-code = only a short code from a map (plus code)
unanswered-kind-three-words = an address of three words (what3words)
unanswered-kind-short-link = a short link to a map
unanswered-kind-empty = words without a name
unanswered-kind-story = a long story, no name found in it
unanswered-kind-outside-ukraine = a point outside of Ukraine
unanswered-kind-wrong-place = not the place that was shown
unanswered-kind-not-listed = none of the places offered
unanswered-kind-address-without-settlement = an address without a town or village
unanswered-kind-address-not-looked-for = an address: the search for addresses is not switched on
unanswered-kind-address-not-found = no such address
unanswered-kind-geocoder-away = the search for addresses did not answer

button-period-month = This month
button-period-last = Last month
button-period-days90 = 90 days
button-period-year = A year
button-area-home = All of my territory

chart-served = Who answers residents
chart-served-share =
    { $area }: share of settlements{ $notes ->
        [yes] { "" },
            on the right, communities with a community officer
       *[no] { "" }
    }
chart-reports = Reports of residents
chart-community = community officer
chart-district = district officer
chart-duty = duty officer only
chart-nobody = nobody
chart-hromadas = { $n } of { $all } comm.
chart-by-day = By day
chart-by-week = By week
chart-by-category = By subject

sheet-summary = Summary
sheet-parts = By area
sheet-nobody = Nobody there
sheet-asked = Looked for in vain
sheet-officers = Officers
sheet-stations = Stations
sheet-ending = Posts
sheet-vacant = Beats without officer
sheet-crowded = Too many people
sheet-overlaps = Overlaps
sheet-categories = Subjects
sheet-places = Places
sheet-hromadas = Communities
sheet-days = Days
sheet-time = Time
sheet-unanswered = Search unanswered
sheet-unreachable = Officers out of reach

column-figure = Figure
column-value = Value
column-katottg = KATOTTG code
column-place = Place
column-hromada = Community
column-raion = Raion
column-oblast = Oblast
column-population = Population
column-asked = How many times
column-last-asked = Last time
column-code = Code
column-name = Name
column-officer = Officer
column-officers = Officers
column-role = Role
column-why = What is wrong
column-beat = Beat
column-beats = Beats
column-until = Until
column-followed = Successor
column-people = People for each officer
column-limit = Allowed
column-unknown = Places of unknown population
column-around = Within
column-hromadas = Communities
column-hromadas-served = With a community officer
column-stations = Stations
column-settlements = Settlements
column-people-all = People (known)
column-with-community = With a community officer
column-with-district = With a district officer
column-with-duty = With a duty officer only
column-with-nobody = With nobody
column-people-with-community = People with a community officer
column-people-with-nobody = People with nobody
column-community = Community officers
column-district = District officers
column-duty = Duty officers
column-regions = Regions
column-regions-served = Regions with community officers
column-category = Subject
column-reports = Reports
column-new = Not accepted yet
column-accepted = Under way
column-resolved = Resolved
column-answer-median = First answer: half within, hours
column-answer-most = First answer: 90% within, hours
column-waiting = Still waiting
column-without = Resolved without it
column-day = Day
column-step = Step
column-measured = Measured
column-median = Half within, hours
column-most = 90% within, hours
column-since = Since
column-first = First day
column-last = Last day

step-accepted = Accepted by the officer who has it now
step-answered = First written answer of an officer
step-resolved = Resolved
why-not-joined = not in the bot yet
why-unreachable = blocked the bot
why-without-beat = has no beat
why-no-point = no point on the map
why-no-hours = no opening hours
overlap-twice = the same area in several beats
overlap-within = a narrower area within a wider one of others
followed-yes = yes
followed-no = no

activity =
    In the last { $days ->
        [one] { $days } day
       *[other] { $days } days
    } this community sent { $reports ->
        [one] { $reports } report
       *[other] { $reports } reports
    }{ $answer ->
        [none] .
       *[other] ; half were answered within { $answer }.
    }
