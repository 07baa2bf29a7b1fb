# Довідник: файли, повернення назад, окремі записи. Читають адміністратори в чаті.

command-directory = Станції, офіцери, дільниці: знайти, змінити
command-template = Порожня таблиця довідника
command-rollback = Останні зміни довідника і як їх скасувати
job-registry-apply = Завантаження довідника
job-registry-template = Порожня таблиця
job-registry-export = Довідник файлом

template-file =
    Порожня таблиця довідника.

    На кожному аркуші є приклад; рядки, що починаються з «ПРИКЛАД», я не читаю. Заповніть і надішліть сюди: спершу я лише перевірю.
registry-file = Довідник, як він є зараз. Змініть, що треба, і надішліть назад: спершу я лише перевірю.
import-how = Довідник надсилайте книгою Excel (.xlsx) або архівом .zip із п’ятьма файлами CSV. Порожня таблиця — /template.
import-checked =
    <b>{ $name }</b>: помилок немає. Ще нічого не змінено.
    { $part ->
        [yes] Це стосується лише вашої території.
       *[no] Це весь довідник: чого немає у файлі, те буде вилучено.
    }
import-checked-how = У таблиці — кожна зміна: що було і що буде.
import-moved = Поки файл чекав, хтось змінив довідник. Ось що зміниться тепер.
import-faulty =
    <b>{ $name }</b>: { $n ->
        [one] є { $n } помилка
        [few] є { $n } помилки
       *[many] є { $n } помилок
    }. Нічого не змінено.
import-faulty-rest =
    { $n ->
        [one] Ще { $n } — у таблиці.
        [few] Ще { $n } — у таблиці.
       *[many] Ще { $n } — у таблиці.
    } Виправте й надішліть файл ще раз.
import-same = <b>{ $name }</b>: змін немає, дані ті самі.
import-applied = <b>{ $name }</b> завантажено. Це зміна № { $number }; скасувати її можна командою /rollback.
import-discarded = <b>{ $name }</b> відкинуто. Нічого не змінено.
directory-counts = { $kind }: додано { $added }, змінено { $changed }, вилучено { $retired }
button-import-apply = Завантажити
button-import-discard = Відкинути

directory-history = <b>Останні зміни довідника</b>
directory-history-none = Довідник ще ніхто не змінював.
directory-history-line = <b>№ { $number }</b> · { $at } · { $who }: { $what }
directory-history-terminal = термінал
directory-history-import = файл { $label }
directory-history-edit =
    { $kind ->
        [stations] станція { $code }
        [officers] офіцер { $code }
       *[beats] дільниця { $code }
    }
directory-history-rollback = повернення до стану перед № { $label }
directory-history-how = Оберіть зміну, і я поверну довідник до стану перед нею. Спершу покажу, що це змінить.
button-rollback-before = Перед № { $number }
rollback-confirm =
    Повернути довідник до стану перед зміною № { $number }? { $n ->
        [one] Скасується { $n } зміна.
        [few] Скасуються { $n } зміни.
       *[many] Скасується { $n } змін.
    } Офіцери, які вже в боті, лишаються в ньому.
rollback-nothing = Змін немає: дані ті самі.
button-rollback-do = Так, повернути
button-keep-as-is = Ні, залишити
rolled-back = Готово: довідник такий, як був перед зміною № { $number }. Це теж зміна, і її теж можна скасувати.
rollback-dropped = Гаразд, усе лишається як є.

directory-home =
    <b>Довідник</b>

    Станцій: { $stations }
    Офіцерів: { $officers }
    Дільниць: { $beats }

    Напишіть код чи назву, і я знайду. Або надішліть файл .xlsx: перевірю і покажу, що зміниться.
directory-list =
    { $giving ->
        [yes] { $kind ->
            [stations] Яка станція?
           *[officers] Хто тут служитиме?
        } Оберіть або напишіть ім’я чи код.
       *[no] { $kind ->
            [stations] <b>Станції</b>
            [officers] <b>Офіцери</b>
            [beats] <b>Дільниці</b>
           *[all] <b>Усе, що знайшлося</b>
        }
    }
    { $query ->
        [none] Усього: { $n }
       *[other] «{ $query }» — знайдено: { $n }
    }
directory-list-line = { $number }. { $name } · <code>{ $code }</code>
button-to-directory = До довідника
button-new-beat = Нова дільниця
button-whole-file = Усе файлом
button-new-officer = Новий офіцер
button-new-station = Нова станція
button-no-station = Без станції
button-retire = Вилучити з довідника
button-retire-really = Так, вилучити
button-invite = Запросити
button-unbind = Відключити телефон
button-unbind-really = Так, відключити
button-area-add = Додати територію
button-area-remove = Прибрати територію
button-appoint = Призначити офіцера
button-end-post = Завершити призначення
button-empty = Прибрати
button-today = Сьогодні

entry-heading =
    { $kind ->
        [stations] Станція
        [officers] Офіцер
       *[beats] Дільниця
    } <b>{ $name }</b>
    Код: <code>{ $code }</code>
entry-line = { $label }: { $value }{ $seen }
field-name =
    { $kind ->
        [officers] Ім’я та прізвище
       *[other] Назва
    }
