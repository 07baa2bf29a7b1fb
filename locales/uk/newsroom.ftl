# Розмова адміністраторів про відкриття станцій та оголошення.

command-announce = Розповісти мешканцям: нова станція, оголошення
command-broadcasts = Розсилки: що триває, що вже пішло
command-hold = Зупинити розсилки в області (тривога, немає світла)

news-kind-opening = Відкриття станцій
news-kind-announcement = Оголошення
news-status-draft = чернетка
news-status-waiting = чекає на схвалення
news-status-scheduled = схвалено, чекає свого часу
news-status-running = триває
news-status-paused = на паузі
news-status-done = завершено
news-status-cancelled = скасовано
news-status-rejected = не схвалено
news-title = <b>{ $kind } № { $number }</b> — { $status }
news-language-uk = українською
news-language-en = англійською
news-country = уся країна

news-kinds =
    Про що розповісти мешканцям?

    Кожен отримає одне оголошення, лише про свою місцевість. Перед надсиланням усе можна побачити й перевірити.
news-kinds-drafts =
    { $n ->
        [one] У вас є незавершена чернетка.
       *[other] У вас є незавершені чернетки.
    }

news-outline-stations =
    { $n ->
        [0] Станції: ще не обрано
        [one] { $n } станція: { $names }
        [few] { $n } станції: { $names }
       *[many] { $n } станцій: { $names }
    }
news-and-more =
    { $n ->
        [one] { $names } та ще { $n }
       *[other] { $names } та ще { $n }
    }
news-outline-words =
    { $own ->
        [ready] Текст: готовий
        [none] Текст: ще немає
       *[other] Текст: ваш, { $own }
    }
news-outline-media =
    { $n ->
        [0] Фото й відео: немає
        [one] { $n } фото або відео
        [few] { $n } фото чи відео
       *[many] { $n } фото чи відео
    }
news-outline-button =
    { $button ->
        [card] Кнопка: адреса й години станції
        [location] Кнопка: станція на карті
       *[none] Кнопка: немає
    }
news-outline-areas =
    { $by ->
        [stations] Кому: мешканцям дільниць цих станцій
        [none] Кому: ще не обрано
       *[areas] Кому: { $areas }
    }
news-outline-languages =
    { $all ->
        [yes] Мови: усі
       *[no] Мови: лише { $languages }
    }
news-outline-time =
    { $at ->
        [now] Коли: одразу після схвалення
       *[other] Коли: { $at }
    }
news-audience =
    { $total ->
        [0] <b>Зараз це не отримає ніхто.</b>
        [one] <b>Отримає { $total } мешканець</b>: { $languages }.
        [few] <b>Отримають { $total } мешканці</b>: { $languages }.
       *[many] <b>Отримають { $total } мешканців</b>: { $languages }.
    }
news-audience-counting = Рахую, скільки людей це отримає…
news-audience-language = { $language } — { $n }
news-audience-held =
    { $n ->
        [one] З них { $n } зачекає, бо розсилки зупинено: { $oblast } ({ $reason }).
       *[other] З них { $n } зачекають, бо розсилки зупинено: { $oblast } ({ $reason }).
    }
news-audience-silent =
    { $n ->
        [one] Ще { $n } живе в тихих громадах: туди розсилки не йдуть.
       *[other] Ще { $n } живуть у тихих громадах: туди розсилки не йдуть.
    }
news-audience-unreachable =
    { $n ->
        [one] Ще { $n } заблокував бота й не отримає нічого.
       *[other] Ще { $n } заблокували бота й не отримають нічого.
    }
news-audience-unwilling =
    { $n ->
        [one] Ще { $n } на такі новини згоди не дав.
       *[other] Ще { $n } на такі новини згоди не дали.
    }
news-audience-note = Про відкриття станцій дізнаються ті, хто на це погодився. Інші оголошення отримують лише ті, хто ввімкнув їх у /news.

news-panel-missing-stations = Далі оберіть станції.
news-panel-missing-words = Далі напишіть текст.
news-panel-missing-audience = Далі оберіть, кому це надіслати.
news-panel-complete = Усе готове. Подивіться, як це побачать мешканці, і надішліть на пробу собі.
news-untranslated =
    { $n ->
        [one] Тексту { $language } немає: { $n } мешканець побачить український.
        [few] Тексту { $language } немає: { $n } мешканці побачать український.
       *[many] Тексту { $language } немає: { $n } мешканців побачать український.
    }
