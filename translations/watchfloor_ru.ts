<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Arithmetic</name>
    <message>
        <source>total</source>
        <translation>всего</translation>
    </message>
    <message>
        <source>in the last %1</source>
        <translation>за %1</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>ошибки</translation>
    </message>
    <message>
        <source>SLI</source>
        <translation>SLI</translation>
    </message>
    <message>
        <source>1 − errors ÷ total</source>
        <translation>1 − ошибки ÷ всего</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>допустимо</translation>
    </message>
    <message>
        <source>total × (1 − %1)</source>
        <translation>всего × (1 − %1)</translation>
    </message>
    <message>
        <source>left</source>
        <translation>осталось</translation>
    </message>
    <message>
        <source>allowed − errors = %1</source>
        <translation>допустимо − ошибки = %1</translation>
    </message>
    <message>
        <source>as time</source>
        <translation>во времени</translation>
    </message>
    <message>
        <source>%1 × %2 × %3</source>
        <translation>%1 × %2 × %3</translation>
    </message>
    <message>
        <source>error ratio of 1 h ÷ (1 − %1)</source>
        <translation>доля ошибок 1 ч ÷ (1 − %1)</translation>
    </message>
    <message>
        <source>burn rate</source>
        <translation>темп</translation>
    </message>
    <message>
        <source>%1x</source>
        <translation>%1x</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>исчерпан</translation>
    </message>
    <message>
        <source>left ÷ burn rate × %1</source>
        <translation>осталось ÷ темп × %1</translation>
    </message>
</context>
<context>
    <name>EndpointReason</name>
    <message>
        <source>%1, wants %2</source>
        <translation>%1, нужно %2</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>ещё не опрошен</translation>
    </message>
    <message>
        <source>no answer for %1</source>
        <translation>нет ответа уже %1</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>the budget of %1 is spent</source>
        <translation>бюджет %1 исчерпан</translation>
    </message>
    <message>
        <source>%1 burns its budget fast enough to page</source>
        <translation>%1 сжигает бюджет так быстро, что нужен вызов</translation>
    </message>
    <message>
        <source>%1 burns its budget too fast</source>
        <translation>%1 сжигает бюджет слишком быстро</translation>
    </message>
    <message>
        <source>little of the budget of %1 is left</source>
        <translation>от бюджета %1 осталось мало</translation>
    </message>
    <message>
        <source>%1 has no traffic</source>
        <translation>%1 без трафика</translation>
    </message>
    <message>
        <source>%1 is %2 old, limit %3</source>
        <translation>%1: давность %2, предел %3</translation>
    </message>
    <message>
        <source>%1 cannot be seen: %2</source>
        <translation>%1 не видно: %2</translation>
    </message>
    <message>
        <source>%1 has not answered for %2</source>
        <translation>%1 не отвечает уже %2</translation>
    </message>
    <message>
        <source>%1 has not answered yet</source>
        <translation>%1 ещё не ответил</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is pending</source>
        <translation>%1 ожидает срабатывания</translation>
    </message>
    <message>
        <source>%1 was firing and cannot be seen now</source>
        <translation>%1 был активен, сейчас его не видно</translation>
    </message>
    <message>
        <source>%1 is firing</source>
        <translation>%1 сработал</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 d</source>
        <translation>%1 д</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>в соединении отказано</translation>
    </message>
    <message>
        <source>Nothing answers at this address. Is the server running, and is the port right?</source>
        <translation>По этому адресу никто не отвечает. Запущен ли сервер и верен ли порт?</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>имя не найдено</translation>
    </message>
    <message>
        <source>This host name does not resolve. Check its spelling and this machine&apos;s DNS.</source>
        <translation>Это имя узла не разрешается. Проверьте написание и DNS этой машины.</translation>
    </message>
    <message>
        <source>time-out</source>
        <translation>тайм-аут</translation>
    </message>
    <message>
        <source>No complete answer came in time. It is asked again at its interval.</source>
        <translation>Полный ответ не пришёл вовремя. Запрос повторится со своим интервалом.</translation>
    </message>
    <message>
        <source>certificate refused</source>
        <translation>сертификат отклонён</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted. Name its authority with tls: {ca: …}.</source>
        <translation>Сертификату сервера нет доверия. Укажите его центр сертификации: tls: {ca: …}.</translation>
    </message>
    <message>
        <source>this machine is offline</source>
        <translation>эта машина не в сети</translation>
    </message>
    <message>
        <source>This machine has no network; nothing can be said of the services.</source>
        <translation>У этой машины нет сети; о сервисах ничего сказать нельзя.</translation>
    </message>
    <message>
        <source>log-in needed</source>
        <translation>нужен вход</translation>
    </message>
    <message>
        <source>The server wants a log-in. Check the source&apos;s credentials.</source>
        <translation>Сервер требует входа. Проверьте учётные данные источника.</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>не разрешено</translation>
    </message>
    <message>
        <source>These credentials may not do this. Ask for the right, or use others.</source>
        <translation>С этими учётными данными это запрещено. Запросите право или возьмите другие.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найдено</translation>
    </message>
    <message>
        <source>It is not there. Check the address or the name.</source>
        <translation>Этого там нет. Проверьте адрес или имя.</translation>
    </message>
    <message>
        <source>asked to wait</source>
        <translation>просит подождать</translation>
    </message>
    <message>
        <source>The server asks us to wait. It is asked again later.</source>
        <translation>Сервер просит подождать. Запрос повторится позже.</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>запускается</translation>
    </message>
    <message>
        <source>The server is not ready yet. It is asked again at its interval.</source>
        <translation>Сервер ещё не готов. Запрос повторится со своим интервалом.</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>ошибка сервера</translation>
    </message>
    <message>
        <source>The server failed to answer. Its own log says why.</source>
        <translation>Сервер не смог ответить. Причина в его собственном журнале.</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>запрос отклонён</translation>
    </message>
    <message>
        <source>The server refused this request.</source>
        <translation>Сервер отклонил этот запрос.</translation>
    </message>
    <message>
        <source>redirected elsewhere</source>
        <translation>перенаправлено</translation>
    </message>
    <message>
        <source>The server wants to send us to another address, which is not followed. Put the final address into the workspace.</source>
        <translation>Сервер перенаправляет на другой адрес, туда запрос не идёт. Впишите конечный адрес в рабочую область.</translation>
    </message>
    <message>
        <source>answer incomplete</source>
        <translation>ответ неполон</translation>
    </message>
    <message>
        <source>The connection closed before the whole answer came; the part that came is not used.</source>
        <translation>Соединение закрылось раньше, чем пришёл весь ответ; пришедшая часть не используется.</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation>ответ слишком велик</translation>
    </message>
    <message>
        <source>The answer is over its size limit and was not read.</source>
        <translation>Ответ превышает предел размера и не был прочитан.</translation>
    </message>
    <message>
        <source>not what was expected</source>
        <translation>не то, что ожидалось</translation>
    </message>
    <message>
        <source>The answer is not of the expected kind; a proxy or a log-in page may stand between.</source>
        <translation>Ответ не того вида, что ожидался; возможно, между стоит прокси или страница входа.</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>не читается</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>Это не удаётся прочитать.</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>не поддерживается</translation>
    </message>
    <message>
        <source>This version or type is not supported.</source>
        <translation>Эта версия или тип не поддерживается.</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>program missing</source>
        <translation>нет программы</translation>
    </message>
    <message>
        <source>A program that is needed is not on the PATH.</source>
        <translation>Нужной программы нет в PATH.</translation>
    </message>
    <message>
        <source>secret missing</source>
        <translation>нет секрета</translation>
    </message>
    <message>
        <source>A secret that the workspace names is not there. Set the variable, write the file or store it in the key chain.</source>
        <translation>Секрета, названного в рабочей области, нет. Задайте переменную, запишите файл или сохраните его в связке ключей.</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>только чтение</translation>
    </message>
    <message>
        <source>It cannot be written here. Check the owner and the mode of the folder.</source>
        <translation>Сюда нельзя записать. Проверьте владельца и права папки.</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>диск заполнен</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; actions stay locked until they can be recorded.</source>
        <translation>Диск заполнен. Освободите место; действия закрыты, пока их нельзя записать.</translation>
    </message>
    <message>
        <source>file error</source>
        <translation>ошибка файла</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>Файл не удалось прочитать или записать.</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>закрыто</translation>
    </message>
    <message>
        <source>It is locked.</source>
        <translation>Это закрыто.</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>недопустимо</translation>
    </message>
    <message>
        <source>It is not valid.</source>
        <translation>Это недопустимо.</translation>
    </message>
    <message>
        <source>cannot be seen</source>
        <translation>не видно</translation>
    </message>
    <message>
        <source>What would have to be asked cannot be seen now.</source>
        <translation>То, что нужно спросить, сейчас не видно.</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Критично</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Слепо</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Устарело</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Внимание</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Норма</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Авария</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Инфо</translation>
    </message>
    <message>
        <source>None</source>
        <comment>severity</comment>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Деплой</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Перезапуск</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Алерт</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Восстановлен</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Инцидент</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Заглушение</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>a date as QDateTime formats it</comment>
        <translation>dd.MM HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>a date as QDateTime formats it</comment>
        <translation>dd.MM.yyyy HH:mm</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date as QDateTime formats it</comment>
        <translation>dd.MM</translation>
    </message>
</context>
<context>
    <name>ItemLegend</name>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
</context>
<context>
    <name>PanelCard</name>
    <message>
        <source>limit %1</source>
        <translation>предел %1</translation>
    </message>
</context>
<context>
    <name>RunDirector</name>
    <message>
        <source>There is no data folder to record the run in.</source>
        <translation>Нет папки данных, чтобы записать запуск.</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>safe</source>
        <translation>безопасно</translation>
    </message>
    <message>
        <source>disruptive</source>
        <translation>с перебоями</translation>
    </message>
    <message>
        <source>destructive</source>
        <translation>разрушительно</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ожидает</translation>
    </message>
    <message>
        <source>running</source>
        <translation>выполняется</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>пройдено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>не запускался</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>остановлено</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Выполняется</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Контроль</translation>
    </message>
    <message>
        <source>Dry run passed</source>
        <translation>Проба пройдена</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Подтверждено</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Успешно</translation>
    </message>
    <message>
        <source>A gate does not hold</source>
        <translation>Предусловие неверно</translation>
    </message>
    <message>
        <source>Refused by a gate</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Ran, not effective</source>
        <translation>Без эффекта</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Откат</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Откат выполнен</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Предусловие</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Шаг %1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Контроль</translation>
    </message>
    <message>
        <source>%1, holds for %2</source>
        <translation>%1, держится %2</translation>
    </message>
    <message>
        <source>%1, needs %2</source>
        <translation>%1, нужно %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
</context>
<context>
    <name>ServiceStore</name>
    <message>
        <source>target gone from %1</source>
        <translation>цель исчезла из %1</translation>
    </message>
    <message>
        <source>target gone from %1 since %2</source>
        <translation>цель исчезла из %1 с %2</translation>
    </message>
    <message>
        <source>nothing was asked yet</source>
        <translation>запросов ещё не было</translation>
    </message>
    <message>
        <source>nothing that is watched tells of it</source>
        <translation>ничто из наблюдаемого о нём не сообщает</translation>
    </message>
    <message>
        <source>the request rate</source>
        <translation>частота запросов</translation>
    </message>
    <message>
        <source>the list of targets</source>
        <translation>список целей</translation>
    </message>
    <message>
        <source>%1 cannot scrape it</source>
        <translation>%1 не может его опросить</translation>
    </message>
    <message>
        <source>%1 of its %2 targets cannot be scraped</source>
        <translation>не опрашивается целей: %1 из %2</translation>
    </message>
    <message>
        <source>its alerts are still being read</source>
        <translation>его алерты ещё читаются</translation>
    </message>
</context>
<context>
    <name>SloDelegate</name>
    <message>
        <source>of %1</source>
        <translation>из %1</translation>
    </message>
</context>
<context>
    <name>TileContent</name>
    <message>
        <source>left</source>
        <translation>осталось</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>empty in %1</source>
        <translation>иссякнет через %1</translation>
    </message>
    <message>
        <source>on track</source>
        <translation>по плану</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>запросы</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>ошибки</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>пока неизвестно</translation>
    </message>
    <message>
        <source>no objective</source>
        <translation>нет SLO</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>%1 more</source>
        <translation>ещё %1</translation>
    </message>
</context>
<context>
    <name>TouchedView</name>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>ошибок %1</translation>
    </message>
</context>
<context>
    <name>VersionWatch</name>
    <message>
        <source>%1 deployed</source>
        <translation>%1 развёрнут</translation>
    </message>
    <message>
        <source>restarted</source>
        <translation>перезапущен</translation>
    </message>
