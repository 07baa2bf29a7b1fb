# Хто за чим доглядає: список, запрошення, вилучення.

command-admins = Адміністратори
button-admin-invite = Запросити адміністратора
button-admin-remove = Прибрати: { $name }
button-admin-really-remove = Так, прибрати
button-admin-list = До списку
button-admin-whole-country = Уся країна
button-admin-make-link = Готово, зробити посилання
admin-country = уся країна
admin-list = <b>Адміністратори</b>
admin-item = { $name } — { $territory }{ $superadmin ->
        [yes] { " " }(головний)
       *[no] { "" }
    }
admin-confirm-removal = Прибрати адміністратора: { $name } ({ $territory })?
admin-gone = { $name } більше не адміністратор.
admin-removed = Ви більше не адміністратор. Дякую за роботу!
admin-ask-area =
    { $more ->
        [yes] Ще одна територія? Напишіть її назву. Якщо це все, натисніть «{ button-admin-make-link }».
       *[no] За чим доглядатиме новий адміністратор? Напишіть назву області, району чи громади. Громад може бути кілька.
    }
admin-areas-chosen = Обрано: <b>{ $areas }</b>
admin-invitation =
    Запрошення для нового адміністратора: <b>{ $territory }</b>.

    Перешліть це посилання одній людині. Воно спрацює один раз, до { $until }.
admin-invitation-command = Ця людина має надіслати мені: <code>{ $command }</code>
admin-joined =
    { $again ->
        [yes] Ви вже адміністратор. Усе гаразд.
       *[no] Вітаю! Тепер ви адміністратор: <b>{ $territory }</b>.
    }

    /admin — що ви можете робити
refused-admin-kept = Цього адміністратора прибрати не можна: головних змінюють у налаштуваннях, а себе не прибирають.
refused-too-many-areas = Щонайбільше { $most } територій. Якщо треба більше, оберіть район або область.
admins-line = { $id }	{ $name }	{ $territory }{ $superadmin ->
        [yes] { "	" }головний
       *[no] { "" }
    }
admins-none = Адміністраторів немає.
admins-unknown = Немає адміністратора з номером { $id }.
admins-area-unknown = Немає такої області, району чи громади: { $name }
admins-area-several = «{ $name }» — це може бути: { $codes }. Назвіть точніше або дайте код.
admins-removed = { $name } більше не адміністратор.
admins-superadmin = { $name }: головні адміністратори названі в налаштуванні SUPERADMINS.
