// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/containerengine.h"

#include "support/enginecommand.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds StartPatience{60};
constexpr std::chrono::seconds EndPatience{30};
const QString PluginName = u"jettison-test"_s;

} // namespace

ContainerEngine::ContainerEngine()
    : ContainerEngine(EngineKind::all().constFirst())
{
}

ContainerEngine::ContainerEngine(const EngineKind &kind)
    : m_kind(kind),
      m_environment(QProcessEnvironment::systemEnvironment())
{
    const QStringList foreign{u"DOCKER_CONTEXT"_s, u"DOCKER_TLS_VERIFY"_s, u"DOCKER_TLS"_s,
        u"DOCKER_CERT_PATH"_s, u"DOCKER_API_VERSION"_s};
    for (const QString &name : foreign) {
        m_environment.remove(name);
    }
    m_environment.insert(u"DOCKER_HOST"_s, endpoint());
    m_environment.insert(u"DOCKER_CONFIG"_s, m_folder.path(u"config"_s));
    // The classic builder makes images with parents.
    m_environment.insert(u"DOCKER_BUILDKIT"_s, u"0"_s);
    // Other users have these programs elsewhere than root.
    m_environment.insert(u"PATH"_s, m_environment.value(u"PATH"_s) + u":/usr/sbin:/usr/bin:/sbin:/bin"_s);
}

ContainerEngine::~ContainerEngine()
{
    stop();
    endProgram(m_plugin);
}

QString ContainerEngine::start()
{
    if (const QString absence = m_kind.absence(); !absence.isEmpty()) {
        return absence;
    }
    m_engine.setProcessEnvironment(m_environment);
    m_engine.setProcessChannelMode(QProcess::MergedChannels);
    m_engine.setStandardOutputFile(m_folder.path(u"log"_s));
    QFile::remove(m_folder.path(u"log"_s));
    const QString folder = m_folder.path(u"engine"_s);
    const QStringList plugin{u"--authorization-plugin"_s, PluginName};
    m_engine.start(u"unshare"_s,
        inOwnSpace(m_kind, folder,
            engineCommand(m_kind, {folder})
                + (m_plugin.state() == QProcess::NotRunning ? QStringList() : plugin)));
    return waitUntilReady();
}

QString ContainerEngine::authorize()
{
    if (m_plugin.state() != QProcess::NotRunning) {
        return {};
    }
    const QString folder = m_folder.path(u"engine/plugins"_s);
    const QString socket = folder + u'/' + PluginName + u".sock"_s;
    QDir().mkpath(folder);
    setRules({});
    endWithUs(m_plugin);
    m_plugin.start(u"python3"_s,
        {QStringLiteral(JETTISON_SUPPORT "/authorization.py"), socket, m_folder.path(u"rules"_s)});
    const QDeadlineTimer deadline(StartPatience);
    while (!QFile::exists(socket) && !deadline.hasExpired()) {
        if (m_plugin.waitForFinished(50) || m_plugin.state() == QProcess::NotRunning) {
            return u"no plug-in starts here: %1"_s.arg(QString::fromUtf8(m_plugin.readAllStandardError()));
        }
    }
    return {};
}

void ContainerEngine::setRules(const QString &rules) const
{
    QFile file(m_folder.path(u"rules"_s));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(rules.toUtf8());
    }
}

QString ContainerEngine::waitUntilReady()
{
    const QDeadlineTimer deadline(StartPatience);
    while (m_engine.state() != QProcess::NotRunning && !deadline.hasExpired()) {
        if (docker({u"version"_s}).exitCode == 0) {
            return {};
        }
        m_engine.waitForFinished(100);
    }
    stop();
    return u"%1 does not start here: %2"_s.arg(m_kind.name, lastWords());
}

QString ContainerEngine::lastWords() const
{
    QFile log(m_folder.path(u"log"_s));
    if (!log.open(QIODevice::ReadOnly)) {
        return m_engine.errorString();
    }
    return QString::fromUtf8(log.readAll().trimmed().split('\n').constLast());
}

void ContainerEngine::stop()
{
    m_engine.closeWriteChannel(); // which ownspace.sh waits for
    if (!m_engine.waitForFinished(int(std::chrono::milliseconds(EndPatience).count()))) {
        endProgram(m_engine);
    }
}

QString ContainerEngine::endpoint() const
{
    return u"unix://"_s + EngineFolder{m_folder.path(u"engine"_s)}.socket();
}

QString ContainerEngine::dataFolder() const
{
    return EngineFolder{m_folder.path(u"engine"_s)}.data();
}

QString ContainerEngine::runFolder() const
{
    return EngineFolder{m_folder.path(u"engine"_s)}.run();
}

Output ContainerEngine::docker(const QStringList &arguments) const
{
    return runProgram(u"docker"_s, arguments, m_environment);
}

void ContainerEngine::beginDocker(QProcess &process, const QStringList &arguments) const
{
    process.setProcessEnvironment(m_environment);
    endWithUs(process);
    process.start(u"docker"_s, arguments);
}

Output ContainerEngine::podman(const QStringList &arguments) const
{
    // Docker need not find a file there; Podman has to.
    QProcessEnvironment environment = m_environment;
    environment.remove(u"DOCKER_CONFIG"_s);
    return runProgram(u"podman"_s, QStringList{u"--url"_s, endpoint()} + arguments, environment);
}

Output ContainerEngine::containerd(const QStringList &arguments) const
{
    const QString socket = runFolder() + u"/containerd/containerd.sock"_s;
    return runProgram(u"ctr"_s, QStringList{u"--address"_s, socket, u"--namespace"_s, u"moby"_s} + arguments,
        m_environment);
}

Output ContainerEngine::beside(const QStringList &arguments) const
{
    const EngineFolder folder{m_folder.path(u"engine"_s)};
    return runProgram(u"podman"_s,
        QStringList{u"--root"_s, folder.lying(), u"--runroot"_s, m_folder.path(u"lying-run"_s), u"--tmpdir"_s,
            m_folder.path(u"lying-tmp"_s), u"--storage-driver"_s, u"overlay"_s}
            + arguments,
        m_environment);
}

QString ContainerEngine::reset() const
{
    if (m_plugin.state() != QProcess::NotRunning) {
        setRules({});
        // Which it may have kept from being removed.
        const QStringList volumes = docker({u"volume"_s, u"ls"_s, u"-q"_s}).lines();
        if (!volumes.isEmpty()) {
            docker(QStringList{u"volume"_s, u"rm"_s} + volumes);
        }
    }
    // What an additional store holds the engine itself cannot remove.
    if (QDir(EngineFolder{m_folder.path(u"engine"_s)}.lying()).exists(u"overlay-images"_s)) {
        beside({u"rmi"_s, u"-fa"_s});
    }
    if (m_kind.isPodman()) {
        // Takes pods, other programs' containers and manifest lists as well.
        podman({u"pod"_s, u"rm"_s, u"-fa"_s});
        podman({u"rm"_s, u"-fa"_s});
        podman({u"rmi"_s, u"-fa"_s});
    } else {
        // Its services would start their containers again.
        docker({u"swarm"_s, u"leave"_s, u"--force"_s});
    }
    const QStringList containers = docker({u"ps"_s, u"-aq"_s}).lines();
    if (!containers.isEmpty()) {
        docker(QStringList{u"rm"_s, u"-f"_s, u"-v"_s} + containers);
    }
    docker({u"image"_s, u"prune"_s, u"-af"_s});
    return docker({u"ps"_s, u"-aq"_s}).text + docker({u"image"_s, u"ls"_s, u"-aq"_s}).text;
}

} // namespace jettison
