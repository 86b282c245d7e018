// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/dockerfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

class tst_Dockerfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void instructions_data();
    void instructions();
    void metadata_data();
    void metadata();
};

void tst_Dockerfile::instructions_data()
{
    QTest::addColumn<QString>("createdBy");
    QTest::addColumn<QString>("expected");

    QTest::addRow("empty") << u""_s << u""_s;
    QTest::addRow("blanks only") << u" \n\t "_s << u""_s;
    QTest::addRow("legacy, no command") << u"/bin/sh -c #(nop)  ENV A=b"_s << u"ENV A=b"_s;
    QTest::addRow("legacy, copy") << u"/bin/sh -c #(nop) ADD file:0123abcd in / "_s
                                  << u"ADD file:0123abcd in /"_s;
    QTest::addRow("legacy, run") << u"/bin/sh -c apk add python3"_s << u"RUN apk add python3"_s;
    QTest::addRow("legacy, build arguments") << u"|2 A=b C=d /bin/sh -c make $A"_s << u"RUN make $A"_s;
    QTest::addRow("legacy, an argument with blanks") << u"|1 FLAGS=-O2 -g /bin/sh -c make"_s << u"RUN make"_s;
    QTest::addRow("a pipe that counts nothing") << u"| tee /bin/sh -c log"_s << u"| tee /bin/sh -c log"_s;
    QTest::addRow("counted, but no shell") << u"|1 A=b make"_s << u"|1 A=b make"_s;
    QTest::addRow("BuildKit, run") << u"RUN /bin/sh -c apk add python3 # buildkit"_s
                                   << u"RUN apk add python3"_s;
    QTest::addRow("BuildKit, build arguments")
        << u"RUN |2 A=b C=d /bin/sh -c make # buildkit"_s << u"RUN make"_s;
    QTest::addRow("BuildKit, copy") << u"COPY app.py /app/ # buildkit"_s << u"COPY app.py /app/"_s;
    QTest::addRow("BuildKit, metadata") << u"ENV PATH=/usr/bin"_s << u"ENV PATH=/usr/bin"_s;
    QTest::addRow("BuildKit, no shell") << u"RUN make all # buildkit"_s << u"RUN make all"_s;
    QTest::addRow("a comment of its own stays") << u"/bin/sh -c make # fast"_s << u"RUN make # fast"_s;
    QTest::addRow("bash") << u"/bin/bash -c make"_s << u"RUN make"_s;
    QTest::addRow("bash that fails in pipes")
        << u"RUN /bin/bash -o pipefail -c a | b # buildkit"_s << u"RUN a | b"_s;
    QTest::addRow("Windows") << u"cmd /S /C dir"_s << u"RUN dir"_s;
    QTest::addRow("many lines") << u"/bin/sh -c set -e;\n\tmake;   \n  make install"_s
                                << u"RUN set -e; make; make install"_s;
    QTest::addRow("heredoc") << u"RUN /bin/sh -c <<EOF\nmake\nEOF # buildkit"_s << u"RUN <<EOF make EOF"_s;
    QTest::addRow("a shell within a command") << u"COPY /bin/sh -c /x"_s << u"COPY /bin/sh -c /x"_s;
    QTest::addRow("no builder") << u"Imported from -"_s << u"Imported from -"_s;
    QTest::addRow("bazel") << u"bazel build //app:image"_s << u"bazel build //app:image"_s;
}

void tst_Dockerfile::instructions()
{
    QFETCH(QString, createdBy);
    QTEST(dockerfile::instruction(createdBy), "expected");
}

void tst_Dockerfile::metadata_data()
{
    QTest::addColumn<QString>("instruction");
    QTest::addColumn<bool>("expected");

    for (const char *word : {"ARG", "CMD", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK", "LABEL",
             "MAINTAINER", "ONBUILD", "SHELL", "STOPSIGNAL", "USER", "VOLUME"}) {
        QTest::addRow("%s", word) << QString::fromLatin1(word) + " x"_L1 << true;
    }
    for (const char *word : {"ADD", "COPY", "RUN", "FROM", "ENVIRONMENT", "env"}) {
        QTest::addRow("%s", word) << QString::fromLatin1(word) + " x"_L1 << false;
    }
    // Makes a folder that is not there yet, and then a layer.
    QTest::addRow("WORKDIR") << u"WORKDIR /app"_s << false;
    QTest::addRow("word alone") << u"CMD"_s << true;
    QTest::addRow("empty") << u""_s << false;
}

void tst_Dockerfile::metadata()
{
    QFETCH(QString, instruction);
    QTEST(dockerfile::isMetadata(instruction), "expected");
}

QTEST_APPLESS_MAIN(tst_Dockerfile)
#include "tst_dockerfile.moc"
