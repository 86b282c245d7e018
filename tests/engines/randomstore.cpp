// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/randomstore.h"

#include "engines/imagenames.h"
#include "engines/scene.h"
#include "engines/storestate.h"

#include <QRegularExpression>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxLayerSize = 60'000;
// So that no load takes longer than a command may.
constexpr qsizetype LoadedAtOnce = 100;
const QString Pod = u"pod"_s;

QString memberName(qsizetype number)
{
    return u"m%1"_s.arg(number);
}

// Images in the store of the machine's own Podman, where buildah works.
bool hasBuildah(const EngineKind &kind)
{
    return kind.isPodman() && kind.tree.isEmpty() && !kind.isRootless;
}

} // namespace

RandomStore::RandomStore(
    const ContainerEngine &engine, const QString &registry, int images, QRandomGenerator &random)
    : m_engine(engine),
      m_registry(registry),
      m_random(random)
{
    while (m_members.size() < images) {
        m_members << makeMember(makeImage());
    }
}

ImageArchive::Image RandomStore::makeImage()
{
    const qsizetype number = m_members.size();
    // Podman takes images for each other's bases by layers and history alone: without a step of its own for
    // each, there would be several bases of an image, of which it names one, now this, now that.
    ImageArchive::Image image{.comment = QString::number(number),
        .labels = nameLabel(memberName(number)),
        .step = QString::number(number)};
    const QString below = number > 0 && chance(0.8) ? m_members[this->below(number)].archiveId : QString();
    if (below.isEmpty()) {
        image.isBare = chance(0.4);
    } else if (chance(0.3)) {
        image.parent = below;
    } else {
        image.base = below;
    }
    // Docker takes for a child only what is one step further.
    const int layers = !image.parent.isEmpty() ? 1 : below.isEmpty() ? 1 + this->below(3) : this->below(4);
    for (int i = 0; i < layers; ++i) {
        image.layers << newLayer();
    }
    for (int i = chance(0.15) ? 0 : chance(0.7) ? 1 : 2 + this->below(2); i > 0; --i) {
        image.tags << u"docker.io/team/r%1:%2.%3"_s.arg(this->below(40)).arg(number).arg(i);
    }
    return image;
}

// Now and then one that is there already.
QString RandomStore::newLayer()
{
    if (!m_layers.isEmpty() && chance(0.1)) {
        return m_layers[below(m_layers.size())];
    }
    m_layers << u"l%1=%2"_s.arg(m_layers.size()).arg(1 + below(MaxLayerSize));
    return m_layers.last();
}

RandomStore::Member RandomStore::makeMember(const ImageArchive::Image &image)
{
    const qsizetype number = m_members.size();
    const QString id = m_archive.add(image);
    const auto base = std::ranges::find(m_members, image.base + image.parent, &Member::archiveId);
    Member member{.archiveId = id,
        .id = id,
        .tags = image.tags,
        .isBare = base == m_members.end() ? image.isBare : base->isBare};
    for (int i = chance(0.2) ? 1 + below(2) : 0; i > 0; --i) {
        member.tenants << Tenant{u"c%1.%2"_s.arg(number).arg(i), randomState(member.isBare)};
    }
    if (!m_registry.isEmpty() && !member.tags.isEmpty() && chance(0.2)) {
        member.digest = chance(0.4) ? Digest::Alone : Digest::BesideName;
        member.tags << u"%1/r%2:%3"_s.arg(m_registry).arg(below(5)).arg(number);
    }
    member.losesName = number > 0 && member.digest == Digest::None && member.tags.size() == 1 && chance(0.1);
    return member;
}

// There is nothing in a bare image that could run.
QString RandomStore::randomState(bool isBare)
{
    const EngineKind &kind = m_engine.kind();
    QStringList states{u"created"_s};
    if (kind.isPodman()) {
        states << u"member"_s;
    }
    if (hasBuildah(kind)) {
        states << u"building"_s;
    }
    if (!isBare) {
        states << u"running"_s << u"stopped"_s << u"disposable"_s;
        // Podman has no such state.
        states << (kind.isPodman() ? QStringList() : QStringList(u"restarting"_s));
        // Without root no container can be paused where cgroups are of the first version.
        states << (kind.isRootless ? QStringList() : QStringList(u"paused"_s));
    }
    return states[below(states.size())];
}

bool RandomStore::isDrained() const
{
    return shownImages(m_engine).size() < m_members.size() / 2;
}

