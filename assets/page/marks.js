// A picture whose marks can be pointed at, and stepped through by the arrow keys: over the picture lies a
// layer with the marks alone, and below it stands what the list of the page says of the one that is meant.
"use strict";

function pointAtMarks() {
  const tools = document.getElementById("marks-tools");
  const figure = document.querySelector("figure.chart");
  const image = figure?.querySelector("img");
  if (!tools || !image || !tools.hidden) return;
  const listed = [...document.querySelectorAll("details.mark")];
  const behind = document.createElement("div");
  behind.id = "behind";
  let layer = null;
  let at = -1;

  function ring(figure) {
    for (const one of layer?.children ?? []) {
      one.classList.toggle("on", one.dataset.figure === figure);
      one.setAttribute("aria-selected", String(one.dataset.figure === figure));
    }
  }

  function show(option) {
    const entry = listed.find((one) => one.dataset.figure === option.dataset.figure);
    at = [...layer.children].indexOf(option);
    ring(option.dataset.figure);
    layer.setAttribute("aria-activedescendant", option.id);
    const words = document.createElement("p");
    words.textContent = entry.querySelector("summary").textContent;
    behind.replaceChildren(words, entry.querySelector("dl").cloneNode(true));
  }

  function open(figure) {
    const entry = listed.find((one) => one.dataset.figure === figure);
    entry.open = true;
    entry.querySelector("summary").focus();
  }

  function key(event) {
    const last = layer.children.length - 1;
    const to = { ArrowRight: Math.min(at + 1, last), ArrowDown: Math.min(at + 1, last),
      ArrowLeft: Math.max(at - 1, 0), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
    if (to !== undefined) show(layer.children[to]);
    else if (event.key === "Enter" || event.key === " ") open(layer.children[Math.max(at, 0)].dataset.figure);
    else return;
    event.preventDefault();
  }

  async function lay() {
    const shown = image.currentSrc;
    const answer = await fetch(shown);
    if (!answer.ok || shown !== image.currentSrc) return;
    const drawn = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
    layer?.remove();
    at = -1;
    layer = marksOf(drawn, listed);
    if (!layer) return;
    layer.addEventListener("pointerover", (event) => {
      const option = event.target.closest("[data-figure]");
      if (option) show(option);
    });
    layer.addEventListener("click", (event) => {
      const option = event.target.closest("[data-figure]");
      if (option) show(option);
    });
    layer.addEventListener("focus", () => show(layer.children[Math.max(at, 0)]));
    layer.addEventListener("keydown", key);
    figure.append(layer);
    roomToPoint(layer);
  }

  tools.hidden = false;
  const how = document.createElement("p");
  how.className = "aside";
  how.textContent = "Point at a mark, or step to it with the arrow keys once the picture has the focus. Enter leads to it in the list.";
  tools.append(how);
  copyPicture(tools);
  figure.after(tools);
  tools.append(behind);
  for (const one of listed) one.addEventListener("focusin", () => ring(one.dataset.figure));
  image.addEventListener("load", lay);
  if (image.complete) lay();
}

// The marks of a picture, in the order of the list.
function marksOf(drawn, listed) {
  const space = "http://www.w3.org/2000/svg";
  const layer = document.createElementNS(space, "svg");
  for (const name of ["width", "height", "viewBox", "font-family"]) layer.setAttribute(name, drawn.getAttribute(name) ?? "");
  for (const entry of listed) {
    const shapes = [...drawn.children].filter((one) => one.getAttribute("data-figure") === entry.dataset.figure);
    if (!shapes.length) continue;
    const option = document.createElementNS(space, "g");
    option.id = `at-${entry.dataset.figure}`;
    option.dataset.figure = entry.dataset.figure;
    option.setAttribute("role", "option");
    option.setAttribute("aria-label", entry.querySelector("summary").textContent);
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
document.addEventListener("shown", pointAtMarks);
