"""What people choose when asked for a password: words and number patterns that every guesser tries first."""

from __future__ import annotations

from typing import Final

_WORDS: Final = """
pass password passwort passw passwd passcode passphrase pword pwd secret geheim login logon signin welcome
hello hallo hi letmein openup opensesame access enter entry default changeme change temp temporary test
tester testing testtest guest user username admin administrator root system server office computer laptop
desktop windows linux apple google android microsoft oracle cisco facebook twitter youtube amazon wechat
weixin alipay taobao baidu tencent huawei xiaomi master boss manager director owner staff sales frontdesk
reception desk shop store company customer customers client clients cims crm cimsdesktop database data
backup money cash bank account love lover lovely loveyou iloveyou iloveu loveme mylove sweet sweetheart
sweety honey baby babygirl babyboy darling angel angels princess prince queen king kings family mother mommy
mama father daddy papa brother sister friend friends forever always together happy happiness smile sunshine
sunny summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday january february
march april may june july august september october november december dragon monkey tiger lion panda eagle
falcon phoenix wolf bear horse rabbit snake shark dolphin kitty kitten puppy doggy cat dog bird fish pig
chicken butterfly flower flowers rose lily jasmine daisy violet cherry banana orange lemon cookie chocolate
coffee cheese pepper ginger sugar candy pizza butter peanut football soccer baseball basketball hockey
tennis golf cricket liverpool chelsea arsenal barcelona realmadrid juventus manchester united ronaldo messi
jordan michael jackson lakers yankees cowboys steelers eagles ferrari porsche mercedes bmw audi toyota honda
harley corvette mustang camaro ranger hunter hunting fishing killer ninja samurai warrior soldier batman
superman spiderman ironman hulk wolverine marvel starwars skywalker vader yoda matrix trinity neo gandalf
frodo pokemon pikachu mario zelda sonic minecraft fortnite naruto sasuke goku snoopy garfield mickey minnie
barbie hellokitty michelle jennifer jessica nicole ashley amanda samantha hannah anthony daniel joshua
andrew matthew thomas robert william george charlie david james john robin jason justin kevin peter steven
richard oliver alexander alex max sam maria anna laura sophie emma lucas patrick martin victoria elizabeth
natalie vanessa andrea sandra monica carlos london paris berlin newyork boston chicago dallas texas canada
china beijing shanghai america england france germany freedom liberty peace heaven hell jesus christ god
godbless blessed blessing faith hope grace church trustno trustnoone magic magical wizard merlin mystery
secret1 shadow silver golden gold diamond diamonds crystal rainbow star stars starlight moon moonlight sun
ocean river mountain thunder lightning storm fire water earth nature forest snow internet network hacker
hacked security secure private public unknown nothing something whatever nobody anything everything blabla
asdf asd qwe qwer qwert qwerty azerty zxc zxcv zxcvb qaz wsx edc rfv abc abcd abcde abcdef fuck fuckyou
fuckoff asshole bitch shit sexy pussy dick bigdick porn hardcore penis whore suck sucks crap damn bullshit
lucky winner victory champion success power strong super superstar rockstar rocknroll metallica nirvana
slipknot guitar piano music player gamer game games online school student teacher college university
hospital doctor nurse mypassword mypass newpassword newpass password1 passwordpassword yourpassword
thepassword nopassword adminadmin adminpass rootroot rootpass useruser letmeinnow welcomehome woaini woaiwo
woaita woaiwojia woaiziji woainima woaimama woaibaba woaizhongguo woshishui woshini woshiwo woshizhu
woshitiancai woxihuanni wodeai wodemima mima mimamima mimashi wangjimima jiandan nihao nihaoma nizhidao
zhangsan lisi wangwu zhaoliu wangwei zhangwei liwei wangfang lina zhangmin lijing wangjing liuyang lihua
zhanglei wanglei chenjie zhongguo zhonghua zhongguoren guangzhou shenzhen hangzhou chengdu chongqing tianjin
nanjing wuhan xian zhejiang jiangsu guangdong shandong sichuan hunan henan hubei fujian taiwan xianggang
aomen laopo laogong laoban laoshi baobao baobei baby1 xiaobao xiaobai xiaoming xiaohong xiaolong xiaoxiao
xiaoyu dabao erbao tiantian kaixin kuaile xingfu pingan jiankang yongyuan yiqi facai gongxifacai dafa fafafa
wanshiruyi shengrikuaile xinnianhao xinniankuaile zhufuni aiqing airen aini ainiyiwannian ainiyishi buzhidao
suibian jiayou yuanfen mengxiang caonima nima tamade shabi gundan ganni laozi wangba hundan mao maozedong
gongchandang aiguo dangyuan renmin jiefangjun qinghua beida daxue gaokao kaoyan gongsi kehu guanli
guanliyuan xitong denglu zhanghao yonghu qiantai caiwu xiaoshou huiyuan dianpu yingye shouyin 密码 我的密码
我爱你 爱你 老婆 老公 宝贝 宝宝 你好 中国 北京 上海 管理员 系统 客户 公司 前台 老板 开心 快乐 平安 发财
恭喜发财 生日快乐 新年快乐 万事如意 一生一世 永远 天天
"""

COMMON_WORDS: Final = frozenset(_WORDS.split())

_PHRASES: Final = """
correcthorsebatterystaple correctbatteryhorsestaple horsebatterystaplecorrect batteryhorsestaple
tobeornottobe thequickbrownfox jumpsoverthelazydog maytheforcebewithyou onceuponatime openthepodbaydoors
mypasswordissecret thisismypassword thisisapassword thisisasecret thisisapassphrase donttellanyone
loremipsumdolor allyourbasearebelongtous iamyourfather youshallnotpass winteriscoming hastalavistababy
theanswerisfortytwo inthebeginninggod itwasthebestoftimes callmeishmael hellothereworld
twinkletwinklelittlestar maryhadalittlelamb humptydumptysat happybirthdaytoyou neverforgetmypassword
chuangqianmingyueguang yishidishangshuang tiantianxiangshang haohaoxuexi 床前明月光 疑是地上霜 好好学习天天向上
春眠不觉晓 白日依山尽 黄河入海流 举头望明月 低头思故乡 人之初性本善
"""

FAMOUS_PHRASES: Final = frozenset(_PHRASES.casefold().split())
"""Passphrases that stand as examples in print, and lines everybody knows by heart; without their signs."""

_NUMBERS: Final = """
520 521 1314 5201314 5211314 1314520 1314521 7758521 7758258 1573 147258 147258369 258369 159357 159753
951753 741852 741852963 963852741 852963 123321 112233 11223344 1122334455 121212 123123 12341234 131313
101010 102030 110110 119119 110120 120120 10086 10010 10000 12306 114514 996 007 168 518 888 666 999 233
2333 250 886 88 66 69 77 99 77585210 3344 3344520 33445200 584520 5845201314 201314 2013145 20131452 147852
147852369 789456 456789 789456123 321654 654321
"""

COMMON_NUMBERS: Final = frozenset(_NUMBERS.split())

KEYBOARD_ROWS: Final = (
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qwertzuiop",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "qazwsxedcrfvtgbyhnujmikolp",
    "q1w2e3r4t5y6u7i8o9p0",
    "1q2w3e4r5t6y7u8i9o0p",
    "!@#$%^&*()",
    "abcdefghijklmnopqrstuvwxyz",
    "147258369",
    "987654321",
)
