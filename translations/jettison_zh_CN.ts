<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>What is in the selected backup</source>
        <translation>选中备份的内容</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>恢复(&amp;R)…</translation>
    </message>
    <message>
        <source>Bring back what it holds</source>
        <translation>恢复其中的内容</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Write its images to a file that &quot;docker load&quot; takes</source>
        <translation>将其中的镜像写入“docker load”可以加载的文件</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>校验(&amp;V)</translation>
    </message>
    <message>
        <source>Read it through and compare every digest</source>
        <translation>通读备份并核对每个摘要</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;Always keep a backup before a removal</source>
        <translation>删除前总是保留备份(&amp;A)</translation>
    </message>
    <message>
        <source>Limit total &amp;size to:</source>
        <translation>总大小上限(&amp;S)：</translation>
    </message>
    <message>
        <source>After a new backup the oldest ones are deleted until all fit; the log says which</source>
        <translation>每次新建备份后，从最旧的备份开始删除，直到总大小不超过上限；日志会列出删除了哪些</translation>
    </message>
    <message>
        <source>off</source>
        <translation>不限</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Limit a&amp;ge to:</source>
        <translation>保留时间上限(&amp;G)：</translation>
    </message>
    <message>
        <source>After a new backup older ones are deleted; the log says which</source>
        <translation>每次新建备份后，删除超过此时间的备份；日志会列出删除了哪些</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect to an engine</source>
        <translation>连接到引擎</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>地址(&amp;A)：</translation>
    </message>
    <message>
        <source>tcp://host:2376, ssh://user@host, unix:///path/to/docker.sock</source>
        <translation>tcp://主机:2376、ssh://用户@主机、unix:///路径/docker.sock</translation>
    </message>
    <message>
        <source>&amp;TLS, for tcp:// only</source>
        <translation>TLS，仅用于 tcp://(&amp;T)</translation>
    </message>
    <message>
        <source>Trusted authorities (&amp;ca.pem):</source>
        <translation>受信任的颁发机构(&amp;ca.pem)：</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>系统自带的</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the file of the trusted authorities</source>
        <translation>选择受信任颁发机构的文件</translation>
    </message>
    <message>
        <source>Your ce&amp;rtificate (cert.pem):</source>
        <translation>您的证书(ce&amp;rt.pem)：</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose the file of your certificate</source>
        <translation>选择您的证书文件</translation>
    </message>
    <message>
        <source>Its &amp;key (key.pem):</source>
        <translation>证书的密钥(&amp;key.pem)：</translation>
    </message>
    <message>
        <source>Choose the file of the key</source>
        <translation>选择密钥文件</translation>
    </message>
    <message>
        <source>Put it into the list of stores, although nobody answers there now</source>
        <translation>放入存储列表，尽管那里现在无人应答</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>连接(&amp;O)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep it any&amp;way</source>
        <translation>仍然保留(&amp;W)</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export images</source>
        <translation>导出镜像</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Target:</source>
        <translation>目标(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>There is something of that name already:</source>
        <translation>已有同名的文件或文件夹：</translation>
    </message>
    <message>
        <source>&amp;Add the images to it; it keeps its format</source>
        <translation>将镜像添加进去，格式保持不变(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Replace it; what is in it is lost</source>
        <translation>替换它，其中的内容将丢失(&amp;R)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>FilesDialog</name>
    <message>
        <source>Progress of the reading</source>
        <translation>读取进度</translation>
    </message>
    <message>
        <source>&amp;Cancel the reading</source>
        <translation>取消读取(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>重新读取(&amp;R)</translation>
    </message>
    <message>
        <source>Layers of the image</source>
        <translation>镜像的层</translation>
    </message>
    <message>
        <source>Filter the files</source>
        <translation>筛选文件</translation>
    </message>
    <message>
        <source>Filter by name, or by path with a slash</source>
        <translation>按名称筛选，含斜杠时按路径筛选</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Biggest files</source>
        <translation>最大的文件(&amp;B)</translation>
    </message>
    <message>
        <source>Biggest files of the image</source>
        <translation>镜像中最大的文件</translation>
    </message>
    <message>
        <source>&amp;Wasted</source>
        <translation>浪费(&amp;W)</translation>
    </message>
    <message>
        <source>Files that take room and cannot be seen in the image</source>
        <translation>占用空间但在镜像中看不到的文件</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>复制路径(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
</context>
<context>
    <name>ImagePane</name>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Try again &amp;now</source>
        <translation>立即重试(&amp;N)</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import images</source>
        <translation>导入镜像</translation>
    </message>
    <message>
        <source>Images of the archive</source>
        <translation>归档中的镜像</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Choose every image</source>
        <translation>选择所有镜像</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>全不选(&amp;N)</translation>
    </message>
    <message>
        <source>Choose no image</source>
        <translation>不选择任何镜像</translation>
    </message>
    <message>
        <source>Names that move</source>
        <translation>将改为指向其他镜像的名称</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
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
    <message>
        <source>&amp;Undo…</source>
        <translation>撤销(&amp;U)…</translation>
    </message>
    <message>
        <source>Bring back what the last removal took</source>
        <translation>恢复上次删除的内容</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>See the backups; restore, export or delete them</source>
        <translation>查看备份，并可恢复、导出或删除</translation>
    </message>
    <message>
        <source>Fi&amp;les…</source>
        <translation>查看文件(&amp;L)…</translation>
    </message>
    <message>
        <source>Show the files of the selected image, layer by layer, and what is wasted in it</source>
        <translation>逐层显示选中镜像的文件，以及其中浪费的空间</translation>
    </message>
    <message>
        <source>&amp;Open archive…</source>
        <translation>打开归档(&amp;O)…</translation>
    </message>
    <message>
        <source>Open OCI &amp;layout…</source>
        <translation>打开 OCI 布局(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Take the images of an archive or a layout into this store</source>
        <translation>将归档或布局中的镜像导入此存储</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the selected images to an archive or a layout</source>
        <translation>将选中的镜像写入归档或布局</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Remove all…</source>
        <translation>全部删除…</translation>
    </message>
    <message>
        <source>Pull…</source>
        <translation>拉取…</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>S&amp;witch store…</source>
        <translation>切换存储(&amp;W)…</translation>
    </message>
    <message>
        <source>Show another engine, archive or layout in this window</source>
        <translation>在此窗口中显示另一个引擎、归档或布局</translation>
    </message>
    <message>
        <source>Connect &amp;to…</source>
        <translation>连接到(&amp;T)…</translation>
    </message>
    <message>
        <source>Type the address of an engine</source>
        <translation>输入引擎的地址</translation>
    </message>
    <message>
        <source>Show an archive made by &quot;docker save&quot;, or a layout in a tar file</source>
        <translation>显示由“docker save”生成的归档，或 tar 文件中的布局</translation>
    </message>
    <message>
        <source>Show the folder of an OCI image layout</source>
        <translation>显示 OCI 镜像布局的文件夹</translation>
    </message>
    <message>
        <source>&amp;Close store</source>
        <translation>关闭存储(&amp;C)</translation>
    </message>
    <message>
        <source>Swarm &amp;nodes…</source>
        <translation>Swarm 节点(&amp;N)…</translation>
    </message>
    <message>
        <source>Show the nodes of the Swarm that the engine manages, and how to reach each</source>
        <translation>显示引擎所管理 Swarm 的节点，以及如何连接每个节点</translation>
    </message>
</context>
<context>
    <name>NodesDialog</name>
    <message>
        <source>Swarm nodes</source>
        <translation>Swarm 节点</translation>
    </message>
    <message>
        <source>Asking the engine…</source>
        <translation>正在询问引擎…</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
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
    <message>
        <source>Keep a &amp;backup first</source>
        <translation>先保留备份(&amp;B)</translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <source>Undo a removal</source>
        <translation>撤销删除</translation>
    </message>
    <message>
        <source>What comes back, and what does not</source>
        <translation>能恢复的和不能恢复的</translation>
    </message>
    <message>
        <source>&amp;Re-create the containers as well, without starting them</source>
        <translation>同时重新创建容器，但不启动(&amp;R)</translation>
    </message>
</context>
<context>
    <name>jettison::AboutBox</name>
    <message>
        <source>About Jettison</source>
        <translation>关于 Jettison</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Jettison %1&lt;/h3&gt;&lt;p&gt;Removes container images, seeing first what goes.&lt;/p&gt;&lt;p&gt;MIT licence&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Jettison %1&lt;/h3&gt;&lt;p&gt;删除容器镜像，并事先看清会删掉什么。&lt;/p&gt;&lt;p&gt;MIT 许可证&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>jettison::BackupModel</name>
    <message>
        <source>names only</source>
        <translation>仅名称</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>创建于</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>to be pulled</source>
        <translation>将重新拉取</translation>
    </message>
</context>
<context>
    <name>jettison::BackupsDialog</name>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s), %1</source>
        <translation>
            <numerusform>%n 个备份，共 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no backups yet. To make one, choose &quot;Keep a backup first&quot; when you remove images.</source>
        <translation>还没有备份。删除镜像时选择“先保留备份”即可创建备份。</translation>
    </message>
    <message>
        <source>Export a backup</source>
        <translation>导出备份</translation>
    </message>
    <message>
        <source>Archives (*.tar)</source>
        <translation>归档 (*.tar)</translation>
    </message>
    <message>
        <source>Packed archives (*.tar.zst)</source>
        <translation>压缩归档 (*.tar.zst)</translation>
    </message>
    <message>
        <source>Delete a backup</source>
        <translation>删除备份</translation>
    </message>
    <message>
        <source>Delete the backup %1 (%2) for good? What it holds cannot be brought back any more.</source>
        <translation>永久删除备份 %1（%2）吗？其中的内容将无法再恢复。</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
</context>
<context>
    <name>jettison::BusyBar</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>jettison::ChooseFiles</name>
    <message>
        <source>Open archive</source>
        <translation>打开归档</translation>
    </message>
    <message>
        <source>Archives of images (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.tar.zst)</source>
        <translation>镜像归档 (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.tar.zst)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open OCI layout</source>
        <translation>打开 OCI 布局</translation>
    </message>
</context>
<context>
    <name>jettison::CommandLine</name>
    <message>
        <source>URL</source>
        <translation>URL</translation>
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
        <source>Store to use, such as unix:///var/run/docker.sock, archive:FILE or layout:FOLDER.</source>
        <translation>要使用的存储，例如 unix:///var/run/docker.sock、archive:文件 或 layout:文件夹。</translation>
    </message>
    <message>
        <source>List the files of an image as they are seen in it, with the layer that has each and what it does to the layers below. The whole image is read through for it.</source>
        <translation>列出镜像中可见的文件、各文件所在的层，以及该层对下面各层的影响。为此需要通读整个镜像。</translation>
    </message>
    <message>
        <source>What this layer has, and what it hides. ID is the beginning of its digest or chain ID, or its number, 1 being the lowest.</source>
        <translation>此层包含什么、隐藏什么。ID 是其摘要或链 ID 的开头部分，或其序号，最下层为 1。</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>The N biggest files of the image.</source>
        <translation>镜像中最大的 N 个文件。</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Files of lower layers that upper ones overwrite or hide: they take room and are never seen.</source>
        <translation>下层中被上层覆盖或隐藏的文件：占用空间却永远看不到。</translation>
    </message>
    <message>
        <source>Keep a backup first, from which &quot;jettison undo&quot; brings the images back.</source>
        <translation>先保留备份，之后可用“jettison undo”恢复镜像。</translation>
    </message>
    <message>
        <source>Keep no backup, whatever the settings say.</source>
        <translation>不保留备份，无论设置如何。</translation>
    </message>
    <message>
        <source>Bring back what a removal took, from the newest backup or the one with that ID.</source>
        <translation>从最新的备份或指定 ID 的备份恢复被删除的内容。</translation>
    </message>
    <message>
        <source>List the backups, and do nothing.</source>
        <translation>只列出备份，不做任何改动。</translation>
    </message>
    <message>
        <source>Re-create the removed containers as well, from their configuration, without starting them.</source>
        <translation>同时按保存的配置重新创建已删除的容器，但不启动。</translation>
    </message>
    <message>
        <source>An archive made by &quot;docker save&quot;, or an OCI image layout.</source>
        <translation>由“docker save”生成的归档，或 OCI 镜像布局。</translation>
    </message>
    <message>
        <source>&quot;jettison files&quot; wants the name of one image.</source>
        <translation>“jettison files”需要一个镜像的名称。</translation>
    </message>
    <message>
        <source>Give one of --layer, --biggest and --wasted.</source>
        <translation>--layer、--biggest 和 --wasted 只能给出一个。</translation>
    </message>
    <message>
        <source>--layer wants a value that is not empty.</source>
        <translation>--layer 的值不能为空。</translation>
    </message>
    <message>
        <source>--biggest takes a number from 1 on, not &quot;%1&quot;.</source>
        <translation>--biggest 可取从 1 起的整数，不能是“%1”。</translation>
    </message>
    <message>
        <source>Give either --backup or --no-backup, not both.</source>
        <translation>--backup 和 --no-backup 只能给出一个。</translation>
    </message>
    <message>
        <source>&quot;jettison undo&quot; wants the ID of one backup, --list or neither.</source>
        <translation>“jettison undo”需要一个备份的 ID 或 --list，也可以都不给出。</translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot;.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>Give either files, or --host or --context.</source>
        <translation>文件与 --host、--context 不能同时给出。</translation>
    </message>
    <message>
        <source>There is no command and no file &quot;%1&quot;; see &quot;jettison --help&quot;.</source>
        <translation>没有命令或文件“%1”；参见“jettison --help”。</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Speak TLS with a tcp host, and verify that it is the host; as DOCKER_TLS_VERIFY does.</source>
        <translation>与 tcp 主机使用 TLS，并验证确为该主机；与 DOCKER_TLS_VERIFY 相同。</translation>
    </message>
    <message>
        <source>Speak TLS with whoever answers, without verifying who that is: unsafe.</source>
        <translation>与任何应答者使用 TLS，而不验证其身份：不安全。</translation>
    </message>
    <message>
        <source>Trust the authorities in FILE instead of ca.pem; if it is empty, those of the system.</source>
        <translation>信任文件中的颁发机构，而非 ca.pem；若为空，则信任系统自带的。</translation>
    </message>
    <message>
        <source>The certificate to show instead of cert.pem.</source>
        <translation>代替 cert.pem 出示的证书。</translation>
    </message>
    <message>
        <source>Its key, instead of key.pem.</source>
        <translation>其密钥，代替 key.pem。</translation>
    </message>
    <message>
        <source>Docker context or Podman connection to use.</source>
        <translation>要使用的 Docker 上下文或 Podman 连接。</translation>
    </message>
    <message>
        <source>The options of TLS go with --host, not with --context or with files.</source>
        <translation>TLS 的选项与 --host 一起使用，不能与 --context 或文件一起使用。</translation>
    </message>
    <message>
        <source>Only this platform of the images, such as linux/arm64; may be given several times. Needs Docker 28.2 or newer with the containerd image store.</source>
        <translation>仅镜像的此平台，如 linux/arm64；可多次给出。需要 Docker 28.2 或更新版本及 containerd 镜像存储。</translation>
    </message>
    <message>
        <source>PLATFORM</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>List the stores that can be used, and who answers there: docker&apos;s contexts, Podman&apos;s connections, sockets, variables and files.</source>
        <translation>列出可用的存储以及那里的应答者：docker 的上下文、Podman 的连接、套接字、变量和文件。</translation>
    </message>
    <message>
        <source>List the nodes of the Swarm that the engine manages, and by which of your connections each can be reached.</source>
        <translation>列出引擎所管理 Swarm 的节点，以及可通过您的哪个连接访问每个节点。</translation>
    </message>
    <message>
        <source>Removes container images, seeing first what goes.

Commands:
  ls      list the images
  tree    show their layers, and who shares them
  files   show the files of an image, and what is wasted in it
  rm      remove images, and with --force the containers that use them
  pull    pull images
  undo    bring back what a removal took
  export  write images to an archive or a layout
  import  take in the images of an archive or a layout
  hosts   list the stores that can be used, and who answers there
  nodes   list the nodes of a Swarm

Without a command the window opens, for each FILE a window of its own.
&quot;jettison COMMAND --help&quot; tells more.</source>
        <translation>删除容器镜像，并事先看清会删掉什么。

命令：
  ls      列出镜像
  tree    显示它们的层以及由谁共享
  files   显示镜像的文件以及其中浪费的空间
  rm      删除镜像；加上 --force 时连同使用它们的容器
  pull    拉取镜像
  undo    恢复被删除的内容
  export  将镜像写入归档或布局
  import  导入归档或布局中的镜像
  hosts   列出可用的存储以及那里的应答者
  nodes   列出 Swarm 的节点

不带命令时打开窗口，每个 FILE 各用一个窗口。
“jettison 命令 --help”显示更多说明。</translation>
    </message>
    <message>
        <source>--platform wants images by their names.</source>
        <translation>--platform 需要按名称给出镜像。</translation>
    </message>
    <message>
        <source>&quot;jettison nodes&quot; takes no names.</source>
        <translation>“jettison nodes”不接受名称。</translation>
    </message>
    <message>
        <source>&quot;jettison hosts&quot; takes no names, and neither --host nor --context.</source>
        <translation>“jettison hosts”不接受名称，也不接受 --host 和 --context。</translation>
    </message>
    <message>
        <source>Print what would come back and how, and do nothing.</source>
        <translation>打印会恢复什么以及如何恢复，但不执行任何操作。</translation>
    </message>
</context>
<context>
    <name>jettison::ConnectDialog</name>
    <message>
        <source>Trusted authorities</source>
        <translation>受信任的颁发机构</translation>
    </message>
    <message>
        <source>Your certificate</source>
        <translation>您的证书</translation>
    </message>
    <message>
        <source>Key of your certificate</source>
        <translation>证书的密钥</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.key)</source>
        <translation>PEM 文件 (*.pem *.crt *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>jettison::ErrorText</name>
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
        <source>The image&apos;s names have changed since the preview: %1</source>
        <translation>预览之后镜像的名称发生了变化：%1</translation>
    </message>
    <message>
        <source>The name has moved to another image since the preview: %1</source>
        <translation>预览之后该名称已指向另一个镜像：%1</translation>
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
    <message>
        <source>The file cannot be used: %1. Check its name, and that you may read and write there.</source>
        <translation>无法使用该文件：%1。请检查其名称，并确认您在该处有读写权限。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk: %1. Free some, or choose another folder.</source>
        <translation>磁盘空间不足：%1。请腾出空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>This is neither an archive made by &quot;docker save&quot; nor an OCI image layout: %1</source>
        <translation>这既不是由“docker save”生成的归档，也不是 OCI 镜像布局：%1</translation>
    </message>
    <message>
        <source>This needs a container engine, and the store is a file: %1</source>
        <translation>此操作需要容器引擎，而该存储是文件：%1</translation>
    </message>
    <message>
        <source>Engines cannot save images without layers, neither into a backup nor into an archive: %1. Leave them out, or remove them without a backup.</source>
        <translation>引擎无法保存没有层的镜像，既不能存入备份，也不能存入归档：%1。请不要选择它们，或在不保留备份的情况下删除它们。</translation>
    </message>
    <message>
        <source>An archive of &quot;docker save&quot; holds only images, and this is none: %1. Leave it out, or export to an OCI layout.</source>
        <translation>“docker save”格式的归档只能保存镜像，而这不是镜像：%1。请不要选择它，或导出为 OCI 布局。</translation>
    </message>
    <message>
        <source>There is something at %1 already. Add the images to it, replace it, or choose another name.</source>
        <translation>%1 处已有内容。请将镜像添加进去、替换它，或选择其他名称。</translation>
    </message>
    <message>
        <source>These images come from %1 itself. Choose another file.</source>
        <translation>这些镜像就来自 %1。请选择其他文件。</translation>
    </message>
    <message>
        <source>There is no such backup: %1. &quot;jettison undo --list&quot; shows those that are there.</source>
        <translation>没有这个备份：%1。“jettison undo --list”显示现有的备份。</translation>
    </message>
    <message>
        <source>The archive is damaged: %1. Use another copy of it, or make it anew.</source>
        <translation>归档已损坏：%1。请使用它的另一份副本，或重新生成。</translation>
    </message>
    <message>
        <source>The registry gave another image, which was left without a name: %1</source>
        <translation>仓库给出的是另一个镜像，已保留但没有名称：%1</translation>
    </message>
    <message>
        <source>Another program has changed it meanwhile, or is just changing it: %1. Try again.</source>
        <translation>其他程序在此期间更改了它，或正在更改它：%1。请重试。</translation>
    </message>
    <message>
        <source>The program &quot;ssh&quot; is not there, and %1 needs it. Install OpenSSH.</source>
        <translation>缺少程序“ssh”，而 %1 需要它。请安装 OpenSSH。</translation>
    </message>
    <message>
        <source>ssh does not trust this host: %1. If its key is new or has changed for a good reason, connect to it with ssh in a terminal once and follow what that says.</source>
        <translation>ssh 不信任此主机：%1。如果其密钥是新的或有正当理由更改过，请在终端中用 ssh 连接一次，并按提示操作。</translation>
    </message>
    <message>
        <source>The host does not let you in: %1. Check the user&apos;s name, and that your key is loaded (ssh-add); once ssh works in a terminal, it works here.</source>
        <translation>主机不允许您登录：%1。请检查用户名，并确认密钥已加载（ssh-add）；只要终端中的 ssh 可用，这里也就可用。</translation>
    </message>
    <message>
        <source>The host has neither the docker nor the podman program, and one of them is needed there: %1. Install it, or put it where shells find it.</source>
        <translation>该主机上既没有 docker 也没有 podman 程序，而那里需要其中之一：%1。请安装，或将其放到 shell 能找到的位置。</translation>
    </message>
    <message>
        <source>ssh cannot reach the engine: %1. Once ssh to this host works in a terminal, it works here.</source>
        <translation>ssh 无法连接到引擎：%1。只要在终端中能用 ssh 连接此主机，这里也就可用。</translation>
    </message>
    <message>
        <source>The engine&apos;s certificate is not to be trusted: %1. If it is yours, give the file of its authority with --tlscacert, or as ca.pem in DOCKER_CERT_PATH.</source>
        <translation>引擎的证书不可信：%1。如果它是您的，请用 --tlscacert 给出其颁发机构的文件，或将其作为 ca.pem 放入 DOCKER_CERT_PATH。</translation>
    </message>
    <message>
        <source>A certificate is out of its time: %1. Renew it, or set the clock right.</source>
        <translation>证书不在有效期内：%1。请更新证书，或校准时钟。</translation>
    </message>
    <message>
        <source>The certificate is that of another host: %1. Use a name that stands in it, or have it made for this one.</source>
        <translation>证书属于另一台主机：%1。请使用证书中的名称，或为此主机签发证书。</translation>
    </message>
    <message>
        <source>The engine lets only those in who show a certificate that it trusts: %1. Give yours with --tlscert and --tlskey, or as cert.pem and key.pem in DOCKER_CERT_PATH.</source>
        <translation>引擎只允许出示其信任证书的人连接：%1。请用 --tlscert 和 --tlskey 给出您的证书，或将其作为 cert.pem 和 key.pem 放入 DOCKER_CERT_PATH。</translation>
    </message>
    <message>
        <source>A file for TLS cannot be used: %1. Name the right ones with --tlscacert, --tlscert and --tlskey, or their folder in DOCKER_CERT_PATH.</source>
        <translation>TLS 的文件无法使用：%1。请用 --tlscacert、--tlscert 和 --tlskey 指定正确的文件，或用 DOCKER_CERT_PATH 指定其文件夹。</translation>
    </message>
    <message>
        <source>The engine wants TLS there: %1. Use --tlsverify or DOCKER_TLS_VERIFY=1, with the files of your certificate.</source>
        <translation>那里的引擎要求 TLS：%1。请使用 --tlsverify 或 DOCKER_TLS_VERIFY=1，并给出您的证书文件。</translation>
    </message>
    <message>
        <source>What listens there speaks no TLS: %1. Check the port (with TLS mostly 2376), or leave TLS out.</source>
        <translation>在那里监听的程序不使用 TLS：%1。请检查端口（使用 TLS 时通常为 2376），或不使用 TLS。</translation>
    </message>
    <message>
        <source>This is no address of an engine that can be used: %1. Give one such as unix:///var/run/docker.sock, tcp://host:2375 or ssh://user@host.</source>
        <translation>这不是可用的引擎地址：%1。请给出如 unix:///var/run/docker.sock、tcp://主机:2375 或 ssh://用户@主机 的地址。</translation>
    </message>
    <message>
        <source>The answer cannot be understood: %1. Check that the address is an engine&apos;s.</source>
        <translation>无法理解应答：%1。请检查该地址是否为引擎的地址。</translation>
    </message>
    <message>
        <source>A proxy answers in the engine&apos;s place: %1. It may not let this through, or not reach the engine. Ask who runs it.</source>
        <translation>代替引擎应答的是代理：%1。它可能不允许此请求通过，或无法连接引擎。请询问其管理员。</translation>
    </message>
    <message>
        <source>The engine is too old for this program: %1. Update the engine.</source>
        <translation>引擎对此程序来说太旧：%1。请更新引擎。</translation>
    </message>
    <message>
        <source>The engine is too new for this program: %1. Update this program.</source>
        <translation>引擎对此程序来说太新：%1。请更新此程序。</translation>
    </message>
    <message>
        <source>A later version of this program has written it: %1. Update this program.</source>
        <translation>它由此程序的更新版本写入：%1。请更新此程序。</translation>
    </message>
    <message>
        <source>The store has got a platform since the preview that may share its layers: %1</source>
        <translation>预览之后存储中新增了可能共享其层的平台：%1</translation>
    </message>
    <message>
        <source>An authorization plug-in of the engine does not allow it: %1. Ask who runs the engine.</source>
        <translation>引擎的授权插件不允许：%1。请询问引擎的管理员。</translation>
    </message>
    <message>
        <source>The engine is doing the same for somebody else: %1. Try again when that is done.</source>
        <translation>引擎正在为他人做同样的事：%1。请在其完成后重试。</translation>
    </message>
    <message>
        <source>This store cannot remove one platform of an image alone.</source>
        <translation>此存储无法单独移除镜像的一个平台。</translation>
    </message>
    <message>
        <source>The engine is restarting, or was stopped: %1. It is found again when it is back.</source>
        <translation>引擎正在重启，或已停止：%1。恢复后会自动重新连接。</translation>
    </message>
    <message>
        <source>There is no context or connection of this name: %1. &quot;jettison hosts&quot; lists what there is; choose with --context or --host.</source>
        <translation>没有此名称的上下文或连接：%1。“jettison hosts”会列出现有的；请用 --context 或 --host 选择。</translation>
    </message>
    <message>
        <source>%1 is a context of docker and a connection of Podman, and they lead to different places. &quot;jettison hosts&quot; shows both; give the address with --host.</source>
        <translation>%1 既是 docker 的上下文，也是 Podman 的连接，而且二者指向不同的地方。“jettison hosts”会显示这两者；请用 --host 给出地址。</translation>
    </message>
    <message>
        <source>The settings that tell where engines are cannot be used: %1. Mend that file, or give the address with --host; &quot;jettison hosts&quot; lists what there is.</source>
        <translation>说明引擎位置的设置无法使用：%1。请修正该文件，或用 --host 给出地址；“jettison hosts”会列出现有的。</translation>
    </message>
    <message>
        <source>An archive holds images, and this is a manifest list, which only names some: %1. Choose those images instead.</source>
        <translation>归档保存的是镜像，而这是只列出镜像名称的清单列表：%1。请改为选择那些镜像。</translation>
    </message>
    <message>
        <source>%1. Did you mean %2?</source>
        <translation>%1。您是指 %2 吗？</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>The engine did not find it: %1</source>
        <translation>引擎没有找到它：%1</translation>
    </message>
    <message>
        <source>Gone as well, though the engine did not say so: %1</source>
        <translation>也已消失，尽管引擎没有说明：%1</translation>
    </message>
    <message>
        <source>No such version of the API can be spoken: %1. Choose one of these, or unset the variable to have the newest that the engine knows.</source>
        <translation>无法使用这样的 API 版本：%1。请选用其中之一，或取消设置该变量以使用引擎所知的最新版本。</translation>
    </message>
    <message>
        <source>The engine does not speak the version of its API that DOCKER_API_VERSION asks for: %1. Unset that variable.</source>
        <translation>引擎不支持 DOCKER_API_VERSION 所要求的 API 版本：%1。请取消设置该变量。</translation>
    </message>
    <message>
        <source>There is no such image: %1</source>
        <translation>没有这个镜像：%1</translation>
    </message>
    <message>
        <source>The image has no such platform: %1</source>
        <translation>该镜像没有这个平台：%1</translation>
    </message>
    <message>
        <source>The image has no such platform, or several of that name: %1. There are: %2.</source>
        <translation>该镜像没有这个平台，或有多个同名平台：%1。现有平台：%2。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The image has several names, and the engine takes none of them away by a digest that it only made up. Give a name instead, or the ID: %1</source>
        <translation>该镜像有多个名称，引擎不会凭它自行拼出的摘要去掉其中任何一个。请改用名称或 ID：%1</translation>
    </message>
    <message>
        <source>The engine&apos;s certificate is not to be trusted: %1. If it is yours, give the file of its authority to the context: docker context update %2 --docker &quot;host=…,ca=…,cert=…,key=…&quot;</source>
        <translation>引擎的证书不可信：%1。如果这是您的引擎，请把其颁发机构的文件交给该上下文：docker context update %2 --docker &quot;host=…,ca=…,cert=…,key=…&quot;</translation>
    </message>
    <message>
        <source>The engine lets only those in who show a certificate that it trusts: %1. Give yours to the context: docker context update %2 --docker &quot;host=…,ca=…,cert=…,key=…&quot;</source>
        <translation>引擎只接受出示受其信任的证书的客户端：%1。请把您的证书交给该上下文：docker context update %2 --docker &quot;host=…,ca=…,cert=…,key=…&quot;</translation>
    </message>
    <message>
        <source>A file for TLS cannot be used: %1. Give the right ones to the context: docker context update %2 --docker &quot;host=…,ca=…,cert=…,key=…&quot;</source>
        <translation>无法使用某个 TLS 文件：%1。请把正确的文件交给该上下文：docker context update %2 --docker &quot;host=…,ca=…,cert=…,key=…&quot;</translation>
    </message>
    <message>
        <source>The engine wants TLS there: %1. Give the files of your certificate to the context: docker context update %2 --docker &quot;host=…,ca=…,cert=…,key=…&quot;</source>
        <translation>该引擎要求使用 TLS：%1。请把您的证书文件交给该上下文：docker context update %2 --docker &quot;host=…,ca=…,cert=…,key=…&quot;</translation>
    </message>
    <message>
        <source>Images have other IDs in this store than in the one that they were removed from, so nothing can be brought back here.</source>
        <translation>镜像在此存储中的 ID 与删除它们的那个存储中的不同，因此无法在此恢复任何内容。</translation>
    </message>
    <message>
        <source>This cannot be sent with requests: %1. Mend DOCKER_CUSTOM_HEADERS, or HttpHeaders in docker&apos;s config.json.</source>
        <translation>这些内容无法随请求发送：%1。请更正 DOCKER_CUSTOM_HEADERS，或 docker 的 config.json 中的 HttpHeaders。</translation>
    </message>
    <message>
        <source>A container was made since the preview that uses the image: %1</source>
        <translation>预览之后新建了使用该镜像的容器：%1</translation>
    </message>
    <message>
        <source>%1 &quot;jettison import %2&quot; brings the images in, with other IDs and with those of their names that no other image has now.</source>
        <translation>%1“jettison import %2”可导入这些镜像：它们会有不同的 ID，并保留目前未被其他镜像占用的名称。</translation>
    </message>
    <message>
        <source>Docker cannot save an image of which it lacks what would run on its own machine: %1. Pull that as well (docker pull --platform), save another platform alone (docker save --platform), or do without a backup.</source>
        <translation>Docker 无法保存缺少本机平台内容的镜像：%1。请一并拉取该平台（docker pull --platform），单独保存另一个平台（docker save --platform），或不做备份。</translation>
    </message>
    <message>
        <source>This store cannot get single platforms of an image back, which were removed from the one at %1. Choose Docker 27 or newer with the containerd image store, without an older DOCKER_API_VERSION in the environment, or an OCI layout.</source>
        <translation>此存储无法取回镜像的单个平台，它们是从 %1 处的存储中删除的。请选择使用 containerd 镜像存储的 Docker 27 或更新版本（环境变量 DOCKER_API_VERSION 不得指定更旧的版本），或选择 OCI 布局。</translation>
    </message>
</context>
<context>
    <name>jettison::ExportDialog</name>
    <message>
        <source>Archive as &quot;docker save&quot; makes it</source>
        <translation>“docker save”格式的归档</translation>
    </message>
    <message>
        <source>OCI layout in a folder</source>
        <translation>文件夹中的 OCI 布局</translation>
    </message>
    <message>
        <source>OCI layout in an archive</source>
        <translation>归档中的 OCI 布局</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more, about %2 unpacked</source>
        <translation>
            <numerusform>%1 等另外 %n 个，未压缩约 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, about %2 unpacked</source>
        <translation>%1，未压缩约 %2</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Archives (*.tar *.tar.gz *.tar.xz *.tar.zst)</source>
        <translation>归档 (*.tar *.tar.gz *.tar.xz *.tar.zst)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>jettison::FileLayersModel</name>
    <message>
        <source>The whole image</source>
        <translation>整个镜像</translation>
    </message>
    <message>
        <source>%L1. %2</source>
        <translation>%L1. %2</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
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
        <source>Wasted</source>
        <translation>浪费</translation>
    </message>
</context>
<context>
    <name>jettison::FileListModel</name>
    <message>
        <source>%1
%L2 bytes</source>
        <translation>%1
%L2 字节</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>浪费</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
</context>
<context>
    <name>jettison::FilesCommand</name>
    <message>
        <source>The image has no layer &quot;%1&quot;: give the beginning of its digest or chain ID, or a number from 1 to %2.</source>
        <translation>镜像没有层“%1”：请给出其摘要或链 ID 的开头部分，或 1 到 %2 的序号。</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>已读取 %1</translation>
    </message>
    <message>
        <source>%1 (&quot;jettison files %2&quot;)</source>
        <translation>%1（“jettison files %2”）</translation>
    </message>
    <message>
        <source>%1 (not in this store)</source>
        <translation>%1（不在此存储中）</translation>
    </message>
    <message>
        <source>%1 is a manifest list: it has no layers, and names no image.</source>
        <translation>%1 是清单列表：它没有层，也没有指向任何镜像。</translation>
    </message>
    <message>
        <source>%1 is a manifest list: it has no layers. Choose one of the images that it names: %2.</source>
        <translation>%1 是清单列表：它没有层。请选择它所指向的镜像之一：%2。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>jettison::FilesDialog</name>
    <message>
        <source>Files of %1</source>
        <translation>%1 的文件</translation>
    </message>
    <message>
        <source>Waiting for the engine to send %1 (%2)…</source>
        <translation>正在等待引擎发送 %1（%2）…</translation>
    </message>
    <message>
        <source>Reading %1: %2 of about %3</source>
        <translation>正在读取 %1：%2 / 约 %3</translation>
    </message>
    <message>
        <source>Reading %1: %2</source>
        <translation>正在读取 %1：%2</translation>
    </message>
    <message>
        <source>There are no files in this image.</source>
        <translation>此镜像中没有文件。</translation>
    </message>
    <message>
        <source>Nothing is wasted: no layer overwrites or hides a file of one below it.</source>
        <translation>没有浪费：没有层覆盖或隐藏其下各层的文件。</translation>
    </message>
    <message>
        <source>These take %1 in lower layers, and are never seen: upper layers overwrite or hide them.</source>
        <translation>这些文件在下层中占用 %1，却永远看不到：上层覆盖或隐藏了它们。</translation>
    </message>
    <message>
        <source>&amp;Wasted: nothing</source>
        <translation>浪费：无(&amp;W)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Wasted: %1 in %Ln file(s)</source>
        <translation>
            <numerusform>浪费：%Ln 个文件，共 %1(&amp;W)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::FilesModel</name>
    <message>
        <source>%L1 bytes</source>
        <translation>%L1 字节</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) in it</source>
        <translation>
            <numerusform>其中有 %Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, owner %2, group %3</source>
        <translation>%1，所有者 %2，组 %3</translation>
    </message>
    <message>
        <source>%1, of layer %L2</source>
        <translation>%1，来自第 %L2 层</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>jettison::FilesText</name>
    <message>
        <source>hides no file</source>
        <translation>未隐藏文件</translation>
    </message>
    <message numerus="yes">
        <source>hides %1 in %n file(s)</source>
        <translation>
            <numerusform>隐藏 %n 个文件，共 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>(all that was here before)</source>
        <translation>（此处原有的全部内容）</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>symbolic link</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>hard link</comment>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message numerus="yes">
        <source>overwrites %1 in %n file(s)</source>
        <translation>
            <numerusform>覆盖 %n 个文件，共 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>overwrites %1</source>
        <translation>覆盖 %1</translation>
    </message>
    <message>
        <source>other permissions</source>
        <translation>仅权限不同</translation>
    </message>
    <message>
        <source>other permissions, takes %1 again</source>
        <translation>仅权限不同，再次占用 %1</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>the same, takes %1 again</source>
        <translation>无变化，再次占用 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1</source>
        <translation>
            <numerusform>%Ln 个文件，共 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; nothing is wasted</source>
        <translation>%1；没有浪费</translation>
    </message>
    <message numerus="yes">
        <source>%1; wasted: %2 in %Ln file(s)</source>
        <translation>
            <numerusform>%1；浪费：%Ln 个文件，共 %2</numerusform>
        </translation>
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
    <name>jettison::HostButton</name>
    <message>
        <source>%1 ▾</source>
        <translation>%1 ▾</translation>
    </message>
    <message>
        <source>Store: %1</source>
        <translation>存储：%1</translation>
    </message>
    <message>
        <source>%1
Show another store (Ctrl+K)</source>
        <translation>%1
显示另一个存储 (Ctrl+K)</translation>
    </message>
    <message>
        <source>%1
%2
Show another store (Ctrl+K)</source>
        <translation>%1
%2
显示另一个存储 (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>jettison::HostModel</name>
    <message>
        <source>busy</source>
        <translation>忙</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Used if nothing else is said</source>
        <translation>未另行指定时使用</translation>
    </message>
    <message>
        <source>The same engine as %1</source>
        <translation>与 %1 是同一引擎</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Something is still running there</source>
        <translation>那里仍有操作在运行</translation>
    </message>
</context>
<context>
    <name>jettison::HostPopup</name>
    <message>
        <source>Stores</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Stores that can be used</source>
        <translation>可用的存储</translation>
    </message>
    <message>
        <source>&amp;Open archive…</source>
        <translation>打开归档(&amp;O)…</translation>
    </message>
    <message>
        <source>Show an archive made by &quot;docker save&quot;, or a layout in a tar file</source>
        <translation>显示由“docker save”生成的归档，或 tar 文件中的布局</translation>
    </message>
    <message>
        <source>&amp;Connect to…</source>
        <translation>连接到(&amp;C)…</translation>
    </message>
    <message>
        <source>Type the address of an engine</source>
        <translation>输入引擎的地址</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>新窗口(&amp;N)</translation>
    </message>
    <message>
        <source>Show the chosen store in a window of its own (Ctrl+Enter)</source>
        <translation>在单独的窗口中显示所选存储 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>忘记(&amp;F)</translation>
    </message>
    <message>
        <source>Take the chosen store out of the list (Delete)</source>
        <translation>将所选存储从列表中移除 (Delete)</translation>
    </message>
    <message>
        <source>Chec&amp;k again</source>
        <translation>重新检查(&amp;K)</translation>
    </message>
    <message>
        <source>Ask every host anew who is there (F5)</source>
        <translation>重新询问每个主机 (F5)</translation>
    </message>
</context>
<context>
    <name>jettison::HostText</name>
    <message>
        <source>not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>unknown host</source>
        <translation>未知主机</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>no engine</source>
        <translation>无引擎</translation>
    </message>
    <message>
        <source>other version</source>
        <translation>版本不符</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>不允许</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Sample store</source>
        <translation>示例存储</translation>
    </message>
    <message>
        <source>docker context</source>
        <translation>docker 上下文</translation>
    </message>
    <message>
        <source>Podman connection</source>
        <translation>Podman 连接</translation>
    </message>
    <message>
        <source>typed here</source>
        <translation>在此输入</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>made to be tried</source>
        <translation>供试用</translation>
    </message>
    <message>
        <source>opened here</source>
        <translation>在此打开</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2: %3)</source>
        <translation>%1（%2：%3）</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>OCI layout</source>
        <translation>OCI 布局</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>可连接</translation>
    </message>
    <message>
        <source>there</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>no such context</source>
        <translation>没有此上下文</translation>
    </message>
    <message>
        <source>%1 (also %2)</source>
        <translation>%1（又名 %2）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>no ssh here</source>
        <translation>此处没有 ssh</translation>
    </message>
    <message>
        <source>ssh failed</source>
        <translation>ssh 失败</translation>
    </message>
    <message>
        <source>host key not trusted</source>
        <translation>主机密钥不受信任</translation>
    </message>
    <message>
        <source>login refused</source>
        <translation>登录被拒绝</translation>
    </message>
    <message>
        <source>not trusted</source>
        <translation>不受信任</translation>
    </message>
    <message>
        <source>certificate out of date</source>
        <translation>证书不在有效期内</translation>
    </message>
    <message>
        <source>certificate of another host</source>
        <translation>证书属于另一台主机</translation>
    </message>
    <message>
        <source>wants a certificate</source>
        <translation>要求出示证书</translation>
    </message>
    <message>
        <source>certificate files unusable</source>
        <translation>证书文件无法使用</translation>
    </message>
    <message>
        <source>wants TLS</source>
        <translation>要求 TLS</translation>
    </message>
    <message>
        <source>has no TLS</source>
        <translation>不支持 TLS</translation>
    </message>
    <message>
        <source>proxy in the way</source>
        <translation>被代理阻挡</translation>
    </message>
    <message>
        <source>answer unclear</source>
        <translation>应答无法理解</translation>
    </message>
    <message>
        <source>too old</source>
        <translation>版本过旧</translation>
    </message>
    <message>
        <source>too new</source>
        <translation>版本过新</translation>
    </message>
    <message>
        <source>lacks the API version asked for</source>
        <translation>没有所要求的 API 版本</translation>
    </message>
    <message>
        <source>refused by a plug-in</source>
        <translation>被插件拒绝</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>忙</translation>
    </message>
    <message>
        <source>answers with an error</source>
        <translation>以错误应答</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>rootless</source>
        <translation>无根</translation>
    </message>
    <message>
        <source>reachable, not verified</source>
        <translation>可连接，未验证</translation>
    </message>
</context>
<context>
    <name>jettison::HostsCommand</name>
    <message>
        <source>%1, the same engine as %2</source>
        <translation>%1，与 %2 是同一引擎</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
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
    <message>
        <source>not here</source>
        <translation>此处没有</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>packed only</source>
        <translation>仅有压缩内容</translation>
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
    <message>
        <source>unknown platform</source>
        <translation>未知平台</translation>
    </message>
    <message>
        <source>attestation</source>
        <translation>证明（attestation）</translation>
    </message>
    <message>
        <source>not an image: %1</source>
        <translation>不是镜像：%1</translation>
    </message>
    <message>
        <source>manifest list</source>
        <translation>清单列表</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>maybe %1</source>
        <translation>可能是 %1</translation>
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
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>A manifest list: it names the images below, and has no layers of its own</source>
        <translation>清单列表：它列出下面的镜像，自身没有层</translation>
    </message>
    <message>
        <source>It lies in an additional store, which the engine only reads</source>
        <translation>它位于附加存储中，引擎只读取该存储</translation>
    </message>
    <message>
        <source>For which platforms it is here this engine does not tell: Docker 27.2 and newer do</source>
        <translation>此引擎不告知本地有哪些平台：Docker 27.2 及更新版本会告知</translation>
    </message>
    <message>
        <source>%1 packed, as it is pulled, and %2 unpacked for containers</source>
        <translation>压缩 %1（拉取时的大小），为容器解压后 %2</translation>
    </message>
    <message>
        <source>%1 packed, as it is pulled; nothing is unpacked for containers</source>
        <translation>压缩 %1（拉取时的大小）；尚未为容器解压</translation>
    </message>
    <message>
        <source>How much of it is packed this engine does not tell: Docker 27.2 and newer do</source>
        <translation>此引擎不告知其中压缩内容的大小：Docker 27.2 及更新版本会告知</translation>
    </message>
    <message>
        <source>%L1 bytes</source>
        <translation>%L1 字节</translation>
    </message>
</context>
<context>
    <name>jettison::ImportDialog</name>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Reading the archive…</source>
        <translation>正在读取归档…</translation>
    </message>
    <message>
        <source>There are no images in it.</source>
        <translation>其中没有镜像。</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>jettison::ImportModel</name>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>In the store</source>
        <translation>在存储中</translation>
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
    <message>
        <source>&amp;Files…</source>
        <translation>查看文件(&amp;F)…</translation>
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
    <message>
        <source>not here</source>
        <translation>此处没有</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
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
    <name>jettison::LossText</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No undo will bring back: %1</source>
        <translation>撤销也无法恢复：%1</translation>
    </message>
    <message>
        <source>Gone for good, no undo brings back: %1</source>
        <translation>已永久消失，撤销也无法恢复：%1</translation>
    </message>
    <message>
        <source>The newer removal on %1 cannot be undone: %2</source>
        <translation>%1 的较新一次删除无法撤销：%2</translation>
    </message>
    <message numerus="yes">
        <source>Nor can %n more newer removal(s)</source>
        <translation>
            <numerusform>另外 %n 次较新的删除也无法撤销</numerusform>
        </translation>
    </message>
    <message>
        <source>The newer removal on %1 cannot be undone here: its images have other IDs in this store</source>
        <translation>无法在此撤销 %1 的较新删除：其镜像在此存储中有不同的 ID</translation>
    </message>
</context>
<context>
    <name>jettison::MainWindow</name>
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
        <source>The window closes as soon as the current step has ended</source>
        <translation>当前步骤结束后窗口将立即关闭</translation>
    </message>
    <message>
        <source>%1 Refresh tries again.</source>
        <translation>%1 刷新可重试。</translation>
    </message>
    <message>
        <source>&amp;Remove platform…</source>
        <translation>移除平台(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>删除(&amp;R)…</translation>
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
    <message>
        <source>Archive %1</source>
        <translation>归档 %1</translation>
    </message>
    <message>
        <source>OCI layout %1</source>
        <translation>OCI 布局 %1</translation>
    </message>
    <message>
        <source>Sample store</source>
        <translation>示例存储</translation>
    </message>
    <message>
        <source>No container engine was found. These are sample images in %1, to try everything with. To see your own, start Docker or Podman and Jettison again, or name the engine: &quot;jettison --host URL&quot;, or the variable DOCKER_HOST.</source>
        <translation>没有找到容器引擎。这些是 %1 中的示例镜像，可用来试用各项功能。要查看您自己的镜像，请启动 Docker 或 Podman，然后重新启动 Jettison；或指定引擎：“jettison --host URL”，或环境变量 DOCKER_HOST。</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) no longer needed (computed)</source>
        <translation>
            <numerusform>不再需要 %n 层（推算）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2; it holds the pod %3 together and goes with it: podman pod rm %3)</source>
        <translation>%1（%2；它维系 pod %3，并随之移除：podman pod rm %3）</translation>
    </message>
    <message>
        <source>%1 (%2; a builder&apos;s working container)</source>
        <translation>%1（%2；构建工具的工作容器）</translation>
    </message>
    <message>
        <source>%1 stays: the engine would take the tags of the repository along with its digest. Choose the tags as well</source>
        <translation>%1 保留：引擎会将仓库的标签与其摘要一并移除。请同时选择标签</translation>
    </message>
    <message>
        <source>%1 stays: it lies in an additional store, which the engine only reads</source>
        <translation>%1 保留：它位于引擎只读的附加存储中</translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) deleted</source>
        <translation>
            <numerusform>已删除 %n 个平台</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) to delete</source>
        <translation>
            <numerusform>将删除 %n 个平台</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 (not verified)</source>
        <translation>%1 %2（未验证）</translation>
    </message>
    <message>
        <source>Nobody verifies who answers at %1: whoever sits on the way there can read and change everything. To have it verified, use --tlsverify with the ca.pem of the engine, or take skip-tls-verify out of the context.</source>
        <translation>未验证 %1 处的应答者：途中的任何人都可以读取和更改一切。要进行验证，请使用 --tlsverify 和引擎的 ca.pem，或从上下文中去掉 skip-tls-verify。</translation>
    </message>
    <message>
        <source>%1, which may mount it: it mounts what was called %2 when it was made. Remove it first</source>
        <translation>%1（可能挂载了它：创建时挂载的是当时名为 %2 的镜像）。请先移除该容器</translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) kept</source>
        <translation>
            <numerusform>保留了 %n 个平台</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) not here</source>
        <translation>
            <numerusform>%n 个平台不在此处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of it is needed elsewhere</source>
        <translation>其中 %1 仍被别处需要</translation>
    </message>
    <message>
        <source>Nobody verifies who answers at %1: whoever sits on the way there can read and change everything. To have it verified, connect to it with the certificate of its authority, or take skip-tls-verify out of the context.</source>
        <translation>没有验证 %1 处应答者的身份：处于途中的任何人都可以读取并更改一切。要进行验证，请用其颁发机构的证书连接，或从上下文中去掉 skip-tls-verify。</translation>
    </message>
    <message>
        <source>These are sample images in %1, to try everything with. To see your own, start Docker or Podman and choose it in the list of stores (Ctrl+K).</source>
        <translation>这些是 %1 中的示例镜像，可用来尝试所有功能。要查看您自己的镜像，请启动 Docker 或 Podman，然后在存储列表（Ctrl+K）中选择它。</translation>
    </message>
