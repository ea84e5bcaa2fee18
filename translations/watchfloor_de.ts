<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Arithmetic</name>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>in the last %1</source>
        <translation>letzte %1</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>SLI</source>
        <translation>SLI</translation>
    </message>
    <message>
        <source>1 − errors ÷ total</source>
        <translation>1 − Fehler ÷ gesamt</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>total × (1 − %1)</source>
        <translation>gesamt × (1 − %1)</translation>
    </message>
    <message>
        <source>left</source>
        <translation>übrig</translation>
    </message>
    <message>
        <source>allowed − errors = %1</source>
        <translation>erlaubt − Fehler = %1</translation>
    </message>
    <message>
        <source>as time</source>
        <translation>als Zeit</translation>
    </message>
    <message>
        <source>%1 × %2 × %3</source>
        <translation>%1 × %2 × %3</translation>
    </message>
    <message>
        <source>error ratio of 1 h ÷ (1 − %1)</source>
        <translation>Fehlerquote 1 h ÷ (1 − %1)</translation>
    </message>
    <message>
        <source>burn rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>%1x</source>
        <translation>%1x</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>left ÷ burn rate × %1</source>
        <translation>übrig ÷ Rate × %1</translation>
    </message>
</context>
<context>
    <name>EndpointReason</name>
    <message>
        <source>%1, wants %2</source>
        <translation>%1, erwartet %2</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>no answer for %1</source>
        <translation>seit %1 keine Antwort</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>the budget of %1 is spent</source>
        <translation>das Budget von %1 ist verbraucht</translation>
    </message>
    <message>
        <source>%1 burns its budget fast enough to page</source>
        <translation>%1 verbraucht sein Budget so schnell, dass alarmiert wird</translation>
    </message>
    <message>
        <source>%1 burns its budget too fast</source>
        <translation>%1 verbraucht sein Budget zu schnell</translation>
    </message>
    <message>
        <source>little of the budget of %1 is left</source>
        <translation>vom Budget von %1 ist wenig übrig</translation>
    </message>
    <message>
        <source>%1 has no traffic</source>
        <translation>%1 hat keinen Verkehr</translation>
    </message>
    <message>
        <source>%1 is %2 old, limit %3</source>
        <translation>%1 ist %2 alt, Grenze %3</translation>
    </message>
    <message>
        <source>%1 cannot be seen: %2</source>
        <translation>%1 ist nicht sichtbar: %2</translation>
    </message>
    <message>
        <source>%1 has not answered for %2</source>
        <translation>%1 antwortet seit %2 nicht</translation>
    </message>
    <message>
        <source>%1 has not answered yet</source>
        <translation>%1 hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is pending</source>
        <translation>%1 wartet auf Auslösung</translation>
    </message>
    <message>
        <source>%1 was firing and cannot be seen now</source>
        <translation>%1 war ausgelöst und ist jetzt nicht sichtbar</translation>
    </message>
    <message>
        <source>%1 is firing</source>
        <translation>%1 ist ausgelöst</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Nothing answers at this address. Is the server running, and is the port right?</source>
        <translation>Unter dieser Adresse antwortet nichts. Läuft der Server, und stimmt der Port?</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>Name nicht gefunden</translation>
    </message>
    <message>
        <source>This host name does not resolve. Check its spelling and this machine&apos;s DNS.</source>
        <translation>Dieser Rechnername lässt sich nicht auflösen. Schreibweise und DNS dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>time-out</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>No complete answer came in time. It is asked again at its interval.</source>
        <translation>Es kam rechtzeitig keine vollständige Antwort. Im üblichen Abstand wird erneut gefragt.</translation>
    </message>
    <message>
        <source>certificate refused</source>
        <translation>Zertifikat abgelehnt</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted. Name its authority with tls: {ca: …}.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut. Seine Zertifizierungsstelle mit tls: {ca: …} angeben.</translation>
    </message>
    <message>
        <source>this machine is offline</source>
        <translation>dieser Rechner ist offline</translation>
    </message>
    <message>
        <source>This machine has no network; nothing can be said of the services.</source>
        <translation>Dieser Rechner hat kein Netz; über die Dienste lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>log-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>The server wants a log-in. Check the source&apos;s credentials.</source>
        <translation>Der Server verlangt eine Anmeldung. Zugangsdaten der Quelle prüfen.</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>These credentials may not do this. Ask for the right, or use others.</source>
        <translation>Diese Zugangsdaten dürfen das nicht. Das Recht anfordern oder andere verwenden.</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>It is not there. Check the address or the name.</source>
        <translation>Es ist nicht da. Adresse oder Namen prüfen.</translation>
    </message>
    <message>
        <source>asked to wait</source>
        <translation>soll warten</translation>
    </message>
    <message>
        <source>The server asks us to wait. It is asked again later.</source>
        <translation>Der Server bittet um Geduld. Später wird erneut gefragt.</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>The server is not ready yet. It is asked again at its interval.</source>
        <translation>Der Server ist noch nicht bereit. Im üblichen Abstand wird erneut gefragt.</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>The server failed to answer. Its own log says why.</source>
        <translation>Der Server konnte nicht antworten. Sein eigenes Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>request refused</source>
        <translation>Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>The server refused this request.</source>
        <translation>Der Server hat diese Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>redirected elsewhere</source>
        <translation>umgeleitet</translation>
    </message>
    <message>
        <source>The server wants to send us to another address, which is not followed. Put the final address into the workspace.</source>
        <translation>Der Server leitet an eine andere Adresse weiter; dem wird nicht gefolgt. Die endgültige Adresse in den Workspace eintragen.</translation>
    </message>
    <message>
        <source>answer incomplete</source>
        <translation>Antwort unvollständig</translation>
    </message>
    <message>
        <source>The connection closed before the whole answer came; the part that came is not used.</source>
        <translation>Die Verbindung endete vor der ganzen Antwort; der angekommene Teil wird nicht verwendet.</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translation>Antwort zu groß</translation>
    </message>
    <message>
        <source>The answer is over its size limit and was not read.</source>
        <translation>Die Antwort überschreitet die Größengrenze und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>not what was expected</source>
        <translation>nicht das Erwartete</translation>
    </message>
    <message>
        <source>The answer is not of the expected kind; a proxy or a log-in page may stand between.</source>
        <translation>Die Antwort ist nicht von der erwarteten Art; vielleicht steht ein Proxy oder eine Anmeldeseite dazwischen.</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>Es lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>nicht unterstützt</translation>
    </message>
    <message>
        <source>This version or type is not supported.</source>
        <translation>Diese Version oder Art wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>program missing</source>
        <translation>Programm fehlt</translation>
    </message>
    <message>
        <source>A program that is needed is not on the PATH.</source>
        <translation>Ein benötigtes Programm ist nicht im PATH.</translation>
    </message>
    <message>
        <source>secret missing</source>
        <translation>Geheimnis fehlt</translation>
    </message>
    <message>
        <source>A secret that the workspace names is not there. Set the variable, write the file or store it in the key chain.</source>
        <translation>Ein im Workspace genanntes Geheimnis fehlt. Die Variable setzen, die Datei schreiben oder es im Schlüsselbund ablegen.</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>It cannot be written here. Check the owner and the mode of the folder.</source>
        <translation>Hier lässt sich nicht schreiben. Eigentümer und Rechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>Datenträger voll</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; actions stay locked until they can be recorded.</source>
        <translation>Der Datenträger ist voll. Platz schaffen; Aktionen bleiben gesperrt, bis sie sich protokollieren lassen.</translation>
    </message>
    <message>
        <source>file error</source>
        <translation>Dateifehler</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>Eine Datei ließ sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>It is locked.</source>
        <translation>Es ist gesperrt.</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>It is not valid.</source>
        <translation>Es ist ungültig.</translation>
    </message>
    <message>
        <source>cannot be seen</source>
        <translation>nicht sichtbar</translation>
    </message>
    <message>
        <source>What would have to be asked cannot be seen now.</source>
        <translation>Was zu fragen wäre, ist jetzt nicht sichtbar.</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Blind</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Notfall</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>None</source>
        <comment>severity</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stummschaltung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>a date as QDateTime formats it</comment>
        <translation>d.M. HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>a date as QDateTime formats it</comment>
        <translation>d.M.yyyy HH:mm</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a date as QDateTime formats it</comment>
        <translation>d.M.</translation>
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
        <translation>Grenze %1</translation>
    </message>
</context>
<context>
    <name>RunDirector</name>
    <message>
        <source>There is no data folder to record the run in.</source>
        <translation>Es gibt keinen Datenordner, um den Lauf zu protokollieren.</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>safe</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>disruptive</source>
        <translation>störend</translation>
    </message>
    <message>
        <source>destructive</source>
        <translation>zerstörend</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht gelaufen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüft</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Prüft Wirkung</translation>
    </message>
    <message>
        <source>Dry run passed</source>
        <translation>Probelauf bestanden</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Wirkung geprüft</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>A gate does not hold</source>
        <translation>Vorbedingung gilt nicht</translation>
    </message>
    <message>
        <source>Refused by a gate</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Ran, not effective</source>
        <translation>Ohne Wirkung</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Nimmt zurück</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Vorbedingung</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>%1, holds for %2</source>
        <translation>%1, gilt seit %2</translation>
    </message>
    <message>
        <source>%1, needs %2</source>
        <translation>%1, nötig %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>ServiceStore</name>
    <message>
        <source>target gone from %1</source>
        <translation>Ziel aus %1 verschwunden</translation>
    </message>
    <message>
        <source>target gone from %1 since %2</source>
        <translation>Ziel seit %2 aus %1 verschwunden</translation>
    </message>
    <message>
        <source>nothing was asked yet</source>
        <translation>noch wurde nichts gefragt</translation>
    </message>
    <message>
        <source>nothing that is watched tells of it</source>
        <translation>nichts Beobachtetes berichtet davon</translation>
    </message>
    <message>
        <source>the request rate</source>
        <translation>die Anfragerate</translation>
    </message>
    <message>
        <source>the list of targets</source>
        <translation>die Liste der Ziele</translation>
    </message>
    <message>
        <source>%1 cannot scrape it</source>
        <translation>%1 kann es nicht abfragen</translation>
    </message>
    <message>
        <source>%1 of its %2 targets cannot be scraped</source>
        <translation>%1 von %2 Zielen sind nicht abfragbar</translation>
    </message>
    <message>
        <source>its alerts are still being read</source>
        <translation>seine Alarme werden noch gelesen</translation>
    </message>
</context>
<context>
    <name>SloDelegate</name>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>TileContent</name>
    <message>
        <source>left</source>
        <translation>übrig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>empty in %1</source>
        <translation>leer in %1</translation>
    </message>
    <message>
        <source>on track</source>
        <translation>im Plan</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch unbekannt</translation>
    </message>
    <message>
        <source>no objective</source>
        <translation>kein SLO</translation>
    </message>
</context>
<context>
    <name>TimeChart</name>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
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
        <translation>%1 Fehler</translation>
    </message>
</context>
<context>
    <name>VersionWatch</name>
    <message>
        <source>%1 deployed</source>
        <translation>%1 ausgerollt</translation>
    </message>
    <message>
        <source>restarted</source>
        <translation>neu gestartet</translation>
    </message>
