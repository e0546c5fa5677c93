/* The search page: Pagefind's index, loaded from this site when a word is asked for, and our own list of results.
   Pagefind also finds words that merely begin alike; a page is shown only if it holds every word that was asked
   for, in some form, or one of the site's own words for it (synonyms.json). Text is set as text, never as HTML. */
(() => {
  "use strict";
  const form = document.getElementById("search");
  const field = document.getElementById("query");
  const count = document.getElementById("search-count");
  const list = document.getElementById("search-results");
  const more = document.getElementById("search-more");
  if (!form) return;

  const PAGE = 10; // results shown at a time
  const EXAMINED = 20; // results opened at a time, to see whether they hold every word
  const VARIANTS = 8; // ways of asking, with synonyms
  const AROUND = 14; // words of context on each side of a match
  const SMALL_WORDS = new Set(
    "a about am an any and are as at be by can could did do does ever for from get got have how i if in is it many me much my of often on or should so that the their there they thing things this to too us very was we were what when where which who why will with would you your".split(" "),
  );
  const ENDINGS = /(?:ations?|ions?|ments?|ings?|ies|ers?|ed|es|ly|s|e|y)$/;

  const tokens = (text) => text.toLowerCase().normalize("NFKC").replace(/[’']s?\b/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
  const stem = (word) => {
    let short = word;
    for (let turn = 0; turn < 3; turn += 1) {
      const next = short.replace(ENDINGS, "");
      if (next === short || next.length < 3) break;
      short = next;
    }
    return short;
  };
  const alike = (held, asked) => held === asked || (asked.length > 2 && held.startsWith(asked)) || (asked.length > 3 && stem(held) === stem(asked));

  let engine;
  const load = () =>
    (engine ??= (async () => {
      const pagefind = await import(new URL(form.dataset.index, location.href).href);
      await pagefind.options({ noWorker: true });
      await pagefind.init();
      const answer = await fetch(form.dataset.synonyms);
      const table = answer.ok ? await answer.json() : {};
      const plain = (phrase) => tokens(phrase).join(" ");
      return { pagefind, synonyms: Object.fromEntries(Object.entries(table).map(([asked, ours]) => [plain(asked), ours.map(plain).filter(Boolean)])) };
    })().catch((failure) => {
      engine = undefined;
      throw failure;
    }));

  /* What was asked, as groups: each the word itself and the site's words for it. Phrases come before words. */
  const groupsOf = (query, synonyms) => {
    let rest = ` ${tokens(query).join(" ")} `;
    const groups = [];
    const longestFirst = Object.entries(synonyms).sort(([one], [other]) => other.length - one.length);
    for (const [phrase, others] of longestFirst) {
      if (phrase.includes(" ") && rest.includes(` ${phrase} `)) {
        groups.push([phrase, ...others]);
        rest = rest.replace(` ${phrase} `, " ");
      }
    }
    const single = rest.trim().split(" ").filter(Boolean);
    const telling = single.filter((word) => !SMALL_WORDS.has(word));
    for (const word of telling.length || groups.length ? telling : single) groups.push([word, ...(synonyms[word] ?? [])]);
    return groups;
  };
  /* Every page is about the council: its name tells pages apart only where nothing else was asked. */
  const council = new Set(tokens(form.dataset.council ?? "").map(stem));
  const tellingOf = (groups) => {
    const telling = groups.filter(([word]) => !council.has(stem(word)));
    return telling.length ? telling : groups;
  };
  const questionsOf = (groups) => {
    const asked = groups.map((group) => group[0]);
    const questions = [asked.join(" ")];
    groups.forEach((group, place) => {
      for (const other of group.slice(1)) questions.push(asked.map((word, at) => (at === place ? other : word)).join(" "));
    });
    if (groups.length > 1) questions.push(groups.map((group) => group[1] ?? group[0]).join(" "));
    return [...new Set(questions)].slice(0, VARIANTS);
  };
  const holds = (words, group) =>
    group.some((phrase) => {
      const asked = phrase.split(" ");
      return words.some((_, at) => asked.every((word, step) => at + step < words.length && alike(words[at + step], word)));
    });

  const candidates = async (pagefind, questions) => {
    const best = new Map();
    const answers = await Promise.all(questions.map((question) => pagefind.search(question)));
    answers.forEach((answer, turn) => {
      for (const result of answer.results) {
        const score = result.score * (turn === 0 ? 1 : 0.8);
        if (score > (best.get(result.id)?.score ?? -1)) best.set(result.id, { score, result });
      }
    });
    return [...best.values()].sort((one, other) => other.score - one.score);
  };
  /* `needed`: how of the groups a page must hold. */
  const examine = async (found, groups, needed) => {
    const opened = await Promise.all(found.map(async ({ score, result }) => ({ score, page: await result.data() })));
    return opened
      .map(({ score, page }) => {
        const title = tokens(page.meta.title ?? "");
        const named = [...title, ...tokens(page.meta.keywords ?? "")];
        const words = [...named, ...tokens(page.meta.description ?? ""), ...tokens(page.content)];
        const titled = groups.filter((group) => holds(named, group)).length / groups.length;
        const first = groups.some((group) => holds(title.slice(0, 2), group)) ? 0.5 : 0;
        const whole = holds(title, [groups.map((group) => group[0]).join(" ")]) ? 1 : 0;
        return { page, fits: groups.filter((group) => holds(words, group)).length >= needed, score: score * (1 + 2 * titled + first + whole) };
      })
      .filter((entry) => entry.fits)
      .sort((one, other) => other.score - one.score);
  };

  const excerpt = (page, groups) => {
    const asked = groups.flat().flatMap((phrase) => phrase.split(" "));
    const title = page.meta.title ?? "";
    const text = page.content.startsWith(title) ? page.content.slice(title.length).replace(/^[.\s]+/, "") : page.content;
    const words = text.split(/\s+/);
    const matched = words.map((word) => tokens(word).some((part) => asked.some((one) => alike(part, one))));
    const at = Math.max(0, matched.indexOf(true));
    const start = Math.max(0, at - AROUND);
    const end = Math.min(words.length, at + AROUND * 2);
    const line = document.createElement("p");
    if (start > 0) line.append("… ");
    for (let place = start; place < end; place += 1) {
      if (matched[place]) {
        const mark = document.createElement("mark");
        mark.textContent = words[place];
        line.append(mark, " ");
      } else line.append(words[place] + " ");
    }
    if (end < words.length) line.append("…");
    return line;
  };
  const entry = (page, groups) => {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = page.url;
    link.textContent = page.meta.title ?? page.url;
    row.append(link);
    if (page.meta.section) {
      const section = document.createElement("p");
      section.className = "meta";
      section.textContent = page.meta.section;
      row.append(section);
    }
    row.append(excerpt(page, groups));
    return row;
  };

  let turn = 0;
  const say = (phrase, query, also = []) => {
    const extra = also.length ? ` (${form.dataset.also.replace("{words}", also.join(", "))})` : "";
    count.textContent = phrase.replace("{query}", query).replace("{count}", String(list.children.length)) + extra;
  };
  const search = async (query) => {
    const mine = (turn += 1);
    list.replaceChildren();
    more.hidden = true;
    if (!query.trim()) return void (count.textContent = "");
    say(form.dataset.working, query);
    try {
      const { pagefind, synonyms } = await load();
      const groups = tellingOf(groupsOf(query, synonyms));
      const also = groups.flatMap((group) => group.slice(1).filter((other) => other.split(" ").length < 3)).slice(0, 4);
      let needed = groups.length;
      let waiting = groups.length ? await candidates(pagefind, questionsOf(groups)) : [];
      const ready = [];
      const gather = async () => {
        while (ready.length < PAGE && waiting.length) ready.push(...(await examine(waiting.splice(0, EXAMINED), groups, needed)));
      };
      const next = async () => {
        await gather();
        if (!ready.length && !list.children.length && needed === groups.length && needed > 2) {
          /* No page holds every word of a long question: show those that hold all but one, and say so. */
          needed -= 1;
          waiting = await candidates(pagefind, groups.map((_, left) => questionsOf(groups.filter((_group, at) => at !== left))[0]));
          await gather();
        }
        if (mine !== turn) return;
        const shown = ready.splice(0, PAGE).map(({ page }) => entry(page, groups));
        list.append(...shown);
        more.hidden = !ready.length && !waiting.length;
        const { none, one, many, most, part } = form.dataset;
        const some = needed < groups.length ? part : !more.hidden ? most : list.children.length === 1 ? one : many;
        say(list.children.length ? some : none, query, also);
        return shown[0];
      };
      more.onclick = async () => (await next())?.querySelector("a").focus();
      await next();
    } catch {
      if (mine === turn) say(form.dataset.failed, query);
    }
  };

  const asked = () => new URL(location.href).searchParams.get("q") ?? "";
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set("q", field.value);
    history.pushState(null, "", address);
    search(field.value);
  });
  addEventListener("popstate", () => search((field.value = asked())));
  field.addEventListener("focus", () => load().catch(() => {}), { once: true });
  field.value = asked();
  search(field.value);
})();