field-address = Адреса
field-point = Точка на карті
field-hours = Години роботи
field-phone = Телефон
field-photo = Фото
field-rank = Звання
field-role = Роль
field-station = Станція
field-beats = Дільниці
field-address_seen = Хто бачить адресу
field-phone_seen = Хто бачить телефон
field-name_seen = Хто бачить ім’я
field-photo_seen = Хто бачить фото
seen-public = бачать усі
seen-officers = бачать лише офіцери
seen-admins = бачать лише адміністратори
photo-is-there = є
beat-areas = Території:
beat-area = • { $name }
beat-posts = Хто служить:
beat-vacant = <b>Тут немає жодного офіцера.</b>
beat-vacant-after = <b>Після { $day } тут не буде жодного офіцера.</b>
post-line = • { $name }, від { $since }{ $until }
post-until = { " " }до { $day }
officer-state-waiting = Ще не в боті. Натисніть «Запросити» і передайте посилання офіцеру.
officer-state-joined = У боті, отримує повідомлення.
officer-state-unreachable = Заблокував бота: повідомлення не доходять.

ask-field-name =
    { $kind ->
        [officers] Ім’я та прізвище офіцера?
        [stations] Як називається станція?
       *[beats] Як називається дільниця?
    }{ $new ->
        [yes] {""}
       *[no] { " " }Напишіть, як має бути.
    }
ask-field-address = Яка адреса? Вулиця, будинок, місто чи село.
ask-field-point = Де станція на карті? Надішліть геолокацію або напишіть координати: 50.2547, 28.6587.
ask-field-hours = Коли станція відчинена? Напишіть словами: пн–пт 09:00–18:00.
ask-field-phone = Який телефон? Можна кілька, через кому.
ask-field-photo = Надішліть фото.
ask-field-rank = Яке звання?
ask-field-now = Зараз: { $now }
ask-choice-role = Яка роль?
ask-choice-name_seen = Хто бачить ім’я та звання? Решта побачить лише роль.
ask-choice-phone_seen = Хто бачить телефон?
ask-choice-photo_seen = Хто бачить фото?
ask-choice-address_seen = Хто бачить, де станція: адресу, точку на карті, фото?
ask-area = За що відповідає дільниця? Напишіть назву громади, міста чи села або код КАТОТТГ.
ask-area-which = Що саме?
ask-area-none = На вашій території такого не знаю. Напишіть інакше: назву громади, міста чи села або код КАТОТТГ.
ask-area-removing = Яку територію прибрати?
ask-post-end =
    { $anyone ->
        [yes] Чиє призначення завершується?
       *[no] Зараз тут ніхто не служить.
    }
ask-post-day =
    { $last ->
        [yes] { $name }: останній день на дільниці?
       *[no] { $name }: з якого дня на дільниці?
    } Напишіть дату: 01.09.2026.
edit-faulty = Так не можна, нічого не змінено.
edit-faulty-reason = Причина: { $reason }.
entry-retired =
    { $kind ->
        [stations] Станцію «{ $name }» вилучено.
        [officers] Офіцера вилучено: { $name }.
       *[beats] Дільницю «{ $name }» вилучено.
    } Скасувати — /rollback.
confirm-retire =
    { $kind ->
        [stations] Вилучити з довідника станцію «{ $name }»?
        [officers] Вилучити з довідника офіцера: { $name }?
       *[beats] Вилучити з довідника дільницю «{ $name }»?
    }
confirm-unbind = Відключити телефон: { $name }? Повідомлення туди більше не надходитимуть. Щоб повернутися в бота, потрібне нове запрошення.
invite-link =
    Запрошення для: { $name }

    { $link }

    Перешліть лише цій людині. Відкривається один раз, діє до { $until }. Попередні посилання вже не діють.
officer-cut-off = { $name }: телефон відключено. Поки офіцер не повернеться в бота, йому нічого не передаю.

report-errors = Помилки
report-added = Додано
report-changed = Змінено
report-missing = Зникає
report-errors-columns = Аркуш|Рядок|Стовпець|Що не так
report-added-columns = Аркуш|Код|Назва чи ім’я|Де, хто
report-changed-columns = Аркуш|Код|Назва чи ім’я|Поле|Було|Буде
report-missing-columns = Аркуш|Код|Назва чи ім’я

refused-directory-moved = Поки ви вирішували, хтось змінив довідник. Подивіться ще раз: /rollback.
refused-import-decided = Цей файл уже завантажено, відкинуто або він чекав довше доби. Надішліть його ще раз.
refused-bot-nameless = Telegram ще не сказав мені, як мене звати. Спробуйте за хвилину.

registry-error-outside-territory = «{ $value }» поза вашою територією: там нічого змінювати не можна
registry-error-nowhere = «{ $value }»: незрозуміло, чи це на вашій території; додайте дільницю
registry-error-not-that = тут потрібен текст
registry-error-not-a-photo = потрібне фото, надіслане як фото
officer-to-confirm =
    <b>Це справді ця людина?</b>

    Хтось відкрив запрошення: { $name } ({ $code }).{ $again ->
        [yes] { " " }Попередній акаунт відключено.
       *[no] { "" }
    }

    Подзвоніть за номером із довідника: { $phone }. До підтвердження повідомлень мешканців не буде.
officer-admitted = Підтверджено: { $name }. Повідомлення мешканців тепер приходять.
officer-state-pending =
    У боті, чекає на підтвердження: повідомлень ще не отримує.{ $own ->
        [yes] { " " }{ refused-own-account }
       *[no] { "" }
    }
button-confirm = Це він чи вона
button-not-them = Це хтось інший
refused-own-account = Підтвердити себе не можна. Це зробить інший адміністратор.
button-found =
    { $kind ->
        [stations] Станція
        [officers] Офіцер
       *[beats] Дільниця
    }: { $name }