</context>
<context>
    <name>Watchfloor</name>
    <message>
        <source>No workspace was named, there is no watchfloor.yaml here, and none was opened before. Name one, give a Prometheus&apos; URL, or try --demo.</source>
        <translation>Рабочая область не указана, watchfloor.yaml здесь нет, и прежде ничего не открывалось. Укажите её, дайте URL Prometheus или попробуйте --demo.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AcknowledgeDialog</name>
    <message>
        <source>Also silence it in its Alertmanager, so that the team sees it</source>
        <translation>Также заглушить в его Alertmanager, чтобы это видела команда</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n alert(s)</source>
        <translation>
            <numerusform>Принять %n алерт</numerusform>
            <numerusform>Принять %n алерта</numerusform>
            <numerusform>Принять %n алертов</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge %1</source>
        <translation>Принять %1</translation>
    </message>
    <message>
        <source>Why, or what you do about it</source>
        <translation>Почему или что вы с этим делаете</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>For how long; a worse severity opens it again in any case</source>
        <translation>На какой срок; при худшей важности откроется снова в любом случае</translation>
    </message>
    <message>
        <source>Until it is over</source>
        <translation>Пока не кончится</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>Кто его держит</translation>
    </message>
    <message>
        <source>Without an end above the silence lasts %1.</source>
        <translation>Если выше срока нет, заглушение длится %1.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlarmActions</name>
    <message>
        <source>It is over already: there is nothing to acknowledge.</source>
        <translation>Он уже кончился: принимать нечего.</translation>
    </message>
    <message>
        <source>%1 has acknowledged it already.</source>
        <translation>Уже принят: %1.</translation>
    </message>
    <message>
        <source>Acknowledged by %1.</source>
        <translation>Принял: %1.</translation>
    </message>
    <message>
        <source>Not acknowledged: %1</source>
        <translation>Не принят: %1</translation>
    </message>
    <message>
        <source>Not acknowledged: it did not stay so.</source>
        <translation>Не принят: принятие не удержалось.</translation>
    </message>
    <message>
        <source>It is over already: there is nothing to silence.</source>
        <translation>Он уже кончился: глушить нечего.</translation>
    </message>
    <message>
        <source>Not silenced: no Alertmanager lists it, so none could mute it. Acknowledge it instead.</source>
        <translation>Не заглушён: ни один Alertmanager его не перечисляет, заглушить некому. Лучше примите его.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not silenced. %1</source>
        <translation>Не заглушён. %1</translation>
    </message>
    <message>
        <source>Silenced until %1 on %2.</source>
        <translation>Заглушён до %1 на %2.</translation>
    </message>
    <message>
        <source>%1 Not everywhere. %2</source>
        <translation>%1 Не везде. %2</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlarmBar</name>
    <message>
        <source>Acknowledge</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Silence 1 h</source>
        <translation>Заглушить на 1 ч</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Увидено</translation>
    </message>
    <message>
        <source>All seen</source>
        <translation>Всё увидено</translation>
    </message>
    <message>
        <source>I have seen it: no more sound. It stays in the list (Ctrl+Shift+S).</source>
        <translation>Увидено: звука больше не будет. В списке остаётся (Ctrl+Shift+S).</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Запрос…</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>how long an alarm lasts</comment>
        <translation>уже %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Alarm: %1</source>
        <translation>Тревога: %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlarmWords</name>
    <message>
        <source>An alert without a name</source>
        <translation>Алерт без имени</translation>
    </message>
    <message>
        <source>Nobody answered: %1</source>
        <translation>Никто не ответил: %1</translation>
    </message>
    <message>
        <source>Now %1&apos;s: %2</source>
        <comment>a person, and an alert</comment>
        <translation>Теперь отвечает %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) cannot be seen</source>
        <translation>
            <numerusform>%n источник не видно</numerusform>
            <numerusform>%n источника не видно</numerusform>
            <numerusform>%n источников не видно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) began meanwhile and still fire</source>
        <translation>
            <numerusform>%n алерт начался за это время и ещё активен</numerusform>
            <numerusform>%n алерта начались за это время и ещё активны</numerusform>
            <numerusform>%n алертов начались за это время и ещё активны</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) began to fire</source>
        <translation>
            <numerusform>сработал %n алерт</numerusform>
            <numerusform>сработали %n алерта</numerusform>
            <numerusform>сработало %n алертов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what alerts have in common, and how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 critical, %2 warning</source>
        <translation>критично %1, внимание %2</translation>
    </message>
    <message>
        <source>%1: %2 and more</source>
        <translation>%1: %2 и другие</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be seen</source>
        <translation>%1 не видно</translation>
    </message>
    <message>
        <source>%1 is seen again</source>
        <translation>%1 снова видно</translation>
    </message>
    <message>
        <source>Its series disappeared: whether all is well is not known</source>
        <translation>Его ряды исчезли: всё ли в порядке, неизвестно</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Восстановлен</translation>
    </message>
    <message>
        <source>Recovered after %1</source>
        <translation>Восстановлен через %1</translation>
    </message>
    <message>
        <source>All of them are over or taken on</source>
        <translation>Все они кончились или приняты</translation>
    </message>
    <message>
        <source>its acknowledgement is over and it still fires</source>
        <translation>срок принятия вышел, а он ещё активен</translation>
    </message>
    <message numerus="yes">
        <source>it flaps: %n start(s) in a short time, told once</source>
        <translation>
            <numerusform>мигает: %n срабатывание за короткое время, сообщено один раз</numerusform>
            <numerusform>мигает: %n срабатывания за короткое время, сообщено один раз</numerusform>
            <numerusform>мигает: %n срабатываний за короткое время, сообщено один раз</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1, kept back until now</source>
        <translation>с %1, до сих пор придерживалось</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertActions</name>
    <message numerus="yes">
        <source>%n alert(s) acknowledged.</source>
        <translation>
            <numerusform>%n алерт принят.</numerusform>
            <numerusform>%n алерта приняты.</numerusform>
            <numerusform>%n алертов принято.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) taken away; the history has them.</source>
        <translation>
            <numerusform>%n алерт убран; он есть в истории.</numerusform>
            <numerusform>%n алерта убраны; они есть в истории.</numerusform>
            <numerusform>%n алертов убрано; они есть в истории.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2 alerts are copied.</source>
        <translation>Скопированы первые %1 из %2 алертов.</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Показать только</translation>
    </message>
    <message>
        <source>Keep away</source>
        <translation>Скрыть</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n alert(s)</source>
        <translation>
            <numerusform>Принять %n алерт</numerusform>
            <numerusform>Принять %n алерта</numerusform>
            <numerusform>Принять %n алертов</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge with a comment…</source>
        <translation>Принять с комментарием…</translation>
    </message>
    <message numerus="yes">
        <source>Let %n alert(s) go</source>
        <translation>
            <numerusform>Отпустить %n алерт</numerusform>
            <numerusform>Отпустить %n алерта</numerusform>
            <numerusform>Отпустить %n алертов</numerusform>
        </translation>
    </message>
    <message>
        <source>Silence what they have in common…</source>
        <translation>Заглушить общее у них…</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>Заглушить…</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n alert(s)</source>
        <translation>
            <numerusform>Убрать %n алерт</numerusform>
            <numerusform>Убрать %n алерта</numerusform>
            <numerusform>Убрать %n алертов</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Копировать как JSON</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Копировать как Markdown</translation>
    </message>
    <message>
        <source>Nothing to acknowledge: what is chosen is muted or over.</source>
        <translation>Принимать нечего: выбранное заглушено или уже закончилось.</translation>
    </message>
    <message numerus="yes">
        <source>Copying %n alert(s)…</source>
        <translation>
            <numerusform>Копируется %n алерт…</numerusform>
            <numerusform>Копируются %n алерта…</numerusform>
            <numerusform>Копируются %n алертов…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are copied.</source>
        <translation>
            <numerusform>%n алерт скопирован.</numerusform>
            <numerusform>%n алерта скопированы.</numerusform>
            <numerusform>%n алертов скопировано.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertBanners</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message numerus="yes">
        <source>%n more like this.</source>
        <translation>
            <numerusform>Ещё %n такой же.</numerusform>
            <numerusform>Ещё %n таких же.</numerusform>
            <numerusform>Ещё %n таких же.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has not answered since %2.</source>
        <translation>%1 не отвечает с %2.</translation>
    </message>
    <message>
        <source>%1 has never answered.</source>
        <translation>%1 ни разу не ответил.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) that it told of are kept as last seen, not cleared.</source>
        <translation>
            <numerusform>%n его алерт хранится таким, каким был, и не снят.</numerusform>
            <numerusform>%n его алерта хранятся такими, какими были, и не сняты.</numerusform>
            <numerusform>%n его алертов хранятся такими, какими были, и не сняты.</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts and silences that only it knows cannot be seen.</source>
        <translation>Алерты и заглушения, известные только ему, не видны.</translation>
    </message>
    <message>
        <source>What only it would raise cannot be seen.</source>
        <translation>То, что поднял бы только он, не видно.</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>Открыть источник</translation>
    </message>
    <message>
        <source>%1 of %2 alerts of %3 are shown.</source>
        <translation>Показано алертов: %1 из %2, источник %3.</translation>
    </message>
    <message>
        <source>The worst are kept; the rest is left out.</source>
        <translation>Худшие сохранены; остальное опущено.</translation>
    </message>
    <message>
        <source>A silence ends in %1.</source>
        <translation>Заглушение кончится через %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) that it mutes still fire: %1</source>
        <translation>
            <numerusform>%n заглушённый им алерт ещё активен: %1</numerusform>
            <numerusform>%n заглушённых им алерта ещё активны: %1</numerusform>
            <numerusform>%n заглушённых им алертов ещё активны: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open silences</source>
        <translation>Открыть заглушения</translation>
    </message>
    <message numerus="yes">
        <source>%n rule file(s) are wrong and not evaluated.</source>
        <translation>
            <numerusform>%n файл правил содержит ошибки и не вычисляется.</numerusform>
            <numerusform>%n файла правил содержат ошибки и не вычисляются.</numerusform>
            <numerusform>%n файлов правил содержат ошибки и не вычисляются.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules do not see the series of %1.</source>
        <translation>Правила не видят рядов %1.</translation>
    </message>
    <message>
        <source>It offers no remote read.</source>
        <translation>Удалённого чтения там нет.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertCells</name>
    <message>
        <source>Firing</source>
        <translation>Сработал</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ожидает</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Принят</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Заглушён</translation>
    </message>
    <message>
        <source>Inhibited</source>
        <translation>Подавлен</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Не виден</translation>
    </message>
    <message>
        <source>Vanished</source>
        <translation>Исчез</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Восстановлен</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Важность</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Алерт</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Active for</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Respond within</source>
        <translation>Ответить за</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Silenced by</source>
        <translation>Заглушён</translation>
    </message>
    <message>
        <source>state</source>
        <translation>состояние</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>важность</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>источник</translation>
    </message>
    <message>
        <source>cluster of Alertmanagers</source>
        <translation>кластер Alertmanager</translation>
    </message>
    <message>
        <source>taken at %1</source>
        <translation>принят %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>not recovered</source>
        <translation>не восстановлен</translation>
    </message>
    <message>
        <source>now below</source>
        <translation>сейчас ниже порога</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>в %1</translation>
    </message>
    <message>
        <source>fires in %1</source>
        <translation>сработает через %1</translation>
    </message>
    <message>
        <source>fires any moment</source>
        <translation>вот-вот сработает</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 сверх</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>by the time %1</source>
        <translation>интервалом %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>inhibited by an alert</comment>
        <translation>алертом %1</translation>
    </message>
    <message>
        <source>by another alert</source>
        <translation>другим алертом</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
    <message numerus="yes">
        <source>%n silence(s)</source>
        <translation>
            <numerusform>%n заглушение</numerusform>
            <numerusform>%n заглушения</numerusform>
            <numerusform>%n заглушений</numerusform>
        </translation>
    </message>
    <message>
        <source>Flapping ×%1</source>
        <translation>Мигает ×%1</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(без имени)</translation>
    </message>
    <message>
        <source>unclaimed</source>
        <translation>не принят</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertCopy</name>
    <message numerus="yes">
        <source>%n more alert(s) are not copied.</source>
        <translation>
            <numerusform>Ещё %n алерт не скопирован.</numerusform>
            <numerusform>Ещё %n алерта не скопированы.</numerusform>
            <numerusform>Ещё %n алертов не скопировано.</numerusform>
        </translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого времени</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertDelegate</name>
    <message>
        <source>at %1</source>
        <translation>в %1</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>исчез</translation>
    </message>
    <message>
        <source>, until %1</source>
        <translation>, до %1</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>спорно</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertDetail</name>
    <message>
        <source>expression</source>
        <translation>выражение</translation>
    </message>
    <message>
        <source>what moved then</source>
        <translation>что тогда сдвинулось</translation>
    </message>
    <message>
        <source>The rule, as it ran</source>
        <translation>Правило на момент срабатывания</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Аннотации</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Кто это сообщает</translation>
    </message>
    <message>
        <source>History, 30 days</source>
        <translation>История, 30 дней</translation>
    </message>
    <message>
        <source>does not list it</source>
        <translation>не перечисляет его</translation>
    </message>
    <message>
        <source>pending since %1</source>
        <translation>ожидает с %1</translation>
    </message>
    <message>
        <source>muted, since %1</source>
        <translation>заглушён, с %1</translation>
    </message>
    <message>
        <source>firing since %1</source>
        <translation>активен с %1</translation>
    </message>
    <message>
        <source>listed it last</source>
        <translation>перечислял его последним</translation>
    </message>
    <message>
        <source>%1; this console</source>
        <translation>%1; эта консоль</translation>
    </message>
    <message>
        <source>%1; %2, answered %3 ago</source>
        <translation>%1; %2, ответ %3 назад</translation>
    </message>
    <message>
        <source>%1; never answered</source>
        <translation>%1; ни разу не ответил</translation>
    </message>
    <message>
        <source>they disagree</source>
        <translation>расходятся</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertList</name>
    <message>
        <source>Alerts</source>
        <translation>Алерты</translation>
    </message>
    <message>
        <source>No alert matches</source>
        <translation>Нет подходящих алертов</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are kept away by the filter.</source>
        <translation>
            <numerusform>Фильтр скрывает %n алерт.</numerusform>
            <numerusform>Фильтр скрывает %n алерта.</numerusform>
            <numerusform>Фильтр скрывает %n алертов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Сбросить фильтр</translation>
    </message>
    <message>
        <source>Open the sources</source>
        <translation>Открыть источники</translation>
    </message>
    <message>
        <source>Nobody tells of alerts</source>
        <translation>Об алертах никто не сообщает</translation>
    </message>
    <message>
        <source>Name a Prometheus or an Alertmanager under sources: in the workspace file.</source>
        <translation>Укажите Prometheus или Alertmanager в разделе sources: файла рабочей области.</translation>
    </message>
    <message>
        <source>No alert can be seen</source>
        <translation>Алертов не видно</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) of alerts have not answered yet; what they tell appears here.</source>
        <translation>
            <numerusform>%n источник алертов ещё не ответил; что он сообщит, появится здесь.</numerusform>
            <numerusform>%n источника алертов ещё не ответили; что они сообщат, появится здесь.</numerusform>
            <numerusform>%n источников алертов ещё не ответили; что они сообщат, появится здесь.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) of alerts do not answer, so this is not quiet, it is not known.</source>
        <translation>
            <numerusform>%n источник алертов не отвечает: это не тишина, это неизвестность.</numerusform>
            <numerusform>%n источника алертов не отвечают: это не тишина, это неизвестность.</numerusform>
            <numerusform>%n источников алертов не отвечают: это не тишина, это неизвестность.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing fires</source>
        <translation>Ничего не сработало</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) answered just now, and none lists an alert.</source>
        <translation>
            <numerusform>%n источник только что ответил, алертов у него нет.</numerusform>
            <numerusform>%n источника только что ответили, алертов у них нет.</numerusform>
            <numerusform>%n источников только что ответили, алертов у них нет.</numerusform>
        </translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Как вначале</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertListBody</name>
    <message>
        <source>This filter cannot be read</source>
        <translation>Этот фильтр не читается</translation>
    </message>
    <message>
        <source>No alert matches</source>
        <translation>Нет подходящих алертов</translation>
    </message>
    <message>
        <source>No alert now</source>
        <translation>Сейчас алертов нет</translation>
    </message>
    <message>
        <source>What the sources of alerts can be seen to say is on the Sources page.</source>
        <translation>Что сообщают источники алертов, видно на странице «Источники».</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertOrder</name>
    <message>
        <source>pending</source>
        <translation>ожидает</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>сработал</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>принят</translation>
    </message>
    <message>
        <source>cannot be seen</source>
        <translation>не видно</translation>
    </message>
    <message>
        <source>its series are gone</source>
        <translation>его рядов больше нет</translation>
    </message>
    <message>
        <source>%1 (source)</source>
        <translation>%1 (источник)</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertRowsModel</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n алерт</numerusform>
            <numerusform>%n алерта</numerusform>
            <numerusform>%n алертов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more under this</source>
        <translation>
            <numerusform>ещё %n под этим</numerusform>
            <numerusform>ещё %n под этим</numerusform>
            <numerusform>ещё %n под этим</numerusform>
        </translation>
    </message>
    <message>
        <source>(no %1)</source>
        <translation>(нет: %1)</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertsPage</name>
    <message>
        <source>Alerts</source>
        <translation>Алерты</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>J, K</source>
        <translation>J, K</translation>
    </message>
    <message>
        <source>The next alert, the one before</source>
        <translation>Следующий алерт, предыдущий</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Вверх, вниз</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the chosen rows</source>
        <translation>Копировать выбранные строки</translation>
    </message>
    <message>
        <source>Silences</source>
        <translation>Заглушения</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <source>Acknowledge the chosen alerts, or let them go again</source>
        <translation>Принять выбранные алерты или снова отпустить</translation>
    </message>
    <message>
        <source>Shift+A</source>
        <translation>Shift+A</translation>
    </message>
    <message>
        <source>Acknowledge them with a comment and for how long</source>
        <translation>Принять их с комментарием и на срок</translation>
    </message>
    <message>
        <source>Silence them</source>
        <translation>Заглушить их</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Take away those that are over</source>
        <translation>Убрать кончившиеся</translation>
    </message>
    <message>
        <source>Choose an alert; with Shift more of them, Ctrl+A all</source>
        <translation>Выбрать алерт; с Shift – несколько, Ctrl+A – все</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Влево, вправо</translation>
    </message>
    <message>
        <source>Fold and unfold; with Ctrl all at once</source>
        <translation>Свернуть и развернуть; с Ctrl – все сразу</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>Filter: Enter adds, Tab completes, Backspace takes the last one back, Ctrl+S saves, Esc clears and leaves</source>
        <translation>Фильтр: Enter добавляет, Tab дополняет, Backspace возвращает последнее условие, Ctrl+S сохраняет, Esc сбрасывает и выходит</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Alerts, silences, history, noise</source>
        <translation>Алерты, заглушения, история, шум</translation>
    </message>
</context>
<context>
    <name>Watchfloor::BarGauge</name>
    <message>
        <source>There is nothing to compare.</source>
        <translation>Сравнивать нечего.</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>ещё %1</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>range</source>
        <translation>диапазон</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>от %1 до %2</translation>
    </message>
</context>
<context>
    <name>Watchfloor::BoardAnnotations</name>
    <message>
        <source>Deploys</source>
        <translation>Деплои</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Перезапуски</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Инциденты</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Запуски</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Алерты</translation>
    </message>
</context>
<context>
    <name>Watchfloor::BudgetBar</name>
    <message>
        <source>%1 % left</source>
        <translation>осталось %1 %</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
</context>
<context>
    <name>Watchfloor::BudgetSection</name>
    <message>
        <source>Budget</source>
        <translation>Бюджет</translation>
    </message>
    <message>
        <source>open SLO</source>
        <translation>открыть SLO</translation>
    </message>
    <message>
        <source>Budget: %1, %2</source>
        <translation>Бюджет: %1, %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>%1 left, %2 of %3</source>
        <translation>ещё %1, %2 из %3</translation>
    </message>
    <message>
        <source>no traffic</source>
        <translation>нет трафика</translation>
    </message>
    <message>
        <source>Burning %1 over 1 h (page above %2)</source>
        <translation>Сжигание %1 за 1 ч (вызов выше %2)</translation>
    </message>
    <message>
        <source>at the 5 min rate empty at %1</source>
        <translation>при темпе за 5 мин иссякнет: %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::BurnDownChart</name>
    <message>
        <source>below %1: freeze</source>
        <translation>ниже %1: заморозка</translation>
    </message>
    <message>
        <source>No budget history yet.</source>
        <translation>Истории бюджета пока нет.</translation>
    </message>
    <message>
        <source>deploy</source>
        <translation>деплой</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>инцидент</translation>
    </message>
    <message>
        <source>projection</source>
        <translation>прогноз</translation>
    </message>
    <message>
        <source>ideal</source>
        <translation>идеал</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>факт</translation>
    </message>
</context>
<context>
    <name>Watchfloor::BurnRateTable</name>
    <message>
        <source>Burn rate by window</source>
        <translation>Темп сжигания</translation>
    </message>
    <message>
        <source>window</source>
        <translation>окно</translation>
    </message>
    <message>
        <source>burn</source>
        <translation>темп</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>предел</translation>
    </message>
    <message>
        <source>page &gt; %1x</source>
        <translation>вызов &gt; %1x</translation>
    </message>
    <message>
        <source>ticket &gt; %1x</source>
        <translation>тикет &gt; %1x</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ChangeList</name>
    <message>
        <source>What changed</source>
        <translation>Что изменилось</translation>
    </message>
    <message>
        <source>%1 fires</source>
        <translation>%1 сработал</translation>
    </message>
    <message>
        <source>%1 recovered</source>
        <translation>%1 восстановлен</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No deploy, restart, run or alert since this window opened.</source>
        <translation>С открытия этого окна не было ни деплоев, ни перезапусков, ни запусков, ни алертов.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ChartLegend</name>
    <message>
        <source>last</source>
        <translation>последнее</translation>
    </message>
    <message>
        <source>min</source>
        <translation>мин</translation>
    </message>
    <message>
        <source>max</source>
        <translation>макс</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>среднее</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Легенда</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>сумма</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ChartWidget</name>
    <message>
        <source>There is nothing to draw.</source>
        <translation>Рисовать нечего.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ChipList</name>
    <message>
        <source>%1 more</source>
        <translation>ещё %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ChoiceModel</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Use &quot;%1&quot;</source>
        <translation>Взять «%1»</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ChoicePopup</name>
    <message>
        <source>Search…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>All listed</source>
        <translation>Все в списке</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ColumnChart</name>
    <message>
        <source>There are no categories to compare.</source>
        <translation>Нет категорий для сравнения.</translation>
    </message>
    <message>
        <source>total</source>
        <translation>всего</translation>
    </message>