</context>
<context>
    <name>Watchfloor</name>
    <message>
        <source>No workspace was named, there is no watchfloor.yaml here, and none was opened before. Name one, give a Prometheus&apos; URL, or try --demo.</source>
        <translation>Es wurde kein Workspace angegeben, hier liegt kein watchfloor.yaml, und zuvor war keiner geöffnet. Einen angeben, die URL eines Prometheus nennen oder --demo versuchen.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AcknowledgeDialog</name>
    <message>
        <source>Also silence it in its Alertmanager, so that the team sees it</source>
        <translation>Auch in seinem Alertmanager stummschalten, damit das Team es sieht</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n alert(s)</source>
        <translation>
            <numerusform>%n Alarm quittieren</numerusform>
            <numerusform>%n Alarme quittieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge %1</source>
        <translation>%1 quittieren</translation>
    </message>
    <message>
        <source>Why, or what you do about it</source>
        <translation>Warum, oder was dagegen getan wird</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>For how long; a worse severity opens it again in any case</source>
        <translation>Wie lange; eine höhere Schwere öffnet ihn in jedem Fall wieder</translation>
    </message>
    <message>
        <source>Until it is over</source>
        <translation>Bis er vorbei ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>Wer ihn hat</translation>
    </message>
    <message>
        <source>Without an end above the silence lasts %1.</source>
        <translation>Ohne ein Ende oben dauert die Stummschaltung %1.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlarmActions</name>
    <message>
        <source>It is over already: there is nothing to acknowledge.</source>
        <translation>Er ist schon vorbei: es gibt nichts zu quittieren.</translation>
    </message>
    <message>
        <source>%1 has acknowledged it already.</source>
        <translation>%1 hat ihn schon quittiert.</translation>
    </message>
    <message>
        <source>Acknowledged by %1.</source>
        <translation>Quittiert von %1.</translation>
    </message>
    <message>
        <source>Not acknowledged: %1</source>
        <translation>Nicht quittiert: %1</translation>
    </message>
    <message>
        <source>Not acknowledged: it did not stay so.</source>
        <translation>Nicht quittiert: es blieb nicht dabei.</translation>
    </message>
    <message>
        <source>It is over already: there is nothing to silence.</source>
        <translation>Er ist schon vorbei: es gibt nichts stummzuschalten.</translation>
    </message>
    <message>
        <source>Not silenced: no Alertmanager lists it, so none could mute it. Acknowledge it instead.</source>
        <translation>Nicht stummgeschaltet: kein Alertmanager führt ihn, also könnte ihn keiner stummschalten. Stattdessen quittieren.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not silenced. %1</source>
        <translation>Nicht stummgeschaltet. %1</translation>
    </message>
    <message>
        <source>Silenced until %1 on %2.</source>
        <translation>Stumm bis %1 auf %2.</translation>
    </message>
    <message>
        <source>%1 Not everywhere. %2</source>
        <translation>%1 Nicht überall. %2</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlarmBar</name>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Silence 1 h</source>
        <translation>1 h stummschalten</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>All seen</source>
        <translation>Alle gesehen</translation>
    </message>
    <message>
        <source>I have seen it: no more sound. It stays in the list (Ctrl+Shift+S).</source>
        <translation>Gesehen: kein Ton mehr. Der Alarm bleibt in der Liste (Ctrl+Shift+S).</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Frage läuft…</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>how long an alarm lasts</comment>
        <translation>seit %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Alarm: %1</source>
        <translation>Alarm: %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlarmWords</name>
    <message>
        <source>An alert without a name</source>
        <translation>Ein Alarm ohne Namen</translation>
    </message>
    <message>
        <source>Nobody answered: %1</source>
        <translation>Niemand reagierte: %1</translation>
    </message>
    <message>
        <source>Now %1&apos;s: %2</source>
        <comment>a person, and an alert</comment>
        <translation>Jetzt bei %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) cannot be seen</source>
        <translation>
            <numerusform>%n Quelle ist nicht sichtbar</numerusform>
            <numerusform>%n Quellen sind nicht sichtbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) began meanwhile and still fire</source>
        <translation>
            <numerusform>%n Alarm wurde inzwischen ausgelöst und ist es noch</numerusform>
            <numerusform>%n Alarme wurden inzwischen ausgelöst und sind es noch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) began to fire</source>
        <translation>
            <numerusform>%n Alarm neu ausgelöst</numerusform>
            <numerusform>%n Alarme neu ausgelöst</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what alerts have in common, and how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 critical, %2 warning</source>
        <translation>%1 kritisch, %2 Warnung</translation>
    </message>
    <message>
        <source>%1: %2 and more</source>
        <translation>%1: %2 und mehr</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be seen</source>
        <translation>%1 ist nicht sichtbar</translation>
    </message>
    <message>
        <source>%1 is seen again</source>
        <translation>%1 ist wieder sichtbar</translation>
    </message>
    <message>
        <source>Its series disappeared: whether all is well is not known</source>
        <translation>Seine Zeitreihen sind verschwunden: ob alles in Ordnung ist, ist unbekannt</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Recovered after %1</source>
        <translation>Behoben nach %1</translation>
    </message>
    <message>
        <source>All of them are over or taken on</source>
        <translation>Alle sind vorbei oder übernommen</translation>
    </message>
    <message>
        <source>its acknowledgement is over and it still fires</source>
        <translation>die Quittierung ist abgelaufen, und er ist noch ausgelöst</translation>
    </message>
    <message numerus="yes">
        <source>it flaps: %n start(s) in a short time, told once</source>
        <translation>
            <numerusform>er flattert: %n Start in kurzer Zeit, einmal gemeldet</numerusform>
            <numerusform>er flattert: %n Starts in kurzer Zeit, einmal gemeldet</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1, kept back until now</source>
        <translation>seit %1, bis jetzt zurückgehalten</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertActions</name>
    <message numerus="yes">
        <source>%n alert(s) acknowledged.</source>
        <translation>
            <numerusform>%n Alarm quittiert.</numerusform>
            <numerusform>%n Alarme quittiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) taken away; the history has them.</source>
        <translation>
            <numerusform>%n Alarm entfernt; der Verlauf behält ihn.</numerusform>
            <numerusform>%n Alarme entfernt; der Verlauf behält sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2 alerts are copied.</source>
        <translation>Die ersten %1 von %2 Alarmen sind kopiert.</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Nur zeigen</translation>
    </message>
    <message>
        <source>Keep away</source>
        <translation>Verbergen</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n alert(s)</source>
        <translation>
            <numerusform>%n Alarm quittieren</numerusform>
            <numerusform>%n Alarme quittieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledge with a comment…</source>
        <translation>Mit Kommentar quittieren…</translation>
    </message>
    <message numerus="yes">
        <source>Let %n alert(s) go</source>
        <translation>
            <numerusform>%n Alarm abgeben</numerusform>
            <numerusform>%n Alarme abgeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Silence what they have in common…</source>
        <translation>Stummschalten, was sie gemeinsam haben…</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>Stummschalten…</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n alert(s)</source>
        <translation>
            <numerusform>%n Alarm entfernen</numerusform>
            <numerusform>%n Alarme entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Nothing to acknowledge: what is chosen is muted or over.</source>
        <translation>Nichts zu quittieren: Das Gewählte ist stummgeschaltet oder vorbei.</translation>
    </message>
    <message numerus="yes">
        <source>Copying %n alert(s)…</source>
        <translation>
            <numerusform>%n Alarm wird kopiert …</numerusform>
            <numerusform>%n Alarme werden kopiert …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are copied.</source>
        <translation>
            <numerusform>%n Alarm ist kopiert.</numerusform>
            <numerusform>%n Alarme sind kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertBanners</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%n more like this.</source>
        <translation>
            <numerusform>%n weitere Meldung dieser Art.</numerusform>
            <numerusform>%n weitere Meldungen dieser Art.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has not answered since %2.</source>
        <translation>%1 hat seit %2 nicht geantwortet.</translation>
    </message>
    <message>
        <source>%1 has never answered.</source>
        <translation>%1 hat nie geantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) that it told of are kept as last seen, not cleared.</source>
        <translation>
            <numerusform>%n von dort gemeldeter Alarm bleibt wie zuletzt gesehen, nicht entwarnt.</numerusform>
            <numerusform>%n von dort gemeldete Alarme bleiben wie zuletzt gesehen, nicht entwarnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts and silences that only it knows cannot be seen.</source>
        <translation>Alarme und Stummschaltungen, die nur dort bekannt sind, sind nicht sichtbar.</translation>
    </message>
    <message>
        <source>What only it would raise cannot be seen.</source>
        <translation>Was nur dort ausgelöst würde, ist nicht sichtbar.</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>Quelle öffnen</translation>
    </message>
    <message>
        <source>%1 of %2 alerts of %3 are shown.</source>
        <translation>%1 von %2 Alarmen von %3 werden gezeigt.</translation>
    </message>
    <message>
        <source>The worst are kept; the rest is left out.</source>
        <translation>Die schlimmsten bleiben; der Rest ist ausgelassen.</translation>
    </message>
    <message>
        <source>A silence ends in %1.</source>
        <translation>Eine Stummschaltung endet in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) that it mutes still fire: %1</source>
        <translation>
            <numerusform>%n Alarm, den sie stummschaltet, ist noch ausgelöst: %1</numerusform>
            <numerusform>%n Alarme, die sie stummschaltet, sind noch ausgelöst: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open silences</source>
        <translation>Stummschaltungen öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n rule file(s) are wrong and not evaluated.</source>
        <translation>
            <numerusform>%n Regeldatei ist falsch und wird nicht ausgewertet.</numerusform>
            <numerusform>%n Regeldateien sind falsch und werden nicht ausgewertet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules do not see the series of %1.</source>
        <translation>Regeln sehen die Reihen von %1 nicht.</translation>
    </message>
    <message>
        <source>It offers no remote read.</source>
        <translation>Es bietet kein Remote Read.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertCells</name>
    <message>
        <source>Firing</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Inhibited</source>
        <translation>Unterdrückt</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Ungesehen</translation>
    </message>
    <message>
        <source>Vanished</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Active for</source>
        <translation>Aktiv seit</translation>
    </message>
    <message>
        <source>Respond within</source>
        <translation>Reagieren in</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Silenced by</source>
        <translation>Stumm durch</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>cluster of Alertmanagers</source>
        <translation>Alertmanager-Cluster</translation>
    </message>
    <message>
        <source>taken at %1</source>
        <translation>übernommen %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>not recovered</source>
        <translation>nicht behoben</translation>
    </message>
    <message>
        <source>now below</source>
        <translation>jetzt darunter</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>fires in %1</source>
        <translation>löst in %1 aus</translation>
    </message>
    <message>
        <source>fires any moment</source>
        <translation>löst gleich aus</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 drüber</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>by the time %1</source>
        <translation>durch Zeitintervall %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>inhibited by an alert</comment>
        <translation>durch %1</translation>
    </message>
    <message>
        <source>by another alert</source>
        <translation>durch anderen Alarm</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%n silence(s)</source>
        <translation>
            <numerusform>%n Stummschaltung</numerusform>
            <numerusform>%n Stummschaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Flapping ×%1</source>
        <translation>Flattert ×%1</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>unclaimed</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertCopy</name>
    <message numerus="yes">
        <source>%n more alert(s) are not copied.</source>
        <translation>
            <numerusform>%n weiterer Alarm ist nicht kopiert.</numerusform>
            <numerusform>%n weitere Alarme sind nicht kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertDelegate</name>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>, until %1</source>
        <translation>, bis %1</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>umstritten</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertDetail</name>
    <message>
        <source>expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>what moved then</source>
        <translation>was sich da bewegte</translation>
    </message>
    <message>
        <source>The rule, as it ran</source>
        <translation>Die Regel im Verlauf</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>Wer es meldet</translation>
    </message>
    <message>
        <source>History, 30 days</source>
        <translation>Verlauf, 30 Tage</translation>
    </message>
    <message>
        <source>does not list it</source>
        <translation>führt ihn nicht</translation>
    </message>
    <message>
        <source>pending since %1</source>
        <translation>wartend seit %1</translation>
    </message>
    <message>
        <source>muted, since %1</source>
        <translation>stumm, seit %1</translation>
    </message>
    <message>
        <source>firing since %1</source>
        <translation>ausgelöst seit %1</translation>
    </message>
    <message>
        <source>listed it last</source>
        <translation>führte ihn zuletzt</translation>
    </message>
    <message>
        <source>%1; this console</source>
        <translation>%1; diese Konsole</translation>
    </message>
    <message>
        <source>%1; %2, answered %3 ago</source>
        <translation>%1; %2, Antwort vor %3</translation>
    </message>
    <message>
        <source>%1; never answered</source>
        <translation>%1; nie geantwortet</translation>
    </message>
    <message>
        <source>they disagree</source>
        <translation>sie sind uneins</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertList</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>No alert matches</source>
        <translation>Kein Alarm passt</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are kept away by the filter.</source>
        <translation>
            <numerusform>%n Alarm ist durch den Filter verborgen.</numerusform>
            <numerusform>%n Alarme sind durch den Filter verborgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Open the sources</source>
        <translation>Quellen öffnen</translation>
    </message>
    <message>
        <source>Nobody tells of alerts</source>
        <translation>Niemand meldet Alarme</translation>
    </message>
    <message>
        <source>Name a Prometheus or an Alertmanager under sources: in the workspace file.</source>
        <translation>In der Workspace-Datei unter sources: ein Prometheus oder einen Alertmanager eintragen.</translation>
    </message>
    <message>
        <source>No alert can be seen</source>
        <translation>Kein Alarm ist sichtbar</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) of alerts have not answered yet; what they tell appears here.</source>
        <translation>
            <numerusform>%n Alarmquelle hat noch nicht geantwortet; was sie meldet, erscheint hier.</numerusform>
            <numerusform>%n Alarmquellen haben noch nicht geantwortet; was sie melden, erscheint hier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) of alerts do not answer, so this is not quiet, it is not known.</source>
        <translation>
            <numerusform>%n Alarmquelle antwortet nicht; das ist nicht Ruhe, es ist unbekannt.</numerusform>
            <numerusform>%n Alarmquellen antworten nicht; das ist nicht Ruhe, es ist unbekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing fires</source>
        <translation>Nichts ist ausgelöst</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) answered just now, and none lists an alert.</source>
        <translation>
            <numerusform>%n Quelle hat eben geantwortet und nennt keinen Alarm.</numerusform>
            <numerusform>%n Quellen haben eben geantwortet, und keine nennt einen Alarm.</numerusform>
        </translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Wie am Anfang</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertListBody</name>
    <message>
        <source>This filter cannot be read</source>
        <translation>Dieser Filter ist nicht lesbar</translation>
    </message>
    <message>
        <source>No alert matches</source>
        <translation>Kein Alarm passt</translation>
    </message>
    <message>
        <source>No alert now</source>
        <translation>Jetzt kein Alarm</translation>
    </message>
    <message>
        <source>What the sources of alerts can be seen to say is on the Sources page.</source>
        <translation>Was die Alarmquellen melden, steht auf der Seite Quellen.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertOrder</name>
    <message>
        <source>pending</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>cannot be seen</source>
        <translation>nicht sichtbar</translation>
    </message>
    <message>
        <source>its series are gone</source>
        <translation>seine Zeitreihen fehlen</translation>
    </message>
    <message>
        <source>%1 (source)</source>
        <translation>%1 (Quelle)</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertRowsModel</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more under this</source>
        <translation>
            <numerusform>%n weiterer darunter</numerusform>
            <numerusform>%n weitere darunter</numerusform>
        </translation>
    </message>
    <message>
        <source>(no %1)</source>
        <translation>(ohne %1)</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertsPage</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
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
        <translation>Nächster Alarm, voriger</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the chosen rows</source>
        <translation>Gewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Silences</source>
        <translation>Stummschaltungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Lärm</translation>
    </message>
    <message>
        <source>Acknowledge the chosen alerts, or let them go again</source>
        <translation>Gewählte Alarme quittieren oder wieder abgeben</translation>
    </message>
    <message>
        <source>Shift+A</source>
        <translation>Shift+A</translation>
    </message>
    <message>
        <source>Acknowledge them with a comment and for how long</source>
        <translation>Sie mit Kommentar und für eine Dauer quittieren</translation>
    </message>
    <message>
        <source>Silence them</source>
        <translation>Sie stummschalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Take away those that are over</source>
        <translation>Entfernen, was vorbei ist</translation>
    </message>
    <message>
        <source>Choose an alert; with Shift more of them, Ctrl+A all</source>
        <translation>Alarm wählen; mit Shift mehrere, Ctrl+A alle</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>Fold and unfold; with Ctrl all at once</source>
        <translation>Ein- und ausklappen; mit Ctrl alle auf einmal</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>Filter: Enter adds, Tab completes, Backspace takes the last one back, Ctrl+S saves, Esc clears and leaves</source>
        <translation>Filter: Enter fügt hinzu, Tab ergänzt, Rücktaste nimmt den letzten zurück, Ctrl+S speichert, Esc leert und verlässt</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Alerts, silences, history, noise</source>
        <translation>Alarme, Stummschaltungen, Verlauf, Lärm</translation>
    </message>
</context>
<context>
    <name>Watchfloor::BarGauge</name>
    <message>
        <source>There is nothing to compare.</source>
        <translation>Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>Watchfloor::BoardAnnotations</name>
    <message>
        <source>Deploys</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
</context>
<context>
    <name>Watchfloor::BudgetBar</name>
    <message>
        <source>%1 % left</source>
        <translation>%1 % übrig</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>Watchfloor::BudgetSection</name>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>open SLO</source>
        <translation>SLO öffnen</translation>
    </message>
    <message>
        <source>Budget: %1, %2</source>
        <translation>Budget: %1, %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 left, %2 of %3</source>
        <translation>noch %1, %2 von %3</translation>
    </message>
    <message>
        <source>no traffic</source>
        <translation>kein Verkehr</translation>
    </message>
    <message>
        <source>Burning %1 over 1 h (page above %2)</source>
        <translation>Verbrauch %1 über 1 h (Alarmierung ab %2)</translation>
    </message>
    <message>
        <source>at the 5 min rate empty at %1</source>
        <translation>bei der 5-min-Rate leer: %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::BurnDownChart</name>
    <message>
        <source>below %1: freeze</source>
        <translation>unter %1: Deploy-Stopp</translation>
    </message>
    <message>
        <source>No budget history yet.</source>
        <translation>Noch kein Budgetverlauf.</translation>
    </message>
    <message>
        <source>deploy</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>projection</source>
        <translation>Hochrechnung</translation>
    </message>
    <message>
        <source>ideal</source>
        <translation>ideal</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>tatsächlich</translation>
    </message>
</context>
<context>
    <name>Watchfloor::BurnRateTable</name>
    <message>
        <source>Burn rate by window</source>
        <translation>Verbrauchsrate</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>burn</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>page &gt; %1x</source>
        <translation>Alarm &gt; %1x</translation>
    </message>
    <message>
        <source>ticket &gt; %1x</source>
        <translation>Ticket &gt; %1x</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ChangeList</name>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>%1 fires</source>
        <translation>%1 ausgelöst</translation>
    </message>
    <message>
        <source>%1 recovered</source>
        <translation>%1 behoben</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No deploy, restart, run or alert since this window opened.</source>
        <translation>Kein Deployment, Neustart, Lauf oder Alarm, seit dieses Fenster offen ist.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ChartLegend</name>
    <message>
        <source>last</source>
        <translation>letzter</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ChartWidget</name>
    <message>
        <source>There is nothing to draw.</source>
        <translation>Es gibt nichts zu zeichnen.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ChipList</name>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ChoiceModel</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Use &quot;%1&quot;</source>
        <translation>„%1“ verwenden</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ChoicePopup</name>
    <message>
        <source>Search…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>All listed</source>
        <translation>Alle gelisteten</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ColumnChart</name>
    <message>
        <source>There are no categories to compare.</source>
        <translation>Es gibt keine Kategorien zu vergleichen.</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
