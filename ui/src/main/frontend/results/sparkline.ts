import { html, nothing, svg, type TemplateResult } from 'lit';

const WIDTH = 92;
const HEIGHT = 28;
const MARGIN = 4;

/** The course through the years: gaps are not joined, the target is dashed, the newest figure has a dot. */
export function sparkline(values: (number | null)[], target: number | null): TemplateResult | typeof nothing {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) {
    return nothing;
  }
  const all = target === null ? known : [...known, target];
  const lowest = Math.min(...all);
  const highest = Math.max(...all);
  const up = (value: number): number =>
    highest === lowest ? HEIGHT / 2 : HEIGHT - MARGIN - ((value - lowest) / (highest - lowest)) * (HEIGHT - 2 * MARGIN);
  const across = (index: number): number => MARGIN + (index * (WIDTH - 2 * MARGIN)) / Math.max(1, values.length - 1);
  const newest = values.findLastIndex((value) => value !== null);

  const runs: [number, number][][] = [];
  values.forEach((value, index) => {
    if (value === null) {
      return;
    }
    const point: [number, number] = [across(index), up(value)];
    const run = index > 0 && values[index - 1] !== null ? runs.at(-1) : undefined;
    if (run) {
      run.push(point);
    } else {
      runs.push([point]);
    }
  });

  return html`<svg width=${WIDTH} height=${HEIGHT} viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    ${target === null ? nothing : svg`<line class="aim" x1="0" x2=${WIDTH} y1=${up(target)} y2=${up(target)} />`}
    ${runs.map((run) =>
      run.length === 1
        ? run.map(([x, y]) => svg`<circle class="lone" cx=${x} cy=${y} r="1.6" />`)
        : svg`<polyline points=${run.map((point) => point.map((at) => at.toFixed(1)).join(',')).join(' ')} />`
    )}
    <circle cx=${across(newest)} cy=${up(values[newest] as number)} r="3" />
  </svg>`;
}