</context>
<context>
    <name>Watchfloor::CommandPalette</name>
    <message>
        <source>Page, service, alert, objective, runbook…  &gt; for commands</source>
        <translation>Страница, сервис, алерт, SLO, ранбук…  &gt; для команд</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Палитра команд</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ConfirmRunDialog</name>
    <message>
        <source>Run: %1</source>
        <translation>Запуск: %1</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>%1, in %2?</source>
        <translation>%1, в %2?</translation>
    </message>
    <message>
        <source>On %1: %2. %3</source>
        <translation>На %1: %2. %3</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n команда</numerusform>
            <numerusform>%n команды</numerusform>
            <numerusform>%n команд</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be undone.</source>
        <translation>Это можно откатить.</translation>
    </message>
    <message>
        <source>There is no undo.</source>
        <translation>Отката нет.</translation>
    </message>
    <message>
        <source>What will run</source>
        <translation>Что выполнится</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Предусловие</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Шаг %1</translation>
    </message>
    <message>
        <source>via shell</source>
        <translation>через оболочку</translation>
    </message>
    <message>
        <source>no shell</source>
        <translation>без оболочки</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>не дольше %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s)</source>
        <translation>
            <numerusform>%n аргумент</numerusform>
            <numerusform>%n аргумента</numerusform>
            <numerusform>%n аргументов</numerusform>
        </translation>
    </message>
    <message>
        <source>some via shell</source>
        <translation>частью через оболочку</translation>
    </message>
    <message>
        <source>no shell between</source>
        <translation>без оболочки</translation>
    </message>
    <message>
        <source>Pre-checks</source>
        <translation>Предварительные проверки</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Why (recorded)</source>
        <translation>Почему (записывается)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>The target&apos;s name</source>
        <translation>Имя цели</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Для подтверждения введите %1</translation>
    </message>
    <message>
        <source>Run although a gate does not hold</source>
        <translation>Запустить, хотя предусловие не выполнено</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Пробный запуск</translation>
    </message>
    <message>
        <source>Asks the gates and runs nothing else</source>
        <translation>Проверяет предусловия и больше ничего не выполняет</translation>
    </message>
    <message>
        <source>Unlock for 15 minutes</source>
        <translation>Открыть на 15 минут</translation>
    </message>
    <message>
        <source>Run on %1</source>
        <translation>Запустить на %1</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>production is locked</source>
        <translation>продакшн закрыт</translation>
    </message>
    <message>
        <source>unlocked, locks again in %1</source>
        <translation>открыто, закроется через %1</translation>
    </message>
    <message>
        <source>nothing locks here</source>
        <translation>блокировок нет</translation>
    </message>
    <message>
        <source>%1 (this machine)</source>
        <translation>%1 (эта машина)</translation>
    </message>
    <message>
        <source> in %1</source>
        <translation> в %1</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>%1 (you) · %2</source>
        <translation>%1 (вы) · %2</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Пределы</translation>
    </message>
    <message>
        <source>one run at a time on %1 · a step over its time is stopped with its process group · never retried</source>
        <translation>по одному запуску на %1 · шаг сверх времени останавливается вместе с группой процессов · без повторов</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>written to the audit log before it starts, with every step, and when it ends</source>
        <translation>в журнал аудита до старта, на каждом шаге и по завершении</translation>
    </message>
    <message>
        <source>it gives nothing</source>
        <translation>ничего не даёт</translation>
    </message>
    <message>
        <source>it is not %1</source>
        <translation>это не %1</translation>
    </message>
    <message>
        <source>a command; a dry run asks it</source>
        <translation>команда; её проверит пробный запуск</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>проверяется</translation>
    </message>
    <message>
        <source>nobody holds %1</source>
        <translation>%1 никем не занято</translation>
    </message>
    <message>
        <source>%1 since %2, by %3</source>
        <translation>%1 с %2, %3</translation>
    </message>
    <message>
        <source>free, the run will hold it</source>
        <translation>свободно, запуск займёт</translation>
    </message>
    <message>
        <source>what it touches can be seen</source>
        <translation>то, что он затрагивает, видно</translation>
    </message>
    <message>
        <source>%1 cannot be seen now</source>
        <translation>%1 сейчас не видно</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>всё</translation>
    </message>
    <message>
        <source>an alert asks for it</source>
        <translation>его требует алерт</translation>
    </message>
    <message>
        <source>no open alert matches this runbook</source>
        <translation>к этому ранбуку не подходит ни один открытый алерт</translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s) do not hold · all are asked again before the start</source>
        <translation>
            <numerusform>%n предусловие не выполнено · перед стартом все проверяются снова</numerusform>
            <numerusform>%n предусловия не выполнены · перед стартом все проверяются снова</numerusform>
            <numerusform>%n предусловий не выполнено · перед стартом все проверяются снова</numerusform>
        </translation>
    </message>
    <message>
        <source>all are asked again before the start</source>
        <translation>перед стартом все проверяются снова</translation>
    </message>
    <message>
        <source>Another run holds %1.</source>
        <translation>%1 занято другим запуском.</translation>
    </message>
    <message>
        <source>Type the target&apos;s name.</source>
        <translation>Введите имя цели.</translation>
    </message>
    <message>
        <source>A gate does not hold.</source>
        <translation>Предусловие не выполнено.</translation>
    </message>
    <message>
        <source>Say why, although a gate does not hold.</source>
        <translation>Укажите, почему запускаете вопреки предусловию.</translation>
    </message>
    <message>
        <source>Production is locked.</source>
        <translation>Продакшн закрыт.</translation>
    </message>
    <message>
        <source>Why, although a gate does not hold (recorded)</source>
        <translation>Почему вопреки предусловию (записывается)</translation>
    </message>
    <message>
        <source>Why (recorded, may stay empty)</source>
        <translation>Почему (записывается, можно не заполнять)</translation>
    </message>
    <message>
        <source>the workspace names nothing</source>
        <translation>рабочая область ничего не называет</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DashboardList</name>
    <message>
        <source>Dashboards</source>
        <translation>Дашборды</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Теги: %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DashboardListBody</name>
    <message>
        <source>No dashboard matches</source>
        <translation>Нет подходящих дашбордов</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Недавно открытые</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Дашборды</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DashboardsPage</name>
    <message>
        <source>No dashboards</source>
        <translation>Нет дашбордов</translation>
    </message>
    <message>
        <source>Back to all panels</source>
        <translation>Назад ко всем панелям</translation>
    </message>
    <message>
        <source>Name Grafana dashboards or short YAML files under dashboards: in the workspace file.</source>
        <translation>Укажите дашборды Grafana или краткие файлы YAML в разделе dashboards: файла рабочей области.</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>частично</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Отметки</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Ссылки</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Панель</translation>
    </message>
    <message>
        <source>Add a panel to this dashboard&apos;s file</source>
        <translation>Добавить панель в файл этого дашборда</translation>
    </message>
    <message>
        <source>Not now: %1 – %2</source>
        <translation>Не сейчас: %1 – %2</translation>
    </message>
    <message>
        <source>Back to what was shown before</source>
        <translation>Назад к тому, что показывалось раньше</translation>
    </message>
    <message>
        <source>The dashboard&apos;s own range: %1</source>
        <translation>Свой период дашборда: %1</translation>
    </message>
    <message>
        <source>Show the window&apos;s range instead</source>
        <translation>Показать период окна</translation>
    </message>
    <message>
        <source>No link leads anywhere from here</source>
        <translation>Ссылок отсюда нет</translation>
    </message>
    <message>
        <source>The panel in full, and back</source>
        <translation>Панель целиком и обратно</translation>
    </message>
    <message>
        <source>From panel to panel</source>
        <translation>От панели к панели</translation>
    </message>
    <message>
        <source>Explore the panel&apos;s query</source>
        <translation>Исследовать запрос панели</translation>
    </message>
    <message>
        <source>Inspect query and data</source>
        <translation>Запрос и данные</translation>
    </message>
    <message>
        <source>Copy the panel as a picture, its data as CSV</source>
        <translation>Копировать панель картинкой, данные как CSV</translation>
    </message>
    <message>
        <source>One zoom back</source>
        <translation>На один масштаб назад</translation>
    </message>
    <message>
        <source>Edit the panel</source>
        <translation>Изменить панель</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DeliveryTableModel</name>
    <message>
        <source>Webhook</source>
        <translation>Вебхук</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Алерт</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Сообщено</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Проблема</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ожидает</translation>
    </message>
    <message>
        <source>is sent</source>
        <translation>отправляется</translation>
    </message>
    <message>
        <source>not delivered yet</source>
        <translation>ещё не доставлено</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>не доставлено</translation>
    </message>
    <message>
        <source>%1: delivered %2</source>
        <translation>%1: доставлено %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a webhook and what a message to it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n попытка</numerusform>
            <numerusform>%n попытки</numerusform>
            <numerusform>%n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not delivered, %2: %3, next %4</source>
        <translation>%1: не доставлено, %2: %3, следующая %4</translation>
    </message>
    <message>
        <source>%1: not delivered, %2: %3</source>
        <translation>%1: не доставлено, %2: %3</translation>
    </message>
    <message>
        <source>is over</source>
        <translation>кончился</translation>
    </message>
    <message>
        <source>taken on</source>
        <translation>принят</translation>
    </message>
    <message>
        <source>fires</source>
        <translation>сработал</translation>
    </message>
    <message>
        <source>again %1</source>
        <comment>time of the next attempt</comment>
        <translation>снова %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::Desk</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing is watched</source>
        <translation>ничто не наблюдается</translation>
    </message>
    <message>
        <source>Muted until %1</source>
        <translation>Уведомления отключены до %1</translation>
    </message>
    <message>
        <source>Quiet hours until %1</source>
        <translation>Тихие часы до %1</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) somebody</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n ждёт реакции</numerusform>
            <numerusform>%n ждут реакции</numerusform>
            <numerusform>%n ждут реакции</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs anybody</source>
        <translation>Ничто не ждёт реакции</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) need(s) somebody</source>
        <translation>
            <numerusform>%n алерт ждёт реакции</numerusform>
            <numerusform>%n алерта ждут реакции</numerusform>
            <numerusform>%n алертов ждут реакции</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n kept back</source>
        <translation>
            <numerusform>%1, придержан %n</numerusform>
            <numerusform>%1, придержано %n</numerusform>
            <numerusform>%1, придержано %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No audio device: the window flashes instead.</source>
        <translation>Звукового устройства нет: вместо звука мигает окно.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DeskNotices</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Silence 1 h</source>
        <translation>Заглушить на 1 ч</translation>
    </message>
    <message>
        <source>This is how a message looks: %1</source>
        <translation>Так выглядит сообщение: %1</translation>
    </message>
    <message>
        <source>Nothing happened; somebody tried it out.</source>
        <translation>Ничего не случилось; кто-то это проверил.</translation>
    </message>
    <message>
        <source>No notification service answers on this desktop: the window shows alarms itself.</source>
        <translation>На этом рабочем столе служба уведомлений не отвечает: окно показывает тревоги само.</translation>
    </message>
    <message>
        <source>A notification service</source>
        <translation>Служба уведомлений</translation>
    </message>
    <message>
        <source>%1 shows them, with buttons.</source>
        <translation>%1 показывает их, с кнопками.</translation>
    </message>
    <message>
        <source>%1 shows them, without buttons.</source>
        <translation>%1 показывает их, без кнопок.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DeskTray</name>
    <message>
        <source>I have seen it: be quiet</source>
        <translation>Увидено, отключить звук</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Не уведомлять</translation>
    </message>
    <message>
        <source>Tell again (muted until %1)</source>
        <translation>Снова уведомлять (отключено до %1)</translation>
    </message>
    <message>
        <source>Notifications…</source>
        <translation>Уведомления…</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Алерты</translation>
    </message>
    <message>
        <source>Open Watchfloor</source>
        <translation>Открыть Watchfloor</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>На %1</translation>
    </message>
    <message>
        <source>Until tomorrow 08:00</source>
        <translation>До завтра, 08:00</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DetailActions</name>
    <message>
        <source>Acknowledge</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Acknowledge for a time, with a comment or a silence</source>
        <translation>Принять на срок, с комментарием или заглушением</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>Заглушить…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Отпустить</translation>
    </message>
    <message>
        <source>For %1, with a silence</source>
        <translation>На %1, с заглушением</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>На %1</translation>
    </message>
    <message>
        <source>Until it is over, with a silence</source>
        <translation>Пока не кончится, с заглушением</translation>
    </message>
    <message>
        <source>Until it is over</source>
        <translation>Пока не кончится</translation>
    </message>
    <message>
        <source>With a comment…</source>
        <translation>С комментарием…</translation>
    </message>
    <message>
        <source>%1 has it until %2, in %3.</source>
        <translation>%1 держит его до %2, ещё %3.</translation>
    </message>
    <message>
        <source>%1 has it until it is over.</source>
        <translation>%1 держит его, пока не кончится.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>A silence stands behind it.</source>
        <translation>За этим стоит заглушение.</translation>
    </message>
    <message>
        <source>It left while what raised it cannot be seen. It is kept as last seen, not called recovered.</source>
        <translation>Он пропал, пока его источник не виден. Он хранится таким, каким был, и не считается восстановленным.</translation>
    </message>
    <message>
        <source>What the rule watches has no series any more: nobody measures whether it recovered.</source>
        <translation>У того, за чем следит правило, больше нет рядов: никто не измеряет, восстановилось ли оно.</translation>
    </message>
    <message>
        <source>Muted by another alert that fires.</source>
        <translation>Заглушён другим сработавшим алертом.</translation>
    </message>
    <message>
        <source>Muted by %1.</source>
        <translation>Заглушено: %1.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DetailFigures</name>
    <message>
        <source>Late; %1 were allowed</source>
        <translation>Опоздание; отводилось %1</translation>
    </message>
    <message>
        <source>Respond within %1</source>
        <translation>Ответить за %1</translation>
    </message>
    <message>
        <source>True for</source>
        <translation>Верно уже</translation>
    </message>
    <message>
        <source>Was true for</source>
        <translation>Было верно</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>Firing for</source>
        <translation>Активен уже</translation>
    </message>
    <message>
        <source>Fired for</source>
        <translation>Был активен</translation>
    </message>
    <message>
        <source>Taken on by</source>
        <translation>Принял</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>в %1</translation>
    </message>
    <message>
        <source>With %1, then</source>
        <translation>Сейчас %1, затем</translation>
    </message>
    <message>
        <source>Then goes to</source>
        <translation>Затем</translation>
    </message>
    <message>
        <source>in %2, at %1</source>
        <translation>через %2, в %1</translation>
    </message>
    <message>
        <source>Unclaimed, with</source>
        <translation>Не принят, отвечает</translation>
    </message>
    <message>
        <source>the last of its path</source>
        <translation>последний в цепочке</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Восстановлен</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Последний раз</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 назад</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DetailHead</name>
    <message>
        <source>Copy all of it</source>
        <translation>Копировать всё это</translation>
    </message>
    <message>
        <source>The one before (K)</source>
        <translation>Предыдущий (K)</translation>
    </message>
    <message>
        <source>The next one (J)</source>
        <translation>Следующий (J)</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Закрыть подробности</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>an alert without a name</source>
        <translation>алерт без имени</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message numerus="yes">
        <source>It began to fire %n time(s) in short order: it flaps.</source>
        <translation>
            <numerusform>За короткое время сработал %n раз: он мигает.</numerusform>
            <numerusform>За короткое время сработал %n раза: он мигает.</numerusform>
            <numerusform>За короткое время сработал %n раз: он мигает.</numerusform>
        </translation>
    </message>
    <message>
        <source>↑ %1 %2, %3 before it began</source>
        <translation>↑ %1 %2, за %3 до начала</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Копировать как текст</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Копировать как JSON</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Копировать как Markdown</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DocumentPanel</name>
    <message>
        <source>Earlier runs</source>
        <translation>Прежние запуски</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>цель %1</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>владелец %1</translation>
    </message>
    <message>
        <source>matches %1</source>
        <translation>подходит к %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 за %2</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 назад</translation>
    </message>
    <message>
        <source>No run of it is known to this console yet.</source>
        <translation>Этой консоли его запуски пока неизвестны.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::EndpointTableModel</name>
    <message>
        <source>Endpoint</source>
        <translation>Эндпоинт</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Задержка</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Доступность</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Сертификат</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>Посл. сбой</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>истёк</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time and reason of a failure</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodeCopyWords</name>
    <message>
        <source>Began</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Важность</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Алерт</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Длился</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Alerts from %1 to %2</source>
        <translation>Алерты с %1 до %2</translation>
    </message>
    <message>
        <source>%1 fired, %2 still open, %3 flapped, %4 never taken on, %5 escalated.</source>
        <translation>Сработало %1, ещё открыто %2, мигало %3, так и не принято %4, эскалировано %5.</translation>
    </message>
    <message>
        <source>Time to</source>
        <translation>Время до</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Среднее</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Медиана</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Известно</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Нет данных</translation>
    </message>
    <message>
        <source>detect</source>
        <translation>обнаружения</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>принятия</translation>
    </message>
    <message>
        <source>resolve</source>
        <translation>решения</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Алерты</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Firing for</source>
        <translation>Были активны</translation>
    </message>
    <message>
        <source>Not taken on</source>
        <translation>Не принято</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Смена</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Критично</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>Время до принятия</translation>
    </message>
    <message>
        <source>nobody&apos;s hours</source>
        <translation>ничьи часы</translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodeDetail</name>
    <message>
        <source>%1, at %2</source>
        <translation>%1, в %2</translation>
    </message>
    <message>
        <source>Open alert</source>
        <translation>Открыть алерт</translation>
    </message>
    <message>
        <source>All of this alert</source>
        <translation>Всё об этом алерте</translation>
    </message>
    <message>
        <source>What befell it</source>
        <translation>Что с ним было</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Alert without a name</source>
        <translation>Алерт без имени</translation>
    </message>
    <message>
        <source>Condition began</source>
        <translation>Начало условия</translation>
    </message>
    <message>
        <source>Fired after</source>
        <translation>Сработал через</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Сработал</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>Taken on after</source>
        <translation>Принят через</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>Принят</translation>
    </message>
    <message>
        <source>by nobody</source>
        <translation>никем</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>Открыт уже</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>not seen; last seen after %1</source>
        <translation>не виден; последний раз виден через %1</translation>
    </message>
    <message>
        <source>Ended after</source>
        <translation>Кончился через</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Flapped</source>
        <translation>Мигал</translation>
    </message>
    <message numerus="yes">
        <source>fired %n time(s)</source>
        <translation>
            <numerusform>сработал %n раз</numerusform>
            <numerusform>сработал %n раза</numerusform>
            <numerusform>сработал %n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Эскалация</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n раз</numerusform>
            <numerusform>%n раза</numerusform>
            <numerusform>%n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Откуда</translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodeEventList</name>
    <message>
        <source>What befell it</source>
        <translation>Что с ним было</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) left out</source>
        <translation>
            <numerusform>%n событие опущено</numerusform>
            <numerusform>%n события опущены</numerusform>
            <numerusform>%n событий опущено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodeStrip</name>
    <message>
        <source>Course of the alert</source>
        <translation>Ход алерта</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>%1 for %2, since %3</source>
        <translation>%1, %2, с %3</translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodeTableModel</name>
    <message>
        <source>open</source>
        <translation>ещё открыт</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Алерт</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Важность</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Длился</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Сработал</translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodeWords</name>
    <message>
        <source>Acknowledged</source>
        <translation>Принят</translation>
    </message>
    <message>
        <source>Never fired</source>
        <translation>Не сработал</translation>
    </message>
    <message>
        <source>End not seen</source>
        <translation>Конец не виден</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>Принял: %1</translation>
    </message>
    <message>
        <source>Acknowledgement ended</source>
        <translation>Принятие кончилось</translation>
    </message>
    <message>
        <source>Let go again by %1</source>
        <translation>Снова отпустил: %1</translation>
    </message>
    <message>
        <source>Escalated to %1</source>
        <translation>Эскалация: %1</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>Оповещение отправлено</translation>
    </message>
    <message>
        <source>Notified %1</source>
        <translation>Оповещение: %1</translation>
    </message>
    <message>
        <source>Taken off the list</source>
        <translation>Убран из списка</translation>
    </message>
    <message>
        <source>Taken off the list by %1</source>
        <translation>Убрал из списка: %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodesView</name>
    <message>
        <source>Words, or severity=critical, instance=~&quot;node.*&quot;</source>
        <translation>Слова или severity=critical, instance=~&quot;node.*&quot;</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 ч</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 д</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 д</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Как текст</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>Как Markdown</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Как JSON</translation>
    </message>
    <message>
        <source>Record of alerts</source>
        <translation>Журнал алертов</translation>
    </message>
    <message>
        <source>The record is being read</source>
        <translation>Журнал читается</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Вверх, вниз</translation>
    </message>
    <message>
        <source>Choose a life of an alert</source>
        <translation>Выбрать случай алерта</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open its alert where it still stands in the list</source>
        <translation>Открыть его алерт, если он ещё есть в списке</translation>
    </message>
    <message>
        <source>Copy the chosen as text</source>
        <translation>Копировать выбранное как текст</translation>
    </message>
    <message>
        <source>The record cannot be read</source>
        <translation>Журнал не читается</translation>
    </message>
    <message>
        <source>the newest %1; narrow the search for the others</source>
        <translation>новейшие %1; сузьте поиск, чтобы найти остальные</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n алерт</numerusform>
            <numerusform>%n алерта</numerusform>
            <numerusform>%n алертов</numerusform>
        </translation>
    </message>
    <message>
        <source>No alert found</source>
        <translation>Алерты не найдены</translation>
    </message>
    <message>
        <source>Nothing in the record matches in this span of time.</source>
        <translation>В журнале за это время ничего не подходит.</translation>
    </message>
    <message>
        <source>Nothing has fired since this console keeps a record.</source>
        <translation>С тех пор как эта консоль ведёт журнал, ничего не сработало.</translation>
    </message>
    <message>
        <source>Search the whole record</source>
        <translation>Искать во всём журнале</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ExplorePage</name>
    <message>
        <source>Explore</source>
        <translation>Исследование</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Back to what was shown before</source>
        <translation>Назад к тому, что показывалось раньше</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>Что сдвинулось</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Выполнить</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Спросите о чём угодно</translation>
    </message>
    <message>
        <source>Type a query, or choose a metric at the left. Ctrl+Space shows what may stand at the cursor.</source>
        <translation>Введите запрос или выберите метрику слева. Ctrl+Space показывает, что может стоять у курсора.</translation>
    </message>
    <message>
        <source>%1 (its page, without history before now)</source>
        <translation>%1 (его страница, без истории до этого момента)</translation>
    </message>
    <message>
        <source>The workspace has no Prometheus and no metrics page</source>
        <translation>В рабочей области нет ни Prometheus, ни страницы метрик</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Нет источника</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>График</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Not now: %1 – %2</source>
        <translation>Не сейчас: %1 – %2</translation>
    </message>
    <message>
        <source>Run the query</source>
        <translation>Выполнить запрос</translation>
    </message>
    <message>
        <source>A new line in the query</source>
        <translation>Новая строка в запросе</translation>
    </message>
    <message>
        <source>What may stand at the cursor</source>
        <translation>Что может стоять у курсора</translation>
    </message>
    <message>
        <source>Find a metric or an earlier query</source>
        <translation>Найти метрику или прежний запрос</translation>
    </message>
    <message>
        <source>One zoom back</source>
        <translation>На один масштаб назад</translation>
    </message>
