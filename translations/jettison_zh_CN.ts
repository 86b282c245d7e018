<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ImagePane</name>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>&amp;Try again now</source>
        <translation>立即重试(&amp;T)</translation>
    </message>
</context>
<context>
    <name>LayerPane</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>显示全部(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Tree</source>
        <translation>树(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>地图(&amp;M)</translation>
    </message>
    <message>
        <source>Layers that were read</source>
        <translation>已读取的层</translation>
    </message>
</context>
<context>
    <name>LogPane</name>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>Kind of lines</source>
        <translation>行的类型</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>已执行的操作</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected lines</source>
        <translation>复制选中的行</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the log as text</source>
        <translation>将日志保存为文本</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;L)</translation>
    </message>
    <message>
        <source>Clear the log</source>
        <translation>清空日志</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Jettison</source>
        <translation>Jettison</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>镜像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>删除(&amp;R)…</translation>
    </message>
    <message>
        <source>Remove the selected images</source>
        <translation>删除选中的镜像</translation>
    </message>
    <message>
        <source>&amp;Force remove…</source>
        <translation>强制删除(&amp;F)…</translation>
    </message>
    <message>
        <source>Remove them with the containers that use them</source>
        <translation>连同使用它们的容器一起删除</translation>
    </message>
    <message>
        <source>Remove &amp;all…</source>
        <translation>全部删除(&amp;A)…</translation>
    </message>
    <message>
        <source>Remove every image of the store</source>
        <translation>删除存储中的所有镜像</translation>
    </message>
    <message>
        <source>&amp;Pull…</source>
        <translation>拉取(&amp;P)…</translation>
    </message>
    <message>
        <source>Get an image from a registry</source>
        <translation>从仓库获取镜像</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>刷新(&amp;F)</translation>
    </message>
    <message>
        <source>Read the store again</source>
        <translation>重新读取存储</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>End what runs at the next safe place</source>
        <translation>在下一个安全的位置结束当前操作</translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>复制 ID(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the IDs of the selected images</source>
        <translation>复制选中镜像的 ID</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>复制名称(&amp;N)</translation>
    </message>
    <message>
        <source>Copy the names of the selected images</source>
        <translation>复制选中镜像的名称</translation>
    </message>
    <message>
        <source>&amp;Filter images</source>
        <translation>筛选镜像(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Search the log</source>
        <translation>搜索日志(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Save log…</source>
        <translation>保存日志(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Intermediate images</source>
        <translation>中间镜像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;About Jettison</source>
        <translation>关于 Jettison(&amp;A)</translation>
    </message>
    <message>
        <source>L&amp;ayers</source>
        <translation>层(&amp;A)</translation>
    </message>
</context>
<context>
    <name>PullDialog</name>
    <message>
        <source>Pull an image</source>
        <translation>拉取镜像</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>alpine:3.20, registry.example.com/app@sha256:…</source>
        <translation>alpine:3.20，registry.example.com/app@sha256:…</translation>
    </message>
    <message>
        <source>&amp;Pull</source>
        <translation>拉取(&amp;P)</translation>
    </message>
    <message>
        <source>Layers of the image</source>
        <translation>镜像的层</translation>
    </message>
    <message>
        <source>&amp;Cancel the pull</source>
        <translation>取消拉取(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>Remove images</source>
        <translation>删除镜像</translation>
    </message>
    <message>
        <source>The store has changed while you looked: this is the new preview.</source>
        <translation>在您查看期间存储发生了变化：这是新的预览。</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>将要执行的操作</translation>
    </message>
    <message>
        <source>&amp;Stop and remove the containers that use them, first</source>
        <translation>先停止并删除使用它们的容器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Time to stop:</source>
        <translation>停止时限(&amp;T)：</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>C&amp;opy as command</source>
        <translation>复制为命令(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the command line that does the same</source>
        <translation>复制作用相同的命令行</translation>
    </message>
</context>
<context>
    <name>jettison::CommandLine</name>
    <message>
        <source>Engine to use, such as unix:///var/run/docker.sock.</source>
        <translation>要使用的引擎，例如 unix:///var/run/docker.sock。</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Docker context to use.</source>
        <translation>要使用的 Docker 上下文。</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>How to print: %1.</source>
        <translation>输出格式：%1。</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>List the images of the store.</source>
        <translation>列出存储中的镜像。</translation>
    </message>
    <message>
        <source>Show intermediate images too.</source>
        <translation>同时显示中间镜像。</translation>
    </message>
    <message>
        <source>Print IDs only.</source>
        <translation>只输出 ID。</translation>
    </message>
    <message>
        <source>Remove images. IMAGE is a name, name:tag, name@digest, ID or the beginning of an ID.</source>
        <translation>删除镜像。IMAGE 是 名称、名称:标签、名称@摘要、ID 或 ID 的开头部分。</translation>
    </message>
    <message>
        <source>Stop and remove the containers that use the images, first.</source>
        <translation>先停止并删除使用这些镜像的容器。</translation>
    </message>
    <message>
        <source>Print what would be done, and do nothing.</source>
        <translation>只输出将要执行的操作，不做任何改动。</translation>
    </message>
    <message>
        <source>With --force: seconds a container may take to stop (default 10).</source>
        <translation>与 --force 合用：容器停止的时限，单位为秒（默认 10）。</translation>
    </message>
    <message>
        <source>S</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>All images.</source>
        <translation>所有镜像。</translation>
    </message>
    <message>
        <source>Images without a name.</source>
        <translation>没有名称的镜像（悬空镜像）。</translation>
    </message>
    <message>
        <source>Images that no container uses, in any state.</source>
        <translation>没有任何容器（无论何种状态）使用的镜像。</translation>
    </message>
    <message>
        <source>Do not ask before --all.</source>
        <translation>使用 --all 时不再询问。</translation>
    </message>
    <message>
        <source>Pull images.</source>
        <translation>拉取镜像。</translation>
    </message>
    <message>
        <source>What to do.</source>
        <translation>要执行的命令。</translation>
    </message>
    <message>
        <source>--format takes %1 or json, not &quot;%2&quot;.</source>
        <translation>--format 可取 %1 或 json，不能是“%2”。</translation>
    </message>
    <message>
        <source>&quot;jettison rm&quot; wants either images, or one of --all, --dangling and --unused.</source>
        <translation>“jettison rm”需要给出镜像，或者 --all、--dangling、--unused 之一。</translation>
    </message>
    <message>
        <source>--time takes seconds from 0 to %1, not &quot;%2&quot;.</source>
        <translation>--time 可取 0 到 %1 秒，不能是“%2”。</translation>
    </message>
    <message>
        <source>&quot;jettison ls&quot; takes no names.</source>
        <translation>“jettison ls”不接受名称。</translation>
    </message>
    <message>
        <source>&quot;jettison pull&quot; wants the name of an image.</source>
        <translation>“jettison pull”需要一个镜像名称。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;; see &quot;jettison --help&quot;.</source>
        <translation>没有命令“%1”；参见“jettison --help”。</translation>
    </message>
    <message>
        <source>Give either --host or --context, not both.</source>
        <translation>--host 和 --context 只能给出一个。</translation>
    </message>
    <message>
        <source>--host and --context want a value that is not empty.</source>
        <translation>--host 和 --context 的值不能为空。</translation>
    </message>
    <message>
        <source>Show the layers of the store as a tree; with IMAGE, only its layers and who shares them.</source>
        <translation>以树的形式显示存储中的层；给出 IMAGE 时只显示它的层以及与谁共享。</translation>
    </message>
    <message>
        <source>Removes container images, seeing first what goes.

Commands:
  ls      list the images
  tree    show their layers, and who shares them
  rm      remove images, and with --force the containers that use them
  pull    pull images

Without a command the window opens. &quot;jettison COMMAND --help&quot; tells more.</source>
        <translation>删除容器镜像，并事先看清会删掉什么。

命令：
  ls      列出镜像
  tree    显示它们的层以及由谁共享
  rm      删除镜像；加上 --force 时连同使用它们的容器
  pull    拉取镜像

不带命令时打开窗口。“jettison 命令 --help”显示更多说明。</translation>
    </message>
</context>
<context>
    <name>jettison::ErrorText</name>
    <message>
        <source>This is no address of an engine that can be used: %1. Give one such as unix:///var/run/docker.sock or tcp://host:2375.</source>
        <translation>这不是可用的引擎地址：%1。请给出类似 unix:///var/run/docker.sock 或 tcp://host:2375 的地址。</translation>
    </message>
    <message>
        <source>No container engine answers at %1. Start the engine, or name another with --host.</source>
        <translation>%1 处没有容器引擎响应。请启动引擎，或用 --host 指定另一个。</translation>
    </message>
    <message>
        <source>You may not open %1. Become a member of the group that owns it (for Docker: sudo usermod -aG docker $USER, then log in again), or use a rootless engine.</source>
        <translation>您无权打开 %1。请加入它所属的用户组（Docker：sudo usermod -aG docker $USER，然后重新登录），或使用无根（rootless）引擎。</translation>
    </message>
    <message>
        <source>There is no host with this name: %1. Check the spelling and your network.</source>
        <translation>没有这个名称的主机：%1。请检查拼写和网络。</translation>
    </message>
    <message>
        <source>The engine cannot be reached: %1. Check the address and your network.</source>
        <translation>无法连接引擎：%1。请检查地址和网络。</translation>
    </message>
    <message>
        <source>The connection to the engine ended in the middle of an answer: %1. Look at the list again to see what was done.</source>
        <translation>与引擎的连接在应答中途断开：%1。请重新查看列表，确认已执行了什么。</translation>
    </message>
    <message>
        <source>The engine did not answer in time: %1. It may be busy; try again later.</source>
        <translation>引擎没有及时应答：%1。它可能正忙，请稍后重试。</translation>
    </message>
    <message>
        <source>What answers there is not a container engine, perhaps a proxy: %1. Check the address and the proxy&apos;s settings.</source>
        <translation>应答的不是容器引擎，可能是代理：%1。请检查地址和代理设置。</translation>
    </message>
    <message>
        <source>The answer cannot be understood: %1. Check that the address is an engine&apos;s, and that it does not want TLS.</source>
        <translation>无法理解应答：%1。请确认该地址属于引擎，并且不要求 TLS。</translation>
    </message>
    <message>
        <source>This engine speaks no version of the API that this program knows: %1. Update the older of the two.</source>
        <translation>此引擎不支持本程序所知的任何 API 版本：%1。请更新两者中较旧的一个。</translation>
    </message>
    <message>
        <source>The image&apos;s names have changed since the preview: %1</source>
        <translation>预览之后镜像的名称发生了变化：%1</translation>
    </message>
    <message>
        <source>The name has moved to another image since the preview: %1</source>
        <translation>预览之后该名称已指向另一个镜像：%1</translation>
    </message>
    <message>
        <source>A container was made from the image since the preview: %1</source>
        <translation>预览之后有容器由该镜像创建：%1</translation>
    </message>
    <message>
        <source>An image was built on it since the preview: %1</source>
        <translation>预览之后有镜像基于它构建：%1</translation>
    </message>
    <message>
        <source>The container was started again since the preview: %1</source>
        <translation>预览之后该容器又被启动：%1</translation>
    </message>
    <message>
        <source>Its image is gone since the preview, so the container was left alone: %1</source>
        <translation>预览之后它的镜像已不存在，因此没有动这个容器：%1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>There is no such image or container: %1</source>
        <translation>没有这个镜像或容器：%1</translation>
    </message>
    <message>
        <source>The engine does not allow it: %1</source>
        <translation>引擎不允许：%1</translation>
    </message>
    <message>
        <source>The engine refused: %1</source>
        <translation>引擎拒绝：%1</translation>
    </message>
    <message>
        <source>Neither a name nor an ID of an image: %1</source>
        <translation>既不是镜像名称也不是镜像 ID：%1</translation>
    </message>
    <message>
        <source>Several images begin like this, give more digits: %1</source>
        <translation>有多个镜像以此开头，请给出更多位：%1</translation>
    </message>
    <message>
        <source>An earlier step, which this one needs, was not done</source>
        <translation>它所依赖的前一步没有完成</translation>
    </message>
    <message>
        <source>The engine agreed, but not everything is gone: %1</source>
        <translation>引擎已同意，但并未全部删除：%1</translation>
    </message>
    <message>
        <source>Cancelled while it was being stopped; the engine may still stop it</source>
        <translation>在停止过程中被取消；引擎仍可能将其停止</translation>
    </message>
</context>
<context>
    <name>jettison::FilterBar</name>
    <message>
        <source>Images to show</source>
        <translation>要显示的镜像</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>所有镜像</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Dangling</source>
        <translation>悬空</translation>
    </message>
    <message>
        <source>Filter by name, ID or container</source>
        <translation>按名称、ID 或容器筛选</translation>
    </message>
    <message>
        <source>Filter the images</source>
        <translation>筛选镜像</translation>
    </message>
</context>
<context>
    <name>jettison::Formatting</name>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>%n 秒前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>%n 周前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n 个月前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n 年前</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
</context>
<context>
    <name>jettison::ImageModel</name>
    <message>
        <source>Repository</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>独占</translation>
    </message>
</context>
<context>
    <name>jettison::ImagePane</name>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>There are no images in this store. Pull… gets one.</source>
        <translation>此存储中没有镜像。可用“拉取…”获取。</translation>
    </message>
    <message>
        <source>No image fits what is searched for and shown.</source>
        <translation>没有符合筛选条件的镜像。</translation>
    </message>
</context>
<context>
    <name>jettison::ImageText</name>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n 个标签</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::ImageToolTip</name>
    <message numerus="yes">
        <source>All of %1: %n image(s), %2 unique to them, %3 shared</source>
        <translation>
            <numerusform>%1 共 %n 个镜像，独占 %2，共享 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 bytes, layers that other images share included</source>
        <translation>%L1 字节，含与其他镜像共享的层</translation>
    </message>
    <message>
        <source>%1 that no other image needs, %2 shared</source>
        <translation>%1 没有其他镜像需要，%2 为共享</translation>
    </message>
    <message>
        <source>The layers are being read</source>
        <translation>正在读取层</translation>
    </message>
</context>
<context>
    <name>jettison::LayerMap</name>
    <message>
        <source>Map of layers</source>
        <translation>层的地图</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) too small to draw, %1 together</source>
        <translation>
            <numerusform>%n 个层太小无法绘制，共 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them go(es)</source>
        <translation>
            <numerusform>其中 %n 个将删除</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no layers in this store.</source>
        <translation>此存储中没有层。</translation>
    </message>
    <message>
        <source>The layers of the images stand here.</source>
        <translation>这里显示镜像的层。</translation>
    </message>
</context>
<context>
    <name>jettison::LayerMapAccessibleItem</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>jettison::LayerModel</name>
    <message numerus="yes">
        <source>The %n layers of this row</source>
        <translation>
            <numerusform>此行的 %n 个层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers up to %1</source>
        <translation>
            <numerusform>%n 个层，直到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Topmost of</source>
        <translation>顶层所属</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>删除结果</translation>
    </message>
</context>
<context>
    <name>jettison::LayerPane</name>
    <message numerus="yes">
        <source>Reading the layers of %n image(s)…</source>
        <translation>
            <numerusform>正在读取 %n 个镜像的层…</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no layers in this store.</source>
        <translation>此存储中没有层。</translation>
    </message>
    <message>
        <source>The layers of the images stand here.</source>
        <translation>这里显示镜像的层。</translation>
    </message>
    <message numerus="yes">
        <source>The layers of %n image(s) could not be read: what a removal frees is an estimate.</source>
        <translation>
            <numerusform>无法读取 %n 个镜像的层：释放的空间只是估计值。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Show the images</source>
        <translation>显示这些镜像(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;elect the images</source>
        <translation>选中这些镜像(&amp;E)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove all %n image(s)…</source>
        <translation>
            <numerusform>全部删除这 %n 个镜像(&amp;R)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy &amp;digest</source>
        <translation>复制摘要(&amp;D)</translation>
    </message>
    <message>
        <source>Copy &amp;chain ID</source>
        <translation>复制链 ID(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open all</source>
        <translation>全部展开(&amp;O)</translation>
    </message>
    <message>
        <source>C&amp;lose all</source>
        <translation>全部折叠(&amp;L)</translation>
    </message>
</context>
<context>
    <name>jettison::LayerText</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>goes</source>
        <translation>将删除</translation>
    </message>
    <message>
        <source>stays: a container of a removed image needs it</source>
        <translation>保留：已删除镜像的容器需要它</translation>
    </message>
    <message>
        <source>stays: %1</source>
        <translation>保留：%1</translation>
    </message>
    <message>
        <source>%1 (%L2 bytes)</source>
        <translation>%1（%L2 字节）</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) need it</source>
        <translation>
            <numerusform>%n 个镜像需要它</numerusform>
        </translation>
    </message>
    <message>
        <source>Topmost layer of %1</source>
        <translation>%1 的最上层</translation>
    </message>
</context>
<context>
    <name>jettison::LayerTree</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
</context>
<context>
    <name>jettison::ListCommand</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>There is no display for the window. In the terminal, try:
  jettison rm --dry-run IMAGE    what removing it would do
  jettison rm IMAGE              remove it
  jettison rm --unused           remove what no container uses
  jettison --help                everything else</source>
        <translation>没有可以显示窗口的显示器。可在终端中尝试：
  jettison rm --dry-run IMAGE    查看删除它会发生什么
  jettison rm IMAGE              删除它
  jettison rm --unused           删除没有容器使用的镜像
  jettison --help                其他用法</translation>
    </message>
</context>
<context>
    <name>jettison::LogModel</name>
    <message>
        <source>(%L1 older lines are not kept)</source>
        <translation>（%L1 行较旧的日志未保留）</translation>
    </message>
    <message>
        <source>%L1 older lines are not kept</source>
        <translation>%L1 行较旧的日志未保留</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>jettison::LogPane</name>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Text files (*.txt);;All files (*)</source>
        <translation>文本文件 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The log was saved to %1</source>
        <translation>日志已保存到 %1</translation>
    </message>
    <message>
        <source>The log could not be saved to %1: %2. Choose another folder or free some room.</source>
        <translation>无法将日志保存到 %1：%2。请选择其他文件夹或腾出空间。</translation>
    </message>
</context>
<context>
    <name>jettison::MainWindow</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>About Jettison</source>
        <translation>关于 Jettison</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Jettison %1&lt;/h3&gt;&lt;p&gt;Removes container images, seeing first what goes.&lt;/p&gt;&lt;p&gt;MIT licence&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Jettison %1&lt;/h3&gt;&lt;p&gt;删除容器镜像，并事先看清会删掉什么。&lt;/p&gt;&lt;p&gt;MIT 许可证&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 — Jettison</source>
        <translation>%1 — Jettison</translation>
    </message>
    <message>
        <source>Connected to %1 at %2</source>
        <translation>已连接到 %1（%2）</translation>
    </message>
    <message>
        <source>%1 Trying again…</source>
        <translation>%1 正在重试…</translation>
    </message>
    <message>
        <source>The connection is back</source>
        <translation>连接已恢复</translation>
    </message>
    <message>
        <source>Digest: %1</source>
        <translation>摘要：%1</translation>
    </message>
    <message>
        <source>%1 was not pulled: %2</source>
        <translation>%1 未能拉取：%2</translation>
    </message>
    <message>
        <source>The window closes as soon as the current step has ended</source>
        <translation>当前步骤结束后窗口将立即关闭</translation>
    </message>
</context>
<context>
    <name>jettison::Messages</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 stays: used by %2</source>
        <translation>%1 保留：正被 %2 使用</translation>
    </message>
    <message>
        <source>%1 stays: images are built on it that are not chosen: %2</source>
        <translation>%1 保留：有未选中的镜像基于它构建：%2</translation>
    </message>
    <message>
        <source>Image %1 stays under the name %2</source>
        <translation>镜像 %1 以名称 %2 保留</translation>
    </message>
    <message>
        <source>%1: done, although the engine answered with an error: %2</source>
        <translation>%1：已完成，尽管引擎返回了错误：%2</translation>
    </message>
    <message>
        <source>%1: was gone already</source>
        <translation>%1：早已不存在</translation>
    </message>
    <message>
        <source>%1: skipped: %2</source>
        <translation>%1：已跳过：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) deleted</source>
        <translation>
            <numerusform>删除了 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s) untagged</source>
        <translation>
            <numerusform>移除了 %n 个引用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) deleted</source>
        <translation>
            <numerusform>删除了 %n 个层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) stopped</source>
        <translation>
            <numerusform>停止了 %n 个容器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) removed</source>
        <translation>
            <numerusform>删除了 %n 个容器</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) kept</source>
        <translation>
            <numerusform>保留了 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) failed</source>
        <translation>
            <numerusform>%n 步失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) skipped</source>
        <translation>
            <numerusform>%n 步跳过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) not started</source>
        <translation>
            <numerusform>%n 步未开始</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) to delete</source>
        <translation>
            <numerusform>将删除 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s) to untag</source>
        <translation>
            <numerusform>将移除 %n 个引用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) to stop</source>
        <translation>
            <numerusform>将停止 %n 个容器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) to remove</source>
        <translation>
            <numerusform>将删除 %n 个容器</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>下载中</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>校验中</translation>
    </message>
    <message>
        <source>downloaded</source>
        <translation>已下载</translation>
    </message>
    <message>
        <source>extracting</source>
        <translation>解压中</translation>
    </message>
    <message>
        <source>exists</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>%1 stays: the engine does not part a tag from its digest while a container uses the image: %2. Choose the tag as well</source>
        <translation>%1 保留：有容器使用该镜像时，引擎不允许单独移除标签对应的摘要：%2。请同时选择该标签</translation>
    </message>
    <message>
        <source>%1 freed, as predicted</source>
        <translation>释放了 %1，与预测一致</translation>
    </message>
    <message>
        <source>%1 freed, %2 predicted</source>
        <translation>释放了 %1，预测为 %2</translation>
    </message>
    <message>
        <source>%1 (the store itself measured %2)</source>
        <translation>%1（存储自身测得 %2）</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) keep %1 of it</source>
        <translation>
            <numerusform>%n 个镜像仍占用其中的 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>containers keep %1 of it</source>
        <translation>容器仍占用其中的 %1</translation>
    </message>
    <message>
        <source>frees %1</source>
        <translation>释放 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n selected; the layers are being read</source>
        <translation>
            <numerusform>已选 %n 个；正在读取层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected, %1 in size, frees %2</source>
        <translation>
            <numerusform>已选 %n 个，共 %1，可释放 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them stay: in use</source>
        <translation>
            <numerusform>其中 %n 个保留：正在使用</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>jettison::PlanModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: stopped, then removed</source>
        <translation>%1：先停止，再删除</translation>
    </message>
    <message>
        <source>%1: removed</source>
        <translation>%1：删除</translation>
    </message>
    <message numerus="yes">
        <source>Containers stopped and removed: %n</source>
        <translation>
            <numerusform>停止并删除的容器：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>References untagged: %n</source>
        <translation>
            <numerusform>移除的引用：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Images deleted: %n</source>
        <translation>
            <numerusform>删除的镜像：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Images that stay: %n</source>
        <translation>
            <numerusform>保留的镜像：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (the last name: its image goes with it)</source>
        <translation>%1（最后一个名称：镜像将随之删除）</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>%1, freeing %2</source>
        <translation>%1，释放 %2</translation>
    </message>
    <message numerus="yes">
        <source>Layers deleted: %n</source>
        <translation>
            <numerusform>删除的层：%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::PullCommand</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>jettison::PullDialog</name>
    <message>
        <source>Pulling %1…</source>
        <translation>正在拉取 %1…</translation>
    </message>
</context>
<context>
    <name>jettison::PullModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
</context>
<context>
    <name>jettison::RemovalDialog</name>
    <message>
        <source>Nothing to remove</source>
        <translation>没有可删除的</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n image(s)</source>
        <translation>
            <numerusform>删除 %n 个镜像(&amp;R)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Untag %n reference(s)</source>
        <translation>
            <numerusform>移除 %n 个引用(&amp;U)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n image(s), free %1</source>
        <translation>
            <numerusform>删除 %n 个镜像，释放 %1(&amp;R)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::RemoveCommand</name>
    <message>
        <source>Nothing was removed.</source>
        <translation>没有删除任何东西。</translation>
    </message>
    <message>
        <source>%1. Go on? [y/N] </source>
        <translation>%1。继续吗？[y/N] </translation>
    </message>
</context>
<context>
    <name>jettison::TreeCommand</name>
    <message>
        <source>needed by %1</source>
        <translation>%1 需要它</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
</context>
</TS>
