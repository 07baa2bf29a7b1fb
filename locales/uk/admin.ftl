admin-home =
    { $territory ->
        [country] Ви доглядаєте за довідником усієї країни.
       *[other] Ви доглядаєте за довідником тут: { $territory }.
    }
admin-home-nameless = Мешканці не бачать, хто веде бота. Задайте OPERATOR_NAME, OPERATOR_PAGE і OPERATOR_CONTACT.
admin-how =
    Я не знаю, що з цим зробити.

    Файл довідника — це XLSX або ZIP із файлами CSV. Що ще ви можете: /admin.
job-under-way = { $title }…
job-finished = { $title }: готово.
job-failed = { $title }: не вийшло. Нічого не змінено; спробуйте ще раз, а якщо знову ні — скажіть тому, хто веде бота.
command-admin = Що може адміністратор
refused-out-of-scope = Це поза вашою територією.
refused-file-too-big = Цей файл завеликий: Telegram дає мені лише файли до 20 МБ.
refused-file-gone = Telegram уже не має цього файлу. Надішліть його ще раз.
job-registry-check = Перевірка довідника

inbox-aside = { $number } · надійшло { $came } · відкладено { $aside } · { $error }
inbox-aside-count = { $count ->
    [one] Відкладено { $count } допис. Подати знову: python -m bot inbox retry
    [few] Відкладено { $count } дописи. Подати знову: python -m bot inbox retry
   *[many] Відкладено { $count } дописів. Подати знову: python -m bot inbox retry
}
inbox-again = { $count ->
    [one] { $count } допис подано знову. Якщо бот працює, він візьметься за нього за мить.
    [few] { $count } дописи подано знову. Якщо бот працює, він візьметься за них за мить.
   *[many] { $count } дописів подано знову. Якщо бот працює, він візьметься за них за мить.
}
