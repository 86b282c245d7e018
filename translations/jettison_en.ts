<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>jettison::BackupsDialog</name>
    <message numerus="yes">
        <source>%n backup(s), %1</source>
        <translation>
            <numerusform>%n backup, %1</numerusform>
            <numerusform>%n backups, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::ExportDialog</name>
    <message numerus="yes">
        <source>%1 and %n more, about %2 unpacked</source>
        <translation>
            <numerusform>%1 and %n more, about %2 unpacked</numerusform>
            <numerusform>%1 and %n more, about %2 unpacked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::FilesDialog</name>
    <message numerus="yes">
        <source>&amp;Wasted: %1 in %Ln file(s)</source>
        <translation>
            <numerusform>&amp;Wasted: %1 in %Ln file</numerusform>
            <numerusform>&amp;Wasted: %1 in %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::FilesModel</name>
    <message numerus="yes">
        <source>%Ln file(s) in it</source>
        <translation>
            <numerusform>%Ln file in it</numerusform>
            <numerusform>%Ln files in it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::FilesText</name>
    <message numerus="yes">
        <source>hides %1 in %n file(s)</source>
        <translation>
            <numerusform>hides %1 in %n file</numerusform>
            <numerusform>hides %1 in %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overwrites %1 in %n file(s)</source>
        <translation>
            <numerusform>overwrites %1 in %n file</numerusform>
            <numerusform>overwrites %1 in %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln file, %1</numerusform>
            <numerusform>%Ln files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; wasted: %2 in %Ln file(s)</source>
        <translation>
            <numerusform>%1; wasted: %2 in %Ln file</numerusform>
            <numerusform>%1; wasted: %2 in %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::Formatting</name>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>%n second ago</numerusform>
            <numerusform>%n seconds ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::ImageText</name>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::ImageToolTip</name>
    <message numerus="yes">
        <source>All of %1: %n image(s), %2 unique to them, %3 shared</source>
        <translation>
            <numerusform>All of %1: %n image, %2 unique to them, %3 shared</numerusform>
            <numerusform>All of %1: %n images, %2 unique to them, %3 shared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::LayerMap</name>
    <message numerus="yes">
        <source>%n layer(s) too small to draw, %1 together</source>
        <translation>
            <numerusform>%n layer too small to draw, %1 together</numerusform>
            <numerusform>%n layers too small to draw, %1 together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them go(es)</source>
        <translation>
            <numerusform>%n of them goes</numerusform>
            <numerusform>%n of them go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::LayerMapAccessibleItem</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::LayerModel</name>
    <message numerus="yes">
        <source>The %n layers of this row</source>
        <translation>
            <numerusform>The %n layer of this row</numerusform>
            <numerusform>The %n layers of this row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers up to %1</source>
        <translation>
            <numerusform>%n layer up to %1</numerusform>
            <numerusform>%n layers up to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::LayerPane</name>
    <message numerus="yes">
        <source>Reading the layers of %n image(s)…</source>
        <translation>
            <numerusform>Reading the layers of %n image…</numerusform>
            <numerusform>Reading the layers of %n images…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The layers of %n image(s) could not be read: what a removal frees is an estimate.</source>
        <translation>
            <numerusform>The layers of %n image could not be read: what a removal frees is an estimate.</numerusform>
            <numerusform>The layers of %n images could not be read: what a removal frees is an estimate.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove all %n image(s)…</source>
        <translation>
            <numerusform>&amp;Remove all %n image…</numerusform>
            <numerusform>&amp;Remove all %n images…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::LayerText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) need it</source>
        <translation>
            <numerusform>%n image needs it</numerusform>
            <numerusform>%n images need it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::LossText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nor can %n more newer removal(s)</source>
        <translation>
            <numerusform>Nor can %n more newer removal</numerusform>
            <numerusform>Nor can %n more newer removals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::Messages</name>
    <message numerus="yes">
        <source>%n image(s) deleted</source>
        <translation>
            <numerusform>%n image deleted</numerusform>
            <numerusform>%n images deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s) untagged</source>
        <translation>
            <numerusform>%n reference untagged</numerusform>
            <numerusform>%n references untagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) deleted</source>
        <translation>
            <numerusform>%n layer deleted</numerusform>
            <numerusform>%n layers deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) stopped</source>
        <translation>
            <numerusform>%n container stopped</numerusform>
            <numerusform>%n containers stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) removed</source>
        <translation>
            <numerusform>%n container removed</numerusform>
            <numerusform>%n containers removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) kept</source>
        <translation>
            <numerusform>%n image kept</numerusform>
            <numerusform>%n images kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) failed</source>
        <translation>
            <numerusform>%n step failed</numerusform>
            <numerusform>%n steps failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) skipped</source>
        <translation>
            <numerusform>%n step skipped</numerusform>
            <numerusform>%n steps skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) not started</source>
        <translation>
            <numerusform>%n step not started</numerusform>
            <numerusform>%n steps not started</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) to delete</source>
        <translation>
            <numerusform>%n image to delete</numerusform>
            <numerusform>%n images to delete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s) to untag</source>
        <translation>
            <numerusform>%n reference to untag</numerusform>
            <numerusform>%n references to untag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) to stop</source>
        <translation>
            <numerusform>%n container to stop</numerusform>
            <numerusform>%n containers to stop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) to remove</source>
        <translation>
            <numerusform>%n container to remove</numerusform>
            <numerusform>%n containers to remove</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) keep %1 of it</source>
        <translation>
            <numerusform>%n image keeps %1 of it</numerusform>
            <numerusform>%n images keep %1 of it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected; the layers are being read</source>
        <translation>
            <numerusform>%n selected; the layers are being read</numerusform>
            <numerusform>%n selected; the layers are being read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected, %1 in size, frees %2</source>
        <translation>
            <numerusform>%n selected, %1 in size, frees %2</numerusform>
            <numerusform>%n selected, %1 in size, frees %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them stay: in use</source>
        <translation>
            <numerusform>%n of them stays: in use</numerusform>
            <numerusform>%n of them stay: in use</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) no longer needed (computed)</source>
        <translation>
            <numerusform>%n layer no longer needed (computed)</numerusform>
            <numerusform>%n layers no longer needed (computed)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) deleted</source>
        <translation>
            <numerusform>%n platform deleted</numerusform>
            <numerusform>%n platforms deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) to delete</source>
        <translation>
            <numerusform>%n platform to delete</numerusform>
            <numerusform>%n platforms to delete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) kept</source>
        <translation>
            <numerusform>%n platform kept</numerusform>
            <numerusform>%n platforms kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) not here</source>
        <translation>
            <numerusform>%n platform not here</numerusform>
            <numerusform>%n platforms not here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::PlanModel</name>
    <message numerus="yes">
        <source>Containers stopped and removed: %n</source>
        <translation>
            <numerusform>Containers stopped and removed: %n</numerusform>
            <numerusform>Containers stopped and removed: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>References untagged: %n</source>
        <translation>
            <numerusform>References untagged: %n</numerusform>
            <numerusform>References untagged: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Images deleted: %n</source>
        <translation>
            <numerusform>Images deleted: %n</numerusform>
            <numerusform>Images deleted: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Images that stay: %n</source>
        <translation>
            <numerusform>Images that stay: %n</numerusform>
            <numerusform>Images that stay: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Layers deleted: %n</source>
        <translation>
            <numerusform>Layers deleted: %n</numerusform>
            <numerusform>Layers deleted: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What undo will not bring back: %n</source>
        <translation>
            <numerusform>What undo will not bring back: %n</numerusform>
            <numerusform>What undo will not bring back: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Layers no longer needed (computed: this engine does not report them): %n</source>
        <translation>
            <numerusform>Layers no longer needed (computed: this engine does not report them): %n</numerusform>
            <numerusform>Layers no longer needed (computed: this engine does not report them): %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What else will happen: %n</source>
        <translation>
            <numerusform>What else will happen: %n</numerusform>
            <numerusform>What else will happen: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Platforms deleted: %n</source>
        <translation>
            <numerusform>Platforms deleted: %n</numerusform>
            <numerusform>Platforms deleted: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What keeps them: %n</source>
        <translation>
            <numerusform>What keeps them: %n</numerusform>
            <numerusform>What keeps them: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::RemovalDialog</name>
    <message numerus="yes">
        <source>&amp;Remove %n image(s)</source>
        <translation>
            <numerusform>&amp;Remove %n image</numerusform>
            <numerusform>&amp;Remove %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Untag %n reference(s)</source>
        <translation>
            <numerusform>&amp;Untag %n reference</numerusform>
            <numerusform>&amp;Untag %n references</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n image(s), free %1</source>
        <translation>
            <numerusform>&amp;Remove %n image, free %1</numerusform>
            <numerusform>&amp;Remove %n images, free %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n platform(s), free %1</source>
        <translation>
            <numerusform>&amp;Remove %n platform, free %1</numerusform>
            <numerusform>&amp;Remove %n platforms, free %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::SwarmText</name>
    <message numerus="yes">
        <source>%n node(s). Each has images of its own, which only its own engine shows.</source>
        <translation>
            <numerusform>%n node. Each has images of its own, which only its own engine shows.</numerusform>
            <numerusform>%n nodes. Each has images of its own, which only its own engine shows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::TransferText</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Adds %1: %n of %2 layers are new</source>
        <translation>
            <numerusform>Adds %1: %n of %2 layers is new</numerusform>
            <numerusform>Adds %1: %n of %2 layers are new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) imported</source>
        <translation>
            <numerusform>%n image imported</numerusform>
            <numerusform>%n images imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) given</source>
        <translation>
            <numerusform>%n name given</numerusform>
            <numerusform>%n names given</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were there already</source>
        <translation>
            <numerusform>%n image was there already</numerusform>
            <numerusform>%n images were there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) not imported</source>
        <translation>
            <numerusform>%n image not imported</numerusform>
            <numerusform>%n images not imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::TreeCommand</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::UndoText</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n name</numerusform>
            <numerusform>%n names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) brought back</source>
        <translation>
            <numerusform>%n image brought back</numerusform>
            <numerusform>%n images brought back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) given back</source>
        <translation>
            <numerusform>%n name given back</numerusform>
            <numerusform>%n names given back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) re-created</source>
        <translation>
            <numerusform>%n container re-created</numerusform>
            <numerusform>%n containers re-created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were there already</source>
        <translation>
            <numerusform>%n image was there already</numerusform>
            <numerusform>%n images were there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) still missing</source>
        <translation>
            <numerusform>%n image still missing</numerusform>
            <numerusform>%n images still missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) from a registry</source>
        <translation>
            <numerusform>%n image from a registry</numerusform>
            <numerusform>%n images from a registry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) will be pulled again from a registry</source>
        <translation>
            <numerusform>%n image will be pulled again from a registry</numerusform>
            <numerusform>%n images will be pulled again from a registry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s)</source>
        <translation>
            <numerusform>%n platform</numerusform>
            <numerusform>%n platforms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) brought back</source>
        <translation>
            <numerusform>%n platform brought back</numerusform>
            <numerusform>%n platforms brought back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) were there already</source>
        <translation>
            <numerusform>%n platform was there already</numerusform>
            <numerusform>%n platforms were there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) still missing</source>
        <translation>
            <numerusform>%n platform still missing</numerusform>
            <numerusform>%n platforms still missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) if a registry has a copy</source>
        <translation>
            <numerusform>%n image if a registry has a copy</numerusform>
            <numerusform>%n images if a registry has a copy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without a backup, %n image(s) can come back only from a registry that has a copy</source>
        <translation>
            <numerusform>Without a backup, %n image can come back only from a registry that has a copy</numerusform>
            <numerusform>Without a backup, %n images can come back only from a registry that has a copy</numerusform>
        </translation>
    </message>
</context>
</TS>
