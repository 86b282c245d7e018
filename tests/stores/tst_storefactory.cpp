// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/storefactory.h"

#include "stores/resulttext.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

// Of the context `colima`: its folder is the sha256 of the name.
constexpr auto Meta = "contexts/meta/f24fd3749c1368328e2b149bec149cb6795619f244c5b584e844961215dadd16"_L1;

void writeContext(const QTemporaryDir &config, const QByteArray &host)
{
    QVERIFY(QDir(config.path()).mkpath(Meta));
    QFile file(config.filePath(Meta + "/meta.json"_L1));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"Endpoints":{"docker":{"Host":")" + host + "\"}}}");
}

} // namespace

class TestStoreFactory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAgainUntilSomethingIsFound();
    void refusesSocketsOfOtherPlatforms();
};

void TestStoreFactory::looksAgainUntilSomethingIsFound()
{
    const QTemporaryDir config;
    QProcessEnvironment environment;
    environment.insert(u"DOCKER_CONFIG"_s, config.path());
    const StoreFactory factory = storeFactory({.context = u"colima"_s, .environment = environment});
    const StoreFactory copy = factory;
    REQUIRE_ERROR(factory(), ErrorCode::NoContext);
    writeContext(config, "tcp://first.invalid");
    REQUIRE_ERROR((*factory())->open(patientCall()), ErrorCode::HostNotFound);
    // From now on it stays with that one.
    writeContext(config, "tcp://second.invalid");
    const Result<StoreInfo> info = (*copy())->open(patientCall());
    REQUIRE_ERROR(info, ErrorCode::HostNotFound);
    QVERIFY(info.error().detail.contains("first.invalid"_L1));
}

void TestStoreFactory::refusesSocketsOfOtherPlatforms()
{
    const bool pipes = isAvailable(Endpoint::Scheme::NamedPipe);
    const auto foreign =
        parseEndpoint(pipes ? u"unix:///var/run/docker.sock"_s : u"npipe:////./pipe/docker_engine"_s);
    const auto store = makeStore(*foreign);
    REQUIRE_ERROR(store, ErrorCode::InvalidEndpoint);
    QVERIFY(store.error().detail.startsWith(foreign->text()));
}

QTEST_GUILESS_MAIN(TestStoreFactory)
#include "tst_storefactory.moc"