</context>
<context>
    <name>Watchfloor::FilterBar</name>
    <message>
        <source>Group by…</source>
        <translation>Группировать…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Silence these…</source>
        <translation>Заглушить эти…</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>Списком</translation>
    </message>
    <message>
        <source>One list, worst first</source>
        <translation>Один список, сначала худшие</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>По сервисам</translation>
    </message>
    <message>
        <source>Under headings</source>
        <translation>Под заголовками</translation>
    </message>
    <message>
        <source>Add a matcher…</source>
        <translation>Добавить матчер…</translation>
    </message>
    <message>
        <source>Add a matcher, or words to look for…</source>
        <translation>Матчер или слова для поиска…</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>Заглушить…</translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>grouped</comment>
        <translation>Группы: %1</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Свернуть все</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Развернуть все</translation>
    </message>
</context>
<context>
    <name>Watchfloor::FilterChip</name>
    <message>
        <source>Filter %1</source>
        <translation>Фильтр %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::FilterCompletion</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n алерт</numerusform>
            <numerusform>%n алерта</numerusform>
            <numerusform>%n алертов</numerusform>
        </translation>
    </message>
    <message>
        <source>longer than</source>
        <translation>дольше чем</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>меньше чем</translation>
    </message>
    <message>
        <source>is</source>
        <translation>равно</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>не равно</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>соответствует</translation>
    </message>
    <message>
        <source>does not match</source>
        <translation>не соответствует</translation>
    </message>
</context>
<context>
    <name>Watchfloor::FilterField</name>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Turn round: %1</source>
        <translation>Обратить: %1</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Только это</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>Watchfloor::FiringList</name>
    <message>
        <source>Firing alerts</source>
        <translation>Активные алерты</translation>
    </message>
    <message>
        <source>not seen any more</source>
        <translation>больше не видно</translation>
    </message>
    <message>
        <source>%1: acknowledged %2</source>
        <translation>%1: принят %2</translation>
    </message>
    <message>
        <source>respond in %1</source>
        <translation>ответить за %1</translation>
    </message>
    <message>
        <source>overdue %1</source>
        <translation>просрочено %1</translation>
    </message>
    <message>
        <source>Nothing that can be seen fires; see what is blind.</source>
        <translation>Из видимого ничего не сработало; смотрите, что не видно.</translation>
    </message>
    <message>
        <source>Nothing fires.</source>
        <translation>Ничего не сработало.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::FoldHeader</name>
    <message>
        <source>open</source>
        <translation>развёрнуто</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>свёрнуто</translation>
    </message>
</context>
<context>
    <name>Watchfloor::GaugeWidget</name>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>range</source>
        <translation>диапазон</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>from</source>
        <translation>от</translation>
    </message>
</context>
<context>
    <name>Watchfloor::HandOnCard</name>
    <message>
        <source>Handed on</source>
        <translation>Передано дальше</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Sends the chosen message now, also one that was given up</source>
        <translation>Отправляет выбранное сообщение сейчас, в том числе оставленное без доставки</translation>
    </message>
    <message>
        <source>Copies what became of the chosen message</source>
        <translation>Копирует, что стало с выбранным сообщением</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not delivered</source>
        <translation>
            <numerusform>%n сообщение не доставлено</numerusform>
            <numerusform>%n сообщения не доставлены</numerusform>
            <numerusform>%n сообщений не доставлено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing yet; %n webhook(s)</source>
        <translation>
            <numerusform>пока ничего; %n вебхук</numerusform>
            <numerusform>пока ничего; %n вебхука</numerusform>
            <numerusform>пока ничего; %n вебхуков</numerusform>
        </translation>
    </message>
    <message>
        <source>everything was delivered</source>
        <translation>всё доставлено</translation>
    </message>
</context>
<context>
    <name>Watchfloor::HealthPage</name>
    <message>
        <source>Filter endpoints</source>
        <translation>Фильтр эндпоинтов</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Время ответа</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Условия</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>Последний сбой</translation>
    </message>
    <message>
        <source>No endpoints</source>
        <translation>Нет эндпоинтов</translation>
    </message>
    <message>
        <source>Name a URL and its conditions under endpoints: in the workspace file.</source>
        <translation>Укажите URL и его условия в разделе endpoints: файла рабочей области.</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Эндпоинты</translation>
    </message>
    <message>
        <source>The first probes are under way.</source>
        <translation>Идут первые проверки.</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Вверх, вниз</translation>
    </message>
    <message>
        <source>Choose an endpoint</source>
        <translation>Выбрать эндпоинт</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Опрос</translation>
    </message>
    <message>
        <source>every %1, at most %2</source>
        <translation>каждые %1, не дольше %2</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Сертификат</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>истекает через %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>предел %1</translation>
    </message>
    <message>
        <source>degraded %1</source>
        <translation>замедление %1</translation>
    </message>
    <message>
        <source>response time</source>
        <translation>время ответа</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>верно</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>неверно</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>не проверено</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что случилось</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Заняло</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не выполнено</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Тело</translation>
    </message>
    <message>
        <source>%1 says %2</source>
        <comment>a part of a service</comment>
        <translation>%1 сообщает %2</translation>
    </message>
    <message>
        <source>The page says</source>
        <translation>Страница сообщает</translation>
    </message>
</context>
<context>
    <name>Watchfloor::HeatMap</name>
    <message>
        <source>There are no buckets in this range.</source>
        <translation>За этот период нет бакетов.</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>выше %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from a bucket&apos;s lower to its upper end</comment>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>bucket</source>
        <translation>бакет</translation>
    </message>
    <message>
        <source>count</source>
        <translation>число</translation>
    </message>
    <message>
        <source>share</source>
        <translation>доля</translation>
    </message>
</context>
<context>
    <name>Watchfloor::HistogramChart</name>
    <message>
        <source>There are no values to count.</source>
        <translation>Нет значений для подсчёта.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from a bucket&apos;s lower to its upper end</comment>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>count</source>
        <translation>число</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>count and its share</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Watchfloor::HistoryStrip</name>
    <message>
        <source>History of 30 days</source>
        <translation>История за 30 дней</translation>
    </message>
    <message>
        <source>The record cannot be read: %1</source>
        <translation>Журнал не читается: %1</translation>
    </message>
    <message>
        <source>not before today</source>
        <translation>до сегодняшнего дня ни разу</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) before today, last on %1</source>
        <translation>
            <numerusform>%n раз до сегодняшнего дня, последний %1</numerusform>
            <numerusform>%n раза до сегодняшнего дня, последний %1</numerusform>
            <numerusform>%n раз до сегодняшнего дня, последний %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>%1: it did not fire</source>
        <translation>%1: не срабатывал</translation>
    </message>
    <message numerus="yes">
        <source>fired %n time(s)</source>
        <translation>
            <numerusform>сработал %n раз</numerusform>
            <numerusform>сработал %n раза</numerusform>
            <numerusform>сработал %n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>still firing from the day before</source>
        <translation>ещё активен со вчерашнего дня</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>всего %1</translation>
    </message>
    <message>
        <source>its end was not seen</source>
        <translation>его конец не виден</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
</context>
<context>
    <name>Watchfloor::InspectDialog</name>
    <message>
        <source>%1: query and data</source>
        <translation>%1: запрос и данные</translation>
    </message>
    <message>
        <source>range %1, step %2</source>
        <translation>диапазон %1, шаг %2</translation>
    </message>
    <message numerus="yes">
        <source>%n series, %1 old</source>
        <translation>
            <numerusform>%n ряд, давность %1</numerusform>
            <numerusform>%n ряда, давность %1</numerusform>
            <numerusform>%n рядов, давность %1</numerusform>
        </translation>
    </message>
    <message>
        <source>the line behind the figure</source>
        <translation>линия за числом</translation>
    </message>
    <message>
        <source>to compare with</source>
        <translation>для сравнения</translation>
    </message>
    <message>
        <source>not asked: %1</source>
        <translation>не запрошено: %1</translation>
    </message>
    <message>
        <source>the value of now</source>
        <translation>значение на сейчас</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 назад</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Запрос…</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n отсчёт</numerusform>
            <numerusform>%n отсчёта</numerusform>
            <numerusform>%n отсчётов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more series</source>
        <translation>
            <numerusform>ещё %n ряд</numerusform>
            <numerusform>ещё %n ряда</numerusform>
            <numerusform>ещё %n рядов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::KeysHelp</name>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Везде</translation>
    </message>
</context>
<context>
    <name>Watchfloor::LabelSection</name>
    <message>
        <source>Labels</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Filter by it</source>
        <translation>Фильтровать по ней</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>Фильтровать по %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>ещё %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::LimitRows</name>
    <message>
        <source>Add a threshold</source>
        <translation>Добавить порог</translation>
    </message>
    <message>
        <source>above</source>
        <translation>выше</translation>
    </message>
    <message>
        <source>below</source>
        <translation>ниже</translation>
    </message>
    <message>
        <source>Which side of the value</source>
        <translation>С какой стороны значения</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Порог</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>критично</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>внимание</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>норма</translation>
    </message>
    <message>
        <source>State beyond the value</source>
        <translation>Состояние за этим значением</translation>
    </message>
    <message>
        <source>Remove this threshold</source>
        <translation>Удалить этот порог</translation>
    </message>
</context>
<context>
    <name>Watchfloor::LinkList</name>
    <message>
        <source>Copy the address</source>
        <translation>Копировать адрес</translation>
    </message>
    <message>
        <source>Open in the browser…</source>
        <translation>Открыть в браузере…</translation>
    </message>
    <message>
        <source>Open this address?</source>
        <translation>Открыть этот адрес?</translation>
    </message>
    <message>
        <source>The alert names this address on %1:</source>
        <translation>Алерт указывает этот адрес на %1:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
</context>
<context>
    <name>Watchfloor::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Дашборды</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Алерты</translation>
    </message>
    <message>
        <source>SLOs</source>
        <translation>SLO</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Проверки</translation>
    </message>
    <message>
        <source>Runbooks</source>
        <translation>Ранбуки</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>There is nothing to open at %1 any more.</source>
        <translation>По адресу %1 больше нечего открывать.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Алерт</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>SLO</source>
        <translation>SLO</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Ранбук</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Эндпоинт</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Дашборд</translation>
    </message>
    <message>
        <source>Silence on %1</source>
        <translation>Заглушение на %1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Refresh everything now</source>
        <translation>Обновить всё сейчас</translation>
    </message>
    <message>
        <source>Light or dark theme</source>
        <translation>Светлая или тёмная тема</translation>
    </message>
    <message>
        <source>Show the wall</source>
        <translation>Показать стену</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Показать клавиши</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Unlock actions for 15 minutes</source>
        <translation>Открыть действия на 15 минут</translation>
    </message>
    <message>
        <source>Lock actions</source>
        <translation>Закрыть действия</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>Перейти к странице</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Найти что угодно</translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation>Выполнить команду</translation>
    </message>
    <message>
        <source>Filter the page</source>
        <translation>Фильтр страницы</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Обновить сейчас</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Стена</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Светлая или тёмная</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Эти клавиши</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Эта страница</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Исследование</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>Что сдвинулось</translation>
    </message>
    <message>
        <source>What moved in %1</source>
        <translation>Что сдвинулось в %1</translation>
    </message>
    <message>
        <source>Add a panel to this dashboard</source>
        <translation>Добавить панель в этот дашборд</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>Notifications, sounds and muting</source>
        <translation>Уведомления, звуки и их отключение</translation>
    </message>
    <message>
        <source>I have seen the alarms: be quiet</source>
        <translation>Тревоги увидены, отключить звук</translation>
    </message>
</context>
<context>
    <name>Watchfloor::MaintenanceTableModel</name>
    <message>
        <source>its silence is made %1</source>
        <translation>заглушение будет создано в %1</translation>
    </message>
    <message>
        <source>its silence is due</source>
        <translation>заглушение пора создать</translation>
    </message>
    <message>
        <source>its silence stands</source>
        <translation>заглушение действует</translation>
    </message>
    <message>
        <source>under way until %1</source>
        <translation>идёт до %1</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, через %2</translation>
    </message>
    <message>
        <source>no Alertmanager yet</source>
        <translation>пока нет Alertmanager</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Matchers</source>
        <translation>Матчеры</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Заглушение</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ManySeen</name>
    <message numerus="yes">
        <source>%n without an answer yet</source>
        <translation>
            <numerusform>%n пока без ответа</numerusform>
            <numerusform>%n пока без ответа</numerusform>
            <numerusform>%n пока без ответа</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::MarkdownView</name>
    <message>
        <source>Open a link</source>
        <translation>Открыть ссылку</translation>
    </message>
    <message>
        <source>Open this address in the browser?</source>
        <translation>Открыть этот адрес в браузере?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more part(s) are not shown.</source>
        <translation>
            <numerusform>Не показана ещё %Ln часть.</numerusform>
            <numerusform>Не показаны ещё %Ln части.</numerusform>
            <numerusform>Не показано ещё %Ln частей.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::MoverTableModel</name>
    <message>
        <source>began</source>
        <translation>появился</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>исчез</translation>
    </message>
    <message>
        <source>changed sign</source>
        <translation>сменил знак</translation>
    </message>
    <message>
        <source>Distance between the medians before and after, measured by the series&apos; own unrest.</source>
        <translation>Расстояние между медианами до и после в мере собственных колебаний ряда.</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Ряд</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>До</translation>
    </message>
    <message>
        <source>After</source>
        <translation>После</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменение</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Сдвиг</translation>
    </message>
