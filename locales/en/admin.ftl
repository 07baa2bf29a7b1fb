admin-home =
    { $territory ->
        [country] You look after the directory of the whole country.
       *[other] You look after the directory here: { $territory }.
    }
admin-how =
    I do not know what to do with this.

    A registry file is an XLSX, or a ZIP with CSV files. What else you can do: /admin.
job-under-way = { $title }…
job-finished = { $title }: done.
job-failed = { $title }: it did not work. Nothing was changed; try again, and if it fails once more, tell whoever runs the bot.
command-admin = What an admin can do
refused-out-of-scope = This is outside your territory.
refused-file-too-big = This file is too big: Telegram gives me files of up to 20 MB only.
refused-file-gone = Telegram no longer has this file. Please send it again.
job-registry-check = Checking the directory
