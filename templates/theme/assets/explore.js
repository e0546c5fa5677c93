/* A closer look at one chart: any area that it is compared with, and the values of any time, read out.
   Fetched from our own host only when a reader asks for it. The slider is a real one: arrow keys, touch and a
   screen reader move it, and each stop says its values. Everything shown is in the table and the file of figures. */
const DRAWING = "http://www.w3.org/2000/svg";
const HEIGHT = 240, LEFT = 56, RIGHT = 12, TOP = 12, BOTTOM = 34;
/* In pixels of the page. */

const made = (name, words = "", settings = {}) => {
  const element = document.createElement(name);
  element.textContent = words;
  for (const [key, value] of Object.entries(settings)) element.setAttribute(key, value);
  return element;
};
const drawn = (name, settings, words = "") => {
  const element = document.createElementNS(DRAWING, name);
  for (const [key, value] of Object.entries(settings)) element.setAttribute(key, value);
  element.textContent = words;
  return element;
};

/* The times of the table of this page with their words, oldest first: the page knows how a time is said. */
const times = (table) => {
  const found = new Map();
  for (const row of table.tBodies[0].rows) {
    const figure = row.querySelector("[data-figures]");
    if (figure) found.set(figure.dataset.figures.split(" ")[0].split("/")[2], row.cells[0].textContent.trim());
  }
  return [...found].reverse().map(([period, words]) => ({ period, words }));
};

/* Each area's whole figures by time, the council first, in the order of the file. */
const areas = (figures) => {
  const found = new Map();
  for (const figure of figures) {
    if (figure.breakdown !== "all") continue;
    if (!found.has(figure.area.code)) found.set(figure.area.code, { name: figure.area.name, by: new Map() });
    found.get(figure.area.code).by.set(figure.period, figure);
  }
  return [...found.values()];
};

/* A round step that parts the axis in four or five. */
const step = (greatest) => {
  const rough = greatest / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= rough);
};

export const explore = async (asked) => {
  const said = asked.dataset;
  const answer = await fetch(said.explore);
  if (!answer.ok) throw new Error(answer.statusText);
  const all = areas((await answer.json()).figures);
  const table = document.querySelector("table.figures");
  const stops = times(table);
  const own = all[0];
  const others = ("alone" in said ? [] : all.slice(1)).sort((one, other) => one.name.localeCompare(other.name));
  const decimals = Math.max(...[...table.querySelectorAll(".num")].map((number) => number.textContent.trim().match(/\.(\d+)/)?.[1].length ?? 0));
  const printed = new Intl.NumberFormat("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const signed = (number) => (said.unit === "£" ? `£${number}` : `${number}${said.unit}`);
  const spoken = (figure) => (figure && figure.value !== null ? signed(printed.format(figure.value)) : said.missing);

  const panel = made("div", "", { class: "explorer", role: "group", "aria-label": said.title });
  const select = made("select", "", { id: `${said.key}-with` });
  for (const area of others) select.append(made("option", area.name));
  const slider = made("input", "", { type: "range", id: `${said.key}-when`, min: 0, max: stops.length - 1, step: 1 });
  slider.value = stops.length - 1;
  const reading = made("p", "", { class: "reading" });
  const picture = drawn("svg", { "aria-hidden": "true" });
  if (others.length) panel.append(made("label", said.with, { for: select.id }), select);
  panel.append(picture, made("label", said.when, { for: slider.id }), slider, reading);

  const shown = () => [own, ...(others.length ? [others[select.selectedIndex]] : [])];
  let width = 0;
  const across = (index) => LEFT + (stops.length > 1 ? (index / (stops.length - 1)) * (width - LEFT - RIGHT) : 0);
  const draw = () => {
    width = panel.clientWidth;
    picture.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
    const lines = shown().map((area) => stops.map(({ period }) => area.by.get(period)?.value ?? null));
    const greatest = Math.max(0, ...lines.flat().filter((value) => value !== null));
    const apart = step(greatest);
    const top = Math.max(apart, Math.ceil(greatest / apart) * apart);
    const up = (value) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
    picture.replaceChildren();
    for (let tick = 0; tick <= top + apart / 2; tick += apart) {
      picture.append(drawn("line", { x1: LEFT, x2: width - RIGHT, y1: up(tick), y2: up(tick), stroke: tick ? "var(--grid)" : "var(--rule)" }));
      picture.append(drawn("text", { x: LEFT - 8, y: up(tick) + 5, "text-anchor": "end", "font-size": 14, fill: "var(--muted)" }, signed(tick.toLocaleString("en-GB"))));
    }
    for (const [index, anchor] of [[0, "start"], [stops.length - 1, "end"]]) {
      picture.append(drawn("text", { x: across(index), y: HEIGHT - 10, "text-anchor": anchor, "font-size": 14, fill: "var(--muted)" }, stops[index].words));
    }
    const at = Number(slider.value);
    picture.append(drawn("line", { x1: across(at), x2: across(at), y1: TOP, y2: HEIGHT - BOTTOM, stroke: "var(--rule)" }));
    lines.forEach((values, number) => {
      const colour = `var(--c${number + 1})`;
      let pen = "M";
      const path = values.map((value, index) => {
        const part = value === null ? "" : `${pen}${across(index)} ${up(value)}`;
        pen = value === null ? "M" : "L";
        return part;
      });
      const dash = number ? { "stroke-dasharray": "7 4" } : {};
      picture.append(drawn("path", { d: path.join("") || "M0 0", fill: "none", stroke: colour, "stroke-width": number ? 2 : 2.75, ...dash }));
      values.forEach((value, index) => {
        if (value !== null && (index === at || stops.length <= 24)) {
          picture.append(drawn("circle", { cx: across(index), cy: up(value), r: index === at ? 5 : 2.5, fill: colour }));
        }
      });
    });
    const words = shown().map((area) => `${area.name} ${spoken(area.by.get(stops[at].period))}`);
    slider.setAttribute("aria-valuetext", `${stops[at].words}: ${words.join(", ")}`);
    reading.replaceChildren(made("strong", stops[at].words), ...words.map((one, number) => made("span", one, { class: number ? "other-line" : "own-line" })));
  };
  picture.addEventListener("pointermove", (event) => {
    const box = picture.getBoundingClientRect();
    const share = (((event.clientX - box.left) / box.width) * width - LEFT) / (width - LEFT - RIGHT);
    slider.value = Math.round(Math.min(1, Math.max(0, share)) * (stops.length - 1));
    draw();
  });
  slider.addEventListener("input", draw);
  select.addEventListener("change", draw);
  asked.after(panel);
  asked.hidden = true;
  new ResizeObserver(draw).observe(panel);
  draw();
  (others.length ? select : slider).focus();
};
