// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/certificates.h"

#include <QDateTime>
#include <QFile>
#include <QStandardPaths>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QStringList MakeKey{
    u"genpkey"_s, u"-algorithm"_s, u"EC"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};

// `openssl ca`, because only that sets both dates. %1: the folder.
constexpr auto Configuration = "[req]\n"
                               "distinguished_name = name\n"
                               "x509_extensions = authority\n"
                               "[name]\n"
                               "[authority]\n"
                               "basicConstraints = critical, CA:TRUE\n"
                               "keyUsage = critical, keyCertSign, cRLSign\n"
                               "subjectKeyIdentifier = hash\n"
                               "[ca]\n"
                               "default_ca = leaves\n"
                               "[leaves]\n"
                               "database = %1/index\n"
                               "new_certs_dir = %1\n"
                               "rand_serial = yes\n"
                               "unique_subject = no\n"
                               "copy_extensions = copy\n"
                               "policy = any\n"
                               "[any]\n"
                               "commonName = supplied\n"_L1;

QString dateAfter(int days)
{
    return QDateTime::currentDateTimeUtc().addDays(days).toString(u"yyyyMMddHHmmss"_s) + u'Z';
}

} // namespace

QString Certificates::absence()
{
    return QStandardPaths::findExecutable(u"openssl"_s).isEmpty() ? u"openssl is not installed"_s : QString();
}

bool Certificates::makeAuthority(const QString &name)
{
    return write(u"openssl.cnf"_s, QString(Configuration).arg(m_folder.path({})))
        && openssl(MakeKey + QStringList{u"-out"_s, path(name + "-key.pem"_L1)})
        && openssl({u"req"_s, u"-x509"_s, u"-new"_s, u"-config"_s, path(u"openssl.cnf"_s), u"-key"_s,
            path(name + "-key.pem"_L1), u"-subj"_s, "/CN="_L1 + name, u"-days"_s, u"30"_s, u"-out"_s,
            path(name + ".pem"_L1)});
}

bool Certificates::make(const QString &name, const Wish &wish)
{
    QStringList request{u"req"_s, u"-new"_s, u"-config"_s, path(u"openssl.cnf"_s), u"-key"_s,
        path(name + "-key.pem"_L1), u"-subj"_s, "/CN="_L1 + wish.commonName, u"-out"_s, path(u"request"_s)};
    if (!wish.names.isEmpty()) {
        request << u"-addext"_s << "subjectAltName="_L1 + wish.names;
    }
    return write(u"index"_s, {}) && openssl(MakeKey + QStringList{u"-out"_s, path(name + "-key.pem"_L1)})
        && openssl(request)
        && openssl({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, path(u"openssl.cnf"_s), u"-cert"_s,
            path(wish.authority + ".pem"_L1), u"-keyfile"_s, path(wish.authority + "-key.pem"_L1), u"-md"_s,
            wish.digest, u"-startdate"_s, dateAfter(wish.begin), u"-enddate"_s, dateAfter(wish.end), u"-in"_s,
            path(u"request"_s), u"-out"_s, path(name + ".pem"_L1)});
}

bool Certificates::lock(const QString &key, const QString &locked, bool traditional)
{
    QStringList arguments{traditional ? u"ec"_s : u"pkcs8"_s, u"-in"_s, path(key), u"-out"_s, path(locked),
        u"-passout"_s, u"pass:secret"_s};
    arguments << (traditional ? QStringList{u"-aes128"_s} : QStringList{u"-topk8"_s});
    return openssl(arguments);
}

bool Certificates::openssl(const QStringList &arguments)
{
    const Output output = runProgram(u"openssl"_s, arguments, QProcessEnvironment::systemEnvironment());
    m_lastWords = arguments.join(u' ') + ": "_L1 + output.errors;
    return output.exitCode == 0;
}

bool Certificates::write(const QString &file, const QString &text)
{
    QFile opened(path(file));
    return opened.open(QIODevice::WriteOnly) && opened.write(text.toUtf8()) == text.size();
}

} // namespace jettison