</context>
<context>
    <name>Watchfloor::CommandPalette</name>
    <message>
        <source>Page, service, alert, objective, runbook…  &gt; for commands</source>
        <translation>Seite, Dienst, Alarm, SLO, Runbook…  &gt; für Befehle</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ConfirmRunDialog</name>
    <message>
        <source>Run: %1</source>
        <translation>Ausführen: %1</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>%1, in %2?</source>
        <translation>%1, in %2?</translation>
    </message>
    <message>
        <source>On %1: %2. %3</source>
        <translation>Auf %1: %2. %3</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n Befehl</numerusform>
            <numerusform>%n Befehle</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be undone.</source>
        <translation>Es lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>There is no undo.</source>
        <translation>Es lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>What will run</source>
        <translation>Was ausgeführt wird</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Vorbedingung</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>via shell</source>
        <translation>über die Shell</translation>
    </message>
    <message>
        <source>no shell</source>
        <translation>ohne Shell</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s)</source>
        <translation>
            <numerusform>%n Argument</numerusform>
            <numerusform>%n Argumente</numerusform>
        </translation>
    </message>
    <message>
        <source>some via shell</source>
        <translation>teils über die Shell</translation>
    </message>
    <message>
        <source>no shell between</source>
        <translation>ohne Shell dazwischen</translation>
    </message>
    <message>
        <source>Pre-checks</source>
        <translation>Vorprüfungen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Why (recorded)</source>
        <translation>Warum (wird protokolliert)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>The target&apos;s name</source>
        <translation>Name des Ziels</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Zur Bestätigung %1 eingeben</translation>
    </message>
    <message>
        <source>Run although a gate does not hold</source>
        <translation>Ausführen, obwohl eine Vorbedingung nicht gilt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Asks the gates and runs nothing else</source>
        <translation>Prüft die Vorbedingungen und führt sonst nichts aus</translation>
    </message>
    <message>
        <source>Unlock for 15 minutes</source>
        <translation>15 Minuten freigeben</translation>
    </message>
    <message>
        <source>Run on %1</source>
        <translation>Auf %1 ausführen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>production is locked</source>
        <translation>Produktion ist gesperrt</translation>
    </message>
    <message>
        <source>unlocked, locks again in %1</source>
        <translation>frei, sperrt wieder in %1</translation>
    </message>
    <message>
        <source>nothing locks here</source>
        <translation>hier sperrt nichts</translation>
    </message>
    <message>
        <source>%1 (this machine)</source>
        <translation>%1 (dieser Rechner)</translation>
    </message>
    <message>
        <source> in %1</source>
        <translation> in %1</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>%1 (you) · %2</source>
        <translation>%1 (selbst) · %2</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>one run at a time on %1 · a step over its time is stopped with its process group · never retried</source>
        <translation>ein Lauf zugleich auf %1 · ein Schritt über seiner Zeit wird mit seiner Prozessgruppe angehalten · nie wiederholt</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>written to the audit log before it starts, with every step, and when it ends</source>
        <translation>im Audit-Log vor dem Start, bei jedem Schritt und am Ende</translation>
    </message>
    <message>
        <source>it gives nothing</source>
        <translation>es liefert nichts</translation>
    </message>
    <message>
        <source>it is not %1</source>
        <translation>es ist nicht %1</translation>
    </message>
    <message>
        <source>a command; a dry run asks it</source>
        <translation>ein Befehl; ein Probelauf prüft ihn</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>nobody holds %1</source>
        <translation>niemand hält %1</translation>
    </message>
    <message>
        <source>%1 since %2, by %3</source>
        <translation>%1 seit %2, von %3</translation>
    </message>
    <message>
        <source>free, the run will hold it</source>
        <translation>frei, der Lauf wird es halten</translation>
    </message>
    <message>
        <source>what it touches can be seen</source>
        <translation>was es berührt, ist sichtbar</translation>
    </message>
    <message>
        <source>%1 cannot be seen now</source>
        <translation>%1 ist jetzt nicht sichtbar</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>alles davon</translation>
    </message>
    <message>
        <source>an alert asks for it</source>
        <translation>ein Alarm verlangt es</translation>
    </message>
    <message>
        <source>no open alert matches this runbook</source>
        <translation>kein offener Alarm passt zu diesem Runbook</translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s) do not hold · all are asked again before the start</source>
        <translation>
            <numerusform>%n Vorbedingung gilt nicht · alle werden vor dem Start erneut geprüft</numerusform>
            <numerusform>%n Vorbedingungen gelten nicht · alle werden vor dem Start erneut geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>all are asked again before the start</source>
        <translation>alle werden vor dem Start erneut geprüft</translation>
    </message>
    <message>
        <source>Another run holds %1.</source>
        <translation>Ein anderer Lauf hält %1.</translation>
    </message>
    <message>
        <source>Type the target&apos;s name.</source>
        <translation>Namen des Ziels eingeben.</translation>
    </message>
    <message>
        <source>A gate does not hold.</source>
        <translation>Eine Vorbedingung gilt nicht.</translation>
    </message>
    <message>
        <source>Say why, although a gate does not hold.</source>
        <translation>Begründen, warum trotz nicht geltender Vorbedingung.</translation>
    </message>
    <message>
        <source>Production is locked.</source>
        <translation>Produktion ist gesperrt.</translation>
    </message>
    <message>
        <source>Why, although a gate does not hold (recorded)</source>
        <translation>Warum trotz nicht geltender Vorbedingung (wird protokolliert)</translation>
    </message>
    <message>
        <source>Why (recorded, may stay empty)</source>
        <translation>Warum (wird protokolliert, darf leer bleiben)</translation>
    </message>
    <message>
        <source>the workspace names nothing</source>
        <translation>der Workspace nennt nichts</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DashboardList</name>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>Search…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Tags: %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DashboardListBody</name>
    <message>
        <source>No dashboard matches</source>
        <translation>Kein Dashboard passt</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DashboardsPage</name>
    <message>
        <source>No dashboards</source>
        <translation>Keine Dashboards</translation>
    </message>
    <message>
        <source>Back to all panels</source>
        <translation>Zurück zu allen Panels</translation>
    </message>
    <message>
        <source>Name Grafana dashboards or short YAML files under dashboards: in the workspace file.</source>
        <translation>In der Workspace-Datei unter dashboards: Grafana-Dashboards oder kurze YAML-Dateien eintragen.</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Add a panel to this dashboard&apos;s file</source>
        <translation>Der Datei dieses Dashboards ein Panel hinzufügen</translation>
    </message>
    <message>
        <source>Not now: %1 – %2</source>
        <translation>Nicht jetzt: %1 – %2</translation>
    </message>
    <message>
        <source>Back to what was shown before</source>
        <translation>Zurück zum vorigen Ausschnitt</translation>
    </message>
    <message>
        <source>The dashboard&apos;s own range: %1</source>
        <translation>Eigener Zeitraum des Dashboards: %1</translation>
    </message>
    <message>
        <source>Show the window&apos;s range instead</source>
        <translation>Stattdessen den Zeitraum des Fensters zeigen</translation>
    </message>
    <message>
        <source>No link leads anywhere from here</source>
        <translation>Von hier führt kein Link weiter</translation>
    </message>
    <message>
        <source>The panel in full, and back</source>
        <translation>Panel groß, und zurück</translation>
    </message>
    <message>
        <source>From panel to panel</source>
        <translation>Von Panel zu Panel</translation>
    </message>
    <message>
        <source>Explore the panel&apos;s query</source>
        <translation>Abfrage des Panels erkunden</translation>
    </message>
    <message>
        <source>Inspect query and data</source>
        <translation>Abfrage und Daten ansehen</translation>
    </message>
    <message>
        <source>Copy the panel as a picture, its data as CSV</source>
        <translation>Panel als Bild kopieren, Daten als CSV</translation>
    </message>
    <message>
        <source>One zoom back</source>
        <translation>Einen Zoom zurück</translation>
    </message>
    <message>
        <source>Edit the panel</source>
        <translation>Panel bearbeiten</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DeliveryTableModel</name>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>is sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>not delivered yet</source>
        <translation>noch nicht zugestellt</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>nicht zugestellt</translation>
    </message>
    <message>
        <source>%1: delivered %2</source>
        <translation>%1: zugestellt %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a webhook and what a message to it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not delivered, %2: %3, next %4</source>
        <translation>%1: nicht zugestellt, %2: %3, nächster %4</translation>
    </message>
    <message>
        <source>%1: not delivered, %2: %3</source>
        <translation>%1: nicht zugestellt, %2: %3</translation>
    </message>
    <message>
        <source>is over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>taken on</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>fires</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>again %1</source>
        <comment>time of the next attempt</comment>
        <translation>erneut %1</translation>
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
        <translation>nichts wird beobachtet</translation>
    </message>
    <message>
        <source>Muted until %1</source>
        <translation>Stumm bis %1</translation>
    </message>
    <message>
        <source>Quiet hours until %1</source>
        <translation>Ruhezeit bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) somebody</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n braucht jemanden</numerusform>
            <numerusform>%n brauchen jemanden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs anybody</source>
        <translation>Nichts braucht jemanden</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) need(s) somebody</source>
        <translation>
            <numerusform>%n Alarm braucht jemanden</numerusform>
            <numerusform>%n Alarme brauchen jemanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n kept back</source>
        <translation>
            <numerusform>%1, %n zurückgehalten</numerusform>
            <numerusform>%1, %n zurückgehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>No audio device: the window flashes instead.</source>
        <translation>Kein Audiogerät: stattdessen blinkt das Fenster.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DeskNotices</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Silence 1 h</source>
        <translation>1 h stummschalten</translation>
    </message>
    <message>
        <source>This is how a message looks: %1</source>
        <translation>So sieht eine Meldung aus: %1</translation>
    </message>
    <message>
        <source>Nothing happened; somebody tried it out.</source>
        <translation>Nichts ist geschehen; jemand hat es ausprobiert.</translation>
    </message>
    <message>
        <source>No notification service answers on this desktop: the window shows alarms itself.</source>
        <translation>Auf diesem Desktop antwortet kein Benachrichtigungsdienst: das Fenster zeigt Alarme selbst.</translation>
    </message>
    <message>
        <source>A notification service</source>
        <translation>Ein Benachrichtigungsdienst</translation>
    </message>
    <message>
        <source>%1 shows them, with buttons.</source>
        <translation>%1 zeigt sie, mit Knöpfen.</translation>
    </message>
    <message>
        <source>%1 shows them, without buttons.</source>
        <translation>%1 zeigt sie, ohne Knöpfe.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DeskTray</name>
    <message>
        <source>I have seen it: be quiet</source>
        <translation>Gesehen: Ton aus</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Tell again (muted until %1)</source>
        <translation>Wieder melden (stumm bis %1)</translation>
    </message>
    <message>
        <source>Notifications…</source>
        <translation>Benachrichtigungen…</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Open Watchfloor</source>
        <translation>Watchfloor öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>Until tomorrow 08:00</source>
        <translation>Bis morgen 08:00</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DetailActions</name>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Acknowledge for a time, with a comment or a silence</source>
        <translation>Auf Zeit quittieren, mit Kommentar oder Stummschaltung</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>Stumm…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Abgeben</translation>
    </message>
    <message>
        <source>For %1, with a silence</source>
        <translation>Für %1, mit Stummschaltung</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>Until it is over, with a silence</source>
        <translation>Bis er vorbei ist, mit Stummschaltung</translation>
    </message>
    <message>
        <source>Until it is over</source>
        <translation>Bis er vorbei ist</translation>
    </message>
    <message>
        <source>With a comment…</source>
        <translation>Mit Kommentar…</translation>
    </message>
    <message>
        <source>%1 has it until %2, in %3.</source>
        <translation>%1 hat ihn bis %2, noch %3.</translation>
    </message>
    <message>
        <source>%1 has it until it is over.</source>
        <translation>%1 hat ihn, bis er vorbei ist.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>A silence stands behind it.</source>
        <translation>Dahinter steht eine Stummschaltung.</translation>
    </message>
    <message>
        <source>It left while what raised it cannot be seen. It is kept as last seen, not called recovered.</source>
        <translation>Er verschwand, während sein Ursprung nicht sichtbar ist. Er bleibt wie zuletzt gesehen und gilt nicht als behoben.</translation>
    </message>
    <message>
        <source>What the rule watches has no series any more: nobody measures whether it recovered.</source>
        <translation>Was die Regel beobachtet, hat keine Zeitreihen mehr: niemand misst, ob es behoben ist.</translation>
    </message>
    <message>
        <source>Muted by another alert that fires.</source>
        <translation>Stumm durch einen anderen ausgelösten Alarm.</translation>
    </message>
    <message>
        <source>Muted by %1.</source>
        <translation>Stummgeschaltet durch %1.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DetailFigures</name>
    <message>
        <source>Late; %1 were allowed</source>
        <translation>Zu spät; erlaubt: %1</translation>
    </message>
    <message>
        <source>Respond within %1</source>
        <translation>Reagieren innerhalb %1</translation>
    </message>
    <message>
        <source>True for</source>
        <translation>Gilt seit</translation>
    </message>
    <message>
        <source>Was true for</source>
        <translation>Galt</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Firing for</source>
        <translation>Ausgelöst seit</translation>
    </message>
    <message>
        <source>Fired for</source>
        <translation>War ausgelöst</translation>
    </message>
    <message>
        <source>Taken on by</source>
        <translation>Übernommen von</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>With %1, then</source>
        <translation>Bei %1, dann</translation>
    </message>
    <message>
        <source>Then goes to</source>
        <translation>Geht dann an</translation>
    </message>
    <message>
        <source>in %2, at %1</source>
        <translation>in %2 (%1)</translation>
    </message>
    <message>
        <source>Unclaimed, with</source>
        <translation>Offen, bei</translation>
    </message>
    <message>
        <source>the last of its path</source>
        <translation>der letzte auf dem Weg</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DetailHead</name>
    <message>
        <source>Copy all of it</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>The one before (K)</source>
        <translation>Voriger (K)</translation>
    </message>
    <message>
        <source>The next one (J)</source>
        <translation>Nächster (J)</translation>
    </message>
    <message>
        <source>Close the detail</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>an alert without a name</source>
        <translation>ein Alarm ohne Namen</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message numerus="yes">
        <source>It began to fire %n time(s) in short order: it flaps.</source>
        <translation>
            <numerusform>Er wurde in kurzer Folge %n-mal ausgelöst: er flattert.</numerusform>
            <numerusform>Er wurde in kurzer Folge %n-mal ausgelöst: er flattert.</numerusform>
        </translation>
    </message>
    <message>
        <source>↑ %1 %2, %3 before it began</source>
        <translation>↑ %1 %2, %3 vor dem Beginn</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
