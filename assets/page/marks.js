// A picture whose marks can be pointed at, and stepped through by the arrow keys: over the picture lies a
// layer with the marks alone. On the page of a chart stands below it what the list of the page says of the one
// that is meant; beside the text of a spec it is chosen, to stand out or to have words beside it.
"use strict";

// The marks that are listed, each with its words; `shown` is told which is meant, `taken` which is taken.
function layMarks({ image, entries, shown, taken, chosen }) {
  let layer = null;
  let at = -1;

  function ring(figure) {
    for (const one of layer?.children ?? []) {
      one.classList.toggle("on", one.dataset.figure === figure);
      one.setAttribute("aria-selected", String(one.dataset.figure === figure));
    }
  }

  function mean(option) {
    at = [...layer.children].indexOf(option);
    ring(option.dataset.figure);
    layer.setAttribute("aria-activedescendant", option.id);
    shown(option.dataset.figure);
  }

  function key(event) {
    const last = layer.children.length - 1;
    const to = { ArrowRight: Math.min(at + 1, last), ArrowDown: Math.min(at + 1, last),
      ArrowLeft: Math.max(at - 1, 0), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
    if (to !== undefined) mean(layer.children[to]);
    else if (event.key === "Enter" || event.key === " ") taken(layer.children[Math.max(at, 0)].dataset.figure, true);
    else return;
    event.preventDefault();
  }

  async function lay() {
    const source = image.currentSrc;
    const answer = await fetch(source);
    if (!answer.ok || source !== image.currentSrc || !image.isConnected) return;
    const drawn = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
    layer?.remove();
    at = -1;
    layer = marksOf(drawn, entries);
    if (!layer) return;
    layer.addEventListener("pointerover", (event) => {
      const option = event.target.closest("[data-figure]");
      if (option) mean(option);
    });
    layer.addEventListener("click", (event) => {
      const option = event.target.closest("[data-figure]");
      if (!option) return;
      mean(option);
      taken(option.dataset.figure, false);
    });
    layer.addEventListener("focus", () => mean(layer.children[Math.max(at, 0)]));
    layer.addEventListener("keydown", key);
    image.closest("figure.chart").append(layer);
    roomToPoint(layer);
    const first = [...layer.children].find((one) => one.dataset.figure === chosen?.());
    if (first) {
      at = [...layer.children].indexOf(first);
      ring(first.dataset.figure);
    }
  }

  image.addEventListener("load", lay);
  if (image.complete) lay();
  return { ring };
}

function toldHow(words) {
  const how = document.createElement("p");
  how.className = "aside";
  how.textContent = words;
  return how;
}

// Behind each mark.
function pointAtMarks() {
  const tools = document.getElementById("marks-tools");
  const figure = document.querySelector("figure.chart");
  const image = figure?.querySelector("img");
  if (!tools || !image || !tools.hidden) return;
  const listed = [...document.querySelectorAll("details.mark")];
  const entry = (figure) => listed.find((one) => one.dataset.figure === figure);
  const behind = document.createElement("div");
  behind.id = "behind";
  tools.hidden = false;
  tools.append(toldHow("Point at a mark, or step to it with the arrow keys once the picture has the focus. Enter leads to it in the list."));
  copyPicture(tools);
  figure.after(tools);
  tools.append(behind);
  const { ring } = layMarks({
    image,
    entries: listed.map((one) => ({ figure: one.dataset.figure, words: one.querySelector("summary").textContent })),
    shown(figure) {
      const words = document.createElement("p");
      words.textContent = entry(figure).querySelector("summary").textContent;
      behind.replaceChildren(words, entry(figure).querySelector("dl").cloneNode(true));
    },
    taken(figure, byKey) {
      if (!byKey) return;
      entry(figure).open = true;
      entry(figure).querySelector("summary").focus();
    },
  });
  for (const one of listed) one.addEventListener("focusin", () => ring(one.dataset.figure));
}

// Where the cursor was in the form that is made anew.
let used = null;
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.id === "marking") used = document.activeElement?.id;
});

