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
    "exception storm": ["--c-exception", 6], "deoptimization": ["--c-jit", 3],
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
  function probe(host, f, points, onEnter, onEscape) {
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
        onEscape && onEscape();
      } else if (event.key === "Enter" && onEnter && index >= 0) {
        hide();
        onEnter(points[index]);
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
    const f = frame(host, rows.length * 28, {left: 110, right: 100, top: 4, bottom: 22});
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
    const ticks = [...(x(Math.log10(2)) < 44 ? [0] : [0, Math.log10(2)]), ...d3.range(1, Math.floor(most) + 1)];
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
    legend(host, [...d3.union(Object.keys(CAUSES), present)].filter(c => present.has(c)).map(c => ({text: c, color: ink(c), shape: square})));
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

  // What can explain latencies stands in lanes above them, one for each kind.
  const LANES = {
    "GC pause": "--c-gc", "safepoint": "--c-safepoint", "class loading": "--c-class",
    "exception storm": "--c-exception", "throttled by the container": "--c-cpu", "short of a resource": "--warn", "tuning": "--good",
  };
  const LANE_NAMES = {"exception storm": "exceptions", "throttled by the container": "throttled", "short of a resource": "shortage"};

  function heat(host, d) {
    const kinds = d3.union(Object.keys(LANES), d.marks.map(m => m[2]));
    const present = [...kinds].filter(kind => d.marks.some(m => m[2] === kind));
    const lane = 17;
    const f = frame(host, 300, {left: present.length ? 92 : 58, right: 52, top: 8 + present.length * lane, bottom: 40});
    const x = times(f);
    const rows = d3.extent(d.cells, c => c[1]);
    const lowest = d.cells.length ? Math.max(1000, d.rows[rows[0]]) : d3.min(d.points, p => p[2]);
    const highest = d.cells.length ? d.rows[rows[1]] * 1.4 : d3.max(d.points, p => p[3]);
    const y = durations(f, lowest, highest);
    const [low, high] = y.domain();
    const most = d3.max(d.cells, c => c[2]) || 1;
    const steps = d3.scaleQuantize([0, Math.log(most + 1)], [1, 2, 3, 4, 5, 6, 7]);
    const top = row => y(Math.min(high, row + 1 < d.rows.length ? d.rows[row + 1] : d.rows[row] * Math.SQRT2));
    const bottom = row => y(Math.max(low, d.rows[row]));
    for (const [column, row, n] of d.cells) {
      const from = d.from + column * d.columnMillis;
      const left = Math.max(0, x(from));
      const right = Math.min(f.width, x(from + d.columnMillis));
      f.area.append("rect").attr("x", left).attr("y", top(row) + 0.5).attr("width", Math.max(1, right - left - 0.5))
          .attr("height", Math.max(1, bottom(row) - top(row) - 1)).style("fill", `var(--q${steps(Math.log(n + 1))})`);
    }
    limits(f, y, [500_000, 16_000_000, 100_000_000]);
    const within = left => Math.min(f.width, Math.max(0, left));
    const middle = p => within(x(p[0] + d.intervalMillis / 2));
    const clamp = nanos => y(Math.min(high, Math.max(low, nanos)));
    for (const [index, style] of [[2, ""], [3, "6 3"]]) {
      f.area.append("path").attr("class", "line halo").attr("d", d3.line(middle, p => clamp(p[index]))(d.points));
      f.area.append("path").attr("class", "line over").attr("d", d3.line(middle, p => clamp(p[index]))(d.points))
          .style("stroke-dasharray", style);
    }
    const points = d.points.map(p => ({
      x: middle(p), y: clamp(p[2]),
      text: `${at(p[0])}: ${plural(p[1], "keystroke")}\nmedian ${duration(p[2])}, 99th percentile ${duration(p[3])}, longest ${duration(p[4])}`,
    }));
    present.forEach((kind, i) => {
      const level = -8 - (present.length - i - 0.5) * lane;
      f.area.append("line").attr("class", "lane").attr("x2", f.width).attr("y1", level).attr("y2", level);
      for (const [t, millis, , what] of d.marks.filter(m => m[2] === kind)) {
        const left = within(x(t));
        f.area.append("rect").attr("x", left).attr("y", level - 6).attr("height", 12)
            .attr("width", Math.max(2, x(t + millis) - left)).style("fill", `var(${LANES[kind] || "--faint"})`);
        points.push({x: left, y: level, text: `${kind}${millis ? ", " + duration(millis * 1e6) : ""}, at ${at(t)}` + (what ? "\n" + what : "")});
      }
      f.area.append("text").attr("class", "faint").attr("x", -9).attr("y", level + 4).attr("text-anchor", "end").text(LANE_NAMES[kind] || kind);
    });
    const square = d3.symbol(d3.symbolSquare, 110)();
    legend(host, [
      {text: "median", color: "var(--over)", dash: ""}, {text: "99th percentile", color: "var(--over)", dash: "6 3"},
      {text: "one keystroke", color: "var(--q1)", shape: square}, {text: `up to ${count(most)}`, color: "var(--q7)", shape: square},
    ]);
    probe(host, f, points);
  }

  function trend(host, d) {
    const f = frame(host, 260, {left: 58, right: 52, top: 10, bottom: 40});
    const x = times(f);
    const all = d.series.flatMap(s => s.points.filter(p => p[1] > 0));
    const y = durations(f, d3.min(all, p => p[1]), d3.max(all, p => p[1]));
    limits(f, y, [500_000, 16_000_000, 100_000_000]);
    const path = d3.line(p => Math.max(0, x(p[0])), p => y(p[1]));
    d.series.forEach((s, i) => f.area.append("path").attr("class", "line").attr("d", path(s.points.filter(p => p[1] > 0)))
        .style("stroke", line(i)).style("stroke-dasharray", DASHES[i % 6]).style("stroke-width", i === 0 ? 2.5 : 1.7));
    legend(host, d.series.map((s, i) => ({
      text: s.name + (s.trend === "rising" || s.trend === "falling" ? ` (${s.trend})` : ""), color: line(i), dash: DASHES[i % 6],
    })));
    probe(host, f, d.series.flatMap(s => s.points.filter(p => p[1] > 0).map(p => ({
      x: x(p[0]), y: y(p[1]), text: `${s.name}: ${duration(p[1])} at ${at(p[0])}`,
    }))));
  }

  function flame(host, d) {
    const [NAME, TOTAL, SLOW, SELF, COUNT, CHILDREN] = [0, 1, 2, 3, 4, 5];
    const everything = [-1, d3.sum(d.roots, r => r[TOTAL]), d3.sum(d.roots, r => r[SLOW]), 0, 0, d.roots];
    const name = node => node[NAME] < 0 ? "all" : d.names[node[NAME]];
    const height = 19;
    const depth = node => 1 + (d3.max(node[CHILDREN], depth) || 0);
    show(everything, false);

    // Of a method's name its class and itself are what must be seen.
    function shortened(label, room) {
      const short = label.length > room ? label.split(".").slice(-2).join(".") : label;
      return short.length > room ? short.slice(0, room - 1) + "…" : short;
    }

    function show(root, focus) {
      host.replaceChildren();
      const f = frame(host, depth(root) * height, {left: 0, right: 0, top: 2, bottom: 2});
      const points = [];
      place(root, 0, 0, f.width);
      host.onclick = event => {
        const box = event.target.closest("[data-point]");
        if (box) {
          zoom(points[+box.dataset.point].node);
        }
      };
      probe(host, f, points, point => zoom(point.node), () => root !== everything && show(everything, true));
      if (focus) {
        host.focus();
      }

      function zoom(node) {
        show(node === root ? everything : node, true);
      }

      function place(node, level, left, width) {
        if (width < 1) {
          return;
        }
        const share = node[TOTAL] ? node[SLOW] / node[TOTAL] : 0;
        const step = 1 + Math.min(6, Math.floor(share * 7));
        const box = f.area.append("g").attr("data-point", points.length).attr("class", "box");
        box.append("rect").attr("x", left).attr("y", level * height).attr("width", Math.max(0.5, width - 1))
            .attr("height", height - 1).style("fill", `var(--q${step})`);
        const room = Math.floor((width - 8) / 6.7);
        if (room > 3) {
          const label = shortened(name(node), room);
          box.append("text").attr("class", step > 4 ? "inverse" : "").attr("x", left + 4).attr("y", level * height + 13)
              .text(label);
        }
        points.push({
          node, x: left + width / 2, y: level * height + height / 2,
          text: `${name(node)}\n${duration(node[TOTAL])}, ${percent(node[TOTAL] / everything[TOTAL])} of all` +
              (node === everything ? "" : `\n${duration(node[SELF])} of its own, seen ${count(node[COUNT])} times`) +
              `\n${percent(share)} in keystrokes of ${d.slow} or longer`,
        });
        let from = left;
        for (const child of node[CHILDREN]) {
          const part = node[TOTAL] ? width * child[TOTAL] / node[TOTAL] : 0;
          place(child, level + 1, from, part);
          from += part;
        }
      }
    }
  }

  function curves(host, d) {
    const f = frame(host, 240, {left: 58, right: 52, top: 10, bottom: 40});
    const sizes = d.series.flatMap(s => [...s.points.map(p => p[0]), s.now]).filter(n => n > 0);
    const x = d3.scaleLog([d3.min(sizes), Math.max(d3.max(sizes), d3.min(sizes) * 2)], [0, f.width]);
    const y = d3.scaleLinear([0, 1], [f.height, 0]);
    grid(f, y, y.ticks(5));
    f.area.append("g").attr("class", "axis").call(d3.axisLeft(y).ticks(5).tickFormat(percent));
    const two = d3.range(0, 40).map(e => 2 ** e).filter(n => n >= x.domain()[0] && n <= x.domain()[1]);
    const every = Math.ceil(two.length * 56 / f.width);
    f.area.append("g").attr("class", "axis").attr("transform", `translate(0,${f.height})`)
        .call(d3.axisBottom(x).tickValues(two.filter((n, i) => i % every === 0)).tickFormat(count).tickSizeOuter(0));
    title(f, "entries of the cache", f.width, f.height + 34, "end");
    f.area.append("line").attr("class", "limit").attr("x2", f.width).attr("y1", y(0.1)).attr("y2", y(0.1));
    f.area.append("text").attr("class", "faint").attr("x", f.width + 4).attr("y", y(0.1) + 4).text("10 %");
    const path = d3.line(p => x(p[0]), p => y(p[1]));
    const dot = d3.symbol(d3.symbolCircle, 90)();
    const points = [];
    d.series.forEach((s, i) => {
      const drawn = s.points.filter(p => p[0] > 0);
      f.area.append("path").attr("class", "line").attr("d", path(drawn))
          .style("stroke", line(i + 1)).style("stroke-dasharray", DASHES[i + 1]);
      const nearest = d3.least(drawn, p => Math.abs(Math.log(p[0] / Math.max(1, s.now))));
      if (nearest && s.now > 0) {
        f.area.append("path").attr("transform", `translate(${x(s.now)},${y(nearest[1])})`).attr("d", dot).style("fill", line(i + 1));
      }
      points.push(...drawn.map(p => ({
        x: x(p[0]), y: y(p[1]),
        text: `${s.name}: ${percent(p[1])} missed with ${plural(p[0], "entry").replace("entrys", "entries")}\nit had ${count(s.now)}`,
      })));
    });
    legend(host, [
      ...d.series.map((s, i) => ({text: s.name, color: line(i + 1), dash: DASHES[i + 1]})),
      {text: "size that it had", color: "var(--faint)", shape: dot},
    ]);
    probe(host, f, points);
  }

  // Factors with their intervals, in rows around the line where nothing changed.
  function effects(host, d) {
    const narrow = host.clientWidth < NARROW;
    const f = frame(host, d.rows.length * (narrow ? 40 : 26), {left: narrow ? 6 : 250, right: 20, top: 6, bottom: 40});
    const low = Math.min(0.9, d3.min(d.rows, r => r.low));
    const high = Math.max(1.1, d3.max(d.rows, r => r.high));
    const x = d3.scaleLog([low / 1.02, high * 1.02], [0, f.width]);
    const candidates = [0.001, 0.01, 0.1, 0.2, 0.5, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 5, 10, 30, 100, 1000, 10000];
    const ticks = [];
    for (const t of [1, ...candidates.filter(v => v !== 1)]) {
      if (t >= low / 1.02 && t <= high * 1.02 && ticks.every(other => Math.abs(x(other) - x(t)) > 56)) {
        ticks.push(t);
      }
    }
    const label = v => v === 1 ? "as before" : (v > 1 ? "+" : "−") + count(Math.round(Math.abs(100 * (v - 1)))) + " %";
    f.area.append("g").attr("class", "axis").attr("transform", `translate(0,${f.height})`)
        .call(d3.axisBottom(x).tickValues(ticks).tickFormat(label).tickSizeOuter(0));
    title(f, "shift, logarithmic", f.width, f.height + 34, "end");
    f.area.append("line").attr("class", "limit").attr("x1", x(1)).attr("x2", x(1)).attr("y2", f.height);
    const y = d3.scaleBand(d3.range(d.rows.length), [0, f.height]).padding(0.3);
    const color = tone => tone ? `var(--${tone})` : "var(--faint)";
    const points = d.rows.map((r, i) => {
      const middle = y(i) + (narrow ? 26 : y.bandwidth() / 2);
      const text = f.area.append("text").text(r.name);
      narrow ? text.attr("x", 0).attr("y", y(i) + 10)
          : text.attr("x", -10).attr("y", middle + 4).attr("text-anchor", "end");
      f.area.append("line").attr("class", "line").attr("x1", x(r.low)).attr("x2", x(r.high))
          .attr("y1", middle).attr("y2", middle).style("stroke", color(r.tone));
      f.area.append("path").attr("transform", `translate(${x(r.shift)},${middle})`)
          .attr("d", d3.symbol(r.tone === "bad" ? d3.symbolDiamond : d3.symbolCircle, 80)()).style("fill", color(r.tone));
      return {x: x(r.shift), y: middle, text: r.text};
    });
    f.area.selectAll("text").each(function () {
      const self = d3.select(this);
      for (let s = self.text(); !narrow && this.getComputedTextLength() > 238 && s.length > 8; s = s.slice(0, -4)) {
        self.text(s.slice(0, -2) + "…");
      }
    });
    probe(host, f, points);
  }

  // One figure over nights, with a line where it changed.
  function nights(host, d) {
    const f = frame(host, 220, {left: 66, right: 24, top: 20, bottom: 40});
    const [first, last] = d3.extent(d.points, p => p[0]);
    const x = d3.scaleUtc([first, Math.max(last, first + 86_400_000)], [0, f.width]);
    const [least, most] = d3.extent(d.points, p => p[1]);
    const room = Math.max(most - least, Math.abs(most) * 0.1, 1e-3) * 0.25;
    const y = d3.scaleLinear([Math.max(0, least - room), most + room], [f.height, 0]).nice(5);
    const format = d.unit === "nanos" ? duration : d.unit === "share" ? v => d3.format(".3~p")(v).replace("%", " %") : count;
    grid(f, y, y.ticks(5));
    f.area.append("g").attr("class", "axis").call(d3.axisLeft(y).ticks(5).tickFormat(format));
    f.area.append("g").attr("class", "axis").attr("transform", `translate(0,${f.height})`)
        .call(d3.axisBottom(x).ticks(Math.max(2, Math.min(d.points.length, f.width / 110))).tickSizeOuter(0)
            .tickFormat(d3.utcFormat("%Y-%m-%d")));
    title(f, "night", f.width, f.height + 34, "end");
    f.area.append("path").attr("class", "line").attr("d", d3.line(p => x(p[0]), p => y(p[1]))(d.points)).style("stroke", line(0));
    for (const p of d.points) {
      f.area.append("circle").attr("cx", x(p[0])).attr("cy", y(p[1])).attr("r", 3.5).style("fill", line(0));
    }
    if (d.since !== undefined) {
      const at = x(d.since) - Math.min(f.width / 40, x(86_400_000) - x(0)) / 2;
      const tone = d.tone === "bad" ? "bad" : "";
      f.area.append("line").attr("class", "mark " + tone).attr("x1", at).attr("x2", at).attr("y1", -6).attr("y2", f.height);
      f.area.append("path").attr("transform", `translate(${at},-12) rotate(180)`)
          .attr("d", d3.symbol(d3.symbolTriangle, 70)()).style("fill", `var(--${d.tone || "good"})`);
    }
    probe(host, f, d.points.map(p => ({x: x(p[0]), y: y(p[1]), text: p[2]})));
  }

  const KINDS = {score, heat, trend, percentiles, slow, causes, flame, rates, curves, effects, nights};

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
