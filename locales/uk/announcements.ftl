# Розмова адміністраторів про відкриття станцій та оголошення.

command-announce = Розповісти мешканцям: нова станція, оголошення
command-broadcasts = Розсилки: що триває, що вже пішло
command-hold = Зупинити розсилки в області (тривога, немає світла)

announcement-kind-opening = Відкриття станцій
announcement-kind-announcement = Оголошення
announcement-status-draft = чернетка
announcement-status-waiting = чекає на схвалення
announcement-status-scheduled = схвалено, чекає свого часу
announcement-status-running = триває
announcement-status-paused = на паузі
announcement-status-done = завершено
announcement-status-cancelled = скасовано
announcement-status-rejected = не схвалено
announcement-title = <b>{ $kind } № { $number }</b> — { $status }
announcement-language-uk = українською
announcement-language-en = англійською
announcement-country = уся країна

announcement-kinds =
    Про що розповісти мешканцям?

    Кожен отримає одне оголошення, лише про свою місцевість. Перед надсиланням усе можна побачити й перевірити.
announcement-kinds-drafts =
    { $n ->
        [one] У вас є незавершена чернетка.
       *[other] У вас є незавершені чернетки.
    }

announcement-outline-stations =
    { $n ->
        [0] Станції: ще не обрано
        [one] { $n } станція: { $names }
        [few] { $n } станції: { $names }
       *[many] { $n } станцій: { $names }
    }
announcement-and-more =
    { $n ->
        [one] { $names } та ще { $n }
       *[other] { $names } та ще { $n }
    }
announcement-outline-words =
    { $own ->
        [ready] Текст: готовий
        [none] Текст: ще немає
       *[other] Текст: ваш, { $own }
    }
announcement-outline-media =
    { $n ->
        [0] Фото й відео: немає
        [one] { $n } фото або відео
        [few] { $n } фото чи відео
       *[many] { $n } фото чи відео
    }
announcement-outline-button =
    { $button ->
        [card] Кнопка: адреса й години станції
        [location] Кнопка: станція на карті
       *[none] Кнопка: немає
    }
announcement-outline-areas =
    { $by ->
        [stations] Кому: мешканцям дільниць цих станцій
        [none] Кому: ще не обрано
       *[areas] Кому: { $areas }
    }
announcement-outline-languages =
    { $all ->
        [yes] Мови: усі
       *[no] Мови: лише { $languages }
    }
announcement-outline-time =
    { $at ->
        [now] Коли: одразу після схвалення
       *[other] Коли: { $at }
    }
announcement-audience =
    { $total ->
        [0] <b>Зараз це не отримає ніхто.</b>
        [one] <b>Отримає { $total } мешканець</b>: { $languages }.
        [few] <b>Отримають { $total } мешканці</b>: { $languages }.
       *[many] <b>Отримають { $total } мешканців</b>: { $languages }.
    }
announcement-audience-counting = Рахую, скільки людей це отримає…
announcement-audience-language = { $language } — { $n }
announcement-audience-held =
    { $n ->
        [one] З них { $n } зачекає, бо розсилки зупинено: { $oblast } ({ $reason }).
       *[other] З них { $n } зачекають, бо розсилки зупинено: { $oblast } ({ $reason }).
    }
announcement-audience-silent =
    { $n ->
        [one] Ще { $n } живе в тихих громадах: туди розсилки не йдуть.
       *[other] Ще { $n } живуть у тихих громадах: туди розсилки не йдуть.
    }
announcement-audience-unreachable =
    { $n ->
        [one] Ще { $n } заблокував бота й не отримає нічого.
       *[other] Ще { $n } заблокували бота й не отримають нічого.
    }
announcement-audience-unwilling =
    { $n ->
        [one] Ще { $n } на такі новини згоди не дав.
       *[other] Ще { $n } на такі новини згоди не дали.
    }
announcement-audience-note = Про відкриття станцій дізнаються ті, хто на це погодився. Інші оголошення отримують лише ті, хто ввімкнув їх у /news.