QString RandomStore::fill()
{
    QString failure;
    // Parents come before their children.
    for (qsizetype first = 0; first < m_members.size() && failure.isEmpty(); first += LoadedAtOnce) {
        failure = loadMembers(m_members.mid(first, LoadedAtOnce));
    }
    if (failure.isEmpty()) {
        // These get records without a name beside their names in containerd's store.
        failure = loadMembers(m_members.first(std::min(LoadedAtOnce, m_members.size() / 2)));
    }
    const QMap<QString, QString> ids = idsByName(m_engine);
    const QStringList containers = StoreState::of(m_engine).containers.keys();
    for (qsizetype i = 0; i < m_members.size(); ++i) {
        m_members[i].id = ids.value(memberName(i), m_members[i].id);
    }
    failure += failure.isEmpty() ? makePod(containers) : QString();
    for (qsizetype i = 0; i < m_members.size() && failure.isEmpty(); ++i) {
        const Member &member = m_members[i];
        failure = member.digest == Digest::None ? QString() : push(member);
        const bool isUsed = std::ranges::any_of(
            member.tenants, [&](const Tenant &tenant) { return containers.contains(tenant.name); });
        if (failure.isEmpty() && member.digest == Digest::Alone && !isUsed) {
            failure = leaveDigestAlone(member);
        }
        failure += failure.isEmpty() ? addTenants(member, containers) : QString();
        failure += failure.isEmpty() && member.losesName && !isUsed ? moveName(i) : QString();
    }
    return failure;
}

QString RandomStore::loadMembers(const QList<Member> &members) const
{
    QStringList ids;
    std::ranges::transform(members, std::back_inserter(ids), &Member::archiveId);
    const QString path = m_folder.path(u"images.tar"_s);
    const QString failure = m_archive.write(path, ids);
    return failure.isEmpty() ? docker({u"load"_s, u"-q"_s, u"-i"_s, path}) : failure;
}

// To the image before it.
QString RandomStore::moveName(qsizetype member) const
{
    return docker({u"tag"_s, m_members[member - 1].id, m_members[member].tags.constFirst()});
}

QString RandomStore::push(const Member &member) const
{
    const QString name = member.tags.constLast();
    const QString failure = docker({u"tag"_s, member.id, name});
    return failure.isEmpty() ? docker({u"push"_s, u"-q"_s, name}) : failure;
}

QString RandomStore::leaveDigestAlone(const Member &member) const
{
    const QString repository = member.tags.constLast().section(u':', 0, -2);
    const QString digest = pushedDigest(member.tags.constLast());
    const QString failure = docker(QStringList(u"rmi"_s) + member.tags);
    return failure.isEmpty() ? docker({u"pull"_s, u"-q"_s, repository + u'@' + digest}) : failure;
}

// As the registry tells it: engines know others beside it.
QString RandomStore::pushedDigest(const QString &name) const
{
    const QString path = name.section(u'/', 1).section(u':', 0, -2);
    const Output answer = runProgram(u"curl"_s,
        {u"-sI"_s, u"-H"_s,
            u"Accept: application/vnd.docker.distribution.manifest.v2+json, "
            "application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json"_s,
            u"http://%1/v2/%2/manifests/%3"_s.arg(m_registry, path, name.section(u':', -1))},
        QProcessEnvironment::systemEnvironment());
    static const QRegularExpression header(u"^docker-content-digest: (\\S+)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return header.match(answer.text).captured(1);
}

// What holds it together is made from an image, too: one that need not lose its tags afterwards.
QString RandomStore::makePod(const QStringList &containers) const
{
    const bool isThere = std::ranges::any_of(
        containers, [](const QString &container) { return container.endsWith("-infra"_L1); });
    const auto image = std::ranges::find_if(
        m_members, [](const Member &member) { return !member.isBare && member.digest != Digest::Alone; });
    if (!m_engine.kind().isPodman() || isThere || image == m_members.cend()) {
        return {};
    }
    return Scene(m_engine, m_registry)
        .setUp(u"podman pod create --name %1 --infra-image %2 --infra-command /busybox --share ipc"_s.arg(
            Pod, image->id));
}

QString RandomStore::addTenants(const Member &member, const QStringList &containers) const
{
    QString text;
    for (const Tenant &tenant : member.tenants) {
        if (containers.contains(tenant.name)) {
            continue;
        }
        if (tenant.state == "member"_L1) {
            text += u"podman create --pod %1 --name %2 %3 /busybox true\n"_s.arg(Pod, tenant.name, member.id);
        } else if (tenant.state == "building"_L1) {
            text += u"buildah from --pull-never --name %1 %2\n"_s.arg(tenant.name, member.id);
        } else {
            text += u"container %1: %2 %3\n"_s.arg(tenant.name, member.id, tenant.state);
        }
    }
    return Scene(m_engine, m_registry).setUp(text);
}

QString RandomStore::docker(const QStringList &arguments) const
{
    const Output output = m_engine.docker(arguments);
    return output.exitCode == 0 ? QString() : arguments.join(u' ') + u": "_s + output.text + output.errors;
}

} // namespace jettison