</context>
<context>
    <name>Watchfloor::DocumentPanel</name>
    <message>
        <source>Earlier runs</source>
        <translation>Frühere Läufe</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>zuständig %1</translation>
    </message>
    <message>
        <source>matches %1</source>
        <translation>passt zu %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>No run of it is known to this console yet.</source>
        <translation>Dieser Konsole ist noch kein Lauf davon bekannt.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::EndpointTableModel</name>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
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
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Alerts from %1 to %2</source>
        <translation>Alarme von %1 bis %2</translation>
    </message>
    <message>
        <source>%1 fired, %2 still open, %3 flapped, %4 never taken on, %5 escalated.</source>
        <translation>%1 ausgelöst, %2 noch offen, %3 geflattert, %4 nie übernommen, %5 eskaliert.</translation>
    </message>
    <message>
        <source>Time to</source>
        <translation>Zeit bis zur</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>detect</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>Quittierung</translation>
    </message>
    <message>
        <source>resolve</source>
        <translation>Behebung</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Firing for</source>
        <translation>Auslösedauer</translation>
    </message>
    <message>
        <source>Not taken on</source>
        <translation>Unquittiert</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>Zeit bis zur Quittierung</translation>
    </message>
    <message>
        <source>nobody&apos;s hours</source>
        <translation>niemandes Schicht</translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodeDetail</name>
    <message>
        <source>%1, at %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Open alert</source>
        <translation>Alarm öffnen</translation>
    </message>
    <message>
        <source>All of this alert</source>
        <translation>Alle dieses Alarms</translation>
    </message>
    <message>
        <source>What befell it</source>
        <translation>Was mit ihm geschah</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Alert without a name</source>
        <translation>Alarm ohne Namen</translation>
    </message>
    <message>
        <source>Condition began</source>
        <translation>Bedingung begann</translation>
    </message>
    <message>
        <source>Fired after</source>
        <translation>Ausgelöst nach</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Taken on after</source>
        <translation>Übernommen nach</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>by nobody</source>
        <translation>von niemandem</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>Offen seit</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>not seen; last seen after %1</source>
        <translation>nicht gesehen; zuletzt gesehen nach %1</translation>
    </message>
    <message>
        <source>Ended after</source>
        <translation>Beendet nach</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Flapped</source>
        <translation>Geflattert</translation>
    </message>
    <message numerus="yes">
        <source>fired %n time(s)</source>
        <translation>
            <numerusform>%n-mal ausgelöst</numerusform>
            <numerusform>%n-mal ausgelöst</numerusform>
        </translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Eskaliert</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodeEventList</name>
    <message>
        <source>What befell it</source>
        <translation>Was mit ihm geschah</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) left out</source>
        <translation>
            <numerusform>%n Ereignis ausgelassen</numerusform>
            <numerusform>%n Ereignisse ausgelassen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodeStrip</name>
    <message>
        <source>Course of the alert</source>
        <translation>Verlauf des Alarms</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 for %2, since %3</source>
        <translation>%1 für %2, seit %3</translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodeTableModel</name>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Starts</translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodeWords</name>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>Never fired</source>
        <translation>Nie ausgelöst</translation>
    </message>
    <message>
        <source>End not seen</source>
        <translation>Ende nicht gesehen</translation>
    </message>
    <message>
        <source>Acknowledged by %1</source>
        <translation>Quittiert von %1</translation>
    </message>
    <message>
        <source>Acknowledgement ended</source>
        <translation>Quittierung beendet</translation>
    </message>
    <message>
        <source>Let go again by %1</source>
        <translation>Wieder abgegeben von %1</translation>
    </message>
    <message>
        <source>Escalated to %1</source>
        <translation>Eskaliert an %1</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>Benachrichtigt</translation>
    </message>
    <message>
        <source>Notified %1</source>
        <translation>Benachrichtigt: %1</translation>
    </message>
    <message>
        <source>Taken off the list</source>
        <translation>Aus der Liste genommen</translation>
    </message>
    <message>
        <source>Taken off the list by %1</source>
        <translation>Aus der Liste genommen von %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodesView</name>
    <message>
        <source>Words, or severity=critical, instance=~&quot;node.*&quot;</source>
        <translation>Wörter oder severity=critical, instance=~&quot;node.*&quot;</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 d</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>Als Markdown</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Als JSON</translation>
    </message>
    <message>
        <source>Record of alerts</source>
        <translation>Alarmprotokoll</translation>
    </message>
    <message>
        <source>The record is being read</source>
        <translation>Das Protokoll wird gelesen</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Choose a life of an alert</source>
        <translation>Alarmverlauf wählen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Open its alert where it still stands in the list</source>
        <translation>Seinen Alarm öffnen, wo er noch in der Liste steht</translation>
    </message>
    <message>
        <source>Copy the chosen as text</source>
        <translation>Gewähltes als Text kopieren</translation>
    </message>
    <message>
        <source>The record cannot be read</source>
        <translation>Das Protokoll ist nicht lesbar</translation>
    </message>
    <message>
        <source>the newest %1; narrow the search for the others</source>
        <translation>die neuesten %1; für die anderen die Suche eingrenzen</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>No alert found</source>
        <translation>Kein Alarm gefunden</translation>
    </message>
    <message>
        <source>Nothing in the record matches in this span of time.</source>
        <translation>Im Protokoll passt in diesem Zeitraum nichts.</translation>
    </message>
    <message>
        <source>Nothing has fired since this console keeps a record.</source>
        <translation>Seit diese Konsole protokolliert, wurde nichts ausgelöst.</translation>
    </message>
    <message>
        <source>Search the whole record</source>
        <translation>Im ganzen Protokoll suchen</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ExplorePage</name>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Back to what was shown before</source>
        <translation>Zurück zum vorigen Ausschnitt</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>Was sich bewegte</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Ask anything</source>
        <translation>Alles fragen</translation>
    </message>
    <message>
        <source>Type a query, or choose a metric at the left. Ctrl+Space shows what may stand at the cursor.</source>
        <translation>Eine Abfrage eingeben oder links eine Metrik wählen. Ctrl+Space zeigt, was an der Schreibmarke stehen kann.</translation>
    </message>
    <message>
        <source>%1 (its page, without history before now)</source>
        <translation>%1 (ihre Seite, ohne Verlauf vor jetzt)</translation>
    </message>
    <message>
        <source>The workspace has no Prometheus and no metrics page</source>
        <translation>Der Workspace hat weder Prometheus noch Metrikseite</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>Keine Quelle</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Not now: %1 – %2</source>
        <translation>Nicht jetzt: %1 – %2</translation>
    </message>
    <message>
        <source>Run the query</source>
        <translation>Abfrage ausführen</translation>
    </message>
    <message>
        <source>A new line in the query</source>
        <translation>Neue Zeile in der Abfrage</translation>
    </message>
    <message>
        <source>What may stand at the cursor</source>
        <translation>Was an der Schreibmarke stehen kann</translation>
    </message>
    <message>
        <source>Find a metric or an earlier query</source>
        <translation>Metrik oder frühere Abfrage suchen</translation>
    </message>
    <message>
        <source>One zoom back</source>
        <translation>Einen Zoom zurück</translation>
    </message>
</context>
<context>
    <name>Watchfloor::FilterBar</name>
    <message>
        <source>Group by…</source>
        <translation>Gruppieren nach…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Silence these…</source>
        <translation>Diese stummschalten…</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>Flach</translation>
    </message>
    <message>
        <source>One list, worst first</source>
        <translation>Eine Liste, Schlimmstes zuerst</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>Nach Dienst</translation>
    </message>
    <message>
        <source>Under headings</source>
        <translation>Unter Überschriften</translation>
    </message>
    <message>
        <source>Add a matcher…</source>
        <translation>Matcher eingeben…</translation>
    </message>
    <message>
        <source>Add a matcher, or words to look for…</source>
        <translation>Matcher oder Suchwörter eingeben…</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>Stumm…</translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>grouped</comment>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alle einklappen</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Alle ausklappen</translation>
    </message>
</context>
<context>
    <name>Watchfloor::FilterChip</name>
    <message>
        <source>Filter %1</source>
        <translation>Filter %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::FilterCompletion</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>longer than</source>
        <translation>länger als</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>kürzer als</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>passt zu</translation>
    </message>
    <message>
        <source>does not match</source>
        <translation>passt nicht zu</translation>
    </message>
</context>
<context>
    <name>Watchfloor::FilterField</name>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Turn round: %1</source>
        <translation>Umkehren: %1</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Nur diesen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>Watchfloor::FiringList</name>
    <message>
        <source>Firing alerts</source>
        <translation>Ausgelöste Alarme</translation>
    </message>
    <message>
        <source>not seen any more</source>
        <translation>nicht mehr sichtbar</translation>
    </message>
    <message>
        <source>%1: acknowledged %2</source>
        <translation>%1: quittiert %2</translation>
    </message>
    <message>
        <source>respond in %1</source>
        <translation>reagieren in %1</translation>
    </message>
    <message>
        <source>overdue %1</source>
        <translation>überfällig %1</translation>
    </message>
    <message>
        <source>Nothing that can be seen fires; see what is blind.</source>
        <translation>Nichts Sichtbares ist ausgelöst; siehe, was blind ist.</translation>
    </message>
    <message>
        <source>Nothing fires.</source>
        <translation>Nichts ist ausgelöst.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::FoldHeader</name>
    <message>
        <source>open</source>
        <translation>ausgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>eingeklappt</translation>
    </message>
</context>
<context>
    <name>Watchfloor::GaugeWidget</name>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>from</source>
        <translation>ab</translation>
    </message>
</context>
<context>
    <name>Watchfloor::HandOnCard</name>
    <message>
        <source>Handed on</source>
        <translation>Weitergegeben</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Sends the chosen message now, also one that was given up</source>
        <translation>Sendet die gewählte Nachricht jetzt, auch eine aufgegebene</translation>
    </message>
    <message>
        <source>Copies what became of the chosen message</source>
        <translation>Kopiert, was aus der gewählten Nachricht wurde</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) not delivered</source>
        <translation>
            <numerusform>%n Nachricht nicht zugestellt</numerusform>
            <numerusform>%n Nachrichten nicht zugestellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing yet; %n webhook(s)</source>
        <translation>
            <numerusform>noch nichts; %n Webhook</numerusform>
            <numerusform>noch nichts; %n Webhooks</numerusform>
        </translation>
    </message>
    <message>
        <source>everything was delivered</source>
        <translation>alles wurde zugestellt</translation>
    </message>
</context>
<context>
    <name>Watchfloor::HealthPage</name>
    <message>
        <source>Filter endpoints</source>
        <translation>Endpunkte filtern</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>No endpoints</source>
        <translation>Keine Endpunkte</translation>
    </message>
    <message>
        <source>Name a URL and its conditions under endpoints: in the workspace file.</source>
        <translation>In der Workspace-Datei unter endpoints: eine URL und ihre Bedingungen eintragen.</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>The first probes are under way.</source>
        <translation>Die ersten Prüfungen laufen.</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Choose an endpoint</source>
        <translation>Endpunkt wählen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>every %1, at most %2</source>
        <translation>alle %1, höchstens %2</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>endet in %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>degraded %1</source>
        <translation>beeinträchtigt %1</translation>
    </message>
    <message>
        <source>response time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>gilt nicht</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht erfüllt</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>%1 says %2</source>
        <comment>a part of a service</comment>
        <translation>%1 meldet %2</translation>
    </message>
    <message>
        <source>The page says</source>
        <translation>Die Seite sagt</translation>
    </message>
</context>
<context>
    <name>Watchfloor::HeatMap</name>
    <message>
        <source>There are no buckets in this range.</source>
        <translation>In diesem Zeitraum gibt es keine Buckets.</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from a bucket&apos;s lower to its upper end</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>Watchfloor::HistogramChart</name>
    <message>
        <source>There are no values to count.</source>
        <translation>Es gibt keine Werte zu zählen.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>from a bucket&apos;s lower to its upper end</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
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
        <translation>Verlauf von 30 Tagen</translation>
    </message>
    <message>
        <source>The record cannot be read: %1</source>
        <translation>Das Protokoll ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>not before today</source>
        <translation>vor heute nie</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) before today, last on %1</source>
        <translation>
            <numerusform>%n-mal vor heute, zuletzt am %1</numerusform>
            <numerusform>%n-mal vor heute, zuletzt am %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>%1: it did not fire</source>
        <translation>%1: nicht ausgelöst</translation>
    </message>
    <message numerus="yes">
        <source>fired %n time(s)</source>
        <translation>
            <numerusform>%n-mal ausgelöst</numerusform>
            <numerusform>%n-mal ausgelöst</numerusform>
        </translation>
    </message>
    <message>
        <source>still firing from the day before</source>
        <translation>noch vom Vortag ausgelöst</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>insgesamt %1</translation>
    </message>
    <message>
        <source>its end was not seen</source>
        <translation>sein Ende wurde nicht gesehen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>Watchfloor::InspectDialog</name>
    <message>
        <source>%1: query and data</source>
        <translation>%1: Abfrage und Daten</translation>
    </message>
    <message>
        <source>range %1, step %2</source>
        <translation>Bereich %1, Schritt %2</translation>
    </message>
    <message numerus="yes">
        <source>%n series, %1 old</source>
        <translation>
            <numerusform>%n Reihe, %1 alt</numerusform>
            <numerusform>%n Reihen, %1 alt</numerusform>
        </translation>
    </message>
    <message>
        <source>the line behind the figure</source>
        <translation>die Linie hinter der Zahl</translation>
    </message>
    <message>
        <source>to compare with</source>
        <translation>zum Vergleich</translation>
    </message>
    <message>
        <source>not asked: %1</source>
        <translation>nicht gefragt: %1</translation>
    </message>
    <message>
        <source>the value of now</source>
        <translation>der Wert von jetzt</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Frage läuft…</translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n Messwert</numerusform>
            <numerusform>%n Messwerte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more series</source>
        <translation>
            <numerusform>%n weitere Reihe</numerusform>
            <numerusform>%n weitere Reihen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::KeysHelp</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
</context>
<context>
    <name>Watchfloor::LabelSection</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Filter by it</source>
        <translation>Danach filtern</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>Nach %1 filtern</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>Watchfloor::LimitRows</name>
    <message>
        <source>Add a threshold</source>
        <translation>Schwelle hinzufügen</translation>
    </message>
    <message>
        <source>above</source>
        <translation>über</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>Which side of the value</source>
        <translation>Welche Seite des Werts</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>gesund</translation>
    </message>
    <message>
        <source>State beyond the value</source>
        <translation>Zustand jenseits des Werts</translation>
    </message>
    <message>
        <source>Remove this threshold</source>
        <translation>Diese Schwelle entfernen</translation>
    </message>
</context>
<context>
    <name>Watchfloor::LinkList</name>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Open in the browser…</source>
        <translation>Im Browser öffnen…</translation>
    </message>
    <message>
        <source>Open this address?</source>
        <translation>Diese Adresse öffnen?</translation>
    </message>
    <message>
        <source>The alert names this address on %1:</source>
        <translation>Der Alarm nennt diese Adresse auf %1:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>Watchfloor::MainWindow</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>SLOs</source>
        <translation>SLOs</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Runbooks</source>
        <translation>Runbooks</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>There is nothing to open at %1 any more.</source>
        <translation>Unter %1 gibt es nichts mehr zu öffnen.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>SLO</source>
        <translation>SLO</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>Silence on %1</source>
        <translation>Stummschaltung auf %1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Refresh everything now</source>
        <translation>Alles jetzt aktualisieren</translation>
    </message>
    <message>
        <source>Light or dark theme</source>
        <translation>Helles oder dunkles Thema</translation>
    </message>
    <message>
        <source>Show the wall</source>
        <translation>Wandanzeige zeigen</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Tasten zeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Unlock actions for 15 minutes</source>
        <translation>Aktionen 15 Minuten freigeben</translation>
    </message>
    <message>
        <source>Lock actions</source>
        <translation>Aktionen sperren</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>Zu einer Seite</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation>Befehl ausführen</translation>
    </message>
    <message>
        <source>Filter the page</source>
        <translation>Seite filtern</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>Jetzt aktualisieren</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Wandanzeige</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Diese Tasten</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Diese Seite</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>Was sich bewegte</translation>
    </message>
    <message>
        <source>What moved in %1</source>
        <translation>Was sich in %1 bewegte</translation>
    </message>
    <message>
        <source>Add a panel to this dashboard</source>
        <translation>Diesem Dashboard ein Panel hinzufügen</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Notifications, sounds and muting</source>
        <translation>Benachrichtigungen, Töne und Stummschalten</translation>
    </message>
    <message>
        <source>I have seen the alarms: be quiet</source>
        <translation>Alarme gesehen: Ton aus</translation>
    </message>
</context>
<context>
    <name>Watchfloor::MaintenanceTableModel</name>
    <message>
        <source>its silence is made %1</source>
        <translation>wird %1 angelegt</translation>
    </message>
    <message>
        <source>its silence is due</source>
        <translation>ist fällig</translation>
    </message>
    <message>
        <source>its silence stands</source>
        <translation>steht</translation>
    </message>
    <message>
        <source>under way until %1</source>
        <translation>läuft bis %1</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>no Alertmanager yet</source>
        <translation>noch kein Alertmanager</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Matchers</source>
        <translation>Matcher</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stummschaltung</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ManySeen</name>
    <message numerus="yes">
        <source>%n without an answer yet</source>
        <translation>
            <numerusform>%n noch ohne Antwort</numerusform>
            <numerusform>%n noch ohne Antwort</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::MarkdownView</name>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Open this address in the browser?</source>
        <translation>Diese Adresse im Browser öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more part(s) are not shown.</source>
        <translation>
            <numerusform>%Ln weiterer Teil ist nicht gezeigt.</numerusform>
            <numerusform>%Ln weitere Teile sind nicht gezeigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::MoverTableModel</name>
    <message>
        <source>began</source>
        <translation>begann</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>endete</translation>
    </message>
    <message>
        <source>changed sign</source>
        <translation>Vorzeichen gewechselt</translation>
    </message>
    <message>
        <source>Distance between the medians before and after, measured by the series&apos; own unrest.</source>
        <translation>Abstand der Mediane davor und danach, gemessen an der eigenen Unruhe der Reihe.</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Bewegung</translation>
    </message>
</context>
<context>
    <name>Watchfloor::MoversView</name>
    <message>
        <source>Show what moved</source>
        <translation>Zeigen, was sich bewegte</translation>
    </message>
    <message>
        <source>What was different?</source>
        <translation>Was war anders?</translation>
    </message>
    <message>
        <source>Choose a service and a moment: every series of it is compared before and after, and those that moved most come first.</source>
        <translation>Einen Dienst und einen Zeitpunkt wählen: jede seiner Reihen wird davor und danach verglichen, die am stärksten bewegten stehen oben.</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>around %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>%1 before and after</source>
        <translation>%1 davor und danach</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>No deploys, runs or incidents are known yet</source>
        <translation>Noch keine Deployments, Läufe oder Vorfälle bekannt</translation>
    </message>
    <message>
        <source>Asking for every series…</source>
        <translation>Alle Reihen werden abgefragt…</translation>
    </message>
    <message>
        <source>The series could not be asked for</source>
        <translation>Die Reihen ließen sich nicht abfragen</translation>
    </message>
    <message>
        <source>%1 of %2 series compared</source>
        <translation>%1 von %2 Reihen verglichen</translation>
    </message>
    <message numerus="yes">
        <source>%n series compared</source>
        <translation>
            <numerusform>%n Reihe verglichen</numerusform>
            <numerusform>%n Reihen verglichen</numerusform>
        </translation>
    </message>
    <message>
        <source>No series</source>
        <translation>Keine Reihen</translation>
    </message>
    <message>
        <source>%1 selects nothing in this span of time.</source>
        <translation>%1 wählt in dieser Zeit nichts aus.</translation>
    </message>
    <message>
        <source>Nothing moved</source>
        <translation>Nichts hat sich bewegt</translation>
    </message>
    <message>
        <source>Every series is after the moment as it was before.</source>
        <translation>Jede Reihe ist nach dem Zeitpunkt wie davor.</translation>
    </message>
    <message>
        <source>chosen moment</source>
        <translation>gewählter Zeitpunkt</translation>
    </message>
