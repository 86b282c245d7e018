// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/tlssettings.h"

#include <QFileInfo>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// None: no TLS.
std::optional<bool> isToBeVerified(const TlsWish &wish, const QProcessEnvironment &environment)
{
    // Docker asks whether these are set, not to what: DOCKER_TLS_VERIFY=0 verifies.
    if (wish.mode == TlsWish::Mode::Verified || !environment.value(u"DOCKER_TLS_VERIFY"_s).isEmpty()) {
        return true;
    }
    if (wish.mode == TlsWish::Mode::Unverified || !environment.value(u"DOCKER_TLS"_s).isEmpty()) {
        return false;
    }
    // Who names a certificate does not mean to speak without encryption, as docker would here.
    return wish.namesFiles() ? std::optional(true) : std::nullopt;
}

QDir certificateFolder(const QProcessEnvironment &environment, const QDir &config)
{
    const QString folder = environment.value(u"DOCKER_CERT_PATH"_s);
    return folder.isEmpty() ? config : QDir(folder);
}

QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
}

QString existing(const QDir &folder, const QString &name)
{
    return folder.exists(name) ? folder.absoluteFilePath(name) : QString();
}

// One of them alone is of no use.
void takePair(TlsSettings &tls, const QDir &folder)
{
    if (folder.exists(u"cert.pem"_s) && folder.exists(u"key.pem"_s)) {
        tls.certificate = folder.absoluteFilePath(u"cert.pem"_s);
        tls.key = folder.absoluteFilePath(u"key.pem"_s);
    }
}

} // namespace

Result<OptionalTls> chooseTls(const TlsWish &wish, const QProcessEnvironment &environment, const QDir &config)
{
    const std::optional<bool> isVerified = isToBeVerified(wish, environment);
    if (!isVerified) {
        return OptionalTls();
    }
    const QDir folder = certificateFolder(environment, config);
    TlsSettings tls{.isVerified = *isVerified};
    if (tls.isVerified) {
        tls.authorities = wish.authorities ? absolute(*wish.authorities) : existing(folder, u"ca.pem"_s);
        // The system's authorities instead would trust more than was asked for.
        if (tls.authorities.isEmpty() && !wish.authorities) {
            return fail(
                ErrorCode::TlsFilesFailed, folder.absoluteFilePath(u"ca.pem"_s) + ": no such file"_L1);
        }
    }
    if (wish.certificate || wish.key) {
        tls.certificate = wish.certificate ? absolute(*wish.certificate) : existing(folder, u"cert.pem"_s);
        tls.key = wish.key ? absolute(*wish.key) : existing(folder, u"key.pem"_s);
    } else {
        takePair(tls, folder);
    }
    return tls;
}

OptionalTls contextTls(const QDir &keys, bool isVerified)
{
    if (isVerified && keys.entryList(QDir::Files).isEmpty()) {
        return {};
    }
    TlsSettings tls{.isVerified = isVerified};
    if (isVerified) {
        tls.authorities = existing(keys, u"ca.pem"_s);
    }
    takePair(tls, keys);
    return tls;
}

} // namespace jettison
