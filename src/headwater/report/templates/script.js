"use strict";
(() => {
  const open = (node) => {
    for (let at = node; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  const mark = (anchor) => {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("place");
    const found = /^d\d+-(\d+)-(\d+)$/.exec(anchor.id);
    const block = anchor.closest(".text");
    if (!found || !block) return;
    let left = Number(found[2]) - Number(found[1]);
    const range = new Range();
    range.setStartAfter(anchor);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && left > 0) {
      const node = walker.currentNode;
      if (!(anchor.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
      const points = [...node.data];
      const take = Math.min(left, points.length);
      range.setEnd(node, points.slice(0, take).join("").length);
      left -= take + (walker.currentNode.parentElement.closest("p").lastChild.contains(node) ? 1 : 0);
    }
    if (!range.collapsed) CSS.highlights.set("place", new Highlight(range));
  };
  const go = () => {
    const node = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!node) return;
    open(node);
    mark(node);
    node.scrollIntoView({ block: node.closest(".text") ? "center" : "start" });
  };
  addEventListener("hashchange", go);
  addEventListener("load", go);
  let shut = [];
  addEventListener("beforeprint", () => {
    shut = [...document.querySelectorAll("details:not([open])")];
    for (const one of shut) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of shut) one.open = false; });

  const slot = document.getElementById("find");
  if (!slot) return;
  slot.hidden = false;
  const field = slot.querySelector("input");
  const said = slot.querySelector("[role=status]");
  const rows = [...document.querySelectorAll("[data-claim]")];
  const words = rows.map((row) => row.textContent.toLowerCase());
  field.addEventListener("input", () => {
    const asked = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, at) => {
      const fits = asked.every((word) => words[at].includes(word));
      row.hidden = !fits;
      shown += fits;
    });
    said.textContent = asked.length ? shown + " of " + rows.length + " claims" : "";
    if (asked.length) for (const one of document.querySelectorAll("#others details")) one.open = true;
  });
})();