</context>
<context>
    <name>Watchfloor::MutedModel</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>muted already</source>
        <translation>bereits stumm</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>Rules: %1 of %2</source>
        <translation>Regeln: %1 von %2</translation>
    </message>
    <message>
        <source>whatever it raises</source>
        <translation>alles, was sie auslöst</translation>
    </message>
    <message>
        <source>depends on %1</source>
        <translation>hängt ab von %1</translation>
    </message>
    <message>
        <source>Alerts of the last 14 days: %1 of %2</source>
        <translation>Alarme der letzten 14 Tage: %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s), last %1</source>
        <translation>
            <numerusform>%n-mal, zuletzt %1</numerusform>
            <numerusform>%n-mal, zuletzt %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::MutedPanel</name>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Could</source>
        <translation>Möglich</translation>
    </message>
    <message>
        <source>Without a matcher a silence matches nothing.</source>
        <translation>Ohne Matcher passt eine Stummschaltung auf nichts.</translation>
    </message>
    <message>
        <source>Nothing open matches. What comes later will.</source>
        <translation>Nichts Offenes passt. Was später kommt, schon.</translation>
    </message>
    <message numerus="yes">
        <source>%n muted already</source>
        <translation>
            <numerusform>%n bereits stumm</numerusform>
            <numerusform>%n bereits stumm</numerusform>
        </translation>
    </message>
    <message>
        <source>that is every open alert</source>
        <translation>das ist jeder offene Alarm</translation>
    </message>
    <message numerus="yes">
        <source>Mutes %n alert(s) now</source>
        <translation>
            <numerusform>Schaltet jetzt %n Alarm stumm</numerusform>
            <numerusform>Schaltet jetzt %n Alarme stumm</numerusform>
        </translation>
    </message>
    <message>
        <source>Now %1</source>
        <translation>Jetzt %1</translation>
    </message>
    <message>
        <source>Could mute %1</source>
        <translation>Möglich %1</translation>
    </message>
    <message>
        <source>No open alert is muted by this.</source>
        <translation>Kein offener Alarm wird hierdurch stumm.</translation>
    </message>
    <message>
        <source>No rule that a Prometheus runs, and no alert of the last 14 days, could be muted by this.</source>
        <translation>Keine Regel, die ein Prometheus auswertet, und kein Alarm der letzten 14 Tage könnte hierdurch stumm werden.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>Watchfloor::NoiseView</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The record is being read</source>
        <translation>Das Protokoll wird gelesen</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 d</translation>
    </message>
    <message>
        <source>90 d</source>
        <translation>90 d</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>CSV copied</source>
        <translation>CSV kopiert</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Markdown copied</source>
        <translation>Markdown kopiert</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>JSON copied</source>
        <translation>JSON kopiert</translation>
    </message>
    <message>
        <source>Alerts that fired</source>
        <translation>Ausgelöste Alarme</translation>
    </message>
    <message>
        <source>Lives of alerts that began to fire within the span; one that flaps is one.</source>
        <translation>Alarmverläufe, die im Zeitraum ausgelöst wurden; ein flatternder zählt einmal.</translation>
    </message>
    <message>
        <source>Time to detect</source>
        <translation>Zeit bis zur Erkennung</translation>
    </message>
    <message>
        <source>From the beginning of its condition until it fired, on average.</source>
        <translation>Vom Beginn der Bedingung bis zum Auslösen, im Mittel.</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>Zeit bis zur Quittierung</translation>
    </message>
    <message>
        <source>From firing until somebody took it on, on average.</source>
        <translation>Vom Auslösen, bis ihn jemand übernahm, im Mittel.</translation>
    </message>
    <message>
        <source>Time to resolve</source>
        <translation>Zeit bis zur Behebung</translation>
    </message>
    <message>
        <source>From firing until its end, on average.</source>
        <translation>Vom Auslösen bis zum Ende, im Mittel.</translation>
    </message>
    <message>
        <source>The noisiest</source>
        <translation>Die lautesten</translation>
    </message>
    <message>
        <source>By shift</source>
        <translation>Nach Schicht</translation>
    </message>
    <message>
        <source>What else it says</source>
        <translation>Was noch auffällt</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Choose an alert</source>
        <translation>Alarm wählen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Look for its lives in the record</source>
        <translation>Seine Verläufe im Protokoll suchen</translation>
    </message>
    <message>
        <source>Copy the report as Markdown</source>
        <translation>Bericht als Markdown kopieren</translation>
    </message>
    <message>
        <source>The record cannot be read</source>
        <translation>Das Protokoll ist nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>median %1, of %n</source>
        <translation>
            <numerusform>Median %1, aus %n</numerusform>
            <numerusform>Median %1, aus %n</numerusform>
        </translation>
    </message>
    <message>
        <source>not known of any</source>
        <translation>von keinem bekannt</translation>
    </message>
    <message>
        <source>Nothing fired</source>
        <translation>Nichts wurde ausgelöst</translation>
    </message>
    <message>
        <source>No alert began to fire in this span of time, as far as this console kept watch.</source>
        <translation>In diesem Zeitraum wurde kein Alarm ausgelöst, soweit diese Konsole wachte.</translation>
    </message>
    <message>
        <source>Look at 90 days</source>
        <translation>90 Tage ansehen</translation>
    </message>
    <message>
        <source>of the newest %1 lives; the record has more</source>
        <translation>aus den neuesten %1 Alarmverläufen; das Protokoll hat mehr</translation>
    </message>
    <message>
        <source>%1 open · %2 flapped · %3 of firing in all</source>
        <translation>%1 offen · %2 geflattert · insgesamt %3 ausgelöst</translation>
    </message>
    <message>
        <source>%1 not known</source>
        <translation>%1 unbekannt</translation>
    </message>
    <message>
        <source>%1 never taken on</source>
        <translation>%1 nie übernommen</translation>
    </message>
    <message>
        <source>%1 open, or their end not seen</source>
        <translation>%1 offen, oder Ende nicht gesehen</translation>
    </message>
    <message numerus="yes">
        <source>%n nobody ever took on.</source>
        <translation>
            <numerusform>%n hat nie jemand übernommen.</numerusform>
            <numerusform>%n hat nie jemand übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken on and still firing an hour later.</source>
        <translation>
            <numerusform>%n übernommen und eine Stunde später noch ausgelöst.</numerusform>
            <numerusform>%n übernommen und eine Stunde später noch ausgelöst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went on to the next person.</source>
        <translation>
            <numerusform>%n ging an die nächste Person weiter.</numerusform>
            <numerusform>%n gingen an die nächste Person weiter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending and gone before firing.</source>
        <translation>
            <numerusform>%n wartend und vor dem Auslösen verschwunden.</numerusform>
            <numerusform>%n wartend und vor dem Auslösen verschwunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Comma separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>Watchfloor::NotificationsDialog</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Whose alerts</source>
        <translation>Wessen Alarme</translation>
    </message>
    <message>
        <source>On the desktop</source>
        <translation>Auf dem Desktop</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Benachrichtigungen zeigen</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Keep the workspace&apos;s quiet hours</source>
        <translation>Ruhezeiten des Workspace einhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Tell again</source>
        <translation>Wieder melden</translation>
    </message>
    <message>
        <source>Only of my services</source>
        <translation>Nur von meinen Diensten</translation>
    </message>
    <message>
        <source>My services and owners</source>
        <translation>Meine Dienste und Zuständigen</translation>
    </message>
    <message>
        <source>Sound an alarm</source>
        <translation>Alarmton abspielen</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Try %1</source>
        <comment>a severity</comment>
        <translation>Probe: %1</translation>
    </message>
    <message>
        <source>Everything of %1</source>
        <translation>Alles von %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a service and its owner</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The workspace names no services.</source>
        <translation>Der Workspace nennt keine Dienste.</translation>
    </message>
    <message>
        <source>The tray shows the worst state.</source>
        <translation>Der Infobereich zeigt den schlimmsten Zustand.</translation>
    </message>
    <message>
        <source>There is no tray: the window&apos;s title and its alarm bar say what the tray would.</source>
        <translation>Es gibt keinen Infobereich: Fenstertitel und Alarmleiste sagen, was dort stünde.</translation>
    </message>
    <message>
        <source>The workspace declares none (desk: quiet:).</source>
        <translation>Der Workspace legt keine fest (desk: quiet:).</translation>
    </message>
    <message>
        <source>%1; %2 or worse is told all the same, the rest when they are over.</source>
        <comment>hours, and a severity</comment>
        <translation>%1; ab %2 wird trotzdem gemeldet, der Rest danach.</translation>
    </message>
    <message>
        <source>And those of no service, which are nobody else&apos;s</source>
        <translation>Auch die ohne Dienst, für die sonst niemand zuständig ist</translation>
    </message>
</context>
<context>
    <name>Watchfloor::NotifiedSection</name>
    <message>
        <source>Webhook %1: on its way since %2.</source>
        <translation>Webhook %1: unterwegs seit %2.</translation>
    </message>
    <message numerus="yes">
        <source>Webhook %1: not delivered after %n attempt(s), tried again.</source>
        <translation>
            <numerusform>Webhook %1: nach %n Versuch nicht zugestellt, wird wiederholt.</numerusform>
            <numerusform>Webhook %1: nach %n Versuchen nicht zugestellt, wird wiederholt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Webhook %1: delivered at %2.</source>
        <translation>Webhook %1: zugestellt %2.</translation>
    </message>
    <message numerus="yes">
        <source>Webhook %1: given up after %n attempt(s).</source>
        <translation>
            <numerusform>Webhook %1: nach %n Versuch aufgegeben.</numerusform>
            <numerusform>Webhook %1: nach %n Versuchen aufgegeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Why you were notified</source>
        <translation>Warum benachrichtigt wurde</translation>
    </message>
    <message>
        <source>Raised by this console: no Alertmanager knows it, only webhooks hand it on.</source>
        <translation>Von dieser Konsole ausgelöst: kein Alertmanager kennt ihn, nur Webhooks geben ihn weiter.</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Watchfloor::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>Watchfloor::NumberField</name>
    <message>
        <source>Time series</source>
        <translation>Zeitreihe</translation>
    </message>
    <message>
        <source>Stat</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Rundanzeige</translation>
    </message>
    <message>
        <source>Bar gauge</source>
        <translation>Balkenanzeige</translation>
    </message>
    <message>
        <source>Bar chart</source>
        <translation>Balkendiagramm</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Pie</source>
        <translation>Kreisdiagramm</translation>
    </message>
    <message>
        <source>State timeline</source>
        <translation>Zustandsverlauf</translation>
    </message>
    <message>
        <source>Status history</source>
        <translation>Statushistorie</translation>
    </message>
    <message>
        <source>Alert list</source>
        <translation>Alarmliste</translation>
    </message>
    <message>
        <source>Dashboard list</source>
        <translation>Dashboard-Liste</translation>
    </message>
</context>
<context>
    <name>Watchfloor::OrderCard</name>
    <message>
        <source>In what order it happened</source>
        <translation>In welcher Reihenfolge es geschah</translation>
    </message>
    <message>
        <source>last %1, oldest first</source>
        <translation>letzte %1, Ältestes zuerst</translation>
    </message>
