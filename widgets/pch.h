// What nearly every file of this storey includes, compiled once.
#pragma once
#include "models/pch.h"

#include <QApplication>
#include <QBoxLayout>
#include <QColor>
#include <QFont>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QWidget>
