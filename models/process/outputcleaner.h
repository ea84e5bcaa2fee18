#pragma once

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

namespace Watchfloor {

/// Turns a child's bytes into text for a plain label: UTF-8 made valid, escape sequences and control characters taken out, a lone
/// carriage return read as a new line. Keeps what is half of a character or a sequence for the next piece.
class OutputCleaner
{
public:
    QString clean(QByteArrayView bytes);

private:
    enum class State { Text, Escape, Control, String, StringEscape, CarriageReturn };

    void take(QChar character, QString &text);
    void takeText(QChar character, QString &text);

    QStringDecoder m_decoder{QStringDecoder::Utf8};
    State m_state = State::Text;
};

} // namespace Watchfloor