news-unknown-codes = Таких станцій я у вас не знаю, їх пропущено: { $codes }

news-stations =
    { $chosen ->
        [0] Які станції відкрилися? Натисніть на кожну.
        [one] Обрано { $chosen } станцію.
        [few] Обрано { $chosen } станції.
       *[many] Обрано { $chosen } станцій.
    }

    Можна також надіслати файл (Excel чи CSV) із кодами станцій. Або дату, наприклад 01.11.2026: я оберу всі, що з’явилися в довіднику відтоді.
news-stations-none = У вашій території ще немає станцій. Додайте їх у довідник.
news-ask-words =
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

    Наприклад: «{ "{місце}" }: відкрито { "{станція}" }, { "{адреса}" }». Жирний шрифт і посилання збережуться. Можна одразу надіслати фото з підписом.
news-ask-words-own = Текст { $language } вже є. Новий його замінить.
news-ask-words-none = Зараз пишемо { $language }. Якщо його не буде, ці мешканці отримають готовий або український текст.
news-words-where = Цього я нікуди не записав. Щоб змінити текст чернетки № { $number }, натисніть «{ button-news-words }» і надішліть його ще раз. Написати офіцеру як мешканець можна після /start.
news-ask-media =
    { $count ->
        [0] Надішліть фото, відео або альбом: до 10 разом.
       *[other] Додано: { $count }. Надішліть ще або натисніть «{ button-news-done }».
    }
news-ask-button =
    Під оголошенням може стояти кнопка до станції. Мешканець натисне на неї й побачить адресу та години або точку на карті.

    Якщо станцій кілька, кожна матиме свою кнопку.
news-ask-audience =
    Кому надіслати? Напишіть назву: громада, район, область, місто чи село. Можна кілька, по одній.

    Щоб прибрати назву, натисніть на неї нижче.
news-area-choices = Що саме ви маєте на увазі?
news-area-unknown = Такої місцевості я не знаю або вона поза вашою територією: «{ $name }». Спробуйте інакше, наприклад «Малинська громада».
news-preview =
    { $asks ->
        [yes] Так це побачать мешканці ({ $place }, { $language }). Напишіть назву іншого місця, і я покажу, що побачать там.
       *[no] Так це побачать мешканці ({ $place }, { $language }).
    }
news-preview-anywhere = будь-де
news-ask-time =
    Коли надсилати?

    { $approval ->
        [yes] Спершу оголошення схвалить інший адміністратор. «Одразу» означає: щойно він це зробить.
       *[no] «Одразу» означає: зараз же.
    }
news-quiet-now = Зараз тихі години: до { $until } нікому не пишемо. Розсилка почнеться після них.
news-quiet-rule = Тихі години: { $hours } за Києвом. У цей час розсилка чекає, а потім іде далі.
news-ask-hour = { $day }: о котрій почати?
news-dropped = Чернетку № { $number } скасовано. Нічого не надіслано.

news-submitted-waits =
    Розсилка № { $number } чекає на схвалення: { $names }. Я скажу, щойно хтось вирішить.
news-submitted-nobody =
    Розсилка № { $number } чекає на схвалення, але схвалити її нікому: іншого адміністратора з такою територією немає. Запросіть його, і він знайде розсилку в /broadcasts.
news-paid = <b>Увімкнено платне надсилання.</b> За те, що йде швидше за безкоштовні 30 дописів на секунду, Telegram бере зірки з рахунку бота.
news-submitted-decided =
    { $status ->
        [draft] Розсилка № { $number } знову чернетка: її забрано на доопрацювання.
       *[other] Розсилка № { $number } більше не чекає на схвалення. Що вирішили — нижче.
    }
news-submitted-goes = Розсилку № { $number } прийнято.
news-starts-at = Початок: { $at }.
news-approval =
    { $author } просить схвалити. Прочитайте, що побачать мешканці: воно вище.{ $mine ->
        [yes] { "" }
       *[no] { " " }{ refused-beholden }
    }
news-approval-decided =
    { $status ->
        [rejected] Не схвалено: { $by }.
        [cancelled] Автор скасував розсилку.
        [draft] Автор забрав розсилку на доопрацювання.
       *[other] Схвалено: { $by }.
    }