</context>
<context>
    <name>jettison::NodeModel</name>
    <message>
        <source>Host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>可用性</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>连接方式</translation>
    </message>
</context>
<context>
    <name>jettison::NodesCommand</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
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
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>What undo will not bring back: %n</source>
        <translation>
            <numerusform>撤销不能恢复的：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <translation>%2 的 %1（%3）</translation>
    </message>
    <message numerus="yes">
        <source>Layers no longer needed (computed: this engine does not report them): %n</source>
        <translation>
            <numerusform>不再需要的层（推算：此引擎不报告）：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What else will happen: %n</source>
        <translation>
            <numerusform>还会发生什么：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Platforms deleted: %n</source>
        <translation>
            <numerusform>删除的平台：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What keeps them: %n</source>
        <translation>
            <numerusform>它们为何保留：%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jettison::PlatformText</name>
    <message>
        <source>other platforms of the image</source>
        <translation>镜像的其他平台</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 of %2 stays: only Docker 28.2 and newer, with the containerd image store, can remove one platform alone. Remove the whole image instead</source>
        <translation>%2 的 %1 保留：只有使用 containerd 镜像存储的 Docker 28.2 及更新版本才能单独移除一个平台。请改为移除整个镜像</translation>
    </message>
    <message>
        <source>%1 of %2 stays: containers use the image: %3. Remove them first</source>
        <translation>%2 的 %1 保留：有容器使用该镜像：%3。请先移除它们</translation>
    </message>
    <message>
        <source>%1 of %2 stays: without it nothing of the image would be left but its name. Remove the whole image instead</source>
        <translation>%2 的 %1 保留：没有它，镜像将只剩名称。请改为移除整个镜像</translation>
    </message>
    <message>
        <source>%1 of %2 stays: the image has it more than once</source>
        <translation>%2 的 %1 保留：镜像中有多个该平台</translation>
    </message>
    <message>
        <source>%1 of %2 stays: the engine would take layers along that others need: %3</source>
        <translation>%2 的 %1 保留：引擎会将他者需要的层一并移除：%3</translation>
    </message>
    <message>
        <source>%1 of %2 stays: not all layers of this store could be read, so nobody knows which others need the same</source>
        <translation>%2 的 %1 保留：此存储的层未能全部读取，因此无法得知还有谁需要相同的层</translation>
    </message>
    <message>
        <source>%1 of %2 is not here: the image names this platform, but nothing of it was pulled or it is removed already</source>
        <translation>%2 的 %1 不在此处：镜像列出了此平台，但其内容从未拉取，或已被移除</translation>
    </message>
    <message>
        <source>%1 stays for %2. What attests how a platform was made goes with the whole image only</source>
        <translation>%1 为 %2 保留。平台构建的证明只随整个镜像移除</translation>
    </message>
    <message>
        <source>%1 of %2 stays: DOCKER_API_VERSION asks for version %3 of the engine&apos;s API, which cannot remove one platform alone. Unset that variable</source>
        <translation>%2 的 %1 保留：DOCKER_API_VERSION 要求使用引擎 API 的 %3 版，该版本无法单独删除一个平台。请取消设置该变量</translation>
    </message>
