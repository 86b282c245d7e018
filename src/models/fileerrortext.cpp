// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/fileerrortext.h"

#include <QCoreApplication>

namespace jettison {

namespace {

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::ErrorText)
};

} // namespace

QString fileText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileFailed:
        return ErrorText::tr(
            "The file cannot be used: %1. Check its name, and that you may read and write there.");
    case ErrorCode::NoSpace:
        return ErrorText::tr(
            "There is not enough room on the disk: %1. Free some, or choose another folder.");
    case ErrorCode::NotAnArchive:
        return ErrorText::tr(
            "This is neither an archive made by \"docker save\" nor an OCI image layout: %1");
    case ErrorCode::NoEngine:
        return ErrorText::tr("This needs a container engine, and the store is a file: %1");
    case ErrorCode::NoLayers:
        return ErrorText::tr("Engines cannot save images without layers, neither into a backup nor into an "
                             "archive: %1. Leave them out, or remove them without a backup.");
    case ErrorCode::LacksPlatform:
        return ErrorText::tr("Docker cannot save an image of which it lacks what would run on its own "
                             "machine: %1. Pull that as well (docker pull --platform), save another "
                             "platform alone (docker save --platform), or do without a backup.");
    case ErrorCode::TakesNoPlatforms:
        return ErrorText::tr(
            "This store cannot get single platforms of an image back, which were removed from the one at "
            "%1. Choose Docker 27 or newer with the containerd image store, without an older "
            "DOCKER_API_VERSION in the environment, or an OCI layout.");
    case ErrorCode::LayoutOnly:
        return ErrorText::tr("An archive of \"docker save\" holds only images, and this is none: %1. Leave "
                             "it out, or export to an OCI layout.");
    case ErrorCode::NoLists:
        return ErrorText::tr(
            "An archive holds images, and this is a manifest list, which only names some: %1. "
            "Choose those images instead.");
    case ErrorCode::TargetExists:
        return ErrorText::tr("There is something at %1 already. Add the images to it, replace it, or choose "
                             "another name.");
    case ErrorCode::SameFile:
        return ErrorText::tr("These images come from %1 itself. Choose another file.");
    case ErrorCode::NoBackup:
        return ErrorText::tr(
            "There is no such backup: %1. \"jettison undo --list\" shows those that are there.");
    default:
        return ErrorText::tr("The archive is damaged: %1. Use another copy of it, or make it anew.");
    }
}

} // namespace jettison
