// The field that searches the site, without a server: every word typed must be in an entry of
// search-index.js. Without this script the field stays hidden, and every page is reached by links.
(function () {
  "use strict";
  var most = 50;
  var field = document.getElementById("words");
  var box = document.getElementById("search");
  var found = document.getElementById("found");
  var results = document.getElementById("results");
  var pages = window.sitePages;
  if (!field || !box || !found || !results || !pages) return;

  // Whoever searches types neither accents nor the quotation marks and dashes of print.
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/[\u2018\u2019\u201b\u02bc]/g, "'").replace(/[\u201c\u201d\u201f]/g, '"')
      .replace(/[\u2010-\u2015\u2212]/g, "-").replace(/[\u00a0\u202f]/g, " ");
  }

  var entries = pages.map(function (page, place) {
    var title = plain(page[2]);
    return { kind: page[0], address: page[1], title: page[2], place: place,
      inTitle: title, all: title + " " + plain(page[3]) };
  });

  function has(text) {
    return function (word) { return text.indexOf(word) >= 0; };
  }

  // Those with all words in the title first, otherwise as they are listed.
  function matches(words) {
    return entries
      .filter(function (entry) { return words.every(has(entry.all)); })
      .sort(function (a, b) {
        return words.every(has(b.inTitle)) - words.every(has(a.inTitle)) || a.place - b.place;
      });
  }

  function item(entry) {
    var line = document.createElement("li");
    var link = document.createElement("a");
    var kind = document.createElement("span");
    link.href = entry.address;
    link.textContent = entry.title;
    kind.textContent = entry.kind;
    kind.className = "kind";
    line.append(link, " ", kind);
    return line;
  }

  function search() {
    var words = plain(field.value).split(/\s+/).filter(Boolean);
    var hits = words.length ? matches(words) : [];
    results.replaceChildren.apply(results, hits.slice(0, most).map(item));
    if (!words.length) found.textContent = "";
    else if (!hits.length) found.textContent = box.dataset.none;
    else found.textContent = box.dataset.found.replace("{number}", String(hits.length));
  }

  field.addEventListener("input", search);
  box.hidden = false;
  search();
})();
