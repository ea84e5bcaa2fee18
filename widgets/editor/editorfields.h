#pragma once

#include "models/panels/panel.h"

#include <QLineEdit>

#include <optional>

class QComboBox;

namespace Watchfloor {

/// A number or nothing, as the file has it: with a point, whatever the language.
class NumberField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit NumberField(const QString &hint = {}, QWidget *parent = nullptr);
    void setNumber(std::optional<double> number);
    /// Absent where there is none, or no number.
    std::optional<double> number() const;
    bool isValid() const;
};

/// A combo box of texts, named for those who hear it.
QComboBox *makeChoice(const QStringList &texts, const QString &name);

/// The kinds that an own panel may have, with their names for people.
std::vector<std::pair<PanelKind, QString>> editableKinds();

/// The letter a query is called by: A, B, … AA.
QString queryLetter(size_t index);

} // namespace Watchfloor
