// SPDX-License-Identifier: Apache-2.0
// Draws the charts of the report from the data in the page, and lets people walk through them.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("report-data").textContent);
  const tip = document.getElementById("tip");
  const PRINT_WIDTH = 720;
  const NARROW = 560;

  // Colors of causes by their label; shapes set those of one family apart.
  const CAUSES = {
    "GC pause": ["--c-gc", 0], "safepoint": ["--c-safepoint", 2], "class loading": ["--c-class", 3],
    "lock": ["--c-lock", 5], "sleep": ["--c-wait", 0], "wait": ["--c-wait", 3], "park": ["--c-wait", 2],
    "pinned virtual thread": ["--c-lock", 1], "file": ["--c-file", 3], "socket": ["--c-socket", 2],
    "code": ["--c-code", 5], "JIT compilation": ["--c-jit", 1], "CPU scarcity": ["--c-cpu", 4],
    "unexplained": ["--c-none", 0],
  };
  const cause = name => CAUSES[name] || ["--c-none", 0];
  const ink = name => `var(${cause(name)[0]})`;
  const shape = (name, size) => d3.symbol(d3.symbolsFill[cause(name)[1]], size)();
  const DASHES = ["", "", "7 3", "2 3", "9 3 2 3", "4 2"];
  const line = index => ["--s0", "--s1", "--s2", "--s3", "--s4", "--s5"].map(c => `var(${c})`)[index % 6];

  const UNITS = [["s", 1e9], ["ms", 1e6], ["µs", 1e3], ["ns", 1]];
  function duration(nanos) {
    const [unit, size] = UNITS.find(u => nanos >= u[1]) || UNITS[3];
    const value = nanos / size;
    return (Number.isInteger(value) || value >= 100 ? Math.round(value) : value.toPrecision(3)) + " " + unit;
  }
  const count = d3.format(",");
  const percent = share => (share > 0.995 && share < 1 ? ">99" : Math.round(100 * share)) + " %";
  const clock = d3.utcFormat("%H:%M:%S.%L");
  const plural = (n, noun) => count(n) + " " + noun + (n === 1 ? "" : "s");

  // A drawing area with room for axes around it.
  function frame(host, height, margin) {
    const width = Math.max(280, host.dataset.width ? +host.dataset.width : host.clientWidth);
    const inner = {width: width - margin.left - margin.right, height};
    const full = height + margin.top + margin.bottom;
    const svg = d3.select(host).append("svg")
        .attr("viewBox", `0 0 ${width} ${full}`).attr("width", width).attr("height", full)
        .attr("aria-hidden", "true");
    const area = svg.append("g").attr("transform", `translate(${margin.left},${margin.top})`);
    return {svg, area, left: margin.left, top: margin.top, ...inner, narrow: width < NARROW};
  }

  function title(f, text, x, y, anchor) {
    f.area.append("text").attr("class", "faint").attr("x", x).attr("y", y).attr("text-anchor", anchor).text(text);
  }

  function grid(f, scale, values) {
    f.area.append("g").attr("class", "grid")
        .call(d3.axisLeft(scale).tickValues(values).tickSize(-f.width).tickFormat(""));
  }

  // A logarithmic scale of durations with a tick for each factor of ten.
  function durations(f, lowest, highest) {
    const low = 10 ** Math.floor(Math.log10(Math.max(1, lowest)) + 1e-9);
    const high = Math.max(low * 10, 10 ** Math.ceil(Math.log10(Math.max(1, highest)) - 1e-9));
    const y = d3.scaleLog([low, high], [f.height, 0]);
    const decades = d3.range(Math.round(Math.log10(low)), Math.round(Math.log10(high)) + 1).map(e => 10 ** e);
    grid(f, y, decades);
    f.area.append("g").attr("class", "axis").call(d3.axisLeft(y).tickValues(decades).tickFormat(duration));
    return y;
  }

  function limits(f, y, values) {
    const [low, high] = y.domain();
    let last = Infinity;
    for (const nanos of values.filter(v => v > low && v < high)) {
      const at = y(nanos);
      f.area.append("line").attr("class", "limit").attr("x2", f.width).attr("y1", at).attr("y2", at);
      if (last - at > 12) {
        f.area.append("text").attr("class", "faint").attr("x", f.width + 4).attr("y", at + 4).text(duration(nanos));
        last = at;
      }
    }
  }

  function times(f) {
    const end = Math.max(data.end, data.start + 1);
    const x = d3.scaleUtc([data.start, end], [0, f.width]);
    const short = (end - data.start) < 10_000;
    f.area.append("g").attr("class", "axis").attr("transform", `translate(0,${f.height})`)
        .call(d3.axisBottom(x).ticks(Math.max(2, f.width / 110)).tickSizeOuter(0)
            .tickFormat(short ? d3.utcFormat("%H:%M:%S.%L") : end - data.start < 86_400_000 ? d3.utcFormat("%H:%M:%S") : null));
    title(f, "time, " + data.zone, f.width, f.height + 34, "end");
    return millis => x(data.start + millis);
  }

  const at = millis => clock(data.start + millis);

  function legend(host, entries) {
    const list = d3.select(host).insert("ul", "svg").attr("class", "legend");
    for (const entry of entries) {
      const item = list.append("li");
      const svg = item.append("svg").attr("viewBox", "0 0 24 14").attr("aria-hidden", "true");
      if (entry.dash === undefined) {
        svg.append("path").attr("transform", "translate(12,7)").attr("d", entry.shape).style("fill", entry.color);
      } else {
        svg.append("line").attr("class", "line").attr("x2", 24).attr("y1", 7).attr("y2", 7)
            .style("stroke", entry.color).style("stroke-dasharray", entry.dash);
      }
      item.append("span").text(entry.text);
    }
  }

  // Lets the pointer and the arrow keys walk over points: {x, y, text} in the drawing's coordinates.
  function probe(host, f, points) {
    if (points.length === 0) {
      return;
    }
    host.tabIndex = 0;
    host.setAttribute("role", "group");
    host.setAttribute("aria-roledescription", "chart");
    host.setAttribute("aria-label", host.previousElementSibling.previousElementSibling.textContent
        + ". Arrow keys go through its points.");
    const cursor = f.area.append("circle").attr("class", "cursor").attr("r", 7).attr("visibility", "hidden");
    let index = -1;
    function show(next) {
      index = next;
      const point = points[index];
      cursor.attr("visibility", "visible").attr("cx", point.x).attr("cy", point.y);
      const box = f.svg.node().getBoundingClientRect();
      const ratio = box.width / f.svg.attr("width");
      tip.textContent = point.text;
      tip.hidden = false;
      const left = box.left + (f.left + point.x) * ratio + 12;
      const top = box.top + (f.top + point.y) * ratio + 12;
      tip.style.left = Math.max(4, Math.min(left, window.innerWidth - tip.offsetWidth - 8)) + "px";
      tip.style.top = (top + tip.offsetHeight > window.innerHeight ? top - tip.offsetHeight - 24 : top) + "px";
    }
    function hide() {
      tip.hidden = true;
      cursor.attr("visibility", "hidden");
    }
    host.onpointermove = event => {
      const [x, y] = d3.pointer(event, f.area.node());
      const nearest = d3.leastIndex(points, (a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y));
      Math.hypot(points[nearest].x - x, points[nearest].y - y) < 48 ? show(nearest) : hide();
    };
    host.onpointerleave = hide;
    host.onblur = hide;
    host.onkeydown = event => {
      const last = points.length - 1;
      const next = {
        ArrowRight: Math.min(last, index + 1), ArrowLeft: Math.max(0, index - 1),
        ArrowDown: Math.min(last, index + 1), ArrowUp: Math.max(0, index - 1), Home: 0, End: last,
      }[event.key];
      if (event.key === "Escape") {
        hide();
      } else if (next !== undefined) {
        event.preventDefault();
        show(next);
      }
    };
  }

  function score(host, d) {
    const rows = [{name: "start", from: 0, to: 100, text: "100", kind: "total"}];
    let sum = 100;
    for (const term of d.terms) {
      const points = term.points || 0;
      rows.push({
        name: term.name, from: sum, to: sum + points, kind: points < 0 ? "down" : points > 0 ? "up" : "even",
        text: term.points === undefined ? "not measured" : (points > 0 ? "+" : points < 0 ? "−" : "±") + Math.abs(points).toFixed(1),
        evidence: term.evidence, missing: term.points === undefined,
      });
      sum += points;
    }
    rows.push({name: "score", from: 0, to: d.value, text: d.value.toFixed(1), kind: "total"});
    const f = frame(host, rows.length * 28, {left: 74, right: 100, top: 4, bottom: 22});
    const x = d3.scaleLinear([Math.min(0, sum), Math.max(100, sum, d3.max(rows, r => Math.max(r.from, r.to)))], [0, f.width]);
    const y = d3.scaleBand(rows.map(r => r.name), [0, f.height]).padding(0.3);
    f.area.append("g").attr("class", "axis").attr("transform", `translate(0,${f.height})`)
        .call(d3.axisBottom(x).ticks(6).tickSizeOuter(0));
    f.area.append("g").attr("class", "axis").call(d3.axisLeft(y).tickSize(0).tickPadding(8)).select("path").remove();
    for (const row of rows) {
      const left = x(Math.min(row.from, row.to));
      const right = x(Math.max(row.from, row.to));
      if (!row.missing) {
        f.area.append("rect").attr("class", row.kind).attr("x", left).attr("y", y(row.name))
            .attr("width", Math.max(2, right - left)).attr("height", y.bandwidth());
      }
      f.area.append("text").attr("class", row.missing ? "faint" : "").attr("x", right + 6)
          .attr("y", y(row.name) + y.bandwidth() / 2 + 4).text(row.text);
    }
    probe(host, f, rows.map(r => ({
      x: x(r.to), y: y(r.name) + y.bandwidth() / 2, text: `${r.name}: ${r.text}` + (r.evidence ? "\n" + r.evidence : ""),
    })));
  }

  function percentiles(host, d) {
    const f = frame(host, 300, {left: 58, right: 52, top: 10, bottom: 40});
    const all = d.series.flatMap(s => s.points);
    const most = Math.max(2, d3.max(all, p => p[0]));
    const x = d3.scaleLinear([0, most], [0, f.width]);
    const name = nines => nines === 0 ? "0 %" : nines < 1 ? "50 %" : (100 - 10 ** (2 - nines)).toFixed(Math.max(0, nines - 2)) + " %";
    const ticks = [0, Math.log10(2), ...d3.range(1, Math.floor(most) + 1)];
    const y = durations(f, d3.min(all, p => p[1]), d3.max(all, p => p[1]));
    f.area.append("g").attr("class", "axis").attr("transform", `translate(0,${f.height})`)
        .call(d3.axisBottom(x).tickValues(ticks).tickFormat(name).tickSizeOuter(0));
    title(f, "percentile", f.width, f.height + 34, "end");
    limits(f, y, [500_000, 16_000_000, 100_000_000]);
    const path = d3.line(p => x(p[0]), p => y(Math.max(y.domain()[0], p[1])));
    d.series.forEach((s, i) => f.area.append("path").attr("class", "line").attr("d", path(s.points))
        .style("stroke", line(i)).style("stroke-dasharray", DASHES[i % 6]).style("stroke-width", i === 0 ? 3 : 2));
    legend(host, d.series.map((s, i) => ({text: s.name, color: line(i), dash: DASHES[i % 6]})));
    const share = nines => (100 * (1 - 10 ** -nines)).toFixed(Math.max(0, Math.ceil(nines) - 1)) + " %";
    probe(host, f, d.series.flatMap(s => s.points.filter((p, i) => i % 3 === 0 || i === s.points.length - 1).map(p => ({
      x: x(p[0]), y: y(Math.max(y.domain()[0], p[1])), text: `${s.name}: ${share(p[0])} within ${duration(p[1])}`,
    }))));
  }

  function slow(host, d) {
    const f = frame(host, 280, {left: 58, right: 52, top: 10, bottom: 40});
    const x = times(f);
    const y = durations(f, d3.min(d.points, p => p[1]), d3.max(d.points, p => p[1]));
    limits(f, y, [500_000, 16_000_000, 100_000_000]);
    const name = p => p[2];
    for (const p of d.points) {
      f.area.append("path").attr("transform", `translate(${x(p[0])},${y(p[1])})`)
          .attr("d", shape(name(p), 64)).style("fill", ink(name(p))).style("fill-opacity", 0.85);
    }
    const counts = d3.rollups(d.points, v => v.length, name).sort((a, b) => b[1] - a[1]);
    legend(host, counts.map(([c, n]) => ({text: `${c} (${n})`, color: ink(c), shape: shape(c, 64)})));
    probe(host, f, d3.sort(d.points, p => p[0]).map(p => ({
      x: x(p[0]), y: y(p[1]), text: `${duration(p[1])} at ${at(p[0])}\n${p[3] || "(no widget)"}, mostly ${name(p)}`,
    })));
  }

  function causes(host, d) {
    const narrow = host.clientWidth < NARROW;
    const f = frame(host, d.subjects.length * (narrow ? 46 : 34), {left: narrow ? 4 : 150, right: 14, top: 4, bottom: 34});
    const x = d3.scaleLinear([0, 1], [0, f.width]);
    const y = d3.scaleBand(d3.range(d.subjects.length), [0, f.height]).padding(0.22);
    f.area.append("g").attr("class", "axis").attr("transform", `translate(0,${f.height})`)
        .call(d3.axisBottom(x).ticks(5).tickFormat(percent).tickSizeOuter(0));
    title(f, "share of the time of the slow ones", f.width, f.height + 32, "end");
    const points = [];
    const present = new Set();
    d.subjects.forEach((subject, row) => {
      const label = f.area.append("text").text(subject.name);
      const top = y(row) + (narrow ? 15 : 0);
      const height = y.bandwidth() - (narrow ? 15 : 0);
      narrow ? label.attr("x", 0).attr("y", y(row) + 10)
          : label.attr("x", -8).attr("y", y(row) + height / 2 + 4).attr("text-anchor", "end");
      let from = 0;
      for (const [name, share, evidence] of subject.shares) {
        const width = x(share);
        present.add(name);
        f.area.append("rect").attr("x", x(from)).attr("y", top).attr("width", Math.max(0, width - 1))
            .attr("height", height).style("fill", ink(name));
        const text = `${name} ${percent(share)}`;
        if (text.length * 7 + 10 < width) {
          f.area.append("text").attr("class", "on").attr("x", x(from) + 6).attr("y", top + height / 2 + 4).text(text);
        }
        points.push({
          x: x(from) + width / 2, y: top + height / 2,
          text: `${subject.name}: ${name} ${percent(share)}` + (evidence ? "\n" + evidence : "")
              + `\n${count(subject.slow)} slow of ${count(subject.count)}`,
        });
        from += share;
      }
    });
    const square = d3.symbol(d3.symbolSquare, 110)();
    legend(host, Object.keys(CAUSES).filter(c => present.has(c)).map(c => ({text: c, color: ink(c), shape: square})));
    probe(host, f, points);
  }

  function rates(host, d) {
    const f = frame(host, 220, {left: 58, right: 52, top: 24, bottom: 40});
    const x = times(f);
    const y = d3.scaleLinear([0, 1], [f.height, 0]);
    grid(f, y, y.ticks(5));
    f.area.append("g").attr("class", "axis").call(d3.axisLeft(y).ticks(5).tickFormat(percent));
    f.area.append("line").attr("class", "limit").attr("x2", f.width).attr("y1", y(0.9)).attr("y2", y(0.9));
    f.area.append("text").attr("class", "faint").attr("x", f.width + 4).attr("y", y(0.9) + 4).text("90 %");
    const path = d3.line(p => x(p[0]), p => y(p[1]));
    d.series.forEach((s, i) => f.area.append("path").attr("class", "line").attr("d", path(s.points))
        .style("stroke", line(i + 1)).style("stroke-dasharray", DASHES[i + 1]));
    const triangle = d3.symbol(d3.symbolTriangle, 70)();
    for (const [t, , tone] of d.marks) {
      f.area.append("line").attr("class", "mark " + tone).attr("x1", x(t)).attr("x2", x(t)).attr("y1", -6).attr("y2", f.height);
      f.area.append("path").attr("transform", `translate(${x(t)},-12) rotate(180)`).attr("d", triangle)
          .style("fill", tone === "bad" ? "var(--bad)" : "var(--good)");
    }
    const entries = d.series.map((s, i) => ({text: s.name, color: line(i + 1), dash: DASHES[i + 1]}));
    for (const [tone, text] of [["good", "decision of tuning"], ["bad", "decision that was rolled back"]]) {
      if (d.marks.some(m => m[2] === tone)) {
        entries.push({text, color: `var(--${tone})`, shape: triangle});
      }
    }
    legend(host, entries);
    probe(host, f, [
      ...d.marks.map(m => ({x: x(m[0]), y: -12, text: `${at(m[0])}\n${m[1]}`})),
      ...d.series.flatMap(s => s.points.map(p => ({
        x: x(p[0]), y: y(p[1]), text: `${s.name}: ${percent(p[1])} of ${plural(p[2], "lookup")}, ${at(p[0])}`,
      }))),
    ]);
  }

  const KINDS = {score, percentiles, slow, causes, rates};

  function draw(width) {
    tip.hidden = true;
    for (const host of document.querySelectorAll(".chart")) {
      width ? host.dataset.width = width : delete host.dataset.width;
      host.replaceChildren();
      KINDS[host.dataset.kind](host, data.charts[host.id]);
    }
  }

  // The first click leaves what the system prefers for the other.
  function themes() {
    const button = document.getElementById("theme");
    const dark = () => document.documentElement.dataset.theme
        ? document.documentElement.dataset.theme === "dark"
        : window.matchMedia("(prefers-color-scheme: dark)").matches;
    const label = () => button.textContent = dark() ? "Light colors" : "Dark colors";
    button.hidden = false;
    button.onclick = () => {
      document.documentElement.dataset.theme = dark() ? "light" : "dark";
      label();
    };
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", label);
    label();
  }

  themes();
  draw();
  let drawn = document.documentElement.clientWidth;
  window.addEventListener("resize", () => requestAnimationFrame(() => {
    if (document.documentElement.clientWidth !== drawn) {
      drawn = document.documentElement.clientWidth;
      draw();
    }
  }));
  window.addEventListener("beforeprint", () => draw(PRINT_WIDTH));
  window.addEventListener("afterprint", () => draw());
  document.documentElement.dataset.drawn = "true";
})();
