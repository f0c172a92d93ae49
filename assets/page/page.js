// What a page does beside its forms: what stands to be copied has a button for it.
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