</context>
<context>
    <name>Watchfloor::MoversView</name>
    <message>
        <source>Show what moved</source>
        <translation>Показать, что сдвинулось</translation>
    </message>
    <message>
        <source>What was different?</source>
        <translation>Что изменилось?</translation>
    </message>
    <message>
        <source>Choose a service and a moment: every series of it is compared before and after, and those that moved most come first.</source>
        <translation>Выберите сервис и момент: каждый его ряд сравнивается до и после, первыми идут сдвинувшиеся сильнее всех.</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Все сервисы</translation>
    </message>
    <message>
        <source>around %1</source>
        <translation>около %1</translation>
    </message>
    <message>
        <source>%1 before and after</source>
        <translation>%1 до и после</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 назад</translation>
    </message>
    <message>
        <source>No deploys, runs or incidents are known yet</source>
        <translation>Деплоев, запусков и инцидентов пока не известно</translation>
    </message>
    <message>
        <source>Asking for every series…</source>
        <translation>Запрос всех рядов…</translation>
    </message>
    <message>
        <source>The series could not be asked for</source>
        <translation>Ряды не удалось запросить</translation>
    </message>
    <message>
        <source>%1 of %2 series compared</source>
        <translation>сравнено рядов: %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n series compared</source>
        <translation>
            <numerusform>сравнён %n ряд</numerusform>
            <numerusform>сравнены %n ряда</numerusform>
            <numerusform>сравнено %n рядов</numerusform>
        </translation>
    </message>
    <message>
        <source>No series</source>
        <translation>Нет рядов</translation>
    </message>
    <message>
        <source>%1 selects nothing in this span of time.</source>
        <translation>%1 за это время ничего не выбирает.</translation>
    </message>
    <message>
        <source>Nothing moved</source>
        <translation>Ничего не сдвинулось</translation>
    </message>
    <message>
        <source>Every series is after the moment as it was before.</source>
        <translation>Каждый ряд после этого момента такой же, как до него.</translation>
    </message>
    <message>
        <source>chosen moment</source>
        <translation>выбранный момент</translation>
    </message>
</context>
<context>
    <name>Watchfloor::MutedModel</name>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>muted already</source>
        <translation>уже заглушён</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ожидает</translation>
    </message>
    <message>
        <source>Rules: %1 of %2</source>
        <translation>Правила: %1 из %2</translation>
    </message>
    <message>
        <source>whatever it raises</source>
        <translation>всё, что оно поднимет</translation>
    </message>
    <message>
        <source>depends on %1</source>
        <translation>зависит от %1</translation>
    </message>
    <message>
        <source>Alerts of the last 14 days: %1 of %2</source>
        <translation>Алерты за последние 14 дней: %1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s), last %1</source>
        <translation>
            <numerusform>%n раз, последний %1</numerusform>
            <numerusform>%n раза, последний %1</numerusform>
            <numerusform>%n раз, последний %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::MutedPanel</name>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Could</source>
        <translation>Возможно</translation>
    </message>
    <message>
        <source>Without a matcher a silence matches nothing.</source>
        <translation>Без матчера заглушение ни к чему не подходит.</translation>
    </message>
    <message>
        <source>Nothing open matches. What comes later will.</source>
        <translation>Открытых подходящих нет. Будущие будут заглушены.</translation>
    </message>
    <message numerus="yes">
        <source>%n muted already</source>
        <translation>
            <numerusform>%n уже заглушён</numerusform>
            <numerusform>%n уже заглушены</numerusform>
            <numerusform>%n уже заглушены</numerusform>
        </translation>
    </message>
    <message>
        <source>that is every open alert</source>
        <translation>это все открытые алерты</translation>
    </message>
    <message numerus="yes">
        <source>Mutes %n alert(s) now</source>
        <translation>
            <numerusform>Сейчас глушит %n алерт</numerusform>
            <numerusform>Сейчас глушит %n алерта</numerusform>
            <numerusform>Сейчас глушит %n алертов</numerusform>
        </translation>
    </message>
    <message>
        <source>Now %1</source>
        <translation>Сейчас %1</translation>
    </message>
    <message>
        <source>Could mute %1</source>
        <translation>Возможно %1</translation>
    </message>
    <message>
        <source>No open alert is muted by this.</source>
        <translation>Ни один открытый алерт этим не глушится.</translation>
    </message>
    <message>
        <source>No rule that a Prometheus runs, and no alert of the last 14 days, could be muted by this.</source>
        <translation>Это не могло бы заглушить ни одно правило, работающее в Prometheus, и ни один алерт за последние 14 дней.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
