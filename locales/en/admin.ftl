admin-home =
    { $territory ->
        [country] You look after the directory of the whole country.
       *[other] You look after the directory here: { $territory }.
    }
admin-home-nameless = Residents are not told who runs the bot. Set OPERATOR_NAME, OPERATOR_PAGE and OPERATOR_CONTACT.
admin-how =
    I do not know what to do with this.

    A directory file is an XLSX, or a ZIP with CSV files. What else you can do: /admin.
job-under-way = { $title }…
job-finished = { $title }: done.
job-failed = { $title }: it did not work. Nothing was changed; try again, and if it fails once more, tell whoever runs the bot.
command-admin = What an admin can do
refused-out-of-scope = This is outside your territory.
refused-file-too-big = This file is too big: Telegram gives me files of up to 20 MB only.
refused-file-gone = Telegram no longer has this file. Please send it again.
job-registry-check = Checking the directory

inbox-aside = { $number } · came { $came } · set aside { $aside } · { $error }
inbox-aside-count = { $count ->
    [one] { $count } message is set aside. Hand it in again: python -m bot inbox retry
   *[other] { $count } messages are set aside. Hand them in again: python -m bot inbox retry
}
inbox-again = { $count ->
    [one] { $count } message is handed in again. A running bot takes it up in a moment.
   *[other] { $count } messages are handed in again. A running bot takes them up in a moment.
}
