// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archiverewrite.h"

#include <QCoreApplication>

#include <cstdio>

using namespace jettison;

// Removes the first image of an archive, for a test that kills it in the middle. Says when it begins.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const Result<OpenedArchive> archive =
        openArchive(QCoreApplication::arguments().value(1), Digests::Omitted);
    if (!archive || archive->images.isEmpty()) {
        return 2;
    }
    ImageReferences staying;
    for (const ArchivedImage &image : archive->images.sliced(1)) {
        staying.insert(image.id, image.references);
    }
    const Result<Rewrite> rewrite = planRemoval(*archive, staying);
    std::puts("begins");
    std::fflush(stdout);
    return rewrite && rewriteArchive(*archive, *rewrite) ? 0 : 1;
}
