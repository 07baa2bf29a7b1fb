ask-language = Якою мовою вам зручніше?
language-set = Домовились, далі українською.
language-uk = Українська
language-en = English

category-noise = Шум, сусіди
category-order = Порядок на вулиці
category-road = Дорога, паркування
category-theft = Крадіжка, шахрайство
category-threat = Погрози, насильство
category-drugs = Наркотики
category-question = Запитання
category-other = Інше

status-draft = чернетка
status-new = надіслано, ще не прийнято
status-accepted = прийнято
status-resolved = вирішено

role-community = поліцейський офіцер громади
role-district = дільничний офіцер поліції
role-duty = черговий
role-short-community = Офіцер громади
role-short-district = Дільничний
role-short-duty = Черговий

entries-text =
    { $n ->
        [one] { $n } текст
        [few] { $n } тексти
       *[many] { $n } текстів
    }
part-unread = Останнє я прочитав не повністю: прийняв слова, а інше — ні. Надішліть, будь ласка, те, чого бракує, окремо: фото як фото, місце як місце.
live-point = Жива геолокація тут не рухається: я беру лише точку, де ви зараз. Якщо перейдете в інше місце, надішліть нову.
reaction-unseen = Реакцій я не передаю: на тому боці їх не побачать. Якщо це відповідь, напишіть її, будь ласка, словами.
entries-photo = { $n } фото
entries-live_photo =
    { $n ->
        [one] { $n } живе фото
        [few] { $n } живі фото
       *[many] { $n } живих фото
    }
entries-video = { $n } відео
entries-voice =
    { $n ->
        [one] { $n } голосове
        [few] { $n } голосові
       *[many] { $n } голосових
    }
entries-video_note = { $n } відео
entries-audio = { $n } аудіо
entries-animation =
    { $n ->
        [one] { $n } анімація
        [few] { $n } анімації
       *[many] { $n } анімацій
    }
entries-document =
    { $n ->
        [one] { $n } документ
        [few] { $n } документи
       *[many] { $n } документів
    }
entries-location =
    { $n ->
        [one] { $n } точка на карті
        [few] { $n } точки на карті
       *[many] { $n } точок на карті
    }

place-title-K = місто { $name }
place-title-M = місто { $name }
place-title-X = селище { $name }
place-title-C = село { $name }
place-title-B = { $name } район
place-title-H = { $name } громада
place-title-P = { $name } район
place-title-O = { $name } область
place-short-K = м. { $name }
place-short-M = м. { $name }
place-short-X = с-ще { $name }
place-short-C = с. { $name }
place-short-B = { $name } р-н
place-short-H = { $name } громада
place-short-P = { $name } р-н
place-short-O = { $name } обл.
around-city = м. { $name }
around-hromada = { $name } громада
around-raion = { $name } район
around-oblast = { $name } область
around-short-city = м. { $name }
around-short-hromada = { $name } гр.
around-short-raion = { $name } р-н
around-short-oblast = { $name } обл.

refused-stale-button = Ця кнопка вже не діє. Почніть з /start або /help.
refused-report-gone =
    Цього повідомлення вже немає. { $copied ->
        [no] { "" }
       *[other] Базу відновлено станом на { $copied }, написане пізніше втрачено.
    }
refused-report-erased = Цього повідомлення вже немає: мешканець стер свої дані.
refused-own-erased = Цього повідомлення вже немає: ви стерли свої дані.
refused-not-an-officer = Цього акаунта немає серед офіцерів. Нічого не передано й не змінено.
refused-already-sent = Вже надіслано, це повідомлення № { $number }.
refused-invite-unknown = Я не знаю такого запрошення. Попросіть нове посилання.
refused-invite-used = Це запрошення вже використали. Попросіть нове посилання.
refused-invite-expired = Термін цього запрошення минув. Попросіть нове посилання.
refused-invite-foreign = Цей акаунт уже належить іншому офіцеру. Відкрийте посилання зі свого телефона.
refused-not-your-report = Повідомлення № { $number } тут уже немає: вам його не передавали, або мешканець його стер, або минув строк зберігання.
refused-move-not-allowed = Зараз цього зробити не можна: { $status ->
        [draft] повідомлення ще не надіслано.
        [new] спершу прийміть повідомлення.
        [accepted] повідомлення вже прийнято.
       *[resolved] повідомлення вже вирішено.
    }
refused-report-taken = Повідомленням № { $number } уже займається { $officer }.
refused-cannot-carry =
    { $what ->
        [sticker] Наліпок
        [poll] Опитувань
        [dice] Кубиків
        [game] Ігор
        [checklist] Списків справ
        [story] Історій
        [paid_media] Платних фото й відео
        [invoice] Рахунків
        [giveaway] Розіграшів
       *[other] Такого
    } я передати не можу. Надішліть, будь ласка, текст, фото, відео, голосове, документ або геолокацію.
refused-nothing-seen = У тому, що ви надіслали, немає жодного видимого знака. Напишіть, будь ласка, словами.
refused-cannot-carry-contact =
    Контакти я не передаю, щоб не розкрити нічиїх номерів випадково. Якщо номер справді потрібен офіцеру, напишіть його текстом.
slow-down = Ви пишете швидше, ніж я встигаю передавати. Усе написане збережено й піде далі по черзі. Зачекайте, будь ласка, до { $until } і пишіть далі.
slow-down-danger = Якщо є небезпека, телефонуйте <b>102</b> або <b>112</b>.
slow-down-hushed = Якщо є небезпека, не чекайте відповіді тут.
not-taken =
    У мене щось зламалося, і останнього від вас я не прийняв. Спробуйте, будь ласка, ще раз.
refused-too-much = Одне повідомлення вміщає щонайбільше { $most } частин. Надішліть його й почніть нове.
refused-too-much-sent = Повідомлення № { $number } більше не вміщає: у ньому вже { $most } частин. Цього я не передав. Почніть нове: /report, — і надішліть це ще раз.
refused-nothing-to-send = Тут ще нічого немає. Напишіть, що сталося, або додайте фото.
refused-not-kept = Цього в мене вже немає, тому й виправити нема чого. Якщо це важливо, надішліть виправлене ще раз.
refused-no-corrections = Це вже передано, змінити там не можна. Надішліть виправлення окремо.
