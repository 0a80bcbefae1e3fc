import type { RunEvent } from '../core/run/events.ts';

/** What a reader watches for while a run goes on. */
const shownMetrics = /^(target\.|surrogate\.)?(hr|agreement)@|^detector\.auc$/;

/** Writes progress to stderr: one line that is overwritten on a terminal, a line every few seconds elsewhere. */
export function progressLine(stream: NodeJS.WriteStream): { show(event: RunEvent): void; end(): void } {
  const isTerminal = stream.isTTY;
  const every = isTerminal ? 200 : 10_000;
  let shownAt = Number.NEGATIVE_INFINITY;
  let isOpen = false;
  const line = (text: string) => {
    if (isOpen) stream.write('\r\x1b[2K');
    isOpen = false;
    stream.write(`${text}\n`);
  };
  return {
    show(event) {
      if (event.kind === 'note') return line(event.text);
      if (event.kind === 'phase') {
        const shown = Object.keys(event.metrics).filter((name) => shownMetrics.test(name));
        const values = shown.map((name) => `${name} ${event.metrics[name]?.toFixed(4) ?? '-'}`).join('  ');
        return line(`cell ${event.cell + 1} repeat ${event.repeat + 1}  ${event.phase}  ${values}`);
      }
      if (event.kind !== 'progress' || performance.now() - shownAt < every) return;
      shownAt = performance.now();
      const { progress, overall } = event;
      const left = overall.remainingSeconds === null ? '' : `  ${duration(overall.remainingSeconds)} left`;
      const percent = `${(100 * overall.fraction).toFixed(0)}%`.padStart(4);
      const text = `${percent}  ${progress.stage} ${progress.done}/${progress.total} ${progress.unit}${left}  ${(overall.tensorBytes / 1e6).toFixed(0)} MB`;
      if (!isTerminal) return line(text);
      stream.write(`\r\x1b[2K${text}`);
      isOpen = true;
    },
    end() {
      if (isOpen) stream.write('\r\x1b[2K');
    },
  };
}

/** Seconds as people say them: 42 s, 3 min 10 s, 2 h 5 min. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
