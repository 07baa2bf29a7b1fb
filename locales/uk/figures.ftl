# Покриття, прогалини, статистика.

command-coverage = Покриття: де є офіцери і станції
command-stats = Статистика повідомлень
job-coverage = Підрахунок покриття
job-gaps = Пошук прогалин
job-stats = Підрахунок повідомлень
refused-area-unknown = Я не знаю такої області, району чи громади. Напишіть назву повністю, наприклад: «Малинська громада».
refused-period-unclear = Не розумію цих дат. Напишіть так: 01.09.2026–30.09.2026.

figures-country = уся Україна
figures-more-areas = ; і ще { $n }
area-choices = Таких кілька. Яка саме?

coverage-head =
    <b>Покриття: { $area }</b>
    Станом на { $at }
coverage-regions = Регіонів, де є офіцери громад: { $n } з { $all }
coverage-hromadas = Громад, де є офіцер громади: { $n } з { $all }
coverage-officers = Офіцерів громад: { $community }, дільничних: { $district }, чергових: { $duty }
coverage-stations = Поліцейських станцій: { $n }
coverage-settlements = Населених пунктів: { $n }
coverage-with-community = • з офіцером громади — { $settlements } (людей: { $people })
coverage-with-district = • з дільничним — { $settlements } (людей: { $people })
coverage-with-duty = • лише з черговим — { $settlements } (людей: { $people })
coverage-with-nobody = • без нікого — { $settlements } (людей: { $people })
coverage-known = Людей може бути більше: населення відоме лише для { $known } з { $all } населених пунктів.

gaps-head = <b>Що варто виправити: { $area }</b>
gaps-left = <b>Довідник змінено. Ось що ще варто виправити на вашій території:</b>
button-gaps-table = Усе докладно, таблицею
gaps-none = Нічого: усюди хтось є, і всі дані на місці.
gaps-table = Усе докладно — в таблиці.
gaps-nobody = • Нікого немає: { $n ->
        [one] { $n } населений пункт
        [few] { $n } населені пункти
       *[many] { $n } населених пунктів
    }, там живе щонайменше { $people ->
        [one] { $people } людина
        [few] { $people } людини
       *[many] { $people } людей
    }{ $unknown ->
        [0] { "" }
       *[other] { " " }(населення { $unknown } з них невідоме)
    }
gaps-asked = • Там, де нікого немає, офіцера шукали { $n ->
        [one] { $n } раз
        [few] { $n } рази
       *[many] { $n } разів
    } ({ $places ->
        [one] { $places } місце
        [few] { $places } місця
       *[many] { $places } місць
    })
gaps-not-joined = • Офіцери, яких ще немає в боті: { $n }
gaps-unreachable = • Офіцери, які заблокували бота: { $n }
gaps-without-beat = • Офіцери без дільниці: { $n }
gaps-vacant = • Дільниці без офіцера: { $n }
gaps-no-point = • Станції без точки на карті: { $n }
gaps-no-hours = • Станції без годин роботи: { $n }
gaps-ending = • Призначення, що закінчуються за 30 днів: { $n }{ $nobody ->
        [0] { "" }
       *[other] , без наступника: { $nobody }
    }
gaps-crowded = • Дільниці, де людей більше, ніж дозволяє Наказ № 650: { $n }
gaps-overlaps = • Території, що є одразу в кількох дільницях: { $n }

duration-minutes =
    { $n ->
        [one] { $n } хвилину
        [few] { $n } хвилини
       *[many] { $n } хвилин
    }
duration-hours =
    { $n ->
        [one] { $n } годину
        [few] { $n } години
       *[many] { $n } годин
    }
duration-days =
    { $n ->
        [one] { $n } день
        [few] { $n } дні
       *[many] { $n } днів
    }

stats-head =
    <b>Повідомлення: { $area }</b>
    { $first } – { $last } ({ $days ->
        [one] { $days } день
        [few] { $days } дні
       *[many] { $days } днів
    })