</context>
<context>
    <name>jettison::PullActions</name>
    <message>
        <source>Digest: %1</source>
        <translation>摘要：%1</translation>
    </message>
    <message>
        <source>%1 was not pulled: %2</source>
        <translation>%1 未能拉取：%2</translation>
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
    <name>jettison::RemarkText</name>
    <message>
        <source>The Swarm service %1 starts new tasks at once: these use the image again, or pull it</source>
        <translation>Swarm 服务 %1 会立即启动新任务：它们会再次使用该镜像，或拉取它</translation>
    </message>
    <message>
        <source>Kubernetes starts the pod %1 again, and pulls its images</source>
        <translation>Kubernetes 会再次启动 pod %1，并拉取其镜像</translation>
    </message>
    <message>
        <source>The compose project %1 makes them again when it is next brought up, and pulls or builds its images</source>
        <translation>compose 项目 %1 下次启动时会重新创建它们，并拉取或构建其镜像</translation>
    </message>
    <message>
        <source>The systemd unit %1 may start them again, and pull its image</source>
        <translation>systemd 单元 %1 可能再次启动它们，并拉取其镜像</translation>
    </message>
    <message>
        <source>The editor makes them again when it next opens %1</source>
        <translation>编辑器下次打开 %1 时会重新创建它们</translation>
    </message>
    <message>
        <source>Tasks of the Swarm service %1, which starts new ones whenever these go</source>
        <translation>Swarm 服务 %1 的任务；一旦移除，它就会启动新任务</translation>
    </message>
    <message>
        <source>Part of the Kubernetes pod %1, which is started again whenever they go</source>
        <translation>属于 Kubernetes pod %1；一旦移除，它就会再次启动</translation>
    </message>
    <message>
        <source>Part of the compose project %1</source>
        <translation>属于 compose 项目 %1</translation>
    </message>
    <message>
        <source>Started by the systemd unit %1, which may start them again</source>
        <translation>由 systemd 单元 %1 启动，它可能再次启动它们</translation>
    </message>
    <message>
        <source>The dev container of %1</source>
        <translation>%1 的开发容器</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Started with --rm: the engine removes them by itself once they are stopped</source>
        <translation>以 --rm 启动：停止后引擎会自行移除</translation>
    </message>
    <message>
        <source>Started with --rm: once it is stopped, the engine deletes its anonymous volumes for good: %1</source>
        <translation>以 --rm 启动：停止后引擎会永久删除其匿名卷：%1</translation>
    </message>
    <message>
        <source>Restart policy &quot;always&quot;: they stay stopped, unless the engine itself restarts before they are removed</source>
        <translation>重启策略“always”：它们会保持停止，除非引擎在移除它们之前重启</translation>
    </message>
    <message>
        <source>Restart policy &quot;%1&quot;: they stay stopped all the same</source>
        <translation>重启策略“%1”：它们仍会保持停止</translation>
    </message>
    <message>
        <source>delete or scale down what &quot;%1&quot; says it is controlled by</source>
        <translation>删除或缩减“%1”所示的控制者</translation>
    </message>
    <message>
        <source>a task of the Swarm service %1</source>
        <translation>Swarm 服务 %1 的任务</translation>
    </message>
    <message>
        <source>part of the Kubernetes pod %1</source>
        <translation>属于 Kubernetes pod %1</translation>
    </message>
    <message>
        <source>part of the compose project %1</source>
        <translation>属于 compose 项目 %1</translation>
    </message>
    <message>
        <source>started by the systemd unit %1</source>
        <translation>由 systemd 单元 %1 启动</translation>
    </message>
    <message>
        <source>the dev container of %1</source>
        <translation>%1 的开发容器</translation>
    </message>
    <message>
        <source>The Swarm service %1 needs %2: it is pulled again when a task starts here</source>
        <translation>Swarm 服务 %1 需要 %2：有任务在此启动时会再次拉取</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>，或 </translation>
    </message>
    <message>
        <source>%1. First: %2</source>
        <translation>%1。请先：%2</translation>
    </message>
    <message>
        <source>Mounts what was called %1 when it was made: if that is an image that goes, the engine refuses to remove it</source>
        <translation>挂载的是创建时名为 %1 的镜像：如果那正是要删除的镜像，引擎会拒绝删除</translation>
    </message>
    <message>
        <source>Mounts what was called %1 when it was started: if that is an image that goes, its files are missing there at once</source>
        <translation>挂载了启动时名为 %1 的镜像：如果它就是要删除的镜像，其中的文件会立即从该容器中消失</translation>
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
    <message>
        <source>Keep a &amp;backup first (not needed: undo gives names back without one)</source>
        <translation>先保留备份（不需要：没有备份也能撤销并恢复名称）(&amp;B)</translation>
    </message>
    <message>
        <source>Keep a &amp;backup first (up to %1; %2 free)</source>
        <translation>先保留备份（最多 %1；可用空间 %2）(&amp;B)</translation>
    </message>
    <message>
        <source>Keep a &amp;backup first (up to %1)</source>
        <translation>先保留备份（最多 %1）(&amp;B)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n platform(s), free %1</source>
        <translation>
            <numerusform>移除 %n 个平台，释放 %1(&amp;R)</numerusform>
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
    <message>
        <source>Undo will not bring back %1</source>
        <translation>撤销不能恢复：%1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>注意：%1</translation>
    </message>
