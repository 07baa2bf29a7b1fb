which-report-why =
    { $why ->
        [several] You have several open reports.
        [resolved] Your report was just marked as resolved.
        [unsaid] I do not know whom to pass this on to.
        [lost] I cannot see which report you are replying to.
        [erased] The report you are replying to is no longer here: the resident erased their data.
        [own-erased] The report you are replying to is no longer here: you erased your data.
       *[gone] The report you are replying to is no longer here. { $copied ->
            [no] { "" }
           *[other] The database was restored as of { $copied }; what was written later is lost.
        }
    }
which-report =
    I have kept your words. Where do they belong? If you do not answer within 24 hours, I will erase them.

    { $officer ->
        [yes] So that I need not ask, press the resident’s entry or the card, choose “Reply” and write. The list is /queue.
       *[no] So that I need not ask, press any text of mine with the number you mean, choose “Reply” and write.
    }
words-dropped = All right, they go nowhere.
report-here =
    <b>Report No. { $number }</b> · { $category } · { $place } · { $status }

    To add something, press this text, choose “Reply” and write.

copy-put-back =
    I had to go back to a copy of my data of { $copied }. What you wrote to me between then and { $restored } is gone.

    If you sent a report or an answer in that time, please send it again. If you erased your data, do that again: /forget.
restored-done =
    The copy of { $copied } is noted. Numbers were moved on by { $skip }, so that none is given twice.
    Of what was lost will hear: { $people ->
        [one] { $people } person
       *[other] { $people } people
    }.
restored-no-moment = When was this copy made? Give a moment in the past, by Kyiv’s clock: --copied "28.11.2026 03:00".

button-which-own = To the officer: No. { $number } · { $category } · { $place }
button-which-case = To the resident: No. { $number } · { $category } · { $place }
button-which-draft = Draft · { $category } · { $place }
button-new-report = A new report
button-nowhere = Nowhere
