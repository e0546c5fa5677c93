"""Hostile inputs by class: those that must be shown as they were typed, and those that must be refused.

A sample of each class; what must happen is the same for every member of it.
"""

INERT = (
    # HTML, script, SVG and attribute injection
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</textarea></noscript></template><img src=x onerror=alert(1)>",
    "<!-- <img src=x onerror=alert(1)> --> --!> <![CDATA[ ]]>",
    "<b>bold</b> <math><mtext></mtext></math>",
    '" autofocus onfocus=alert(1) x="',
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &#60;b&#62; &#106;avascript:alert(1)",
    "<a href=javascript:alert(1)>x</a>",
    "<?xml version='1.0'?> <?php echo 1 ?> <%= 7*7 %>",
    # Markdown, attribute lists, snippets, templates
    "[x](javascript:alert(1)) ![x](x) [x][y] <http://evil.example>",
    "*a* _b_ **c** __d__ `e` ~~f~~ ==g== ^h^ ~i~ [^1] \\*",
    '{: onclick="alert(1)" .x #y } { .x } {:x}',
    "{{ 7*7 }} {% include 'x' %} {# x #} {{ ''.__class__ }} ${7*7} #{7*7} <%= x %>",
    "[[figure:caseload]] [[chart:x]] [TOC] --8<-- 'x' !!! note ??? x === \"x\" ::: x",
    "a | b || c |--|--| \\| d",
    "# not a heading - not a list 1. not > a quote",
    ":smile: :material-account: (c) (tm) http://evil.example/?a=1&b=2",
    # Spreadsheets, scripts of other kinds, separators, quotation marks
    "=1+1 =cmd|' /C calc'!A0 @SUM(A1) +1 -x",
    "Child \"in need\" 'single' “curly” ‘curly’ «angle» back\\slash \\\\ \\n \\u003c %3Cscript%3E",
    "`; alert(1); // ${alert(1)} \\x3cscript\\x3e",
    'a;b;c, d; "e" , ""f""',
    "$(id) `id` ; rm -rf x && y || z > w",
    "BEGIN:VEVENT END:VCALENDAR",
    "datum.x['y'].z[0]:w \\. \\[",
    "__proto__ constructor toString hasOwnProperty",
    "é ß ﬁ ﷽ 中文 हिन्दी עברית العربية 😀 👩 𝒳 ☃ ½ ² €",
)
"""Must be shown as the text that was typed; nothing executes, nothing becomes markup."""

FORMULAS = ("=A+B", "=cmd|' /C calc'!A", "@SUM(A)", "+A+B", "-A+B", "-cmd|x", "＝A+B", "＋A", "－A", "＠SUM(A)", '=HYPERLINK("http://evil.example")')
"""Texts that a spreadsheet could run; without digits, which the audit would look for in the figures."""

UNSAFE_LINKS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "java%0ascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org/x",
    "blob:https://example.org/x",
    "//evil.example/x",
    "/x",
    "https:evil",
    "https:/evil.example",
    "https:///evil.example",
    "https://",
    "https://user@evil.example/",
    "https://user:secret@evil.example/",
    "https://good.example@evil.example/",
    "https://good.example\\@evil.example/",
    "https://еxample.org/",
    "https://xn--xample-2of.org/",
    "https://example.org:99999/",
    "https://example.org:x/",
    "https://localhost/",
    "https://127.1/",
    "https://0x7f000001/",
    "https://[::1]/",
    "https://exa mple.org/",
    'https://example.org/"onmouseover=alert(1)',
    "https://example.org/<script>",
    "https://example..org/",
    "https://-example.org/",
    "https://example.org/%0d%0aSet-Cookie:x" + "x" * 600,
)
"""Must be refused wherever a web address is asked for."""

BAD_IDS = (
    "../../etc/passwd", "/abs", "..", ".", "a/b", "a\\b", "a b", "-a", "a-", "a--b", "_a", "a_b", "a.b", "a%2fb", "x" * 300,
    "сaseload", "caseloаd", "ｃaseload", "index", "search", "404", "assets", "con", "PRN", "aux", "nul", "com1", "COM9", "lpt1", "LPT5",
    "<b>", "a'b", 'a"b', "a\u0301", "a\u200bb",
)  # fmt: skip
"""Must be refused wherever an id is asked for."""

BAD_NUMBERS = (
    "-2+3+cmd|x", "=1+1", "NA", "None", "null", "-", "–", "n/a", "75%", "£5", "23,6", "1O", "1,234", "1 234", "1e5", "+5", ".5", "5.", "007",
    "inf", "NaN", "Infinity", "∞", "１２", "٣", "½", "0x1F", "1_000", "--5", "−5", "<5", "c", "low", "x" * 50, "9" * 40, "1.2.3", "5 children", "'5", "5;6",
    "1/2", "True", "two",
)  # fmt: skip
"""Must be refused in the column value."""

UNSAFE_CHARACTERS = (
    "\u202e", "\u202a", "\u2066", "\u2069", "\u200b", "\u200c", "\u200d", "\u200e", "\u2060", "\ufeff", "\u00ad", "\u061c", "\u180e", "\u2028", "\u2029",
    "\x00", "\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x1f", "\x7f", "\x85", "\x9b", "\ufffe", "\uffff", "\ufdd0", "\U000e0041", "\U000e0001", "\ue000", "\U0010ffff",
    "\u034f", "\u115f", "\u3164", "\ufff9", "\u2800",
)  # fmt: skip
"""Must be refused in any text: invisible, reversing, or not allowed in XML."""
