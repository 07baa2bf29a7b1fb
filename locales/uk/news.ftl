news-opening = У вашій громаді відкрилася поліцейська станція. Заходьте знайомитися.
news-openings = У вашій області відкрилися поліцейські станції:
news-opening-line = • <b>{ $name }</b>, { $address }
ask-news =
    Писати вам, коли поруч відкриється поліцейська станція або офіцер матиме оголошення для вашої громади?

    Лише такі новини, без реклами. Передумаєте — /news.
news-choice =
    <b>Новини для вашої громади</b>

    Відкриття станцій: { $opening ->
        [yes] надсилаю
       *[no] не надсилаю
    }
    Оголошення: { $announcement ->
        [yes] надсилаю
       *[no] не надсилаю
    }

    На ваші повідомлення офіцеру це не впливає: відповіді приходять завжди.
news-stopped =
    Гаразд, новин більше не буде. Відповіді на ваші повідомлення приходитимуть, як і раніше.

    Повернути новини: /news.
button-news-welcome = Так, пишіть
button-news-unwelcome = Ні, дякую
button-news-stop-opening = Не надсилати про станції
button-news-stop-announcement = Не надсилати оголошень
button-news-on-opening = Надсилати про відкриття станцій
button-news-off-opening = Не надсилати про відкриття станцій
button-news-on-announcement = Надсилати оголошення
button-news-off-announcement = Не надсилати оголошень
button-station-card = Про станцію
button-station-location = Показати на карті
command-news = Новини вашої громади
command-stop = Не надсилати новин
refused-broadcast-elsewhere = Зараз цього зробити не можна: { $status ->
        [draft] це ще чернетка.
        [waiting] оголошення чекає на схвалення.
        [scheduled] оголошення вже схвалено.
        [running] розсилка вже триває.
        [paused] розсилку призупинено.
        [done] розсилку завершено.
        [cancelled] розсилку скасовано.
       *[other] оголошення відхилено.
    }
refused-own-broadcast = Своє оголошення схвалити не можна. Попросіть іншого адміністратора.
refused-unknown-placeholder = У фігурних дужках є слово, якого я не знаю. Можна ці: { $known }.
refused-text-too-long = Задовгий текст: щонайбільше { $most } знаків.
refused-too-many-pictures = Забагато зображень: щонайбільше { $most }.
refused-nothing-to-announce = Ще немає що надсилати: напишіть текст або оберіть станції.
refused-nobody-to-tell = Ще не обрано, кому надсилати: вкажіть територію і мову.
refused-wrong-time = Такий час не підходить: оберіть момент від зараз і до тижня наперед.
refused-nothing-to-retry = Немає кому надсилати ще раз: невдалих не було.
refused-no-reason = Напишіть причину: чому розсилка в області чекає.
