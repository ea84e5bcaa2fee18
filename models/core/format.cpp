#include "models/core/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <array>
#include <cmath>

namespace Watchfloor::Format {

namespace {

/// lupdate reads the context from here, so that the files and the program name the same one.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QDateTime localTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

struct SpanUnit
{
    qint64 seconds;
    const char *text;
};
constexpr std::array<SpanUnit, 4> spanUnits{{{86'400, QT_TRANSLATE_NOOP("Format", "%1 d")},
                                             {3'600, QT_TRANSLATE_NOOP("Format", "%1 h")},
                                             {60, QT_TRANSLATE_NOOP("Format", "%1 min")},
                                             {1, QT_TRANSLATE_NOOP("Format", "%1 s")}}};

QString spanOf(std::chrono::milliseconds span, int parts)
{
    qint64 seconds = std::abs(span.count()) / 1000;
    if (seconds == 0)
        return Texts::tr("%1 s").arg(0);
    QStringList texts;
    for (const auto &[length, text] : spanUnits) {
        if (seconds < length) {
            if (!texts.isEmpty())
                break; // 1 d 0 h 5 min reads as 1 d
            continue;
        }
        texts << Texts::tr(text).arg(seconds / length);
        seconds %= length;
        if (texts.size() == parts)
            break;
    }
    return texts.join(u' ');
}

struct ErrorText
{
    Error::Kind kind;
    const char *words;
    const char *sentence;
};

/// One row a kind: a few words, and the sentence with its next step.
constexpr std::array<ErrorText, 27> errorTexts{{
    {Error::Kind::Refused, QT_TRANSLATE_NOOP("Format", "connection refused"),
     QT_TRANSLATE_NOOP("Format", "Nothing answers at this address. Is the server running, and is the port right?")},
    {Error::Kind::HostNotFound, QT_TRANSLATE_NOOP("Format", "name not found"),
     QT_TRANSLATE_NOOP("Format", "This host name does not resolve. Check its spelling and this machine's DNS.")},
    {Error::Kind::Timeout, QT_TRANSLATE_NOOP("Format", "time-out"),
     QT_TRANSLATE_NOOP("Format", "No complete answer came in time. It is asked again at its interval.")},
    {Error::Kind::Tls, QT_TRANSLATE_NOOP("Format", "certificate refused"),
     QT_TRANSLATE_NOOP("Format", "The server's certificate is not trusted. Name its authority with tls: {ca: …}.")},
    {Error::Kind::Offline, QT_TRANSLATE_NOOP("Format", "this machine is offline"),
     QT_TRANSLATE_NOOP("Format", "This machine has no network; nothing can be said of the services.")},
    {Error::Kind::Unauthorized, QT_TRANSLATE_NOOP("Format", "log-in needed"),
     QT_TRANSLATE_NOOP("Format", "The server wants a log-in. Check the source's credentials.")},
    {Error::Kind::Forbidden, QT_TRANSLATE_NOOP("Format", "not allowed"),
     QT_TRANSLATE_NOOP("Format", "These credentials may not do this. Ask for the right, or use others.")},
    {Error::Kind::NotFound, QT_TRANSLATE_NOOP("Format", "not found"),
     QT_TRANSLATE_NOOP("Format", "It is not there. Check the address or the name.")},
    {Error::Kind::Throttled, QT_TRANSLATE_NOOP("Format", "asked to wait"),
     QT_TRANSLATE_NOOP("Format", "The server asks us to wait. It is asked again later.")},
    {Error::Kind::Starting, QT_TRANSLATE_NOOP("Format", "starting"),
     QT_TRANSLATE_NOOP("Format", "The server is not ready yet. It is asked again at its interval.")},
    {Error::Kind::Server, QT_TRANSLATE_NOOP("Format", "server error"),
     QT_TRANSLATE_NOOP("Format", "The server failed to answer. Its own log says why.")},
    {Error::Kind::Rejected, QT_TRANSLATE_NOOP("Format", "request refused"),
     QT_TRANSLATE_NOOP("Format", "The server refused this request.")},
    {Error::Kind::Redirected, QT_TRANSLATE_NOOP("Format", "redirected elsewhere"),
     QT_TRANSLATE_NOOP("Format", "The server wants to send us to another address, which is not followed. Put the final address into the workspace.")},
    {Error::Kind::Truncated, QT_TRANSLATE_NOOP("Format", "answer incomplete"),
     QT_TRANSLATE_NOOP("Format", "The connection closed before the whole answer came; the part that came is not used.")},
    {Error::Kind::TooLarge, QT_TRANSLATE_NOOP("Format", "answer too large"),
     QT_TRANSLATE_NOOP("Format", "The answer is over its size limit and was not read.")},
    {Error::Kind::NotExpected, QT_TRANSLATE_NOOP("Format", "not what was expected"),
     QT_TRANSLATE_NOOP("Format", "The answer is not of the expected kind; a proxy or a log-in page may stand between.")},
    {Error::Kind::Malformed, QT_TRANSLATE_NOOP("Format", "not readable"),
     QT_TRANSLATE_NOOP("Format", "It cannot be read.")},
    {Error::Kind::Unsupported, QT_TRANSLATE_NOOP("Format", "not supported"),
     QT_TRANSLATE_NOOP("Format", "This version or type is not supported.")},
    {Error::Kind::Cancelled, QT_TRANSLATE_NOOP("Format", "cancelled"), QT_TRANSLATE_NOOP("Format", "It was cancelled.")},
    {Error::Kind::MissingTool, QT_TRANSLATE_NOOP("Format", "program missing"),
     QT_TRANSLATE_NOOP("Format", "A program that is needed is not on the PATH.")},
    {Error::Kind::MissingSecret, QT_TRANSLATE_NOOP("Format", "secret missing"),
     QT_TRANSLATE_NOOP("Format", "A secret that the workspace names is not there. Set the variable, write the file or store it in the key chain.")},
    {Error::Kind::ReadOnly, QT_TRANSLATE_NOOP("Format", "read-only"),
     QT_TRANSLATE_NOOP("Format", "It cannot be written here. Check the owner and the mode of the folder.")},
    {Error::Kind::DiskFull, QT_TRANSLATE_NOOP("Format", "disk full"),
     QT_TRANSLATE_NOOP("Format", "The disk is full. Free some space; actions stay locked until they can be recorded.")},
    {Error::Kind::Io, QT_TRANSLATE_NOOP("Format", "file error"), QT_TRANSLATE_NOOP("Format", "A file could not be read or written.")},
    {Error::Kind::Locked, QT_TRANSLATE_NOOP("Format", "locked"), QT_TRANSLATE_NOOP("Format", "It is locked.")},
    {Error::Kind::Invalid, QT_TRANSLATE_NOOP("Format", "not valid"), QT_TRANSLATE_NOOP("Format", "It is not valid.")},
    {Error::Kind::Blind, QT_TRANSLATE_NOOP("Format", "cannot be seen"),
     QT_TRANSLATE_NOOP("Format", "What would have to be asked cannot be seen now.")},
}};

const ErrorText &textOf(Error::Kind kind)
{
    return *std::find_if(errorTexts.begin(), errorTexts.end(), [kind](const ErrorText &text) { return text.kind == kind; });
}

} // namespace

QString state(State state)
{
    switch (state) {
    case State::Critical:
        return Texts::tr("Critical");
    case State::Blind:
        return Texts::tr("Blind");
    case State::Stale:
        return Texts::tr("Stale");
    case State::Warning:
        return Texts::tr("Warning");
    case State::Healthy:
        return Texts::tr("Healthy");
    }
    return {};
}

QString severity(Severity severity)
{
    switch (severity) {
    case Severity::Emergency:
        return Texts::tr("Emergency");
    case Severity::Critical:
        return Texts::tr("Critical");
    case Severity::Warning:
        return Texts::tr("Warning");
    case Severity::Info:
        return Texts::tr("Info");
    case Severity::None:
        return Texts::tr("None", "severity");
    }
    return {};
}

QString markKind(Mark::Kind kind)
{
    switch (kind) {
    case Mark::Kind::Deploy:
        return Texts::tr("Deploy");
    case Mark::Kind::Restart:
        return Texts::tr("Restart");
    case Mark::Kind::Run:
        return Texts::tr("Run");
    case Mark::Kind::Alert:
        return Texts::tr("Alert");
    case Mark::Kind::Recovered:
        return Texts::tr("Recovered");
    case Mark::Kind::Incident:
        return Texts::tr("Incident");
    case Mark::Kind::Source:
        return Texts::tr("Source");
    case Mark::Kind::Silence:
        return Texts::tr("Silence");
    case Mark::Kind::Note:
        return Texts::tr("Note");
    }
    return {};
}

QString span(std::chrono::milliseconds span)
{
    return spanOf(span, 2);
}

QString shortSpan(std::chrono::milliseconds span)
{
    return spanOf(span, 1);
}

QString countdown(std::chrono::milliseconds rest)
{
    const qint64 seconds = std::abs(rest.count()) / 1000;
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const QString text = seconds >= 3600
                             ? QStringLiteral("%1:%2:%3").arg(QString::number(seconds / 3600), two(seconds / 60 % 60), two(seconds % 60))
                             : QStringLiteral("%1:%2").arg(QString::number(seconds / 60), two(seconds % 60));
    return rest.count() < 0 ? QChar(0x2212) + text : text;
}

QString clockTime(WallTime time, bool utc)
{
    const QDateTime local = localTime(time);
    return (utc ? local.toUTC() : local).toString(QStringLiteral("HH:mm:ss"));
}

QString shortTime(WallTime time)
{
    return localTime(time).toString(QStringLiteral("HH:mm"));
}

QString moment(WallTime time, WallTime now)
{
    const QDateTime local = localTime(time);
    if (local.date() == localTime(now).date())
        return local.toString(QStringLiteral("HH:mm:ss"));
    const bool sameYear = local.date().year() == localTime(now).date().year();
    return QLocale().toString(local, sameYear ? Texts::tr("d MMM HH:mm", "a date as QDateTime formats it") : Texts::tr("d MMM yyyy HH:mm", "a date as QDateTime formats it"));
}

QString isoTime(WallTime time)
{
    return localTime(time).toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
}

QString day(WallTime time)
{
    return QLocale().toString(localTime(time), Texts::tr("d MMM", "a date as QDateTime formats it"));
}

QString ratio(double ratio, int decimals)
{
    if (std::isnan(ratio))
        return QStringLiteral("NaN");
    int digits = decimals;
    if (digits < 0) {
        // Two figures beyond the last nine: 99.9 % of availability hides what 99.98836 % shows.
        const double distance = std::min(std::fabs(1 - ratio), std::fabs(ratio)) * 100;
        digits = distance <= 0 ? 0 : std::clamp(int(std::ceil(-std::log10(distance))) + 2, 1, 6);
    }
    QString text = QLocale().toString(ratio * 100, 'f', digits);
    if (decimals < 0) {
        // An objective of 99.9 % says no more with 99.9000 %.
        const QString point = QLocale().decimalPoint();
        while (text.contains(point) && (text.endsWith(u'0') || text.endsWith(point)))
            text.chop(1);
    }
    return text + QChar(0x202F) + u'%';
}

QString count(qint64 count)
{
    return QLocale().toString(count);
}

QString bytes(qint64 bytes)
{
    return quantity(double(bytes), ownUnit(QStringLiteral("bytes"))).text();
}

/// An address without the question that was put to it: a query is long, and stands on the panel anyway.
static QString placeText(const QString &where)
{
    const bool isAddress = where.startsWith(u"http://") || where.startsWith(u"https://");
    return isAddress ? where.section(u'?', 0, 0) : where;
}

QString sentence(const Error &error)
{
    const QString text = Texts::tr(textOf(error.kind).sentence);
    const QString placed = error.where.isEmpty() ? text : placeText(error.where) + QStringLiteral(": ") + text;
    return error.detail.isEmpty() ? placed : QStringLiteral("%1 (%2)").arg(placed, safeText(error.detail, 400));
}

QString words(const Error &error)
{
    return Texts::tr(textOf(error.kind).words);
}

QString safeText(QStringView text, int limit)
{
    QString result;
    result.reserve(std::min<qsizetype>(text.size(), limit) + 1);
    for (const QChar c : text) {
        if (result.size() >= limit) {
            if (!result.isEmpty() && result.back().isHighSurrogate())
                result.chop(1);
            result += QChar(0x2026);
            break;
        }
        const ushort code = c.unicode();
        const bool bidi = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F
                          || code == 0x061C;
        const bool invisible = (code >= 0x200B && code <= 0x200D) || (code >= 0x2060 && code <= 0x2064) || code == 0xFEFF || code == 0x00AD
                               || code == 0x180E || (code >= 0x80 && code <= 0x9F) || code == 0x2028 || code == 0x2029;
        if (c == u'\n' || c == u'\t' || c == u'\r')
            result += u' ';
        else if (code < 0x20 || code == 0x7F)
            result += QChar(0x2400 + (code == 0x7F ? 0x21 : code));
        else if (bidi || invisible)
            result += QStringLiteral("\u27E8U+%1\u27E9").arg(code, 4, 16, QLatin1Char('0')).toUpper();
        else
            result += c;
    }
    return result;
}

} // namespace Watchfloor::Format
