# Завантаження офіційних файлів про місця: помилки, підсумок. Читають адміністратори в терміналі.

places-at-line = рядок { $line }: { $reason }
places-at-field = рядок { $line }, поле «{ $field }»: { $reason }
places-at-feature = об’єкт { $number }: { $reason }

places-error-header-missing = не знайдено рядка заголовків зі стовпцями { $expected }
places-error-empty = у { $file } немає жодного запису
places-error-edition-missing = невідома дата редакції: { $file }. Додайте її: --edition 2026-07-07
places-error-edition-in-future = редакція має дату { $edition }, а сьогодні { $today }. Перевірте назву файлу або вкажіть дату: --edition 2026-07-07
places-error-oblasts-missing = схоже, файл неповний: у ньому немає цілих областей чи міст ({ $oblasts }), вилучено було б { $gone } з { $count } чинних записів. Завантажте файл ще раз; якщо він справді повний, додайте --shrink
places-error-too-many-withdrawn = схоже, файл неповний: вилучено було б { $gone } з { $count } чинних записів. Завантажте файл ще раз; якщо він справді повний, додайте --shrink
places-error-not-a-katottg = «{ $value }» не схоже на код КАТОТТГ (UA і 17 цифр)
places-error-not-a-pcode = «{ $value }» не схоже на код населеного пункту (UA і 10 цифр) чи код КАТОТТГ
places-error-not-a-category = невідома категорія «{ $value }»; можливі: O, K, P, H, M, X, C, B (T у старих редакціях)
places-error-not-of-category = категорія «{ $value }» не відповідає коду { $code }: за цифрами це інший рівень
places-error-not-a-kind = невідомий вид назви «{ $value }»; можливі: former, foreign
places-error-required = поле обов’язкове
places-error-repeated = «{ $value }» уже є в рядку { $first }
places-error-repeated-feature = «{ $value }» уже є в об’єкті { $first }
places-error-too-long = текст задовгий: символів { $length }, а можна щонайбільше { $limit }
places-error-not-a-number = «{ $value }» — не число
places-error-not-a-coordinate = «{ $value }» не схоже на координату; потрібні градуси числом, наприклад 50.2547
places-error-outside-ukraine = координата { $value } поза межами України; перевірте, чи не переплутано широту й довготу
places-error-no-population = у { $file } немає ні таблиці 5, ні таблиці 6 Держстату
places-error-not-a-feature = це не об’єкт GeoJSON із геометрією та властивостями
places-error-no-geometry = порожня геометрія
places-error-not-a-polygon = потрібен Polygon або MultiPolygon, а тут { $value }

check-no-database = Бази даних { $file } ще немає: перевіряємо так, ніби вона порожня, і нічого не створюємо.
places-refused = Помилок: { $count }. Нічого не змінено.
places-checked = Помилок немає. Це була лише перевірка: нічого не змінено.
places-applied = Завантажено.
places-same = Змін немає: дані ті самі.
places-older = Чинна редакція новіша ({ $edition }): із цієї взято лише колишні назви.
places-unmatched = Не знайдено відповідника, пропущено: { $count }
places-withdrawn = Вилучено з Кодифікатора (коди лишаються чинними для дільниць, мешканців і повідомлень): { $count }
places-count-added = додано { $n }
places-count-renamed = перейменовано { $n }
places-count-changed = змінено { $n }
places-count-withdrawn = вилучено { $n }
places-count-aliases = інших назв додано { $n }
places-count-same = без змін { $n }
places-count-repaired = виправлено контурів { $n }
