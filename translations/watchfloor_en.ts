<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Watchfloor::AcknowledgeDialog</name>
    <message numerus="yes">
        <source>Acknowledge %n alert(s)</source>
        <translation>
            <numerusform>Acknowledge %n alert</numerusform>
            <numerusform>Acknowledge %n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlarmBar</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlarmWords</name>
    <message numerus="yes">
        <source>%n source(s) cannot be seen</source>
        <translation>
            <numerusform>%n source cannot be seen</numerusform>
            <numerusform>%n sources cannot be seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) began meanwhile and still fire</source>
        <translation>
            <numerusform>%n alert began meanwhile and still fires</numerusform>
            <numerusform>%n alerts began meanwhile and still fire</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) began to fire</source>
        <translation>
            <numerusform>%n alert began to fire</numerusform>
            <numerusform>%n alerts began to fire</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>it flaps: %n start(s) in a short time, told once</source>
        <translation>
            <numerusform>it flaps: %n start in a short time, told once</numerusform>
            <numerusform>it flaps: %n starts in a short time, told once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertActions</name>
    <message numerus="yes">
        <source>%n alert(s) acknowledged.</source>
        <translation>
            <numerusform>%n alert acknowledged.</numerusform>
            <numerusform>%n alerts acknowledged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) taken away; the history has them.</source>
        <translation>
            <numerusform>%n alert taken away; the history has it.</numerusform>
            <numerusform>%n alerts taken away; the history has them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n alert(s)</source>
        <translation>
            <numerusform>Acknowledge %n alert</numerusform>
            <numerusform>Acknowledge %n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n alert(s) go</source>
        <translation>
            <numerusform>Let %n alert go</numerusform>
            <numerusform>Let %n alerts go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss %n alert(s)</source>
        <translation>
            <numerusform>Dismiss %n alert</numerusform>
            <numerusform>Dismiss %n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copying %n alert(s)…</source>
        <translation>
            <numerusform>Copying %n alert…</numerusform>
            <numerusform>Copying %n alerts…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are copied.</source>
        <translation>
            <numerusform>%n alert is copied.</numerusform>
            <numerusform>%n alerts are copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertBanners</name>
    <message numerus="yes">
        <source>%n more like this.</source>
        <translation>
            <numerusform>%n more like this.</numerusform>
            <numerusform>%n more like this.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) that it told of are kept as last seen, not cleared.</source>
        <translation>
            <numerusform>%n alert that it told of is kept as last seen, not cleared.</numerusform>
            <numerusform>%n alerts that it told of are kept as last seen, not cleared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) that it mutes still fire: %1</source>
        <translation>
            <numerusform>%n alert that it mutes still fires: %1</numerusform>
            <numerusform>%n alerts that it mutes still fire: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule file(s) are wrong and not evaluated.</source>
        <translation>
            <numerusform>%n rule file is wrong and not evaluated.</numerusform>
            <numerusform>%n rule files are wrong and not evaluated.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertCells</name>
    <message numerus="yes">
        <source>%n silence(s)</source>
        <translation>
            <numerusform>%n silence</numerusform>
            <numerusform>%n silences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertCopy</name>
    <message numerus="yes">
        <source>%n more alert(s) are not copied.</source>
        <translation>
            <numerusform>%n more alert is not copied.</numerusform>
            <numerusform>%n more alerts are not copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertList</name>
    <message numerus="yes">
        <source>%n alert(s) are kept away by the filter.</source>
        <translation>
            <numerusform>%n alert is kept away by the filter.</numerusform>
            <numerusform>%n alerts are kept away by the filter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) of alerts have not answered yet; what they tell appears here.</source>
        <translation>
            <numerusform>%n source of alerts has not answered yet; what it tells appears here.</numerusform>
            <numerusform>%n sources of alerts have not answered yet; what they tell appears here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) of alerts do not answer, so this is not quiet, it is not known.</source>
        <translation>
            <numerusform>%n source of alerts does not answer, so this is not quiet, it is not known.</numerusform>
            <numerusform>%n sources of alerts do not answer, so this is not quiet, it is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) answered just now, and none lists an alert.</source>
        <translation>
            <numerusform>%n source answered just now, and it lists no alert.</numerusform>
            <numerusform>%n sources answered just now, and none lists an alert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertRowsModel</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more under this</source>
        <translation>
            <numerusform>%n more under this</numerusform>
            <numerusform>%n more under this</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::ConfirmRunDialog</name>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation>
            <numerusform>%n command</numerusform>
            <numerusform>%n commands</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n argument(s)</source>
        <translation>
            <numerusform>%n argument</numerusform>
            <numerusform>%n arguments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s) do not hold · all are asked again before the start</source>
        <translation>
            <numerusform>%n gate does not hold · all are asked again before the start</numerusform>
            <numerusform>%n gates do not hold · all are asked again before the start</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::DeliveryTableModel</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::Desk</name>
    <message numerus="yes">
        <source>%n need(s) somebody</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n needs somebody</numerusform>
            <numerusform>%n need somebody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) need(s) somebody</source>
        <translation>
            <numerusform>%n alert needs somebody</numerusform>
            <numerusform>%n alerts need somebody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n kept back</source>
        <translation>
            <numerusform>%1, %n kept back</numerusform>
            <numerusform>%1, %n kept back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::DetailHead</name>
    <message numerus="yes">
        <source>It began to fire %n time(s) in short order: it flaps.</source>
        <translation>
            <numerusform>It began to fire %n time in short order: it flaps.</numerusform>
            <numerusform>It began to fire %n times in short order: it flaps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodeDetail</name>
    <message numerus="yes">
        <source>fired %n time(s)</source>
        <translation>
            <numerusform>fired %n time</numerusform>
            <numerusform>fired %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodeEventList</name>
    <message numerus="yes">
        <source>%n event(s) left out</source>
        <translation>
            <numerusform>%n event left out</numerusform>
            <numerusform>%n events left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::EpisodesView</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::FilterCompletion</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::HandOnCard</name>
    <message numerus="yes">
        <source>%n message(s) not delivered</source>
        <translation>
            <numerusform>%n message not delivered</numerusform>
            <numerusform>%n messages not delivered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing yet; %n webhook(s)</source>
        <translation>
            <numerusform>nothing yet; %n webhook</numerusform>
            <numerusform>nothing yet; %n webhooks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::HistoryStrip</name>
    <message numerus="yes">
        <source>%n time(s) before today, last on %1</source>
        <translation>
            <numerusform>%n time before today, last on %1</numerusform>
            <numerusform>%n times before today, last on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fired %n time(s)</source>
        <translation>
            <numerusform>fired %n time</numerusform>
            <numerusform>fired %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::InspectDialog</name>
    <message numerus="yes">
        <source>%n series, %1 old</source>
        <translation>
            <numerusform>%n series, %1 old</numerusform>
            <numerusform>%n series, %1 old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more series</source>
        <translation>
            <numerusform>%n more series</numerusform>
            <numerusform>%n more series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::ManySeen</name>
    <message numerus="yes">
        <source>%n without an answer yet</source>
        <translation>
            <numerusform>%n without an answer yet</numerusform>
            <numerusform>%n without an answer yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::MarkdownView</name>
    <message numerus="yes">
        <source>%Ln more part(s) are not shown.</source>
        <translation>
            <numerusform>%Ln more part is not shown.</numerusform>
            <numerusform>%Ln more parts are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::MoversView</name>
    <message numerus="yes">
        <source>%n series compared</source>
        <translation>
            <numerusform>%n series compared</numerusform>
            <numerusform>%n series compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::MutedModel</name>
    <message numerus="yes">
        <source>%n time(s), last %1</source>
        <translation>
            <numerusform>%n time, last %1</numerusform>
            <numerusform>%n times, last %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::MutedPanel</name>
    <message numerus="yes">
        <source>%n muted already</source>
        <translation>
            <numerusform>%n muted already</numerusform>
            <numerusform>%n muted already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mutes %n alert(s) now</source>
        <translation>
            <numerusform>Mutes %n alert now</numerusform>
            <numerusform>Mutes %n alerts now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::NoiseView</name>
    <message numerus="yes">
        <source>median %1, of %n</source>
        <translation>
            <numerusform>median %1, of %n</numerusform>
            <numerusform>median %1, of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nobody ever took on.</source>
        <translation>
            <numerusform>%n nobody ever took on.</numerusform>
            <numerusform>%n nobody ever took on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken on and still firing an hour later.</source>
        <translation>
            <numerusform>%n taken on and still firing an hour later.</numerusform>
            <numerusform>%n taken on and still firing an hour later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n went on to the next person.</source>
        <translation>
            <numerusform>%n went on to the next person.</numerusform>
            <numerusform>%n went on to the next person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending and gone before firing.</source>
        <translation>
            <numerusform>%n pending and gone before firing.</numerusform>
            <numerusform>%n pending and gone before firing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::NotifiedSection</name>
    <message numerus="yes">
        <source>Webhook %1: not delivered after %n attempt(s), tried again.</source>
        <translation>
            <numerusform>Webhook %1: not delivered after %n attempt, tried again.</numerusform>
            <numerusform>Webhook %1: not delivered after %n attempts, tried again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Webhook %1: given up after %n attempt(s).</source>
        <translation>
            <numerusform>Webhook %1: given up after %n attempt.</numerusform>
            <numerusform>Webhook %1: given up after %n attempts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::OutputView</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::PieChart</name>
    <message numerus="yes">
        <source>%n without a share: negative or no value</source>
        <translation>
            <numerusform>%n without a share: negative or no value</numerusform>
            <numerusform>%n without a share: negative or no value</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::QueryBrowser</name>
    <message numerus="yes">
        <source>%n metrics</source>
        <translation>
            <numerusform>%n metric</numerusform>
            <numerusform>%n metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::RowHeader</name>
    <message numerus="yes">
        <source>%n panels</source>
        <translation>
            <numerusform>%n panel</numerusform>
            <numerusform>%n panels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::RunbooksPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::SavedFilters</name>
    <message numerus="yes">
        <source>A name for %n term(s); one that is taken is replaced.</source>
        <translation>
            <numerusform>A name for %n term; one that is taken is replaced.</numerusform>
            <numerusform>A name for %n terms; one that is taken is replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::ShiftBars</name>
    <message numerus="yes">
        <source>%1: %n alert(s)</source>
        <translation>
            <numerusform>%1: %n alert</numerusform>
            <numerusform>%1: %n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>%n critical</numerusform>
            <numerusform>%n critical</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken on</source>
        <translation>
            <numerusform>%n not taken on</numerusform>
            <numerusform>%n not taken on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilenceActions</name>
    <message numerus="yes">
        <source>Yes, end %n</source>
        <translation>
            <numerusform>Yes, end %n</numerusform>
            <numerusform>Yes, end %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) will be told again.</source>
        <translation>
            <numerusform>%n alert will be told again.</numerusform>
            <numerusform>%n alerts will be told again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n silence(s).</source>
        <translation>
            <numerusform>Copied %n silence.</numerusform>
            <numerusform>Copied %n silences.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilenceTableModel</name>
    <message numerus="yes">
        <source>%1, %n still firing</source>
        <translation>
            <numerusform>%1, %n still firing</numerusform>
            <numerusform>%1, %n still firing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilencesView</name>
    <message numerus="yes">
        <source>A silence ends in %1 while %n alert(s) of it still fire.</source>
        <translation>
            <numerusform>A silence ends in %1 while %n alert of it still fires.</numerusform>
            <numerusform>A silence ends in %1 while %n alerts of it still fire.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silence(s) cannot be read here and are not in the list.</source>
        <translation>
            <numerusform>%n silence cannot be read here and is not in the list.</numerusform>
            <numerusform>%n silences cannot be read here and are not in the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::SourceTableModel</name>
    <message numerus="yes">
        <source>%n were left out, because the one before had not come back.</source>
        <translation>
            <numerusform>%n was left out, because the one before had not come back.</numerusform>
            <numerusform>%n were left out, because the one before had not come back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::SourcesPage</name>
    <message numerus="yes">
        <source>%1, %n sample(s)</source>
        <translation>
            <numerusform>%1, %n sample</numerusform>
            <numerusform>%1, %n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::StatusLine</name>
    <message numerus="yes">
        <source>workspace file has %n fault(s), the last good one is shown</source>
        <translation>
            <numerusform>workspace file has %n fault, the last good one is shown</numerusform>
            <numerusform>workspace file has %n faults, the last good one is shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::StepCard</name>
    <message numerus="yes">
        <source>%n argument(s)</source>
        <translation>
            <numerusform>%n argument</numerusform>
            <numerusform>%n arguments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::TopBar</name>
    <message numerus="yes">
        <source>Unlock for %n minute(s)</source>
        <translation>
            <numerusform>Unlock for %n minute</numerusform>
            <numerusform>Unlock for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::TouchedView</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::TraceWords</name>
    <message numerus="yes">
        <source>%1, %n alert(s) in it</source>
        <translation>
            <numerusform>%1, %n alert in it</numerusform>
            <numerusform>%1, %n alerts in it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::TruthBar</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <comment>raw metrics pages</comment>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::WallHeader</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <comment>raw metrics pages</comment>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s)</source>
        <translation>
            <numerusform>%n probe</numerusform>
            <numerusform>%n probes</numerusform>
        </translation>
    </message>
</context>
</TS>
