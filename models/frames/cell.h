#pragma once

#include "models/frames/frame.h"

namespace Watchfloor {

/// How many values a frame of a panel holds at most; hostile or careless steps could ask for any number.
inline constexpr size_t mostCells = 4'000'000;
inline constexpr size_t mostColumns = 5'000;

/// Whether a field has no value in a row.
bool isMissing(const Field &field, size_t row);
/// A value as JavaScript writes it: "1.5", "true", "NaN"; a null text where there is none.
QString cellText(const Field &field, size_t row);
/// Tells values of any field apart; equal values of equal types have equal keys.
QString cellKey(const Field &field, size_t row);
void appendKey(QString &key, const Field &field, size_t row);

/// A whole text as a number, as JavaScript's Number() reads it; absent where it is none.
std::optional<double> numberOf(const QString &text);
/// The number that a text begins with, as parseFloat reads it.
std::optional<double> leadingNumber(const QString &text);

/// No row: the value is missing.
inline constexpr size_t noRow = std::numeric_limits<size_t>::max();
/// Everything of a field but its values.
Field withoutValues(const Field &field);
/// These rows of a field, and nothing but its type.
Field valuesOf(const Field &field, const std::vector<size_t> &rows);
/// A field with these rows of another, in this order.
Field picked(const Field &field, const std::vector<size_t> &rows);
void pickRows(Frame &frame, const std::vector<size_t> &rows);

/// A field of text, of numbers.
Field textField(const QString &name, std::vector<QString> texts);
Field numberField(const QString &name, std::vector<double> numbers, FieldType type = FieldType::Number);

/// Values of several fields one below the other. It is of numbers as long as every value is one of the same type, else of text.
class Column
{
public:
    void add(const Field &field, size_t row);
    void addMissing();
    void addText(const QString &text);
    void addNumber(double number, FieldType type = FieldType::Number);
    size_t size() const { return m_texts.size() + m_numbers.size(); }
    /// Into `field`, whose type is set by what came in; one that got no value keeps its type.
    void moveTo(Field &field);

private:
    void becomeText();

    std::vector<double> m_numbers;
    std::vector<QString> m_texts;
    std::optional<FieldType> m_type;
};

} // namespace Watchfloor
