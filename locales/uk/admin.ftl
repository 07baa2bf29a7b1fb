admin-home =
    { $territory ->
        [country] Ви доглядаєте за довідником усієї країни.
       *[other] Ви доглядаєте за довідником тут: { $territory }.
    }
admin-how =
    Я не знаю, що з цим зробити.

    Файл довідника — це XLSX або ZIP із файлами CSV. Що ще ви можете: /admin.
job-under-way = { $title }…
job-finished = { $title }: готово.
job-failed = { $title }: не вийшло. Нічого не змінено; спробуйте ще раз, а якщо знову ні — скажіть тому, хто веде бота.
command-admin = Що може адміністратор
refused-out-of-scope = Це поза вашою територією.
refused-file-too-big = Цей файл завеликий: Telegram дає мені лише файли до 20 МБ.
refused-file-gone = Telegram уже не має цього файлу. Надішліть його ще раз.
job-registry-check = Перевірка довідника