</context>
<context>
    <name>Watchfloor::NoiseView</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>The record is being read</source>
        <translation>Журнал читается</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 ч</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 д</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 д</translation>
    </message>
    <message>
        <source>90 d</source>
        <translation>90 д</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Сохранить как CSV…</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Копировать как CSV</translation>
    </message>
    <message>
        <source>CSV copied</source>
        <translation>CSV скопирован</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Копировать как Markdown</translation>
    </message>
    <message>
        <source>Markdown copied</source>
        <translation>Markdown скопирован</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Копировать как JSON</translation>
    </message>
    <message>
        <source>JSON copied</source>
        <translation>JSON скопирован</translation>
    </message>
    <message>
        <source>Alerts that fired</source>
        <translation>Сработавшие алерты</translation>
    </message>
    <message>
        <source>Lives of alerts that began to fire within the span; one that flaps is one.</source>
        <translation>Случаи алертов, сработавшие за этот период; мигающий считается за один.</translation>
    </message>
    <message>
        <source>Time to detect</source>
        <translation>Время до обнаружения</translation>
    </message>
    <message>
        <source>From the beginning of its condition until it fired, on average.</source>
        <translation>От начала условия до срабатывания, в среднем.</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>Время до принятия</translation>
    </message>
    <message>
        <source>From firing until somebody took it on, on average.</source>
        <translation>От срабатывания до принятия кем-либо, в среднем.</translation>
    </message>
    <message>
        <source>Time to resolve</source>
        <translation>Время до решения</translation>
    </message>
    <message>
        <source>From firing until its end, on average.</source>
        <translation>От срабатывания до конца, в среднем.</translation>
    </message>
    <message>
        <source>The noisiest</source>
        <translation>Самые шумные</translation>
    </message>
    <message>
        <source>By shift</source>
        <translation>По сменам</translation>
    </message>
    <message>
        <source>What else it says</source>
        <translation>Что ещё видно из отчёта</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Вверх, вниз</translation>
    </message>
    <message>
        <source>Choose an alert</source>
        <translation>Выбрать алерт</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Look for its lives in the record</source>
        <translation>Найти его случаи в журнале</translation>
    </message>
    <message>
        <source>Copy the report as Markdown</source>
        <translation>Копировать отчёт как Markdown</translation>
    </message>
    <message>
        <source>The record cannot be read</source>
        <translation>Журнал не читается</translation>
    </message>
    <message numerus="yes">
        <source>median %1, of %n</source>
        <translation>
            <numerusform>медиана %1, по %n</numerusform>
            <numerusform>медиана %1, по %n</numerusform>
            <numerusform>медиана %1, по %n</numerusform>
        </translation>
    </message>
    <message>
        <source>not known of any</source>
        <translation>ни для одного не известно</translation>
    </message>
    <message>
        <source>Nothing fired</source>
        <translation>Ничего не сработало</translation>
    </message>
    <message>
        <source>No alert began to fire in this span of time, as far as this console kept watch.</source>
        <translation>За это время ни один алерт не сработал, насколько эта консоль следила.</translation>
    </message>
    <message>
        <source>Look at 90 days</source>
        <translation>Посмотреть 90 дней</translation>
    </message>
    <message>
        <source>of the newest %1 lives; the record has more</source>
        <translation>из новейших %1 случаев; в журнале есть ещё</translation>
    </message>
    <message>
        <source>%1 open · %2 flapped · %3 of firing in all</source>
        <translation>открыто %1 · мигало %2 · всего были активны %3</translation>
    </message>
    <message>
        <source>%1 not known</source>
        <translation>неизвестно: %1</translation>
    </message>
    <message>
        <source>%1 never taken on</source>
        <translation>так и не принято: %1</translation>
    </message>
    <message>
        <source>%1 open, or their end not seen</source>
        <translation>открыты или конец не виден: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n nobody ever took on.</source>
        <translation>
            <numerusform>%n никто так и не принял.</numerusform>
            <numerusform>%n никто так и не принял.</numerusform>
            <numerusform>%n никто так и не принял.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken on and still firing an hour later.</source>
        <translation>
            <numerusform>%n принят и час спустя ещё активен.</numerusform>
            <numerusform>%n приняты и час спустя ещё активны.</numerusform>
            <numerusform>%n принято и час спустя ещё активны.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went on to the next person.</source>
        <translation>
            <numerusform>%n передан следующему.</numerusform>
            <numerusform>%n переданы следующему.</numerusform>
            <numerusform>%n передано следующему.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending and gone before firing.</source>
        <translation>
            <numerusform>%n ожидал и исчез до срабатывания.</numerusform>
            <numerusform>%n ожидали и исчезли до срабатывания.</numerusform>
            <numerusform>%n ожидали и исчезли до срабатывания.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv)</source>
        <translation>Значения через запятую (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено как %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Не сохранено: %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::NotificationsDialog</name>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Whose alerts</source>
        <translation>Чьи алерты</translation>
    </message>
    <message>
        <source>On the desktop</source>
        <translation>На рабочем столе</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Показывать уведомления</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Тихие часы</translation>
    </message>
    <message>
        <source>Keep the workspace&apos;s quiet hours</source>
        <translation>Соблюдать тихие часы рабочей области</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Не уведомлять</translation>
    </message>
    <message>
        <source>Tell again</source>
        <translation>Снова уведомлять</translation>
    </message>
    <message>
        <source>Only of my services</source>
        <translation>Только о моих сервисах</translation>
    </message>
    <message>
        <source>My services and owners</source>
        <translation>Мои сервисы и владельцы</translation>
    </message>
    <message>
        <source>Sound an alarm</source>
        <translation>Подавать звук тревоги</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Громкость</translation>
    </message>
    <message>
        <source>Try %1</source>
        <comment>a severity</comment>
        <translation>Проба: %1</translation>
    </message>
    <message>
        <source>Everything of %1</source>
        <translation>Всё, чем владеет %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a service and its owner</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The workspace names no services.</source>
        <translation>Рабочая область не называет сервисов.</translation>
    </message>
    <message>
        <source>The tray shows the worst state.</source>
        <translation>Худшее состояние видно в трее.</translation>
    </message>
    <message>
        <source>There is no tray: the window&apos;s title and its alarm bar say what the tray would.</source>
        <translation>Трея нет: то, что показал бы он, говорят заголовок окна и полоса тревоги.</translation>
    </message>
    <message>
        <source>The workspace declares none (desk: quiet:).</source>
        <translation>Рабочая область их не задаёт (desk: quiet:).</translation>
    </message>
    <message>
        <source>%1; %2 or worse is told all the same, the rest when they are over.</source>
        <comment>hours, and a severity</comment>
        <translation>%1; «%2» и хуже сообщается всё равно, остальное – когда они кончатся.</translation>
    </message>
    <message>
        <source>And those of no service, which are nobody else&apos;s</source>
        <translation>И о тех, что без сервиса и ничьи</translation>
    </message>
</context>
<context>
    <name>Watchfloor::NotifiedSection</name>
    <message>
        <source>Webhook %1: on its way since %2.</source>
        <translation>Вебхук %1: в пути с %2.</translation>
    </message>
    <message numerus="yes">
        <source>Webhook %1: not delivered after %n attempt(s), tried again.</source>
        <translation>
            <numerusform>Вебхук %1: не доставлено после %n попытки, повторяется.</numerusform>
            <numerusform>Вебхук %1: не доставлено после %n попыток, повторяется.</numerusform>
            <numerusform>Вебхук %1: не доставлено после %n попыток, повторяется.</numerusform>
        </translation>
    </message>
    <message>
        <source>Webhook %1: delivered at %2.</source>
        <translation>Вебхук %1: доставлено в %2.</translation>
    </message>
    <message numerus="yes">
        <source>Webhook %1: given up after %n attempt(s).</source>
        <translation>
            <numerusform>Вебхук %1: доставка оставлена после %n попытки.</numerusform>
            <numerusform>Вебхук %1: доставка оставлена после %n попыток.</numerusform>
            <numerusform>Вебхук %1: доставка оставлена после %n попыток.</numerusform>
        </translation>
    </message>
    <message>
        <source>Why you were notified</source>
        <translation>Почему пришло оповещение</translation>
    </message>
    <message>
        <source>Raised by this console: no Alertmanager knows it, only webhooks hand it on.</source>
        <translation>Поднят этой консолью: ни один Alertmanager его не знает, дальше его передают только вебхуки.</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Повторить сейчас</translation>
    </message>
</context>
<context>
    <name>Watchfloor::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
</context>
<context>
    <name>Watchfloor::NumberField</name>
    <message>
        <source>Time series</source>
        <translation>Временной ряд</translation>
    </message>
    <message>
        <source>Stat</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Шкала</translation>
    </message>
    <message>
        <source>Bar gauge</source>
        <translation>Полосовая шкала</translation>
    </message>
    <message>
        <source>Bar chart</source>
        <translation>Столбчатая диаграмма</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Тепловая карта</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Гистограмма</translation>
    </message>
    <message>
        <source>Pie</source>
        <translation>Круговая диаграмма</translation>
    </message>
    <message>
        <source>State timeline</source>
        <translation>Лента состояний</translation>
    </message>
    <message>
        <source>Status history</source>
        <translation>История статусов</translation>
    </message>
    <message>
        <source>Alert list</source>
        <translation>Список алертов</translation>
    </message>
    <message>
        <source>Dashboard list</source>
        <translation>Список дашбордов</translation>
    </message>
</context>
<context>
    <name>Watchfloor::OrderCard</name>
    <message>
        <source>In what order it happened</source>
        <translation>В каком порядке это было</translation>
    </message>
    <message>
        <source>last %1, oldest first</source>
        <translation>последние %1, сначала старые</translation>
    </message>
</context>
<context>
    <name>Watchfloor::OutputView</name>
    <message>
        <source>Output</source>
        <translation>Вывод</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Следить</translation>
    </message>
    <message>
        <source>last %1 of %2 lines</source>
        <translation>последние %1 из %2 строк</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln строка</numerusform>
            <numerusform>%Ln строки</numerusform>
            <numerusform>%Ln строк</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::OverviewPage</name>
    <message>
        <source>No services yet</source>
        <translation>Сервисов пока нет</translation>
    </message>
    <message>
        <source>Name them under services: in the workspace file, each with the labels of what belongs to it.</source>
        <translation>Укажите их в разделе services: файла рабочей области, каждый с метками того, что к нему относится.</translation>
    </message>
    <message>
        <source>See the sources</source>
        <translation>Смотреть источники</translation>
    </message>
    <message>
        <source>Error ratio by service</source>
        <translation>Доля ошибок по сервисам</translation>
    </message>
    <message>
        <source>p95 latency by service</source>
        <translation>Задержка p95 по сервисам</translation>
    </message>
    <message>
        <source>FIRING</source>
        <translation>АКТИВНЫЕ АЛЕРТЫ</translation>
    </message>
    <message>
        <source>CHANGED IN THE LAST HOUR</source>
        <translation>ИЗМЕНЕНИЯ ЗА ЧАС</translation>
    </message>
    <message>
        <source>ERROR BUDGET</source>
        <translation>БЮДЖЕТ ОШИБОК</translation>
    </message>
    <message>
        <source>%1 of %2 · worst first</source>
        <translation>%1 из %2 · сначала худшие</translation>
    </message>
    <message>
        <source>No service records this figure yet.</source>
        <translation>Этот показатель пока не записывает ни один сервис.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>empty %1</source>
        <translation>иссякнет: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>Что сдвинулось</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PanelCard</name>
    <message>
        <source>What can be done with this panel</source>
        <translation>Что можно сделать с этой панелью</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>внимание</translation>
    </message>
    <message>
        <source>This query has no answer</source>
        <translation>На этот запрос нет ответа</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Нет данных</translation>
    </message>
    <message>
        <source>The query was answered and has no series now.</source>
        <translation>Ответ на запрос получен, рядов сейчас нет.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Запрос…</translation>
    </message>
    <message>
        <source>The query was answered and has no series in this range.</source>
        <translation>Ответ на запрос получен, рядов за этот период нет.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>На весь экран</translation>
    </message>
    <message>
        <source>Inspect query and data…</source>
        <translation>Запрос и данные…</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Копировать изображение</translation>
    </message>
    <message>
        <source>Copy data as CSV</source>
        <translation>Копировать данные как CSV</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>What this panel shows</source>
        <translation>Что показывает эта панель</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>частично</translation>
    </message>
    <message>
        <source>Not done here: %1</source>
        <translation>Здесь не поддерживается: %1</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>последние %1</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation>на %1 раньше</translation>
    </message>
    <message>
        <source>This panel has no query that is asked here.</source>
        <translation>У этой панели нет запроса, который здесь выполняется.</translation>
    </message>
    <message>
        <source>shown: %1 of %2 series</source>
        <translation>показано рядов: %1 из %2</translation>
    </message>
    <message>
        <source>shown: %1 of %2</source>
        <translation>показано: %1 из %2</translation>
    </message>
    <message>
        <source>cut: too many rows</source>
        <translation>обрезано: слишком много строк</translation>
    </message>
    <message>
        <source>No query</source>
        <translation>Нет запроса</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Сравнить с</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ничего</translation>
    </message>
    <message>
        <source>The hour before</source>
        <translation>Час назад</translation>
    </message>
    <message>
        <source>The same time yesterday</source>
        <translation>Вчера в это же время</translation>
    </message>
    <message>
        <source>The same time last week</source>
        <translation>Неделю назад в это же время</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Ряды</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Copy into a dashboard of ours…</source>
        <translation>Копировать в свой дашборд…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Дублировать…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Explore this query</source>
        <translation>Исследовать этот запрос</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Легенда</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Картинка (PNG)…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>Рисунок (SVG)…</translation>
    </message>
    <message>
        <source>Data (CSV)…</source>
        <translation>Данные (CSV)…</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Ссылки</translation>
    </message>
    <message>
        <source>Not done here</source>
        <translation>Здесь не поддерживается</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PanelEdit</name>
    <message>
        <source>This dashboard cannot be edited</source>
        <translation>Этот дашборд нельзя изменить</translation>
    </message>
    <message>
        <source>%1 was changed and is being read again; try once more.</source>
        <translation>Файл %1 изменён и перечитывается; попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>the change of “%1” in %2</source>
        <translation>изменение «%1» в %2</translation>
    </message>
    <message>
        <source>“%1” was saved into %2.</source>
        <translation>«%1» сохранено в %2.</translation>
    </message>
    <message>
        <source>the removal of “%1” from %2</source>
        <translation>удаление «%1» из %2</translation>
    </message>
    <message>
        <source>“%1” was removed from %2.</source>
        <translation>«%1» удалено из %2.</translation>
    </message>
    <message>
        <source>“%1” is in %2 again.</source>
        <translation>«%1» снова в %2.</translation>
    </message>
    <message>
        <source>Remove a panel</source>
        <translation>Удалить панель</translation>
    </message>
    <message>
        <source>Remove “%1” from %2? Its lines are taken out of the file; everything else stays.</source>
        <translation>Удалить «%1» из %2? Из файла убираются только её строки; всё остальное остаётся.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>This panel cannot be copied</source>
        <translation>Эту панель нельзя скопировать</translation>
    </message>
    <message>
        <source>“%1” is a dashboard of Grafana&apos;s, which is shown and not written, and the short form has no words for what this panel has: %2.</source>
        <translation>«%1» – дашборд Grafana: он показывается, но не записывается, а в краткой форме нет слов для того, что есть у этой панели: %2.</translation>
    </message>
    <message>
        <source>The workspace has no dashboard in the short form that it could be copied into.</source>
        <translation>В рабочей области нет дашборда в краткой форме, куда её можно скопировать.</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Отменено: %1.</translation>
    </message>
    <message>
        <source>New panel</source>
        <translation>Новая панель</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PanelEditor</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Edit a panel</source>
        <translation>Изменить панель</translation>
    </message>
    <message>
        <source>A new panel</source>
        <translation>Новая панель</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Вернуть прежнее</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Into %1</source>
        <translation>В %1</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else since this was opened. Nothing was written; copy what you need and open the panel again.</source>
        <translation>Файл %1 с момента открытия изменил кто-то другой. Ничего не записано; скопируйте нужное и откройте панель заново.</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Cancel once more to give up what you changed.</source>
        <translation>Пока ничего не сохранено. Нажмите «Отмена» ещё раз, чтобы отказаться от изменений.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PanelForm</name>
    <message>
        <source>As it is counted</source>
        <translation>Как считается</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Панель</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>The dashboard&apos;s source</source>
        <translation>Источник дашборда</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Единица</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Знаки после запятой</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>автоматически</translation>
    </message>
    <message>
        <source>found</source>
        <translation>по данным</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Минимум</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Максимум</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Пороги</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Линии</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Точки</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Прямые</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Сглаженные</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>Ступень до</translation>
    </message>
    <message>
        <source>Step after</source>
        <translation>Ступень после</translation>
    </message>
    <message>
        <source>Not stacked</source>
        <translation>Без накопления</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>С накоплением</translation>
    </message>
    <message>
        <source>Stacked to 100 %</source>
        <translation>С накоплением до 100 %</translation>
    </message>
    <message>
        <source>Where there is room</source>
        <translation>Где есть место</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Всегда</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Заливка</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Линейная</translation>
    </message>
    <message>
        <source>Logarithmic, base 2</source>
        <translation>Логарифм. по основанию 2</translation>
    </message>
    <message>
        <source>Logarithmic, base 10</source>
        <translation>Логарифм. по основанию 10</translation>
    </message>
    <message>
        <source>Downwards</source>
        <translation>Вниз</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>Рисовать как</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ширина</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Накопление</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Ось</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Направление</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Легенда</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрыто</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Снизу</translation>
    </message>
    <message>
        <source>At the right</source>
        <translation>Справа</translation>
    </message>
    <message>
        <source>Place of the legend</source>
        <translation>Место легенды</translation>
    </message>
    <message>
        <source>Place, in 24 columns</source>
        <translation>Место, 24 столбца</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Высота</translation>
    </message>
    <message>
        <source>A panel needs a title.</source>
        <translation>Панели нужен заголовок.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>Текст пуст.</translation>
    </message>
    <message>
        <source>Minimum and maximum are numbers, or empty.</source>
        <translation>Минимум и максимум – числа или пусто.</translation>
    </message>
    <message>
        <source>The maximum must be more than the minimum.</source>
        <translation>Максимум должен быть больше минимума.</translation>
    </message>
    <message>
        <source>A threshold has no number.</source>
        <translation>У порога нет числа.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PanelQuestion</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PanelTableModel</name>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Запрос</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ParameterField</name>
    <message>
        <source>Parameter</source>
        <translation>Параметр</translation>
    </message>
    <message>
        <source>there are no choices; type a value</source>
        <translation>вариантов нет; введите значение</translation>
    </message>
    <message>
        <source>the choices could not be had: %1</source>
        <translation>варианты получить не удалось: %1</translation>
    </message>
    <message>
        <source>matches %1</source>
        <translation>соответствует %1</translation>
    </message>
    <message>
        <source>%1 The choices are being read.</source>
        <translation>%1 Варианты читаются.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PieChart</name>
    <message>
        <source>There is nothing to share out.</source>
        <translation>Делить нечего.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>share</source>
        <translation>доля</translation>
    </message>
    <message numerus="yes">
        <source>%n without a share: negative or no value</source>
        <translation>
            <numerusform>%n без доли: значение отрицательно или его нет</numerusform>
            <numerusform>%n без доли: значение отрицательно или его нет</numerusform>
            <numerusform>%n без доли: значение отрицательно или его нет</numerusform>
        </translation>
    </message>
    <message>
        <source>total</source>
        <translation>всего</translation>
    </message>
    <message>
        <source>others (%1)</source>
        <translation>прочие (%1)</translation>
    </message>
    <message>
        <source>others (%1): %2</source>
        <translation>прочие (%1): %2</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PromEdit</name>
    <message>
        <source>PromQL, for example sum by (service) (rate(http_requests_total[5m]))</source>
        <translation>PromQL, например sum by (service) (rate(http_requests_total[5m]))</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Запрос</translation>
    </message>
</context>
<context>
    <name>Watchfloor::QueriesBody</name>
    <message>
        <source>Logs are drawn where there is a source of logs. This workspace has none.</source>
        <translation>Логи показываются там, где есть их источник. В этой рабочей области его нет.</translation>
    </message>
    <message>
        <source>Panels of the kind &quot;%1&quot; are not drawn here.</source>
        <translation>Панели вида «%1» здесь не рисуются.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>It has no queries.</source>
        <translation>Запросов у неё нет.</translation>
    </message>
    <message>
        <source>Copy the queries</source>
        <translation>Копировать запросы</translation>
    </message>
    <message>
        <source>Copy the query</source>
        <translation>Копировать запрос</translation>
    </message>
</context>
<context>
    <name>Watchfloor::QueryBrowser</name>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Asking for metrics…</source>
        <translation>Запрос метрик…</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Метрики</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>What can be asked</source>
        <translation>Что можно запросить</translation>
    </message>
    <message>
        <source>What you ask is kept here.</source>
        <translation>Ваши запросы хранятся здесь.</translation>
    </message>
    <message>
        <source>A right click keeps or removes one.</source>
        <translation>Правый щелчок сохраняет или удаляет запрос.</translation>
    </message>
    <message>
        <source>of unknown type</source>
        <translation>неизвестного типа</translation>
    </message>
    <message>
        <source>%1 of %2 metrics are listed; type to find others.</source>
        <translation>В списке %1 из %2 метрик; остальные найдутся по вводу.</translation>
    </message>
    <message numerus="yes">
        <source>%n metrics</source>
        <translation>
            <numerusform>%n метрика</numerusform>
            <numerusform>%n метрики</numerusform>
            <numerusform>%n метрик</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation>Больше не хранить</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>Watchfloor::QueryEditor</name>
    <message>
        <source>One place up</source>
        <translation>На место выше</translation>
    </message>
    <message>
        <source>One place down</source>
        <translation>На место ниже</translation>
    </message>
    <message>
        <source>Remove this query</source>
        <translation>Удалить этот запрос</translation>
    </message>
    <message>
        <source>The panel&apos;s source</source>
        <translation>Источник панели</translation>
    </message>
    <message>
        <source>Source of this query</source>
        <translation>Источник этого запроса</translation>
    </message>
    <message>
        <source>Names of the series: {{service}}</source>
        <translation>Имена рядов: {{service}}</translation>
    </message>
    <message>
        <source>Names of the series</source>
        <translation>Имена рядов</translation>
    </message>
    <message>
        <source>step</source>
        <translation>шаг</translation>
    </message>
    <message>
        <source>The least step: 30s, 5m; empty: as fine as is seen</source>
        <translation>Наименьший шаг: 30s, 5m; пусто: насколько различимо</translation>
    </message>
    <message>
        <source>Least step</source>
        <translation>Наименьший шаг</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Сравнить с</translation>
    </message>
    <message>
        <source>What it is compared with, drawn dashed</source>
        <translation>С чем сравнивается, пунктиром</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Rows with a column a label instead of series</source>
        <translation>Строки со столбцом на каждую метку вместо рядов</translation>
    </message>
    <message>
        <source>Exemplars</source>
        <translation>Экземпляры</translation>
    </message>
    <message>
        <source>Marks that lead to traces</source>
        <translation>Отметки, ведущие к трассам</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрыто</translation>
    </message>
    <message>
        <source>Not asked and not shown</source>
        <translation>Не запрашивается и не показывается</translation>
    </message>
    <message>
        <source>Query %1</source>
        <translation>Запрос %1</translation>
    </message>
    <message>
        <source>Compared with nothing</source>
        <translation>Без сравнения</translation>
    </message>
    <message>
        <source>Beside the hour before</source>
        <translation>Рядом: час назад</translation>
    </message>
    <message>
        <source>Beside the same time yesterday</source>
        <translation>Рядом: вчера в это же время</translation>
    </message>
    <message>
        <source>Beside the same time last week</source>
        <translation>Рядом: неделю назад в это же время</translation>
    </message>
    <message>
        <source>Beside %1 before</source>
        <translation>Рядом: за %1 до этого</translation>
    </message>
</context>
<context>
    <name>Watchfloor::QueryList</name>
    <message>
        <source>Add a query</source>
        <translation>Добавить запрос</translation>
    </message>
    <message>
        <source>A panel of this kind needs a query.</source>
        <translation>Панели этого вида нужен запрос.</translation>
    </message>
    <message>
        <source>Query %1 is empty.</source>
        <translation>Запрос %1 пуст.</translation>
    </message>
    <message>
        <source>The step of query %1 is no duration such as 30s or 5m.</source>
        <translation>Шаг запроса %1 – не длительность вроде 30s или 5m.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::RowHeader</name>
    <message>
        <source>%1, folded</source>
        <translation>%1, свёрнуто</translation>
    </message>
    <message numerus="yes">
        <source>%n panels</source>
        <translation>
            <numerusform>%n панель</numerusform>
            <numerusform>%n панели</numerusform>
            <numerusform>%n панелей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::RuleChart</name>
    <message>
        <source>   for %1</source>
        <translation>   в течение %1</translation>
    </message>
    <message>
        <source>%1, %2 old</source>
        <translation>%1, давность %2</translation>
    </message>
    <message>
        <source>What the rule watches has no series now.</source>
        <translation>У того, за чем следит правило, сейчас нет рядов.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Запрос к %1…</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>предел %1</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ожидает</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>сработал</translation>
    </message>
</context>
<context>
    <name>Watchfloor::RunPanel</name>
    <message>
        <source>Undo</source>
        <translation>Откатить</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Пробный запуск</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Запустить…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Not answered yet.</source>
        <translation>Ответа пока нет.</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Не запущен</translation>
    </message>
    <message>
        <source>dry run</source>
        <translation>пробный запуск</translation>
    </message>
    <message>
        <source>Undo is available: it runs the undo commands of the steps that ran, last one first.</source>
        <translation>Откат доступен: выполняются команды отката пройденных шагов, начиная с последнего.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: the intent is written to the audit log before anything runs.</source>
        <translation>Пока ничего не записано: намерение попадает в журнал аудита раньше, чем что-либо запустится.</translation>
    </message>
    <message>
        <source>Not recorded, and nothing ran.</source>
        <translation>Не записано, и ничего не выполнялось.</translation>
    </message>
    <message>
        <source>Recorded #%1 to #%2</source>
        <translation>Записи #%1–#%2</translation>
    </message>
    <message>
        <source>Recorded #%1</source>
        <translation>Запись #%1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>the outcome will be the next record</source>
        <translation>итог станет следующей записью</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>предел %1</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>в норме: %1</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>нужно: %1</translation>
    </message>
    <message>
        <source>every 5 s while it runs</source>
        <translation>каждые 5 с во время запуска</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>сейчас %1</translation>
    </message>
    <message>
        <source>What the steps print will stand here.</source>
        <translation>Здесь появится вывод шагов.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::RunbookListModel</name>
    <message>
        <source>checking</source>
        <translation>проверка</translation>
    </message>
    <message>
        <source>running</source>
        <translation>выполняется</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>контроль</translation>
    </message>
    <message>
        <source>dry run passed</source>
        <translation>проба пройдена</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>успешно</translation>
    </message>
    <message>
        <source>refused by a gate</source>
        <translation>отклонено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>ran, not effective</source>
        <translation>без эффекта</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>остановлено</translation>
    </message>
    <message>
        <source>undoing</source>
        <translation>откат</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>откат выполнен</translation>
    </message>
</context>
<context>
    <name>Watchfloor::RunbookSection</name>
    <message>
        <source>Runbooks that match</source>
        <translation>Подходящие ранбуки</translation>
    </message>
    <message>
        <source>production is locked</source>
        <translation>продакшн закрыт</translation>
    </message>
    <message>
        <source>unlock %1</source>
        <translation>открыть на %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::RunbooksPage</name>
    <message>
        <source>Runbooks</source>
        <translation>Ранбуки</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>Безопасные</translation>
    </message>
    <message>
        <source>Disruptive</source>
        <translation>С перебоями</translation>
    </message>
    <message>
        <source>Destructive</source>
        <translation>Разрушительные</translation>
    </message>
    <message>
        <source>No runbooks</source>
        <translation>Нет ранбуков</translation>
    </message>
    <message>
        <source>Name Markdown files with steps under runbooks: in the workspace file.</source>
        <translation>Укажите файлы Markdown с шагами в разделе runbooks: файла рабочей области.</translation>
    </message>
    <message>
        <source>%1 · %2 match now</source>
        <translation>%1 · подходят %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>A dot marks what an open alert asks for.</source>
        <translation>Точкой отмечено то, чего требует открытый алерт.</translation>
    </message>
    <message>
        <source>%1 is held by %2: %3</source>
        <translation>%1 занято: %2, %3</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Вверх, вниз</translation>
    </message>
    <message>
        <source>Choose a runbook</source>
        <translation>Выбрать ранбук</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Run it, after a question</source>
        <translation>Запустить после вопроса</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter</source>
        <translation>Ctrl+Shift+Enter</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Пробный запуск</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Остановить запуск</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SavedFilters</name>
    <message>
        <source>Saved</source>
        <translation>Сохранённые</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Сохранённые фильтры</translation>
    </message>
    <message>
        <source>Saved filter %1</source>
        <translation>Сохранённый фильтр %1</translation>
    </message>
    <message>
        <source>%1 (workspace)</source>
        <translation>%1 (рабочая область)</translation>
    </message>
    <message>
        <source>No filter is saved yet</source>
        <translation>Сохранённых фильтров пока нет</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Save the changes to %1</source>
        <translation>Сохранить изменения в %1</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>Переименовать фильтр</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Show all alerts</source>
        <translation>Показать все алерты</translation>
    </message>
    <message>
        <source>Save the filter</source>
        <translation>Сохранить фильтр</translation>
    </message>
    <message numerus="yes">
        <source>A name for %n term(s); one that is taken is replaced.</source>
        <translation>
            <numerusform>Имя для %n условия; занятое будет заменено.</numerusform>
            <numerusform>Имя для %n условий; занятое будет заменено.</numerusform>
            <numerusform>Имя для %n условий; занятое будет заменено.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::ServiceSection</name>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>нужно: %1</translation>
    </message>
    <message>
        <source>all that it needs is healthy</source>
        <translation>всё, что ему нужно, в норме</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ServiceTableModel</name>
    <message>
        <source>%1: %2</source>
        <comment>state: reason</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ServiceTile</name>
    <message>
        <source>budget</source>
        <translation>бюджет</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыть</translation>
    </message>
    <message>
        <source>depends on</source>
        <translation>зависит от</translation>
    </message>
</context>
<context>
    <name>Watchfloor::Session</name>
    <message>
        <source>Production is locked. Unlock it in the top bar first.</source>
        <translation>Продакшн закрыт. Сначала откройте его в верхней панели.</translation>
    </message>
    <message>
        <source>Its end was never recorded: its outcome is unknown. Check the target; the last step that began was: %1</source>
        <translation>Его конец не записан, итог неизвестен. Проверьте цель; последним начался шаг: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>никакой</translation>
    </message>
    <message>
        <source>What was acknowledged before is not known; the damaged file is kept as %1.</source>
        <translation>Что было принято раньше, неизвестно; повреждённый файл сохранён как %1.</translation>
    </message>
    <message>
        <source>There is no data folder to record it in.</source>
        <translation>Нет папки данных, чтобы это записать.</translation>
    </message>
    <message>
        <source>It is acknowledged here alone: no Alertmanager lists it, so nothing was silenced.</source>
        <translation>Принят только здесь: ни один Alertmanager его не перечисляет, поэтому ничего не заглушено.</translation>
    </message>
    <message>
        <source>It is acknowledged here alone: one of its labels cannot be matched by a silence.</source>
        <translation>Принят только здесь: одну из его меток заглушение не может сопоставить.</translation>
    </message>
    <message>
        <source>%1 escalated to %2</source>
        <translation>%1 эскалирован на %2</translation>
    </message>
    <message>
        <source>Your saved filters cannot be read; the damaged file is kept as %1.</source>
        <translation>Ваши сохранённые фильтры не читаются; повреждённый файл сохранён как %1.</translation>
    </message>
    <message>
        <source>The filter is there until the console ends.</source>
        <translation>Фильтр действует до закрытия консоли.</translation>
    </message>
    <message>
        <source>The silence behind the acknowledgement still mutes; it is ended as soon as that can be done.</source>
        <translation>Заглушение, стоящее за принятием, ещё глушит; оно будет завершено, как только это удастся.</translation>
    </message>
    <message>
        <source>Which silences were still to be ended is not known; look at those that mute now. The damaged file is kept as %1.</source>
        <translation>Какие заглушения ещё нужно было завершить, неизвестно; просмотрите действующие. Повреждённый файл сохранён как %1.</translation>
    </message>
    <message>
        <source>Since when alerts were open before is not known; the damaged file is kept as %1.</source>
        <translation>С какого времени алерты были открыты раньше, неизвестно; повреждённый файл сохранён как %1.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ShiftBars</name>
    <message>
        <source>Alerts by shift</source>
        <translation>Алерты по сменам</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n alert(s)</source>
        <translation>
            <numerusform>%1: %n алерт</numerusform>
            <numerusform>%1: %n алерта</numerusform>
            <numerusform>%1: %n алертов</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody&apos;s</source>
        <translation>ничья</translation>
    </message>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>критичный %n</numerusform>
            <numerusform>критичных %n</numerusform>
            <numerusform>критичных %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken on</source>
        <translation>
            <numerusform>не принят %n</numerusform>
            <numerusform>не приняты %n</numerusform>
            <numerusform>не принято %n</numerusform>
        </translation>
    </message>
    <message>
        <source>taken on after %1</source>
        <translation>принятие через %1</translation>
    </message>
    <message>
        <source>time to take on not known</source>
        <translation>время до принятия неизвестно</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>тихо</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ShiftWords</name>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Ночь</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilenceActions</name>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>+1 h</source>
        <translation>+1 ч</translation>
    </message>
    <message>
        <source>+4 h</source>
        <translation>+4 ч</translation>
    </message>
    <message>
        <source>Until tomorrow 09:00</source>
        <translation>До завтра, 09:00</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Завершить…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Как текст</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Как JSON</translation>
    </message>
    <message>
        <source>As amtool commands</source>
        <translation>Как команды amtool</translation>
    </message>
    <message>
        <source>Silence again…</source>
        <translation>Заглушить снова…</translation>
    </message>
    <message numerus="yes">
        <source>Yes, end %n</source>
        <translation>
            <numerusform>Да, завершить %n</numerusform>
            <numerusform>Да, завершить %n</numerusform>
            <numerusform>Да, завершить %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Ends later now: %1 of %2.</source>
        <translation>Продлено: %1 из %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) will be told again.</source>
        <translation>
            <numerusform>Снова будет сообщаться о %n алерте.</numerusform>
            <numerusform>Снова будет сообщаться о %n алертах.</numerusform>
            <numerusform>Снова будет сообщаться о %n алертах.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended %1 of %2.</source>
        <translation>Завершено: %1 из %2.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Запрос…</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n silence(s).</source>
        <translation>
            <numerusform>Скопировано %n заглушение.</numerusform>
            <numerusform>Скопировано %n заглушения.</numerusform>
            <numerusform>Скопировано %n заглушений.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilenceDialog</name>
    <message>
        <source>Silence</source>
        <translation>Заглушить</translation>
    </message>
    <message>
        <source>New silence</source>
        <translation>Новое</translation>
    </message>
    <message>
        <source>Add a matcher: env=&quot;production&quot;</source>
        <translation>Добавьте матчер: env=&quot;production&quot;</translation>
    </message>
    <message>
        <source>Mutes what matches all of</source>
        <translation>Глушит то, что подходит под все</translation>
    </message>
    <message>
        <source>Why, and who knows about it</source>
        <translation>Почему и кто об этом знает</translation>
    </message>
    <message>
        <source>Comment (needed)</source>
        <translation>Комментарий (обязателен)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The workspace names no Alertmanager, so there is none to keep a silence.</source>
        <translation>Рабочая область не называет Alertmanager, хранить заглушение некому.</translation>
    </message>
    <message>
        <source>“%1” is not a matcher yet: press Enter behind it, or empty the field.</source>
        <translation>«%1» ещё не матчер: нажмите Enter после него или очистите поле.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Запрос к %1…</translation>
    </message>
    <message>
        <source>%1 keeps the silence; it was read back.</source>
        <translation>%1 хранит заглушение; оно прочитано обратно.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Alertmanager, or cluster of them</source>
        <translation>Alertmanager или их кластер</translation>
    </message>
    <message>
        <source>Silence again</source>
        <translation>Заглушить снова</translation>
    </message>
    <message>
        <source>Change a silence</source>
        <translation>Изменить заглушение</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 has ended meanwhile: saving makes a new silence.</source>
        <translation>%1 тем временем кончилось: сохранение создаст новое заглушение.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile: it ends %2 now. Saving writes over that.</source>
        <translation>%1 тем временем изменил кто-то другой: теперь его конец %2. Сохранение перезапишет это.</translation>
    </message>
    <message>
        <source>Other matchers make a new silence with a new id; %1 ends.</source>
        <translation>Другие матчеры создают новое заглушение с новым id; %1 завершится.</translation>
    </message>
    <message>
        <source>It keeps its id, %1…, and its author, %2.</source>
        <translation>Сохраняется его id, %1…, и автор, %2.</translation>
    </message>
    <message>
        <source>It is a new silence, %1…; %2… has ended.</source>
        <translation>Это новое заглушение, %1…; %2… завершено.</translation>
    </message>
    <message>
        <source>The silence stands on %1.</source>
        <translation>Заглушение действует на %1.</translation>
    </message>
    <message>
        <source>The silence is no longer there: alerts are told.</source>
        <translation>Заглушения больше нет: об алертах сообщается.</translation>
    </message>
    <message>
        <source>%1 does not have it yet.</source>
        <translation>На %1 его ещё нет.</translation>
    </message>
    <message>
        <source>%1 was not asked yet.</source>
        <translation>%1 ещё не опрошен.</translation>
    </message>
    <message>
        <source>%1 cannot be asked.</source>
        <translation>%1 нельзя опросить.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilenceTableModel</name>
    <message>
        <source>Active</source>
        <translation>Активно</translation>
    </message>
    <message>
        <source>Not yet begun</source>
        <translation>Ещё не началось</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>через %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 назад</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Matchers</source>
        <translation>Матчеры</translation>
    </message>
    <message>
        <source>Matches now</source>
        <translation>Сейчас глушит</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Создал</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>begins in %1, for %2</source>
        <translation>начнётся через %1, на %2</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>подсчёт…</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n still firing</source>
        <translation>
            <numerusform>%1, ещё активен %n</numerusform>
            <numerusform>%1, ещё активны %n</numerusform>
            <numerusform>%1, ещё активны %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, not %2</source>
        <translation>%1, кроме %2</translation>
    </message>
    <message>
        <source>From %1 until %2</source>
        <translation>С %1 до %2</translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation>На %1 оно есть</translation>
    </message>
    <message>
        <source>%1 was not asked since it changed</source>
        <translation>%1 после изменения не опрошен</translation>
    </message>
    <message>
        <source>%1 does not have it</source>
        <translation>На %1 его нет</translation>
    </message>
    <message>
        <source>%1 has it with another end, state or matchers</source>
        <translation>На %1 у него другой конец, состояние или матчеры</translation>
    </message>
    <message>
        <source>%1 cannot be asked</source>
        <translation>%1 нельзя опросить</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>Действует на</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilenceTimes</name>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Другой</translation>
    </message>
    <message>
        <source>For</source>
        <translation>На срок</translation>
    </message>
    <message>
        <source>Length, as 2h30m</source>
        <translation>Длительность, например 2h30m</translation>
    </message>
    <message>
        <source>until</source>
        <translation>до</translation>
    </message>
    <message>
        <source>+1 h</source>
        <translation>+1 ч</translation>
    </message>
    <message>
        <source>+4 h</source>
        <translation>+4 ч</translation>
    </message>
    <message>
        <source>Until tomorrow 09:00</source>
        <translation>До завтра, 09:00</translation>
    </message>
    <message>
        <source>“%1” is not a length: 2h30m would be one.</source>
        <translation>«%1» – не длительность: годится, например, 2h30m.</translation>
    </message>
    <message>
        <source>That is over already.</source>
        <translation>Это уже прошло.</translation>
    </message>
    <message>
        <source>It would end before it begins.</source>
        <translation>Конец раньше начала.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>until %1, in %2 (%3)</source>
        <translation>до %1, ещё %2 (%3)</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilencesView</name>
    <message>
        <source>Filter silences…</source>
        <translation>Фильтр заглушений…</translation>
    </message>
    <message>
        <source>New silence…</source>
        <translation>Новое заглушение…</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Плановые</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активно</translation>
    </message>
    <message>
        <source>Not yet begun</source>
        <translation>Ещё не началось</translation>
    </message>
    <message>
        <source>Match nothing</source>
        <translation>Ничего не глушит</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>No silence matches the filter</source>
        <translation>К фильтру не подходит ни одно заглушение</translation>
    </message>
    <message>
        <source>No silence stands</source>
        <translation>Заглушений нет</translation>
    </message>
    <message>
        <source>Every alert that fires is told.</source>
        <translation>О каждом сработавшем алерте сообщается.</translation>
    </message>
    <message>
        <source>There is no such silence</source>
        <translation>Таких заглушений нет</translation>
    </message>
    <message numerus="yes">
        <source>A silence ends in %1 while %n alert(s) of it still fire.</source>
        <translation>
            <numerusform>Заглушение кончится через %1, а %n его алерт ещё активен.</numerusform>
            <numerusform>Заглушение кончится через %1, а %n его алерта ещё активны.</numerusform>
            <numerusform>Заглушение кончится через %1, а %n его алертов ещё активны.</numerusform>
        </translation>
    </message>
    <message>
        <source>Extend by 1 h</source>
        <translation>Продлить на 1 ч</translation>
    </message>
    <message numerus="yes">
        <source>%n silence(s) cannot be read here and are not in the list.</source>
        <translation>
            <numerusform>%n заглушение здесь не читается, и его нет в списке.</numerusform>
            <numerusform>%n заглушения здесь не читаются, и их нет в списке.</numerusform>
            <numerusform>%n заглушений здесь не читаются, и их нет в списке.</numerusform>
        </translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Вверх, вниз</translation>
    </message>
    <message>
        <source>Choose a silence; with Shift more of them, Ctrl+A all</source>
        <translation>Выбрать заглушение; с Shift – несколько, Ctrl+A – все</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>A new silence</source>
        <translation>Новое заглушение</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>End the chosen; a second time says yes</source>
        <translation>Завершить выбранные; второй раз – подтверждение</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>Filter silences</source>
        <translation>Фильтр заглушений</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the chosen as text</source>
        <translation>Копировать выбранные как текст</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SloTableModel</name>
    <message>
        <source>%1x</source>
        <comment>burn rate</comment>
        <translation>%1x</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Цель, %</translation>
    </message>
    <message>
        <source>SLI</source>
        <translation>SLI</translation>
    </message>
    <message>
        <source>Budget left</source>
        <translation>Остаток бюджета</translation>
    </message>
    <message>
        <source>Burn 5 m</source>
        <translation>Темп 5 мин</translation>
    </message>
    <message>
        <source>Burn 1 h</source>
        <translation>Темп 1 ч</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Политика</translation>
    </message>
    <message>
        <source>Empty at</source>
        <translation>Иссякнет</translation>
    </message>
    <message>
        <source>On track</source>
        <translation>По плану</translation>
    </message>
    <message>
        <source>Above pace</source>
        <translation>Выше темпа</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Тикет</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Вызов</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Заморозка</translation>
    </message>
    <message>
        <source>Exhausted</source>
        <translation>Исчерпан</translation>
    </message>
    <message>
        <source>No traffic</source>
        <translation>Нет трафика</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Устарело</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Слепо</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SlosPage</name>
    <message>
        <source>Objectives</source>
        <translation>Цели</translation>
    </message>
    <message>
        <source>Filter objectives</source>
        <translation>Фильтр целей</translation>
    </message>
    <message>
        <source>No objectives</source>
        <translation>Нет целей</translation>
    </message>
    <message>
        <source>Name OpenSLO or Sloth files under slos: in the workspace file.</source>
        <translation>Укажите файлы OpenSLO или Sloth в разделе slos: файла рабочей области.</translation>
    </message>
    <message>
        <source>Budget burn-down</source>
        <translation>Расход бюджета</translation>
    </message>
    <message>
        <source>No objective is chosen</source>
        <translation>Цель не выбрана</translation>
    </message>
    <message>
        <source>SLI so far</source>
        <translation>SLI на сейчас</translation>
    </message>
    <message>
        <source>Budget left</source>
        <translation>Остаток бюджета</translation>
    </message>
    <message>
        <source>Events left</source>
        <translation>Осталось событий</translation>
    </message>
    <message>
        <source>Burn, 5 min and 1 h</source>
        <translation>Темп, 5 мин и 1 ч</translation>
    </message>
    <message>
        <source>Empty at the 5 min rate</source>
        <translation>Иссякнет при темпе 5 мин</translation>
    </message>
    <message>
        <source>Burn rate by window</source>
        <translation>Темп сжигания</translation>
    </message>
    <message>
        <source>log scale, mark = limit</source>
        <translation>лог., метка = предел</translation>
    </message>
    <message>
        <source>Error ratio</source>
        <translation>Доля ошибок</translation>
    </message>
    <message>
        <source>No error ratio was answered yet.</source>
        <translation>Доля ошибок пока не получена.</translation>
    </message>
    <message>
        <source>The arithmetic</source>
        <translation>Расчёт</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Вверх, вниз</translation>
    </message>
    <message>
        <source>Choose an objective</source>
        <translation>Выбрать цель</translation>
    </message>
    <message>
        <source>%1 over %2, %3</source>
        <translation>%1 за %2, %3</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>The first answer is under way.</source>
        <translation>Первый ответ в пути.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>из %1</translation>
    </message>
    <message>
        <source>and %1</source>
        <translation>и %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>исчерпан</translation>
    </message>
    <message>
        <source>not in this window</source>
        <translation>не в этом окне</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>через %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>empty %1</source>
        <translation>иссякнет: %1</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>давность %1</translation>
    </message>
    <message>
        <source>page %1x</source>
        <translation>вызов %1x</translation>
    </message>
    <message>
        <source>ticket %1x</source>
        <translation>тикет %1x</translation>
    </message>
    <message>
        <source>error ratio</source>
        <translation>доля ошибок</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Вызов</translation>
    </message>
    <message>
        <source>5 min and 1 h both over %1x</source>
        <translation>5 мин и 1 ч выше %1x</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Тикет</translation>
    </message>
    <message>
        <source>over %1x for %2</source>
        <translation>выше %1x в течение %2</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>below %1 left; then only repairs are deployed</source>
        <translation>ниже %1: только исправления</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>%1, log scale</source>
        <translation>%1, лог. шкала</translation>
    </message>
    <message>
        <source>log scale</source>
        <translation>лог. шкала</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SoundPlayer</name>
    <message>
        <source>The audio system does not play.</source>
        <translation>Звуковая система не воспроизводит.</translation>
    </message>
    <message>
        <source>There is no audio device.</source>
        <translation>Звукового устройства нет.</translation>
    </message>
    <message>
        <source>The sound %1 cannot be played on this machine.</source>
        <translation>Звук %1 на этой машине не воспроизводится.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SourceTableModel</name>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Давность</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Задержка</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>Queries of panels in the last minute</source>
        <translation>Запросы панелей за последнюю минуту</translation>
    </message>
    <message>
        <source>Bytes that came in the last minute</source>
        <translation>Байты, полученные за последнюю минуту</translation>
    </message>
    <message>
        <source>How long the server took for the last minute&apos;s queries, summed up</source>
        <translation>Сколько всего времени сервер потратил на запросы последней минуты</translation>
    </message>
    <message>
        <source>Queries/min</source>
        <translation>Запросов/мин</translation>
    </message>
    <message>
        <source>Bytes/min</source>
        <translation>Байт/мин</translation>
    </message>
    <message>
        <source>Server/min</source>
        <translation>Сервер/мин</translation>
    </message>
    <message>
        <source>In the last minute: %1 for what is new of a range, %2 for a whole range, %3 for a moment.</source>
        <translation>За последнюю минуту: %1 за новой частью периода, %2 за целым периодом, %3 за одним моментом.</translation>
    </message>
    <message>
        <source>Half of the latest answers took %1 or less.</source>
        <translation>Половина последних ответов заняла не больше %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n were left out, because the one before had not come back.</source>
        <translation>
            <numerusform>%n пропущен: предыдущий ещё не вернулся.</numerusform>
            <numerusform>%n пропущены: предыдущий ещё не вернулся.</numerusform>
            <numerusform>%n пропущено: предыдущий ещё не вернулся.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is slow: panels ask every %1.</source>
        <translation>Он медленный: панели спрашивают каждые %1.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SourcesPage</name>
    <message>
        <source>No source is chosen</source>
        <translation>Источник не выбран</translation>
    </message>
    <message>
        <source>What is wrong with the workspace&apos;s files</source>
        <translation>Что не так с файлами рабочей области</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>the last good workspace is shown</source>
        <translation>показана последняя верная рабочая область</translation>
    </message>
    <message>
        <source>No sources</source>
        <translation>Нет источников</translation>
    </message>
    <message>
        <source>Name a Prometheus, an Alertmanager or a /metrics page under sources: in the workspace file.</source>
        <translation>Укажите Prometheus, Alertmanager или страницу /metrics в разделе sources: файла рабочей области.</translation>
    </message>
    <message>
        <source>What it serves</source>
        <translation>Что он отдаёт</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Вверх, вниз</translation>
    </message>
    <message>
        <source>Choose a source</source>
        <translation>Выбрать источник</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>каждые %1</translation>
    </message>
    <message>
        <source>It answered %1 ago.</source>
        <translation>Ответил %1 назад.</translation>
    </message>
    <message>
        <source>It is being asked for the first time.</source>
        <translation>Запрос идёт впервые.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Опрос</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Последний ответ</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 назад</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Задержка</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1, с ошибкой %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Failing for</source>
        <translation>Сбой уже</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n sample(s)</source>
        <translation>
            <numerusform>%1, %n отсчёт</numerusform>
            <numerusform>%1, %n отсчёта</numerusform>
            <numerusform>%1, %n отсчётов</numerusform>
        </translation>
    </message>
    <message>
        <source>Silences</source>
        <translation>Заглушения</translation>
    </message>
    <message>
        <source>Open alerts</source>
        <translation>Открытые алерты</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>%1/min by panels</source>
        <translation>%1/мин от панелей</translation>
    </message>
    <message>
        <source>Of them</source>
        <translation>Из них</translation>
    </message>
    <message>
        <source>%1 of what is new, %2 of whole ranges</source>
        <translation>%1 за новым, %2 за целыми периодами</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Байты</translation>
    </message>
    <message>
        <source>%1/min</source>
        <translation>%1/мин</translation>
    </message>
    <message>
        <source>Server time</source>
        <translation>Время сервера</translation>
    </message>
    <message>
        <source>%1/min, half of them within %2</source>
        <translation>%1/мин, половина в пределах %2</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>%1/min, still under way</source>
        <translation>%1/мин, ещё в пути</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Медленно</translation>
    </message>
    <message>
        <source>panels ask every %1</source>
        <translation>панели спрашивают каждые %1</translation>
    </message>
    <message>
        <source>Left to %1</source>
        <translation>Оставлено %1</translation>
    </message>
    <message>
        <source>not read: it offers no remote read</source>
        <translation>не читается: удалённого чтения там нет</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StatGrid</name>
    <message>
        <source>There is no value.</source>
        <translation>Значения нет.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>change</source>
        <translation>изменение</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StateChip</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Flapping</source>
        <translation>Мигает</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StateChips</name>
    <message>
        <source>worst first</source>
        <translation>сначала худшие</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>sorted</comment>
        <translation>порядок: %1</translation>
    </message>
    <message>
        <source>%1 of %2 match · %3</source>
        <translation>подходит %1 из %2 · %3</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <comment>alerts</comment>
        <translation>выбрано: %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StateTimeline</name>
    <message>
        <source>Nothing happened in this span.</source>
        <translation>За это время ничего не произошло.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StatusHistory</name>
    <message>
        <source>There are no samples in this range.</source>
        <translation>За этот период отсчётов нет.</translation>
    </message>
    <message>
        <source>no sample</source>
        <translation>нет отсчёта</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StatusLine</name>
    <message>
        <source>frame %1 ms</source>
        <translation>кадр %1 мс</translation>
    </message>
    <message>
        <source>%1 queries/min, %2/min</source>
        <translation>%1 запросов/мин, %2/мин</translation>
    </message>
    <message numerus="yes">
        <source>workspace file has %n fault(s), the last good one is shown</source>
        <translation>
            <numerusform>в файле рабочей области %n ошибка, показан последний верный</numerusform>
            <numerusform>в файле рабочей области %n ошибки, показан последний верный</numerusform>
            <numerusform>в файле рабочей области %n ошибок, показан последний верный</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot record: actions are locked</source>
        <translation>запись невозможна: действия закрыты</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>запись идёт</translation>
    </message>
    <message>
        <source>? keys</source>
        <translation>? клавиши</translation>
    </message>
    <message>
        <source>not recording</source>
        <translation>запись не идёт</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StepCard</name>
    <message>
        <source>query</source>
        <translation>запрос</translation>
    </message>
    <message>
        <source>within %1 · for %2</source>
        <translation>за %1 · в течение %2</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>за %1</translation>
    </message>
    <message>
        <source>written</source>
        <translation>записано</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>выполнит</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Откатить</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>верно</translation>
    </message>
    <message>
        <source>time allowed</source>
        <translation>отведено времени</translation>
    </message>
    <message>
        <source>via shell</source>
        <translation>через оболочку</translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s)</source>
        <translation>
            <numerusform>%n аргумент</numerusform>
            <numerusform>%n аргумента</numerusform>
            <numerusform>%n аргументов</numerusform>
        </translation>
    </message>
    <message>
        <source>ran</source>
        <translation>выполнено</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>код %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>не дольше %1</translation>
    </message>
    <message>
        <source>at the gate</source>
        <translation>при предусловии</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>в конце</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>ответа пока нет</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>нет данных</translation>
    </message>
    <message>
        <source>now, %1 old</source>
        <translation>сейчас, давность %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TableBody</name>
    <message>
        <source>Which of the panel&apos;s tables is shown</source>
        <translation>Какая из таблиц панели показана</translation>
    </message>
    <message>
        <source>Least first</source>
        <translation>Сначала наименьшие</translation>
    </message>
    <message>
        <source>Greatest first</source>
        <translation>Сначала наибольшие</translation>
    </message>
    <message>
        <source>As answered</source>
        <translation>Как в ответе</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Фильтр…</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Снова показать все</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(пусто)</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Копировать ячейку</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Копировать строки</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TalkerTableModel</name>
    <message>
        <source>Alert</source>
        <translation>Алерт</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Худшее</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Алерты</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Сработал</translation>
    </message>
    <message>
        <source>Firing for</source>
        <translation>Был активен</translation>
    </message>
    <message>
        <source>Not taken on</source>
        <translation>Не принято</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TimeChart</name>
    <message>
        <source>No samples in this span.</source>
        <translation>За это время отсчётов нет.</translation>
    </message>
    <message>
        <source>%1 · %2 earlier</source>
        <comment>a series and how long ago</comment>
        <translation>%1 · на %2 раньше</translation>
    </message>
    <message>
        <source>Exemplar %1</source>
        <comment>a time</comment>
        <translation>Экземпляр %1</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TopBar</name>
    <message>
        <source>Last %1</source>
        <translation>Последние %1</translation>
    </message>
    <message>
        <source>Search, or type &gt; to run…</source>
        <translation>Поиск, или &gt; для команд…</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Светлая или тёмная</translation>
    </message>
    <message>
        <source>Wall (F11)</source>
        <translation>Стена (F11)</translation>
    </message>
    <message>
        <source>Actions unlocked</source>
        <translation>Действия открыты</translation>
    </message>
    <message>
        <source>Actions locked</source>
        <translation>Действия закрыты</translation>
    </message>
    <message>
        <source>held by %1 since %2</source>
        <translation>занято: %1 с %2</translation>
    </message>
    <message>
        <source>Workspace file is faulty</source>
        <translation>Ошибка в файле области</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Закрыть сейчас</translation>
    </message>
    <message numerus="yes">
        <source>Unlock for %n minute(s)</source>
        <translation>
            <numerusform>Открыть на %n минуту</numerusform>
            <numerusform>Открыть на %n минуты</numerusform>
            <numerusform>Открыть на %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>Refresh now (F5)</source>
        <translation>Обновить сейчас (F5)</translation>
    </message>
    <message>
        <source>As each source says</source>
        <translation>Как указано у источников</translation>
    </message>
    <message>
        <source>Every %1</source>
        <translation>Каждые %1</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>авто</translation>
    </message>
    <message>
        <source>Notifications…</source>
        <translation>Уведомления…</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TouchedView</name>
    <message>
        <source>What it touches</source>
        <translation>Что он затрагивает</translation>
    </message>
    <message>
        <source>nothing that the workspace names as depending on it</source>
        <translation>ничего, что по рабочей области от него зависит</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n сервис</numerusform>
            <numerusform>%n сервиса</numerusform>
            <numerusform>%n сервисов</numerusform>
        </translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>SLO budgets</source>
        <translation>Бюджеты SLO</translation>
    </message>
    <message>
        <source>left now</source>
        <translation>остаток сейчас</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Алерты</translation>
    </message>
    <message>
        <source>open on what it touches</source>
        <translation>открыты на затронутом</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TraceWords</name>
    <message>
        <source>every alert</source>
        <translation>каждый алерт</translation>
    </message>
    <message>
        <source>default route</source>
        <translation>маршрут по умолчанию</translation>
    </message>
    <message>
        <source>receiver %1</source>
        <translation>получатель %1</translation>
    </message>
    <message>
        <source>tells nobody</source>
        <translation>никому не сообщает</translation>
    </message>
    <message>
        <source>the route is muted by %1, without an end within a year</source>
        <translation>маршрут заглушён интервалом %1, конца в пределах года нет</translation>
    </message>
    <message>
        <source>the route is muted by %1 until %2</source>
        <translation>маршрут заглушён интервалом %1 до %2</translation>
    </message>
    <message>
        <source>the route is active only in %1, not within a year</source>
        <translation>маршрут действует только в интервале %1, в пределах года – нет</translation>
    </message>
    <message>
        <source>the route is active only in %1, next at %2</source>
        <translation>маршрут действует только в интервале %1, следующий раз %2</translation>
    </message>
    <message>
        <source>another alert that fires holds it back</source>
        <translation>его сдерживает другой сработавший алерт</translation>
    </message>
    <message>
        <source>%1 fires and holds it back</source>
        <translation>%1 сработал и сдерживает его</translation>
    </message>
    <message>
        <source>%1 of %2 fires and holds it back</source>
        <translation>%1 сервиса %2 сработал и сдерживает его</translation>
    </message>
    <message>
        <source>a silence that is not known here mutes it</source>
        <translation>его глушит заглушение, которое здесь неизвестно</translation>
    </message>
    <message>
        <source>silenced by %1 until %2</source>
        <translation>заглушил %1 до %2</translation>
    </message>
    <message>
        <source>Sent to %1 at %2.</source>
        <translation>Отправлено на %1 в %2.</translation>
    </message>
    <message>
        <source>Not sent yet: the group waits until %1, in %2.</source>
        <translation>Ещё не отправлено: группа ждёт до %1, ещё %2.</translation>
    </message>
    <message>
        <source>Not sent yet.</source>
        <translation>Ещё не отправлено.</translation>
    </message>
    <message>
        <source>Sent to %1 at %2, and not since: %3.</source>
        <translation>Отправлено на %1 в %2, с тех пор нет: %3.</translation>
    </message>
    <message>
        <source>Not sent: %1.</source>
        <translation>Не отправлено: %1.</translation>
    </message>
    <message>
        <source>Not sent yet: it is pending in Prometheus and fires in %1 if it stays true.</source>
        <translation>Ещё не отправлено: в Prometheus он ожидает и сработает через %1, если условие останется верным.</translation>
    </message>
    <message>
        <source>Not sent yet: it is pending in Prometheus.</source>
        <translation>Ещё не отправлено: в Prometheus он ожидает.</translation>
    </message>
    <message>
        <source>No member of %1 has it: nobody was told of it there.</source>
        <translation>Ни у одного узла %1 его нет: там никому не сообщено.</translation>
    </message>
    <message>
        <source>%1 does not have it: nobody was told of it there.</source>
        <translation>На %1 его нет: там никому не сообщено.</translation>
    </message>
    <message>
        <source>It is over. It was sent to %1 at %2.</source>
        <translation>Он кончился. Было отправлено на %1 в %2.</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>Он кончился.</translation>
    </message>
    <message>
        <source>%1 has it, but its routes are not known: whom it told cannot be said.</source>
        <translation>На %1 он есть, но маршруты неизвестны: кому сообщено, сказать нельзя.</translation>
    </message>
    <message>
        <source>%1 cannot be asked: whether it told anybody is not known.</source>
        <translation>%1 нельзя опросить: сообщено ли кому-нибудь, неизвестно.</translation>
    </message>
    <message>
        <source>Grouped with no other alert</source>
        <translation>Не сгруппирован с другими алертами</translation>
    </message>
    <message>
        <source>All alerts of the route are one group</source>
        <translation>Все алерты маршрута – одна группа</translation>
    </message>
    <message>
        <source>Grouped by %1</source>
        <translation>Группировка по %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n alert(s) in it</source>
        <translation>
            <numerusform>%1, в ней %n алерт</numerusform>
            <numerusform>%1, в ней %n алерта</numerusform>
            <numerusform>%1, в ней %n алертов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Sent again at %2 if nothing in it changes.</source>
        <translation>%1. Снова будет отправлено в %2, если в ней ничего не изменится.</translation>
    </message>
    <message>
        <source>It would go to %1, %2 after it fires.</source>
        <translation>Уйдёт на %1 через %2 после срабатывания.</translation>
    </message>
    <message>
        <source>On one route not now: %1.</source>
        <translation>По одному из маршрутов сейчас нет: %1.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>By the rule that %1 holds back %2.</source>
        <translation>По правилу: %1 сдерживает %2.</translation>
    </message>
    <message>
        <source>By the rule that %1 holds back %2 of the same %3.</source>
        <translation>По правилу: %1 сдерживает %2 с тем же %3.</translation>
    </message>
    <message>
        <source>%1 cannot be asked: a second page from it is possible</source>
        <translation>%1 нельзя опросить: возможен второй вызов от него</translation>
    </message>
    <message>
        <source>%1 cannot be asked: a page from it is possible</source>
        <translation>%1 нельзя опросить: возможен вызов от него</translation>
    </message>
    <message>
        <source>%1 does not list it.</source>
        <translation>%1 его не перечисляет.</translation>
    </message>
    <message>
        <source>The members of %1 do not have the same configuration.</source>
        <translation>Конфигурации узлов %1 различаются.</translation>
    </message>
    <message>
        <source>A part of its configuration cannot be read here: another route may apply.</source>
        <translation>Часть его конфигурации здесь не читается: может действовать другой маршрут.</translation>
    </message>
    <message>
        <source>Why you were notified</source>
        <translation>Почему пришло оповещение</translation>
    </message>
    <message>
        <source>Whether you were notified</source>
        <translation>Пришло ли оповещение</translation>
    </message>
    <message>
        <source>Why you were not notified</source>
        <translation>Почему оповещение не пришло</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Times are computed from its configuration (group_wait %1, group_interval %2, repeat_interval %3); no Alertmanager tells when it sends.</source>
        <translation>Время вычислено по его конфигурации (group_wait %1, group_interval %2, repeat_interval %3); ни один Alertmanager не сообщает, когда отправляет.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TruthBar</name>
    <message>
        <source>critical</source>
        <translation>критично</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>слепо</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>устарело</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>внимание</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>норма</translation>
    </message>
    <message>
        <source>Truth bar</source>
        <translation>Полоса правды</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>нет ответа</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <comment>raw metrics pages</comment>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>Raw /metrics pages that are polled directly</source>
        <translation>Страницы /metrics, опрашиваемые напрямую</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n эндпоинт</numerusform>
            <numerusform>%n эндпоинта</numerusform>
            <numerusform>%n эндпоинтов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::VariableBar</name>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>авто</translation>
    </message>
    <message>
        <source>label=&quot;value&quot;</source>
        <translation>label=&quot;значение&quot;</translation>
    </message>
    <message>
        <source>A filter is a label, one of = != =~ !~, and a value.</source>
        <translation>Фильтр – это метка, один из знаков = != =~ !~ и значение.</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>Watchfloor::WallBoard</name>
    <message>
        <source>No services in this workspace</source>
        <translation>В этой рабочей области нет сервисов</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>ошибки</translation>
    </message>
    <message>
        <source>%1, limit %2</source>
        <translation>%1, предел %2</translation>
    </message>
    <message>
        <source>failing for</source>
        <translation>сбой уже</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>budget left</source>
        <translation>остаток бюджета</translation>
    </message>
    <message>
        <source>empty %1</source>
        <translation>иссякнет: %1</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>владелец</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>принят</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>не принят</translation>
    </message>
    <message>
        <source>respond in</source>
        <translation>ответить за</translation>
    </message>
    <message>
        <source>also</source>
        <translation>также</translation>
    </message>
    <message>
        <source>acked</source>
        <translation>принят</translation>
    </message>
    <message>
        <source>nothing else fires</source>
        <translation>больше ничего не сработало</translation>
    </message>
    <message>
        <source>error budget left</source>
        <translation>остаток бюджета</translation>
    </message>
    <message>
        <source>overdue by</source>
        <translation>просрочено</translation>
    </message>
</context>
<context>
    <name>Watchfloor::WallHeader</name>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <comment>raw metrics pages</comment>
        <translation>
            <numerusform>%n страница</numerusform>
            <numerusform>%n страницы</numerusform>
            <numerusform>%n страниц</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s)</source>
        <translation>
            <numerusform>%n проверка</numerusform>
            <numerusform>%n проверки</numerusform>
            <numerusform>%n проверок</numerusform>
        </translation>
    </message>
    <message>
        <source>times in UTC</source>
        <translation>время UTC</translation>
    </message>
    <message>
        <source>oldest data</source>
        <translation>старейшие</translation>
    </message>
</context>
<context>
    <name>Watchfloor::WallWindow</name>
    <message>
        <source>Watchfloor wall</source>
        <translation>Стена Watchfloor</translation>
    </message>
</context>
</TS>
