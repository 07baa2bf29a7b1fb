# Журнал змін: хто, що, коли, як було і як стало.

command-audit = Журнал змін
button-audit-older = Раніші
button-audit-newest = Найновіші
button-audit-export = Експорт
job-audit-export = Журнал змін у файл
audit-head = <b>Журнал змін</b>
audit-none = Тут ще немає жодного запису.
audit-record = { $when } · { $who }: <b>{ $deed }</b>
audit-subject-line = { $subject }
audit-change = • { $change }
audit-other = інша дія ({ $action })
audit-nobody = командний рядок або налаштування
audit-yes = так
audit-no = ні
audit-file =
    Журнал змін: { $count ->
        [one] { $count } запис
        [few] { $count } записи
       *[many] { $count } записів
    }.
audit-sheet = Журнал
audit-column-when = Коли
audit-column-who = Хто
audit-column-deed = Що зроблено
audit-column-subject = З чим
audit-column-areas = Території
audit-column-changes = Що змінилося
audit-written =
    { $count ->
        [one] Записано { $count } запис
        [few] Записано { $count } записи
       *[many] Записано { $count } записів
    }: { $file }
audit-not-written = Не вдалося записати { $file }: { $reason }
audit-admin-invited = запрошено адміністратора
audit-admin-added = новий адміністратор
audit-admin-removed = прибрано адміністратора
audit-silent-changed = змінено тихі громади
audit-registry-imported = завантажено довідник
audit-registry-rolled-back = повернуто попередній довідник
audit-station-changed = змінено станцію
audit-beat-changed = змінено дільницю
audit-officer-changed = змінено картку офіцера
audit-officer-invited = запрошено офіцера
audit-officer-unbound = відв’язано телефон офіцера
audit-oblast-held = призупинено розсилки в області
audit-oblast-released = відновлено розсилки в області
audit-broadcast-created = створено розсилку
audit-broadcast-submitted = розсилку подано на погодження
audit-broadcast-approved = розсилку погоджено
audit-broadcast-rejected = розсилку відхилено
audit-broadcast-started = розсилку почато
audit-broadcast-paused = розсилку призупинено
audit-broadcast-resumed = розсилку продовжено
audit-broadcast-cancelled = розсилку скасовано
audit-broadcast-retried = розсилку повторено для недоставлених
audit-broadcast-revised = розсилку повернуто до чернетки
audit-broadcast-finished = розсилку завершено
audit-subject-admin = адміністратор № { $name }
audit-subject-silent = { $name }
audit-subject-station = станція { $name }
audit-subject-officer = офіцер { $name }
audit-subject-beat = дільниця { $name }
audit-subject-broadcast = розсилка № { $name }
audit-subject-registry = довідник { $name }
audit-subject-oblast = область { $name }
audit-field-name = ім’я або назва
audit-field-scope = територія
audit-field-superadmin = головний
audit-field-level = рівень
audit-field-note = примітка
audit-field-address = адреса
audit-field-hours = години
audit-field-phone = телефон
audit-field-address_seen = хто бачить адресу
audit-field-name_seen = хто бачить ім’я
audit-field-phone_seen = хто бачить телефон
audit-field-photo_seen = хто бачить фото
audit-field-photo = фото
audit-field-point = точка на карті
audit-field-rank = звання
audit-field-role = роль
audit-field-station = станція
audit-field-areas = території
audit-field-posts = призначення
audit-field-since = від
audit-field-until = до
audit-field-text = текст
audit-field-audience = кому
audit-field-generation = редакція
audit-field-label = джерело
