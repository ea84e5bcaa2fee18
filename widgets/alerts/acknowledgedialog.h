#pragma once

#include "widgets/controls/page.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace Watchfloor {

class SegmentedControl;

/// Takes alerts on with a word why, for how long, and whether a silence stands behind it so that the team sees it.
class AcknowledgeDialog final : public QDialog
{
    Q_OBJECT

public:
    AcknowledgeDialog(const PageContext &context, const QStringList &fingerprints, QWidget *parent = nullptr);

Q_SIGNALS:
    /// They were asked to be taken on.
    void acknowledged(const QStringList &fingerprints);

private:
    void acknowledge();

    PageContext m_context;
    QStringList m_fingerprints;
    QLineEdit *m_owner;
    QLineEdit *m_comment;
    SegmentedControl *m_length;
    QCheckBox *m_silence;
};

} // namespace Watchfloor