</context>
<context>
    <name>Watchfloor::OutputView</name>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>last %1 of %2 lines</source>
        <translation>letzte %1 von %2 Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::OverviewPage</name>
    <message>
        <source>No services yet</source>
        <translation>Noch keine Dienste</translation>
    </message>
    <message>
        <source>Name them under services: in the workspace file, each with the labels of what belongs to it.</source>
        <translation>In der Workspace-Datei unter services: eintragen, je mit den Labels dessen, was dazugehört.</translation>
    </message>
    <message>
        <source>See the sources</source>
        <translation>Quellen ansehen</translation>
    </message>
    <message>
        <source>Error ratio by service</source>
        <translation>Fehlerquote je Dienst</translation>
    </message>
    <message>
        <source>p95 latency by service</source>
        <translation>p95-Latenz je Dienst</translation>
    </message>
    <message>
        <source>FIRING</source>
        <translation>AUSGELÖST</translation>
    </message>
    <message>
        <source>CHANGED IN THE LAST HOUR</source>
        <translation>IN DER LETZTEN STUNDE GEÄNDERT</translation>
    </message>
    <message>
        <source>ERROR BUDGET</source>
        <translation>FEHLERBUDGET</translation>
    </message>
    <message>
        <source>%1 of %2 · worst first</source>
        <translation>%1 von %2 · Schlimmstes zuerst</translation>
    </message>
    <message>
        <source>No service records this figure yet.</source>
        <translation>Noch zeichnet kein Dienst diesen Wert auf.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 übrig</translation>
    </message>
    <message>
        <source>empty %1</source>
        <translation>leer: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>Was sich bewegte</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PanelCard</name>
    <message>
        <source>What can be done with this panel</source>
        <translation>Was sich mit diesem Panel tun lässt</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>This query has no answer</source>
        <translation>Diese Abfrage hat keine Antwort</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>The query was answered and has no series now.</source>
        <translation>Die Abfrage wurde beantwortet und hat jetzt keine Reihen.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Frage läuft…</translation>
    </message>
    <message>
        <source>The query was answered and has no series in this range.</source>
        <translation>Die Abfrage wurde beantwortet und hat in diesem Zeitraum keine Reihen.</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Inspect query and data…</source>
        <translation>Abfrage und Daten ansehen…</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy data as CSV</source>
        <translation>Daten als CSV kopieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>What this panel shows</source>
        <translation>Was dieses Panel zeigt</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>Not done here: %1</source>
        <translation>Hier nicht umgesetzt: %1</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>letzte %1</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation>%1 früher</translation>
    </message>
    <message>
        <source>This panel has no query that is asked here.</source>
        <translation>Dieses Panel hat keine Abfrage, die hier gestellt wird.</translation>
    </message>
    <message>
        <source>shown: %1 of %2 series</source>
        <translation>gezeigt: %1 von %2 Reihen</translation>
    </message>
    <message>
        <source>shown: %1 of %2</source>
        <translation>gezeigt: %1 von %2</translation>
    </message>
    <message>
        <source>cut: too many rows</source>
        <translation>gekürzt: zu viele Zeilen</translation>
    </message>
    <message>
        <source>No query</source>
        <translation>Keine Abfrage</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>The hour before</source>
        <translation>Die Stunde davor</translation>
    </message>
    <message>
        <source>The same time yesterday</source>
        <translation>Gestern zur selben Zeit</translation>
    </message>
    <message>
        <source>The same time last week</source>
        <translation>Letzte Woche zur selben Zeit</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Copy into a dashboard of ours…</source>
        <translation>In ein eigenes Dashboard kopieren…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Explore this query</source>
        <translation>Diese Abfrage erkunden</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Bild (PNG)…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>Zeichnung (SVG)…</translation>
    </message>
    <message>
        <source>Data (CSV)…</source>
        <translation>Daten (CSV)…</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Not done here</source>
        <translation>Hier nicht umgesetzt</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PanelEdit</name>
    <message>
        <source>This dashboard cannot be edited</source>
        <translation>Dieses Dashboard lässt sich nicht bearbeiten</translation>
    </message>
    <message>
        <source>%1 was changed and is being read again; try once more.</source>
        <translation>%1 wurde geändert und wird neu gelesen; noch einmal versuchen.</translation>
    </message>
    <message>
        <source>the change of “%1” in %2</source>
        <translation>die Änderung von „%1“ in %2</translation>
    </message>
    <message>
        <source>“%1” was saved into %2.</source>
        <translation>„%1“ wurde in %2 gespeichert.</translation>
    </message>
    <message>
        <source>the removal of “%1” from %2</source>
        <translation>das Entfernen von „%1“ aus %2</translation>
    </message>
    <message>
        <source>“%1” was removed from %2.</source>
        <translation>„%1“ wurde aus %2 entfernt.</translation>
    </message>
    <message>
        <source>“%1” is in %2 again.</source>
        <translation>„%1“ ist wieder in %2.</translation>
    </message>
    <message>
        <source>Remove a panel</source>
        <translation>Panel entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” from %2? Its lines are taken out of the file; everything else stays.</source>
        <translation>„%1“ aus %2 entfernen? Seine Zeilen werden aus der Datei genommen; alles andere bleibt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>This panel cannot be copied</source>
        <translation>Dieses Panel lässt sich nicht kopieren</translation>
    </message>
    <message>
        <source>“%1” is a dashboard of Grafana&apos;s, which is shown and not written, and the short form has no words for what this panel has: %2.</source>
        <translation>„%1“ ist ein Grafana-Dashboard, das gezeigt und nicht geschrieben wird, und die Kurzform hat keine Worte für das, was dieses Panel hat: %2.</translation>
    </message>
    <message>
        <source>The workspace has no dashboard in the short form that it could be copied into.</source>
        <translation>Der Workspace hat kein Dashboard in der Kurzform, in das es kopiert werden könnte.</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Zurückgenommen: %1.</translation>
    </message>
    <message>
        <source>New panel</source>
        <translation>Neues Panel</translation>
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
        <translation>Panel bearbeiten</translation>
    </message>
    <message>
        <source>A new panel</source>
        <translation>Neues Panel</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Into %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else since this was opened. Nothing was written; copy what you need and open the panel again.</source>
        <translation>%1 wurde seit dem Öffnen von anderer Seite geändert. Nichts wurde geschrieben; Nötiges kopieren und das Panel neu öffnen.</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Cancel once more to give up what you changed.</source>
        <translation>Noch ist nichts gespeichert. Nochmals abbrechen, um die Änderungen zu verwerfen.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PanelForm</name>
    <message>
        <source>As it is counted</source>
        <translation>Wie gezählt</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>The dashboard&apos;s source</source>
        <translation>Quelle des Dashboards</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Nachkommastellen</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>found</source>
        <translation>ermittelt</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>Gerade</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Geglättet</translation>
    </message>
    <message>
        <source>Step before</source>
        <translation>Stufe davor</translation>
    </message>
    <message>
        <source>Step after</source>
        <translation>Stufe danach</translation>
    </message>
    <message>
        <source>Not stacked</source>
        <translation>Nicht gestapelt</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>Gestapelt</translation>
    </message>
    <message>
        <source>Stacked to 100 %</source>
        <translation>Gestapelt auf 100 %</translation>
    </message>
    <message>
        <source>Where there is room</source>
        <translation>Wo Platz ist</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Logarithmic, base 2</source>
        <translation>Logarithmisch, Basis 2</translation>
    </message>
    <message>
        <source>Logarithmic, base 10</source>
        <translation>Logarithmisch, Basis 10</translation>
    </message>
    <message>
        <source>Downwards</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>Gezeichnet als</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stapeln</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Darunter</translation>
    </message>
    <message>
        <source>At the right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Place of the legend</source>
        <translation>Platz der Legende</translation>
    </message>
    <message>
        <source>Place, in 24 columns</source>
        <translation>Platz, in 24 Spalten</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>A panel needs a title.</source>
        <translation>Ein Panel braucht einen Titel.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>Der Text ist leer.</translation>
    </message>
    <message>
        <source>Minimum and maximum are numbers, or empty.</source>
        <translation>Minimum und Maximum sind Zahlen oder leer.</translation>
    </message>
    <message>
        <source>The maximum must be more than the minimum.</source>
        <translation>Das Maximum muss über dem Minimum liegen.</translation>
    </message>
    <message>
        <source>A threshold has no number.</source>
        <translation>Eine Schwelle hat keine Zahl.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PanelQuestion</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PanelTableModel</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ParameterField</name>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>there are no choices; type a value</source>
        <translation>keine Auswahl vorhanden; einen Wert eingeben</translation>
    </message>
    <message>
        <source>the choices could not be had: %1</source>
        <translation>die Auswahl war nicht zu bekommen: %1</translation>
    </message>
    <message>
        <source>matches %1</source>
        <translation>passt zu %1</translation>
    </message>
    <message>
        <source>%1 The choices are being read.</source>
        <translation>%1 Die Auswahl wird gelesen.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PieChart</name>
    <message>
        <source>There is nothing to share out.</source>
        <translation>Es gibt nichts aufzuteilen.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message numerus="yes">
        <source>%n without a share: negative or no value</source>
        <translation>
            <numerusform>%n ohne Anteil: negativ oder kein Wert</numerusform>
            <numerusform>%n ohne Anteil: negativ oder kein Wert</numerusform>
        </translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>others (%1)</source>
        <translation>andere (%1)</translation>
    </message>
    <message>
        <source>others (%1): %2</source>
        <translation>andere (%1): %2</translation>
    </message>
</context>
<context>
    <name>Watchfloor::PromEdit</name>
    <message>
        <source>PromQL, for example sum by (service) (rate(http_requests_total[5m]))</source>
        <translation>PromQL, zum Beispiel sum by (service) (rate(http_requests_total[5m]))</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
</context>
<context>
    <name>Watchfloor::QueriesBody</name>
    <message>
        <source>Logs are drawn where there is a source of logs. This workspace has none.</source>
        <translation>Logs werden gezeigt, wo es eine Logquelle gibt. Dieser Workspace hat keine.</translation>
    </message>
    <message>
        <source>Panels of the kind &quot;%1&quot; are not drawn here.</source>
        <translation>Panels der Art „%1“ werden hier nicht gezeichnet.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>It has no queries.</source>
        <translation>Es hat keine Abfragen.</translation>
    </message>
    <message>
        <source>Copy the queries</source>
        <translation>Abfragen kopieren</translation>
    </message>
    <message>
        <source>Copy the query</source>
        <translation>Abfrage kopieren</translation>
    </message>
</context>
<context>
    <name>Watchfloor::QueryBrowser</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Asking for metrics…</source>
        <translation>Metriken werden abgefragt…</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What can be asked</source>
        <translation>Was sich abfragen lässt</translation>
    </message>
    <message>
        <source>What you ask is kept here.</source>
        <translation>Was Sie abfragen, bleibt hier.</translation>
    </message>
    <message>
        <source>A right click keeps or removes one.</source>
        <translation>Ein Rechtsklick merkt oder entfernt eine.</translation>
    </message>
    <message>
        <source>of unknown type</source>
        <translation>unbekannter Art</translation>
    </message>
    <message>
        <source>%1 of %2 metrics are listed; type to find others.</source>
        <translation>%1 von %2 Metriken gelistet; tippen, um andere zu finden.</translation>
    </message>
    <message numerus="yes">
        <source>%n metrics</source>
        <translation>
            <numerusform>%n Metrik</numerusform>
            <numerusform>%n Metriken</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation>Nicht mehr merken</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>Watchfloor::QueryEditor</name>
    <message>
        <source>One place up</source>
        <translation>Einen Platz nach oben</translation>
    </message>
    <message>
        <source>One place down</source>
        <translation>Einen Platz nach unten</translation>
    </message>
    <message>
        <source>Remove this query</source>
        <translation>Diese Abfrage entfernen</translation>
    </message>
    <message>
        <source>The panel&apos;s source</source>
        <translation>Quelle des Panels</translation>
    </message>
    <message>
        <source>Source of this query</source>
        <translation>Quelle dieser Abfrage</translation>
    </message>
    <message>
        <source>Names of the series: {{service}}</source>
        <translation>Namen der Reihen: {{service}}</translation>
    </message>
    <message>
        <source>Names of the series</source>
        <translation>Namen der Reihen</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>The least step: 30s, 5m; empty: as fine as is seen</source>
        <translation>Kleinster Schritt: 30s, 5m; leer: so fein wie sichtbar</translation>
    </message>
    <message>
        <source>Least step</source>
        <translation>Kleinster Schritt</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>What it is compared with, drawn dashed</source>
        <translation>Womit verglichen wird, gestrichelt gezeichnet</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Rows with a column a label instead of series</source>
        <translation>Zeilen mit einer Spalte je Label statt Reihen</translation>
    </message>
    <message>
        <source>Exemplars</source>
        <translation>Exemplare</translation>
    </message>
    <message>
        <source>Marks that lead to traces</source>
        <translation>Marken, die zu Traces führen</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Not asked and not shown</source>
        <translation>Nicht gefragt und nicht gezeigt</translation>
    </message>
    <message>
        <source>Query %1</source>
        <translation>Abfrage %1</translation>
    </message>
    <message>
        <source>Compared with nothing</source>
        <translation>Ohne Vergleich</translation>
    </message>
    <message>
        <source>Beside the hour before</source>
        <translation>Neben der Stunde davor</translation>
    </message>
    <message>
        <source>Beside the same time yesterday</source>
        <translation>Neben gestern zur selben Zeit</translation>
    </message>
    <message>
        <source>Beside the same time last week</source>
        <translation>Neben letzter Woche zur selben Zeit</translation>
    </message>
    <message>
        <source>Beside %1 before</source>
        <translation>Neben %1 davor</translation>
    </message>
</context>
<context>
    <name>Watchfloor::QueryList</name>
    <message>
        <source>Add a query</source>
        <translation>Abfrage hinzufügen</translation>
    </message>
    <message>
        <source>A panel of this kind needs a query.</source>
        <translation>Ein Panel dieser Art braucht eine Abfrage.</translation>
    </message>
    <message>
        <source>Query %1 is empty.</source>
        <translation>Abfrage %1 ist leer.</translation>
    </message>
    <message>
        <source>The step of query %1 is no duration such as 30s or 5m.</source>
        <translation>Der Schritt von Abfrage %1 ist keine Dauer wie 30s oder 5m.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::RowHeader</name>
    <message>
        <source>%1, folded</source>
        <translation>%1, eingeklappt</translation>
    </message>
    <message numerus="yes">
        <source>%n panels</source>
        <translation>
            <numerusform>%n Panel</numerusform>
            <numerusform>%n Panels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::RuleChart</name>
    <message>
        <source>   for %1</source>
        <translation>   seit %1</translation>
    </message>
    <message>
        <source>%1, %2 old</source>
        <translation>%1, %2 alt</translation>
    </message>
    <message>
        <source>What the rule watches has no series now.</source>
        <translation>Was die Regel beobachtet, hat jetzt keine Zeitreihen.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Frage an %1…</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>ausgelöst</translation>
    </message>
</context>
<context>
    <name>Watchfloor::RunPanel</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Ausführen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Not answered yet.</source>
        <translation>Noch keine Antwort.</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Undo is available: it runs the undo commands of the steps that ran, last one first.</source>
        <translation>Rückgängig ist möglich: die Rücknahmebefehle der gelaufenen Schritte, der letzte zuerst.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet: the intent is written to the audit log before anything runs.</source>
        <translation>Noch ist nichts protokolliert: die Absicht steht im Audit-Log, bevor etwas läuft.</translation>
    </message>
    <message>
        <source>Not recorded, and nothing ran.</source>
        <translation>Nicht protokolliert, und nichts lief.</translation>
    </message>
    <message>
        <source>Recorded #%1 to #%2</source>
        <translation>Protokolliert #%1 bis #%2</translation>
    </message>
    <message>
        <source>Recorded #%1</source>
        <translation>Protokolliert #%1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>the outcome will be the next record</source>
        <translation>das Ergebnis wird der nächste Eintrag</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>erfüllt: %1</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>nötig: %1</translation>
    </message>
    <message>
        <source>every 5 s while it runs</source>
        <translation>alle 5 s, solange es läuft</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>What the steps print will stand here.</source>
        <translation>Hier erscheint, was die Schritte ausgeben.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::RunbookListModel</name>
    <message>
        <source>checking</source>
        <translation>prüft</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>prüft Wirkung</translation>
    </message>
    <message>
        <source>dry run passed</source>
        <translation>Probelauf bestanden</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>refused by a gate</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>ran, not effective</source>
        <translation>ohne Wirkung</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>undoing</source>
        <translation>nimmt zurück</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>zurückgenommen</translation>
    </message>
</context>
<context>
    <name>Watchfloor::RunbookSection</name>
    <message>
        <source>Runbooks that match</source>
        <translation>Passende Runbooks</translation>
    </message>
    <message>
        <source>production is locked</source>
        <translation>Produktion ist gesperrt</translation>
    </message>
    <message>
        <source>unlock %1</source>
        <translation>%1 freigeben</translation>
    </message>
</context>
<context>
    <name>Watchfloor::RunbooksPage</name>
    <message>
        <source>Runbooks</source>
        <translation>Runbooks</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Disruptive</source>
        <translation>Störend</translation>
    </message>
    <message>
        <source>Destructive</source>
        <translation>Zerstörend</translation>
    </message>
    <message>
        <source>No runbooks</source>
        <translation>Keine Runbooks</translation>
    </message>
    <message>
        <source>Name Markdown files with steps under runbooks: in the workspace file.</source>
        <translation>In der Workspace-Datei unter runbooks: Markdown-Dateien mit Schritten eintragen.</translation>
    </message>
    <message>
        <source>%1 · %2 match now</source>
        <translation>%1 · %2 passend</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>A dot marks what an open alert asks for.</source>
        <translation>Ein Punkt zeigt, was ein offener Alarm verlangt.</translation>
    </message>
    <message>
        <source>%1 is held by %2: %3</source>
        <translation>%1 wird gehalten von %2: %3</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Choose a runbook</source>
        <translation>Runbook wählen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Run it, after a question</source>
        <translation>Ausführen, nach einer Rückfrage</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter</source>
        <translation>Ctrl+Shift+Enter</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Lauf anhalten</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SavedFilters</name>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Saved filter %1</source>
        <translation>Gespeicherter Filter %1</translation>
    </message>
    <message>
        <source>%1 (workspace)</source>
        <translation>%1 (Workspace)</translation>
    </message>
    <message>
        <source>No filter is saved yet</source>
        <translation>Noch kein Filter gespeichert</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save the changes to %1</source>
        <translation>Änderungen in %1 speichern</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>Filter umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Show all alerts</source>
        <translation>Alle Alarme zeigen</translation>
    </message>
    <message>
        <source>Save the filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message numerus="yes">
        <source>A name for %n term(s); one that is taken is replaced.</source>
        <translation>
            <numerusform>Ein Name für %n Bedingung; ein vergebener wird ersetzt.</numerusform>
            <numerusform>Ein Name für %n Bedingungen; ein vergebener wird ersetzt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::ServiceSection</name>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
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
        <translation>benötigt %1</translation>
    </message>
    <message>
        <source>all that it needs is healthy</source>
        <translation>alles, was er benötigt, ist gesund</translation>
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
        <translation>Budget</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>depends on</source>
        <translation>hängt ab von</translation>
    </message>
