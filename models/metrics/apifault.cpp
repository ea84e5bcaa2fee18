#include "models/metrics/apifault.h"

#include "models/metrics/boundedjson.h"

namespace Watchfloor {

namespace {

constexpr qsizetype textLimit = 64 * 1024;
constexpr int remarkLimit = 100;

/// Keeps the members of the envelope and nothing of the data.
class EnvelopeHandler final : public nlohmann::json_sax<nlohmann::json>
{
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &value) override;
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(); }
    bool key(string_t &key) override
    {
        if (m_depth == 1)
            m_key.swap(key);
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override { return false; }

    bool isError() const { return m_status == "error"; }
    ApiFault take() { return std::move(m_fault); }

private:
    bool open() { return ++m_depth <= jsonDepthLimit; }
    bool close()
    {
        --m_depth;
        return true;
    }

    int m_depth = 0;
    std::string m_key;
    std::string m_status;
    ApiFault m_fault;
};

bool EnvelopeHandler::string(string_t &value)
{
    const auto text = [&value] { return QString::fromStdString(value).left(textLimit); };
    QStringList *remarks = m_key == "warnings" ? &m_fault.warnings : m_key == "infos" ? &m_fault.infos : nullptr;
    if (m_depth == 2 && remarks && remarks->size() < remarkLimit)
        remarks->append(text());
    if (m_depth != 1)
        return true;
    if (m_key == "status")
        m_status.swap(value);
    else if (m_key == "errorType")
        m_fault.type = text();
    else if (m_key == "error")
        m_fault.text = text();
    return true;
}

}

std::optional<ApiFault> apiFault(QByteArrayView body)
{
    EnvelopeHandler handler;
    const QByteArray replaced = body.isValidUtf8() ? QByteArray() : QString::fromUtf8(body).toUtf8();
    const QByteArrayView text = replaced.isNull() ? body : QByteArrayView(replaced);
    if (!nlohmann::json::sax_parse(text.begin(), text.end(), &handler) || !handler.isError())
        return std::nullopt;
    return handler.take();
}

} // namespace Watchfloor
