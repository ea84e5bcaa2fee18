<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Watchfloor::AlertDetail</name>
    <message numerus="yes">
        <source>Muted by %n silence(s).</source>
        <translation>
            <numerusform>Muted by %n silence.</numerusform>
            <numerusform>Muted by %n silences.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertRowsModel</name>
    <message numerus="yes">
        <source>%n alert(s), %1 firing</source>
        <translation>
            <numerusform>%n alert, %1 firing</numerusform>
            <numerusform>%n alerts, %1 firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertTableModel</name>
    <message numerus="yes">
        <source>%n silence(s)</source>
        <translation>
            <numerusform>%n silence</numerusform>
            <numerusform>%n silences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>by %n alert(s)</source>
        <comment>inhibited</comment>
        <translation>
            <numerusform>by %n alert</numerusform>
            <numerusform>by %n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::AlertsPage</name>
    <message numerus="yes">
        <source>%n alert(s) are kept away by the filter.</source>
        <translation>
            <numerusform>%n alert is kept away by the filter.</numerusform>
            <numerusform>%n alerts are kept away by the filter.</numerusform>
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
            <numerusform>%n source answered just now, and none lists an alert.</numerusform>
            <numerusform>%n sources answered just now, and none lists an alert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) that it told of are kept as last seen, not cleared.</source>
        <translation>
            <numerusform>%n alert that it told of is kept as last seen, not cleared.</numerusform>
            <numerusform>%n alerts that it told of are kept as last seen, not cleared.</numerusform>
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
    <name>Watchfloor::Desk</name>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation>
            <numerusform>%n alert firing</numerusform>
            <numerusform>%n alerts firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts began to fire</source>
        <translation>
            <numerusform>%n alert began to fire</numerusform>
            <numerusform>%n alerts began to fire</numerusform>
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
    <name>Watchfloor::SilenceDialog</name>
    <message numerus="yes">
        <source>Mutes %n alert(s) now</source>
        <translation>
            <numerusform>Mutes %n alert now</numerusform>
            <numerusform>Mutes %n alerts now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n muted already</source>
        <translation>
            <numerusform>%n muted already</numerusform>
            <numerusform>%n muted already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watchfloor::SilenceList</name>
    <message numerus="yes">
        <source>%n alert(s) will be told again.</source>
        <translation>
            <numerusform>%n alert will be told again.</numerusform>
            <numerusform>%n alerts will be told again.</numerusform>
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
