// What a page does beside its forms: what stands to be copied has a button for it, a choice is typed into
// its field, and a page that is open follows the files.
"use strict";

function copyButtons(within) {
  for (const pre of within.querySelectorAll("details > pre:not([data-copied])")) {
    pre.dataset.copied = "";
    const row = document.createElement("p");
    row.className = "copied";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "second";
    button.textContent = "Copy";
    const told = document.createElement("span");
    told.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(pre.textContent);
        told.textContent = "Copied ";
      } catch {
        told.textContent = "The browser did not allow it: select the text and copy it. ";
      }
    });
    row.append(told, button);
    pre.before(row);
  }
}

copyButtons(document);

// One of several meanings, chosen below a field: `sure=about` is said beside the field, all else in it.
document.addEventListener("click", (event) => {
  const choice = event.target.closest("[data-write]");
  if (!choice) return;
  const { field, write } = choice.dataset;
  const beside = write.match(/^sure=(\w+)$/);
  const input = beside
    ? document.querySelector(`input[name="sure"][value="${beside[1]}"]`)
    : document.getElementById(field);
  if (beside) input.checked = true;
  else input.value = write;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.focus();
});

// A call of a function, put where the cursor stands in the text of a spec.
document.addEventListener("click", (event) => {
  const call = event.target.closest("[data-insert]")?.dataset.insert;
  const text = document.getElementById("text");
  if (!call || !text) return;
  text.setRangeText(call, text.selectionStart, text.selectionEnd, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
  text.focus();
});

// What is shown is of one state of the files; the server answers once there is another.
const main = document.querySelector("main");

function state() {
  const parts = document.querySelectorAll("[data-state]");
  return parts[parts.length - 1].dataset.state;
}

function isBeingWritten() {
  const fields = [...main.querySelectorAll("input, select, textarea")];
  return fields.some((field) => field.type !== "hidden" &&
    (field.type === "radio" || field.type === "checkbox" ? field.checked !== field.defaultChecked
      : field.tagName === "SELECT" ? false : field.value !== field.defaultValue));
}

async function showNow() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const now = new DOMParser().parseFromString(await answer.text(), "text/html");
  const active = document.activeElement?.id;
  const opened = new Set([...main.querySelectorAll("details[open] > summary")].map((one) => one.textContent));
  main.replaceChildren(...now.querySelector("main").childNodes);
  main.dataset.state = now.querySelector("main").dataset.state;
  document.title = now.title;
  for (const summary of main.querySelectorAll("details > summary")) {
    if (opened.has(summary.textContent)) summary.parentElement.open = true;
  }
  copyButtons(main);
  htmx.process(main);
  document.dispatchEvent(new Event("shown"));
  if (active) document.getElementById(active)?.focus();
}

function tellChanged() {
  if (document.getElementById("changed")) return;
  const told = document.createElement("p");
  told.id = "changed";
  told.className = "stale";
  told.setAttribute("role", "status");
  told.textContent = "The files were changed elsewhere. What you typed is still here, and is held against them when you save.";
  main.prepend(told);
  // What is said back of a form is said of the files as they are now.
  const form = main.querySelector("form.entry[hx-post]");
  if (form) htmx.trigger(form, "change");
}

async function follow() {
  for (;;) {
    let answer;
    try {
      answer = await fetch(`/changed?state=${encodeURIComponent(state())}`);
    } catch {
      // It was ended, or begins again.
      await new Promise((resolve) => setTimeout(resolve, 2000));
      continue;
    }
    if (answer.status === 403) return;
    if (answer.status !== 200) continue;
    const now = (await answer.text()).trim();
    if (now === state()) continue;
    if (!("follows" in main.dataset) || isBeingWritten()) {
      if ("follows" in main.dataset || main.querySelector("form.entry")) tellChanged();
      main.dataset.state = now;
      for (const part of main.querySelectorAll("[data-state]")) part.dataset.state = now;
    } else {
      await showNow();
    }
  }
}

if (document.querySelector("[data-state]")) follow();
