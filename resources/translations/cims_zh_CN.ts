<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About CIMS Desktop</source>
        <translation>关于 CIMS Desktop</translation>
    </message>
    <message>
        <source>CIMS Desktop</source>
        <translation>CIMS Desktop</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Customer information management on the desk of a small office. Your data stays on this computer, encrypted.</source>
        <translation>小型办公室桌面上的客户信息管理系统。您的数据加密保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Version %1, Qt %2</source>
        <translation>版本 %1，Qt %2</translation>
    </message>
</context>
<context>
    <name>ActivityDialog</name>
    <message>
        <source>Recent activity</source>
        <translation>最近动态</translation>
    </message>
</context>
<context>
    <name>AddressRow</name>
    <message>
        <source>Label</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>新地址</translation>
    </message>
</context>
<context>
    <name>AddressesEdit</name>
    <message>
        <source>+ Address</source>
        <translation>+ 地址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
</context>
<context>
    <name>AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Sections of the administration</source>
        <translation>管理页的各个部分</translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message>
        <source>I know why; don&apos;t warn again</source>
        <translation>我知道原因，不再提醒</translation>
    </message>
    <message>
        <source>If somebody brought back a backup or an older copy on purpose, all is well. If nobody did: work no further, keep both files as they are, tell an administrator, and check the journal under Administration.</source>
        <translation>如果有人特意恢复了备份或较早的副本，就没有问题。如果没有人这样做：请停止工作，原样保留两个文件，告知管理员，并在“管理”中核验操作日志。</translation>
    </message>
    <message>
        <source>Look at this first</source>
        <translation>请先看这里</translation>
    </message>
    <message>
        <source>Noted in the journal; this computer warns no more.</source>
        <translation>已记入操作日志，这台电脑不再提醒。</translation>
    </message>
    <message>
        <source>Part of the office&apos;s journal is missing: this computer has seen entries until %1, the journal goes on from %2 without them.</source>
        <translation>办公室的操作日志缺少一部分：这台电脑见过截至 %1 的记录，而日志从 %2 起继续，中间的记录不见了。</translation>
    </message>
    <message>
        <source>The office&apos;s journal does not agree with what this computer has seen.</source>
        <translation>办公室的操作日志与这台电脑见过的内容不一致。</translation>
    </message>
    <message>
        <source>The office&apos;s journal was written anew by somebody without the administrators&apos; key: it differs from what they vouched for on %3.</source>
        <translation>办公室的操作日志被没有管理员密钥的人重写过：它与管理员在 %3 确认的内容不同。</translation>
    </message>
    <message>
        <source>This office is older than it was: this computer has seen it as of %1, now it is as of %2.</source>
        <translation>这个办公室变旧了：这台电脑见过 %1 的内容，而现在是 %2 的内容。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>AuditActs</name>
    <message numerus="yes">
        <source>%Ln line(s) of the journal written to %1.</source>
        <translation>
            <numerusform>已将操作日志的 %Ln 行写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作编号</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>操作数</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>All well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>Cancelled: no file was written.</source>
        <translation>已取消：没有写入文件。</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>导出操作日志</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Head of the journal</source>
        <translation>操作日志末端校验码</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>核验结果</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
</context>
<context>
    <name>AuditDetail</name>
    <message>
        <source>After</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>All acts of %1</source>
        <translation>%1 的所有操作</translation>
    </message>
    <message>
        <source>All acts on this customer</source>
        <translation>对这位客户的所有操作</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>Customer: %1</source>
        <translation>客户：%1</translation>
    </message>
    <message>
        <source>Customer: erased</source>
        <translation>客户：已清除</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>More about this act</source>
        <translation>这条操作的更多信息</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>The first %1 of %2 changed fields. An export has all of them.</source>
        <translation>显示 %2 个已更改字段中的前 %1 个。导出的文件包含全部。</translation>
    </message>
    <message>
        <source>This act changed no field.</source>
        <translation>这条操作没有更改任何字段。</translation>
    </message>
    <message>
        <source>What was changed, before and after</source>
        <translation>更改的内容：更改前与更改后</translation>
    </message>
    <message>
        <source>Who saw or exported this person…</source>
        <translation>谁查看或导出过此人的资料…</translation>
    </message>
    <message>
        <source>act %1</source>
        <translation>第 %1 条</translation>
    </message>
    <message>
        <source>nobody signed in</source>
        <translation>未登录</translation>
    </message>
</context>
<context>
    <name>AuditFaces</name>
    <message>
        <source>nobody signed in</source>
        <translation>未登录</translation>
    </message>
</context>
<context>
    <name>AuditFilters</name>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从 … 到 …</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>AuditSection</name>
    <message numerus="yes">
        <source>%Ln act(s)</source>
        <translation>
            <numerusform>共 %Ln 条操作</numerusform>
        </translation>
    </message>
    <message>
        <source>Acts on this customer</source>
        <translation>对这位客户的操作</translation>
    </message>
    <message>
        <source>Choose a longer period, or take a filter away.</source>
        <translation>请选择更长的时段，或去掉一个筛选条件。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Customer…</source>
        <translation>客户…</translation>
    </message>
    <message>
        <source>Export to Excel…</source>
        <translation>导出到 Excel…</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Journal, newest act first</source>
        <translation>操作日志，最新的在前</translation>
    </message>
    <message>
        <source>Kind of act</source>
        <translation>操作类型</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Nothing was done that matches</source>
        <translation>没有符合的操作</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Text in details…</source>
        <translation>详情中的文字…</translation>
    </message>
    <message>
        <source>Text in the details</source>
        <translation>详情中的文字</translation>
    </message>
    <message>
        <source>The newest %1 acts; scroll for older ones</source>
        <translation>最新的 %1 条操作；向下滚动可看更早的</translation>
    </message>
    <message>
        <source>Verify the journal…</source>
        <translation>核验操作日志…</translation>
    </message>
</context>
<context>
    <name>AuditVerdictDialog</name>
    <message>
        <source>%1 acts with %2 changed fields were checked.</source>
        <translation>已核验 %1 条操作、%2 个已更改的字段。</translation>
    </message>
    <message>
        <source>%1 of %2 acts</source>
        <translation>%1 / %2 条操作</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Head of the journal</source>
        <translation>操作日志末端校验码(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Act %1 of %2. Print or copy it and keep it outside of this PC: whoever compares it later sees whether anything before was changed.</source>
        <translation>第 %1 条操作，%2。请打印或抄下，存放在这台电脑以外的地方：以后一比较，就能看出此前的内容是否被改过。</translation>
    </message>
    <message>
        <source>All well: nothing was changed, left out or added.</source>
        <translation>一切正常：没有任何内容被更改、删去或添加。</translation>
    </message>
    <message>
        <source>An administrator&apos;s checkpoint vouches for everything up to act %1.</source>
        <translation>管理员的检查点可证明第 %1 条及之前的全部操作。</translation>
    </message>
    <message>
        <source>Checkpoints and what this PC remembers agree up to act %1.</source>
        <translation>截至第 %1 条操作，检查点与这台电脑记得的内容一致。</translation>
    </message>
    <message>
        <source>Don&apos;t work on in this file. Keep a copy of it, look who could reach it, and compare with the last backup from before.</source>
        <translation>请不要继续使用这个文件。保留一份副本，查明谁能接触到它，并与出问题前的最后一份备份比较。</translation>
    </message>
    <message>
        <source>Every act of the journal is sealed to the one before it. The check walks through all of them and compares them with what administrators&apos; checkpoints and this PC remember.</source>
        <translation>操作日志中每一条操作都与前一条加密相连。核验会逐条检查，并与管理员的检查点和这台电脑记得的内容比较。</translation>
    </message>
    <message>
        <source>No checkpoint vouches for it yet; an administrator&apos;s next sign-in makes one.</source>
        <translation>还没有检查点可以证明；管理员下次登录时会生成一个。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>The journal is not as it was written.</source>
        <translation>操作日志与写入时不一致。</translation>
    </message>
    <message>
        <source>The verdict is copied.</source>
        <translation>核验结果已复制。</translation>
    </message>
    <message>
        <source>Verify the journal</source>
        <translation>核验操作日志</translation>
    </message>
</context>
<context>
    <name>BackupActs</name>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Backed up and proven: %1</source>
        <translation>已备份并验证：%1</translation>
    </message>
    <message>
        <source>Cancelled: no backup was made. The earlier ones are as they were.</source>
        <translation>已取消：没有备份。以前的备份没有变化。</translation>
    </message>
    <message>
        <source>Cancelled: the backup was not checked to its end.</source>
        <translation>已取消：备份没有检查完。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Prove a backup</source>
        <translation>验证备份</translation>
    </message>
    <message>
        <source>The backup of %1 is whole: it was unpacked, opened and checked.</source>
        <translation>%1 的备份完好：已解开、打开并检查。</translation>
    </message>
</context>
<context>
    <name>BackupKeeper</name>
    <message>
        <source>Open backups</source>
        <translation>打开备份页</translation>
    </message>
    <message>
        <source>The last good one is that of %1.</source>
        <translation>最近一份可用的备份是 %1 的。</translation>
    </message>
    <message>
        <source>The office was backed up, and the backup was checked.</source>
        <translation>办公室已备份，备份已检查。</translation>
    </message>
    <message>
        <source>The scheduled backup failed. %1</source>
        <translation>定时备份失败。%1</translation>
    </message>
    <message>
        <source>The scheduled backup failed. %1 Please tell whoever looks after the office.</source>
        <translation>定时备份失败。%1 请告知负责管理办公室的人。</translation>
    </message>
    <message>
        <source>There is no good backup yet.</source>
        <translation>还没有可用的备份。</translation>
    </message>
</context>
<context>
    <name>BackupsSection</name>
    <message>
        <source>A backup is one encrypted file with everything in it. Keep it on another disk than the office.</source>
        <translation>备份是一个包含全部内容的加密文件。请存放在与办公室不同的磁盘上。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>备份，最新的在前</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>上次备份</translation>
    </message>
    <message>
        <source>Last proven restore</source>
        <translation>上次恢复验证</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
    </message>
    <message>
        <source>Move to another PC…</source>
        <translation>迁移到另一台电脑…</translation>
    </message>
    <message>
        <source>Next one due</source>
        <translation>下次备份</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>验证时间</translation>
    </message>
    <message>
        <source>Restore to a new file…</source>
        <translation>恢复到新文件…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>BinActs</name>
    <message numerus="yes">
        <source>%Ln customer(s) destroyed.</source>
        <translation>
            <numerusform>已永久删除 %Ln 位客户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) have been in the bin for longer than %1.</source>
        <translation>
            <numerusform>有 %Ln 位客户在回收站中超过了 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them stay(s) as a number without a name, for the books.</source>
        <translation>
            <numerusform>其中 %Ln 位作为没有姓名的编号保留，供记账使用。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Customers are being destroyed already. Wait for it, or stop it.</source>
        <translation>正在永久删除客户。请等待完成，或停止它。</translation>
    </message>
    <message>
        <source>Destroying customers</source>
        <translation>正在永久删除客户</translation>
    </message>
    <message>
        <source>Nothing was left to destroy.</source>
        <translation>没有可永久删除的客户了。</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %1 of %Ln customer(s) destroyed.</source>
        <translation>
            <numerusform>已停止：%Ln 位客户中已永久删除 %1 位。</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest failed: %1</source>
        <translation>其余未完成：%1</translation>
    </message>
</context>
<context>
    <name>BinBanner</name>
    <message>
        <source>Erased for good</source>
        <translation>已彻底清除</translation>
    </message>
    <message>
        <source>In the bin since %1</source>
        <translation>%1 起在回收站</translation>
    </message>
    <message>
        <source>In the bin since %1, by %2</source>
        <translation>%1 由 %2 移入回收站</translation>
    </message>
    <message>
        <source>Only the number and the books are left. Nothing can be changed.</source>
        <translation>只剩编号和账目，不能更改任何内容。</translation>
    </message>
    <message>
        <source>Restore the customer before anything is changed or added.</source>
        <translation>请先恢复该客户，再修改或添加内容。</translation>
    </message>
    <message>
        <source>Your role can&apos;t restore customers.</source>
        <translation>您的角色不能恢复客户。</translation>
    </message>
</context>
<context>
    <name>BirthdayEdit</name>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Year-month-day, year optional</source>
        <translation>年-月-日，年份可不填</translation>
    </message>
</context>
<context>
    <name>BulkActs</name>
    <message numerus="yes">
        <source>%Ln customer(s) moved to the bin.</source>
        <translation>
            <numerusform>已将 %Ln 位客户移到回收站。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) restored.</source>
        <translation>
            <numerusform>已恢复 %Ln 位客户。</numerusform>
        </translation>
    </message>
    <message>
        <source>Customers are being moved already. Wait for it, or stop it.</source>
        <translation>正在移动客户。请等待完成，或停止它。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln customer(s)</source>
        <translation>
            <numerusform>删除 %Ln 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln customer(s) to the bin?</source>
        <translation>
            <numerusform>将 %Ln 位客户移到回收站？</numerusform>
        </translation>
    </message>
    <message>
        <source>Moving customers to the bin</source>
        <translation>正在将客户移入回收站</translation>
    </message>
    <message>
        <source>Nothing was left to delete.</source>
        <translation>没有可删除的客户。</translation>
    </message>
    <message>
        <source>Nothing was left to restore.</source>
        <translation>没有可恢复的客户了。</translation>
    </message>
    <message>
        <source>Restoring customers</source>
        <translation>正在恢复客户</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %1 of %Ln customer(s) moved to the bin.</source>
        <translation>
            <numerusform>已停止：%Ln 位客户中已有 %1 位移入回收站。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %1 of %Ln customer(s) restored.</source>
        <translation>
            <numerusform>已停止：%Ln 位客户中已恢复 %1 位。</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest failed: %1</source>
        <translation>其余未完成：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>You can restore them from the bin. Purchases and history stay with them.</source>
        <translation>可以从回收站恢复，购买和往来记录都会保留。</translation>
    </message>
</context>
<context>
    <name>CallLogging</name>
    <message>
        <source>Call logged, next contact on %1</source>
        <translation>已记录电话，下次联系 %1</translation>
    </message>
    <message>
        <source>Call logged. Press D when nothing is left to do.</source>
        <translation>已记录电话。没有其他事情时按 D 完成。</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>检查(&amp;K)</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Check with the new choices</source>
        <translation>按新的选择检查</translation>
    </message>
    <message>
        <source>Checking the rows</source>
        <translation>正在检查各行</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Every row can be imported; some values look odd.</source>
        <translation>每一行都可以导入；有些值看起来异常。</translation>
    </message>
    <message>
        <source>Every row is fine.</source>
        <translation>每一行都没有问题。</translation>
    </message>
    <message>
        <source>No row can be imported. See below what is wrong, correct the file or the columns.</source>
        <translation>没有可以导入的行。请看下面的原因，修改文件或列的对应关系。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>请注意</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>The check goes through every row and writes nothing.</source>
        <translation>检查会逐行进行，不写入任何内容。</translation>
    </message>
    <message>
        <source>The check was stopped</source>
        <translation>检查已停止</translation>
    </message>
    <message>
        <source>There is nothing new in this file: the office has all of it already.</source>
        <translation>这个文件里没有新内容：办公室里已经都有了。</translation>
    </message>
    <message>
        <source>What arrives</source>
        <translation>将导入的内容</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>导入预览</translation>
    </message>
</context>
<context>
    <name>CodeKeeping</name>
    <message>
        <source>Each one signs in once, in place of the one-time code, together with the password.</source>
        <translation>每个备用码只能用一次：登录时与密码一起输入，代替动态验证码。</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>备用码</translation>
    </message>
    <message>
        <source>Recovery codes of %1 for the office “%2”, %3</source>
        <translation>%1 在办公室“%2”的备用码，%3</translation>
    </message>
    <message>
        <source>Save the recovery codes</source>
        <translation>保存备用码</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
        <source>The file can&apos;t be written there. Choose another folder.</source>
        <translation>无法在那里写入文件。请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>ConsentHistoryDialog</name>
    <message>
        <source>Consent history</source>
        <translation>同意记录</translation>
    </message>
    <message>
        <source>Nothing was asked yet</source>
        <translation>还没有询问过</translation>
    </message>
    <message>
        <source>What %1 said about being contacted.</source>
        <translation>%1 对接受联系的意愿。</translation>
    </message>
    <message>
        <source>What the customer agrees to or refuses on the tab Preferences is listed here.</source>
        <translation>客户在“偏好”标签页中同意或拒绝的内容会列在这里。</translation>
    </message>
    <message>
        <source>written down by %1</source>
        <translation>%1 记录</translation>
    </message>
</context>
<context>
    <name>ConsentsEdit</name>
    <message>
        <source>Where</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Where it was said</source>
        <translation>在哪里表示的</translation>
    </message>
</context>
<context>
    <name>ContactPointsEdit</name>
    <message>
        <source>+ E-mail</source>
        <translation>+ 邮箱</translation>
    </message>
    <message>
        <source>+ Other</source>
        <translation>+ 其他</translation>
    </message>
    <message>
        <source>+ Phone</source>
        <translation>+ 电话</translation>
    </message>
    <message>
        <source>Phones, e-mail and more</source>
        <translation>电话、邮箱及其他</translation>
    </message>
</context>
<context>
    <name>ContactRow</name>
    <message>
        <source>Label</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>CountStrip</name>
    <message>
        <source>created</source>
        <translation>已新建</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>to create</source>
        <translation>将新建</translation>
    </message>
    <message>
        <source>to skip</source>
        <translation>将跳过</translation>
    </message>
    <message>
        <source>to update</source>
        <translation>将更新</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未变化</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>已更新</translation>
    </message>
</context>
<context>
    <name>CounterMode</name>
    <message>
        <source>Copying, printing and exporting are off while personal data is hidden (F9).</source>
        <translation>个人信息隐藏期间（F9），不能复制、打印和导出。</translation>
    </message>
</context>
<context>
    <name>CounterStrip</name>
    <message>
        <source>Counter mode: phone numbers, addresses, notes and amounts are hidden on this screen.</source>
        <translation>柜台模式：屏幕上的电话、地址、备注和金额已隐藏。</translation>
    </message>
    <message>
        <source>Show again (%1)</source>
        <translation>重新显示 (%1)</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln character(s) can&apos;t be read with this encoding: try another one.</source>
        <translation>
            <numerusform>有 %Ln 个字符无法用此编码读取：请换一种编码。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) will be ignored: %1</source>
        <translation>
            <numerusform>将忽略 %Ln 列：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>共 %Ln 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>共 %Ln 种商品</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln purchase(s)</source>
        <translation>
            <numerusform>%Ln 次购买</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) can&apos;t be imported and will be left out; the others are fine.</source>
        <translation>
            <numerusform>%Ln 行无法导入，将被略过；其他行没有问题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have more cells than titles and will be refused.</source>
        <translation>
            <numerusform>有 %Ln 行的单元格多于标题，将被拒绝。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were imported</source>
        <translation>
            <numerusform>已导入 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were refused</source>
        <translation>
            <numerusform>%Ln 行被拒绝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) with these columns</source>
        <translation>
            <numerusform>含有这些列的 %n 个工作表</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %Ln row(s)</source>
        <translation>
            <numerusform>导入 %Ln 行(&amp;I)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln refused row(s) are listed; all of them can be saved after the import.</source>
        <translation>
            <numerusform>这里列出前 %Ln 行被拒绝的内容；导入后可以全部另存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln row(s) are listed; the file has all.</source>
        <translation>
            <numerusform>这里列出前 %Ln 行；文件中包含全部。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message numerus="yes">
        <source>%n form(s) with unsaved text kept as a draft.</source>
        <translation>
            <numerusform>%n 个表单中未保存的文字已存为草稿。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>Restart the program</source>
        <translation>重新启动程序</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出了点问题</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技术细节</translation>
    </message>
    <message>
        <source>This is a fault of the program, not yours. What is stored in the office is safe.</source>
        <translation>这是程序的错误，不是您的。办公室里已保存的内容是安全的。</translation>
    </message>
</context>
<context>
    <name>Curtains</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>CustomerAddress</name>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家/地区</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation>移除这个地址</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Use this one first</source>
        <translation>优先使用这一个</translation>
    </message>
</context>
<context>
    <name>CustomerColumns</name>
    <message>
        <source>Added</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>上次联系</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>上次购买</translation>
    </message>
    <message>
        <source>Lifetime spend</source>
        <translation>累计消费</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>下次联系</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
</context>
<context>
    <name>CustomerContactRow</name>
    <message>
        <source>Kind of contact</source>
        <translation>联系方式的种类</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Phone number, e-mail address or other contact</source>
        <translation>电话、邮箱或其他联系方式</translation>
    </message>
    <message>
        <source>Remove this contact</source>
        <translation>移除这个联系方式</translation>
    </message>
    <message>
        <source>Use this one first</source>
        <translation>优先使用这一个</translation>
    </message>
</context>
<context>
    <name>CustomerDetail</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>打电话</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>上次购买</translation>
    </message>
    <message>
        <source>Lifetime spend</source>
        <translation>累计消费</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Write an e-mail</source>
        <translation>写邮件</translation>
    </message>