announcement-panel-missing-stations = Далі оберіть станції.
announcement-panel-missing-words = Далі напишіть текст.
announcement-panel-missing-audience = Далі оберіть, кому це надіслати.
announcement-panel-complete = Усе готове. Подивіться, як це побачать мешканці, і надішліть на пробу собі.
announcement-untranslated =
    { $n ->
        [one] Тексту { $language } немає: { $n } мешканець побачить український.
        [few] Тексту { $language } немає: { $n } мешканці побачать український.
       *[many] Тексту { $language } немає: { $n } мешканців побачать український.
    }
announcement-unknown-codes = Таких станцій я у вас не знаю, їх пропущено: { $codes }

announcement-stations =
    { $chosen ->
        [0] Які станції відкрилися? Натисніть на кожну.
        [one] Обрано { $chosen } станцію.
        [few] Обрано { $chosen } станції.
       *[many] Обрано { $chosen } станцій.
    }

    Можна також надіслати файл (Excel чи CSV) із кодами станцій. Або дату, наприклад 01.11.2026: я оберу всі, що з’явилися в довіднику відтоді.
announcement-stations-none = У вашій території ще немає станцій. Додайте їх у довідник.
announcement-ask-words =
    { $ready ->
        [yes] Для відкриття є готовий текст: назва станції, адреса, години, телефон. Можна залишити його або написати свій.
       *[no] Напишіть текст оголошення { $language }.
    }

    Де треба, вставте слова в дужках, і кожен мешканець побачить своє:
    • { "{станція}" } — назва станції
    • { "{адреса}" }, { "{години}" }, { "{телефон}" } — її адреса, години роботи й телефон
    • { "{місце}" } — місто чи село мешканця
    • { "{громада}" } — його громада
    • { "{офіцер}" } — його офіцер громади

    Наприклад: «{ "{місце}" }: тепер працює { "{станція}" }, { "{адреса}" }». Жирний шрифт і посилання збережуться. Можна одразу надіслати фото з підписом.
announcement-ask-words-own = Текст { $language } вже є. Новий його замінить.
announcement-ask-words-none = Зараз пишемо { $language }. Якщо тексту не буде, ці мешканці отримають готовий або український текст.
announcement-words-where = Цього я нікуди не записав. Щоб змінити текст чернетки № { $number }, натисніть «{ button-announcement-words }» і надішліть його ще раз. Написати офіцеру як мешканець можна після /start.
announcement-ask-media =
    { $count ->
        [0] Надішліть фото, відео або альбом: до 10 разом.
       *[other] Додано: { $count }. Надішліть ще або натисніть «{ button-announcement-done }».
    }
announcement-ask-button =
    Під оголошенням може стояти кнопка до станції. Мешканець натисне на неї й побачить адресу та години або точку на карті.

    Якщо станцій кілька, кожна матиме свою кнопку.
announcement-ask-audience =
    Кому надіслати? Напишіть назву: громада, район, область, місто чи село. Можна кілька, по одній.

    Щоб прибрати назву, натисніть на неї нижче.
announcement-area-choices = Що саме ви маєте на увазі?
announcement-area-unknown = Такої місцевості я не знаю або вона поза вашою територією: «{ $name }». Спробуйте інакше, наприклад «Малинська громада».
announcement-preview =
    { $asks ->
        [yes] Так це побачать мешканці ({ $place }, { $language }). Напишіть назву іншого місця, і я покажу, що побачать там.
       *[no] Так це побачать мешканці ({ $place }, { $language }).
    }
announcement-preview-anywhere = будь-де
announcement-ask-time =
    Коли надсилати?

    { $approval ->
        [yes] Спершу оголошення схвалить інший адміністратор. «Одразу» означає: щойно він це зробить.
       *[no] «Одразу» означає: зараз же.
    }
announcement-quiet-now = Зараз тихі години: до { $until } нікому не пишемо. Розсилка почнеться після них.
announcement-quiet-rule = Тихі години: { $hours } за Києвом. У цей час розсилка чекає, а потім іде далі.
announcement-ask-hour = { $day }: о котрій почати?
announcement-dropped = Чернетку № { $number } скасовано. Нічого не надіслано.

announcement-submitted-waits =
    Розсилка № { $number } чекає на схвалення: { $names }. Я скажу, щойно хтось вирішить.
