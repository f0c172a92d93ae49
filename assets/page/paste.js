// Rows that are pasted into a table of figures, and a file that is dropped on a page, go to where tables are
// looked at before anything is written.
"use strict";

document.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const form = document.getElementById("paste");
  if (!form || !event.target.closest?.(".cells") || !/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  form.elements.text.value = text;
  form.submit();
});

function carriesFiles(event) {
  return document.getElementById("paste") && [...event.dataTransfer?.types ?? []].includes("Files");
}

document.addEventListener("dragover", (event) => {
  if (carriesFiles(event)) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  const form = document.getElementById("paste");
  form.elements.file.files = event.dataTransfer.files;
  form.submit();
});
