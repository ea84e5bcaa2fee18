// A table with a row for every alert, as simple pages make it. alerts.mjs COUNT
import { median, runPage } from "./browser.mjs";

const count = Number(process.argv[2] ?? 10000);
const { value } = await runPage(
  `
  const count = ${count};
  const make = (seed) => Array.from({length: count}, (_, at) => ({id: seed * count + at, name: "Alert" + (at % 50), severity: ["critical", "warning", "info"][at % 3],
    service: "service-" + (at % 200), instance: "10.0." + (at >> 8) + "." + (at & 255), summary: "value of " + (at * seed) + " is over its limit", since: at % 9000}));
  const table = document.createElement("table");
  document.body.append(table);
  const rowOf = (alert) => {
    const row = document.createElement("tr");
    for (const text of [alert.severity, alert.name, alert.service, alert.instance, alert.summary, String(alert.since)]) {
      const cell = document.createElement("td");
      cell.textContent = text;
      row.append(cell);
    }
    return row;
  };
  const timed = async (act) => { const started = performance.now(); act(); table.getBoundingClientRect(); await frame(); return performance.now() - started; };
  let alerts = make(1);
  const rows = new Map();
  const fill = (list) => { rows.clear(); table.replaceChildren(...list.map((alert) => { const row = rowOf(alert); rows.set(alert.id, row); return row; })); };
  const first = await timed(() => fill(alerts));
  const reset = [], churn = [], filter = [];
  for (let round = 0; round < 5; ++round) {
    reset.push(await timed(() => fill(alerts)));
    churn.push(await timed(() => {
      const next = alerts.map((alert, at) => at % 100 === round ? {...alert, id: 1e9 + round * count + at} : alert);
      const wanted = new Set(next.map((alert) => alert.id));
      for (const [id, row] of rows) if (!wanted.has(id)) { row.remove(); rows.delete(id); }
      for (const alert of next) if (!rows.has(alert.id)) { const row = rowOf(alert); rows.set(alert.id, row); table.append(row); }
      alerts = next;
    }));
    filter.push(await timed(() => fill(alerts.filter((alert) => alert.service.includes("service-1")))));
    fill(alerts);
  }
  report({first, reset, churn, filter});`,
  { width: 1280, height: 900 },
);
console.log(`first ms ${value.first.toFixed(1)}`);
for (const name of ["reset", "churn", "filter"]) console.log(`${name} ms ${median(value[name]).toFixed(1)}`);