</context>
<context>
    <name>jettison::StoresWindow</name>
    <message>
        <source>Jettison</source>
        <translation>Jettison</translation>
    </message>
    <message>
        <source>%1 — Jettison</source>
        <translation>%1 — Jettison</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
</context>
<context>
    <name>jettison::SwarmText</name>
    <message>
        <source>This store is part of no Swarm, so there are no other nodes.</source>
        <translation>此存储不属于任何 Swarm，因此没有其他节点。</translation>
    </message>
    <message>
        <source>This engine is a worker of a Swarm, and only managers know the nodes. Connect to one of them: %1</source>
        <translation>此引擎是 Swarm 的工作节点，只有管理节点知道各节点。请连接到其中之一：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s). Each has images of its own, which only its own engine shows.</source>
        <translation>
            <numerusform>%n 个节点。各有自己的镜像，只有其自身的引擎能显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>This Swarm manager is locked. Unlock it first: docker swarm unlock</source>
        <translation>此 Swarm 管理节点已锁定。请先解锁：docker swarm unlock</translation>
    </message>
    <message>
        <source>This engine is not connected to its Swarm: %1</source>
        <translation>此引擎未连接到其 Swarm：%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>this engine</source>
        <translation>此引擎</translation>
    </message>
    <message>
        <source>no connection known</source>
        <translation>没有已知的连接</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未询问</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>jettison::TransferActions</name>
    <message>
        <source>Import images</source>
        <translation>导入镜像</translation>
    </message>
    <message>
        <source>Archives and layouts (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.tar.zst index.json oci-layout)</source>
        <translation>归档和布局 (*.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.tar.zst index.json oci-layout)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 was not imported, because something else is running: try again when it has ended</source>
        <translation>没有导入 %1，因为有其他操作正在进行：请在其结束后重试</translation>
    </message>
