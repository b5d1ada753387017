import "./chart.css";

export interface Mark { key: string; label: string; value: number; low: number; high: number; text: string }

interface Props {
  /** What the picture shows, read out in its place. */
  label: string;
  marks: readonly Mark[];
  from: number;
  to: number;
  ticks: readonly { at: number; text: string }[];
  /** A bar from `from`, or a point beside a line at 0. */
  as: "bar" | "point";
}

const row = 48;

/** Each value with its interval of confidence on a common scale. The table beside it says the same in figures. */
export function Chart({ label, marks, from, to, ticks, as }: Props) {
  const x = (value: number) => `${100 * (Math.min(to, Math.max(from, value)) - from) / (to - from)}%`;
  const height = marks.length * row;
  return (
    <svg className="chart" role="img" aria-label={label} width="100%" height={height + 22}>
      {ticks.map(({ at, text }) => (
        <g key={at}>
          <line className={as === "point" && at === 0 ? "zero" : "grid"} x1={x(at)} x2={x(at)} y1={0} y2={height} />
          <text className="tick" x={x(at)} y={height + 16} textAnchor={at === from ? "start" : at === to ? "end" : "middle"}>{text}</text>
        </g>
      ))}
      {marks.map((mark, i) => {
        const [top, middle] = [i * row, i * row + 30];
        return (
          <g key={mark.key}>
            <text x="4" y={top + 15}>{mark.label}</text>
            <text className="value" x="100%" dx={-4} y={top + 15} textAnchor="end">{mark.text}</text>
            {as === "bar"
              ? <rect className="value-bar" x="0" y={middle - 7} width={x(mark.value)} height={14} rx={3} />
              : <circle className="value-point" cx={x(mark.value)} cy={middle} r={6} />}
            <line className="interval" x1={x(mark.low)} x2={x(mark.high)} y1={middle} y2={middle} />
            {[mark.low, mark.high].map((end, j) => <line key={j} className="interval" x1={x(end)} x2={x(end)} y1={middle - 6} y2={middle + 6} />)}
          </g>
        );
      })}
    </svg>
  );
}