announcement-submitted-nobody =
    Розсилка № { $number } чекає на схвалення, але схвалити її нікому: іншого адміністратора з такою територією немає. Запросіть його, і він знайде розсилку в /broadcasts.
announcement-paid = <b>Увімкнено платне надсилання.</b> За те, що йде швидше за безкоштовні 30 дописів на секунду, Telegram бере зірки з рахунку бота.
announcement-submitted-decided =
    { $status ->
        [draft] Розсилка № { $number } знову чернетка: її забрано на доопрацювання.
       *[other] Розсилка № { $number } більше не чекає на схвалення. Що вирішили — нижче.
    }
announcement-submitted-goes = Розсилку № { $number } прийнято.
announcement-starts-at = Початок: { $at }.
announcement-approval =
    { $author } просить схвалити. Прочитайте, що побачать мешканці: воно вище.{ $mine ->
        [yes] { "" }
       *[no] { " " }{ refused-beholden }
    }
announcement-approval-decided =
    { $status ->
        [rejected] Не схвалено: { $by }.
        [cancelled] Автор скасував розсилку.
        [draft] Автор забрав розсилку на доопрацювання.
       *[other] Схвалено: { $by }.
    }
announcement-ask-reason = Чому ні? Напишіть одним дописом, автор його отримає.
announcement-decided =
    { $approved ->
        [yes] Розсилку № { $number } схвалено: { $by }.
       *[no] Розсилку № { $number } не схвалено: { $by }.
    }
announcement-decided-reason = Причина: { $reason }
announcement-decided-back = Вона знову у вас: виправте й надішліть ще раз.

announcement-progress-sent = Надіслано: { $sent } з { $total }
announcement-progress-filling = Складаю список: поки що { $total }
announcement-progress-waiting = Чекають: { $n }
announcement-progress-held = Чекають, бо розсилки зупинено: { $n }. { $oblasts }
announcement-progress-blocked = Заблокували бота: { $n }
announcement-progress-failed = Не вдалося: { $n }
announcement-progress-skipped = Відмовилися або стерли дані: { $n }
announcement-progress-repeated = Могли отримати двічі: { $n }
announcement-progress-rate = Швидкість: { NUMBER($rate, maximumFractionDigits: 1) } на секунду
announcement-progress-left = Лишилося: { $left }
announcement-left-seconds = менш як хвилина
announcement-left-minutes = { $n } хв
announcement-left-hours = { $hours } год { $minutes } хв
announcement-progress-quiet = Тихі години ({ $hours }). Продовжу після них.
announcement-report-title = <b>{ $kind } № { $number }</b>: { $status ->
        [cancelled] скасовано
       *[done] завершено
    }
announcement-report-sent =
    { $sent ->
        [0] Не отримав ніхто.
        [one] Отримав { $sent } мешканець.
        [few] Отримали { $sent } мешканці.
       *[many] Отримали { $sent } мешканців.
    }
announcement-report-time = Тривало: { $time }
announcement-report-unsent = Не надіслано: { $n }

announcement-list = <b>Розсилки</b>
announcement-list-none = Розсилок ще не було. Почніть з /announce.
announcement-list-line = № { $number } · { $kind } · { $status } · { $author } · { $at }
announcement-list-sent = { " " }· { $sent } з { $total }
announcement-table = Результати розсилки № { $number }
job-announcement-stations = Читаю файл зі станціями
job-announcement-results = Таблиця з результатами

holds =
    { $n ->
        [0] Зараз розсилки йдуть усюди.
       *[other] <b>Тут розсилки зупинено</b>
    }

    Тривога чи немає світла? Зупиніть розсилки в області: вони зачекають, решта піде далі.
holds-line = • { $oblast } — { $reason }
hold-where = У якій області зупинити?
hold-why = { $oblast }: чому?
hold-why-words = { $oblast }: напишіть причину коротко.
hold-reason-alert = повітряна тривога
hold-reason-power = немає світла

