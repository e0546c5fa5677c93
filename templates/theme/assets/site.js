/* What a page gains when scripts run: the phone menu, search by word, filters, large print, a closer look at charts.
   Everything works without it: the menu is open, the search form opens the A to Z, lists are whole. */
(() => {
  "use strict";
  const words = document.currentScript.dataset;

  /* Menu: a real button that says whether it is open; Escape closes it and gives the focus back. */
  const button = document.querySelector("button.menu");
  const menu = document.getElementById("menu");
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.toggleAttribute("data-open", open);
  };
  if (button && menu) {
    button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.hasAttribute("data-open")) return;
      show(false);
      if (menu.contains(document.activeElement) || document.activeElement === document.body) button.focus();
    });
  }

  const find = document.querySelector("form[data-search]");
  if (find) find.action = find.dataset.search;

  /* Large print: asked for, used once, not remembered. */
  for (const large of document.querySelectorAll("[data-large-print]")) {
    large.addEventListener("click", () => {
      const root = document.documentElement;
      root.toggleAttribute("data-large", true);
      addEventListener("afterprint", () => root.toggleAttribute("data-large", false), { once: true });
      print();
    });
  }

  /* A closer look at a chart: the script for it and the figures are fetched when a reader asks, not before. */
  const folder = document.currentScript.src;
  for (const asked of document.querySelectorAll("[data-explore]")) {
    asked.hidden = false;
    asked.firstElementChild.addEventListener("click", async () => {
      try {
        const { explore } = await import(new URL("explore.js", folder));
        await explore(asked);
      } catch {
        asked.setAttribute("role", "status");
        asked.textContent = asked.dataset.failed;
      }
    });
  }

  /* Filters. <form class="filters" data-filters-for="ID">: a control named `tone` keeps the entries inside #ID whose
     data-tone holds one of its values (words parted by spaces); a control named `words` looks in their text.
     The choice is kept in the address, so that a link can be shared. */
  const chosen = (form) => {
    const choice = new Map();
    for (const [name, value] of new FormData(form)) {
      if (value.trim()) choice.set(name, [...(choice.get(name) ?? []), value.trim()]);
    }
    return choice;
  };
  const fits = (entry, choice) =>
    [...choice].every(([name, values]) => {
      if (name === "words") {
        const text = entry.textContent.toLowerCase();
        return values[0].toLowerCase().split(/\s+/).every((word) => text.includes(word));
      }
      const held = (entry.getAttribute("data-" + name) ?? "").split(/\s+/);
      return values.some((value) => held.includes(value));
    });
  const fill = (form, address) => {
    for (const control of form.elements) {
      if (!control.name || !address.has(control.name)) continue;
      const values = address.getAll(control.name);
      if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
      else if (control.tagName !== "SELECT" || [...control.options].some((option) => option.value === values[0])) control.value = values[0];
    }
  };
  const remember = (form, choice) => {
    const address = new URL(location.href);
    for (const control of form.elements) if (control.name) address.searchParams.delete(control.name);
    for (const [name, values] of choice) for (const value of values) address.searchParams.append(name, value);
    history.replaceState(null, "", address);
  };
  const filter = (form) => {
    const list = document.getElementById(form.dataset.filtersFor);
    if (!list) return;
    const names = new Set([...form.elements].map((control) => control.name).filter((name) => name && name !== "words"));
    const entries = list.querySelectorAll([...names].map((name) => `[data-${CSS.escape(name)}]`).join() || "li");
    let status = form.querySelector("[role=status]");
    if (!status) {
      status = document.createElement("p");
      status.setAttribute("role", "status");
      form.append(status);
    }
    const apply = () => {
      const choice = chosen(form);
      let count = 0;
      for (const entry of entries) {
        entry.hidden = !fits(entry, choice);
        count += Number(!entry.hidden);
      }
      /* A heading row of a table goes with the rows below it. */
      for (const heading of list.querySelectorAll("tr.group")) {
        let row = heading.nextElementSibling;
        while (row && !row.matches(".group") && row.hidden) row = row.nextElementSibling;
        heading.hidden = !row || row.matches(".group");
      }
      const said = { ...words, ...form.dataset };
      const phrase = count === 0 ? said.none : count === entries.length ? said.all : said.some;
      status.textContent = phrase.replace("{count}", String(count)).replace("{all}", String(entries.length));
      return choice;
    };
    const change = () => remember(form, apply());
    fill(form, new URL(location.href).searchParams);
    apply();
    form.addEventListener("input", change);
    form.addEventListener("submit", (event) => (event.preventDefault(), change()));
    form.addEventListener("reset", () => setTimeout(change));
  };
  document.querySelectorAll("form[data-filters-for]").forEach(filter);
})();
