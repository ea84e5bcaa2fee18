// V8's way from a query_range body to numbers: JSON.parse, then Number of every value. parse.mjs BODY [ROUNDS]
import { readFileSync } from "node:fs";
import { median } from "./browser.mjs";

const text = readFileSync(process.argv[2], "utf8");
const rounds = Number(process.argv[3] ?? 15);
const times = [];
let check = 0;
for (let round = 0; round < rounds + 2; ++round) {
  const started = performance.now();
  const columns = [];
  for (const series of JSON.parse(text).data.result) {
    const time = new Float64Array(series.values.length);
    const value = new Float64Array(series.values.length);
    series.values.forEach((pair, at) => {
      time[at] = pair[0];
      value[at] = Number(pair[1]);
    });
    columns.push([time, value]);
  }
  if (round >= 2) times.push(performance.now() - started);
  check += columns.length;
}
console.log(`parse ms ${median(times).toFixed(3)} (${check} series)`);