button-announcement-opening = Відкриття станцій
button-announcement-announcement = Інше оголошення
button-announcement-draft = Чернетка № { $number }
button-announcement-stations = Станції
button-announcement-words = Текст
button-announcement-media = Фото й відео
button-announcement-button = Кнопка
button-announcement-audience = Кому
button-announcement-preview = Як це побачать
button-announcement-trial = Надіслати собі
button-announcement-when = Далі: коли надсилати
button-announcement-drop = Скасувати
button-announcement-done = Готово
button-announcement-back = Назад
button-announcement-week = Нові за тиждень
button-announcement-month = Нові за місяць
button-announcement-all = Усі ({ $n })
button-announcement-none = Зняти всі
button-announcement-ready = Залишити готовий
button-announcement-in = Текст { $language }
button-announcement-no-media = Прибрати всі
button-announcement-card = Адреса й години
button-announcement-location = Точка на карті
button-announcement-no-button = Без кнопки
button-announcement-beats = Дільниці цих станцій
button-announcement-country = Уся країна
button-announcement-now = Одразу
button-announcement-approve = Схвалити
button-announcement-reject = Не схвалювати
button-announcement-no-reason = Без пояснень
button-announcement-withdraw = Забрати на доопрацювання
button-announcement-pause = Пауза
button-announcement-resume = Продовжити
button-announcement-cancel = Зупинити зовсім
button-announcement-retry = Повторити невдалі
button-announcement-table = Таблиця (Excel)
button-announcement-show = № { $number }
button-announcement-open = Відкрити
button-hold-add = Зупинити в області
button-hold-release = Відновити: { $oblast }
button-hold-alert = Повітряна тривога
button-hold-power = Немає світла
button-hold-words = Інша причина
weekday-0 = пн
weekday-1 = вт
weekday-2 = ср
weekday-3 = чт
weekday-4 = пт
weekday-5 = сб
weekday-6 = нд
refused-not-your-announcement = Цю розсилку пише інший адміністратор.
refused-unreadable-codes = Не вдалося прочитати цей файл. Потрібна таблиця Excel (.xlsx) або CSV зі стовпцем кодів станцій.
announcement-voided =
    Станція з розсилки № { $number } змінилася вже після схвалення, тому схвалення більше не діє. Нічого не надіслано.

    Інші адміністратори бачать розсилку знову, з новими даними.
refused-beholden = Схвалити має хтось інший: за ці території ви відповідаєте лише на запрошення автора.
button-picked = Обрано: { $name }
button-taken-out = Прибрати: { $name }
announcement-results-columns = Область|Громада|Місце|Усього|Отримали|Заблокували бота|Не вдалося|Відмовилися|Чекають
announcement-results-few = менше ніж 5 отримувачів
announcement-results-total = Разом
announcement-results-sheet = Розсилка { $number }
refused-announcement-elsewhere = Зараз цього зробити не можна: { $status ->
        [draft] це ще чернетка.
        [waiting] розсилка чекає на схвалення.
        [scheduled] розсилку вже схвалено.
        [running] розсилка вже триває.
        [paused] розсилка на паузі.
        [done] розсилку завершено.
        [cancelled] розсилку скасовано.
       *[other] розсилку не схвалено.
    }
refused-announcement-changed = Автор змінив це оголошення, відколи ви його бачили, тож це «так» не зараховано. Нове — нижче в чаті або в /broadcasts.
refused-own-announcement = Своє оголошення схвалити не можна. Попросіть іншого адміністратора.
refused-unknown-placeholder = У фігурних дужках є слово, якого я не знаю. Можна ці: { "{станція}" }, { "{адреса}" }, { "{години}" }, { "{телефон}" }, { "{місце}" }, { "{громада}" }, { "{офіцер}" }.
refused-text-too-long = Задовгий текст: щонайбільше { $most } знаків.
refused-too-many-pictures = Забагато зображень: щонайбільше { $most }.
refused-nothing-to-announce = Ще немає що надсилати: напишіть текст або оберіть станції.
refused-nobody-to-tell = Ще не обрано, кому надсилати: вкажіть територію і мову.
refused-wrong-time = Такий час не підходить: оберіть момент від зараз і до тижня наперед.
refused-nothing-to-retry = Немає кому надсилати ще раз: невдалих не було.
refused-no-reason = Напишіть причину: чому розсилки в області зупинено.
