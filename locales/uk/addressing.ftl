which-report-why =
    { $why ->
        [several] У вас кілька відкритих повідомлень.
        [unsaid] Я не знаю, кому це передати.
        [lost] Я не бачу, якого повідомлення стосується ваша відповідь.
       *[gone] Повідомлення, на яке ви відповідаєте, вже немає. { $copied ->
            [no] { "" }
           *[other] Базу відновлено станом на { $copied }, написане пізніше втрачено.
        }
    }
which-report =
    Ваші слова я зберіг. Куди їх передати?

    { $officer ->
        [yes] Щоб я не питав, дайте відповідь (Reply) на запис мешканця або на картку. Список — /queue.
       *[no] Щоб я не питав, дайте відповідь на будь-яке моє повідомлення з потрібним номером.
    }
words-dropped = Гаразд, нікуди не передаю.
report-here =
    <b>Повідомлення № { $number }</b> · { $category } · { $place } · { $status }

    Щоб додати щось, дайте відповідь на це повідомлення.

button-which-own = Офіцеру: № { $number } · { $category } · { $place }
button-which-case = Мешканцю: № { $number } · { $category } · { $place }
button-which-draft = Чернетка · { $category } · { $place }
button-new-report = Нове повідомлення
button-nowhere = Нікуди
