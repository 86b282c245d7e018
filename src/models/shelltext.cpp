// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/shelltext.h"

#include <QRegularExpression>

namespace jettison::shelltext {

using namespace Qt::StringLiterals;

QString word(QString text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:@%+=][A-Za-z0-9_./:@%+=-]*$"_s);
    return plain.match(text).hasMatch() ? text : u'\'' + text.replace(u"'"_s, u"'\\''"_s) + u'\'';
}

} // namespace jettison::shelltext
