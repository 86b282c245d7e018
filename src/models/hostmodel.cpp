// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/hostmodel.h"

#include "models/hosttext.h"
#include "models/messages.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// What is in use by itself comes first, then what a person used last.
void putForward(QList<Host> &hosts, const QString &lastUsed)
{
    const auto others = std::ranges::find(hosts, false, &Host::isCurrent);
    const auto last =
        std::find_if(others, hosts.end(), [&](const Host &host) { return host.key == lastUsed; });
    if (last != hosts.end()) {
        std::rotate(others, last, std::next(last));
    }
}

bool isOfPerson(const Host &host)
{
    return std::ranges::all_of(host.names, [](const Host::Name &name) {
        return name.source == Host::Source::Remembered || name.source == Host::Source::Archive;
    });
}

} // namespace

void HostModel::setHosts(const QList<Host> &hosts, const QString &lastUsed)
{
    m_hosts = hosts;
    m_lastUsed = lastUsed;
    arrange();
    Q_EMIT listed();
}

void HostModel::setOpenStores(const QList<OpenStore> &stores)
{
    m_open = stores;
    arrange();
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    }
}

void HostModel::hold(bool isHeld)
{
    m_isHeld = isHeld;
    arrange();
}

void HostModel::arrange()
{
    QList<Host> rows = m_hosts;
    putForward(rows, m_lastUsed);
    for (const OpenStore &store : std::as_const(m_open)) {
        if (std::ranges::find(rows, store.key, &Host::key) == rows.end()) {
            rows << Host{.key = store.key,
                .names = {{.text = store.title, .source = Host::Source::CommandLine}},
                .endpoint = store.endpoint};
        }
    }
    if (m_isHeld || rows == m_rows) {
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void HostModel::remove(const QString &key)
{
    m_hosts.removeIf([&](const Host &host) { return host.key == key; });
    const QModelIndex gone = indexOf(key);
    if (gone.isValid() && !openStore(key)) {
        beginRemoveRows({}, gone.row(), gone.row());
        m_rows.removeAt(gone.row());
        endRemoveRows();
    }
}

void HostModel::setAsking(const QString &key)
{
    // What is known stays in sight until there is something new.
    Known &known = m_known[key];
    if (known.state == State::Unknown) {
        known.state = State::Checking;
        changed(key);
    }
}

void HostModel::setAnswer(const QString &key, const HostAnswer &answer)
{
    m_known[key] = {.state = answer.store ? State::Reachable : State::Failed, .answer = answer};
    changed(key);
    Q_EMIT answered();
}

QList<Route> HostModel::routes() const
{
    QHash<QString, HostAnswer> answers;
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known) {
        if (known->state == State::Reachable || known->state == State::Failed) {
            answers.insert(known.key(), known->answer);
        }
    }
    return routesTo(m_hosts, answers);
}

// The row, and those where the same engine answers.
void HostModel::changed(const QString &key)
{
    const QString id = m_known.value(key).answer.identity.id;
    for (int row = 0; row < m_rows.size(); ++row) {
        const Known other = known(m_rows[row]);
        if (m_rows[row].key == key || (!id.isEmpty() && other.answer.identity.id == id)) {
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

const Host *HostModel::host(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &Host::key);
    return found == m_rows.end() ? nullptr : &*found;
}

QModelIndex HostModel::indexOf(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &Host::key);
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
}

const OpenStore *HostModel::openStore(const QString &key) const
{
    const auto found = std::ranges::find(m_open, key, &OpenStore::key);
    return found == m_open.end() ? nullptr : &*found;
}

HostModel::Known HostModel::known(const Host &host) const
{
    return host.error ? Known{.state = State::Failed, .answer = {.error = host.error}}
                      : m_known.value(host.key);
}

int HostModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant HostModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Host &host = m_rows[index.row()];
    const OpenStore *open = openStore(host.key);
    switch (role) {
    case Qt::DisplayRole:
        return hosttext::title(host);
    case Qt::ToolTipRole:
        return toolTip(host);
    case Qt::AccessibleTextRole:
        return accessibleText(host);
    case KeyRole:
        return host.key;
    case KindRole:
        return hosttext::kind(known(host).answer);
    case EndpointRole:
        return hosttext::place(host);
    case StateRole:
        return int(known(host).state);
    case StateTextRole:
        return stateText(host);
    case BusyRole:
        return open && open->isBusy;
    case OpenRole:
        return open != nullptr;
    case ForgettableRole:
        return isOfPerson(host);
    default:
        return {};
    }
}

// Who types a name may mean any of a row's; views ask for the first alone.
QModelIndexList HostModel::match(
    const QModelIndex &start, int role, const QVariant &value, int hits, Qt::MatchFlags flags) const
{
    const QString text = value.toString();
    if (role != Qt::DisplayRole || flags != (Qt::MatchStartsWith | Qt::MatchWrap)) {
        return QAbstractListModel::match(start, role, value, hits, flags);
    }
    QModelIndexList found;
    for (int i = 0; i < m_rows.size() && (hits < 0 || found.size() < hits); ++i) {
        const int row = (std::max(start.row(), 0) + i) % int(m_rows.size());
        const bool isMeant = std::ranges::any_of(m_rows[row].names,
            [&](const Host::Name &name) { return name.text.startsWith(text, Qt::CaseInsensitive); });
        if (isMeant || hosttext::title(m_rows[row]).startsWith(text, Qt::CaseInsensitive)) {
            found << index(row);
        }
    }
    return found;
}

QString HostModel::stateText(const Host &host) const
{
    const OpenStore *open = openStore(host.key);
    if (open && open->isBusy) {
        return tr("busy");
    }
    const Known now = known(host);
    switch (now.state) {
    case State::Unknown:
        return {};
    case State::Checking:
        return tr("checking…");
    case State::Reachable:
    case State::Failed:
        return hosttext::state(now.answer);
    }
    Q_UNREACHABLE();
}

QStringList HostModel::twins(const Host &host) const
{
    const QString id = known(host).answer.identity.id;
    QStringList titles;
    for (const Host &other : m_rows) {
        if (!id.isEmpty() && other.key != host.key && known(other).answer.identity.id == id) {
            titles << hosttext::title(other);
        }
    }
    return titles;
}

QString HostModel::toolTip(const Host &host) const
{
    QStringList lines{hosttext::sources(host)};
    if (!host.endpoint.isEmpty()) {
        lines << host.endpoint;
    }
    if (host.isCurrent) {
        lines << tr("Used if nothing else is said");
    }
    if (const QStringList same = twins(host); !same.isEmpty()) {
        lines << tr("The same engine as %1").arg(same.join(tr(", ")));
    }
    if (const std::optional<Error> error = known(host).answer.error) {
        lines << messages::error(*error);
    }
    if (const OpenStore *open = openStore(host.key); open && open->isBusy) {
        lines << tr("Something is still running there");
    }
    return lines.join(u'\n');
}

// All that the row shows, for those who do not see it.
QString HostModel::accessibleText(const Host &host) const
{
    QStringList parts{
        hosttext::title(host), hosttext::kind(known(host).answer), hosttext::place(host), stateText(host)};
    parts.removeAll(QString());
    return parts.join(tr(", "));
}

} // namespace jettison