// Which mark of a spec is to stand out, or to have words beside it.
function chooseMarks() {
  const form = document.getElementById("marking");
  const image = document.querySelector("#drawn figure.chart img");
  if (!form || !image || image.dataset.laid) return;
  image.dataset.laid = "yes";
  form.hidden = false;
  if (used) document.getElementById(used)?.focus();
  used = null;
  const select = document.getElementById("mark");
  function stand() {
    const { words, out, series } = select.selectedOptions[0].dataset;
    document.getElementById("words").value = words ?? "";
    form.querySelector("[value=figure]").setAttribute("aria-pressed", String(out === "figure"));
    form.querySelector("[value=series]")?.setAttribute("aria-pressed", String(series === "out"));
  }
  const { ring } = layMarks({
    image,
    entries: [...select.options].map((one) => ({ figure: one.value, words: one.textContent })),
    shown() {},
    taken(figure) {
      select.value = figure;
      stand();
      document.getElementById("words").focus();
    },
    chosen: () => (document.activeElement && form.contains(document.activeElement) ? select.value : undefined),
  });
  select.addEventListener("change", () => {
    stand();
    ring(select.value);
  });
}

// The marks of a picture, in the order of the list.
function marksOf(drawn, entries) {
  const space = "http://www.w3.org/2000/svg";
  const layer = document.createElementNS(space, "svg");
  for (const name of ["width", "height", "viewBox", "font-family"]) layer.setAttribute(name, drawn.getAttribute(name) ?? "");
  for (const { figure, words } of entries) {
    const shapes = [...drawn.children].filter((one) => one.getAttribute("data-figure") === figure);
    if (!shapes.length) continue;
    const option = document.createElementNS(space, "g");
    option.id = `at-${figure}`;
    option.dataset.figure = figure;
    option.setAttribute("role", "option");
    option.setAttribute("aria-label", words);
    option.setAttribute("aria-selected", "false");
    for (const shape of shapes) {
      const own = document.importNode(shape, true);
      own.removeAttribute("data-figure");
      option.append(own);
    }
    layer.append(option);
  }
  if (!layer.children.length) return null;
  layer.setAttribute("class", "marks-layer");
  layer.setAttribute("role", "listbox");
  layer.setAttribute("aria-label", "Marks of the picture");
  layer.setAttribute("tabindex", "0");
  return layer;
}

// Words become the room that they take, what is small can be pointed at nearby, and what is meant has a ring.
function roomToPoint(layer) {
  const least = 24;
  function rect(name, box) {
    const made = document.createElementNS(layer.namespaceURI, "rect");
    for (const side of ["x", "y", "width", "height"]) made.setAttribute(side, box[side]);
    made.setAttribute("class", name);
    return made;
  }
  for (const option of layer.children) {
    const shapes = [...option.children];
    const bodies = shapes.filter((one) => one.tagName !== "text");
    const boxes = (bodies.length ? bodies : shapes).map((one) => one.getBBox());
    for (const words of shapes.filter((one) => one.tagName === "text")) words.replaceWith(rect("", words.getBBox()));
    const x = Math.min(...boxes.map((box) => box.x));
    const y = Math.min(...boxes.map((box) => box.y));
    const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
    const height = Math.max(...boxes.map((box) => box.y + box.height)) - y;
    const [wide, high] = [width, height].map((size) => Math.max(size + 6, least) - size);
    const around = { x: x - wide / 2, y: y - high / 2, width: width + wide, height: height + high };
    option.prepend(rect(width < least && height < least ? "ring near" : "ring", around));
  }
}

function copyPicture(tools) {
  const file = tools.dataset.picture;
  if (!file || !navigator.clipboard?.write || !window.ClipboardItem) return;
  const row = document.createElement("p");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second";
  button.textContent = "Copy the picture";
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    const picture = fetch(encodeURIComponent(file)).then((answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.blob();
    });
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      told.textContent = " Copied";
    } catch {
      told.textContent = " The browser did not allow it: take the PNG below, and insert that.";
    }
  });
  row.append(button, told);
  tools.append(row);
}

pointAtMarks();
chooseMarks();
document.addEventListener("shown", pointAtMarks);
document.addEventListener("htmx:afterSettle", chooseMarks);