</context>
<context>
    <name>Watchfloor::Session</name>
    <message>
        <source>Production is locked. Unlock it in the top bar first.</source>
        <translation>Produktion ist gesperrt. Zuerst oben in der Leiste freigeben.</translation>
    </message>
    <message>
        <source>Its end was never recorded: its outcome is unknown. Check the target; the last step that began was: %1</source>
        <translation>Sein Ende wurde nie protokolliert, das Ergebnis ist unbekannt. Das Ziel prüfen; der zuletzt begonnene Schritt war: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>What was acknowledged before is not known; the damaged file is kept as %1.</source>
        <translation>Was zuvor quittiert wurde, ist unbekannt; die beschädigte Datei bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>There is no data folder to record it in.</source>
        <translation>Es gibt keinen Datenordner, um es zu protokollieren.</translation>
    </message>
    <message>
        <source>The silence behind the acknowledgement still mutes; it is ended as soon as that can be done.</source>
        <translation>Die Stummschaltung hinter der Quittierung wirkt noch; sie wird beendet, sobald das geht.</translation>
    </message>
    <message>
        <source>It is acknowledged here alone: no Alertmanager lists it, so nothing was silenced.</source>
        <translation>Er ist nur hier quittiert: kein Alertmanager führt ihn, also wurde nichts stummgeschaltet.</translation>
    </message>
    <message>
        <source>It is acknowledged here alone: one of its labels cannot be matched by a silence.</source>
        <translation>Er ist nur hier quittiert: eines seiner Labels kann von einer Stummschaltung nicht getroffen werden.</translation>
    </message>
    <message>
        <source>%1 escalated to %2</source>
        <translation>%1 eskaliert an %2</translation>
    </message>
    <message>
        <source>Your saved filters cannot be read; the damaged file is kept as %1.</source>
        <translation>Die gespeicherten Filter sind nicht lesbar; die beschädigte Datei bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>The filter is there until the console ends.</source>
        <translation>Der Filter besteht, bis die Konsole endet.</translation>
    </message>
    <message>
        <source>Which silences were still to be ended is not known; look at those that mute now. The damaged file is kept as %1.</source>
        <translation>Welche Stummschaltungen noch zu beenden waren, ist unbekannt; sehen Sie die geltenden durch. Die beschädigte Datei bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>Since when alerts were open before is not known; the damaged file is kept as %1.</source>
        <translation>Seit wann Alarme zuvor offen waren, ist unbekannt; die beschädigte Datei bleibt als %1 erhalten.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ShiftBars</name>
    <message>
        <source>Alerts by shift</source>
        <translation>Alarme nach Schicht</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n alert(s)</source>
        <translation>
            <numerusform>%1: %n Alarm</numerusform>
            <numerusform>%1: %n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody&apos;s</source>
        <translation>niemandes</translation>
    </message>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>%n kritisch</numerusform>
            <numerusform>%n kritisch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken on</source>
        <translation>
            <numerusform>%n nicht übernommen</numerusform>
            <numerusform>%n nicht übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>taken on after %1</source>
        <translation>übernommen nach %1</translation>
    </message>
    <message>
        <source>time to take on not known</source>
        <translation>Zeit bis zur Übernahme unbekannt</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>ruhig</translation>
    </message>
</context>
<context>
    <name>Watchfloor::ShiftWords</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Nacht</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilenceActions</name>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>+1 h</source>
        <translation>+1 h</translation>
    </message>
    <message>
        <source>+4 h</source>
        <translation>+4 h</translation>
    </message>
    <message>
        <source>Until tomorrow 09:00</source>
        <translation>Bis morgen 09:00</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>Beenden…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Als JSON</translation>
    </message>
    <message>
        <source>As amtool commands</source>
        <translation>Als amtool-Befehle</translation>
    </message>
    <message>
        <source>Silence again…</source>
        <translation>Erneut stummschalten…</translation>
    </message>
    <message numerus="yes">
        <source>Yes, end %n</source>
        <translation>
            <numerusform>Ja, %n beenden</numerusform>
            <numerusform>Ja, %n beenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Ends later now: %1 of %2.</source>
        <translation>Enden jetzt später: %1 von %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) will be told again.</source>
        <translation>
            <numerusform>%n Alarm wird wieder gemeldet.</numerusform>
            <numerusform>%n Alarme werden wieder gemeldet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended %1 of %2.</source>
        <translation>Beendet: %1 von %2.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Frage läuft…</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n silence(s).</source>
        <translation>
            <numerusform>%n Stummschaltung kopiert.</numerusform>
            <numerusform>%n Stummschaltungen kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilenceDialog</name>
    <message>
        <source>Silence</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>New silence</source>
        <translation>Neue Stummschaltung</translation>
    </message>
    <message>
        <source>Add a matcher: env=&quot;production&quot;</source>
        <translation>Matcher eingeben: env=&quot;production&quot;</translation>
    </message>
    <message>
        <source>Mutes what matches all of</source>
        <translation>Schaltet stumm, was auf alle passt</translation>
    </message>
    <message>
        <source>Why, and who knows about it</source>
        <translation>Warum, und wer davon weiß</translation>
    </message>
    <message>
        <source>Comment (needed)</source>
        <translation>Kommentar (nötig)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The workspace names no Alertmanager, so there is none to keep a silence.</source>
        <translation>Der Workspace nennt keinen Alertmanager, also hält keiner eine Stummschaltung.</translation>
    </message>
    <message>
        <source>“%1” is not a matcher yet: press Enter behind it, or empty the field.</source>
        <translation>„%1“ ist noch kein Matcher: dahinter Enter drücken oder das Feld leeren.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Frage an %1…</translation>
    </message>
    <message>
        <source>%1 keeps the silence; it was read back.</source>
        <translation>%1 hält die Stummschaltung; sie wurde zurückgelesen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Alertmanager, or cluster of them</source>
        <translation>Alertmanager oder Alertmanager-Cluster</translation>
    </message>
    <message>
        <source>Silence again</source>
        <translation>Erneut stummschalten</translation>
    </message>
    <message>
        <source>Change a silence</source>
        <translation>Stummschaltung ändern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 has ended meanwhile: saving makes a new silence.</source>
        <translation>%1 ist inzwischen beendet: Speichern legt eine neue Stummschaltung an.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile: it ends %2 now. Saving writes over that.</source>
        <translation>%1 wurde inzwischen von anderer Seite geändert: Ende ist jetzt %2. Speichern überschreibt das.</translation>
    </message>
    <message>
        <source>Other matchers make a new silence with a new id; %1 ends.</source>
        <translation>Andere Matcher ergeben eine neue Stummschaltung mit neuer ID; %1 endet.</translation>
    </message>
    <message>
        <source>It keeps its id, %1…, and its author, %2.</source>
        <translation>Sie behält ihre ID, %1…, und %2 als Urheber.</translation>
    </message>
    <message>
        <source>It is a new silence, %1…; %2… has ended.</source>
        <translation>Es ist eine neue Stummschaltung, %1…; %2… ist beendet.</translation>
    </message>
    <message>
        <source>The silence stands on %1.</source>
        <translation>Die Stummschaltung steht auf %1.</translation>
    </message>
    <message>
        <source>The silence is no longer there: alerts are told.</source>
        <translation>Die Stummschaltung ist nicht mehr da: Alarme werden gemeldet.</translation>
    </message>
    <message>
        <source>%1 does not have it yet.</source>
        <translation>%1 hat sie noch nicht.</translation>
    </message>
    <message>
        <source>%1 was not asked yet.</source>
        <translation>%1 wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>%1 cannot be asked.</source>
        <translation>%1 lässt sich nicht fragen.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilenceTableModel</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Not yet begun</source>
        <translation>Noch nicht begonnen</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Matchers</source>
        <translation>Matcher</translation>
    </message>
    <message>
        <source>Matches now</source>
        <translation>Trifft jetzt</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>begins in %1, for %2</source>
        <translation>beginnt in %1, für %2</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt…</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n still firing</source>
        <translation>
            <numerusform>%1, %n offen</numerusform>
            <numerusform>%1, %n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, not %2</source>
        <translation>%1, nicht %2</translation>
    </message>
    <message>
        <source>From %1 until %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation>%1 hat sie</translation>
    </message>
    <message>
        <source>%1 was not asked since it changed</source>
        <translation>%1 wurde seit der Änderung nicht gefragt</translation>
    </message>
    <message>
        <source>%1 does not have it</source>
        <translation>%1 hat sie nicht</translation>
    </message>
    <message>
        <source>%1 has it with another end, state or matchers</source>
        <translation>%1 hat sie mit anderem Ende, Zustand oder anderen Matchern</translation>
    </message>
    <message>
        <source>%1 cannot be asked</source>
        <translation>%1 lässt sich nicht fragen</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>Steht auf</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilenceTimes</name>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Length, as 2h30m</source>
        <translation>Dauer, wie 2h30m</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>+1 h</source>
        <translation>+1 h</translation>
    </message>
    <message>
        <source>+4 h</source>
        <translation>+4 h</translation>
    </message>
    <message>
        <source>Until tomorrow 09:00</source>
        <translation>Bis morgen 09:00</translation>
    </message>
    <message>
        <source>“%1” is not a length: 2h30m would be one.</source>
        <translation>„%1“ ist keine Dauer: 2h30m wäre eine.</translation>
    </message>
    <message>
        <source>That is over already.</source>
        <translation>Das ist schon vorbei.</translation>
    </message>
    <message>
        <source>It would end before it begins.</source>
        <translation>Das Ende läge vor dem Beginn.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>until %1, in %2 (%3)</source>
        <translation>bis %1, noch %2 (%3)</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilencesView</name>
    <message>
        <source>Filter silences…</source>
        <translation>Stummschaltungen filtern…</translation>
    </message>
    <message>
        <source>New silence…</source>
        <translation>Neue Stummschaltung…</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Not yet begun</source>
        <translation>Noch nicht begonnen</translation>
    </message>
    <message>
        <source>Match nothing</source>
        <translation>Treffen nichts</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>No silence matches the filter</source>
        <translation>Keine Stummschaltung passt zum Filter</translation>
    </message>
    <message>
        <source>No silence stands</source>
        <translation>Keine Stummschaltung aktiv</translation>
    </message>
    <message>
        <source>Every alert that fires is told.</source>
        <translation>Jeder ausgelöste Alarm wird gemeldet.</translation>
    </message>
    <message>
        <source>There is no such silence</source>
        <translation>Es gibt keine solche Stummschaltung</translation>
    </message>
    <message numerus="yes">
        <source>A silence ends in %1 while %n alert(s) of it still fire.</source>
        <translation>
            <numerusform>Eine Stummschaltung endet in %1, und %n Alarm davon ist noch ausgelöst.</numerusform>
            <numerusform>Eine Stummschaltung endet in %1, und %n Alarme davon sind noch ausgelöst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Extend by 1 h</source>
        <translation>Um 1 h verlängern</translation>
    </message>
    <message numerus="yes">
        <source>%n silence(s) cannot be read here and are not in the list.</source>
        <translation>
            <numerusform>%n Stummschaltung ist hier nicht lesbar und nicht in der Liste.</numerusform>
            <numerusform>%n Stummschaltungen sind hier nicht lesbar und nicht in der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Choose a silence; with Shift more of them, Ctrl+A all</source>
        <translation>Stummschaltung wählen; mit Shift mehrere, Ctrl+A alle</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>A new silence</source>
        <translation>Neue Stummschaltung</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>End the chosen; a second time says yes</source>
        <translation>Gewählte beenden; ein zweites Mal bestätigt</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>Filter silences</source>
        <translation>Stummschaltungen filtern</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the chosen as text</source>
        <translation>Gewählte als Text kopieren</translation>
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
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>SLI</source>
        <translation>SLI</translation>
    </message>
    <message>
        <source>Budget left</source>
        <translation>Budget übrig</translation>
    </message>
    <message>
        <source>Burn 5 m</source>
        <translation>Rate 5 min</translation>
    </message>
    <message>
        <source>Burn 1 h</source>
        <translation>Rate 1 h</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Regelung</translation>
    </message>
    <message>
        <source>Empty at</source>
        <translation>Leer am</translation>
    </message>
    <message>
        <source>On track</source>
        <translation>Im Plan</translation>
    </message>
    <message>
        <source>Above pace</source>
        <translation>Über Plan</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Alarmierung</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Deploy-Stopp</translation>
    </message>
    <message>
        <source>Exhausted</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>No traffic</source>
        <translation>Kein Verkehr</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Blind</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SlosPage</name>
    <message>
        <source>Objectives</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Filter objectives</source>
        <translation>Ziele filtern</translation>
    </message>
    <message>
        <source>No objectives</source>
        <translation>Keine Ziele</translation>
    </message>
    <message>
        <source>Name OpenSLO or Sloth files under slos: in the workspace file.</source>
        <translation>In der Workspace-Datei unter slos: OpenSLO- oder Sloth-Dateien eintragen.</translation>
    </message>
    <message>
        <source>Budget burn-down</source>
        <translation>Budgetverlauf</translation>
    </message>
    <message>
        <source>No objective is chosen</source>
        <translation>Kein Ziel gewählt</translation>
    </message>
    <message>
        <source>SLI so far</source>
        <translation>SLI bisher</translation>
    </message>
    <message>
        <source>Budget left</source>
        <translation>Budget übrig</translation>
    </message>
    <message>
        <source>Events left</source>
        <translation>Ereignisse übrig</translation>
    </message>
    <message>
        <source>Burn, 5 min and 1 h</source>
        <translation>Rate, 5 min und 1 h</translation>
    </message>
    <message>
        <source>Empty at the 5 min rate</source>
        <translation>Leer bei der 5-min-Rate</translation>
    </message>
    <message>
        <source>Burn rate by window</source>
        <translation>Verbrauchsrate</translation>
    </message>
    <message>
        <source>log scale, mark = limit</source>
        <translation>log., Strich = Grenze</translation>
    </message>
    <message>
        <source>Error ratio</source>
        <translation>Fehlerquote</translation>
    </message>
    <message>
        <source>No error ratio was answered yet.</source>
        <translation>Noch keine Fehlerquote erhalten.</translation>
    </message>
    <message>
        <source>The arithmetic</source>
        <translation>Die Rechnung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Choose an objective</source>
        <translation>Ziel wählen</translation>
    </message>
    <message>
        <source>%1 over %2, %3</source>
        <translation>%1 über %2, %3</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>The first answer is under way.</source>
        <translation>Die erste Antwort ist unterwegs.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>and %1</source>
        <translation>und %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>not in this window</source>
        <translation>nicht im Fenster</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 übrig</translation>
    </message>
    <message>
        <source>empty %1</source>
        <translation>leer: %1</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>page %1x</source>
        <translation>Alarm %1x</translation>
    </message>
    <message>
        <source>ticket %1x</source>
        <translation>Ticket %1x</translation>
    </message>
    <message>
        <source>error ratio</source>
        <translation>Fehlerquote</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>5 min and 1 h both over %1x</source>
        <translation>5 min und 1 h über %1x</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>over %1x for %2</source>
        <translation>über %1x für %2</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>below %1 left; then only repairs are deployed</source>
        <translation>unter %1: nur noch Reparaturen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1, log scale</source>
        <translation>%1, log. Skala</translation>
    </message>
    <message>
        <source>log scale</source>
        <translation>log. Skala</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SoundPlayer</name>
    <message>
        <source>The audio system does not play.</source>
        <translation>Das Audiosystem gibt nichts wieder.</translation>
    </message>
    <message>
        <source>There is no audio device.</source>
        <translation>Es gibt kein Audiogerät.</translation>
    </message>
    <message>
        <source>The sound %1 cannot be played on this machine.</source>
        <translation>Der Ton %1 lässt sich auf diesem Rechner nicht abspielen.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SourceTableModel</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Queries of panels in the last minute</source>
        <translation>Abfragen von Panels in der letzten Minute</translation>
    </message>
    <message>
        <source>Bytes that came in the last minute</source>
        <translation>Bytes, die in der letzten Minute kamen</translation>
    </message>
    <message>
        <source>How long the server took for the last minute&apos;s queries, summed up</source>
        <translation>Wie lange der Server für die Abfragen der letzten Minute brauchte, summiert</translation>
    </message>
    <message>
        <source>Queries/min</source>
        <translation>Abfragen/min</translation>
    </message>
    <message>
        <source>Bytes/min</source>
        <translation>Bytes/min</translation>
    </message>
    <message>
        <source>Server/min</source>
        <translation>Server/min</translation>
    </message>
    <message>
        <source>In the last minute: %1 for what is new of a range, %2 for a whole range, %3 for a moment.</source>
        <translation>In der letzten Minute: %1 für Neues eines Zeitraums, %2 für ganze Zeiträume, %3 für einen Zeitpunkt.</translation>
    </message>
    <message>
        <source>Half of the latest answers took %1 or less.</source>
        <translation>Die Hälfte der letzten Antworten brauchte höchstens %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n were left out, because the one before had not come back.</source>
        <translation>
            <numerusform>%n wurde ausgelassen, weil die vorige noch nicht zurück war.</numerusform>
            <numerusform>%n wurden ausgelassen, weil die jeweils vorige noch nicht zurück war.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is slow: panels ask every %1.</source>
        <translation>Sie ist langsam: Panels fragen alle %1.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::SourcesPage</name>
    <message>
        <source>No source is chosen</source>
        <translation>Keine Quelle gewählt</translation>
    </message>
    <message>
        <source>What is wrong with the workspace&apos;s files</source>
        <translation>Was an den Workspace-Dateien falsch ist</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>the last good workspace is shown</source>
        <translation>der letzte gute Workspace wird gezeigt</translation>
    </message>
    <message>
        <source>No sources</source>
        <translation>Keine Quellen</translation>
    </message>
    <message>
        <source>Name a Prometheus, an Alertmanager or a /metrics page under sources: in the workspace file.</source>
        <translation>In der Workspace-Datei unter sources: ein Prometheus, einen Alertmanager oder eine /metrics-Seite eintragen.</translation>
    </message>
    <message>
        <source>What it serves</source>
        <translation>Was sie liefert</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>Choose a source</source>
        <translation>Quelle wählen</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>It answered %1 ago.</source>
        <translation>Antwort kam vor %1.</translation>
    </message>
    <message>
        <source>It is being asked for the first time.</source>
        <translation>Sie wird zum ersten Mal gefragt.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Failing for</source>
        <translation>Gestört seit</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n sample(s)</source>
        <translation>
            <numerusform>%1, %n Messwert</numerusform>
            <numerusform>%1, %n Messwerte</numerusform>
        </translation>
    </message>
    <message>
        <source>Silences</source>
        <translation>Stummschaltungen</translation>
    </message>
    <message>
        <source>Open alerts</source>
        <translation>Offene Alarme</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>%1/min by panels</source>
        <translation>%1/min von Panels</translation>
    </message>
    <message>
        <source>Of them</source>
        <translation>Davon</translation>
    </message>
    <message>
        <source>%1 of what is new, %2 of whole ranges</source>
        <translation>%1 für Neues, %2 für ganze Zeiträume</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>%1/min</source>
        <translation>%1/min</translation>
    </message>
    <message>
        <source>Server time</source>
        <translation>Serverzeit</translation>
    </message>
    <message>
        <source>%1/min, half of them within %2</source>
        <translation>%1/min, die Hälfte innerhalb %2</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>%1/min, still under way</source>
        <translation>%1/min, noch unterwegs</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>panels ask every %1</source>
        <translation>Panels fragen alle %1</translation>
    </message>
    <message>
        <source>Left to %1</source>
        <translation>Überlassen: %1</translation>
    </message>
    <message>
        <source>not read: it offers no remote read</source>
        <translation>nicht gelesen: es bietet kein Remote Read</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StatGrid</name>
    <message>
        <source>There is no value.</source>
        <translation>Es gibt keinen Wert.</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StateChip</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Flapping</source>
        <translation>Flattert</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StateChips</name>
    <message>
        <source>worst first</source>
        <translation>Schlimmstes zuerst</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>sorted</comment>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>%1 of %2 match · %3</source>
        <translation>%1 von %2 passen · %3</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <comment>alerts</comment>
        <translation>%1 gewählt</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StateTimeline</name>
    <message>
        <source>Nothing happened in this span.</source>
        <translation>In dieser Zeit geschah nichts.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StatusHistory</name>
    <message>
        <source>There are no samples in this range.</source>
        <translation>In diesem Zeitraum gibt es keine Messwerte.</translation>
    </message>
    <message>
        <source>no sample</source>
        <translation>kein Messwert</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StatusLine</name>
    <message>
        <source>frame %1 ms</source>
        <translation>Bild %1 ms</translation>
    </message>
    <message>
        <source>%1 queries/min, %2/min</source>
        <translation>%1 Abfragen/min, %2/min</translation>
    </message>
    <message numerus="yes">
        <source>workspace file has %n fault(s), the last good one is shown</source>
        <translation>
            <numerusform>Workspace-Datei hat %n Fehler, die letzte gute wird gezeigt</numerusform>
            <numerusform>Workspace-Datei hat %n Fehler, die letzte gute wird gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot record: actions are locked</source>
        <translation>kein Protokoll möglich: Aktionen gesperrt</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>protokolliert</translation>
    </message>
    <message>
        <source>? keys</source>
        <translation>? Tasten</translation>
    </message>
    <message>
        <source>not recording</source>
        <translation>protokolliert nicht</translation>
    </message>