</context>
<context>
    <name>CustomerDetailPane</name>
    <message>
        <source>All changes saved</source>
        <translation>所有更改已保存</translation>
    </message>
    <message>
        <source>Choose one in the list to see the details.</source>
        <translation>在列表中选择一位客户即可查看详情。</translation>
    </message>
    <message>
        <source>No customer chosen</source>
        <translation>未选择客户</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>有未保存的更改</translation>
    </message>
</context>
<context>
    <name>CustomerForm</name>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Fewer details</source>
        <translation>收起详细信息</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>More details</source>
        <translation>更多详细信息</translation>
    </message>
    <message>
        <source>No tier</source>
        <translation>无等级</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Organisation&apos;s name</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
</context>
<context>
    <name>CustomerListPane</name>
    <message>
        <source>Add the first one, or bring in a list you have.</source>
        <translation>添加第一位客户，或导入已有的名单。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Bronze</source>
        <translation>铜卡</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Customer list</source>
        <translation>客户列表</translation>
    </message>
    <message>
        <source>Customers who are deleted come here and can be restored.</source>
        <translation>删除的客户会移到这里，可以恢复。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Destroy for good…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Destroy them…</source>
        <translation>全部永久删除…</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>导出到 Excel</translation>
    </message>
    <message>
        <source>Follow-up due</source>
        <translation>待跟进</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金卡</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>导入名单</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>更多筛选</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>No customer matches</source>
        <translation>没有符合的客户</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>Nobody fits all these conditions.</source>
        <translation>没有人符合所有这些条件。</translation>
    </message>
    <message>
        <source>None is yours yet. Whoever sees all customers can hand you some.</source>
        <translation>您名下还没有客户。可以查看全部客户的人能把客户转交给您。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>显示全部客户</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>银卡</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>You see the customers that you own</source>
        <translation>这里只显示您负责的客户</translation>
    </message>
</context>
<context>
    <name>CustomerNewDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create customer</source>
        <translation>创建客户</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
</context>
<context>
    <name>CustomerPreferencesTab</name>
    <message>
        <source>Best time</source>
        <translation>方便时间</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>兴趣</translation>
    </message>
    <message>
        <source>May we contact this customer with offers?</source>
        <translation>可以向这位客户发送优惠信息吗？</translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation>首选联系渠道</translation>
    </message>
</context>
<context>
    <name>CustomerPurchasesTab</name>
    <message>
        <source>No purchases yet.</source>
        <translation>还没有购买记录。</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Record purchase</source>
        <translation>登记购买</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>退款…</translation>
    </message>
</context>
<context>
    <name>CustomerQuickEntry</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>下次联系</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>What happened? Enter saves.</source>
        <translation>发生了什么？按回车保存。</translation>
    </message>
    <message>
        <source>Who called</source>
        <translation>谁打来的</translation>
    </message>
</context>
<context>
    <name>CustomerSatisfactionTab</name>
    <message>
        <source>CES</source>
        <translation>CES</translation>
    </message>
    <message>
        <source>CSAT</source>
        <translation>CSAT</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评语</translation>
    </message>
    <message>
        <source>Comment, if any</source>
        <translation>评语（可不填）</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>No scores yet.</source>
        <translation>还没有评分。</translation>
    </message>
    <message>
        <source>Satisfaction history</source>
        <translation>满意度记录</translation>
    </message>
    <message>
        <source>Save score</source>
        <translation>保存评分</translation>
    </message>
</context>
<context>
    <name>CustomerSensitiveRow</name>
    <message>
        <source>Copy; taken back after 30 seconds</source>
        <translation>复制；30 秒后从剪贴板清除</translation>
    </message>
    <message>
        <source>Enter another value</source>
        <translation>重新录入</translation>
    </message>
    <message>
        <source>Keep what is stored</source>
        <translation>保留已有内容</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>彻底移除</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>CustomerTimelineTab</name>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing here yet. Press C for a call, V for a visit or N for a note.</source>
        <translation>这里还没有内容。按 C 记录电话，按 V 记录到访，按 N 记录备注。</translation>
    </message>
    <message>
        <source>Other entries</source>
        <translation>其他记录</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>往来记录</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>到访</translation>
    </message>
</context>
<context>
    <name>CustomersColumns</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复默认</translation>
    </message>
</context>
<context>
    <name>CustomersExport</name>
    <message>
        <source>All columns</source>
        <translation>所有列</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>列表中的列</translation>
    </message>
    <message>
        <source>Columns to export</source>
        <translation>要导出的列</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>导出到 Excel</translation>
    </message>
</context>
<context>
    <name>CustomersFilter</name>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Bought since</source>
        <translation>此日期以后购买过</translation>
    </message>
    <message>
        <source>Bronze</source>
        <translation>铜卡</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金卡</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name, number, phone or e-mail contains</source>
        <translation>姓名、编号、电话或邮箱包含</translation>
    </message>
    <message>
        <source>No tier</source>
        <translation>无等级</translation>
    </message>
    <message>
        <source>Not bought since</source>
        <translation>此日期以后未购买</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>潜在客户</translation>
    </message>
    <message>
        <source>Show customers</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>银卡</translation>
    </message>
    <message>
        <source>Spent at least</source>
        <translation>消费不少于</translation>
    </message>
    <message>
        <source>Spent at most</source>
        <translation>消费不超过</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln 份回复</numerusform>
        </translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 个月</translation>
    </message>
    <message>
        <source>24 months</source>
        <translation>24 个月</translation>
    </message>
    <message>
        <source>5 years</source>
        <translation>5 年</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>仪表盘</translation>
    </message>
    <message>
        <source>Follow-ups due</source>
        <translation>待跟进</translation>
    </message>
    <message>
        <source>Go to customers</source>
        <translation>前往客户</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Months in the chart</source>
        <translation>图表的月数</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>还没有回复</translation>
    </message>
    <message>
        <source>No purchases yet</source>
        <translation>还没有购买</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>没有人在等待</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>还没有动态</translation>
    </message>
    <message>
        <source>Plan a next contact on a customer&apos;s page.</source>
        <translation>可在客户页面安排下次联系。</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>最近动态</translation>
    </message>
    <message>
        <source>Record a satisfaction score on a customer&apos;s page.</source>
        <translation>可在客户页面登记满意度评分。</translation>
    </message>
    <message>
        <source>Record one on a customer&apos;s page, or import a file.</source>
        <translation>可在客户页面登记购买，或导入文件。</translation>
    </message>
    <message>
        <source>Replies in the last 90 days</source>
        <translation>最近 90 天的回复</translation>
    </message>
    <message>
        <source>Sales by month</source>
        <translation>每月销售额</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Satisfaction scores (CSAT): 5 very satisfied, 4 satisfied, 3 neutral, 1 and 2 unhappy.</source>
        <translation>满意度评分（CSAT）：5 非常满意，4 满意，3 一般，1 和 2 不满意。</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>查看全部</translation>
    </message>
    <message>
        <source>See all activity</source>
        <translation>查看全部动态</translation>
    </message>
    <message>
        <source>See all follow-ups</source>
        <translation>查看全部跟进</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Unhappy</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
</context>
<context>
    <name>DemoPage</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>正在汇总</translation>
    </message>
    <message>
        <source>Asking for opinions</source>
        <translation>正在征求意见</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Filling the shelves</source>
        <translation>正在上架商品</translation>
    </message>
    <message>
        <source>Made-up people, purchases and conversations. Nothing of it is real, and it is gone when you close the program.</source>
        <translation>虚构的客户、购买和往来。没有一条是真实的，关闭程序后即消失。</translation>
    </message>
    <message>
        <source>Making a demo office</source>
        <translation>正在创建演示办公室</translation>
    </message>
    <message>
        <source>Making phone calls</source>
        <translation>正在打电话</translation>
    </message>
    <message>
        <source>Making up customers</source>
        <translation>正在生成客户</translation>
    </message>
    <message>
        <source>Making up people</source>
        <translation>正在生成人物</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>Preparing the search</source>
        <translation>正在准备搜索</translation>
    </message>
    <message>
        <source>Selling things</source>
        <translation>正在销售商品</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