</context>
<context>
    <name>jettison::TransferOptions</name>
    <message>
        <source>Write images to an archive or an OCI layout. IMAGE is as for &quot;jettison rm&quot;: an ID brings all names of the image, a name this one.</source>
        <translation>将镜像写入归档或 OCI 布局。IMAGE 与“jettison rm”相同：给出 ID 时包含镜像的所有名称，给出名称时只包含该名称。</translation>
    </message>
    <message>
        <source>Where to: a file, packed as its name says (.tar, .tar.gz, .tar.xz, .tar.zst), or the folder of a layout.</source>
        <translation>导出到何处：文件（按其扩展名压缩：.tar、.tar.gz、.tar.xz、.tar.zst），或布局的文件夹。</translation>
    </message>
    <message>
        <source>TARGET</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>docker: as &quot;docker save&quot; makes it; oci: an OCI image layout, in a folder if TARGET does not end like an archive. Without it: oci into a folder, else docker.</source>
        <translation>docker：“docker save”的格式；oci：OCI 镜像布局，如果目标没有归档的扩展名则为文件夹。不给出时：写入文件夹用 oci，否则用 docker。</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Add the images to the archive or layout that is there already.</source>
        <translation>将镜像添加到已有的归档或布局。</translation>
    </message>
    <message>
        <source>Replace what is there already.</source>
        <translation>替换已有的内容。</translation>
    </message>
    <message>
        <source>Take in the images of FILE, an archive or an OCI layout; with NAME, a name or an ID in it, only these.</source>
        <translation>导入 FILE（归档或 OCI 布局）中的镜像；给出 NAME（其中的名称或 ID）时只导入这些。</translation>
    </message>
    <message>
        <source>Print what would come and what is there already, and do nothing.</source>
        <translation>只输出将要导入的和已有的内容，不做任何改动。</translation>
    </message>
    <message>
        <source>&quot;jettison export&quot; wants -o TARGET and images.</source>
        <translation>“jettison export”需要 -o 目标 和镜像。</translation>
    </message>
    <message>
        <source>Give either --add or --replace, not both.</source>
        <translation>--add 和 --replace 只能给出一个。</translation>
    </message>
    <message>
        <source>What is added to keeps its format: give either --add or --format.</source>
        <translation>添加时格式保持不变：--add 和 --format 只能给出一个。</translation>
    </message>
    <message>
        <source>--format takes docker or oci, not &quot;%1&quot;.</source>
        <translation>--format 可取 docker 或 oci，不能是“%1”。</translation>
    </message>
    <message>
        <source>&quot;jettison import&quot; wants an archive or a layout.</source>
        <translation>“jettison import”需要一个归档或布局。</translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot;.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>Pull images.</source>
        <translation>拉取镜像。</translation>
    </message>
    <message>
        <source>&quot;jettison pull&quot; wants the name of an image.</source>
        <translation>“jettison pull”需要一个镜像名称。</translation>
    </message>
