// The page says everything without this: it adds sorting and copying of tables, and values under the pointer.
(function () {
  "use strict";
  var units = {"µs": 1e-6, "ms": 1e-3, "min": 60, "h": 3600, "days": 86400, "day": 86400};

  function button(text, label, action) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", action);
    return made;
  }

  function number(text) {
    var found = /^[^\d−-]*([−-]?[\d,]*\.?\d+)/.exec(text);
    if (!found) { return NaN; }
    var unit = /[\d)]\s*(µs|ms|min|h|days|day)\b/.exec(text);
    return parseFloat(found[1].replace(/,/g, "").replace("−", "-")) * (unit ? units[unit[1]] : 1);
  }

  function compare(a, b) {
    var x = number(a), y = number(b);
    if (isNaN(x) || isNaN(y)) {
      return isNaN(x) && isNaN(y) ? (a < b ? -1 : a > b ? 1 : 0) : isNaN(x) ? 1 : -1;
    }
    return x - y;
  }

  function sort(table, column) {
    var head = table.tHead.rows[0].cells[column];
    var down = head.getAttribute("aria-sort") === "ascending";
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    rows.sort(function (a, b) {
      var order = compare(a.cells[column].textContent, b.cells[column].textContent);
      return down ? -order : order;
    });
    rows.forEach(function (row) { table.tBodies[0].appendChild(row); });
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell) {
      cell.removeAttribute("aria-sort");
    });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
  }

  function cells(row) {
    return Array.prototype.map.call(row.cells, function (cell) {
      // A spreadsheet must not take a name for a formula.
      var text = cell.textContent.replace(/\s+/g, " ").trim();
      return /^[=+@]|^-(?![\d.])/.test(text) ? "'" + text : text;
    }).join("\t");
  }

  function copy(table, made) {
    var text = Array.prototype.map.call(table.rows, cells).join("\n");
    function done() { made.textContent = "Copied"; }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(done, function () { byHand(text, done); });
    } else {
      byHand(text, done);
    }
  }

  function byHand(text, done) {
    var area = document.createElement("textarea");
    area.value = text;
    document.body.appendChild(area);
    area.select();
    if (document.execCommand("copy")) { done(); }
    area.remove();
  }

  Array.prototype.forEach.call(document.querySelectorAll("table"), function (table) {
    var name = table.caption.textContent;
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      var text = head.textContent;
      head.textContent = "";
      head.appendChild(button(text, "Sort by " + text, function () { sort(table, column); }));
    });
    var made = button("Copy", "Copy the table: " + name, function () { copy(table, made); });
    made.className = "copy";
    table.caption.appendChild(made);
  });

  Array.prototype.forEach.call(document.querySelectorAll("[data-hover]"), function (box) {
    var lines = box.getAttribute("data-hover").split("\n").map(function (l) { return l.split("\t"); });
    var moments = lines.shift();
    var svg = box.querySelector("svg");
    var left = parseFloat(svg.getAttribute("data-left"));
    var right = parseFloat(svg.getAttribute("data-right"));
    var line = document.createElement("span"), tip = document.createElement("span");
    line.className = "mark";
    tip.className = "tip";
    line.hidden = tip.hidden = true;
    box.appendChild(line);
    box.appendChild(tip);
    svg.addEventListener("pointermove", function (event) {
      var frame = svg.getBoundingClientRect();
      var scale = frame.width / svg.viewBox.baseVal.width;
      var share = ((event.clientX - frame.left) / scale - left) / (right - left);
      var off = share < 0 || share > 1;
      line.hidden = tip.hidden = off;
      if (off) { return; }
      var at = Math.min(moments.length - 1, Math.floor(share * moments.length));
      tip.textContent = moments[at] + lines.map(function (series) {
        return "\n" + series[0] + ": " + series[at + 1];
      }).join("");
      var x = (left + share * (right - left)) * scale;
      line.style.left = x + "px";
      tip.style.left = Math.max(0, Math.min(x + 8, frame.width - tip.offsetWidth)) + "px";
    });
    svg.addEventListener("pointerleave", function () { line.hidden = tip.hidden = true; });
  });
})();
