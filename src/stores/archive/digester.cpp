// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/digester.h"

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QCryptographicHash::Algorithm algorithmOf(const QString &name)
{
    if (name == "sha512"_L1) {
        return QCryptographicHash::Sha512;
    }
    return name == "sha384"_L1 ? QCryptographicHash::Sha384 : QCryptographicHash::Sha256;
}

} // namespace

Digester::Digester(const QString &algorithm)
    : m_algorithm(knows(algorithm) ? algorithm : u"sha256"_s),
      m_hash(algorithmOf(algorithm))
{
}

bool Digester::knows(const QString &algorithm)
{
    return algorithm == "sha256"_L1 || algorithm == "sha384"_L1 || algorithm == "sha512"_L1;
}

QString Digester::text() const
{
    return m_algorithm + u':' + QString::fromLatin1(m_hash.result().toHex());
}

QString digestAlgorithmOf(const QString &path)
{
    const QString folder = path.startsWith("blobs/"_L1) ? path.section(u'/', 1, 1) : QString();
    return Digester::knows(folder) ? folder : u"sha256"_s;
}

} // namespace jettison