</context>
<context>
    <name>jettison::TransferText</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>没有选择任何镜像</translation>
    </message>
    <message>
        <source>Adds no layers: all are there already</source>
        <translation>不会增加层：所有层均已存在</translation>
    </message>
    <message numerus="yes">
        <source>Adds %1: %n of %2 layers are new</source>
        <translation>
            <numerusform>将增加 %1：%2 个层中有 %n 个是新的</numerusform>
        </translation>
    </message>
    <message>
        <source>not an image: only an OCI layout can hold it</source>
        <translation>不是镜像：只有 OCI 布局才能保存</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>there already, with other names</source>
        <translation>已存在，但名称不同</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>%1 leaves image %2</source>
        <translation>%1 不再指向镜像 %2</translation>
    </message>
    <message>
        <source>Nothing was exported to %1</source>
        <translation>没有导出任何内容到 %1</translation>
    </message>
    <message>
        <source>%1 exported to %2, which takes %3 now</source>
        <translation>%1已导出到 %2，现占用 %3</translation>
    </message>
    <message>
        <source>The engine may still take in what it has received</source>
        <translation>引擎可能仍会导入已收到的内容</translation>
    </message>
    <message>
        <source>Image %1 was not imported</source>
        <translation>镜像 %1 没有导入</translation>
    </message>
    <message>
        <source>The name %1 was not given</source>
        <translation>没有添加名称 %1</translation>
    </message>
    <message>
        <source>The name %1 was not given: image %2 has it</source>
        <translation>没有添加名称 %1：它属于镜像 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) imported</source>
        <translation>
            <numerusform>导入了 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) given</source>
        <translation>
            <numerusform>添加了 %n 个名称</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were there already</source>
        <translation>
            <numerusform>%n 个镜像早已存在</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) not imported</source>
        <translation>
            <numerusform>%n 个镜像没有导入</numerusform>
        </translation>
    </message>
    <message>
        <source>Only one platform of %1 was exported: an archive as docker save makes it holds no more. An OCI layout holds all of them.</source>
        <translation>只导出了 %1 的一个平台：docker save 格式的归档无法容纳更多。OCI 布局可以容纳全部平台。</translation>
    </message>
    <message>
        <source>there already, with fewer platforms</source>
        <translation>已存在，但平台较少</translation>
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
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (not here)</source>
        <translation>%1（不在此处）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>[%1] a manifest list that names nothing</source>
        <translation>[%1] 不含任何条目的清单列表</translation>
    </message>
    <message>
        <source>[%1] a manifest list of %2</source>
        <translation>[%1] %2 的清单列表</translation>
    </message>
