// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/containersconf.h"

#include "stores/configfile.h"

// No exceptions: errors are values here.
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const toml::node_view<const toml::node> &node)
{
    return QString::fromStdString(node.value_or(std::string()));
}

QString reasonOf(const toml::parse_error &error)
{
    return QString::fromUtf8(error.description().data(), qsizetype(error.description().size())) + ", line "_L1
        + QString::number(error.source().begin.line);
}

} // namespace

Result<void> addContainersConf(const QString &path, ServiceDestinations &destinations)
{
    const Result<QByteArray> text = configfile::read(path);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const toml::parse_result parsed = toml::parse(std::string_view(text->data(), size_t(text->size())));
    if (!parsed) {
        return fail(ErrorCode::BrokenSettings, path + ": "_L1 + reasonOf(parsed.error()));
    }
    const auto engine = parsed.table()["engine"];
    if (const QString active = textOf(engine["active_service"]); !active.isEmpty()) {
        destinations.active = active;
    }
    if (const toml::table *entries = engine["service_destinations"].as_table()) {
        for (const auto &[name, entry] : *entries) {
            const toml::node_view<const toml::node> node(entry);
            destinations.entries.insert(QString::fromUtf8(name.str().data(), qsizetype(name.str().size())),
                {.uri = textOf(node["uri"]),
                    .place = path,
                    .identity = textOf(node["identity"]),
                    .authorities = textOf(node["tls_ca"]),
                    .certificate = textOf(node["tls_cert"]),
                    .key = textOf(node["tls_key"])});
        }
    }
    return {};
}

} // namespace jettison