stats-none = За цей час повідомлень не було.
stats-sent = Надіслано: { $n }
stats-status-new = • надіслано, ще не прийнято — { $n }
stats-status-accepted = • прийнято, ще в роботі — { $n }
stats-status-resolved = • вирішено — { $n }
stats-accepted = Прийнято: половину — не довше ніж за { $median }, 90 % — за { $most }
stats-accepted-none = Прийнято: ще жодного
stats-answered = Перша відповідь: половині — не довше ніж за { $median }, 90 % — за { $most }
stats-answered-none = Перша відповідь: ще жодної
stats-resolved = Вирішено: половину — не довше ніж за { $median }, 90 % — за { $most }
stats-resolved-none = Вирішено: ще жодного
stats-waiting = ; ще чекають: { $n }
stats-without = ; вирішено без письмової відповіді: { $n }
stats-categories = Найчастіше: { $listed }
stats-places = Найбільше: { $listed }
stats-unreachable = Офіцерів, які заблокували бота: { $n }
stats-more-announcements = Розсилок: { $n }
stats-more-delivered = Доставлено за розсилками: { $n }
stats-table = Усі числа таблицею. Текстів повідомлень у ній немає.
unanswered-head = Пошук міста чи села не дав відповіді: { $n }
unanswered-line = • { $kind } — { $n }
unanswered-kind-unknown-name = такої назви немає в довіднику
unanswered-kind-oblast = названо лише область
unanswered-kind-no-name = привітання або інше слово, не місце
unanswered-kind-postcode = лише поштовий індекс
unanswered-kind-plus-code = лише короткий код із карти (plus code)
unanswered-kind-three-words = адреса з трьох слів (what3words)
unanswered-kind-short-link = коротке посилання на карту
unanswered-kind-empty = слова без назви
unanswered-kind-story = довга розповідь, назви в ній не знайдено
unanswered-kind-outside-ukraine = точка поза межами України
unanswered-kind-wrong-place = показано не те місце
unanswered-kind-not-listed = жодне із запропонованих місць
unanswered-kind-address-without-settlement = адреса без міста чи села
unanswered-kind-address-not-looked-for = адреси не шукаємо: пошук адрес не ввімкнено
unanswered-kind-address-not-found = такої адреси не знайдено
unanswered-kind-geocoder-away = пошук адрес не відповідав

button-period-month = Цей місяць
button-period-last = Минулий місяць
button-period-days90 = 90 днів
button-period-year = Рік
button-area-home = Уся моя територія

chart-served = Хто відповідає мешканцям
chart-served-share =
    { $area }: частка населених пунктів{ $notes ->
        [yes] { "" },
            праворуч — громади, де є офіцер громади
       *[no] { "" }
    }
chart-reports = Повідомлення мешканців
chart-community = офіцер громади
chart-district = дільничний
chart-duty = лише черговий
chart-nobody = нікого
chart-hromadas = { $n } з { $all } гр.
chart-by-day = По днях
chart-by-week = По тижнях
chart-by-category = За темами

sheet-summary = Підсумок
sheet-parts = За територіями
sheet-nobody = Нікого немає
sheet-asked = Шукали марно
sheet-officers = Офіцери
sheet-stations = Станції
sheet-ending = Призначення
sheet-vacant = Дільниці без офіцера
sheet-crowded = Забагато людей
sheet-overlaps = Перетини
sheet-categories = Теми
sheet-places = Місця
sheet-hromadas = Громади
sheet-days = Дні
sheet-time = Час
sheet-unanswered = Пошук без відповіді
sheet-unreachable = Офіцери без зв’язку

column-figure = Показник
column-value = Значення
column-katottg = Код КАТОТТГ
column-place = Місце
column-hromada = Громада
column-raion = Район
column-oblast = Область
column-population = Населення
column-asked = Скільки разів
column-last-asked = Востаннє
column-code = Код
column-name = Назва
column-officer = Офіцер
column-officers = Офіцерів
column-role = Роль
column-why = Що не так
column-beat = Дільниця
column-beats = Дільниці
column-until = До
column-followed = Наступник
column-people = Людей на офіцера
column-limit = Дозволено
column-unknown = Місць з невідомим населенням
column-around = Усередині
column-hromadas = Громад
column-hromadas-served = Громад з офіцером громади
column-stations = Станцій
column-settlements = Населених пунктів
column-people-all = Людей (відомо)
column-with-community = З офіцером громади
column-with-district = З дільничним
column-with-duty = Лише з черговим
column-with-nobody = Без нікого
column-people-with-community = Людей з офіцером громади
column-people-with-nobody = Людей без нікого
column-community = Офіцерів громад
column-district = Дільничних
column-duty = Чергових
column-regions = Регіонів
column-regions-served = Регіонів з офіцерами громад
column-category = Тема
column-reports = Повідомлень
column-new = Ще не прийнято
column-accepted = У роботі
column-resolved = Вирішено
column-answer-median = Перша відповідь: половині за, год
column-answer-most = Перша відповідь: 90 % за, год
column-waiting = Ще чекають
column-without = Вирішено без цього
column-day = День
column-step = Крок
column-measured = Виміряно
column-median = Половина за, год
column-most = 90 % за, год
column-since = Від
column-first = Перший день
column-last = Останній день

step-accepted = Прийнято офіцером, який має його зараз
step-answered = Перша письмова відповідь офіцера
step-resolved = Вирішено
why-not-joined = ще не в боті
why-unreachable = заблокував бота
why-without-beat = без дільниці
why-no-point = немає точки на карті
why-no-hours = немає годин роботи
overlap-twice = та сама територія в кількох дільницях
overlap-within = вужча територія в чужій ширшій
followed-yes = є
followed-no = немає

activity =
    За останні { $days ->
        [one] { $days } день
        [few] { $days } дні
       *[many] { $days } днів
    } у громаді — { $reports ->
        [one] { $reports } повідомлення
        [few] { $reports } повідомлення
       *[many] { $reports } повідомлень
    }{ $answer ->
        [none] .
       *[other] ; половині відповіли не довше ніж за { $answer }.
    }
