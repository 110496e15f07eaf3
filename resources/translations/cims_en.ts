<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Age</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
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
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditActs</name>
    <message numerus="yes">
        <source>%Ln line(s) of the journal written to %1.</source>
        <translation>
            <numerusform>%Ln line of the journal written to %1.</numerusform>
            <numerusform>%Ln lines of the journal written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditSection</name>
    <message numerus="yes">
        <source>%Ln act(s)</source>
        <translation>
            <numerusform>%Ln act</numerusform>
            <numerusform>%Ln acts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BinActs</name>
    <message numerus="yes">
        <source>%Ln customer(s) destroyed.</source>
        <translation>
            <numerusform>%Ln customer destroyed.</numerusform>
            <numerusform>%Ln customers destroyed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) have been in the bin for longer than %1.</source>
        <translation>
            <numerusform>%Ln customer has been in the bin for longer than %1.</numerusform>
            <numerusform>%Ln customers have been in the bin for longer than %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them stay(s) as a number without a name, for the books.</source>
        <translation>
            <numerusform>%Ln of them stays as a number without a name, for the books.</numerusform>
            <numerusform>%Ln of them stay as numbers without names, for the books.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %1 of %Ln customer(s) destroyed.</source>
        <translation>
            <numerusform>Stopped: %1 of %Ln customer destroyed.</numerusform>
            <numerusform>Stopped: %1 of %Ln customers destroyed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkActs</name>
    <message numerus="yes">
        <source>%Ln customer(s) moved to the bin.</source>
        <translation>
            <numerusform>%Ln customer moved to the bin.</numerusform>
            <numerusform>%Ln customers moved to the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) restored.</source>
        <translation>
            <numerusform>%Ln customer restored.</numerusform>
            <numerusform>%Ln customers restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln customer(s)</source>
        <translation>
            <numerusform>Delete %Ln customer</numerusform>
            <numerusform>Delete %Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln customer(s) to the bin?</source>
        <translation>
            <numerusform>Move %Ln customer to the bin?</numerusform>
            <numerusform>Move %Ln customers to the bin?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %1 of %Ln customer(s) moved to the bin.</source>
        <translation>
            <numerusform>Stopped: %1 of %Ln customer moved to the bin.</numerusform>
            <numerusform>Stopped: %1 of %Ln customers moved to the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %1 of %Ln customer(s) restored.</source>
        <translation>
            <numerusform>Stopped: %1 of %Ln customer restored.</numerusform>
            <numerusform>Stopped: %1 of %Ln customers restored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln character(s) can&apos;t be read with this encoding: try another one.</source>
        <translation>
            <numerusform>%Ln character can&apos;t be read with this encoding: try another one.</numerusform>
            <numerusform>%Ln characters can&apos;t be read with this encoding: try another one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) will be ignored: %1</source>
        <translation>
            <numerusform>%Ln column will be ignored: %1</numerusform>
            <numerusform>%Ln columns will be ignored: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln purchase(s)</source>
        <translation>
            <numerusform>%Ln purchase</numerusform>
            <numerusform>%Ln purchases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) can&apos;t be imported and will be left out; the others are fine.</source>
        <translation>
            <numerusform>%Ln row can&apos;t be imported and will be left out; the others are fine.</numerusform>
            <numerusform>%Ln rows can&apos;t be imported and will be left out; the others are fine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have more cells than titles and will be refused.</source>
        <translation>
            <numerusform>%Ln row has more cells than titles and will be refused.</numerusform>
            <numerusform>%Ln rows have more cells than titles and will be refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were imported</source>
        <translation>
            <numerusform>%Ln row was imported</numerusform>
            <numerusform>%Ln rows were imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were refused</source>
        <translation>
            <numerusform>%Ln row was refused</numerusform>
            <numerusform>%Ln rows were refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) with these columns</source>
        <translation>
            <numerusform>%n sheet with these columns</numerusform>
            <numerusform>%n sheets with these columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %Ln row(s)</source>
        <translation>
            <numerusform>&amp;Import %Ln row</numerusform>
            <numerusform>&amp;Import %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln refused row(s) are listed; all of them can be saved after the import.</source>
        <translation>
            <numerusform>The first refused row is listed; all of them can be saved after the import.</numerusform>
            <numerusform>The first %Ln refused rows are listed; all of them can be saved after the import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln row(s) are listed; the file has all.</source>
        <translation>
            <numerusform>The first row is listed; the file has all.</numerusform>
            <numerusform>The first %Ln rows are listed; the file has all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message numerus="yes">
        <source>%n form(s) with unsaved text kept as a draft.</source>
        <translation>
            <numerusform>%n form with unsaved text kept as a draft.</numerusform>
            <numerusform>%n forms with unsaved text kept as a draft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DestroyDialog</name>
    <message numerus="yes">
        <source>Destroy %Ln customer(s) for good?</source>
        <translation>
            <numerusform>Destroy %Ln customer for good?</numerusform>
            <numerusform>Destroy %Ln customers for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisableUserDialog</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln view(s)</source>
        <translation>
            <numerusform>%Ln view</numerusform>
            <numerusform>%Ln views</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportListDialog</name>
    <message numerus="yes">
        <source>%Ln customer(s) of the list, with its filter and order</source>
        <translation>
            <numerusform>%Ln customer of the list, with its filter and order</numerusform>
            <numerusform>%Ln customers of the list, with its filter and order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpsPage</name>
    <message numerus="yes">
        <source>%Ln customer(s) to contact</source>
        <translation>
            <numerusform>%Ln customer to contact</numerusform>
            <numerusform>%Ln customers to contact</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyHolders</name>
    <message numerus="yes">
        <source>Opens the office file. Everybody who may sign in has it: %n person(s).</source>
        <translation>
            <numerusform>Opens the office file. Everybody who may sign in has it: %n person.</numerusform>
            <numerusform>Opens the office file. Everybody who may sign in has it: %n persons.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message numerus="yes">
        <source>%Ln customer(s) written to %1.</source>
        <translation>
            <numerusform>%Ln customer written to %1.</numerusform>
            <numerusform>%Ln customers written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListFooter</name>
    <message numerus="yes">
        <source>%Ln chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficeRulesSection</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnSecurity</name>
    <message numerus="yes">
        <source>After %n minute(s)</source>
        <translation>
            <numerusform>After %n minute</numerusform>
            <numerusform>After %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Like the office: %n minute(s)</source>
        <translation>
            <numerusform>Like the office: %n minute</numerusform>
            <numerusform>Like the office: %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody types or moves the mouse. The office allows %n minute(s) at most.</source>
        <translation>
            <numerusform>Nobody types or moves the mouse. The office allows %n minute at most.</numerusform>
            <numerusform>Nobody types or moves the mouse. The office allows %n minutes at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On, but only %n recovery code(s) left. Switch it off and on again to get new ones.</source>
        <translation>
            <numerusform>On, but only %n recovery code left. Switch it off and on again to get new ones.</numerusform>
            <numerusform>On, but only %n recovery codes left. Switch it off and on again to get new ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On. %n recovery code(s) left.</source>
        <translation>
            <numerusform>On. %n recovery code left.</numerusform>
            <numerusform>On. %n recovery codes left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln purchase(s)</source>
        <translation>
            <numerusform>%Ln purchase</numerusform>
            <numerusform>%Ln purchases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SatisfactionPage</name>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln answer</numerusform>
            <numerusform>%Ln answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrengthBar</name>
    <message numerus="yes">
        <source>takes about %n centuries to guess</source>
        <translation>
            <numerusform>takes about %n centuries to guess</numerusform>
            <numerusform>takes about %n centuries to guess</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n day(s) to guess</source>
        <translation>
            <numerusform>takes about %n day to guess</numerusform>
            <numerusform>takes about %n days to guess</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n hour(s) to guess</source>
        <translation>
            <numerusform>takes about %n hour to guess</numerusform>
            <numerusform>takes about %n hours to guess</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n minute(s) to guess</source>
        <translation>
            <numerusform>takes about %n minute to guess</numerusform>
            <numerusform>takes about %n minutes to guess</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n month(s) to guess</source>
        <translation>
            <numerusform>takes about %n month to guess</numerusform>
            <numerusform>takes about %n months to guess</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n second(s) to guess</source>
        <translation>
            <numerusform>takes about %n second to guess</numerusform>
            <numerusform>takes about %n seconds to guess</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>takes about %n year(s) to guess</source>
        <translation>
            <numerusform>takes about %n year to guess</numerusform>
            <numerusform>takes about %n years to guess</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
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
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsersSection</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wait %1 after %n failed tries.</source>
        <translation>
            <numerusform>Wait %1 after %n failed try.</numerusform>
            <numerusform>Wait %1 after %n failed tries.</numerusform>
        </translation>
    </message>
</context>
</TS>
