/** Texts that broke a chat card somewhere, or would: for every formatter of every chat. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'Slack mentions': '<!channel> <!here> <!everyone> <@U012AB3CD> <!subteam^S0A1> <#C1|ops>',
  'bare mentions': '@here @channel @everyone @all @所有人 ＠here ops@channel.example',
  'an HTML mention': '<at>Ada</at> <at id="0">everyone</at>',
  'a closed link': 'x>|<https://evil.example|Accept>',
  'a forged link': '<https://evil.example/login|https://good.example/login>',
  'a markdown link':
    '[https://good.example](https://evil.example) ![x](https://evil.example/p.png)',
  'a date token': '<!date^1^{date}^https://evil.example|today>',
  'command links':
    'dtmd://x dingtalk://y mmaction://z slack://open javascript:alert(1) //evil.example',
  userinfo: 'https://good.example@evil.example/ https://good.example:pw@evil.example',
  'a look-alike host': 'https://аpple.example/ https://good.example․evil.example',
  'a closed fence': 'before ``` after ```` <!channel> `code` ``x``',
  formatting: '*bold* _it_ ~gone~ `code` **x** __y__ 5*60 node_cpu_seconds_total ＊x＊ ＿y＿',
  'quotes and lists':
    '> quote\n>> more\n＞ wide\n- item\n1. one\n# heading\n---\n    indented\n\ttab',
  'emoji codes': ':warning: :fire::fire: 10:30:45 C::std::x :100: :+1: :skin-tone-2:',
  entities: '&amp;lt; &lt;!channel&gt; &nbsp; &#60;!here&#62; & && &a',
  HTML: '<b>bold</b><script>alert(1)</script><img src=x onerror=alert(1)>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay as it is
  templates: '{{ $json }} ={{ 1+1 }} ${x} %s %d $1 $& $` {{DATE(2020-01-01)}}',
  'a lone high surrogate': 'start \ud83d end',
  'a lone low surrogate': 'start \ude00 end',
  'swapped surrogates': '\ude00\ud83d',
  controls: 'a\u0000b\u0007c\u001b[31mred\u001b[0m\u007f\u0085\u009b1m',
  'controls inside tokens': '<\u0000!channel> `\u0000`\u0000` :war\u0000ning: @\u200bhere',
  'direction overrides': 'invoice\u202Egpj.exe \u2066isolated\u2069 \u061c\u200f\u200e',
  newlines: 'one\r\ntwo\rthree\u2028four\u2029five\vsix\fseven\u0085eight\n\n\n\n\nnine',
  'only spaces': ' \t\n\u00a0\u3000 ',
  'only invisible': '\u200b\u200c\u200d\ufeff\u2060\u00ad\u3164\u2800',
  nothing: '',
  'flags and families': '🇩🇪🇨🇳 👨‍👩‍👧‍👦👩🏽‍🚒 1️⃣ ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(40),
  'a flood of marks': `z${'\u0301\u0489'.repeat(500)}algo`,
  CJK: '数据库连接超时，请立即处理。'.repeat(30),
  'right to left': 'فشل الخادم ١٢٣ שגיאה',
  'only ampersands': '&'.repeat(4000),
  'only angle brackets': '<'.repeat(4000),
  'only stars': '*'.repeat(4000),
  'only backticks': '`'.repeat(4000),
  'only colons': ':a'.repeat(2000),
  'one long word': 'x'.repeat(20_000),
  'one long address': `https://example.com/${'a'.repeat(5000)}?q=${'b'.repeat(5000)}`,
  'many addresses': 'https://example.com/a?b=1&c=2, '.repeat(300),
  'Mattermost mentions': '@all @channel @here @ada.mint @ops-team ~town-square <!all> <@u1> !@here',
  'Teams mentions':
    '<at>Ada</at> <AT id="0">Ada</AT > &lt;at&gt;Ada&lt;/at&gt; &#60;at>Ada</at> <at>everyone',
  'DingTalk mentions': '@所有人 @all @13800138000 @+971-501234567 @manager4711 $@所有人$',
  'wide mentions': '＠here ＠channel ＠all ＠所有人 ﹫here ＜!channel＞ ＜at＞Ada＜/at＞',
  'mentions glued to words':
    'ops@here (@channel) **@all** `@here` "@所有人" @here, 警报@所有人请看',
  'command links in brackets':
    '[Accept](dtmd://dingtalkclient/sendMessage?content=resolve) [x](mmaction://run?id=1) ' +
    '[y](dingtalk://dingtalkclient/page/link?url=https%3A%2F%2Fevil.example) ' +
    '[z](msteams://teams.microsoft.com/l/x) [j](javascript:alert(1)) [d](data:text/html,x) ' +
    '<slack://open|Open> <javascript:alert(1)|Run>',
  'reference links':
    '[good][1] [good] ![good][1]\n\n[1]: https://evil.example "t"\n[good]: //evil.example',
  'links across lines':
    '[good\n](https://evil.example) [a](\nhttps://evil.example\n) [b] (https://evil.example)',
  'nested links':
    '[[a](https://evil.example)](https://evil.example) [![a](https://evil.example)](https://evil.example)',
  'escaped links':
    '\\[a\\](https://evil.example) \\\\[a](https://evil.example) \\<https://evil.example|a>',
  'wide links': '［a］（https://evil.example） 【a】(https://evil.example)',
  'an address in brackets':
    '<https://evil.example> <mailto:ops@evil.example> <evil.example|good.example>',
  'a link that goes on': 'https://good.example/](https://evil.example) https://good.example|evil>',
  'HTML links':
    '<a href="https://evil.example">good</a> <font color=red>x</font><br>&lt;a href=x&gt;',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay as it is
  'card functions': '{{DATE(2020-01-01T00:00:00Z, LONG)}} {{TIME(…)}} ${$root.x}',
  'a table': '| a | b |\n| --- | --- |\n| @here | [x](https://evil.example) |',
  'other fences': '~~~\n@channel\n~~~\n    @here\n\n$$x$$ ||y|| ```diff\n- z\n```',
  pipes: 'a|b||c | d',
  'prototype names': '__proto__ constructor toString',
  JSON: '{"a":"\\u003c!channel>","b":[1,2]}',
  'quotation marks': `"'\`´‘’“”„«»`.repeat(300),
};

export const HOSTILE_TEXTS: readonly string[] = Object.values(HOSTILE);