</context>
<context>
    <name>Watchfloor::StepCard</name>
    <message>
        <source>query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>within %1 · for %2</source>
        <translation>innerhalb %1 · für %2</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>innerhalb %1</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>führt aus</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>time allowed</source>
        <translation>erlaubte Zeit</translation>
    </message>
    <message>
        <source>via shell</source>
        <translation>über die Shell</translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s)</source>
        <translation>
            <numerusform>%n Argument</numerusform>
            <numerusform>%n Argumente</numerusform>
        </translation>
    </message>
    <message>
        <source>ran</source>
        <translation>ausgeführt</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>Exit %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>at the gate</source>
        <translation>bei der Vorbedingung</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>am Ende</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>now, %1 old</source>
        <translation>jetzt, %1 alt</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TableBody</name>
    <message>
        <source>Which of the panel&apos;s tables is shown</source>
        <translation>Welche der Tabellen des Panels gezeigt wird</translation>
    </message>
    <message>
        <source>Least first</source>
        <translation>Kleinste zuerst</translation>
    </message>
    <message>
        <source>Greatest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>As answered</source>
        <translation>Wie beantwortet</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filter…</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Wieder alle zeigen</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TalkerTableModel</name>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Höchste</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Starts</translation>
    </message>
    <message>
        <source>Firing for</source>
        <translation>Auslösedauer</translation>
    </message>
    <message>
        <source>Not taken on</source>
        <translation>Unquittiert</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TimeChart</name>
    <message>
        <source>No samples in this span.</source>
        <translation>Keine Messwerte in dieser Zeit.</translation>
    </message>
    <message>
        <source>%1 · %2 earlier</source>
        <comment>a series and how long ago</comment>
        <translation>%1 · %2 früher</translation>
    </message>
    <message>
        <source>Exemplar %1</source>
        <comment>a time</comment>
        <translation>Exemplar %1</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TopBar</name>
    <message>
        <source>Last %1</source>
        <translation>Letzte %1</translation>
    </message>
    <message>
        <source>Search, or type &gt; to run…</source>
        <translation>Suchen, oder &gt; zum Ausführen…</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Wall (F11)</source>
        <translation>Wandanzeige (F11)</translation>
    </message>
    <message>
        <source>Actions unlocked</source>
        <translation>Aktionen frei</translation>
    </message>
    <message>
        <source>Actions locked</source>
        <translation>Aktionen gesperrt</translation>
    </message>
    <message>
        <source>held by %1 since %2</source>
        <translation>gehalten von %1 seit %2</translation>
    </message>
    <message>
        <source>Workspace file is faulty</source>
        <translation>Workspace-Datei fehlerhaft</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message numerus="yes">
        <source>Unlock for %n minute(s)</source>
        <translation>
            <numerusform>%n Minute freigeben</numerusform>
            <numerusform>%n Minuten freigeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Refresh now (F5)</source>
        <translation>Jetzt aktualisieren (F5)</translation>
    </message>
    <message>
        <source>As each source says</source>
        <translation>Wie je Quelle angegeben</translation>
    </message>
    <message>
        <source>Every %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Notifications…</source>
        <translation>Benachrichtigungen…</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TouchedView</name>
    <message>
        <source>What it touches</source>
        <translation>Was es berührt</translation>
    </message>
    <message>
        <source>nothing that the workspace names as depending on it</source>
        <translation>nichts, was laut Workspace davon abhängt</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n Dienst</numerusform>
            <numerusform>%n Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>SLO budgets</source>
        <translation>SLO-Budgets</translation>
    </message>
    <message>
        <source>left now</source>
        <translation>jetzt übrig</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>open on what it touches</source>
        <translation>offen auf dem, was es berührt</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TraceWords</name>
    <message>
        <source>every alert</source>
        <translation>jeder Alarm</translation>
    </message>
    <message>
        <source>default route</source>
        <translation>Standardroute</translation>
    </message>
    <message>
        <source>receiver %1</source>
        <translation>Empfänger %1</translation>
    </message>
    <message>
        <source>tells nobody</source>
        <translation>meldet niemandem</translation>
    </message>
    <message>
        <source>the route is muted by %1, without an end within a year</source>
        <translation>die Route ist durch %1 stumm, ohne Ende innerhalb eines Jahres</translation>
    </message>
    <message>
        <source>the route is muted by %1 until %2</source>
        <translation>die Route ist durch %1 stumm bis %2</translation>
    </message>
    <message>
        <source>the route is active only in %1, not within a year</source>
        <translation>die Route ist nur in %1 aktiv, innerhalb eines Jahres nicht</translation>
    </message>
    <message>
        <source>the route is active only in %1, next at %2</source>
        <translation>die Route ist nur in %1 aktiv, wieder ab %2</translation>
    </message>
    <message>
        <source>another alert that fires holds it back</source>
        <translation>ein anderer ausgelöster Alarm hält ihn zurück</translation>
    </message>
    <message>
        <source>%1 fires and holds it back</source>
        <translation>%1 ist ausgelöst und hält ihn zurück</translation>
    </message>
    <message>
        <source>%1 of %2 fires and holds it back</source>
        <translation>%1 von %2 ist ausgelöst und hält ihn zurück</translation>
    </message>
    <message>
        <source>a silence that is not known here mutes it</source>
        <translation>eine hier unbekannte Stummschaltung schaltet ihn stumm</translation>
    </message>
    <message>
        <source>silenced by %1 until %2</source>
        <translation>stummgeschaltet von %1 bis %2</translation>
    </message>
    <message>
        <source>Sent to %1 at %2.</source>
        <translation>Gesendet an %1: %2.</translation>
    </message>
    <message>
        <source>Not sent yet: the group waits until %1, in %2.</source>
        <translation>Noch nicht gesendet: die Gruppe wartet bis %1, noch %2.</translation>
    </message>
    <message>
        <source>Not sent yet.</source>
        <translation>Noch nicht gesendet.</translation>
    </message>
    <message>
        <source>Sent to %1 at %2, and not since: %3.</source>
        <translation>Gesendet an %1 (%2), seither nicht: %3.</translation>
    </message>
    <message>
        <source>Not sent: %1.</source>
        <translation>Nicht gesendet: %1.</translation>
    </message>
    <message>
        <source>Not sent yet: it is pending in Prometheus and fires in %1 if it stays true.</source>
        <translation>Noch nicht gesendet: er wartet in Prometheus und löst in %1 aus, wenn es so bleibt.</translation>
    </message>
    <message>
        <source>Not sent yet: it is pending in Prometheus.</source>
        <translation>Noch nicht gesendet: er wartet in Prometheus.</translation>
    </message>
    <message>
        <source>No member of %1 has it: nobody was told of it there.</source>
        <translation>Kein Mitglied von %1 hat ihn: dort wurde er niemandem gemeldet.</translation>
    </message>
    <message>
        <source>%1 does not have it: nobody was told of it there.</source>
        <translation>%1 hat ihn nicht: dort wurde er niemandem gemeldet.</translation>
    </message>
    <message>
        <source>It is over. It was sent to %1 at %2.</source>
        <translation>Er ist vorbei. Gesendet an %1: %2.</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>Er ist vorbei.</translation>
    </message>
    <message>
        <source>%1 has it, but its routes are not known: whom it told cannot be said.</source>
        <translation>%1 hat ihn, doch seine Routen sind unbekannt: wem er gemeldet wurde, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>%1 cannot be asked: whether it told anybody is not known.</source>
        <translation>%1 lässt sich nicht fragen: ob er jemandem gemeldet wurde, ist unbekannt.</translation>
    </message>
    <message>
        <source>Grouped with no other alert</source>
        <translation>Mit keinem anderen Alarm gruppiert</translation>
    </message>
    <message>
        <source>All alerts of the route are one group</source>
        <translation>Alle Alarme der Route sind eine Gruppe</translation>
    </message>
    <message>
        <source>Grouped by %1</source>
        <translation>Gruppiert nach %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n alert(s) in it</source>
        <translation>
            <numerusform>%1, %n Alarm darin</numerusform>
            <numerusform>%1, %n Alarme darin</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Sent again at %2 if nothing in it changes.</source>
        <translation>%1. Wird %2 erneut gesendet, wenn sich darin nichts ändert.</translation>
    </message>
    <message>
        <source>It would go to %1, %2 after it fires.</source>
        <translation>Er ginge an %1, %2 nach dem Auslösen.</translation>
    </message>
    <message>
        <source>On one route not now: %1.</source>
        <translation>Auf einer Route jetzt nicht: %1.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>By the rule that %1 holds back %2.</source>
        <translation>Nach der Regel: %1 hält %2 zurück.</translation>
    </message>
    <message>
        <source>By the rule that %1 holds back %2 of the same %3.</source>
        <translation>Nach der Regel: %1 hält %2 bei gleichem %3 zurück.</translation>
    </message>
    <message>
        <source>%1 cannot be asked: a second page from it is possible</source>
        <translation>%1 lässt sich nicht fragen: eine zweite Alarmierung von dort ist möglich</translation>
    </message>
    <message>
        <source>%1 cannot be asked: a page from it is possible</source>
        <translation>%1 lässt sich nicht fragen: eine Alarmierung von dort ist möglich</translation>
    </message>
    <message>
        <source>%1 does not list it.</source>
        <translation>%1 führt ihn nicht.</translation>
    </message>
    <message>
        <source>The members of %1 do not have the same configuration.</source>
        <translation>Die Mitglieder von %1 haben nicht dieselbe Konfiguration.</translation>
    </message>
    <message>
        <source>A part of its configuration cannot be read here: another route may apply.</source>
        <translation>Ein Teil seiner Konfiguration ist hier nicht lesbar: eine andere Route könnte gelten.</translation>
    </message>
    <message>
        <source>Why you were notified</source>
        <translation>Warum benachrichtigt wurde</translation>
    </message>
    <message>
        <source>Whether you were notified</source>
        <translation>Ob benachrichtigt wurde</translation>
    </message>
    <message>
        <source>Why you were not notified</source>
        <translation>Warum nicht benachrichtigt wurde</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Times are computed from its configuration (group_wait %1, group_interval %2, repeat_interval %3); no Alertmanager tells when it sends.</source>
        <translation>Zeiten sind aus seiner Konfiguration berechnet (group_wait %1, group_interval %2, repeat_interval %3); kein Alertmanager sagt, wann er sendet.</translation>
    </message>
</context>
<context>
    <name>Watchfloor::TruthBar</name>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>blind</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>gesund</translation>
    </message>
    <message>
        <source>Truth bar</source>
        <translation>Wahrheitsleiste</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <comment>raw metrics pages</comment>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Raw /metrics pages that are polled directly</source>
        <translation>/metrics-Seiten, die direkt abgefragt werden</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n Endpunkt</numerusform>
            <numerusform>%n Endpunkte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::VariableBar</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>label=&quot;value&quot;</source>
        <translation>label=&quot;wert&quot;</translation>
    </message>
    <message>
        <source>A filter is a label, one of = != =~ !~, and a value.</source>
        <translation>Ein Filter ist ein Label, eines von = != =~ !~ und ein Wert.</translation>
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
        <translation>Keine Dienste in diesem Workspace</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1, limit %2</source>
        <translation>%1, Grenze %2</translation>
    </message>
    <message>
        <source>failing for</source>
        <translation>gestört seit</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>budget left</source>
        <translation>Budget übrig</translation>
    </message>
    <message>
        <source>empty %1</source>
        <translation>leer: %1</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>zuständig</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht quittiert</translation>
    </message>
    <message>
        <source>respond in</source>
        <translation>reagieren in</translation>
    </message>
    <message>
        <source>also</source>
        <translation>auch</translation>
    </message>
    <message>
        <source>acked</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>nothing else fires</source>
        <translation>sonst nichts ausgelöst</translation>
    </message>
    <message>
        <source>error budget left</source>
        <translation>Budget übrig</translation>
    </message>
    <message>
        <source>overdue by</source>
        <translation>überfällig</translation>
    </message>
</context>
<context>
    <name>Watchfloor::WallHeader</name>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <comment>raw metrics pages</comment>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s)</source>
        <translation>
            <numerusform>%n Prüfung</numerusform>
            <numerusform>%n Prüfungen</numerusform>
        </translation>
    </message>
    <message>
        <source>times in UTC</source>
        <translation>Zeiten in UTC</translation>
    </message>
    <message>
        <source>oldest data</source>
        <translation>älteste Daten</translation>
    </message>
</context>
<context>
    <name>Watchfloor::WallWindow</name>
    <message>
        <source>Watchfloor wall</source>
        <translation>Watchfloor-Wandanzeige</translation>
    </message>
</context>
</TS>
