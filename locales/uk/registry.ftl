# Завантаження реєстру: помилки у файлі, підсумок, запрошення офіцерів. Читають адміністратори в терміналі.

registry-at-file = { $reason }
registry-at-sheet = Аркуш «{ $sheet }»: { $reason }
registry-at-line = Аркуш «{ $sheet }», рядок { $line }: { $reason }
registry-at-cell = Аркуш «{ $sheet }», рядок { $line }, стовпець «{ $column }»: { $reason }

registry-error-no-such-file = немає такого файлу чи теки: { $file }
registry-error-unreadable-file = не вдається прочитати { $file }: потрібна книга Excel (.xlsx) або тека з файлами CSV
registry-error-wrong-encoding = { $file } не в кодуванні UTF-8: збережіть файл як «CSV UTF-8»
registry-error-too-large = { $file } завеликий для реєстру
registry-error-sheet-missing = такого аркуша немає
registry-error-sheet-twice = таких аркушів кілька, а має бути один
registry-error-header-missing = аркуш порожній, немає навіть назв стовпців
registry-error-sheet-empty = на аркуші немає жодного рядка; порожній реєстр не завантажуємо
registry-error-column-missing = немає обов’язкового стовпця
registry-error-column-twice = такий стовпець уже є
registry-error-column-unknown = невідомий стовпець; можливі: { $expected }. Власні нотатки пишіть у стовпці «Примітка»
registry-error-required = поле обов’язкове
registry-error-formula-error = формула дає помилку { $value }
registry-error-too-long = текст задовгий: символів { $length }, а можна щонайбільше { $limit }
registry-error-not-a-katottg = «{ $value }» не схоже на код КАТОТТГ (UA і 17 цифр)
registry-error-not-a-role = невідома роль «{ $value }»; можна: офіцер громади, дільничний, черговий
registry-error-not-a-visibility = «{ $value }»: хто це бачить? Можна: усі, офіцери, адміністратори
registry-error-not-a-date = «{ $value }» не схоже на дату; пишіть так: 01.09.2026
registry-error-not-a-coordinate = «{ $value }» не схоже на координату; пишіть градуси числом, наприклад 50,2547
registry-error-not-a-phone = «{ $value }» не схоже на номер телефону
registry-error-repeated = «{ $value }» уже є в рядку { $first }
registry-error-unknown-reference = коду «{ $value }» немає на аркуші «{ $target }»
registry-error-half-a-point = потрібні і широта, і довгота (або жодної)
registry-error-dates-out-of-order = останній день раніше за перший
registry-error-unknown-katottg = коду { $value } немає в чинному Кодифікаторі
registry-error-area-too-wide = на цій дільниці є цілий район або область ({ $value }); за них відповідає лише черговий

registry-refused = Помилок: { $count }. Нічого не змінено.
registry-checked = Помилок немає. Це була лише перевірка: нічого не змінено.
registry-applied = Реєстр завантажено.
registry-same = Реєстр уже саме такий: змін немає.
registry-counts = { $kind }: додано { $added }, змінено { $changed }, вилучено { $retired }
registry-kind-stations = Станції
registry-kind-officers = Офіцери
registry-kind-beats = Дільниці
registry-template-written = Шаблон записано: { $file }
registry-template-failed = Не вдалося записати { $file }: { $reason }

officers-none = У реєстрі ще немає офіцерів. Завантажте реєстр: python -m bot import registry ФАЙЛ
officers-unknown = Немає чинного офіцера з таким номером чи кодом: { $officer }
officers-unbound = { $name }: телефон відключено. Щоб приєднатися знову, потрібне нове запрошення.
officers-role-community = офіцер громади
officers-role-district = дільничний
officers-role-duty = черговий
officers-state-joined = у боті
officers-state-waiting = ще не в боті
officers-state-unreachable = бота заблоковано
invite-created = Запрошення для: { $name }. Відкривається один раз, діє до { $until } (за Києвом). Надішліть лише цій людині.
invite-no-username = Ім’я бота невідоме: додайте --username ІМ’Я або впишіть його замість BOT у посиланні.
registry-rolled-back = Довідник повернено до стану перед зміною № { $number }.
registry-no-such-change = Немає такої зміни, до якої можна повернутися: { $number }
