import type { Assessed } from '../jobs/assess/assess.js';
import type { Progress } from '../jobs/request.js';
import { columnsOf } from './layout.js';
import { foreign } from './plain.js';
import type { Shell } from './shell.js';

/** Seconds of each step, taken from the steps' own announcements. Made only where `--timings` asks. */
export interface Timings {
  readonly progress: Progress;
  show(assessed: Assessed, shell: Shell): void;
}

const words = {
  zh: {
    steps: { start: '启动', profile: '方案', open: '打开', read: '读入', score: '计分与决定', write: '写出' },
    total: '合计',
    rows: '行',
    bytes: '字节',
    reader: { scanner: '快速扫描', library: 'SheetJS / csv-parse' },
  },
  en: {
    steps: {
      start: 'start',
      profile: 'profile',
      open: 'open',
      read: 'read',
      score: 'score and decide',
      write: 'write',
    },
    total: 'total',
    rows: 'rows',
    bytes: 'bytes',
    reader: { scanner: 'scanner', library: 'SheetJS / csv-parse' },
  },
} as const;

type Step = keyof (typeof words)['zh']['steps'];

export function startTimings(): Timings {
  const marks: { readonly step: Step; readonly at: number }[] = [{ step: 'start', at: 0 }];
  return {
    progress: (step) => {
      marks.push({ step, at: performance.now() });
    },
    show({ run }, shell) {
      const text = words[shell.lang];
      const end = performance.now();
      const bytes = run.sources.reduce((sum, source) => sum + source.bytes, 0);
      const lines = marks.map(({ step, at }, i) => {
        const seconds = ((marks[i + 1]?.at ?? end) - at) / 1000;
        const rows = step === 'read' || step === 'score' ? `${run.rowLedger.total} ${text.rows}` : '';
        const read = step === 'open' || step === 'read' ? `${bytes} ${text.bytes}` : '';
        return [text.steps[step], `${seconds.toFixed(3)} s`, rows, read];
      });
      const readers = run.sources.map((source) => `${foreign(source.file)}: ${text.reader[source.reader]}`);
      for (const line of columnsOf(
        [...lines, [text.total, `${(end / 1000).toFixed(3)} s`, '', '']],
        new Set([1, 2, 3]),
      ))
        shell.say(line);
      for (const line of readers) shell.say(line);
    },
  };
}
