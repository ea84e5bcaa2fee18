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
    <name>Watchfloor::AlertDelegate</name>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
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
        <source>by another alert</source>
        <translation>durch anderen Alarm</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>by a silence</source>
        <translation>durch eine Stummschaltung</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertDetail</name>
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
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
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
        <source>RUNBOOKS THAT MATCH</source>
        <translation>PASSENDE RUNBOOKS</translation>
    </message>
    <message>
        <source>THE RULE, AS IT RAN</source>
        <translation>DIE REGEL IM VERLAUF</translation>
    </message>
    <message>
        <source>BUDGET</source>
        <translation>BUDGET</translation>
    </message>
    <message>
        <source>open SLO</source>
        <translation>SLO öffnen</translation>
    </message>
    <message>
        <source>LABELS</source>
        <translation>LABELS</translation>
    </message>
    <message>
        <source>ANNOTATIONS</source>
        <translation>ANNOTATIONEN</translation>
    </message>
    <message>
        <source>WHO SAYS SO</source>
        <translation>WER ES MELDET</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
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
    <message>
        <source>Let go</source>
        <translation>Abgeben</translation>
    </message>
    <message>
        <source>It left while what raised it cannot be seen. It is kept as last seen, not called recovered.</source>
        <translation>Er verschwand, während sein Ursprung nicht sichtbar ist. Er bleibt wie zuletzt gesehen und gilt nicht als behoben.</translation>
    </message>
    <message>
        <source>What the rule watches has no series any more: nobody measures whether it recovered.</source>
        <translation>Was die Regel beobachtet, hat keine Zeitreihen mehr: niemand misst, ob es behoben ist.</translation>
    </message>
    <message numerus="yes">
        <source>Muted by %n silence(s).</source>
        <translation>
            <numerusform>Stumm durch %n Stummschaltung.</numerusform>
            <numerusform>Stumm durch %n Stummschaltungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Muted by another alert that fires.</source>
        <translation>Stumm durch einen anderen ausgelösten Alarm.</translation>
    </message>
    <message>
        <source>production is locked</source>
        <translation>Produktion gesperrt</translation>
    </message>
    <message>
        <source>BUDGET: %1, %2</source>
        <translation>BUDGET: %1, %2</translation>
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
    <message>
        <source>expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>this console</source>
        <translation>diese Konsole</translation>
    </message>
    <message>
        <source>%1, answered %2 ago</source>
        <translation>%1, Antwort vor %2</translation>
    </message>
    <message>
        <source>never answered</source>
        <translation>nie geantwortet</translation>
    </message>
    <message>
        <source>Respond in %1</source>
        <translation>Reagieren in %1</translation>
    </message>
    <message>
        <source>Then goes to</source>
        <translation>Geht dann an</translation>
    </message>
    <message>
        <source>in %1, at %2</source>
        <translation>in %1 (%2)</translation>
    </message>
    <message>
        <source>what moved then</source>
        <translation>was sich da bewegte</translation>
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
    <message>
        <source>(no service)</source>
        <translation>(kein Dienst)</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s), %1 firing</source>
        <translation>
            <numerusform>%n Alarm, %1 ausgelöst</numerusform>
            <numerusform>%n Alarme, %1 ausgelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertTableModel</name>
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
        <source>%1 over</source>
        <translation>%1 drüber</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
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
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>unclaimed</source>
        <translation>offen</translation>
    </message>
    <message numerus="yes">
        <source>%n silence(s)</source>
        <translation>
            <numerusform>%n Stummschaltung</numerusform>
            <numerusform>%n Stummschaltungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>by %n alert(s)</source>
        <comment>inhibited</comment>
        <translation>
            <numerusform>durch %n Alarm</numerusform>
            <numerusform>durch %n Alarme</numerusform>
        </translation>
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
</context>
<context>
    <name>Watchfloor::AlertWords</name>
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
</context>
<context>
    <name>Watchfloor::AlertsPage</name>
    <message>
        <source>Add a matcher, or words to look for…</source>
        <translation>Matcher oder Suchwörter eingeben…</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>Flach</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>Nach Dienst</translation>
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
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>Quelle öffnen</translation>
    </message>
    <message>
        <source>In what order it happened</source>
        <translation>In welcher Reihenfolge es geschah</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>Stummschalten…</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Acknowledge the alert, or let it go again</source>
        <translation>Alarm quittieren oder wieder abgeben</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Silence it</source>
        <translation>Stummschalten</translation>
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
        <source>Choose an alert</source>
        <translation>Alarm wählen</translation>
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
        <source>last %1, oldest first</source>
        <translation>letzte %1, Ältestes zuerst</translation>
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
    <name>Watchfloor::Desk</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Notify again (muted for %1)</source>
        <translation>Wieder melden (noch %1 stumm)</translation>
    </message>
    <message>
        <source>Mute 1 h</source>
        <translation>1 h stumm</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing is watched</source>
        <translation>nichts wird beobachtet</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation>
            <numerusform>%n Alarm ausgelöst</numerusform>
            <numerusform>%n Alarme ausgelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts began to fire</source>
        <translation>
            <numerusform>%n Alarm neu ausgelöst</numerusform>
            <numerusform>%n Alarme neu ausgelöst</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 critical, %2 warning: %3 and more</source>
        <translation>%1 kritisch, %2 Warnung: %3 und mehr</translation>
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
    <name>Watchfloor::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
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
</context>
<context>
    <name>Watchfloor::SilenceDialog</name>
    <message>
        <source>Silence</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>New silence</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Silences</source>
        <translation>Stummschaltungen</translation>
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
        <source>Until…</source>
        <translation>Bis…</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dauer</translation>
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
        <source>Alertmanager</source>
        <translation>Alertmanager</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>That is over already.</source>
        <translation>Das ist schon vorbei.</translation>
    </message>
    <message>
        <source>until %1, for %2</source>
        <translation>bis %1, für %2</translation>
    </message>
    <message numerus="yes">
        <source>Mutes %n alert(s) now</source>
        <translation>
            <numerusform>Schaltet jetzt %n Alarm stumm</numerusform>
            <numerusform>Schaltet jetzt %n Alarme stumm</numerusform>
        </translation>
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
    <message>
        <source>Without a matcher a silence matches nothing.</source>
        <translation>Ohne Matcher passt eine Stummschaltung auf nichts.</translation>
    </message>
    <message>
        <source>Nothing open matches. What comes later will.</source>
        <translation>Nichts Offenes passt. Was später kommt, schon.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
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
</context>
<context>
    <name>Watchfloor::SilenceList</name>
    <message>
        <source>End this silence</source>
        <translation>Stummschaltung beenden</translation>
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
        <source>Show those that are over</source>
        <translation>Vergangene zeigen</translation>
    </message>
    <message>
        <source>End this silence…</source>
        <translation>Stummschaltung beenden…</translation>
    </message>
    <message>
        <source>Yes, end it</source>
        <translation>Ja, beenden</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) will be told again.</source>
        <translation>
            <numerusform>%n Alarm wird wieder gemeldet.</numerusform>
            <numerusform>%n Alarme werden wieder gemeldet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Frage an %1…</translation>
    </message>
    <message>
        <source>%1 ended the silence.</source>
        <translation>%1 hat die Stummschaltung beendet.</translation>
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
        <source>Source</source>
        <translation>Quelle</translation>
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
</context>
<context>
    <name>Watchfloor::StateChips</name>
    <message>
        <source>%1 of %2 match</source>
        <translation>%1 von %2 passen</translation>
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
