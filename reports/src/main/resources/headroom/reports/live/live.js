// The text of a variant is what is run and what is saved: a slider changes the text, and nothing else.
(function () {
  "use strict";
  var $ = function (id) { return document.getElementById(id); };
  var variants = {a: fresh(), b: fresh()};
  var now = "a", shownReport = "a", file = "scenario.yaml", checks = 0, sets = Promise.resolve(), timer = 0;

  function fresh() { return {text: "", id: 0, figures: [], finished: false, fleet: null, poll: 0}; }
  function other(name) { return name === "a" ? "b" : "a"; }
  function make(tag, text, kind) {
    var made = document.createElement(tag);
    if (text !== undefined) { made.textContent = text; }
    if (kind) { made.className = kind; }
    return made;
  }
  function say(text) { $("status").textContent = text; }

  function ask(path, body) {
    return fetch(path, body === undefined ? {} : {method: "POST", body: body}).then(function (answer) {
      return answer.text().then(function (text) {
        return {ok: answer.ok, status: answer.status, body: text ? JSON.parse(text) : {}};
      });
    }, function () {
      say("The program has ended; what you wrote can still be saved");
      $("run").disabled = true;
      return new Promise(function () {});
    });
  }

  // --- The scenario

  function show(name) {
    now = name;
    $("tab-a").setAttribute("aria-pressed", String(name === "a"));
    $("tab-b").setAttribute("aria-pressed", String(name === "b"));
    $("text").value = variants[name].text;
    return check();
  }

  function check() {
    var mine = ++checks;
    return ask("api/check", variants[now].text).then(function (answer) {
      if (mine !== checks) { return; }
      problems(answer.body.problems);
      controls(answer.body.controls);
    });
  }

  function problems(all) {
    var list = make("ul");
    all.forEach(function (each) {
      var item = make("li", undefined, each.warning ? "warning" : "");
      if (each.line > 0) {
        var link = make("button", "line " + each.line);
        link.type = "button";
        link.addEventListener("click", function () { select(each.line); });
        item.appendChild(link);
        item.appendChild(document.createTextNode(" "));
      }
      item.appendChild(document.createTextNode((each.warning ? "warning: " : "")
          + (each.path ? each.path + ": " : "") + each.message));
      list.appendChild(item);
    });
    $("problems").replaceChildren(all.length ? list : make("p", "No problem.", "note"));
    $("run").disabled = all.some(function (each) { return !each.warning; });
  }

  function select(line) {
    var lines = variants[now].text.split("\n"), begin = 0;
    for (var i = 0; i < line - 1; i++) { begin += lines[i].length + 1; }
    var area = $("text");
    area.focus();
    area.setSelectionRange(begin, begin + (lines[line - 1] || "").length);
    area.scrollTop = Math.max(0, line - 5) * area.scrollHeight / Math.max(1, lines.length);
  }

  function controls(all) {
    var box = $("controls"), key = all.map(function (c) { return c.path; }).join("\n");
    if (box.getAttribute("data-paths") === key) {
      // The one that is being moved must stay the same element.
      all.forEach(function (c, i) { fill(box.querySelectorAll(".control")[i], c); });
      return;
    }
    box.setAttribute("data-paths", key);
    box.replaceChildren();
    var about = "", set = null;
    all.forEach(function (c, i) {
      if (c.about !== about) {
        about = c.about;
        set = make("fieldset");
        set.appendChild(make("legend", about));
        box.appendChild(set);
      }
      set.appendChild(control(c, i));
    });
  }

  function control(c, i) {
    var row = make("div", undefined, "control");
    var label = make("label", c.path), slider = make("input"), field = make("input");
    slider.type = "range";
    slider.id = "slider-" + i;
    label.htmlFor = slider.id;
    field.type = "text";
    field.setAttribute("aria-label", c.path + ", as written");
    row.setAttribute("data-path", c.path);
    slider.addEventListener("input", function () {
      var digits = Math.max(0, Math.min(6, -Math.floor(Math.log10(Number(slider.step)))));
      field.value = Number(slider.value).toFixed(Number(slider.step) % 1 === 0 ? 0 : digits).replace(/(\.\d*?)0+$/, "$1")
          .replace(/\.$/, "") + slider.getAttribute("data-unit");
      slider.setAttribute("aria-valuetext", field.value);
    });
    slider.addEventListener("change", function () { set(c.path, field.value); });
    field.addEventListener("change", function () { set(c.path, field.value); });
    row.appendChild(label);
    row.appendChild(slider);
    row.appendChild(field);
    fill(row, c);
    return row;
  }

  function fill(row, c) {
    var slider = row.querySelector("[type=range]"), field = row.querySelector("[type=text]");
    if (!slider.max || c.number > Number(slider.max) || slider.getAttribute("data-unit") !== c.unit) {
      slider.min = 0;
      slider.max = c.most;
      slider.step = c.step;
      slider.setAttribute("data-unit", c.unit);
    }
    slider.value = c.number;
    slider.setAttribute("aria-valuetext", c.value);
    if (document.activeElement !== field) { field.value = c.value; }
  }

  function set(path, value) {
    var name = now;
    sets = sets.then(function () {
      return ask("api/set?path=" + encodeURIComponent(path) + "&value=" + encodeURIComponent(value), variants[name].text);
    }).then(function (answer) {
      if (!answer.ok) {
        say(answer.body.wrong || "that could not be set");
        return;
      }
      variants[name].text = answer.body.text;
      return (name === now ? show(name) : Promise.resolve()).then(function () {
        if ($("auto").checked && !$("run").disabled) { return run(name); }
      });
    });
    return sets;
  }

  // --- The result

  function run(name) {
    var variant = variants[name];
    return ask("api/run?variant=" + name, variant.text).then(function (answer) {
      if (!answer.ok) {
        if (name === now) { problems(answer.body.problems || []); }
        return;
      }
      clearTimeout(variant.poll);
      variant.id = answer.body.id;
      variant.finished = false;
      variant.fleet = null;
      say("Running " + name.toUpperCase());
      look(name, variant.id);
    });
  }

  function look(name, id) {
    var variant = variants[name];
    ask("api/result?id=" + id).then(function (answer) {
      if (variant.id !== id || !answer.ok) { return; }
      var result = answer.body;
      variant.figures = result.figures;
      variant.verdicts = result.verdicts;
      variant.finished = result.finished && !result.failure;
      $("progress-" + name).textContent = name.toUpperCase() + ": " + (result.failure
          || result.done + " of " + result.planned + " replications" + (result.finished ? ", finished" : ""));
      if (result.hasFleet && !variant.fleet) { fleet(name, id); }
      figures();
      if (result.finished) {
        say(result.failure ? "" : "Finished " + name.toUpperCase());
        if (variant.finished) { finished(name); }
      } else {
        variant.poll = setTimeout(function () { look(name, id); }, 250);
      }
    });
  }

  function finished(name) {
    shownReport = name;
    $("reports").hidden = false;
    report();
    verdicts();
    if (variants.a.finished && variants.b.finished) {
      ask("api/difference?a=" + variants.a.id + "&b=" + variants.b.id).then(function (answer) {
        if (answer.ok) { figures(answer.body); }
      });
    }
  }

  function report() {
    ["a", "b"].forEach(function (name) {
      $("report-" + name).disabled = !variants[name].finished;
      $("report-" + name).setAttribute("aria-pressed", String(name === shownReport));
    });
    var address = "report?id=" + variants[shownReport].id;
    $("report-link").href = address;
    if ($("report").getAttribute("src") !== address) { $("report").src = address; }
  }

  function verdicts() {
    $("verdicts").replaceChildren();
    ["a", "b"].forEach(function (name) {
      (variants[name].verdicts || []).forEach(function (verdict) {
        var item = make("li");
        item.appendChild(make("strong", name.toUpperCase() + " " + verdict.state));
        item.appendChild(document.createTextNode(" " + verdict.text));
        $("verdicts").appendChild(item);
      });
    });
  }

  function figures(differences) {
    var rows = {}, body = $("figures").tBodies[0];
    ["a", "b"].forEach(function (name) {
      variants[name].figures.forEach(function (figure) {
        rows[figure.metric] = rows[figure.metric] || {label: figure.label};
        rows[figure.metric][name] = figure;
      });
    });
    body.replaceChildren.apply(body, Object.keys(rows).map(function (metric) {
      var row = rows[metric], line = make("tr"), head = make("th", row.label);
      head.scope = "row";
      line.setAttribute("data-metric", metric);
      line.appendChild(head);
      var ends = limits([row.a, row.b]);
      line.appendChild(cell(row.a, ends));
      line.appendChild(cell(row.b, ends));
      var difference = differences && differences[metric];
      line.appendChild(difference
          ? make("td", difference.text + (difference.found ? "" : " (may be none)"), difference.found ? "found" : "")
          : make("td", ""));
      return line;
    }));
  }

  function limits(figures) {
    var all = [];
    figures.forEach(function (f) {
      if (f) { [f.low, f.mean, f.high].forEach(function (x) { if (x !== null) { all.push(x); } }); }
    });
    var low = Math.min.apply(null, all), high = Math.max.apply(null, all), room = (high - low) * 0.15 || Math.abs(low) * 0.05 || 1;
    return {from: low - room, width: high - low + 2 * room};
  }

  function cell(figure, ends) {
    var made = make("td");
    if (!figure) { return made; }
    made.appendChild(make("span", figure.value));
    made.appendChild(make("small", figure.interval === "unknown" ? "no interval yet" : figure.interval));
    var bar = make("span", undefined, "interval");
    bar.setAttribute("aria-hidden", "true");
    var at = function (x) { return 100 * (x - ends.from) / ends.width + "%"; };
    if (figure.low !== null && figure.high !== null) {
      var range = make("i");
      range.style.left = at(figure.low);
      range.style.width = 100 * (figure.high - figure.low) / ends.width + "%";
      bar.appendChild(range);
    }
    var mean = make("b");
    mean.style.left = at(figure.mean);
    bar.appendChild(mean);
    made.appendChild(bar);
    return made;
  }

  // --- The fleet

  function fleet(name, id) {
    ask("api/fleet?id=" + id).then(function (answer) {
      if (!answer.ok || variants[name].id !== id) { return; }
      variants[name].fleet = answer.body;
      $("fleet").hidden = false;
      $("moment").max = Math.max(0, answer.body.steps - 1, Number($("moment").max) || 0);
      moment();
    });
  }

  function moment() {
    var at = Number($("moment").value), box = $("fleet-now");
    var first = variants.a.fleet || variants.b.fleet;
    if (!first) { return; }
    $("clock").textContent = first.moments[at] || "";
    $("zone").textContent = first.zone;
    $("moment").setAttribute("aria-valuetext", $("clock").textContent);
    box.replaceChildren();
    ["a", "b"].forEach(function (name) {
      if (variants[name].fleet) { box.appendChild(scene(name, variants[name].fleet, at)); }
    });
  }

  function scene(name, course, at) {
    var frame = make("div", undefined, "scroll"), table = make("table"), groups = {};
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", "The fleet of variant " + name.toUpperCase());
    table.appendChild(make("caption", "Variant " + name.toUpperCase()));
    var head = table.createTHead().insertRow();
    ["Group and zone", "In service", "Instances", "Launching", "Out of service", "Queue", "CPU"].forEach(function (text) {
      var cell = make("th", text);
      cell.scope = "col";
      head.appendChild(cell);
    });
    var body = table.createTBody();
    Object.keys(course.columns).forEach(function (column) {
      var found = /^groups\.(.+?)\.(in-service|launching|out-of-service|queue|cpu)(?:\.zone-(.+))?$/.exec(column);
      if (!found) { return; }
      var group = groups[found[1]] = groups[found[1]] || {zones: {}};
      if (found[3]) { group.zones[found[3]] = column; } else { group[found[2]] = column; }
    });
    function value(column) {
      var all = column && course.columns[column];
      return all && at < all.length ? all[at] : null;
    }
    function number(x) { return x === null ? "" : String(Math.round(x * 10) / 10); }
    Object.keys(groups).forEach(function (key) {
      var group = groups[key];
      row(body, key, value(group["in-service"]), value(group.launching), value(group["out-of-service"]), number(value(group.queue)),
          value(group.cpu) === null ? "" : Math.round(100 * value(group.cpu)) + " %");
      Object.keys(group.zones).forEach(function (zone) {
        row(body, key + ", zone " + zone, value(group.zones[zone]), null, null, "", "");
      });
    });
    frame.appendChild(table);
    return frame;

    function row(into, label, serving, launching, out, queue, cpu) {
      var line = into.insertRow(), head = make("th", label), boxes = make("td", undefined, "boxes");
      head.scope = "row";
      line.appendChild(head);
      line.appendChild(make("td", number(serving)));
      [[serving, ""], [launching, "new"], [out, "out"]].forEach(function (part) {
        var count = Math.min(30, Math.round(part[0] || 0));
        if (count) { boxes.appendChild(make("span", (part[1] ? "□" : "■").repeat(count), part[1])); }
      });
      line.appendChild(boxes);
      [number(launching), number(out), queue, cpu].forEach(function (text) { line.appendChild(make("td", text)); });
    }
  }

  // --- What is pressed

  $("text").addEventListener("input", function () {
    variants[now].text = $("text").value;
    clearTimeout(timer);
    timer = setTimeout(check, 300);
  });
  $("tab-a").addEventListener("click", function () { show("a"); });
  $("tab-b").addEventListener("click", function () { show("b"); });
  $("copy").addEventListener("click", function () {
    variants[other(now)].text = variants[now].text;
    show(other(now));
  });
  $("run").addEventListener("click", function () { run(now); });
  $("save").addEventListener("click", function () {
    var link = make("a");
    link.href = URL.createObjectURL(new Blob([variants[now].text], {type: "application/yaml"}));
    link.download = now === "b" ? file.replace(/(\.[^.]*)?$/, "-b$1") : file;
    document.body.appendChild(link);
    link.click();
    link.remove();
    URL.revokeObjectURL(link.href);
    say("Saved " + link.download + "; headroom run " + link.download + " gives the same numbers");
  });
  $("moment").addEventListener("input", moment);
  ["a", "b"].forEach(function (name) {
    $("report-" + name).addEventListener("click", function () { shownReport = name; report(); });
  });

  ask("api/start").then(function (answer) {
    file = answer.body.file;
    variants.a.text = variants.b.text = answer.body.text;
    ["text", "tab-a", "tab-b", "copy", "save"].forEach(function (id) { $(id).disabled = false; });
    say("Ready");
    return show("a");
  }).then(function () {
    if (!$("run").disabled) { return run("a"); }
  });
})();