</context>
<context>
    <name>DestroyDialog</name>
    <message>
        <source>&amp;I know that nobody can take this back</source>
        <translation>我知道此操作无法撤销(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Type %1 to confirm</source>
        <translation>输入 %1 以确认(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>Destroy %Ln customer(s) for good?</source>
        <translation>
            <numerusform>永久删除 %Ln 位客户？</numerusform>
        </translation>
    </message>
    <message>
        <source>Destroy for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Everything about them leaves the bin and the office. Whoever has purchases stays as a number without a name, for the books. To free the file itself of every trace of one person, use “Erase this person” instead.</source>
        <translation>他们的全部资料都会从回收站和办公室删除。有购买记录的客户会保留一个没有姓名的编号，供记账使用。如要清除某个人在文件中的所有痕迹，请改用“清除此人的资料”。</translation>
    </message>
</context>
<context>
    <name>DetailMenu</name>
    <message>
        <source>Consent history…</source>
        <translation>同意记录…</translation>
    </message>
    <message>
        <source>Copy e-mail address</source>
        <translation>复制邮箱地址</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Copy phone number</source>
        <translation>复制电话号码</translation>
    </message>
    <message>
        <source>Delete customer…</source>
        <translation>删除客户…</translation>
    </message>
    <message>
        <source>Erase this person…</source>
        <translation>清除此人的资料…</translation>
    </message>
    <message>
        <source>Export everything about this person…</source>
        <translation>导出此人的全部资料…</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Record purchase</source>
        <translation>登记购买</translation>
    </message>
    <message>
        <source>Restore customer</source>
        <translation>恢复客户</translation>
    </message>
    <message>
        <source>Who saw or exported this person…</source>
        <translation>谁查看或导出过此人的资料…</translation>
    </message>
</context>
<context>
    <name>DetailQuestions</name>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>用我的覆盖</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>保存对 %1 的更改吗？</translation>
    </message>
    <message>
        <source>Show what they saved</source>
        <translation>显示对方保存的内容</translation>
    </message>
    <message>
        <source>Somebody else changed this customer meanwhile</source>
        <translation>其他人同时修改了这位客户</translation>
    </message>
    <message>
        <source>Somebody has changed this customer since.</source>
        <translation>此后有人更改过这位客户。</translation>
    </message>
    <message>
        <source>Take them up</source>
        <translation>取回这些更改</translation>
    </message>
    <message>
        <source>There are changes to %1 that were never saved.</source>
        <translation>对 %1 有从未保存的更改。</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>您输入的内容还没有保存。</translation>
    </message>
    <message>
        <source>Your changes are not saved. Which version shall stay?</source>
        <translation>您的更改没有保存。要保留哪个版本？</translation>
    </message>
</context>
<context>
    <name>DisableUserDialog</name>
    <message>
        <source>%1 can&apos;t sign in any more. Everything %1 did stays, and you can enable the user again.</source>
        <translation>%1 将不能再登录。其所有记录都会保留，您可以随时重新启用。</translation>
    </message>
    <message>
        <source>%1 owns %2.</source>
        <translation>%1 名下有 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln 项任务</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln view(s)</source>
        <translation>
            <numerusform>%Ln 个视图</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Goes to</source>
        <translation>转交给(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Renew the keys now</source>
        <translation>立即更换密钥(&amp;R)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>Disable user</source>
        <translation>停用用户</translation>
    </message>
    <message>
        <source>Disabled. Renewing the keys…</source>
        <translation>已停用。正在更换密钥…</translation>
    </message>
    <message>
        <source>Disabling…</source>
        <translation>正在停用…</translation>
    </message>
    <message>
        <source>Nobody (leave unassigned)</source>
        <translation>无人（不指定负责人）</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop renewing</source>
        <translation>停止更换</translation>
    </message>
    <message>
        <source>Whoever copied the office file could go on reading that copy, and later copies too until the keys are renewed. Takes a moment; nobody else may have the office open meanwhile.</source>
        <translation>复制过办公室文件的人仍能读取那份副本；更换密钥之前，以后的副本也能读取。更换需要一点时间，其间其他人不能打开办公室。</translation>
    </message>
    <message>
        <source>Whoever sees own customers only doesn&apos;t see those that belong to nobody.</source>
        <translation>只能看到自己客户的人，看不到没有负责人的客户。</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Choose &amp;file…</source>
        <translation>选择文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose another &amp;file…</source>
        <translation>选择其他文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Drop a file here</source>
        <translation>把文件拖到这里</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>or choose one. CSV, Excel and OpenDocument tables can be read.</source>
        <translation>或选择一个文件。可读取 CSV、Excel 和 OpenDocument 表格。</translation>
    </message>
</context>
<context>
    <name>ErasePersonDialog</name>
    <message>
        <source>&amp;Reason, without the person&apos;s name</source>
        <translation>原因，请勿写出此人的姓名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Type %1 to confirm</source>
        <translation>输入 %1 以确认(&amp;T)</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backups made so far still hold the person. By the office&apos;s rules the last is gone on %1.</source>
        <translation>已有的备份中仍有此人的资料。按办公室规则，最后一份将于 %1 删除。</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>彻底清除</translation>
    </message>
    <message>
        <source>Erase this person</source>
        <translation>清除此人的资料</translation>
    </message>
    <message>
        <source>Everything that tells who %1 is leaves the office. There is no way back.</source>
        <translation>凡是能看出 %1 是谁的内容都会从办公室清除，无法恢复。</translation>
    </message>
    <message>
        <source>Goes, for good</source>
        <translation>将彻底清除</translation>
    </message>
    <message>
        <source>Name, contacts, addresses, birthday, notes, history, scores, preferences, files, sensitive values, drafts, and the words of the journal about them; also in records merged into this one.</source>
        <translation>姓名、联系方式、地址、生日、备注、往来记录、评分、偏好、文件、敏感信息、草稿，以及操作日志中有关此人的文字；合并到此客户的记录也一样。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>将保留</translation>
    </message>
    <message>
        <source>Step 1 of 4: emptying the records…</source>
        <translation>第 1 步，共 4 步：正在清空记录…</translation>
    </message>
    <message>
        <source>Step 2 of 4: cleaning the search index…</source>
        <translation>第 2 步，共 4 步：正在清理搜索索引…</translation>
    </message>
    <message>
        <source>Step 3 of 4: making the file anew; this takes the longest…</source>
        <translation>第 3 步，共 4 步：正在重新生成文件，这一步最久…</translation>
    </message>
    <message>
        <source>Step 4 of 4: folding in what was written last…</source>
        <translation>第 4 步，共 4 步：正在并入最后写入的内容…</translation>
    </message>
    <message>
        <source>The customer&apos;s number, purchases with their amounts, what was agreed to or refused, and who did what when.</source>
        <translation>客户编号、购买及金额、同意或拒绝的内容，以及谁在何时做过什么。</translation>
    </message>
</context>
<context>
    <name>ExportListDialog</name>
    <message numerus="yes">
        <source>%Ln customer(s) of the list, with its filter and order</source>
        <translation>
            <numerusform>列表中的 %Ln 位客户，按其筛选和顺序</numerusform>
        </translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>FieldPicker</name>
    <message>
        <source>%1 (moves here)</source>
        <translation>%1（移到这里）</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Search fields</source>
        <translation>搜索字段</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Choose the file again, or another one.</source>
        <translation>请重新选择这个文件，或选择其他文件。</translation>
    </message>
    <message>
        <source>Last folder: %1</source>
        <translation>上次的文件夹：%1</translation>
    </message>
    <message>
        <source>Nothing is written before you have seen what will happen.</source>
        <translation>确认预览结果之前不会写入任何数据。</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>读取已停止。</translation>
    </message>
    <message>
        <source>This looks like customers. Import it as customers</source>
        <translation>这看起来是客户。按客户导入</translation>
    </message>
    <message>
        <source>This looks like products. Import it as products</source>
        <translation>这看起来是商品。按商品导入</translation>
    </message>
    <message>
        <source>This looks like purchases. Import it as purchases</source>
        <translation>这看起来是购买。按购买导入</translation>
    </message>
    <message>
        <source>Which file do you want to import?</source>
        <translation>要导入哪个文件？</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Remove the condition: %1</source>
        <translation>移除条件：%1</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>移除这个条件</translation>
    </message>
</context>
<context>
    <name>FilterPopover</name>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>已填写</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>未填写</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Cells</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Cells that arrive</source>
        <translation>将导入的单元格</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>对应到</translation>
    </message>
    <message>
        <source>What looks odd</source>
        <translation>看起来异常的内容</translation>
    </message>
</context>
<context>
    <name>FirstPasswordPage</name>
    <message>
        <source>An administrator has set your password. Choose one now that nobody else knows; then the office opens.</source>
        <translation>您的密码由管理员设置。请现在设置一个只有您知道的密码，然后进入办公室。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose a password of your own</source>
        <translation>设置您自己的密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>Set the password and go on</source>
        <translation>设置密码并继续</translation>
    </message>
    <message>
        <source>Setting the password</source>
        <translation>正在设置密码</translation>
    </message>
    <message>
        <source>Suggest a passphrase</source>
        <translation>推荐一个密码短语</translation>
    </message>
</context>
<context>
    <name>FollowUpsPage</name>
    <message>
        <source>%1: done</source>
        <translation>%1：已完成</translation>
    </message>
    <message>
        <source>%1: next contact on %2</source>
        <translation>%1：下次联系 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) to contact</source>
        <translation>
            <numerusform>%Ln 位客户待联系</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Choose another period above.</source>
        <translation>请在上方选择其他时段。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Enter opens · L logs a call · D done · 1 tomorrow · 2 in a week · 3 in a month · P picks a day</source>
        <translation>回车 打开 · L 记录电话 · D 完成 · 1 明天 · 2 一周后 · 3 一个月后 · P 选日期</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Go to customers</source>
        <translation>前往客户</translation>
    </message>
    <message>
        <source>In a month	3</source>
        <translation>一个月后	3</translation>
    </message>
    <message>
        <source>In a week	2</source>
        <translation>一周后	2</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>记录电话</translation>
    </message>
    <message>
        <source>Next 7 days</source>
        <translation>未来 7 天</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>这里没有人</translation>
    </message>
    <message>
        <source>Nobody is waiting for a call</source>
        <translation>没有人在等电话</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Pick a day…	P</source>
        <translation>选择日期…	P</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>Plan a next contact on a customer&apos;s page or with a logged call; it shows up here.</source>
        <translation>在客户页面或记录电话时安排下次联系，就会出现在这里。</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Tomorrow	1</source>
        <translation>明天	1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Which follow-ups</source>
        <translation>显示哪些跟进</translation>
    </message>
</context>
<context>
    <name>FormMasks</name>
    <message>
        <source>%1 can show it. What is stored stays as it is.</source>
        <translation>可请%1开放显示。已保存的内容不变。</translation>
    </message>
    <message>
        <source>%1: hidden from your role</source>
        <translation>%1：对您的角色隐藏</translation>
    </message>
    <message>
        <source>Hidden from your role</source>
        <translation>对您的角色隐藏</translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>No comment</source>
        <translation>没有评语</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Refund of %1</source>
        <translation>%1 的退款</translation>
    </message>
</context>
<context>
    <name>HistoryTabs</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>往来记录</translation>
    </message>
</context>
<context>
    <name>ImportCheckPage</name>
    <message>
        <source>&amp;Create customers who are missing</source>
        <translation>创建缺少的客户(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;E-mail address</source>
        <translation>邮箱地址(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Fill in what is missing</source>
        <translation>补充缺少的内容(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Phone number</source>
        <translation>电话号码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Skip the row</source>
        <translation>跳过该行(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Update with the file</source>
        <translation>用文件更新(&amp;U)</translation>
    </message>
    <message>
        <source>A purchase that the office has already stays as it is. It is known by its number, customer and currency.</source>
        <translation>办公室已有的购买保持不变，以编号、客户和货币辨认。</translation>
    </message>
    <message>
        <source>A row is the same customer when it has the same</source>
        <translation>满足以下相同条件时视为同一位客户</translation>
    </message>
    <message>
        <source>Customer nu&amp;mber</source>
        <translation>客户编号(&amp;M)</translation>
    </message>
    <message>
        <source>E&amp;xternal ID</source>
        <translation>外部编号(&amp;X)</translation>
    </message>
    <message>
        <source>Never by the name alone.</source>
        <translation>不会仅凭姓名判断是否为同一客户。</translation>
    </message>
    <message>
        <source>Only empty fields are filled in.</source>
        <translation>只填写空白的字段。</translation>
    </message>
    <message>
        <source>Otherwise purchases of unknown customers are refused.</source>
        <translation>否则未知客户的购买会被拒绝。</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>检查进度</translation>
    </message>
    <message>
        <source>St&amp;op checking</source>
        <translation>停止检查(&amp;O)</translation>
    </message>
    <message>
        <source>What is there stays as it is.</source>
        <translation>已有内容保持不变。</translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>What the file says replaces what is there.</source>
        <translation>以文件内容替换已有内容。</translation>
    </message>
    <message>
        <source>When a row is there already</source>
        <translation>当该行已经存在时</translation>
    </message>
</context>
<context>
    <name>ImportFilePage</name>
    <message>
        <source>&amp;Customers</source>
        <translation>客户(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Purchases</source>
        <translation>购买(&amp;P)</translation>
    </message>
    <message>
        <source>P&amp;roducts</source>
        <translation>商品(&amp;R)</translation>
    </message>
    <message>
        <source>What is in the file?</source>
        <translation>文件里是什么？</translation>
    </message>
</context>
<context>
    <name>ImportMappingPage</name>
    <message>
        <source>Columns of the file and where they go</source>
        <translation>文件的列及其对应字段</translation>
    </message>
    <message>
        <source>Suggest a&amp;gain</source>
        <translation>重新建议(&amp;G)</translation>
    </message>
</context>
<context>
    <name>ImportReadingPage</name>
    <message>
        <source>&amp;Dates like 03/04/2024</source>
        <translation>类似 03/04/2024 的日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Separator</source>
        <translation>分隔符(&amp;S)</translation>
    </message>
    <message>
        <source>Deci&amp;mal mark</source>
        <translation>小数点(&amp;M)</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Lines abo&amp;ve the table to leave out</source>
        <translation>表格上方要略过的行数(&amp;V)</translation>
    </message>
    <message>
        <source>Lines above the table to leave out</source>
        <translation>表格上方要略过的行数</translation>
    </message>
    <message>
        <source>Order of day and month</source>
        <translation>日和月的顺序</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>S&amp;heet</source>
        <translation>工作表(&amp;H)</translation>
    </message>
    <message>
        <source>Separator between columns</source>
        <translation>列分隔符</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>The first row holds the &amp;titles</source>
        <translation>第一行是标题(&amp;T)</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
</context>
<context>
    <name>ImportResultPage</name>
    <message>
        <source>&amp;Save refused rows…</source>
        <translation>保存被拒绝的行(&amp;S)…</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>被拒绝的行</translation>
    </message>
    <message>
        <source>Save them as a file, correct it in Excel and import it again. Each row says what is wrong with it.</source>
        <translation>另存为文件，在 Excel 中改正后再导入。每一行都注明了原因。</translation>
    </message>
</context>
<context>
    <name>ImportRunPage</name>
    <message>
        <source>&amp;Stop the import</source>
        <translation>停止导入(&amp;S)</translation>
    </message>
    <message>
        <source>Leave this window open until it is finished. If you stop it, everything it has written is taken back.</source>
        <translation>完成之前请保持此窗口打开。如果停止，已写入的内容会全部撤回。</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import &amp;another file</source>
        <translation>导入其他文件(&amp;A)</translation>
    </message>
    <message>
        <source>Import from a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>Leave the import</source>
        <translation>离开导入</translation>
    </message>
    <message>
        <source>Leave the import?</source>
        <translation>离开导入？</translation>
    </message>
    <message>
        <source>Nothing has been imported yet. The file stays as it is.</source>
        <translation>还没有导入任何内容。文件保持原样。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>停止导入</translation>
    </message>
    <message>
        <source>Stop the import?</source>
        <translation>停止导入？</translation>
    </message>
    <message>
        <source>The import was stopped. Everything is as it was before.</source>
        <translation>导入已停止。一切与之前相同。</translation>
    </message>
    <message>
        <source>What it has written so far is taken back; nothing of it stays.</source>
        <translation>已写入的内容会撤回，不会留下任何内容。</translation>
    </message>
</context>
<context>
    <name>KeyHolders</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>Opens the office file. Everybody who may sign in has it: %n person(s).</source>
        <translation>
            <numerusform>用来打开办公室文件。所有可以登录的人都有：共 %n 人。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reads sensitive fields. Nobody has it now; everybody can enter values.</source>
        <translation>用来读取敏感字段。现在没有人持有；所有人都可以录入。</translation>
    </message>
    <message>
        <source>Reads sensitive fields; everybody else can only enter them. %1</source>
        <translation>用来读取敏感字段；其他人只能录入。持有人：%1</translation>
    </message>
    <message>
        <source>Vouches for users, roles and the journal&apos;s checkpoints. %1</source>
        <translation>用来证明用户、角色和操作日志检查点的真实性。持有人：%1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另外 %n 人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Administrator key</source>
        <translation>管理员密钥</translation>
    </message>
    <message>
        <source>All keys are renewed; generation %1 is in force.</source>
        <translation>全部密钥已更换；现行的是第 %1 代。</translation>
    </message>
    <message>
        <source>Generation %1.</source>
        <translation>第 %1 代。</translation>
    </message>
    <message>
        <source>Guessing a password costs about %1 ms on this PC.</source>
        <translation>在这台电脑上，猜一次密码约需 %1 毫秒。</translation>
    </message>
    <message>
        <source>Guessing is already as costly as this PC allows.</source>
        <translation>猜测难度已达到这台电脑可承受的上限。</translation>
    </message>
    <message>
        <source>Guessing is costlier now; it takes effect at each person&apos;s next sign-in.</source>
        <translation>已提高猜测难度，在每个人下次登录时生效。</translation>
    </message>
    <message>
        <source>Guessing passwords</source>
        <translation>防止猜测密码</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Keys in force</source>
        <translation>现行密钥</translation>
    </message>
    <message>
        <source>Made on %1 by %2.</source>
        <translation>由 %2 于 %1 生成。</translation>
    </message>
    <message>
        <source>Make a new recovery code…</source>
        <translation>重新生成恢复码…</translation>
    </message>
    <message>
        <source>Make a recovery code…</source>
        <translation>生成恢复码…</translation>
    </message>
    <message>
        <source>Make guessing costlier</source>
        <translation>提高猜测难度</translation>
    </message>
    <message>
        <source>Office data</source>
        <translation>办公室数据</translation>
    </message>
    <message>
        <source>Printed and locked away, it opens the office when every administrator has forgotten the password or is gone. Whoever holds it can read everything.</source>
        <translation>打印出来锁好。当所有管理员都忘记密码或离开时，用它可以打开办公室。谁拿到它，谁就能读取全部内容。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Renew all keys</source>
        <translation>更换全部密钥</translation>
    </message>
    <message>
        <source>Renew all keys…</source>
        <translation>更换全部密钥…</translation>
    </message>
    <message>
        <source>Renewed on %1 by %2.</source>
        <translation>由 %2 于 %1 更换。</translation>
    </message>
    <message>
        <source>Sensitive fields</source>
        <translation>敏感字段</translation>
    </message>
    <message>
        <source>The keys of the office&apos;s first day are in force; they were never renewed.</source>
        <translation>仍在使用创建办公室时的密钥，从未更换。</translation>
    </message>
    <message>
        <source>The more work each guess is, the longer a stolen copy of the office withstands; a change takes effect at each person&apos;s next sign-in.</source>
        <translation>每猜一次越费时，被盗的办公室副本就能抵挡越久；更改在每个人下次登录时生效。</translation>
    </message>
    <message>
        <source>There is none. If every administrator forgets the password, nobody can open this office.</source>
        <translation>还没有恢复码。如果所有管理员都忘记密码，谁也打不开这个办公室。</translation>
    </message>
    <message>
        <source>When somebody left who had an office file or a backup, or a password or PC may be in wrong hands. The office is written anew under new keys; names, passwords and the recovery code stay as they are. What was copied before stays readable with the keys of that day.</source>
        <translation>持有办公室文件或备份的人离职时，或密码、电脑可能落入他人之手时，请更换。办公室会用新密钥重新写入；用户名、密码和恢复码不变。此前复制的文件，用当时的密钥仍可读取。</translation>
    </message>
</context>
<context>
    <name>LeftDrafts</name>
    <message>
        <source>This can&apos;t be opened now. What you typed is kept and offered at the next sign-in.</source>
        <translation>现在无法打开。您输入的内容已保留，下次登录时会再次提供。</translation>
    </message>
</context>
<context>
    <name>LeftDraftsDialog</name>
    <message>
        <source>&amp;Discard…</source>
        <translation>放弃(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Go on with it</source>
        <translation>继续编辑(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>以后再说(&amp;L)</translation>
    </message>
    <message>
        <source>Call, visit or note</source>
        <translation>电话、到访或备注</translation>
    </message>
    <message>
        <source>Changes to a customer</source>
        <translation>客户的更改</translation>
    </message>
    <message>
        <source>Changes to a product</source>
        <translation>商品的更改</translation>
    </message>
    <message>
        <source>Changes to a user</source>
        <translation>用户的更改</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Discard “%1”?</source>
        <translation>放弃“%1”？</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新商品</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>新用户</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Office rules</source>
        <translation>办公室规则</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Satisfaction score</source>
        <translation>满意度评分</translation>
    </message>
    <message>
        <source>Somebody has changed this customer since.</source>
        <translation>此后有人更改过这位客户。</translation>
    </message>
    <message>
        <source>This customer is gone for good; what you typed can&apos;t be used any more.</source>
        <translation>这位客户已永久删除，您输入的内容已无法使用。</translation>
    </message>
    <message>
        <source>This customer is in the bin now.</source>
        <translation>这位客户现在在回收站中。</translation>
    </message>
    <message>
        <source>This customer was merged into another one.</source>
        <translation>这位客户已合并到另一位客户。</translation>
    </message>
    <message>
        <source>Typed and never saved</source>
        <translation>输入后未保存</translation>
    </message>
    <message>
        <source>Typed and not saved, newest first</source>
        <translation>输入后未保存的内容，最新的在前</translation>
    </message>
    <message>
        <source>What was typed there is lost for good.</source>
        <translation>那里输入的内容将永久丢失。</translation>
    </message>
    <message>
        <source>You typed this and never saved it. Go on where you were, or leave it for later: it is offered again at the next sign-in.</source>
        <translation>这些内容您输入后没有保存。可以接着编辑，也可以以后再说：下次登录时会再次提供。</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message numerus="yes">
        <source>%Ln customer(s) written to %1.</source>
        <translation>
            <numerusform>已将 %Ln 位客户写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled: no file was written.</source>
        <translation>已取消：没有写入文件。</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>导出到 Excel</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>正在写入 %1…</translation>
    </message>
</context>
<context>
    <name>ListFooter</name>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>已选 %Ln 位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>共 %Ln 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>%1更新</translation>
    </message>
</context>
<context>
    <name>ListQuery</name>
    <message>
        <source>Bought since %1</source>
        <translation>%1 以后购买过</translation>
    </message>
    <message>
        <source>No tier</source>
        <translation>无等级</translation>
    </message>
    <message>
        <source>Not bought since %1</source>
        <translation>%1 以后未购买</translation>
    </message>
    <message>
        <source>Spent at least %1</source>
        <translation>消费不少于 %1</translation>
    </message>
    <message>
        <source>Spent at most %1</source>
        <translation>消费不超过 %1</translation>
    </message>
    <message>
        <source>With e-mail</source>
        <translation>有邮箱</translation>
    </message>
    <message>
        <source>With phone</source>
        <translation>有电话</translation>
    </message>
    <message>
        <source>Without e-mail</source>
        <translation>没有邮箱</translation>
    </message>
    <message>
        <source>Without phone</source>
        <translation>没有电话</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>%1 is signed in to the office “%2”.</source>
        <translation>%1 已登录办公室“%2”。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
</context>
<context>
    <name>LogCallDialog</name>
    <message>
        <source>Log a call</source>
        <translation>记录电话</translation>
    </message>
</context>
<context>
    <name>LongTask</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>LookingBar</name>
    <message>
        <source>&amp;Back to your own role</source>
        <translation>返回自己的角色(&amp;B)</translation>
    </message>
    <message>
        <source>You look at the program as %1; nothing can be changed.</source>
        <translation>您正以“%1”的角色查看程序，不能更改任何内容。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Counter mode: hide personal data</source>
        <translation>柜台模式：隐藏个人信息</translation>
    </message>
    <message>
        <source>Counter mode: hide personal data (F9)</source>
        <translation>柜台模式：隐藏个人信息 (F9)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>搜索客户</translation>
    </message>
    <message>
        <source>Search customers, phone numbers, codes…</source>
        <translation>搜索客户、电话、编号…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色和深色</translation>
    </message>
</context>
<context>
    <name>MappingModel</name>
    <message>
        <source>%1 goes to %2</source>
        <translation>%1 对应到 %2</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>对应到</translation>
    </message>
</context>
<context>
    <name>MappingPage</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Every filled column is imported.</source>
        <translation>所有有内容的列都会导入。</translation>
    </message>
    <message>
        <source>None of the columns was recognised. Say for each where it goes.</source>
        <translation>没有识别出任何列。请指定每一列对应的字段。</translation>
    </message>
    <message>
        <source>Please answer the question above.</source>
        <translation>请先回答上面的问题。</translation>
    </message>
    <message>
        <source>Space opens the fields of a line, typing searches them, Delete ignores the column.</source>
        <translation>空格键打开该行的字段，输入即可搜索，Delete 键忽略该列。</translation>
    </message>
    <message>
        <source>Still missing: %1. Choose a column for it.</source>
        <translation>还缺少：%1。请为它选择一列。</translation>
    </message>
    <message>
        <source>Where does each column go?</source>
        <translation>每一列对应什么？</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭这条通知</translation>
    </message>
</context>
<context>
    <name>MoveOfficeDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remind everybody who signs in here that the office has moved</source>
        <translation>有人在这里登录时，提醒办公室已迁走(&amp;R)</translation>
    </message>
    <message>
        <source>A reminder only: the file stays, can be opened, and can be your last resort until the other PC has its own backups.</source>
        <translation>仅作提醒：文件仍在，可以打开；在另一台电脑有自己的备份之前，它是最后的保障。</translation>
    </message>
    <message>
        <source>A verified backup to carry over</source>
        <translation>用于迁移的已验证备份</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Carry the file %1 over.</source>
        <translation>把文件 %1 带到另一台电脑。</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>请先选择文件夹。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Folder for the backup</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>From now on work on the other PC only. What is entered here would not be there, and the two can&apos;t be put together again.</source>
        <translation>从现在起只在另一台电脑上工作。在这里输入的内容不会出现在那边，两边也无法再合并。</translation>
    </message>
    <message>
        <source>Install CIMS Desktop there, this version or a newer one.</source>
        <translation>在那里安装 CIMS Desktop，版本与此相同或更新。</translation>
    </message>
    <message>
        <source>Make the backup</source>
        <translation>开始备份</translation>
    </message>
    <message>
        <source>Move this office to another PC</source>
        <translation>将办公室迁移到另一台电脑</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>On its welcome page choose “Restore a backup…” and that file.</source>
        <translation>在欢迎页选择“恢复备份…”，再选择该文件。</translation>
    </message>
    <message>
        <source>On the other PC</source>
        <translation>在另一台电脑上</translation>
    </message>
    <message>
        <source>On this PC</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Sign in with your name and password as here; look whether everything is there.</source>
        <translation>用与这里相同的用户名和密码登录，确认内容齐全。</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The backup is in %1</source>
        <translation>备份已保存在 %1</translation>
    </message>
    <message>
        <source>The office moves as one encrypted file with its keys inside. Choose a stick, an external disk or a network folder that the other PC can read.</source>
        <translation>办公室会连同密钥打包成一个加密文件。请选择 U 盘、移动硬盘或另一台电脑能读取的网络文件夹。</translation>
    </message>
</context>
<context>
    <name>MoveProgress</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>NewCustomers</name>
    <message>
        <source>Customer created, but without some sensitive values. Enter them again.</source>
        <translation>客户已创建，但部分敏感信息没有保存。请重新录入。</translation>
    </message>
    <message>
        <source>Customer created.</source>
        <translation>客户已创建。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Discard the new customer?</source>
        <translation>放弃新客户？</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Please enter the sensitive values of the new customer again.</source>
        <translation>请重新录入新客户的敏感信息。</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>您输入的内容还没有保存。</translation>
    </message>
</context>
<context>
    <name>NewOfficePage</name>
    <message>
        <source>All amounts are kept in this currency; it can&apos;t be changed later.</source>
        <translation>所有金额都以此货币记录，以后不能更改。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a place</source>
        <translation>选择位置</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家/地区</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Make a new office</source>
        <translation>新建办公室</translation>
    </message>
    <message>
        <source>Make the office</source>
        <translation>创建办公室</translation>
    </message>
    <message>
        <source>Making the office</source>
        <translation>正在创建办公室</translation>
    </message>
    <message>
        <source>Making the office…</source>
        <translation>正在创建办公室…</translation>
    </message>
    <message>
        <source>My office</source>
        <translation>我的办公室</translation>
    </message>
    <message>
        <source>Nobody can open the office without the password, not even we. Write it down and keep it safe.</source>
        <translation>没有密码，任何人（包括我们）都无法打开此办公室，请记下并妥善保管。</translation>
    </message>
    <message>
        <source>Office name</source>
        <translation>办公室名称</translation>
    </message>
    <message>
        <source>Offices (*.cims)</source>
        <translation>办公室文件 (*.cims)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>再次输入密码</translation>
    </message>
    <message>
        <source>Suggest a passphrase</source>
        <translation>推荐一个密码短语</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>User name for signing in</source>
        <translation>登录用户名</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>Where to keep the office</source>
        <translation>办公室保存在哪里</translation>
    </message>
    <message>
        <source>You, its administrator</source>
        <translation>您，办公室的管理员</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>e.g. Mei Chen</source>
        <translation>例如：陈梅</translation>
    </message>
    <message>
        <source>e.g. Riverside</source>
        <translation>例如：河畔</translation>
    </message>
    <message>
        <source>e.g. mei.chen</source>
        <translation>例如：mei.chen</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>In characters: %1</source>
        <translation>汉字：%1</translation>
    </message>
</context>
<context>
    <name>NoticeLog</name>
    <message>
        <source>No notices in this session</source>
        <translation>本次登录没有通知</translation>
    </message>
</context>
<context>
    <name>OfficeRulesSection</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n 个字符</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Back up every</source>
        <translation>备份间隔(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Keep deleted customers for</source>
        <translation>已删除客户保留(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Lock after</source>
        <translation>自动锁定时间(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Shortest password</source>
        <translation>密码最短长度(&amp;S)</translation>
    </message>
    <message>
        <source>Add field…</source>
        <translation>添加字段…</translation>
    </message>
    <message>
        <source>After that the bin may be emptied for good; nothing is destroyed without a person asking for it.</source>
        <translation>到期后才可以永久清空；没有人要求，程序不会永久删除任何内容。</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>所有更改已保存</translation>
    </message>
    <message>
        <source>An unattended window hides everything until the password is typed. A person may choose less, not more.</source>
        <translation>无人操作的窗口会隐藏一切，输入密码后才恢复。个人可以设得更短，不能更长。</translation>
    </message>
    <message>
        <source>At most once per person, customer and day. Shows later who saw somebody&apos;s data.</source>
        <translation>每人每天对同一位客户最多记一次。以后可以查到谁看过某人的资料。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Characters. A passphrase of four or five words is easy to remember and has far more.</source>
        <translation>以字符计。四五个词组成的密码短语容易记，而且长得多。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Everybody sets up a one-time code on the phone at the next sign-in.</source>
        <translation>所有人下次登录时都要在手机上设置动态验证码。</translation>
    </message>
    <message>
        <source>Give up changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Give up the changes to the rules?</source>
        <translation>放弃对规则的更改？</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Keep daily backups for</source>
        <translation>每日备份保留</translation>
    </message>
    <message>
        <source>Keep monthly backups for</source>
        <translation>每月备份保留</translation>
    </message>
    <message>
        <source>Keep weekly backups for</source>
        <translation>每周备份保留</translation>
    </message>
    <message>
        <source>Keep yearly backups for</source>
        <translation>每年备份保留</translation>
    </message>
    <message>
        <source>Locking and passwords</source>
        <translation>锁定与密码</translation>
    </message>
    <message>
        <source>Made in the background by a PC that is running; a missed one at the next start.</source>
        <translation>由正在运行程序的电脑在后台备份；错过的会在下次启动时补做。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Note &amp;who opened which customer</source>
        <translation>记录谁打开过哪位客户(&amp;W)</translation>
    </message>
    <message>
        <source>Note who opened which customer</source>
        <translation>记录谁打开过哪位客户</translation>
    </message>
    <message>
        <source>Of each day, week, month and year the newest is kept; the newest verified one always.</source>
        <translation>每天、每周、每月、每年各保留最新的一份；最新一份已验证的备份始终保留。</translation>
    </message>
    <message>
        <source>Office rules</source>
        <translation>办公室规则</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>仅手动</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Require a second &amp;factor</source>
        <translation>要求双重验证(&amp;F)</translation>
    </message>
    <message>
        <source>Require a second factor</source>
        <translation>要求双重验证</translation>
    </message>
    <message>
        <source>Save rules</source>
        <translation>保存规则</translation>
    </message>
    <message>
        <source>Sealed so that only roles with the right can read them; anybody who edits customers can enter them.</source>
        <translation>加密保存，只有获得权限的角色可以读取；可以编辑客户的人都能录入。</translation>
    </message>
    <message>
        <source>Sensitive fields</source>
        <translation>敏感字段</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>The office&apos;s rules have changes that are not saved.</source>
        <translation>办公室规则有未保存的更改。</translation>
    </message>
    <message>
        <source>The rules are saved and in force</source>
        <translation>规则已保存并生效</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>有未保存的更改</translation>
    </message>
</context>
<context>
    <name>OptionalDateEdit</name>
    <message>
        <source>A month ago</source>
        <translation>一个月前</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>一年前</translation>
    </message>
    <message>
        <source>Choose a date</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>一个月后</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>一周后</translation>
    </message>
    <message>
        <source>In three days</source>
        <translation>三天后</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>未设置日期</translation>
    </message>
    <message>
        <source>Six months ago</source>
        <translation>六个月前</translation>
    </message>
    <message>
        <source>Three months ago</source>
        <translation>三个月前</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
</context>
<context>
    <name>OwnPasswordDialog</name>
    <message>
        <source>Change the password</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Changing the password</source>
        <translation>正在更改密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>Old password</source>
        <translation>原密码</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>Suggest a passphrase</source>
        <translation>推荐一个密码短语</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>Your password was changed.</source>
        <translation>您的密码已更改。</translation>
    </message>
</context>
<context>
    <name>OwnSecurity</name>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Like the office: %n minute(s)</source>
        <translation>
            <numerusform>跟随办公室：%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Like the office: never</source>
        <translation>跟随办公室：从不</translation>
    </message>
    <message>
        <source>Nobody types or moves the mouse for this time.</source>
        <translation>这段时间内没有键盘和鼠标操作时锁定。</translation>
    </message>
    <message numerus="yes">
        <source>Nobody types or moves the mouse. The office allows %n minute(s) at most.</source>
        <translation>
            <numerusform>没有键盘和鼠标操作时锁定。办公室最多允许 %n 分钟。</numerusform>
        </translation>
    </message>
    <message>
        <source>Off. Besides the password, an app on your phone then shows a code of six digits.</source>
        <translation>未开启。开启后，除密码外还要输入手机应用显示的 6 位数字。</translation>
    </message>
    <message numerus="yes">
        <source>On, but only %n recovery code(s) left. Switch it off and on again to get new ones.</source>
        <translation>
            <numerusform>已开启，但只剩 %n 个备用码。关闭后再开启，即可获得新的备用码。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On. %n recovery code(s) left.</source>
        <translation>
            <numerusform>已开启。还剩 %n 个备用码。</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch off…</source>
        <translation>关闭…</translation>
    </message>
    <message>
        <source>Switch on…</source>
        <translation>开启…</translation>
    </message>
    <message>
        <source>This office asks everybody for a one-time code.</source>
        <translation>这个办公室要求所有人使用动态验证码。</translation>
    </message>
</context>
<context>
    <name>OwnerCombo</name>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>其他人</translation>
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>PersonActs</name>
    <message>
        <source>%1 is erased. The last backup that knows the person is gone on %2.</source>
        <translation>%1 已清除。最后一份含有此人资料的备份将于 %2 删除。</translation>
    </message>
    <message>
        <source>Cancelled: nothing was written.</source>
        <translation>已取消：没有写入任何内容。</translation>
    </message>
    <message>
        <source>Everything about %1 is in the folder %2.</source>
        <translation>%1 的全部资料已保存在文件夹 %2 中。</translation>
    </message>
    <message>
        <source>No trace is left in the file.</source>
        <translation>文件中已没有任何痕迹。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>The file itself still holds traces and must be made anew.</source>
        <translation>文件中仍有痕迹，必须重新生成。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>PersonExportDialog</name>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export everything about this person</source>
        <translation>导出此人的全部资料</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>导出文件夹</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Reading everything about the person…</source>
        <translation>正在读取此人的全部资料…</translation>
    </message>
    <message>
        <source>Whoever gets the folder can read them. Each one is written down as revealed.</source>
        <translation>拿到文件夹的人都能读取。每一项都会记录为“已查看”。</translation>
    </message>
    <message>
        <source>With &amp;sensitive values in plain text</source>
        <translation>包含敏感信息的明文(&amp;S)</translation>
    </message>
    <message>
        <source>Without them the page tells only how they end.</source>
        <translation>不包含时，页面上只显示末几位。</translation>
    </message>
    <message>
        <source>Writes a page to read and print, and the same data as JSON, and all files that are kept with %1.</source>
        <translation>写出一个可供阅读和打印的页面、同样内容的 JSON，以及与 %1 一起保存的所有文件。</translation>
    </message>
    <message>
        <source>Writing down that it was exported…</source>
        <translation>正在记录这次导出…</translation>
    </message>
    <message>
        <source>Writing the page and the files…</source>
        <translation>正在写入页面和文件…</translation>
    </message>
</context>
<context>
    <name>PickDayDialog</name>
    <message>
        <source>Day of the next contact</source>
        <translation>下次联系的日期</translation>
    </message>
    <message>
        <source>Next contact on</source>
        <translation>下次联系日期</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>Plan the next contact</source>
        <translation>安排下次联系</translation>
    </message>
</context>
<context>
    <name>PreferencesTab</name>
    <message>
        <source>No preference</source>
        <translation>无偏好</translation>
    </message>
</context>
<context>
    <name>ProblemModel</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>ProductDialog</name>
    <message>
        <source>&amp;Category</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Offered when a purchase is recorded</source>
        <translation>登记购买时可选(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation>价格(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Price in %1</source>
        <translation>价格（%1）(&amp;P)</translation>
    </message>
    <message>
        <source>Add product</source>
        <translation>添加商品</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Edit product</source>
        <translation>编辑商品</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新商品</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>S&amp;KU</source>
        <translation>货号(&amp;K)</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>货号</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存更改</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>%1 is no longer offered</source>
        <translation>%1 已停售</translation>
    </message>
    <message>
        <source>%1 is offered again</source>
        <translation>%1 已重新上架</translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>共 %Ln 种商品</numerusform>
        </translation>
    </message>
    <message>
        <source>Add product</source>
        <translation>添加商品</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>No product matches</source>
        <translation>没有符合的商品</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>还没有商品</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>重新上架</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Products make recording a purchase a matter of two keystrokes; they can be imported as well.</source>
        <translation>有了商品，登记购买只需按两下键；也可以导入商品。</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停售</translation>
    </message>
    <message>
        <source>Search products, SKU, category…</source>
        <translation>搜索商品、货号、类别…</translation>
    </message>
    <message>
        <source>Search the catalogue</source>
        <translation>搜索商品目录</translation>
    </message>
    <message>
        <source>Show retired</source>
        <translation>显示已停售</translation>
    </message>
    <message>
        <source>Try fewer letters, or show retired products too.</source>
        <translation>请减少字数，或同时显示已停售的商品。</translation>
    </message>
</context>
<context>
    <name>PurchaseDialog</name>
    <message>
        <source>Add a line</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Enter: next field · Ctrl+Enter: save</source>
        <translation>回车：下一栏 · Ctrl+回车：保存</translation>
    </message>
    <message>
        <source>Lines of the purchase</source>
        <translation>购买明细</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Receipt or order number</source>
        <translation>小票或订单号</translation>
    </message>
    <message>
        <source>Record purchase</source>
        <translation>登记购买</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>移除该行</translation>
    </message>
    <message>
        <source>That is not a quantity; the one before stays.</source>
        <translation>这不是有效的数量，保留原来的数量。</translation>
    </message>
    <message>
        <source>That is not an amount; the price before stays.</source>
        <translation>这不是有效的金额，保留原来的单价。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Without a price: %1. Type the price, or save again to record it as free.</source>
        <translation>没有单价：%1。请输入单价，或再次保存以按免费记录。</translation>
    </message>
</context>
<context>
    <name>PurchaseLinesModel</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
</context>
<context>
    <name>PurchaseRefundDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Lines to refund</source>
        <translation>要退款的明细</translation>
    </message>
    <message>
        <source>Record refund</source>
        <translation>登记退款</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Refund everything</source>
        <translation>全部退款</translation>
    </message>
    <message>
        <source>To pay back</source>
        <translation>应退金额</translation>
    </message>
</context>
<context>
    <name>PurchasesTab</name>
    <message>
        <source>Purchase recorded: %1</source>
        <translation>已登记购买：%1</translation>
    </message>
    <message>
        <source>Refund recorded.</source>
        <translation>已登记退款。</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Column “%1”: how is %2 meant?</source>
        <translation>“%1”列：%2 应如何理解？</translation>
    </message>
    <message>
        <source>Column “%1”: how large is %2?</source>
        <translation>“%1”列：%2 是多少？</translation>
    </message>
</context>
<context>
    <name>QuickEntry</name>
    <message>
        <source>Change: %1</source>
        <translation>更改：%1</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Look at the rows below: are names readable, does each value stand under its title?</source>
        <translation>请看下面各行：姓名是否显示正常？每个值都在自己的标题下面吗？</translation>
    </message>
    <message>
        <source>There are no rows below the titles.</source>
        <translation>标题下面没有数据行。</translation>
    </message>
    <message>
        <source>Was the file read rightly?</source>
        <translation>文件读取正确吗？</translation>
    </message>
</context>
<context>
    <name>RecoverPage</name>
    <message>
        <source>Ask an administrator of the office for a new password (Administration, Users). It takes a minute, and nothing is lost.</source>
        <translation>请办公室的管理员为您重置密码（管理 → 用户）。只需一分钟，不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Eight groups of five, as printed. Capital or small, with or without hyphens.</source>
        <translation>与打印的一样，共八组，每组五个字符。不分大小写，连字符可有可无。</translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>忘记密码？</translation>
    </message>
    <message>
        <source>If no administrator can sign in, the printed recovery code opens the office and gives an administrator a new password. Nobody else can help, not even who made this program.</source>
        <translation>如果没有管理员能登录，可以用打印的恢复码打开办公室，并为一位管理员设置新密码。除此之外谁也帮不上忙，程序的作者也不能。</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>Opening the office</source>
        <translation>正在打开办公室</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Set the password and sign in</source>
        <translation>设置密码并登录</translation>
    </message>
    <message>
        <source>Suggest a passphrase</source>
        <translation>推荐一个密码短语</translation>
    </message>
    <message>
        <source>The code is complete.</source>
        <translation>恢复码已完整。</translation>
    </message>
    <message>
        <source>User name of an administrator</source>
        <translation>管理员的用户名</translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialog</name>
    <message>
        <source>&amp;Print sheet…</source>
        <translation>打印恢复单(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>另存为 PDF(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Type it back from the paper</source>
        <translation>照着纸上再输入一遍(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>仍然关闭</translation>
    </message>
    <message>
        <source>Close without typing the code back?</source>
        <translation>不再输入一遍就关闭？</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Make the code</source>
        <translation>生成恢复码</translation>
    </message>
    <message>
        <source>Not the same: look at the last characters again.</source>
        <translation>不一致：请再看看最后几个字符。</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Print the recovery sheet, or write the code down. Don&apos;t keep it on this PC, in an e-mail or in a photo.</source>
        <translation>请打印恢复单，或把恢复码抄下来。不要保存在这台电脑、邮件或照片里。</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>保存恢复单</translation>
    </message>
    <message>
        <source>Saved as %1. Print it, then delete the file: it is as good as the code.</source>
        <translation>已保存为 %1。打印后请删除文件：拿到文件就等于拿到恢复码。</translation>
    </message>
    <message>
        <source>So you know that what stands on the paper can be read.</source>
        <translation>这样可以确认纸上的内容能看清楚。</translation>
    </message>
    <message>
        <source>That is it. Now lock the sheet away.</source>
        <translation>完全正确。现在请把恢复单锁好。</translation>
    </message>
    <message>
        <source>The code before becomes void at once: its sheet is for the shredder.</source>
        <translation>原来的恢复码立即作废，请销毁它的恢复单。</translation>
    </message>
    <message>
        <source>The code is in force but can&apos;t be shown again. If it isn&apos;t on paper, make a new one later.</source>
        <translation>恢复码已生效，但不会再次显示。如果还没有记在纸上，请以后重新生成。</translation>
    </message>
    <message>
        <source>The code is shown once, now. Have a printer ready, or something to write with and a place that locks.</source>
        <translation>恢复码只在现在显示一次。请准备好打印机，或者纸笔和一个能上锁的地方。</translation>
    </message>
    <message>
        <source>The recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>The recovery code of this office</source>
        <translation>这个办公室的恢复码</translation>
    </message>
</context>
<context>
    <name>RefundDialog</name>
    <message>
        <source>A number up to %1 can be refunded here.</source>
        <translation>此处最多可退 %1。</translation>
    </message>
</context>
<context>
    <name>RefundLinesModel</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Refund now</source>
        <translation>本次退款</translation>
    </message>
    <message>
        <source>Refundable</source>
        <translation>可退</translation>
    </message>
</context>
<context>
    <name>ReportSaving</name>
    <message>
        <source>%1 is saved</source>
        <translation>%1 已保存</translation>
    </message>
    <message>
        <source>Cancelled: no file was written.</source>
        <translation>已取消：没有写入文件。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>正在写入 %1…</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>共 %Ln 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln purchase(s)</source>
        <translation>
            <numerusform>%Ln 次购买</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>到(&amp;T)</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 个月</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Choose other months above, record a purchase, or import a file.</source>
        <translation>请在上方选择其他月份，登记购买，或导入文件。</translation>
    </message>
    <message>
        <source>Export customers…</source>
        <translation>导出客户…</translation>
    </message>
    <message>
        <source>First month</source>
        <translation>开始月份</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>结束月份</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>各月</translation>
    </message>
    <message>
        <source>No purchases in these months</source>
        <translation>这些月份没有购买</translation>
    </message>
    <message>
        <source>Progress of the report</source>
        <translation>报表进度</translation>
    </message>
    <message>
        <source>Ready-made periods</source>
        <translation>常用时段</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Sales by month</source>
        <translation>每月销售额</translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation>另存为 Excel…</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Top customers</source>
        <translation>消费最多的客户</translation>
    </message>
    <message>
        <source>Top products</source>
        <translation>最畅销的商品</translation>
    </message>
</context>
<context>
    <name>ResetPasswordDialog</name>
    <message>
        <source>A new password for %1 (%2). The old one stops working at once.</source>
        <translation>为 %1（%2）设置新密码。原密码立即失效。</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>新密码(&amp;P)</translation>
    </message>
    <message>
        <source>Reset password</source>
        <translation>重置密码</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>重置密码</translation>
    </message>
    <message>
        <source>Suggest a passphrase</source>
        <translation>推荐一个密码短语</translation>
    </message>
    <message>
        <source>Tell it to the person, not by e-mail. It must be changed at the next sign-in.</source>
        <translation>请直接告诉本人，不要用邮件。下次登录时必须更改。</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Recovery code of that day</source>
        <translation>当时的恢复码(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>用户名(&amp;U)</translation>
    </message>
    <message>
        <source>A backup is one file that ends in .cimsbak. It becomes a new office; no office that is there is touched.</source>
        <translation>备份是一个以 .cimsbak 结尾的文件。它会恢复成一个新办公室，不影响已有的办公室。</translation>
    </message>
    <message>
        <source>Becomes the new &amp;office file</source>
        <translation>恢复成的新办公室文件(&amp;O)</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choos&amp;e…</source>
        <translation>选择(&amp;E)…</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Look into it</source>
        <translation>查看备份内容</translation>
    </message>
    <message>
        <source>Name and password as they were on the day of the backup.</source>
        <translation>请输入备份当天的用户名和密码。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>On this computer, in a folder that is not synchronised.</source>
        <translation>在这台电脑上，不会同步的文件夹里。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Say where the office should be.</source>
        <translation>请指定办公室的保存位置。</translation>
    </message>
    <message>
        <source>Sign in to it</source>
        <translation>登录该办公室</translation>
    </message>
    <message>
        <source>Sign out and open it</source>
        <translation>退出登录并打开它</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped: nothing was restored.</source>
        <translation>已停止：没有恢复任何内容。</translation>
    </message>
    <message>
        <source>Type what is asked for.</source>
        <translation>请填写要求的内容。</translation>
    </message>
    <message>
        <source>Use the printed &amp;recovery code instead</source>
        <translation>改用打印的恢复码(&amp;R)</translation>
    </message>
    <message>
        <source>Which backup?</source>
        <translation>恢复哪份备份？</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>您是谁？</translation>
    </message>
</context>
<context>
    <name>RestoreFields</name>
    <message>
        <source>Restoring…</source>
        <translation>正在恢复…</translation>
    </message>
    <message>
        <source>The office is back and was checked in full.</source>
        <translation>办公室已恢复，并通过了全面检查。</translation>
    </message>
</context>
<context>
    <name>RestoreWords</name>
    <message>
        <source>%1 acts in the journal</source>
        <translation>操作日志 %1 条</translation>
    </message>
    <message>
        <source>%1 customers</source>
        <translation>%1 位客户</translation>
    </message>
    <message>
        <source>%1 entries of history</source>
        <translation>%1 条往来记录</translation>
    </message>
    <message>
        <source>%1 purchases</source>
        <translation>%1 次购买</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A backup made on %1</source>
        <translation>%1 的备份</translation>
    </message>
    <message>
        <source>Newest act: %1</source>
        <translation>最后一条操作：%1</translation>
    </message>
    <message>
        <source>Take those of the day of the backup; a password changed since then is not in it.</source>
        <translation>请使用备份当天的用户名和密码；之后更改的密码不在备份里。</translation>
    </message>
    <message>
        <source>Users: %1</source>
        <translation>用户：%1</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>%1 - refused rows.csv</source>
        <translation>%1 - 被拒绝的行.csv</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Nothing new was imported</source>
        <translation>没有导入新内容</translation>
    </message>
    <message>
        <source>S&amp;how the customers</source>
        <translation>显示客户(&amp;H)</translation>
    </message>
    <message>
        <source>S&amp;how the dashboard</source>
        <translation>显示仪表盘(&amp;H)</translation>
    </message>
    <message>
        <source>S&amp;how the products</source>
        <translation>显示商品(&amp;H)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>RightsGrid</name>
    <message>
        <source>What the role doesn&apos;t see</source>
        <translation>该角色看不到的内容</translation>
    </message>
</context>
<context>
    <name>RolesSection</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>%1 (not saved yet)</source>
        <translation>%1（尚未保存）</translation>
    </message>
    <message>
        <source>&amp;Name of the role</source>
        <translation>角色名称(&amp;N)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A ready role can&apos;t be changed. Copy it to make one of your own.</source>
        <translation>内置角色不能更改。可以复制一份，改成自己的角色。</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>所有更改已保存</translation>
    </message>
    <message>
        <source>Changes are in force for each person at the next sign-in.</source>
        <translation>更改在每个人下次登录时生效。</translation>
    </message>
    <message>
        <source>Copy and edit</source>
        <translation>复制并编辑</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Give up changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Give up the changes to this role?</source>
        <translation>放弃对这个角色的更改？</translation>
    </message>
    <message>
        <source>Look as this role</source>
        <translation>以此角色查看</translation>
    </message>
    <message>
        <source>Nobody has it. What its holders did in the past stays in the journal.</source>
        <translation>没有人使用这个角色。以前担任者的操作仍保留在操作日志中。</translation>
    </message>
    <message>
        <source>Nobody has this role.</source>
        <translation>没有人使用这个角色。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove role</source>
        <translation>移除角色</translation>
    </message>
    <message>
        <source>Remove the role “%1”?</source>
        <translation>移除角色“%1”？</translation>
    </message>
    <message>
        <source>Ro&amp;le</source>
        <translation>角色(&amp;L)</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Save role</source>
        <translation>保存角色</translation>
    </message>
    <message>
        <source>Somebody has this role: give them another one first.</source>
        <translation>有人正在使用这个角色：请先为他们更换角色。</translation>
    </message>
    <message>
        <source>The role has changes that are not saved.</source>
        <translation>这个角色有未保存的更改。</translation>
    </message>
    <message>
        <source>The role is saved</source>
        <translation>角色已保存</translation>
    </message>
    <message>
        <source>The role “%1” is removed</source>
        <translation>角色“%1”已移除</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>有未保存的更改</translation>
    </message>
    <message>
        <source>Users with this role: %1</source>
        <translation>使用这个角色的用户：%1</translation>
    </message>
</context>
<context>
    <name>RotateDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>First a backup is made beside the office, then the office is copied under new keys, checked, and put in its place.</source>
        <translation>先在办公室旁边做一份备份，再用新密钥复制办公室，检查后放回原处。</translation>
    </message>
    <message>
        <source>Nobody else may have the office open: close other windows and other programs that use it. This window waits until it is done.</source>
        <translation>更换期间其他人不能打开办公室：请关闭使用它的其他窗口和程序。此窗口会等到完成为止。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Renew all keys</source>
        <translation>更换全部密钥</translation>
    </message>
    <message>
        <source>Somebody else has the office open on this PC: another window, or a command. Close it, then try again.</source>
        <translation>这台电脑上还有其他窗口或命令打开着办公室。请关闭后重试。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. The keys are as they were.</source>
        <translation>已停止。密钥没有变化。</translation>
    </message>
    <message>
        <source>Stopping; everything becomes as it was…</source>
        <translation>正在停止，并恢复原状…</translation>
    </message>
    <message>
        <source>You can stop at any time until the new file takes its place; everything is as before then. Even a power cut leaves either the old or the new keys, never something between.</source>
        <translation>在新文件放回原处之前可以随时停止，一切恢复原状。即使断电，也只会是旧密钥或新密钥，不会停在中间。</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>Beginning</source>
        <translation>正在开始</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Stopping; what was written is taken back</source>
        <translation>正在停止，并撤回已写入的内容</translation>
    </message>
</context>
<context>
    <name>SafetyReminders</name>
    <message>
        <source>It is in use here again</source>
        <translation>已在这里重新使用</translation>
    </message>
    <message>
        <source>See to it</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>This office has no recovery code. Without one, forgotten passwords lock everybody out.</source>
        <translation>这个办公室还没有恢复码。没有它，忘记密码后谁也无法进入。</translation>
    </message>
    <message>
        <source>This office moved to another PC on %1: work there. What is entered here stays here.</source>
        <translation>这个办公室已于 %1 迁移到另一台电脑，请在那里工作。在这里输入的内容只会留在这里。</translation>
    </message>
</context>
<context>
    <name>SatisfactionPage</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln 份回复</numerusform>
        </translation>
    </message>
    <message>
        <source>10 of 10</source>
        <translation>10 / 10</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 个月</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 天</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All answers up to %2</source>
        <translation>截至 %2 的全部回复</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>CES</source>
        <translation>CES</translation>
    </message>
    <message>
        <source>CSAT</source>
        <translation>CSAT</translation>
    </message>
    <message>
        <source>Go to customers</source>
        <translation>前往客户</translation>
    </message>
    <message>
        <source>Hollow points rest on fewer than 30 answers; months without answers are left open.</source>
        <translation>空心点表示少于 30 份回复；没有回复的月份留空。</translation>
    </message>
    <message>
        <source>Low scores first</source>
        <translation>低分在前</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation>逐月趋势</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Newest answers</source>
        <translation>最新回复</translation>
    </message>
    <message>
        <source>No answer of this kind yet.</source>
        <translation>还没有这类回复。</translation>
    </message>
    <message>
        <source>No answers in this period</source>
        <translation>这段时间没有回复</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>还没有回复</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Record a score (NPS, CSAT or CES) on a customer&apos;s page, under Satisfaction.</source>
        <translation>可在客户页面的“满意度”中登记评分（NPS、CSAT 或 CES）。</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Score in the chart</source>
        <translation>图表中的评分</translation>
    </message>
    <message>
        <source>Show all answers</source>
        <translation>显示全部回复</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>There may be older ones.</source>
        <translation>可能有更早的回复。</translation>
    </message>
    <message>
        <source>Which answers</source>
        <translation>显示哪些回复</translation>
    </message>
    <message>
        <source>With a comment</source>
        <translation>有评语</translation>
    </message>
</context>
<context>
    <name>SatisfactionTab</name>
    <message>
        <source>Certainly</source>
        <translation>一定会</translation>
    </message>
    <message>
        <source>Choose a score from %1 to %2 first.</source>
        <translation>请先选择 %1 到 %2 的分数。</translation>
    </message>
    <message>
        <source>How easy was it to get what you needed?</source>
        <translation>您办成事情容易吗？</translation>
    </message>
    <message>
        <source>How likely are you to recommend us?</source>
        <translation>您有多大可能向别人推荐我们？</translation>
    </message>
    <message>
        <source>How satisfied are you?</source>
        <translation>您的满意程度如何？</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>完全不会</translation>
    </message>
    <message>
        <source>Very easy</source>
        <translation>非常容易</translation>
    </message>
    <message>
        <source>Very hard</source>
        <translation>非常困难</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Very unsatisfied</source>
        <translation>非常不满意</translation>
    </message>
</context>
<context>
    <name>ScoreEdit</name>
    <message>
        <source>Score %1</source>
        <translation>%1 分</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Nobody found. Enter makes a new customer “%1”.</source>
        <translation>没有找到。按回车新建客户“%1”。</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>%1 matches</source>
        <translation>%1相符</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>找到的客户</translation>
    </message>
</context>
<context>
    <name>SecondFactorDialog</name>
    <message>
        <source>1. Scan the picture with an authenticator app on your phone.</source>
        <translation>1. 用手机上的身份验证器应用扫描二维码。</translation>
    </message>
    <message>
        <source>2. Type the six digits that the app shows</source>
        <translation>2. 输入应用显示的 6 位数字</translation>
    </message>
    <message>
        <source>3. Confirm with your password</source>
        <translation>3. 输入您的密码确认</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>复制密钥</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>I have put the codes where I find them without this computer</source>
        <translation>我已把备用码存放在没有这台电脑也能找到的地方</translation>
    </message>
    <message>
        <source>It can&apos;t be scanned? Type this key into the app:</source>
        <translation>无法扫描？请在应用中输入这个密钥：</translation>
    </message>
    <message>
        <source>Key for the authenticator app</source>
        <translation>身份验证器应用的密钥</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>动态验证码</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>QR code for the authenticator app</source>
        <translation>身份验证器应用的二维码</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>备用码</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Switching on</source>
        <translation>正在开启</translation>
    </message>
    <message>
        <source>The one-time code is on. If you lose the phone, each of these recovery codes signs you in once instead.</source>
        <translation>动态验证码已开启。如果手机丢失，可以用下面的备用码代替，每个只能用一次。</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>This office asks everybody for a one-time code besides the password. It takes a minute.</source>
        <translation>这个办公室要求所有人除密码外还使用动态验证码。设置只需一分钟。</translation>
    </message>
    <message>
        <source>Whoever learns your password still needs your phone to sign in here.</source>
        <translation>即使有人知道了您的密码，没有您的手机也无法在这里登录。</translation>
    </message>
</context>
<context>
    <name>SecondFactorOffDialog</name>
    <message>
        <source>From now on your password alone signs you in. The app and the recovery codes of the one-time code stop working.</source>
        <translation>以后只凭密码即可登录。身份验证器应用和备用码将失效。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Switch off the one-time code</source>
        <translation>关闭动态验证码</translation>
    </message>
    <message>
        <source>Switching off</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>密码不正确。</translation>
    </message>
</context>
<context>
    <name>SensitiveEdit</name>
    <message>
        <source>Hide what is typed</source>
        <translation>隐藏输入的内容</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入的内容</translation>
    </message>
</context>
<context>
    <name>SensitiveFieldDialog</name>
    <message>
        <source>&amp;Name of the field</source>
        <translation>字段名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;What is entered</source>
        <translation>录入的内容(&amp;W)</translation>
    </message>
    <message>
        <source>Add a sensitive field</source>
        <translation>添加敏感字段</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>添加字段</translation>
    </message>
    <message>
        <source>Decides how what is typed is checked. It can&apos;t be changed later.</source>
        <translation>决定如何检查录入的内容，以后不能更改。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename the field</source>
        <translation>重命名字段</translation>
    </message>
</context>
<context>
    <name>SensitiveFields</name>
    <message>
        <source>%1 (switched off)</source>
        <translation>%1（已停用）</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>“%1” is in use again</source>
        <translation>“%1”已重新启用</translation>
    </message>
    <message>
        <source>“%1” is switched off; values that were entered stay sealed</source>
        <translation>“%1”已停用；已录入的内容仍加密保存</translation>
    </message>
</context>
<context>
    <name>SensitivePart</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>这样对吗？</translation>
    </message>
    <message>
        <source>Remove value</source>
        <translation>移除内容</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>移除“%1”？</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>仍然保存</translation>
    </message>
    <message>
        <source>The value is removed at once and can&apos;t be brought back.</source>
        <translation>内容会立即移除，无法找回。</translation>
    </message>
    <message>
        <source>What you had typed there is saved: %1.</source>
        <translation>您在那里输入的内容已保存：%1。</translation>
    </message>
    <message>
        <source>entered %1</source>
        <translation>%1 录入</translation>
    </message>
    <message>
        <source>entered %1 by %2</source>
        <translation>%2 于 %1 录入</translation>
    </message>
</context>
<context>
    <name>SensitiveRow</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Not entered</source>
        <translation>未录入</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Reveal; this is written down</source>
        <translation>查看（会留下记录）</translation>
    </message>
</context>
<context>
    <name>SensitiveSection</name>
    <message>
        <source>Sensitive data</source>
        <translation>敏感信息</translation>
    </message>
    <message>
        <source>Stored under a key of its own. Who reveals a value is written down with name and time.</source>
        <translation>用单独的密钥保存。谁在什么时间查看过，都会记录在案。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>%1 (fixed)</source>
        <translation>%1（不可更改）</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>CIMS Desktop</source>
        <translation>CIMS Desktop</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>更改密码…</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家/地区</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Follow the computer, or always the same.</source>
        <translation>跟随系统，或固定为浅色/深色。</translation>
    </message>
    <message>
        <source>From 100 to 200 per cent; everything grows with it.</source>
        <translation>从 100% 到 200%，所有内容一起放大。</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Like the computer</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Lock when nobody is here</source>
        <translation>自动锁定</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Of windows, lists and exports on this computer.</source>
        <translation>这台电脑上窗口、列表和导出所用的语言。</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>动态验证码</translation>
    </message>
    <message>
        <source>Only you know it; an administrator can give you a new one if you forget it.</source>
        <translation>只有您自己知道；忘记时，管理员可以为您设置新密码。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show the log&apos;s folder</source>
        <translation>显示日志文件夹</translation>
    </message>
    <message>
        <source>Show the office&apos;s folder</source>
        <translation>显示办公室文件夹</translation>
    </message>
    <message>
        <source>Sign-in and security</source>
        <translation>登录与安全</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>登录身份</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Where the files are</source>
        <translation>文件位置</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>In a list: sort by the next column</source>
        <translation>在列表中：按下一列排序</translation>
    </message>
    <message>
        <source>In a list: the other way round</source>
        <translation>在列表中：反向排序</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Demo office</source>
        <translation>演示办公室</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Caps Lock is on.</source>
        <translation>大写锁定已打开。</translation>
    </message>
    <message>
        <source>Enter the code.</source>
        <translation>请输入验证码。</translation>
    </message>
    <message>
        <source>Enter your user name and password.</source>
        <translation>请输入用户名和密码。</translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>忘记密码？</translation>
    </message>
    <message>
        <source>From the authenticator app on your phone. If it is lost, one of your recovery codes.</source>
        <translation>来自手机上的身份验证器应用。手机丢失时，请输入一个备用码。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>动态验证码</translation>
    </message>
    <message>
        <source>Other offices…</source>
        <translation>其他办公室…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Remember my user name</source>
        <translation>记住我的用户名</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign in to the office “%1”.</source>
        <translation>登录办公室“%1”。</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>正在登录</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Somebody else? Start over</source>
        <translation>不是您？重新登录</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>欢迎回来</translation>
    </message>
    <message>
        <source>e.g. mei.chen</source>
        <translation>例如：mei.chen</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>未加载</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>CIMS Desktop</source>
        <translation>CIMS Desktop</translation>
    </message>
</context>
<context>
    <name>StatePanel</name>
    <message>
        <source>A backup counts only when it has been opened again.</source>
        <translation>备份要重新打开检查过才算数。</translation>
    </message>
    <message>
        <source>A backup is overdue.</source>
        <translation>备份已逾期。</translation>
    </message>
    <message>
        <source>As the office&apos;s rules say; made while the program runs.</source>
        <translation>按办公室规则，在程序运行时备份。</translation>
    </message>
    <message>
        <source>Choose a folder on another disk, a stick, or the network.</source>
        <translation>请选择其他磁盘、U 盘或网络上的文件夹。</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Make one now.</source>
        <translation>请立即备份。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>仅手动</translation>
    </message>
    <message>
        <source>The backups are on the same disk as the office: one failure or theft takes both.</source>
        <translation>备份与办公室在同一块磁盘上：一旦损坏或被盗，两者会一起失去。</translation>
    </message>
    <message>
        <source>The folder of the backups is not there: is the drive connected?</source>
        <translation>找不到备份文件夹：磁盘连接了吗？</translation>
    </message>
    <message>
        <source>The last attempt failed. %1 %2</source>
        <translation>上次备份失败。%1%2</translation>
    </message>
    <message>
        <source>The last backup is not where it was put: removed, or the drive is not connected.</source>
        <translation>上次的备份不在原来的位置：可能已被移走，或磁盘没有连接。</translation>
    </message>
    <message>
        <source>The last good one is that of %1.</source>
        <translation>最近一份可用的备份是 %1 的。</translation>
    </message>
    <message>
        <source>There is no good backup yet.</source>
        <translation>还没有可用的备份。</translation>
    </message>
    <message>
        <source>Unpacked, opened and checked in full.</source>
        <translation>已解开、打开并全面检查。</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
</context>
<context>
    <name>StrengthBar</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>很好</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>弱</translation>
    </message>
    <message numerus="yes">
        <source>takes about %n centuries to guess</source>
        <translation>
            <numerusform>大约需要 %n 个世纪才能猜到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n day(s) to guess</source>
        <translation>
            <numerusform>大约需要 %n 天才能猜到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n hour(s) to guess</source>
        <translation>
            <numerusform>大约需要 %n 小时才能猜到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n minute(s) to guess</source>
        <translation>
            <numerusform>大约需要 %n 分钟才能猜到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n month(s) to guess</source>
        <translation>
            <numerusform>大约需要 %n 个月才能猜到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n second(s) to guess</source>
        <translation>
            <numerusform>大约需要 %n 秒才能猜到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n year(s) to guess</source>
        <translation>
            <numerusform>大约需要 %n 年才能猜到</numerusform>
        </translation>
    </message>
    <message>
        <source>takes over 10 centuries to guess</source>
        <translation>需要十个世纪以上才能猜到</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>a few seconds left</source>
        <translation>还剩几秒</translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>大约还剩 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>大约还剩 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>大约还剩 %n 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokensEdit</name>
    <message>
        <source>Add a word, then Enter</source>
        <translation>输入词语后按回车</translation>
    </message>
    <message>
        <source>New word</source>
        <translation>新词语</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>TypingDialog</name>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>放弃已输入的内容？</translation>
    </message>
    <message>
        <source>What you typed is not saved yet.</source>
        <translation>您输入的内容还没有保存。</translation>
    </message>
</context>
<context>
    <name>UserActs</name>
    <message>
        <source>%1 can sign in again</source>
        <translation>%1 可以重新登录</translation>
    </message>
    <message>
        <source>%1 can sign in now as “%2”</source>
        <translation>%1 现在可以用“%2”登录</translation>
    </message>
    <message>
        <source>%1 has a new password and chooses a new one at the next sign-in</source>
        <translation>已为 %1 设置新密码，下次登录时须自行更改</translation>
    </message>
    <message>
        <source>%1 is disabled</source>
        <translation>%1 已停用</translation>
    </message>
    <message>
        <source>%1 is disabled and the keys are renewed</source>
        <translation>%1 已停用，密钥已更换</translation>
    </message>
    <message>
        <source>%1 is disabled, but the keys were not renewed. %2</source>
        <translation>%1 已停用，但密钥没有更换。%2</translation>
    </message>
    <message>
        <source>%1 is disabled. Not everything was handed over: enable and disable again for the rest.</source>
        <translation>%1 已停用，但没有全部转交：请重新启用后再停用一次，转交其余部分。</translation>
    </message>
</context>
<context>
    <name>UserDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>角色(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Sign-in name</source>
        <translation>用户名(&amp;S)</translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation>添加用户</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>添加用户</translation>
    </message>
    <message>
        <source>Edit user</source>
        <translation>编辑用户</translation>
    </message>
    <message>
        <source>First &amp;password</source>
        <translation>初始密码(&amp;P)</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Suggest a passphrase</source>
        <translation>推荐一个密码短语</translation>
    </message>
    <message>
        <source>Tell it to the person, not by e-mail. It must be changed at the first sign-in.</source>
        <translation>请直接告诉本人，不要用邮件。首次登录时必须更改。</translation>
    </message>
</context>
<context>
    <name>UsersSection</name>
    <message>
        <source>%1 of %2 users</source>
        <translation>%1 / %2 位用户</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>共 %Ln 位用户</numerusform>
        </translation>
    </message>
    <message>
        <source>Add user…</source>
        <translation>添加用户…</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Enable again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>没有符合的用户</translation>
    </message>
    <message>
        <source>Reset password…</source>
        <translation>重置密码…</translation>
    </message>
    <message>
        <source>Search name or role…</source>
        <translation>搜索姓名或角色…</translation>
    </message>
    <message>
        <source>Search the users</source>
        <translation>搜索用户</translation>
    </message>
    <message>
        <source>Show disabled</source>
        <translation>显示已停用</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>显示全部用户</translation>
    </message>
    <message>
        <source>Try fewer letters, or show the disabled users too.</source>
        <translation>请减少字数，或同时显示已停用的用户。</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
</context>
<context>
    <name>Veil</name>
    <message>
        <source>Hidden in counter mode. F9 shows it again.</source>
        <translation>柜台模式下已隐藏。按 F9 重新显示。</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many failed tries. Wait %1.</source>
        <translation>失败次数过多，请等待 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Wait %1 after %n failed tries.</source>
        <translation>
            <numerusform>已失败 %n 次，请等待 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>12,480 made-up customers, gone when you close it.</source>
        <translation>12,480 位虚构客户，关闭后即消失。</translation>
    </message>
    <message>
        <source>An office file (.cims) that is on this computer already.</source>
        <translation>这台电脑上已有的办公室文件（.cims）。</translation>
    </message>
    <message>
        <source>Bring an office back, or move one to this PC.</source>
        <translation>找回办公室，或把办公室迁移到这台电脑。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look around with demo data</source>
        <translation>用演示数据看看</translation>
    </message>
    <message>
        <source>Make a new office</source>
        <translation>新建办公室</translation>
    </message>
    <message>
        <source>Offices (*.cims)</source>
        <translation>办公室文件 (*.cims)</translation>
    </message>
    <message>
        <source>Open an office</source>
        <translation>打开办公室</translation>
    </message>
    <message>
        <source>Recent offices</source>
        <translation>最近的办公室</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色和深色</translation>
    </message>
    <message>
        <source>Welcome to CIMS Desktop</source>
        <translation>欢迎使用 CIMS Desktop</translation>
    </message>
    <message>
        <source>You become its administrator. Takes a minute.</source>
        <translation>您将成为管理员，只需一分钟。</translation>
    </message>
    <message>
        <source>Your customers, their purchases and what they think of you: in one encrypted file on this computer.</source>
        <translation>您的客户、他们的购买和对您的看法：都在这台电脑上的一个加密文件里。</translation>
    </message>
</context>
<context>
    <name>WhoSawDialog</name>
    <message>
        <source>Nobody has opened, printed or exported this record.</source>
        <translation>没有人打开、打印或导出过这份资料。</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>还没有人</translation>
    </message>
    <message>
        <source>Opening is noted once per person and day, if the office&apos;s rules say so. Exported lists are found by the customers that were in them.</source>
        <translation>如果办公室规则要求，打开资料会记录，每人每天一次。导出的名单按其中包含的客户查找。</translation>
    </message>
    <message>
        <source>Who has seen the data of %1, and what left the office.</source>
        <translation>谁看过 %1 的资料，哪些资料离开了办公室。</translation>
    </message>
    <message>
        <source>Who saw it, newest first</source>
        <translation>谁看过，最新的在前</translation>
    </message>
    <message>
        <source>Who saw or exported this person</source>
        <translation>谁查看或导出过此人的资料</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>此人</translation>
    </message>
</context>
<context>
    <name>WizardPage</name>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
</context>
<context>
    <name>WorkingDialog</name>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Go to page</source>
        <translation>前往页面</translation>
    </message>
    <message>
        <source>Go to the notice, e.g. to undo</source>
        <translation>转到通知（例如撤销）</translation>
    </message>
    <message>
        <source>Hide personal data (hold or press)</source>
        <translation>隐藏个人信息（按住或按一下）</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
</context>
<context>
    <name>activity</name>
    <message>
        <source>%1 answer: %2</source>
        <translation>%1 回复：%2</translation>
    </message>
    <message>
        <source>Contact corrected</source>
        <translation>往来记录已更正</translation>
    </message>
    <message>
        <source>Contact logged</source>
        <translation>已记录往来</translation>
    </message>
    <message>
        <source>Details changed</source>
        <translation>资料已更改</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>已移到回收站</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新商品</translation>
    </message>
    <message>
        <source>Next contact planned</source>
        <translation>已安排下次联系</translation>
    </message>
    <message>
        <source>Preferences changed</source>
        <translation>偏好已更改</translation>
    </message>
    <message>
        <source>Product changed</source>
        <translation>商品已更改</translation>
    </message>
    <message>
        <source>Purchase %1</source>
        <translation>购买 %1</translation>
    </message>
    <message>
        <source>Purchase recorded</source>
        <translation>已登记购买</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Survey answer</source>
        <translation>满意度回复</translation>
    </message>
    <message>
        <source>Taken out of the bin</source>
        <translation>已从回收站恢复</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>经办：%1</translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message>
        <source>(erased with the person)</source>
        <translation>（已随此人的资料清除）</translation>
    </message>
    <message>
        <source>(hidden from your role)</source>
        <translation>（对您的角色隐藏）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Act %1 is not as it was written: it was edited later.</source>
        <translation>第 %1 条操作与写入时不一致：后来被改过。</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>All keys renewed</source>
        <translation>全部密钥已更换</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>An act before act %1 was deleted.</source>
        <translation>第 %1 条操作之前有操作被删除。</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>商品明细</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>执行人</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>已备份</translation>
    </message>
    <message>
        <source>Backup made before an update</source>
        <translation>更新前已备份</translation>
    </message>
    <message>
        <source>Backup made before the keys were renewed</source>
        <translation>更换密钥前已备份</translation>
    </message>
    <message>
        <source>Backup made to move the office</source>
        <translation>已为迁移办公室备份</translation>
    </message>
    <message>
        <source>Backup proven</source>
        <translation>备份已验证</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Contact corrected</source>
        <translation>往来记录已更正</translation>
    </message>
    <message>
        <source>Contact logged</source>
        <translation>已记录往来</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Days in the bin</source>
        <translation>回收站保留天数</translation>
    </message>
    <message>
        <source>Deleted or erased</source>
        <translation>删除或清除</translation>
    </message>
    <message>
        <source>Destroyed for good</source>
        <translation>已永久删除</translation>
    </message>
    <message>
        <source>Details changed</source>
        <translation>资料已更改</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>From act %1 on, the acts are not in their order.</source>
        <translation>从第 %1 条操作起，顺序不对。</translation>
    </message>
    <message>
        <source>From act %1 on, the journal is not what this program wrote.</source>
        <translation>从第 %1 条操作起，操作日志不是由本程序写入的。</translation>
    </message>
    <message>
        <source>Guessing passwords made costlier</source>
        <translation>已提高密码猜测难度</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>在回收站</translation>
    </message>
    <message>
        <source>Keys, backups, rules</source>
        <translation>密钥、备份与规则</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>允许登录</translation>
    </message>
    <message>
        <source>Minutes until locked</source>
        <translation>自动锁定（分钟）</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>已移到回收站</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新商品</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>已生成新恢复码</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>新角色</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>新用户</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>下次联系</translation>
    </message>
    <message>
        <source>Next contact planned</source>
        <translation>已安排下次联系</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>总数</translation>
    </message>
    <message>
        <source>Office file repaired</source>
        <translation>办公室文件已修复</translation>
    </message>
    <message>
        <source>Office restored from a backup</source>
        <translation>办公室已从备份恢复</translation>
    </message>
    <message>
        <source>Office rules changed</source>
        <translation>办公室规则已更改</translation>
    </message>
    <message>
        <source>Opened the record</source>
        <translation>打开了资料</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Own settings changed</source>
        <translation>个人设置已更改</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>密码已更改</translation>
    </message>
    <message>
        <source>Person erased</source>
        <translation>已清除个人资料</translation>
    </message>
    <message>
        <source>Phones and e-mail</source>
        <translation>电话和邮箱</translation>
    </message>
    <message>
        <source>Preferences changed</source>
        <translation>偏好已更改</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Product changed</source>
        <translation>商品已更改</translation>
    </message>
    <message>
        <source>Purchase recorded</source>
        <translation>已登记购买</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Record opened</source>
        <translation>已打开资料</translation>
    </message>
    <message>
        <source>Recovery codes of the second factor printed</source>
        <translation>备用码已打印</translation>
    </message>
    <message>
        <source>Recovery sheet printed</source>
        <translation>恢复单已打印</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Revealed a sensitive value</source>
        <translation>查看了敏感信息</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>角色已更改</translation>
    </message>
    <message>
        <source>Role removed</source>
        <translation>角色已移除</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Scheduled backup made</source>
        <translation>已定时备份</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Seen or taken out</source>
        <translation>查看或带出</translation>
    </message>
    <message>
        <source>Sensitive value changed</source>
        <translation>敏感信息已更改</translation>
    </message>
    <message>
        <source>Sensitive value cleared</source>
        <translation>敏感信息已移除</translation>
    </message>
    <message>
        <source>Sensitive value entered</source>
        <translation>敏感信息已录入</translation>
    </message>
    <message>
        <source>Sensitive value revealed</source>
        <translation>敏感信息被查看</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Sign-ins and locking</source>
        <translation>登录与锁定</translation>
    </message>
    <message>
        <source>Signed in by the recovery code</source>
        <translation>已用恢复码登录</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>销售人员</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Survey answer</source>
        <translation>满意度回复</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Taken out of the bin</source>
        <translation>已从回收站恢复</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The journal was cut: act %1 and what followed are missing.</source>
        <translation>操作日志被截断：缺少第 %1 条及之后的操作。</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>User changed</source>
        <translation>用户已更改</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Values sealed anew</source>
        <translation>重新加密的项数</translation>
    </message>
    <message>
        <source>Verdict on the journal printed</source>
        <translation>操作日志核验结果已打印</translation>
    </message>
    <message>
        <source>Warnings about the journal settled</source>
        <translation>操作日志警告已处理</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>Before an update</source>
        <translation>更新前</translation>
    </message>
    <message>
        <source>Before renewing keys</source>
        <translation>更换密钥前</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>未验证</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Removed or not connected</source>
        <translation>已移走或未连接</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>定时</translation>
    </message>
    <message>
        <source>To move the office</source>
        <translation>迁移办公室</translation>
    </message>
</context>
<context>
    <name>countries</name>
    <message>
        <source>Argentina</source>
        <translation>阿根廷</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>澳大利亚</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>奥地利</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>比利时</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>巴西</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>加拿大</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>捷克</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>丹麦</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>芬兰</translation>
    </message>
    <message>
        <source>France</source>
        <translation>法国</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>德国</translation>
    </message>
    <message>
        <source>Hong Kong (China)</source>
        <translation>中国香港</translation>
    </message>
    <message>
        <source>India</source>
        <translation>印度</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>印度尼西亚</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>爱尔兰</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>以色列</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>意大利</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>Macao (China)</source>
        <translation>中国澳门</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>马来西亚</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>墨西哥</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>荷兰</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>新西兰</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>挪威</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>菲律宾</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>波兰</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>葡萄牙</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>沙特阿拉伯</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>南非</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>韩国</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>西班牙</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>瑞典</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>瑞士</translation>
    </message>
    <message>
        <source>Taiwan (China)</source>
        <translation>中国台湾</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>泰国</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>土耳其</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>阿联酋</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>越南</translation>
    </message>
</context>
<context>
    <name>dashboard</name>
    <message>
        <source>%1 in total</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>%1 in total, up to %2: no purchase is newer</source>
        <translation>合计 %1，截至 %2：之后没有购买</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>Active customers</source>
        <translation>活跃客户</translation>
    </message>
    <message>
        <source>Average satisfaction</source>
        <translation>平均满意度</translation>
    </message>
    <message>
        <source>Customers with at least one purchase in the last 365 days (all customers: %1). Compared with the same figure one month ago.</source>
        <translation>最近 365 天内至少购买过一次的客户（客户总数：%1）。与一个月前的同一数字比较。</translation>
    </message>
    <message>
        <source>Mean of the satisfaction scores (CSAT, 1 to 5) of the last 90 days (answers: %1). Compared with the 90 days before.</source>
        <translation>最近 90 天满意度评分（CSAT，1 到 5）的平均值（回复：%1）。与之前的 90 天比较。</translation>
    </message>
    <message>
        <source>No answers in the last 90 days</source>
        <translation>最近 90 天没有回复</translation>
    </message>
    <message>
        <source>No change %1</source>
        <translation>无变化（%1）</translation>
    </message>
    <message>
        <source>No purchases in the last 365 days</source>
        <translation>最近 365 天没有购买记录</translation>
    </message>
    <message>
        <source>No purchases in these months</source>
        <translation>这些月份没有购买记录</translation>
    </message>
    <message>
        <source>No purchases yet</source>
        <translation>还没有购买</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>还没有可比较的数据</translation>
    </message>
    <message>
        <source>Purchases in %1 are kept apart and not part of these sums.</source>
        <translation>%1 的购买单独计算，不计入这些合计。</translation>
    </message>
    <message>
        <source>Repeat purchase rate</source>
        <translation>复购率</translation>
    </message>
    <message>
        <source>Sales less refunds from the first of this month until today: %1 (purchases: %2). Compared with the same days of last month.</source>
        <translation>本月 1 日至今天的销售额减退款：%1（购买：%2）。与上月同期比较。</translation>
    </message>
    <message>
        <source>Sales this month</source>
        <translation>本月销售额</translation>
    </message>
    <message>
        <source>Share of the customers of the last 365 days (%1) who bought at least twice in them. Compared with 90 days ago.</source>
        <translation>最近 365 天的客户（%1）中，其间至少购买两次的占比。与 90 天前比较。</translation>
    </message>
    <message>
        <source>Too few customers yet</source>
        <translation>客户还太少</translation>
    </message>
    <message>
        <source>vs 90 days ago</source>
        <translation>较 90 天前</translation>
    </message>
    <message>
        <source>vs a month ago</source>
        <translation>较一个月前</translation>
    </message>
    <message>
        <source>vs same days last month</source>
        <translation>较上月同期</translation>
    </message>
    <message>
        <source>vs the 90 days before</source>
        <translation>较之前 90 天</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A cell of this file is longer than any text here may be.</source>
        <translation>这个文件里有一个单元格的文字超过了允许的长度。</translation>
    </message>
    <message>
        <source>A one-time code is needed besides the password.</source>
        <translation>除密码外还需要动态验证码。</translation>
    </message>
    <message>
        <source>An administrator has changed your role or what it allows.</source>
        <translation>管理员更改了您的角色或其权限。</translation>
    </message>
    <message>
        <source>An administrator has given you a new password.</source>
        <translation>管理员为您设置了新密码。</translation>
    </message>
    <message>
        <source>An administrator has set your password; choose one of your own first.</source>
        <translation>管理员为您设置了密码；请先换成自己的密码。</translation>
    </message>
    <message>
        <source>Ask an administrator of the office to do it or to change your role.</source>
        <translation>请办公室的管理员来做，或请其更改您的角色。</translation>
    </message>
    <message>
        <source>Ask an administrator of the office.</source>
        <translation>请联系办公室的管理员。</translation>
    </message>
    <message>
        <source>Ask the customer&apos;s owner or an administrator of the office.</source>
        <translation>请联系该客户的负责人或办公室的管理员。</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer, or choose another place.</source>
        <translation>请联系负责这台电脑的人，或选择其他位置。</translation>
    </message>
    <message>
        <source>Bring back the newest .keys file, or office and key file of one backup.</source>
        <translation>请放回最新的 .keys 文件，或同一份备份中的办公室文件和密钥文件。</translation>
    </message>
    <message>
        <source>Bring the .keys file back from a backup; the office is untouched.</source>
        <translation>请从备份中放回 .keys 文件；办公室没有受影响。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，没有更改任何内容。</translation>
    </message>
    <message>
        <source>Check the Caps Lock key and the keyboard&apos;s language, then try again.</source>
        <translation>请检查大写锁定和键盘语言，然后重试。</translation>
    </message>
    <message>
        <source>Choose a file that ends in .cims, or make a new office.</source>
        <translation>请选择扩展名为 .cims 的文件，或新建办公室。</translation>
    </message>
    <message>
        <source>Choose a file that ends in .cimsbak; if it was copied, copy it again.</source>
        <translation>请选择以 .cimsbak 结尾的文件；如果是复制来的，请重新复制。</translation>
    </message>
    <message>
        <source>Choose a folder on this computer. Backups may be kept on the network.</source>
        <translation>请选择这台电脑上的文件夹。备份可以放在网络上。</translation>
    </message>
    <message>
        <source>Choose a folder that is not synchronised. Backups may be kept there.</source>
        <translation>请选择不会同步的文件夹。备份可以放在那里。</translation>
    </message>
    <message>
        <source>Choose a shorter name or a folder nearer to the top.</source>
        <translation>请选择更短的名称或层级更少的文件夹。</translation>
    </message>
    <message>
        <source>Choose a spreadsheet or a text table.</source>
        <translation>请选择电子表格或文本表格。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>Choose another folder, or ask for the right to write.</source>
        <translation>请选择其他文件夹，或申请写入权限。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another name, or open the office that is there.</source>
        <translation>请换一个名称，或打开已有的办公室。</translation>
    </message>
    <message>
        <source>Choose it again from its new place.</source>
        <translation>请从它的新位置重新选择。</translation>
    </message>
    <message>
        <source>Choose one of the sheets that are there.</source>
        <translation>请选择现有的工作表。</translation>
    </message>
    <message>
        <source>Close it in other programs, or copy it to a folder of yours.</source>
        <translation>请在其他程序中关闭它，或复制到您自己的文件夹。</translation>
    </message>
    <message>
        <source>Close it there, or choose another name.</source>
        <translation>请在那里关闭它，或换一个名称。</translation>
    </message>
    <message>
        <source>Connect the drive, or choose another folder. Earlier backups are untouched.</source>
        <translation>请连接驱动器，或选择其他文件夹。以前的备份不受影响。</translation>
    </message>
    <message>
        <source>Don&apos;t rely on it. Take an older one, and have the disk looked at.</source>
        <translation>请不要依赖它。请使用较早的备份，并检查磁盘。</translation>
    </message>
    <message>
        <source>Don&apos;t work on in it. Keep the file and bring back the latest backup.</source>
        <translation>请不要继续使用它。保留该文件，并从最近的备份恢复。</translation>
    </message>
    <message>
        <source>Every line needs the same columns, parted by commas, semicolons or tabs.</source>
        <translation>每一行需要相同的列，以逗号、分号或制表符分隔。</translation>
    </message>
    <message>
        <source>Free some space, then try again. What you typed is still here.</source>
        <translation>请腾出一些空间后重试。您输入的内容还在。</translation>
    </message>
    <message>
        <source>Go back to your own role with the button above.</source>
        <translation>请用上方的按钮返回自己的角色。</translation>
    </message>
    <message>
        <source>Install the newest version on this computer, then open it again.</source>
        <translation>请在这台电脑上安装最新版本，再打开它。</translation>
    </message>
    <message>
        <source>Install the newest version on this computer, then try again.</source>
        <translation>请在这台电脑上安装最新版本，然后重试。</translation>
    </message>
    <message>
        <source>Is it the newest sheet, and of this office?</source>
        <translation>这是最新的恢复单吗？是这个办公室的吗？</translation>
    </message>
    <message>
        <source>Is the drive still connected? Try again; if it stays, have the disk looked at.</source>
        <translation>驱动器还连接着吗？请重试；如果仍然如此，请检查磁盘。</translation>
    </message>
    <message>
        <source>Let an administrator sign in once; that makes the key for them.</source>
        <translation>请让管理员登录一次，程序会自动生成所需的密钥。</translation>
    </message>
    <message>
        <source>Look at the new state, then enter your change again.</source>
        <translation>请查看新的内容，再重新输入您的更改。</translation>
    </message>
    <message>
        <source>Make a new office, or bring the file back from a backup.</source>
        <translation>请新建办公室，或从备份恢复该文件。</translation>
    </message>
    <message>
        <source>Make room on the disk or give the folder back its rights, then open it again.</source>
        <translation>请腾出磁盘空间或恢复文件夹权限，然后重新打开。</translation>
    </message>
    <message>
        <source>Move the office to a folder of yours, or ask for the right to write.</source>
        <translation>请把办公室移到您自己的文件夹，或申请写入权限。</translation>
    </message>
    <message>
        <source>No recovery code was ever made for this office.</source>
        <translation>这个办公室从未生成过恢复码。</translation>
    </message>
    <message>
        <source>Nothing was changed here. Try again.</source>
        <translation>这里没有更改任何内容。请重试。</translation>
    </message>
    <message>
        <source>Nothing was lost. Try again in a moment.</source>
        <translation>没有丢失任何内容。请稍后重试。</translation>
    </message>
    <message>
        <source>Only an administrator who knows a password can help.</source>
        <translation>只有记得密码的管理员能帮忙。</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it as XLSX.</source>
        <translation>请用电子表格程序打开，另存为 XLSX。</translation>
    </message>
    <message>
        <source>Open it in its own program, save it as XLSX or CSV, try again.</source>
        <translation>请用原来的程序打开，另存为 XLSX 或 CSV 后重试。</translation>
    </message>
    <message>
        <source>Put the .keys file that was made with this office beside it.</source>
        <translation>请把与该办公室一起创建的 .keys 文件放在它旁边。</translation>
    </message>
    <message>
        <source>Reading this file took too long and was stopped.</source>
        <translation>读取这个文件用时过长，已停止。</translation>
    </message>
    <message>
        <source>Reload with F5.</source>
        <translation>请按 F5 重新加载。</translation>
    </message>
    <message>
        <source>Restore it to a new file with the name and password of its day.</source>
        <translation>请用备份当天的用户名和密码把它恢复到新文件。</translation>
    </message>
    <message>
        <source>Save a copy without the password in its own program, then try again.</source>
        <translation>请在原来的程序中另存一份不带密码的副本，再重试。</translation>
    </message>
    <message>
        <source>Save it anew in its own program, or in smaller parts.</source>
        <translation>请在原来的程序中重新保存，或分成较小的部分。</translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8, then try again.</source>
        <translation>请另存为 UTF-8 编码的 CSV 后重试。</translation>
    </message>
    <message>
        <source>Save it as XLSX or CSV, then try again.</source>
        <translation>请另存为 XLSX 或 CSV 后重试。</translation>
    </message>
    <message>
        <source>See the marked fields.</source>
        <translation>请看标出的字段。</translation>
    </message>
    <message>
        <source>Set a filter and write several files.</source>
        <translation>请设置筛选，分成几个文件写出。</translation>
    </message>
    <message>
        <source>Shorten it in its own program, then try again.</source>
        <translation>请在原来的程序中缩短内容后重试。</translation>
    </message>
    <message>
        <source>Sign in again. What was typed is kept as a draft.</source>
        <translation>请重新登录。已输入的内容存为草稿。</translation>
    </message>
    <message>
        <source>Sign in at the window: it asks for the new password.</source>
        <translation>请在窗口中登录，届时会要求设置新密码。</translation>
    </message>
    <message>
        <source>Sign in at the window: it shows how to set one up.</source>
        <translation>请在窗口中登录，届时会说明如何设置。</translation>
    </message>
    <message>
        <source>Sign in with it. What was typed is kept as a draft.</source>
        <translation>请用新密码登录。已输入的内容存为草稿。</translation>
    </message>
    <message>
        <source>Somebody else has changed this in the meantime; nothing was saved.</source>
        <translation>其他人同时更改了这条记录；没有保存任何内容。</translation>
    </message>
    <message>
        <source>Somebody may have exchanged one. Don&apos;t rely on it; take another.</source>
        <translation>其中一部分可能被人换过。请不要依赖它，使用其他备份。</translation>
    </message>
    <message>
        <source>Something is not filled in rightly; nothing was saved.</source>
        <translation>有内容填写不正确；没有保存任何内容。</translation>
    </message>
    <message>
        <source>Start the program again; if that doesn&apos;t help, bring back a backup.</source>
        <translation>请重新启动程序；如果没有帮助，请恢复备份。</translation>
    </message>
    <message>
        <source>That is more rows than a sheet can hold.</source>
        <translation>行数超过了一个工作表的上限。</translation>
    </message>
    <message>
        <source>The backup is damaged: what is in it is not what was put in.</source>
        <translation>备份已损坏：内容与备份时不同。</translation>
    </message>
    <message>
        <source>The backup is not there any more.</source>
        <translation>备份已经不在那里了。</translation>
    </message>
    <message>
        <source>The disk could not do it.</source>
        <translation>磁盘无法完成操作。</translation>
    </message>
    <message>
        <source>The file can&apos;t be written there.</source>
        <translation>无法在那里写入文件。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已经不在那里了。</translation>
    </message>
    <message>
        <source>The file is open in another program.</source>
        <translation>文件正在其他程序中打开。</translation>
    </message>
    <message>
        <source>The folder is not there any more.</source>
        <translation>文件夹已经不在那里了。</translation>
    </message>
    <message>
        <source>The folder of the backups is not there.</source>
        <translation>备份文件夹不存在。</translation>
    </message>
    <message>
        <source>The key file does not belong to this office file.</source>
        <translation>密钥文件不属于这个办公室文件。</translation>
    </message>
    <message>
        <source>The letters of this file can&apos;t be made out.</source>
        <translation>无法辨认这个文件的文字。</translation>
    </message>
    <message>
        <source>The office can&apos;t be opened without it. Bring it back from a backup.</source>
        <translation>没有它就打不开办公室。请从备份中放回。</translation>
    </message>
    <message>
        <source>The office file can&apos;t be used.</source>
        <translation>无法使用这个办公室文件。</translation>
    </message>
    <message>
        <source>The office file is damaged.</source>
        <translation>办公室文件已损坏。</translation>
    </message>
    <message>
        <source>The office file is empty: it was never finished.</source>
        <translation>办公室文件是空的：它没有创建完成。</translation>
    </message>
    <message>
        <source>The office file is not there any more.</source>
        <translation>办公室文件已经不在那里了。</translation>
    </message>
    <message>
        <source>The office is busy with another change.</source>
        <translation>办公室正在进行其他更改。</translation>
    </message>
    <message>
        <source>The office is in use by something that needs it alone.</source>
        <translation>办公室正被需要独占它的程序使用。</translation>
    </message>
    <message>
        <source>The office needs an update, and the backup before it could not be made.</source>
        <translation>办公室文件需要升级，但升级前的备份未能完成。</translation>
    </message>
    <message>
        <source>The office&apos;s folder can only be read, not written.</source>
        <translation>办公室所在的文件夹只能读取，不能写入。</translation>
    </message>
    <message>
        <source>The office&apos;s key file (.keys) is missing.</source>
        <translation>缺少办公室的密钥文件（.keys）。</translation>
    </message>
    <message>
        <source>The office&apos;s key file is damaged.</source>
        <translation>办公室的密钥文件已损坏。</translation>
    </message>
    <message>
        <source>The office&apos;s key file is older than the office.</source>
        <translation>办公室的密钥文件比办公室旧。</translation>
    </message>
    <message>
        <source>The office&apos;s key file was changed by another program just now.</source>
        <translation>办公室的密钥文件刚刚被其他程序更改。</translation>
    </message>
    <message>
        <source>The office&apos;s key file was made by a newer version of the program.</source>
        <translation>办公室的密钥文件由更新版本的程序创建。</translation>
    </message>
    <message>
        <source>The parts of this backup don&apos;t belong together.</source>
        <translation>这份备份的各部分不匹配。</translation>
    </message>
    <message>
        <source>The path of this place is too long.</source>
        <translation>这个位置的路径太长。</translation>
    </message>
    <message>
        <source>The user name or the password is not right.</source>
        <translation>用户名或密码不正确。</translation>
    </message>
    <message>
        <source>There is a file of that name already.</source>
        <translation>已有同名文件。</translation>
    </message>
    <message>
        <source>There is no sheet of that name.</source>
        <translation>没有这个名称的工作表。</translation>
    </message>
    <message>
        <source>There is no sheet with a table in this file.</source>
        <translation>这个文件里没有包含表格的工作表。</translation>
    </message>
    <message>
        <source>There is no space left on the disk; nothing was saved.</source>
        <translation>磁盘空间已满；没有保存任何内容。</translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation>这个文件里什么都没有。</translation>
    </message>
    <message>
        <source>This backup needs other keys: it is of before a renewal, or of another office.</source>
        <translation>这份备份需要其他密钥：它来自更换密钥之前，或来自其他办公室。</translation>
    </message>
    <message>
        <source>This backup was made by a newer version of the program.</source>
        <translation>这份备份由更新版本的程序创建。</translation>
    </message>
    <message>
        <source>This can&apos;t be done now; nothing was changed.</source>
        <translation>现在无法执行；没有更改任何内容。</translation>
    </message>
    <message>
        <source>This code is not right, or was used before.</source>
        <translation>验证码不正确，或已使用过。</translation>
    </message>
    <message>
        <source>This file can&apos;t be read; it may be damaged.</source>
        <translation>无法读取这个文件，它可能已损坏。</translation>
    </message>
    <message>
        <source>This file is not a backup of this program, or only a part of one.</source>
        <translation>这个文件不是本程序的备份，或者不完整。</translation>
    </message>
    <message>
        <source>This file is not an office of this program.</source>
        <translation>这个文件不是本程序的办公室文件。</translation>
    </message>
    <message>
        <source>This file is protected by a password.</source>
        <translation>这个文件有密码保护。</translation>
    </message>
    <message>
        <source>This file unpacks to far more than a table needs.</source>
        <translation>这个文件解压后远超一个表格所需的大小。</translation>
    </message>
    <message>
        <source>This folder is synchronised with a cloud, which can destroy an office.</source>
        <translation>这个文件夹会与云端同步，可能毁坏办公室文件。</translation>
    </message>
    <message>
        <source>This is a web page with a spreadsheet&apos;s name.</source>
        <translation>这是一个用电子表格名称保存的网页。</translation>
    </message>
    <message>
        <source>This is hidden from your role, so it can&apos;t be used here.</source>
        <translation>这项内容对您的角色隐藏，因此不能在这里使用。</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>这不是文件。</translation>
    </message>
    <message>
        <source>This kind of file can&apos;t be read.</source>
        <translation>无法读取这种文件。</translation>
    </message>
    <message>
        <source>This office asks everybody for a one-time code, and you have none yet.</source>
        <translation>本办公室要求每个人使用动态验证码，您还没有设置。</translation>
    </message>
    <message>
        <source>This office can&apos;t keep sensitive values yet.</source>
        <translation>这个办公室还不能保存敏感信息。</translation>
    </message>
    <message>
        <source>This office was made by a newer version of the program.</source>
        <translation>这个办公室由更新版本的程序创建。</translation>
    </message>
    <message>
        <source>This place is on the network, where an office file can be destroyed.</source>
        <translation>这个位置在网络上，办公室文件可能被毁坏。</translation>
    </message>
    <message>
        <source>This record does not exist any more.</source>
        <translation>这条记录已不存在。</translation>
    </message>
    <message>
        <source>This recovery code is not in force for this office.</source>
        <translation>这个恢复码在这个办公室无效。</translation>
    </message>
    <message>
        <source>This sign-in does not hold any more.</source>
        <translation>本次登录已失效。</translation>
    </message>
    <message>
        <source>This text is not a table.</source>
        <translation>这段文字不是表格。</translation>
    </message>
    <message>
        <source>This user can&apos;t sign in any more.</source>
        <translation>这个用户已不能登录。</translation>
    </message>
    <message>
        <source>Too many attempts.</source>
        <translation>尝试次数过多。</translation>
    </message>
    <message>
        <source>Try again in {seconds} s.</source>
        <translation>请在 {seconds} 秒后重试。</translation>
    </message>
    <message>
        <source>Try again; if that doesn&apos;t help, start the program again.</source>
        <translation>请重试；如果没有帮助，请重新启动程序。</translation>
    </message>
    <message>
        <source>Type the six digits that your authenticator app shows.</source>
        <translation>请输入身份验证器应用显示的 6 位数字。</translation>
    </message>
    <message>
        <source>Wait for the next one in the app; is the phone&apos;s clock right?</source>
        <translation>请等待应用显示下一个验证码。手机的时间准确吗？</translation>
    </message>
    <message>
        <source>Wait until it is finished, or close the other program, then try again.</source>
        <translation>请等它完成，或关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Was it moved, or is a drive not connected? Choose it from its new place.</source>
        <translation>它被移动了，还是磁盘没有连接？请从新位置选择。</translation>
    </message>
    <message>
        <source>Was it moved, or is a drive not connected? Open it from its new place.</source>
        <translation>它被移动了，还是磁盘没有连接？请从新位置打开。</translation>
    </message>
    <message>
        <source>You have no right to open this file.</source>
        <translation>您没有打开这个文件的权限。</translation>
    </message>
    <message>
        <source>You look at the program as another role; nothing can be changed.</source>
        <translation>您正以其他角色查看程序，不能更改任何内容。</translation>
    </message>
    <message>
        <source>Your role allows this for your own customers only.</source>
        <translation>您的角色只能对自己的客户这样做。</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>您的角色不允许这样做。</translation>
    </message>
</context>
<context>
    <name>follow_ups</name>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>%1 (hidden)</source>
        <translation>%1（隐藏）</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 行/秒</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A cell has more than {limit} characters; a quotation mark may not be closed.</source>
        <translation>有一个单元格超过 {limit} 个字符；可能有引号没有关闭。</translation>
    </message>
    <message>
        <source>A cell stands far below all others, in row {row}.</source>
        <translation>第 {row} 行有一个单元格远在其他内容之下。</translation>
    </message>
    <message>
        <source>A currency has three letters, such as CNY or EUR.</source>
        <translation>货币由三个字母组成，例如 CNY 或 EUR。</translation>
    </message>
    <message>
        <source>A customer in the bin has this number. Restore that one first.</source>
        <translation>回收站中有客户使用这个编号。请先恢复那位客户。</translation>
    </message>
    <message>
        <source>A name alone does not say who it is. Give the customer number or the external ID.</source>
        <translation>只有姓名不能确定是谁。请提供客户编号或外部编号。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Another customer has this number already.</source>
        <translation>已有其他客户使用这个编号。</translation>
    </message>
    <message>
        <source>Another line of this purchase was refused, so all of the purchase is left out.</source>
        <translation>这次购买的另一条明细被拒绝，因此整次购买都被略过。</translation>
    </message>
    <message>
        <source>Check that it was saved with its rows, or choose another sheet or file.</source>
        <translation>请检查保存时是否包含数据行，或选择其他工作表或文件。</translation>
    </message>
    <message>
        <source>Choose a file to import</source>
        <translation>选择要导入的文件</translation>
    </message>
    <message>
        <source>Choose another encoding; if none fits, save the file anew as .xlsx.</source>
        <translation>请选择其他编码；如果都不合适，请另存为 .xlsx。</translation>
    </message>
    <message>
        <source>Choose another one, or leave it on Automatic.</source>
        <translation>请选择其他选项，或保留“自动”。</translation>
    </message>
    <message>
        <source>Choose another separator, or look for a stray quotation mark in the file.</source>
        <translation>请选择其他分隔符，或检查文件里是否有多余的引号。</translation>
    </message>
    <message>
        <source>Choose another sheet.</source>
        <translation>请选择其他工作表。</translation>
    </message>
    <message>
        <source>Close it in Excel, or copy it into a folder of yours, and choose the copy.</source>
        <translation>请在 Excel 中关闭它，或复制到您自己的文件夹，再选择副本。</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>Copy it to this computer first, then choose the copy.</source>
        <translation>请先复制到这台电脑，再选择副本。</translation>
    </message>
    <message>
        <source>Delete the columns that you don&apos;t need, save the file and choose it again.</source>
        <translation>请删除不需要的列，保存后重新选择文件。</translation>
    </message>
    <message>
        <source>Delete the empty rows and columns in Excel, save the file and choose it again.</source>
        <translation>请在 Excel 中删除空行和空列，保存后重新选择。</translation>
    </message>
    <message>
        <source>Don&apos;t trust it. Ask whoever sent it for a fresh export.</source>
        <translation>请不要信任它。请向发送者索取重新导出的文件。</translation>
    </message>
    <message>
        <source>Excel has turned this number into 1.38E+10 and lost digits. Format the column as text there.</source>
        <translation>Excel 把这个数字变成了 1.38E+10，丢失了位数。请在 Excel 中把该列设为文本格式。</translation>
    </message>
    <message>
        <source>Get the file again from where it comes from, or save it anew, then choose it again.</source>
        <translation>请从来源重新获取，或重新保存后再选择。</translation>
    </message>
    <message>
        <source>It is not clear which number is the day and which the month.</source>
        <translation>不清楚哪个数字是日，哪个是月。</translation>
    </message>
    <message>
        <source>New in the office: %1.</source>
        <translation>办公室中新增：%1。</translation>
    </message>
    <message>
        <source>Open it in Excel or the program it comes from, save it as .xlsx or .csv, and choose that file.</source>
        <translation>请用 Excel 或原来的程序打开，另存为 .xlsx 或 .csv，再选择该文件。</translation>
    </message>
    <message>
        <source>Open it in Excel, save a copy without a password, and choose the copy.</source>
        <translation>请用 Excel 打开，另存一份不带密码的副本，再选择副本。</translation>
    </message>
    <message>
        <source>Open the folder and choose a file in it.</source>
        <translation>请打开文件夹，选择其中的文件。</translation>
    </message>
    <message>
        <source>Reading this file takes more memory than is allowed for safety.</source>
        <translation>读取这个文件需要的内存超过了安全限制。</translation>
    </message>
    <message>
        <source>Reading this file takes too long; it was stopped.</source>
        <translation>读取这个文件用时过长，已停止。</translation>
    </message>
    <message>
        <source>Save or export it as .csv or .xlsx in the program it comes from.</source>
        <translation>请在原来的程序中另存或导出为 .csv 或 .xlsx。</translation>
    </message>
    <message>
        <source>Save refused rows</source>
        <translation>保存被拒绝的行</translation>
    </message>
    <message>
        <source>Several customers match this row. Give the customer number.</source>
        <translation>有多位客户符合这一行。请提供客户编号。</translation>
    </message>
    <message>
        <source>Split it into several files, or save it as .csv.</source>
        <translation>请分成几个文件，或另存为 .csv。</translation>
    </message>
    <message>
        <source>Tables (%1)</source>
        <translation>表格 (%1)</translation>
    </message>
    <message>
        <source>The disk does not give this file away.</source>
        <translation>磁盘无法读出这个文件。</translation>
    </message>
    <message>
        <source>The encoding {encoding} is not known.</source>
        <translation>不认识编码 {encoding}。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已经不在那里了。</translation>
    </message>
    <message>
        <source>The row does not say whose purchase it is.</source>
        <translation>这一行没有说明是谁的购买。</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” is not in this workbook any more.</source>
        <translation>这个工作簿里已经没有工作表“{sheet}”。</translation>
    </message>
    <message>
        <source>There is no sheet with cells in this workbook.</source>
        <translation>这个工作簿里没有包含内容的工作表。</translation>
    </message>
    <message>
        <source>There is no such customer in the office.</source>
        <translation>办公室里没有这位客户。</translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation>这个文件里什么都没有。</translation>
    </message>
    <message>
        <source>These values are imported as they are.</source>
        <translation>这些值按原样导入。</translation>
    </message>
    <message>
        <source>This can&apos;t be imported (%1).</source>
        <translation>无法导入（%1）。</translation>
    </message>
    <message>
        <source>This can&apos;t be read as text with this encoding.</source>
        <translation>无法用这种编码读成文字。</translation>
    </message>
    <message>
        <source>This customer was deleted while the file was checked. Check again.</source>
        <translation>检查文件期间这位客户被删除。请重新检查。</translation>
    </message>
    <message>
        <source>This date is still to come.</source>
        <translation>这个日期还没到。</translation>
    </message>
    <message>
        <source>This date is too long ago.</source>
        <translation>这个日期太早了。</translation>
    </message>
    <message>
        <source>This does not look like a phone number.</source>
        <translation>这看起来不像电话号码。</translation>
    </message>
    <message>
        <source>This does not look like an e-mail address.</source>
        <translation>这看起来不像邮箱地址。</translation>
    </message>
    <message>
        <source>This file could not be read.</source>
        <translation>无法读取这个文件。</translation>
    </message>
    <message>
        <source>This file is damaged or was not saved completely.</source>
        <translation>这个文件已损坏或没有完整保存。</translation>
    </message>
    <message>
        <source>This file is protected with a password.</source>
        <translation>这个文件有密码保护。</translation>
    </message>
    <message>
        <source>This is a folder, not a file.</source>
        <translation>这是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>This is a web page that only calls itself a spreadsheet.</source>
        <translation>这是一个自称电子表格的网页。</translation>
    </message>
    <message>
        <source>This is needed in every row, and it is empty.</source>
        <translation>每一行都需要它，而这里是空的。</translation>
    </message>
    <message>
        <source>This is not a date that exists.</source>
        <translation>没有这个日期。</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>这不是数字。</translation>
    </message>
    <message>
        <source>This is too long: at most {limit} characters.</source>
        <translation>太长：最多 {limit} 个字符。</translation>
    </message>
    <message>
        <source>This is {what}, not a table.</source>
        <translation>这是{what}，不是表格。</translation>
    </message>
    <message>
        <source>This is {what}, which can&apos;t be imported yet.</source>
        <translation>这是{what}，目前还不能导入。</translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation>这必须是整数。</translation>
    </message>
    <message>
        <source>This row has more cells than there are titles; a separator may stand inside a text.</source>
        <translation>这一行的单元格多于标题；可能有文字里包含了分隔符。</translation>
    </message>
    <message>
        <source>This table has more than {limit} columns.</source>
        <translation>这个表格超过 {limit} 列。</translation>
    </message>
    <message>
        <source>This value is too large, too small or zero.</source>
        <translation>这个值太大、太小或为零。</translation>
    </message>
    <message>
        <source>This word is none of the choices of this field.</source>
        <translation>这个词不在该字段的选项中。</translation>
    </message>
    <message>
        <source>This word is not known here. Known are: %1.</source>
        <translation>这里不认识这个词。可用的有：%1。</translation>
    </message>
    <message>
        <source>This workbook contains instructions that no spreadsheet program writes.</source>
        <translation>这个工作簿包含任何电子表格程序都不会写的指令。</translation>
    </message>
    <message>
        <source>Unpacked, this file is {megabytes} MB large; that is not a usual spreadsheet.</source>
        <translation>这个文件解压后有 {megabytes} MB，不是正常的电子表格。</translation>
    </message>
    <message>
        <source>Was it moved or renamed, or is a drive not connected? Choose it again.</source>
        <translation>它被移动或改名了，还是磁盘没有连接？请重新选择。</translation>
    </message>
    <message>
        <source>You have no right to read this file, or another program keeps it locked.</source>
        <translation>您没有读取这个文件的权限，或其他程序正锁定它。</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a calendar file</source>
        <translation>日历文件</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>a directory export (LDIF)</source>
        <translation>通讯录目录导出文件（LDIF）</translation>
    </message>
    <message>
        <source>a packed archive</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a text document</source>
        <translation>文字文档</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>XML 文件</translation>
    </message>
    <message>
        <source>an address book file (vCard)</source>
        <translation>通讯录文件（vCard）</translation>
    </message>
    <message>
        <source>the product “%1”, which all rows are booked on</source>
        <translation>商品“%1”（所有行都记在它名下）</translation>
    </message>
</context>
<context>
    <name>import_fields</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评语</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家/地区</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customer name</source>
        <translation>客户姓名</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>成为客户的日期</translation>
    </message>
    <message>
        <source>Customer’s external ID</source>
        <translation>客户的外部编号</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>Date of the answer</source>
        <translation>回复日期</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Each row is a customer, with phones, mail and addresses.</source>
        <translation>每一行是一位客户，含电话、邮箱和地址。</translation>
    </message>
    <message>
        <source>Each row is a purchase or one line of it; rows with the same number belong together.</source>
        <translation>每一行是一次购买或其中一条明细；编号相同的行属于同一次购买。</translation>
    </message>
    <message>
        <source>Each row is an article of your catalogue.</source>
        <translation>每一行是商品目录中的一种商品。</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>外部编号</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>传真</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Ignore this column</source>
        <translation>忽略此列</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Kind of address</source>
        <translation>地址类型</translation>
    </message>
    <message>
        <source>Kind of contact</source>
        <translation>联系方式的种类</translation>
    </message>
    <message>
        <source>Kind of e-mail</source>
        <translation>邮箱类型</translation>
    </message>
    <message>
        <source>Kind of phone</source>
        <translation>电话类型</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Person or organisation</source>
        <translation>个人或单位</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Product SKU</source>
        <translation>商品货号</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>Province or state</source>
        <translation>省/州</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Purchase date</source>
        <translation>购买日期</translation>
    </message>
    <message>
        <source>Purchase number</source>
        <translation>购买编号</translation>
    </message>
    <message>
        <source>QQ</source>
        <translation>QQ</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Question (NPS, CSAT, CES)</source>
        <translation>问题（NPS、CSAT、CES）</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>货号</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Your records</source>
        <translation>您的记录</translation>
    </message>
</context>
<context>
    <name>import_reading</name>
    <message>
        <source>Auto: %1</source>
        <translation>自动：%1</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>竖线 |</translation>
    </message>
    <message>
        <source>Central European (1250)</source>
        <translation>中欧 (1250)</translation>
    </message>
    <message>
        <source>Checking the rows</source>
        <translation>正在检查各行</translation>
    </message>
    <message>
        <source>Chinese (Big5)</source>
        <translation>中文 (Big5)</translation>
    </message>
    <message>
        <source>Chinese (GBK)</source>
        <translation>中文 (GBK)</translation>
    </message>
    <message>
        <source>Chinese comma ，</source>
        <translation>中文逗号 ，</translation>
    </message>
    <message>
        <source>Colon :</source>
        <translation>冒号 :</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>逗号 ,</translation>
    </message>
    <message>
        <source>Comma: 1.234,50</source>
        <translation>逗号：1.234,50</translation>
    </message>
    <message>
        <source>Cyrillic (1251)</source>
        <translation>西里尔文 (1251)</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>日、月、年</translation>
    </message>
    <message>
        <source>Excel binary workbook</source>
        <translation>Excel 二进制工作簿</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Greek (1253)</source>
        <translation>希腊文 (1253)</translation>
    </message>
    <message>
        <source>Japanese (Shift-JIS)</source>
        <translation>日文 (Shift-JIS)</translation>
    </message>
    <message>
        <source>Korean (EUC-KR)</source>
        <translation>韩文 (EUC-KR)</translation>
    </message>
    <message>
        <source>Looking for customers that are there already</source>
        <translation>正在查找已有的客户</translation>
    </message>
    <message>
        <source>Month, day, year</source>
        <translation>月、日、年</translation>
    </message>
    <message>
        <source>None in this file</source>
        <translation>此文件中没有</translation>
    </message>
    <message>
        <source>Not clear – asked next</source>
        <translation>不明确，稍后询问</translation>
    </message>
    <message>
        <source>Old Excel workbook</source>
        <translation>旧版 Excel 工作簿</translation>
    </message>
    <message>
        <source>OpenDocument spreadsheet</source>
        <translation>OpenDocument 表格</translation>
    </message>
    <message>
        <source>Point: 1,234.50</source>
        <translation>点：1,234.50</translation>
    </message>
    <message>
        <source>Preparing the search</source>
        <translation>正在准备搜索</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation>正在读取各行</translation>
    </message>
    <message>
        <source>Saving the refused rows</source>
        <translation>正在保存被拒绝的行</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>分号 ;</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Taking back what was written</source>
        <translation>正在撤回已写入的内容</translation>
    </message>
    <message>
        <source>Text table (CSV)</source>
        <translation>文本表格 (CSV)</translation>
    </message>
    <message>
        <source>Turkish (1254)</source>
        <translation>土耳其文 (1254)</translation>
    </message>
    <message>
        <source>UTF-8 with mark</source>
        <translation>带标记的 UTF-8</translation>
    </message>
    <message>
        <source>Western (1252)</source>
        <translation>西欧 (1252)</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>Working out the totals</source>
        <translation>正在计算合计</translation>
    </message>
    <message>
        <source>Writing into the office</source>
        <translation>正在写入办公室</translation>
    </message>
    <message>
        <source>Year, month, day</source>
        <translation>年、月、日</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>仪表盘</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Office rules</source>
        <translation>办公室规则</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>Printed; the journal tells what, when and by whom.</source>
        <translation>已打印；操作日志会记下内容、时间和打印人。</translation>
    </message>
</context>
<context>
    <name>person</name>
    <message>
        <source>Added</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>回复时间</translation>
    </message>
    <message>
        <source>Ask again on</source>
        <translation>再次询问日期</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>询问时间</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>执行人</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>Birth month</source>
        <translation>出生月</translation>
    </message>
    <message>
        <source>Birth year</source>
        <translation>出生年</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>出生日</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>历法</translation>
    </message>
    <message>
        <source>Calls, visits and notes</source>
        <translation>电话、到访和备注</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评语</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>同意状态</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家/地区</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Due at</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>末几位</translation>
    </message>
    <message>
        <source>Exports that held it</source>
        <translation>包含此人的导出</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>外部编号</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>First choice</source>
        <translation>优先使用</translation>
    </message>
    <message>
        <source>First purchase</source>
        <translation>首次购买</translation>
    </message>
    <message>
        <source>Former numbers</source>
        <translation>曾用编号</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>表示日期</translation>
    </message>
    <message>
        <source>History of the consents</source>
        <translation>同意记录</translation>
    </message>
    <message>
        <source>In the bin since</source>
        <translation>移入回收站时间</translation>
    </message>
    <message>
        <source>Interests</source>
        <translation>兴趣</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>上次联系</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>上次购买</translation>
    </message>
    <message>
        <source>Last satisfaction</source>
        <translation>最近满意度</translation>
    </message>
    <message>
        <source>Lawful basis</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Lifetime spend</source>
        <translation>累计消费</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Lines of purchases</source>
        <translation>购买明细</translation>
    </message>
    <message>
        <source>Looks wrong</source>
        <translation>看似有误</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More fields</source>
        <translation>更多字段</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>下次联系</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Number elsewhere</source>
        <translation>外部单号</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>已退订</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Phones, e-mail and more</source>
        <translation>电话、邮箱及其他</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好</translation>
    </message>
    <message>
        <source>Preferred time</source>
        <translation>方便时间</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Province or state</source>
        <translation>省/州</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Purchase before the last</source>
        <translation>再上次购买</translation>
    </message>
    <message>
        <source>Purchase date</source>
        <translation>购买日期</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Put into the bin by</source>
        <translation>移入回收站的人</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Refund of</source>
        <translation>退款对应的购买</translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Remind at</source>
        <translation>提醒时间</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Sensitive values</source>
        <translation>敏感信息</translation>
    </message>
    <message>
        <source>Size (bytes)</source>
        <translation>大小（字节）</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>销售人员</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Still so</source>
        <translation>目前有效</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Surveys asked</source>
        <translation>发出的调查</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The other person</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Time of purchase</source>
        <translation>购买时间</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What this office holds about one person</source>
        <translation>本办公室保存的个人资料</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who did what with it</source>
        <translation>谁对它做过什么</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>基本资料</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>A customer in the bin has this number.</source>
        <translation>回收站中有客户使用这个编号。</translation>
    </message>
    <message>
        <source>A label without a value is not kept.</source>
        <translation>只有类型没有内容的项不会保存。</translation>
    </message>
    <message>
        <source>A refund can&apos;t be refunded.</source>
        <translation>退款不能再退款。</translation>
    </message>
    <message>
        <source>At most {left} can be refunded.</source>
        <translation>最多可退 {left}。</translation>
    </message>
    <message>
        <source>Begin again: the picture is no longer valid.</source>
        <translation>请重新开始：二维码已失效。</translation>
    </message>
    <message>
        <source>Between {low} and {high}, please.</source>
        <translation>请填写 {low} 到 {high} 之间的值。</translation>
    </message>
    <message>
        <source>Enter a refund from its purchase.</source>
        <translation>请从原购买中登记退款。</translation>
    </message>
    <message>
        <source>Needs the right to see customers.</source>
        <translation>需要查看客户的权限。</translation>
    </message>
    <message>
        <source>No administrator who may sign in has this name.</source>
        <translation>没有使用这个用户名且可以登录的管理员。</translation>
    </message>
    <message>
        <source>Only administrators can have this.</source>
        <translation>只有管理员可以拥有此权限。</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>Somebody still has this role.</source>
        <translation>还有人使用这个角色。</translation>
    </message>
    <message>
        <source>Something in group {group} is mistyped.</source>
        <translation>第 {group} 组有输入错误。</translation>
    </message>
    <message>
        <source>The birth date in this number does not exist.</source>
        <translation>这个号码中的出生日期不存在。</translation>
    </message>
    <message>
        <source>The check digit doesn&apos;t fit. Is something mistyped?</source>
        <translation>校验位不符。是否有输入错误？</translation>
    </message>
    <message>
        <source>The end is before the beginning.</source>
        <translation>结束早于开始。</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in .xlsx.</source>
        <translation>文件名必须以 .xlsx 结尾。</translation>
    </message>
    <message>
        <source>The office needs at least one administrator.</source>
        <translation>办公室至少需要一名管理员。</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>The ready roles can&apos;t be changed; edit a copy.</source>
        <translation>内置角色不能更改，请编辑副本。</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不同。</translation>
    </message>
    <message>
        <source>There is no such date.</source>
        <translation>没有这个日期。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>没有这个文件夹。</translation>
    </message>
    <message>
        <source>This can&apos;t be right.</source>
        <translation>这不正确。</translation>
    </message>
    <message>
        <source>This code is not right. Is the phone&apos;s clock right?</source>
        <translation>验证码不正确。手机的时间准确吗？</translation>
    </message>
    <message>
        <source>This currency is not known.</source>
        <translation>不认识这种货币。</translation>
    </message>
    <message>
        <source>This customer is in the bin. Restore it first.</source>
        <translation>这位客户在回收站中。请先恢复。</translation>
    </message>
    <message>
        <source>This customer was merged into another.</source>
        <translation>这位客户已合并到另一位客户。</translation>
    </message>
    <message>
        <source>This date is still to come.</source>
        <translation>这个日期还没到。</translation>
    </message>
    <message>
        <source>This date is too long ago.</source>
        <translation>这个日期太早了。</translation>
    </message>
    <message>
        <source>This does not look like a number of this kind.</source>
        <translation>这看起来不像这类号码。</translation>
    </message>
    <message>
        <source>This does not look like a phone number.</source>
        <translation>这看起来不像电话号码。</translation>
    </message>
    <message>
        <source>This does not look like an e-mail address.</source>
        <translation>这看起来不像邮箱地址。</translation>
    </message>
    <message>
        <source>This is little more than a name; add something.</source>
        <translation>这几乎只是一个名字，请再加一些内容。</translation>
    </message>
    <message>
        <source>This is not a currency.</source>
        <translation>这不是货币。</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>这不是数字。</translation>
    </message>
    <message>
        <source>This is not an amount.</source>
        <translation>这不是金额。</translation>
    </message>
    <message>
        <source>This is not known.</source>
        <translation>不认识这个值。</translation>
    </message>
    <message>
        <source>This is taken already.</source>
        <translation>已被使用。</translation>
    </message>
    <message>
        <source>This is the same as before.</source>
        <translation>与之前相同。</translation>
    </message>
    <message>
        <source>This name can&apos;t be used for a field.</source>
        <translation>这个名称不能用作字段名。</translation>
    </message>
    <message>
        <source>This names the person; it stays, so say it without.</source>
        <translation>原因会保留，但其中写出了此人的姓名。请改写。</translation>
    </message>
    <message>
        <source>This password is common, so it is guessed first.</source>
        <translation>这个密码很常见，会最先被猜到。</translation>
    </message>
    <message>
        <source>This record does not exist any more.</source>
        <translation>这条记录已不存在。</translation>
    </message>
    <message>
        <source>This right is for all customers or for none.</source>
        <translation>此权限只能针对全部客户，或者不给。</translation>
    </message>
    <message>
        <source>This row has more cells than there are titles.</source>
        <translation>这一行的单元格多于标题。</translation>
    </message>
    <message>
        <source>This value is out of range.</source>
        <translation>这个值超出范围。</translation>
    </message>
    <message>
        <source>This would show what the role hides.</source>
        <translation>这会显示该角色应隐藏的内容。</translation>
    </message>
    <message>
        <source>Too long: at most {limit} characters.</source>
        <translation>太长：最多 {limit} 个字符。</translation>
    </message>
    <message>
        <source>Too short: at least {limit} characters.</source>
        <translation>太短：至少 {limit} 个字符。</translation>
    </message>
    <message>
        <source>Whoever sees only own customers can&apos;t have this for all.</source>
        <translation>只能看到自己客户的角色，不能对全部客户拥有此权限。</translation>
    </message>
    <message>
        <source>You can&apos;t do this to yourself; another administrator can.</source>
        <translation>您不能对自己这样做，请其他管理员来做。</translation>
    </message>
    <message>
        <source>{groups} of {of} groups are right so far.</source>
        <translation>已有 {groups} 组正确，共 {of} 组。</translation>
    </message>
    <message>
        <source>{length} characters are too few or too many for this.</source>
        <translation>字符数不对（{length} 个）。</translation>
    </message>
    <message>
        <source>“{value}” is never part of a code.</source>
        <translation>恢复码中不会出现“{value}”。</translation>
    </message>
</context>
<context>
    <name>products</name>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>在售</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停售</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>货号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>recovery</name>
    <message>
        <source>A newer sheet makes this one void, but it still opens the backups of its day.</source>
        <translation>有了新的恢复单，这张即作废，但仍能打开当时的备份。</translation>
    </message>
    <message>
        <source>Choose a new password for an administrator, then make a new code and sheet.</source>
        <translation>为一位管理员设置新密码，然后生成新的恢复码和恢复单。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Made on %1 by %2</source>
        <translation>由 %2 于 %1 生成</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>Start the program, choose the office, then “Forgot the password?”.</source>
        <translation>启动程序，选择办公室，然后点“忘记密码？”。</translation>
    </message>
    <message>
        <source>This code opens the office when nobody knows an administrator&apos;s password any more.</source>
        <translation>当所有人都忘了管理员密码时，用这个恢复码可以打开办公室。</translation>
    </message>
    <message>
        <source>Type the code; small and capital letters and the dashes don&apos;t matter.</source>
        <translation>输入恢复码，不分大小写，连字符可有可无。</translation>
    </message>
    <message>
        <source>Where this sheet is kept, and who has the key:</source>
        <translation>这张恢复单存放在哪里，钥匙在谁手里：</translation>
    </message>
    <message>
        <source>Whoever holds this sheet and the office file can read everything: lock it away from the PC.</source>
        <translation>谁同时拿到这张恢复单和办公室文件，谁就能读取全部内容：请锁好，不要与电脑放在一起。</translation>
    </message>
</context>
<context>
    <name>responses</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No comment</source>
        <translation>没有评语</translation>
    </message>
</context>
<context>
    <name>restore</name>
    <message>
        <source>Backups (*.cimsbak)</source>
        <translation>备份文件 (*.cimsbak)</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>New office file</source>
        <translation>新办公室文件</translation>
    </message>
    <message>
        <source>Offices (*.cims)</source>
        <translation>办公室文件 (*.cims)</translation>
    </message>
</context>
<context>
    <name>rights</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A role of this office&apos;s own; rights: %1 of %2.</source>
        <translation>本办公室自定义的角色；权限：%1 / %2。</translation>
    </message>
    <message>
        <source>Add customers</source>
        <translation>添加客户</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Birthdays</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Change customers</source>
        <translation>更改客户</translation>
    </message>
    <message>
        <source>Change many at once</source>
        <translation>批量更改</translation>
    </message>
    <message>
        <source>Change products</source>
        <translation>更改商品</translation>
    </message>
    <message>
        <source>Check the office file</source>
        <translation>检查办公室文件</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Delete into the bin, restore</source>
        <translation>移到回收站、恢复</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久删除、清除个人资料</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export all about a person</source>
        <translation>导出个人全部资料</translation>
    </message>
    <message>
        <source>Export sensitive values</source>
        <translation>导出敏感信息</translation>
    </message>
    <message>
        <source>Hidden everywhere</source>
        <translation>全部隐藏</translation>
    </message>
    <message>
        <source>Hidden in lists</source>
        <translation>在列表中隐藏</translation>
    </message>
    <message>
        <source>History and sales</source>
        <translation>往来与销售</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>导入与导出</translation>
    </message>
    <message>
        <source>Looks after their own customers only: sees, changes and records purchases for them.</source>
        <translation>只负责自己的客户：查看、更改，并登记购买。</translation>
    </message>
    <message>
        <source>Looks customers up; contact data is hidden in lists, birthdays and notes everywhere.</source>
        <translation>查询客户；列表中隐藏联系方式，生日和备注始终隐藏。</translation>
    </message>
    <message>
        <source>Make backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Manage keys</source>
        <translation>管理密钥</translation>
    </message>
    <message>
        <source>Manage users and roles</source>
        <translation>管理用户和角色</translation>
    </message>
    <message>
        <source>May do everything, and alone looks after users, keys and the office&apos;s rules.</source>
        <translation>可以做任何事，并且只有管理员能管理用户、密钥和办公室规则。</translation>
    </message>
    <message>
        <source>Merge duplicates</source>
        <translation>合并重复客户</translation>
    </message>
    <message>
        <source>Needs the right “%1” for all customers. Your role %2 has it for your own customers only; %3 can give it.</source>
        <translation>需要对全部客户的“%1”权限。您的角色（%2）只对自己的客户有此权限；可请%3授予。</translation>
    </message>
    <message>
        <source>Needs the right “%1”. Your role %2 doesn&apos;t have it; %3 can give it.</source>
        <translation>需要“%1”权限。您的角色（%2）没有此权限；可请%3授予。</translation>
    </message>
    <message>
        <source>No</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>Own customers</source>
        <translation>自己的客户</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Postal addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Read the journal</source>
        <translation>查看操作日志</translation>
    </message>
    <message>
        <source>Reads customers, reports and the journal; changes nothing.</source>
        <translation>可以查看客户、报表和操作日志，不能更改。</translation>
    </message>
    <message>
        <source>Record calls, visits, scores</source>
        <translation>登记电话、到访和评分</translation>
    </message>
    <message>
        <source>Record purchases</source>
        <translation>登记购买</translation>
    </message>
    <message>
        <source>Refund purchases</source>
        <translation>登记退款</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Reveal sensitive values</source>
        <translation>查看敏感信息</translation>
    </message>
    <message>
        <source>Runs the business: all customers, reports, import and export, the journal, backups.</source>
        <translation>管理业务：全部客户、报表、导入导出、操作日志和备份。</translation>
    </message>
    <message>
        <source>See customers</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>See dashboard and reports</source>
        <translation>查看仪表盘和报表</translation>
    </message>
    <message>
        <source>Sensitive data</source>
        <translation>敏感信息</translation>
    </message>
    <message>
        <source>Serves every customer and records purchases; can&apos;t take lists out or read sensitive values.</source>
        <translation>接待所有客户并登记购买；不能导出名单，也不能查看敏感信息。</translation>
    </message>
    <message>
        <source>Set the office&apos;s rules</source>
        <translation>设置办公室规则</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>an administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>an administrator (%1)</source>
        <translation>管理员（%1）</translation>
    </message>
</context>
<context>
    <name>sales</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售额</translation>
    </message>
</context>
<context>
    <name>sales_report</name>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>各月</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售额</translation>
    </message>
    <message>
        <source>Sales report</source>
        <translation>销售报表</translation>
    </message>
    <message>
        <source>Save the sales report</source>
        <translation>保存销售报表</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Top customers</source>
        <translation>消费最多的客户</translation>
    </message>
    <message>
        <source>Top products</source>
        <translation>最畅销的商品</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>未分类</translation>
    </message>
</context>
<context>
    <name>satisfaction</name>
    <message>
        <source>Answers</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Customer effort: the mean of the scores 1 to 7; higher is easier.</source>
        <translation>客户省力度：评分 1 到 7 的平均值，越高越省力。</translation>
    </message>
    <message>
        <source>Customer satisfaction: the mean of the scores 1 to 5.</source>
        <translation>客户满意度：评分 1 到 5 的平均值。</translation>
    </message>
    <message>
        <source>Detractors</source>
        <translation>贬损者</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>容易</translation>
    </message>
    <message>
        <source>Few answers</source>
        <translation>回复较少</translation>
    </message>
    <message>
        <source>Fewer than 30 answers: chance moves this figure by more than most changes you would act on.</source>
        <translation>少于 30 份回复：偶然因素造成的变动往往大于值得行动的变化。</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>困难</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Net Promoter Score: the share who answered 9 or 10 less the share who answered 0 to 6, in points from −100 to 100.</source>
        <translation>净推荐值：回复 9 或 10 分的占比减去回复 0 到 6 分的占比，以点数表示，从 −100 到 100。</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Passives</source>
        <translation>被动者</translation>
    </message>
    <message>
        <source>Promoters</source>
        <translation>推荐者</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>So-so</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Unhappy</source>
        <translation>不满意</translation>
    </message>
</context>
<context>
    <name>sensitive</name>
    <message>
        <source>Any text</source>
        <translation>任意文字</translation>
    </message>
    <message>
        <source>Bank or payment account</source>
        <translation>银行或支付账号</translation>
    </message>
    <message>
        <source>National ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>税号</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Checking every page and counting the records…</source>
        <translation>正在检查每一页并清点记录…</translation>
    </message>
    <message>
        <source>Comparing the copy with the office…</source>
        <translation>正在将副本与办公室比较…</translation>
    </message>
    <message>
        <source>Copying the office…</source>
        <translation>正在复制办公室…</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>Packing the copy and its keys…</source>
        <translation>正在打包副本和密钥…</translation>
    </message>
    <message>
        <source>Preparing the new keys…</source>
        <translation>正在准备新密钥…</translation>
    </message>
    <message>
        <source>Putting the new file in its place…</source>
        <translation>正在换上新文件…</translation>
    </message>
    <message>
        <source>Sealing sensitive values anew…</source>
        <translation>正在重新加密敏感信息…</translation>
    </message>
    <message>
        <source>Taking the fingerprint…</source>
        <translation>正在计算校验码…</translation>
    </message>
    <message>
        <source>Unpacking the backup…</source>
        <translation>正在解开备份…</translation>
    </message>
    <message>
        <source>Walking through the journal…</source>
        <translation>正在核验操作日志…</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>正在写入文件…</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>Data on this computer is encrypted. Version %1</source>
        <translation>这台电脑上的数据已加密。版本 %1</translation>
    </message>
</context>
<context>
    <name>users</name>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Enable the user first.</source>
        <translation>请先启用该用户。</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>上次登录</translation>
    </message>
    <message>
        <source>Must change password</source>
        <translation>须更改密码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从未登录</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The office&apos;s last administrator can&apos;t be disabled: nobody could manage it any more.</source>
        <translation>办公室唯一的管理员不能停用，否则就没有人能管理了。</translation>
    </message>
    <message>
        <source>The office&apos;s last administrator keeps the role: nobody could manage the office any more.</source>
        <translation>办公室唯一的管理员不能更换角色，否则就没有人能管理了。</translation>
    </message>
    <message>
        <source>You can&apos;t change your own role; another administrator can do it.</source>
        <translation>您不能更改自己的角色，请其他管理员来做。</translation>
    </message>
    <message>
        <source>You can&apos;t disable yourself; another administrator can do it.</source>
        <translation>您不能停用自己，请其他管理员来做。</translation>
    </message>
    <message>
        <source>You change your own password in the settings.</source>
        <translation>请在“设置”中更改自己的密码。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>(erased)</source>
        <translation>（已清除）</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>下午</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>已备份</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Bronze</source>
        <translation>铜卡</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>收货</translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation>已永久删除</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Ease (CES)</source>
        <translation>省力度（CES）</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>晚上</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>已导出</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>金卡</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>客户主动</translation>
    </message>
    <message>
        <source>Keys changed</source>
        <translation>密钥已更改</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>经理</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会面</translation>
    </message>
    <message>
        <source>Member card</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>上午</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Office made</source>
        <translation>办公室已创建</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>线上</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>我方主动</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>邮寄</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>潜在客户</translation>
    </message>
    <message>
        <source>QQ</source>
        <translation>QQ</translation>
    </message>
    <message>
        <source>Recommendation (NPS)</source>
        <translation>推荐度（NPS）</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Revealed</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Satisfaction (CSAT)</source>
        <translation>满意度（CSAT）</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>设置已更改</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>登录失败</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>银卡</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看者</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>到访</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
</context>
</TS>