</context>
<context>
    <name>jettison::UndoCommand</name>
    <message>
        <source>Nothing to undo: there is no backup of a removal at %1 that was not undone yet. &quot;jettison undo --list&quot; shows all.</source>
        <translation>没有可撤销的：%1 处没有尚未撤销的删除的备份。“jettison undo --list”显示全部备份。</translation>
    </message>
    <message>
        <source>This backup was made at %1; it is loaded into %2.</source>
        <translation>此备份是在 %1 处创建的；将加载到 %2。</translation>
    </message>
    <message>
        <source>&quot;jettison undo&quot; tries this again; &quot;jettison undo %1&quot; undoes the removal before it, whatever becomes of this one.</source>
        <translation>“jettison undo”会再次尝试此次撤销；无论结果如何，“jettison undo %1”都会撤销更早的那次删除。</translation>
    </message>
</context>
<context>
    <name>jettison::UndoDialog</name>
    <message>
        <source>Bring back what was removed on %1: %2</source>
        <translation>恢复 %1 删除的内容：%2</translation>
    </message>
    <message>
        <source>It was removed from another store, %1. It will be loaded into this one, %2.</source>
        <translation>这些内容是从另一个存储 %1 中删除的，将加载到当前存储 %2。</translation>
    </message>
    <message>
        <source>Does not come back:</source>
        <translation>不能恢复的：</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>恢复(&amp;B)</translation>
    </message>
    <message>
        <source>%1 Export the backup to a file and import that: its images come in with other IDs.</source>
        <translation>%1请把备份导出到文件再导入该文件：其中的镜像会以其他 ID 导入。</translation>
    </message>