news-ask-reason = Чому ні? Напишіть одним дописом, автор його отримає.
news-decided =
    { $approved ->
        [yes] Розсилку № { $number } схвалено: { $by }.
       *[no] Розсилку № { $number } не схвалено: { $by }.
    }
news-decided-reason = Причина: { $reason }
news-decided-back = Вона знову у вас: виправте й надішліть ще раз.

news-progress-sent = Надіслано: { $sent } з { $total }
news-progress-filling = Складаю список: поки що { $total }
news-progress-waiting = Чекають: { $n }
news-progress-held = Чекають, бо розсилки зупинено: { $n }. { $oblasts }
news-progress-blocked = Заблокували бота: { $n }
news-progress-failed = Не вдалося: { $n }
news-progress-skipped = Відмовилися або стерли дані: { $n }
news-progress-repeated = Могли отримати двічі: { $n }
news-progress-rate = Швидкість: { NUMBER($rate, maximumFractionDigits: 1) } на секунду
news-progress-left = Лишилося: { $left }
news-left-seconds = менш як хвилина
news-left-minutes = { $n } хв
news-left-hours = { $hours } год { $minutes } хв
news-progress-quiet = Тихі години ({ $hours }). Продовжу після них.
news-report-title = <b>{ $kind } № { $number }</b>: { $status ->
        [cancelled] скасовано
       *[done] завершено
    }
news-report-sent =
    { $sent ->
        [0] Не отримав ніхто.
        [one] Отримав { $sent } мешканець.
        [few] Отримали { $sent } мешканці.
       *[many] Отримали { $sent } мешканців.
    }
news-report-time = Тривало: { $time }
news-report-unsent = Не надіслано: { $n }

news-list = <b>Розсилки</b>
news-list-none = Розсилок ще не було. Почніть з /announce.
news-list-line = № { $number } · { $kind } · { $status } · { $author } · { $at }
news-list-sent = { " " }· { $sent } з { $total }
news-table = Результати розсилки № { $number }
job-news-stations = Читаю файл зі станціями
job-news-results = Таблиця з результатами

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

button-news-opening = Відкриття станцій
button-news-announcement = Інше оголошення
button-news-draft = Чернетка № { $number }
button-news-stations = Станції
button-news-words = Текст
button-news-media = Фото й відео
button-news-button = Кнопка
button-news-audience = Кому
button-news-preview = Як це побачать
button-news-trial = Надіслати собі
button-news-when = Далі: коли надсилати
button-news-drop = Скасувати
button-news-done = Готово
button-news-back = Назад
button-news-week = Нові за тиждень
button-news-month = Нові за місяць
button-news-all = Усі ({ $n })
button-news-none = Зняти всі
button-news-ready = Залишити готовий
button-news-in = Текст { $language }
button-news-no-media = Прибрати всі
button-news-card = Адреса й години
button-news-location = Точка на карті
button-news-no-button = Без кнопки
button-news-beats = Дільниці цих станцій
button-news-country = Уся країна
button-news-now = Одразу
button-news-approve = Схвалити
button-news-reject = Не схвалювати
button-news-no-reason = Без пояснень
button-news-withdraw = Забрати на доопрацювання
button-news-pause = Пауза
button-news-resume = Продовжити
button-news-cancel = Зупинити зовсім
button-news-retry = Повторити невдалі
button-news-table = Таблиця (Excel)
button-news-show = № { $number }
button-news-open = Відкрити
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
refused-not-your-broadcast = Цю розсилку пише інший адміністратор.
refused-unreadable-codes = Не вдалося прочитати цей файл. Потрібна таблиця Excel (.xlsx) або CSV зі стовпцем кодів станцій.
news-voided =
    Станція з розсилки № { $number } змінилася вже після схвалення, тому схвалення більше не діє. Нічого не надіслано.

    Інші адміністратори бачать розсилку знову, з новими даними.
refused-beholden = Схвалити має хтось інший: за ці території ви відповідаєте лише на запрошення автора.
button-picked = Обрано: { $name }
button-taken-out = Прибрати: { $name }
news-results-columns = Область|Громада|Місце|Усього|Отримали|Заблокували бота|Не вдалося|Відмовилися|Чекають
news-results-few = менше ніж 5 отримувачів
news-results-total = Разом
news-results-sheet = Розсилка { $number }
