#include "models/process/outputcleaner.h"

namespace Watchfloor {

namespace {

bool isEndOfControl(QChar character)
{
    return character.unicode() >= 0x40 && character.unicode() <= 0x7E;
}

/// OSC, DCS, SOS, PM and APC run to a string terminator (ECMA-48, 8.3).
bool opensString(QChar character)
{
    return character == u']' || character == u'P' || character == u'X' || character == u'^' || character == u'_';
}

} // namespace

QString OutputCleaner::clean(QByteArrayView bytes)
{
    const QString decoded = m_decoder.decode(bytes);
    QString text;
    text.reserve(decoded.size());
    for (const QChar character : decoded)
        take(character, text);
    return text;
}

void OutputCleaner::take(QChar character, QString &text)
{
    const ushort code = character.unicode();
    switch (m_state) {
    case State::CarriageReturn:
        m_state = State::Text;
        if (character != u'\n')
            text += u'\n';
        takeText(character, text);
        return;
    case State::Text:
        takeText(character, text);
        return;
    case State::Escape:
        if (character == u'[')
            m_state = State::Control;
        else if (opensString(character))
            m_state = State::String;
        else if (code < 0x20 || code > 0x2F) // intermediate bytes go on
            m_state = State::Text;
        return;
    case State::Control:
        if (isEndOfControl(character) || code < 0x20)
            m_state = State::Text;
        return;
    case State::String:
        // A new line ends a string that nobody closed, so that it cannot swallow the rest of the output.
        if (code == 0x07 || code == 0x9C || code == u'\n')
            m_state = State::Text;
        else if (code == 0x1B)
            m_state = State::StringEscape;
        return;
    case State::StringEscape:
        m_state = State::Text;
        return;
    }
}

void OutputCleaner::takeText(QChar character, QString &text)
{
    const ushort code = character.unicode();
    if (code == 0x1B)
        m_state = State::Escape;
    else if (code == 0x9B)
        m_state = State::Control;
    else if (character == u'\r')
        m_state = State::CarriageReturn;
    else if (character == u'\n' || character == u'\t' || (code >= 0x20 && code != 0x7F && (code < 0x80 || code > 0x9F)))
        text += character;
}

} // namespace Watchfloor