</context>
<context>
    <name>jettison::UndoText</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>剩余约 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>剩余约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation>%1 / 约 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Saving: %1</source>
        <translation>正在保存：%1</translation>
    </message>
    <message>
        <source>The engine prepares the archive…</source>
        <translation>引擎正在准备归档…</translation>
    </message>
    <message>
        <source>Verifying: %1</source>
        <translation>正在校验：%1</translation>
    </message>
    <message>
        <source>Loading: %1</source>
        <translation>正在加载：%1</translation>
    </message>
    <message>
        <source>Copying: %1</source>
        <translation>正在复制：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n 个名称</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s)</source>
        <translation>
            <numerusform>%n 个容器</numerusform>
        </translation>
    </message>
    <message>
        <source>no name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <source>Image %1: %2</source>
        <translation>镜像 %1：%2</translation>
    </message>
    <message>
        <source>Names of image %1, which stayed: %2</source>
        <translation>保留下来的镜像 %1 的名称：%2</translation>
    </message>
    <message>
        <source>Container %1, its configuration</source>
        <translation>容器 %1 的配置</translation>
    </message>
    <message>
        <source>What container %1 wrote</source>
        <translation>容器 %1 写入的内容</translation>
    </message>
    <message>
        <source>Digests that only a registry can give again: %1</source>
        <translation>只有仓库才能再次给出的摘要：%1</translation>
    </message>
    <message>
        <source>only copy, kept in the backup</source>
        <translation>唯一副本，已保留在备份中</translation>
    </message>
    <message>
        <source>kept in the backup</source>
        <translation>已保留在备份中</translation>
    </message>
    <message>
        <source>can be pulled again</source>
        <translation>可以重新拉取</translation>
    </message>
    <message>
        <source>only copy: gone for good without a backup</source>
        <translation>唯一副本：没有备份将永久丢失</translation>
    </message>
    <message>
        <source>container %1: what it wrote; its configuration is kept</source>
        <translation>容器 %1：它写入的内容；其配置会保留</translation>
    </message>
    <message>
        <source>container %1</source>
        <translation>容器 %1</translation>
    </message>
    <message>
        <source>%1: only its registry can give this digest again</source>
        <translation>%1：此摘要只有其仓库才能再次给出</translation>
    </message>
    <message>
        <source>No backup could be made, so nothing was removed: %1</source>
        <translation>无法创建备份，因此没有删除任何东西：%1</translation>
    </message>
    <message>
        <source>This removal cannot be undone: %1</source>
        <translation>此次删除无法撤销：%1</translation>
    </message>
    <message>
        <source>Backup %1 was made: %2, %3. Undo brings them back</source>
        <translation>已创建备份 %1：%2，共 %3。可用“撤销”恢复</translation>
    </message>
    <message>
        <source>Undo gives back %1</source>
        <translation>可用“撤销”恢复 %1</translation>
    </message>
    <message>
        <source>The backup %1 (%2, %3) was deleted, as the limits for backups say</source>
        <translation>按照备份上限的设置，已删除备份 %1（%2，%3）</translation>
    </message>
    <message>
        <source>Image %1 did not come back</source>
        <translation>镜像 %1 没有恢复</translation>
    </message>
    <message>
        <source>%1 was left alone: image %2 has this name now</source>
        <translation>没有动 %1：此名称现在属于镜像 %2</translation>
    </message>
    <message>
        <source>%1 was not given back: %2</source>
        <translation>没有恢复 %1：%2</translation>
    </message>
    <message>
        <source>Container %1 was not re-created: %2</source>
        <translation>没有重新创建容器 %1：%2</translation>
    </message>
    <message>
        <source>Only a registry can give these digests again: %1</source>
        <translation>这些摘要只有仓库才能再次给出：%1</translation>
    </message>
    <message>
        <source>These containers were not re-created, but can be from the backup: %1</source>
        <translation>这些容器没有重新创建，但可以从备份创建：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) brought back</source>
        <translation>
            <numerusform>恢复了 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) given back</source>
        <translation>
            <numerusform>恢复了 %n 个名称</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) re-created</source>
        <translation>
            <numerusform>重新创建了 %n 个容器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) were there already</source>
        <translation>
            <numerusform>%n 个镜像早已存在</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) still missing</source>
        <translation>
            <numerusform>仍缺少 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup %1: %2</source>
        <translation>备份 %1：%2</translation>
    </message>
    <message>
        <source>Backup %1 was exported to %2</source>
        <translation>备份 %1 已导出到 %2</translation>
    </message>
    <message>
        <source>Backup %1 is whole</source>
        <translation>备份 %1 完好无损</translation>
    </message>
    <message>
        <source>Backup %1 was deleted</source>
        <translation>备份 %1 已删除</translation>
    </message>
    <message>
        <source>Pulling: %1</source>
        <translation>正在拉取：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) from a registry</source>
        <translation>
            <numerusform>来自仓库的 %n 个镜像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) will be pulled again from a registry</source>
        <translation>
            <numerusform>将从仓库重新拉取 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>Container %1</source>
        <translation>容器 %1</translation>
    </message>
    <message>
        <source>%1, of which no backup was made</source>
        <translation>%1，没有为它创建备份</translation>
    </message>
    <message>
        <source>gone for good without a backup</source>
        <translation>没有备份将永久丢失</translation>
    </message>
    <message>
        <source>Rewriting the archive: %1</source>
        <translation>正在重写归档：%1</translation>
    </message>
    <message>
        <source>can be pulled again if a registry has it: this engine does not tell</source>
        <translation>如果某个仓库有，可重新拉取：此引擎不告知</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s)</source>
        <translation>
            <numerusform>%n 个平台</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 of image %2 did not come back</source>
        <translation>镜像 %2 的 %1 没有恢复</translation>
    </message>
    <message>
        <source>%1 cannot be given back: image %2 is gone, and nothing of it was kept</source>
        <translation>无法恢复 %1：镜像 %2 已不存在，且没有保留其任何内容</translation>
    </message>
    <message>
        <source>Container %1 cannot be re-created: there is one of this name</source>
        <translation>无法重新创建容器 %1：已有同名容器</translation>
    </message>
    <message>
        <source>The rest of it cannot come back; the next undo goes on with the removal before it</source>
        <translation>其余部分无法恢复；下次撤销将处理更早的那次删除</translation>
    </message>
    <message>
        <source>Image %1 is there already</source>
        <translation>镜像 %1 已存在</translation>
    </message>
    <message>
        <source>Image %1 comes back from the backup</source>
        <translation>镜像 %1 从备份恢复</translation>
    </message>
    <message>
        <source>Image %1 is pulled again if a registry has it: this engine does not tell</source>
        <translation>如果镜像仓库中有镜像 %1，则会重新拉取：此引擎不提供该信息</translation>
    </message>
    <message>
        <source>Image %1 is pulled again by its digest</source>
        <translation>镜像 %1 将按其摘要重新拉取</translation>
    </message>
    <message>
        <source>%1 of image %2 comes back from the backup</source>
        <translation>镜像 %2 的 %1 从备份恢复</translation>
    </message>
    <message>
        <source>%1 of image %2 is there already</source>
        <translation>镜像 %2 的 %1 已存在</translation>
    </message>
    <message>
        <source>Image %1 is there: only names are given back</source>
        <translation>镜像 %1 已存在：只恢复名称</translation>
    </message>
    <message>
        <source>Undo brings back: %1. Nothing was changed</source>
        <translation>撤销将恢复：%1。未做任何更改</translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) brought back</source>
        <translation>
            <numerusform>已恢复 %n 个平台</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) were there already</source>
        <translation>
            <numerusform>%n 个平台已存在</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s) still missing</source>
        <translation>
            <numerusform>仍缺少 %n 个平台</numerusform>
        </translation>
    </message>
    <message>
        <source>Platforms of image %1, which stayed: %2</source>
        <translation>保留的镜像 %1 的平台：%2</translation>
    </message>
    <message>
        <source>gone for good: no backup keeps a manifest list, only the images that it names</source>
        <translation>无法恢复：备份不保存清单列表，只保存其列出的镜像</translation>
    </message>
    <message>
        <source>without a backup only a pull for this platform brings it back</source>
        <translation>没有备份时，只有为此平台重新拉取才能恢复它</translation>
    </message>
    <message>
        <source>%1: no backup keeps a manifest list, only the images that it names</source>
        <translation>%1：备份不保存清单列表，只保存其列出的镜像</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) if a registry has a copy</source>
        <translation>
            <numerusform>%n 个镜像（如果仓库有副本）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without a backup, %n image(s) can come back only from a registry that has a copy</source>
        <translation>
            <numerusform>没有备份，%n 个镜像只能从有副本的仓库恢复</numerusform>
        </translation>
    </message>
</context>
</TS>
